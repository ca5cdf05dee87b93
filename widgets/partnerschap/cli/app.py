"""The program `partnerschap`: which commands there are, and how it ends."""

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Final, NoReturn

import typer
from typer.main import get_command

from partnerschap.cli.commands.build import build
from partnerschap.cli.commands.check import check
from partnerschap.cli.commands.demo import demo
from partnerschap.cli.commands.export import export
from partnerschap.cli.commands.purge import purge
from partnerschap.cli.commands.report import report
from partnerschap.cli.commands.score import score
from partnerschap.cli.commands.serve import serve
from partnerschap.cli.commands.sheet import sheet
from partnerschap.cli.helping import WordedCommand, WordedGroup
from partnerschap.cli.refusal import Refusal
from partnerschap.cli.usage import usage_sentence
from partnerschap.cli.words import words

PROGRAM: Final = "partnerschap"
DEFAULT_COMMAND: Final = "serve"
BAD_INPUT: Final = 2

app = typer.Typer(cls=WordedGroup, add_completion=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True, help=words("help"), epilog=words("example"))
def by_default(context: typer.Context) -> None:
    """Carry out the default command when none is named."""
    if context.invoked_subcommand is None:
        group = context.command
        if not isinstance(group, WordedGroup):
            raise TypeError("the program is a group of commands")
        name, command, _ = group.resolve_command(context, [DEFAULT_COMMAND])
        with command.make_context(name, [], parent=context) as own:
            command.invoke(own)


def add(name: str, function: Callable[..., None]) -> None:
    """Offer a command.

    Parameters
    ----------
    name
        Its words are ``NAME_short``, ``NAME_help`` and ``NAME_example`` in the catalogue.
    function
        Raises `Refusal` for bad input. Imports what is slow to import only when called.
    """
    app.command(
        name,
        cls=WordedCommand,
        short_help=words(f"{name}_short"),
        help=words(f"{name}_help"),
        epilog=words(f"{name}_example"),
    )(function)


add("serve", serve)
add("build", build)
add("score", score)
add("report", report)
add("sheet", sheet)
add("check", check)
add("demo", demo)
add("export", export)
add("purge", purge)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program and end the process with its exit code.

    Parameters
    ----------
    arguments
        What stands behind the name of the program; by default what was typed.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot write a letter shows a question mark in its place.
            stream.reconfigure(errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = get_command(app).main(args=arguments, prog_name=PROGRAM, standalone_mode=False)
    except Refusal as refusal:
        sentence = str(refusal)
    except typer.TyperException as error:
        sentence = usage_sentence(error)
    else:
        return code if isinstance(code, int) else 0
    # What was typed may hold ends of lines, or what tells a terminal to do something.
    shown = "".join(character if character.isprintable() else " " for character in sentence)
    typer.echo(shown, err=True)
    return BAD_INPUT
