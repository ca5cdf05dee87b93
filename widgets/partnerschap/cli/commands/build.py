"""The command `build`: the book as HTML."""

from pathlib import Path

import typer

from partnerschap.cli.loading import load_content
from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words


def build() -> None:
    """Build the book."""
    load_content()
    typer.echo(words("built", folder=built_book(only_if_needed=False)), err=True)


def built_book(*, only_if_needed: bool) -> Path:
    """Build the book with a sign of progress, and return the folder with its pages.

    Raises
    ------
    Refusal
        When it cannot be built.
    """
    from rich.console import Console

    from partnerschap.server import BookError, build as build_html, html_folder, is_current

    if only_if_needed and is_current():
        return html_folder()
    console = Console(stderr=True)
    try:
        with console.status(words("building")) as status:
            return build_html(
                lambda line: status.update(f"{words('building')} [dim]{_progress(line)}[/dim]"),
                only_if_needed=only_if_needed,
            )
    except BookError as error:
        console.print(str(error), markup=False, highlight=False)
        raise refusal("book_failed", folder=html_folder()) from None


def _progress(line: str) -> str:
    """Keep the end of a line of the builder, without what the terminal would take for markup."""
    return line.replace("[", "(").replace("]", ")")[-60:]
