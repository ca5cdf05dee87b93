"""Rows of text cells, as a CSV file and a workbook give them, and how large a sheet may be."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from partnerschap.report.sheets.error import SheetError, column_letters

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 5 * MEGABYTE
"""Size of the largest file that is read."""

MAX_ROWS: Final = 5_000
"""Most rows below the header."""

MAX_COLUMNS: Final = 500

ZIP_SIGNATURE: Final = b"PK\x03\x04"


@dataclass(frozen=True)
class Row:
    """A row that holds something.

    Attributes
    ----------
    number
        As a spreadsheet numbers it: the header is row 1.
    cells
        Trimmed; an empty cell is an empty text, and cells after the last filled one are absent.
    faults
        Of cells that cannot count, as what they hold is not what a reader sees: the message that
        says why, by position.
    """

    number: int
    cells: tuple[str, ...]
    faults: Mapping[int, str] = field(default_factory=dict)

    def text(self, position: int) -> str:
        """Return the text at a position, counted from 0, of a cell that need not count."""
        return self.cells[position] if position < len(self.cells) else ""

    def cell(self, position: int) -> str:
        """Return the text at a position, counted from 0.

        Raises
        ------
        SheetError
            When the cell cannot count.
        """
        text = self.text(position)
        if position in self.faults:
            cell = f"{column_letters(position)}{self.number}"
            raise SheetError(self.faults[position], cell=cell, value=text)
        return text


def filled_row(number: int, texts: list[str], faults: Mapping[int, str]) -> Row | None:
    """Make a row of what its cells hold, or nothing when they are all empty.

    Raises
    ------
    SheetError
        When it lies too far down or is too long.
    """
    while texts and not texts[-1]:
        texts.pop()
    if not texts:
        return None
    if number > MAX_ROWS + 1:
        raise SheetError("too_many_rows", limit=MAX_ROWS)
    if len(texts) > MAX_COLUMNS:
        raise SheetError("too_many_columns", row=number, limit=MAX_COLUMNS)
    return Row(number, tuple(texts), faults)


def visible(text: str) -> str:
    """Leave out the blanks around a text, and the signs in it that nobody sees."""
    if not text.isprintable():
        text = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return text.strip()
