"""From the bytes of a CSV file or workbook to rows of text."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import PurePath
from typing import Final

from partnerschap.report.sheet_error import SheetError
from partnerschap.report.sheet_words import ROLE, folded

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 5 * MEGABYTE
"""Size of the largest file that is read."""

MAX_ROWS: Final = 5_000
"""Most rows below the header."""

FAR_ROW: Final = 20 * MAX_ROWS
"""Row beyond which nothing is looked for, so that walking over empty rows comes to an end."""

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
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, position: int) -> str:
        """Return the text at a position, counted from 0."""
        return self.cells[position] if position < len(self.cells) else ""


def read_rows(data: bytes, filename: str) -> Iterator[Row]:
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
        # A CSV file need not wait for openpyxl.
        from partnerschap.report.workbook_reading import workbook_rows  # noqa: PLC0415

        rows = workbook_rows(data)
    else:
        rows = _csv_rows(_text(data))
    return _within_limits(rows)


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


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield number, cells
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


def _within_limits(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    for number, raw in rows:
        cells = [cell.strip() for cell in raw]
        while cells and not cells[-1]:
            cells.pop()
        if number > (MAX_ROWS + 1 if cells else FAR_ROW):
            raise SheetError("too_many_rows", limit=MAX_ROWS)
        if not cells:
            continue
        if len(cells) > MAX_COLUMNS:
            raise SheetError("too_many_columns", row=number, limit=MAX_COLUMNS)
        yield Row(number, tuple(cells))
