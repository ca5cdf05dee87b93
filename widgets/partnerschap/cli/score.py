"""The command `score`: a filled-in sheet in, figures out."""

import os
from pathlib import Path
from typing import Annotated

import typer

from partnerschap.cli.refusal import refusal, require_number
from partnerschap.cli.words import words

FORMATS = ("json", "table")


def score(  # noqa: PLR0913 - one value an option
    file: Annotated[
        Path, typer.Argument(metavar=words("file"), help=words("score_file"), readable=False)
    ],
    *,
    instrument: Annotated[
        str, typer.Option(metavar=words("name"), help=words("option_instrument"))
    ] = "compleet",
    min_group: Annotated[
        int, typer.Option(metavar=words("number"), help=words("option_min_group"))
    ] = 5,
    seed: Annotated[int, typer.Option(metavar=words("number"), help=words("option_seed"))] = 0,
    top: Annotated[int, typer.Option(metavar=words("number"), help=words("option_top"))] = 5,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help=words("option_format"))
    ] = "json",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar=words("file"), help=words("option_output"), readable=False
        ),
    ] = None,
) -> None:
    """Score a filled-in answer sheet."""
    require_number(1, min_group, "--min-group")
    require_number(0, seed, "--seed")
    require_number(0, top, "--top")
    if form not in FORMATS:
        raise refusal("unknown_format", name=form, choices=", ".join(FORMATS))
    # Threads cost more time than they gain on the few answers of a team; read when NumPy starts.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from partnerschap.cli.score_work import score_sheet  # noqa: PLC0415 - slow to import

    score_sheet(
        file,
        instrument_id=instrument,
        min_group=min_group,
        seed=seed,
        top=top,
        as_table=form == "table",
        output=output,
    )
