"""Bad input, told in one sentence."""

from typing import Final

from partnerschap.cli.words import words

LARGEST: Final = 2**53 - 1
"""Programs that read JSON or Excel keep no larger whole number as it is."""


class Refusal(Exception):  # noqa: N818 - the person made no error of the program
    """A command cannot be carried out; its text is one sentence for the person.

    It ends the process with exit code 2 and nothing but that sentence on stderr.
    """


def refusal(key: str, /, **values: object) -> Refusal:
    """Make a refusal from a message of the catalogue."""
    return Refusal(words(key, **values))


def require_number(least: int, value: int, option: str) -> None:
    """Refuse a number that is too small, or so large that not every file can hold it.

    Raises
    ------
    Refusal
        When `value` is below `least` or above `LARGEST`.
    """
    if value < least:
        raise refusal("too_small", option=option, value=value, least=least)
    if value > LARGEST:
        raise refusal("too_large", option=option, most=LARGEST)
