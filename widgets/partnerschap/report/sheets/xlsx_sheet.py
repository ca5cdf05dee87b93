"""One sheet of a workbook: its filled cells as a reader sees them, and which of them cannot count.

Not by openpyxl, which builds a row before it can be counted, and which does not tell of a formula
that nobody worked out, of hidden rows, nor of merged cells.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from partnerschap.report.sheets.cells import MAX_COLUMNS, MAX_ROWS, Row, filled_row
from partnerschap.report.sheets.error import SheetError
from partnerschap.report.sheets.xlsx_formats import PLAIN, Format
from partnerschap.report.sheets.xlsx_parts import Attributes, DamagedWorkbookError, Parts
from partnerschap.report.sheets.xlsx_text import LONGEST_TEXT, TextPieces, cut_off

MAX_CELLS: Final = 200_000
"""Most cells of a sheet, empty ones with a colour or a border included."""

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DIGITS: Final = frozenset("0123456789")
_BOOLEANS: Final = {"0": "FALSE", "1": "TRUE"}
_NEVER_TO_READ: Final = {"e": "cell_error", "d": "cell_format"}


class WorkbookSheet:
    """A sheet of a workbook.

    Parameters
    ----------
    strings, formats
        What its cells name by number.

    Attributes
    ----------
    rows
        Those that hold something, in order.
    """

    def __init__(self, strings: Sequence[str], formats: Sequence[Format]) -> None:
        self.rows: list[Row] = []
        self._numbers: list[int] = []
        self._strings = strings
        self._formats = formats
        self._cell_count = 0
        self._columns_seen = 0
        self._hidden_columns: set[int] = set()
        self._merged_seen = 0
        self._row_number = 0
        self._row_hidden = False
        self._texts: dict[int, str] = {}
        self._faults: dict[int, str] = {}
        self._position = -1
        self._cell: Attributes = {}
        self._pieces = TextPieces()
        self._value: str | None = None
        self._formula: str | None = None
        self._in_line = False

    def read(self, parts: Parts, name: str) -> None:
        """Read the sheet from a part.

        Raises
        ------
        SheetError
            When it has too many rows, columns or cells, or a filled cell that is merged; `rows`
            holds what came before.
        """
        starts = {
            "col": self._start_column,
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._pieces.start,
            "f": self._pieces.start,
            "t": self._pieces.start,
            "rPh": self._pieces.start_reading_aid,
            "mergeCell": self._refuse_if_filled,
        }
        ends = {
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "f": self._end_formula,
            "t": self._pieces.end,
            "rPh": self._pieces.end_reading_aid,
            "is": self._end_text_in_line,
        }
        parts.parse(name, starts, ends, self._pieces.take)

    def _start_column(self, attributes: Attributes) -> None:
        first = max(int(attributes["min"]) - 1, self._columns_seen)
        last = min(int(attributes["max"]), MAX_COLUMNS)
        self._columns_seen = max(self._columns_seen, last)
        if _is_hidden(attributes, "width"):
            self._hidden_columns.update(range(first, last))

    def _start_row(self, attributes: Attributes) -> None:
        number = int(attributes.get("r", self._row_number + 1))
        if number <= self._row_number:
            raise DamagedWorkbookError("rows are not in order")
        self._row_number = number
        self._row_hidden = _is_hidden(attributes, "ht")
        self._position = -1
        self._texts, self._faults = {}, {}

    def _end_row(self) -> None:
        if not self._texts:
            return
        cells = [""] * (max(self._texts) + 1)
        for position, text in self._texts.items():
            cells[position] = text
        row = filled_row(self._row_number, cells, self._faults)
        if row is not None:
            self.rows.append(row)
            self._numbers.append(row.number)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell_count += 1
        if self._cell_count > MAX_CELLS:
            raise SheetError("too_many_cells", limit=MAX_CELLS)
        position = self._position + 1
        if "r" in attributes:
            row, position = _place(attributes["r"])
            if row != self._row_number or position <= self._position:
                raise DamagedWorkbookError("cells are not in order")
        self._position = position
        self._cell = attributes
        self._value = self._formula = None
        self._in_line = False

    def _end_value(self) -> None:
        self._value = self._pieces.joined()

    def _end_formula(self) -> None:
        self._formula = self._pieces.joined()

    def _end_text_in_line(self) -> None:
        self._value = self._pieces.joined()
        self._in_line = True

    def _end_cell(self) -> None:
        if self._value is None and self._formula is None:
            return
        text, fault = self._seen()
        text = cut_off(text)
        if not text:
            return
        if len(text) > LONGEST_TEXT:
            fault = fault or "cell_too_long"
        if self._position >= MAX_COLUMNS:
            raise SheetError("too_many_columns", row=self._row_number, limit=MAX_COLUMNS)
        self._texts[self._position] = text
        fault = fault or self._why_hidden()
        if fault:
            self._faults[self._position] = fault

    def _seen(self) -> tuple[str, str]:
        """Return the text that a reader sees, and what is wrong with it if anything is.

        A formula may yield an empty text, which is stored as an empty value of the kind "str"; any
        other formula without a value is one that nobody worked out.
        """
        kind = "inlineStr" if self._in_line else self._cell.get("t", "n")
        value = self._value
        if self._formula is not None and not value and (value is None or kind != "str"):
            return f"={self._formula}", "cell_formula"
        if not value:
            return "", ""
        if kind == "n":
            return _number(value), "" if self._format().shows_number else "cell_format"
        if kind in {"s", "str", "inlineStr"}:
            text = _numbered(self._strings, value) if kind == "s" else value
            return text, "" if self._format().shows_text else "cell_format"
        if kind == "b":
            return _BOOLEANS[value.strip()], "cell_boolean"
        return value, _NEVER_TO_READ[kind]

    def _format(self) -> Format:
        style = int(self._cell.get("s", "0"))
        return self._formats[style] if 0 <= style < len(self._formats) else PLAIN

    def _why_hidden(self) -> str:
        """Say why nobody sees a cell, if so; the names above the columns may be hidden."""
        if self._row_number == 1:
            return ""
        if self._row_hidden:
            return "cell_in_hidden_row"
        return "cell_in_hidden_column" if self._position in self._hidden_columns else ""

    def _refuse_if_filled(self, attributes: Attributes) -> None:
        """Refuse a merged area with something in it: a reader sees that in each of its cells."""
        area = attributes["ref"]
        first, _, last = area.partition(":")
        top, left = _place(first)
        bottom, right = _place(last or first)
        start = bisect_left(self._numbers, top)
        end = bisect_right(self._numbers, bottom)
        # Areas do not lie over each other, so together they are no larger than the sheet.
        self._merged_seen += max(end - start, 0) * max(min(right + 1, MAX_COLUMNS) - left, 0)
        if self._merged_seen > MAX_ROWS * MAX_COLUMNS:
            raise DamagedWorkbookError("merged cells lie over each other")
        if any(any(row.cells[left : right + 1]) for row in self.rows[start:end]):
            raise SheetError("cells_merged", area=area)


def _is_hidden(attributes: Attributes, size: str) -> bool:
    hidden = attributes.get("hidden", "0") not in {"0", "false"}
    return hidden or (size in attributes and float(attributes[size]) == 0)


def _place(reference: str) -> tuple[int, int]:
    """Return the number of the row and the position of the column, counted from 0."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise DamagedWorkbookError(reference)
    position = 0
    for letter in match[1]:
        position = position * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), position - 1


def _number(value: str) -> str:
    """Write a number as a spreadsheet shows it, without the noise of binary fractions."""
    return value if value in _DIGITS else f"{float(value):.10g}"


def _numbered(strings: Sequence[str], value: str) -> str:
    number = int(value)
    if number < 0:
        raise DamagedWorkbookError("a text with a negative number")
    return strings[number]
