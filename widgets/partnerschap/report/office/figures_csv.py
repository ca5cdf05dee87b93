"""The figures and the plan as CSV, a figure a row."""

import csv
import unicodedata
from io import StringIO
from typing import Final

from partnerschap.report.office.rows import Value, long_rows
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords

COLUMNS: Final = ("kind", "id", "name", "group", "figure", "value")

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet compute, and not show, a text; in some languages its wide form does."""


def figures_csv(report: TeamReport, words: ReportWords) -> bytes:
    """Make the file.

    Semicolons, a byte order mark and commas in numbers, because that is what a Dutch Excel opens
    as columns of numbers; whoever programs takes the JSON.
    """
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in long_rows(report, words):
        writer.writerow([_cell(value) for value in row])
    return made.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        # An apostrophe makes a text of it; a number is never written as text here.
        first = unicodedata.normalize("NFKC", value[:1])
        return f"'{value}" if first.startswith(_FORMULA) else value
    return repr(value).replace(".", ",")
