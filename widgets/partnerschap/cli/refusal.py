"""Bad input, told in one sentence."""

from partnerschap.cli.words import words


class Refusal(Exception):  # noqa: N818 - the person made no error of the program
    """A command cannot be carried out; its text is one sentence for the person.

    It ends the process with exit code 2 and nothing but that sentence on stderr.
    """


def refusal(key: str, /, **values: object) -> Refusal:
    """Make a refusal from a message of the catalogue."""
    return Refusal(words(key, **values))


def require_at_least(least: int, value: int, option: str) -> None:
    """Refuse a number that is too small.

    Raises
    ------
    Refusal
        When `value` is below `least`.
    """
    if value < least:
        raise refusal("too_small", option=option, value=value, least=least)
