"""Help in the reader's language: Typer's own has English headings."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words


class WordedCommand(TyperCommand):
    """A command with its help in the reader's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, arguments, options, examples and exit codes."""
        _write_help(self, ctx, formatter)


class WordedGroup(TyperGroup):
    """The program with its help in the reader's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, commands, options, examples and exit codes."""
        _write_help(self, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is asked for.

        Raises
        ------
        Refusal
            When there is none of that name.
        """
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            raise refusal("usage_no_command", name=name, choices=", ".join(self.commands))
        return super().resolve_command(ctx, args)


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    parameters = [parameter for parameter in command.get_params(ctx) if not parameter.hidden]
    arguments = [parameter for parameter in parameters if parameter.param_type_name == "argument"]
    options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    pieces = [words("usage_command")] if commands else [argument.metavar for argument in arguments]
    formatter.write_usage(
        ctx.command_path,
        " ".join([*pieces, words("usage_options")]),
        prefix=f"{words('usage')} ",
    )
    for paragraph in command.help.split("\n\n"):
        formatter.write_paragraph()
        formatter.write_text(paragraph)
    _write_list(
        formatter,
        "heading_commands",
        [(name, offered.short_help) for name, offered in commands.items()],
    )
    _write_list(
        formatter,
        "heading_arguments",
        [(argument.metavar, argument.help) for argument in arguments],
    )
    _write_list(formatter, "heading_options", [_option(option) for option in options])
    _write_lines(formatter, "heading_examples", command.epilog)
    _write_lines(formatter, "heading_exit_codes", words("exit_codes"))


def _option(option: Any) -> tuple[str, str]:
    if "--help" in option.opts:
        return "--help", words("option_help")
    names = ", ".join(sorted(option.opts, key=len))
    return (f"{names} {option.metavar}" if option.metavar else names), option.help


def _write_list(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(words(heading)):
            formatter.write_dl(rows)


def _write_lines(formatter: Any, heading: str, text: str) -> None:
    with formatter.section(words(heading)):
        for line in text.splitlines():
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
