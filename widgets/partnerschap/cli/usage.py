"""What Typer says of a command that cannot be understood, in the reader's language."""

from typing import Any, Final

from partnerschap.cli.words import words

_KEYS: Final = {
    "NoSuchOption": "usage_no_option",
    "BadOptionUsage": "usage_no_value",
    "MissingParameter": "usage_missing",
    "BadParameter": "usage_bad_value",
}
"""By the name of the class, because Typer exports few of these classes."""


def usage_sentence(error: Any) -> str:
    """Say in one sentence what is wrong with what was typed.

    Parameters
    ----------
    error
        One of Typer's exceptions about the arguments of a command.
    """
    context = getattr(error, "ctx", None)
    parameter = getattr(error, "param", None)
    name = getattr(error, "option_name", None)
    if parameter is not None:
        is_option = parameter.param_type_name == "option"
        name = parameter.opts[0] if is_option else parameter.metavar
    return words(
        _KEYS.get(type(error).__name__, "usage_other"),
        name=name,
        command=context.command_path if context else "partnerschap",
    )
