"""Reads the rows of an answer sheet from the bytes of a CSV file or workbook."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import PurePath
from typing import Final

from partnerschap.report.sheets.cells import (
    MAX_BYTES,
    MAX_ROWS,
    MEGABYTE,
    ZIP_SIGNATURE,
    Row,
    filled_row,
    visible,
)
from partnerschap.report.sheets.error import SheetError
from partnerschap.report.sheets.vocabulary import ROLE, folded
from partnerschap.report.sheets.xlsx_reading import workbook_rows

FAR_ROW: Final = 20 * MAX_ROWS
"""Line of a CSV file beyond which nothing is looked for: walking over empty lines must end."""

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS: Final = (";", ",")


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
