"""Rows of the first sheet of an Excel workbook."""

import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook

from partnerschap.report.sheet_cells import FAR_ROW, MAX_COLUMNS, MEGABYTE
from partnerschap.report.sheet_error import SheetError

MAX_UNPACKED: Final = 25 * MEGABYTE
"""A workbook is a zip archive: a small file may unpack into one that fills the memory."""

_LAST_ROW: Final = 1_048_576
"""Of any sheet in Excel; openpyxl walks to whatever row number a file claims."""


def workbook_rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Read the first sheet, formulas as the values that Excel stored with them.

    Raises
    ------
    SheetError
        When the archive is damaged, protected, no workbook, or unpacks too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except Exception:  # noqa: BLE001 - zipfile promises no closed list of errors
        raise SheetError("workbook_unreadable") from None
    if unpacked > MAX_UNPACKED:
        raise SheetError("unpacked_too_large", limit=MAX_UNPACKED // MEGABYTE)
    rows = _rows(data)
    while True:
        with warnings.catch_warnings():
            # openpyxl warns of parts that it leaves aside, which hold no answers.
            warnings.simplefilter("ignore")
            try:
                row = next(rows, None)
            except Exception:  # noqa: BLE001 - openpyxl meets damage with any error at all
                raise SheetError("workbook_unreadable") from None
        if row is None:
            return
        yield row


def _rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    rows = workbook.worksheets[0].iter_rows(
        min_row=1, max_row=_LAST_ROW, min_col=1, max_col=MAX_COLUMNS + 1, values_only=True
    )
    for number, cells in enumerate(rows, 1):
        if cells.count(None) < len(cells) or number > FAR_ROW:
            yield number, [_as_text(cell) for cell in cells]


def _as_text(cell: Any) -> str:
    """Write a value as the person sees it, so that a message can repeat it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)
