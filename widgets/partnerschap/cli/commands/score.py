"""The command `score`: a filled-in sheet in, figures out."""

from __future__ import annotations

import json
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, require_instrument
from partnerschap.cli.refusal import refusal, require_number
from partnerschap.cli.sheets import answers_of, sheet_bytes, tell_left_out
from partnerschap.cli.words import words

if TYPE_CHECKING:
    from partnerschap.advice import Advice
    from partnerschap.content import Content
    from partnerschap.scoring import Scores, Side

FORMATS = ("json", "table")

_LARGE: Final = 100_000
"""Bytes from which reading and scoring may take longer than a second."""


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
    """Score a filled-in answer sheet and write the figures.

    Raises
    ------
    Refusal
        When an option, the sheet or where to write cannot be used.
    """
    require_number(1, min_group, "--min-group")
    require_number(0, seed, "--seed")
    require_number(0, top, "--top")
    if form not in FORMATS:
        raise refusal("unknown_format", name=form, choices=", ".join(FORMATS))
    # Threads cost more time than they gain on the few answers of a team; read when NumPy starts.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from partnerschap.advice import advise
    from partnerschap.scoring import missing_side, score as scores_of

    require_writable(output, unlike=file)
    data = sheet_bytes(file)
    content = load_content()
    require_instrument(content, instrument)
    with _progress(len(data)):
        answers = answers_of(data, file, content)
        scores = scores_of(content, instrument, answers, min_group=min_group, seed=seed)
        # No more actions can be offered than there are items.
        advice = advise(content, answers, scores, top=min(top, len(scores.items)))
    tell_left_out(content, instrument, answers)
    if form == "table":
        heard = answers.roles_heard([item.id for item in scores.items])
        _write_tables(content, scores, advice, output, missing_side(heard))
    else:
        _write_json(scores, advice, output)


def _progress(size: int) -> AbstractContextManager[object]:
    """Show on stderr that a large file is worked on."""
    if size < _LARGE:
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words("busy"))


def _write_json(scores: Scores, advice: Advice, output: Path | None) -> None:
    from partnerschap.report import figures

    text = json.dumps(figures(scores, advice), ensure_ascii=False, indent=2, allow_nan=False)
    write_output(f"{text}\n".encode(), output)


def _write_tables(
    content: Content,
    scores: Scores,
    advice: Advice,
    output: Path | None,
    missing: Side | None,
) -> None:
    from partnerschap.cli.tables import as_text

    text = as_text(content, scores, advice, missing=missing, for_file=output is not None)
    write_output(text.encode(), output)
