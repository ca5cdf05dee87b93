"""The commands about team sessions: `demo`, `export` and `purge`."""

from pathlib import Path
from typing import Annotated

import typer

from partnerschap.cli.words import words

Database = Annotated[
    str | None, typer.Option(metavar=words("address"), help=words("option_database"))
]


def demo(
    *,
    instrument: Annotated[
        str, typer.Option(metavar=words("name"), help=words("option_demo_instrument"))
    ] = "kort",
    seed: Annotated[int, typer.Option(metavar=words("number"), help=words("option_demo_seed"))] = 0,
    database: Database = None,
) -> None:
    """Make an example session."""
    from partnerschap.cli.session_work import make_demo  # noqa: PLC0415 - slow to import

    make_demo(instrument, seed, database)


def export(
    session: Annotated[str, typer.Argument(metavar=words("code"), help=words("export_session"))],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar=words("file"), help=words("option_output"), readable=False
        ),
    ] = None,
    database: Database = None,
) -> None:
    """Write what may be shown of a closed session, as JSON."""
    from partnerschap.cli.session_work import export_session  # noqa: PLC0415 - slow to import

    export_session(session, output, database)


def purge(*, database: Database = None) -> None:
    """Delete the answers whose time has come."""
    from partnerschap.cli.session_work import purge_answers  # noqa: PLC0415 - slow to import

    purge_answers(database)
