"""The report as an Excel workbook: a sheet to read, the figures, and the plan."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from partnerschap.report.charts.areas import share_text
from partnerschap.report.charts.palette import palette
from partnerschap.report.office.rows import Value
from partnerschap.report.pages.context import (
    confidential,
    head,
    hidden,
    next_round,
    plan_step,
    respondents,
)
from partnerschap.report.pages.points import (
    agree_low,
    agree_low_heading,
    agree_low_more,
    discuss,
    discuss_none,
    notes,
    strengths,
    strengths_more,
    strengths_none,
)
from partnerschap.report.shares import (
    balance_words,
    is_enough_of,
    is_enough_of_area,
    says,
)
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords
from partnerschap.report.zipping import without_time
from partnerschap.scoring import ItemScore

_LONGEST: Final = 32_767
"""Characters that a cell of Excel can hold."""

_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_PERCENT: Final = "0%"
_DECIMAL: Final = "0.00"
_DATE: Final = "d mmmm yyyy"
_READ: Final = 100.0


def report_workbook(report: TeamReport, words: ReportWords) -> bytes:
    """Make the file. A text is a text, whatever it begins with; nothing is computed in it."""
    context = head(report, words, "title_full")
    workbook = Workbook()
    workbook.properties.title = " · ".join(filter(None, (context["title"], context["label"])))
    workbook.properties.creator = "partnerschap"
    workbook.properties.language = words.content.language
    _read(workbook.worksheets[0], report, words)
    _areas(workbook.create_sheet(words.say("tab_areas")), report, words)
    _items(workbook.create_sheet(words.say("tab_items")), report, words)
    _plan(workbook.create_sheet(words.say("tab_plan")), report, words)
    packed = BytesIO()
    workbook.save(packed)
    return without_time(packed.getvalue())


def _read(sheet: Worksheet, report: TeamReport, words: ReportWords) -> None:
    context = head(report, words, "title_full")
    sheet.title = words.say("tab_report")
    heading = Font(bold=True, size=13, color=palette()["accent"].removeprefix("#"))
    well = list(map(_with_detail, strengths(report, words))) or [strengths_none(report, words)]
    low = list(map(_with_detail, agree_low(report, words)))
    talk = [_with_detail(entry) for entry in discuss(report, words)] or [
        discuss_none(report, words)
    ]
    partnerships = any(area.partnership for area in words.content.areas_of(report.instrument))
    chapters = [
        (context["title"], [context["demo"], context["label"], " · ".join(context["facts"])]),
        (
            "",
            [
                respondents(report, words),
                confidential(report, words),
                *notes(report, words),
            ],
        ),
        (words.say("heading_strengths"), [*well, strengths_more(report, words)]),
        *(
            [(words.say("heading_partnerships"), [balance_words(words.content, report.scores)])]
            if partnerships
            else []
        ),
        (words.say("heading_discuss"), talk),
        (agree_low_heading(report, words), [*low, agree_low_more(report, words)]),
        (words.say("heading_plan"), [next_round(report, words)]),
        (words.say("heading_hidden"), hidden(report, words)),
    ]
    row = 0
    for title, lines in chapters:
        for text, font in ((title, heading), *((line, None) for line in lines)):
            if text and any(lines):
                row += 1
                _write(sheet, row, 1, text)
                if font is not None:
                    sheet.cell(row, 1).font = font
        row += 1
    sheet.column_dimensions["A"].width = _READ


def _areas(sheet: Worksheet, report: TeamReport, words: ReportWords) -> None:
    keys = ("column_area", "column_in_place", "column_interval", "column_interval", "column_items")
    _header(sheet, [words.say(key) for key in keys], (34, 14, 12, 12, 20))
    for row, area in enumerate(report.scores.areas, 2):
        _write(sheet, row, 1, words.area(area.id))
        if area.interval is not None and is_enough_of_area(area):
            for column, share in enumerate((area.share, *area.interval), 2):
                _write(sheet, row, column, share, _PERCENT)
        else:
            _write(sheet, row, 2, share_text(report, words, area))
        _write(sheet, row, 5, area.items_scored)


def _items(sheet: Worksheet, report: TeamReport, words: ReportWords) -> None:
    header = [
        words.say("column_point"),
        words.say("column_area"),
        words.say("sheet_status"),
        words.say("sheet_answers_count"),
        *(words.say("sheet_answers", value=value) for value in range(1, 6)),
        words.outside_scale("dont_know"),
        words.outside_scale("not_applicable"),
        words.say("column_in_place"),
        words.say("column_median"),
        words.say("column_agreement"),
    ]
    _header(sheet, header, (60, 28, 26, *([12] * 11)))
    for row, item in enumerate(report.scores.items, 2):
        values: list[tuple[Value, str | None]] = [
            (words.statement(item.id), None),
            (words.area(item.area), None),
            (words.status(report.scores, item.id), None),
            (item.n_valid, None),
            *((count, None) for count in item.counts or (None,) * 5),
            (item.dont_know, None),
            (item.not_applicable, None),
            (item.share, _PERCENT) if is_enough_of(item) else (_in_words(words, item), None),
            (item.median, _DECIMAL),
            (words.agreement(item.agreement_class) or None, None),
        ]
        for column, (value, form) in enumerate(values, 1):
            _write(sheet, row, column, value, form)


def _plan(sheet: Worksheet, report: TeamReport, words: ReportWords) -> None:
    keys = ("first_step", "months", "evidence", "celebration", "reason", "belongs")
    header = [
        *(words.say(key) for key in ("column_number", "column_step", "column_owner", "column_due")),
        *(words.say(key) for key in ("column_state", "for_point", *keys)),
    ]
    _header(sheet, header, (6, 60, 22, 20, 14, 44, 30, 20, 30, 30, 30, 26))
    if not report.plan:
        _write(sheet, 2, 2, words.say("plan_none"))
    for row, step in enumerate(report.plan, 2):
        said = plan_step(step, row - 1, words)
        _write(sheet, row, 1, row - 1)
        for column, key in enumerate(("text", "owner", "due", "state", "statement", *keys), 2):
            _write(sheet, row, column, said[key])
        if step.due is not None:
            sheet.cell(row, 4).value = step.due
            sheet.cell(row, 4).number_format = _DATE


def _header(sheet: Worksheet, names: Sequence[str], widths: Sequence[float]) -> None:
    fill = PatternFill("solid", start_color=palette()["surface-2"].removeprefix("#"))
    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        _write(sheet, 1, column, name)
        cell = sheet.cell(1, column)
        cell.font, cell.fill = Font(bold=True), fill
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.fitToPage = True
    sheet.print_title_rows = "1:1"


def _write(sheet: Worksheet, row: int, column: int, value: Value, form: str | None = None) -> None:
    cell: Any = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = value[:_LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = True
        cell.alignment = _WRAPPED
    elif value is not None:
        cell.value = value
        cell.number_format = form or "General"


def _in_words(words: ReportWords, item: ItemScore) -> str | None:
    """Say of a few people what a percentage would make too much of."""
    return says(words.content, item) if item.counts and any(item.counts) else None


def _with_detail(one: dict[str, Any]) -> str:
    return f"{one['text']} ({one['detail']})" if one["detail"] else str(one["text"])
