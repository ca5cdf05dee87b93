"""The command `report`: files of a closed session or a filled-in sheet, to take home."""

import os
from pathlib import Path
from typing import Annotated

import typer

from partnerschap.cli.refusal import refusal, require_number
from partnerschap.cli.sessions import Database
from partnerschap.cli.words import words

KINDS = ("one-page", "full", "plan", "handout")
SUFFIXES = (".pdf", ".docx", ".xlsx", ".ics", ".json", ".csv")
"""As in the report room, which the help need not wait for."""


def report(  # noqa: PLR0913 - one value an option
    source: Annotated[
        str | None, typer.Argument(metavar=words("source"), help=words("report_source"))
    ] = None,
    *,
    kind: Annotated[
        str | None,
        typer.Option(metavar=words("kind"), help=words("option_kind", kinds=", ".join(KINDS))),
    ] = None,
    instrument: Annotated[
        str, typer.Option(metavar=words("name"), help=words("option_report_instrument"))
    ] = "compleet",
    min_group: Annotated[
        int, typer.Option(metavar=words("number"), help=words("option_min_group"))
    ] = 5,
    sector: Annotated[
        str | None, typer.Option(metavar=words("name"), help=words("option_sector"))
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar=words("address"), help=words("option_address"))
    ] = None,
    exercise: Annotated[
        str | None, typer.Option(metavar=words("name"), help=words("option_exercise"))
    ] = None,
    with_answers: Annotated[
        bool, typer.Option("--with-answers", help=words("option_with_answers"))
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=words("file"),
            help=words("option_report_output", suffixes=", ".join(SUFFIXES)),
            readable=False,
        ),
    ] = None,
    database: Database = None,
) -> None:
    """Make a file of a session or a sheet."""
    require_number(1, min_group, "--min-group")
    if exercise is not None:
        from partnerschap.cli.worksheet_work import write_worksheet  # noqa: PLC0415 - slow to import

        if source is not None or kind not in {None, "handout"}:
            raise refusal("exercise_alone")
        write_worksheet(exercise, sector, output)
        return
    # Threads cost more time than they gain on the few answers of a team; read when NumPy starts.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from partnerschap.cli.report_sources import Wanted  # noqa: PLC0415 - slow to import
    from partnerschap.cli.report_work import write_report  # noqa: PLC0415

    write_report(
        source,
        Wanted(
            kind=kind,
            instrument=instrument,
            min_group=min_group,
            sector=sector,
            address=address,
            with_answers=with_answers,
            output=output,
            database=database,
        ),
    )
