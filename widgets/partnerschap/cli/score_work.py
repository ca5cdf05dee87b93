"""What `score` does, apart from its options so that the help need not wait for NumPy."""

import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final

import typer

from partnerschap.advice import Advice, advise
from partnerschap.cli.files import read_file, require_writable, write_output
from partnerschap.cli.loading import load_content, require_instrument
from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words
from partnerschap.content import Content
from partnerschap.report import MAX_BYTES, SheetError, figures, read_sheet
from partnerschap.scoring import Answers, Scores
from partnerschap.scoring import score as scored

_LARGE: Final = 100_000
"""Bytes from which reading and scoring may take longer than a second."""


def score_sheet(  # noqa: PLR0913 - one value an option
    file: Path,
    *,
    instrument_id: str,
    min_group: int,
    seed: int,
    top: int,
    as_table: bool,
    output: Path | None,
) -> None:
    """Score an answer sheet and write the figures.

    Raises
    ------
    Refusal
        When the sheet or where to write cannot be used.
    """
    require_writable(output, unlike=file)
    data = read_file(file, MAX_BYTES)
    content = load_content()
    require_instrument(content, instrument_id)
    with _progress(len(data)):
        answers = _read(data, file, content)
        scores = scored(content, instrument_id, answers, min_group=min_group, seed=seed)
        # No more actions can be offered than there are items.
        advice = advise(content, answers, scores, top=min(top, len(scores.items)))
    tell_left_out(content, instrument_id, answers)
    if as_table:
        _write_tables(content, scores, advice, output)
    else:
        text = json.dumps(figures(scores, advice), ensure_ascii=False, indent=2, allow_nan=False)
        write_output(f"{text}\n".encode(), output)


def read_answers(file: Path, content: Content) -> Answers:
    """Read an answer sheet.

    Raises
    ------
    Refusal
        When it cannot be used.
    """
    return _read(read_file(file, MAX_BYTES), file, content)


def _progress(size: int) -> AbstractContextManager[object]:
    """Show on stderr that a large file is worked on."""
    if size < _LARGE:
        return nullcontext()
    from rich.console import Console  # noqa: PLC0415 - a small sheet need not wait for rich

    return Console(stderr=True).status(words("busy"))


def _read(data: bytes, file: Path, content: Content) -> Answers:
    try:
        return read_sheet(data, file.name, content)
    except SheetError as error:
        raise refusal("in_file", path=file, sentence=error.sentence(content)) from None


def tell_left_out(content: Content, instrument_id: str, answers: Answers) -> None:
    """Name the columns that the instrument does not ask.

    Raises
    ------
    Refusal
        When it asks none of them.
    """
    asked = {item.id for item in content.items_of(instrument_id)}
    left_out = [item_id for item_id in answers.item_ids if item_id not in asked]
    if len(left_out) == len(answers.item_ids):
        raise refusal("no_column_of_instrument", name=instrument_id)
    if left_out:
        columns = ", ".join(left_out)
        typer.echo(words("left_out", name=instrument_id, columns=columns), err=True)


def _write_tables(content: Content, scores: Scores, advice: Advice, output: Path | None) -> None:
    from partnerschap.cli.tables import as_text  # noqa: PLC0415 - JSON need not wait for rich

    write_output(as_text(content, scores, advice, for_file=output is not None).encode(), output)
