"""From the bytes of a CSV file or workbook to rows of text."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import PurePath
from typing import Final

from partnerschap.report.sheets.error import SheetError, column_letters
from partnerschap.report.sheets.vocabulary import ROLE, folded

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 5 * MEGABYTE
"""Size of the largest file that is read."""

MAX_ROWS: Final = 5_000
"""Most rows below the header."""

FAR_ROW: Final = 20 * MAX_ROWS
"""Line of a CSV file beyond which nothing is looked for: walking over empty lines must end."""

MAX_COLUMNS: Final = 500

ZIP_SIGNATURE: Final = b"PK\x03\x04"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS: Final = (";", ",")


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
        text = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return text.strip()


def read_rows(data: bytes, filename: str) -> Iterable[Row]:
    """Read the rows of a sheet that hold something.

    Parameters
    ----------
    filename
        Its suffix says what the file ought to be.

    Raises
    ------
    SheetError
        When the file is too large, or no CSV in UTF-8 and no workbook.
    """
    if len(data) > MAX_BYTES:
        raise SheetError("too_large", limit=MAX_BYTES // MEGABYTE)
    suffix = PurePath(filename).suffix.lower()
    if suffix not in {".csv", ".xlsx"}:
        raise SheetError("wrong_suffix")
    if not data.strip():
        raise SheetError("empty")
    if suffix == ".xlsx":
        if not data.startswith(ZIP_SIGNATURE):
            raise SheetError("not_xlsx")
        # Its rows are those of this module, which it imports.
        from partnerschap.report.sheets.xlsx_reading import workbook_rows  # noqa: PLC0415

        return workbook_rows(data)
    return _csv_rows(_text(data))


def _text(data: bytes) -> str:
    if data.startswith(_UTF_16):
        raise SheetError("wrong_encoding", row=1)
    if b"\0" in data or data.startswith(ZIP_SIGNATURE):
        raise SheetError("not_csv")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise SheetError("wrong_encoding", row=row) from None
    if text.lstrip().startswith("<"):
        raise SheetError("not_csv")
    return text


def _csv_rows(text: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            row = filled_row(number, [visible(cell) for cell in cells], {})
            if row is not None:
                yield row
            elif number > FAR_ROW:
                raise SheetError("too_many_rows", limit=MAX_ROWS)
    except csv.Error:
        raise SheetError("bad_quotes", row=number + 1) from None


def _separator(text: str) -> str:
    """Take the separator under which the header has a column for the role."""
    header = next(iter(text.splitlines()), "")
    for separator in _SEPARATORS:
        names = [folded(name.strip().strip('"')) for name in header.split(separator)]
        if ROLE in names:
            return separator
    return max(_SEPARATORS, key=header.count)
