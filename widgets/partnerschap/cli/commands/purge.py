"""The command `purge`: let the answers go whose time has come."""

import typer

from partnerschap.cli.loading import load_content
from partnerschap.cli.sessions import Database, run_use_case
from partnerschap.cli.words import words


def purge(*, database: Database = None) -> None:
    """Delete the answers whose time has come, and say how many.

    Raises
    ------
    Refusal
        When the database cannot be used.
    """
    from partnerschap.sessions import purge_expired

    done = run_use_case(load_content(), database, purge_expired)
    typer.echo(words("purged", answers=done.answers, sessions=done.sessions))
