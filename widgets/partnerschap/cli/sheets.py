"""Filled-in answer sheets, read for a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from partnerschap.cli.files import read_file
from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from partnerschap.content import Content
    from partnerschap.scoring import Answers


def sheet_bytes(file: Path) -> bytes:
    """Read the file of an answer sheet, which may be too large by one byte.

    Raises
    ------
    Refusal
        When there is no such file or it cannot be read.
    """
    from partnerschap.report import MAX_BYTES

    return read_file(file, MAX_BYTES)


def answers_of(data: bytes, file: Path, content: Content) -> Answers:
    """Read the answers from the bytes of a sheet.

    Raises
    ------
    Refusal
        When it cannot be used.
    """
    from partnerschap.report import SheetError, read_sheet

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
