"""The plan as a Word file that the team goes on writing in."""

from typing import Any, Final

from docx.shared import Cm

from partnerschap.report.office.word import GRID, add_detail, new_document, packed, repeat_header
from partnerschap.report.pages.full_context import plan_alone
from partnerschap.report.pages.points import PageContext
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords

_WIDTHS: Final = (Cm(8.6), Cm(4.2), Cm(3.4), Cm(2.4))
_DETAILS: Final = ("belongs", "first_step", "months", "evidence", "celebration", "reason")
_ONLY_IF_THERE: Final = {"belongs", "reason"}


def plan_document(report: TeamReport, words: ReportWords) -> bytes:
    """Make the file: a table to see the whole, and a heading a step with what belongs to it."""
    context = plan_alone(report, words)
    title = " · ".join(filter(None, (context["title"], context["label"])))
    document = new_document(title, context["language"])
    document.add_heading(context["title"], level=0)
    if context["demo"]:
        document.add_paragraph(style="Intense Quote").add_run(context["demo"])
    if context["label"]:
        document.add_paragraph(style="Subtitle").add_run(context["label"])
    document.add_paragraph(" · ".join(context["facts"]))
    document.add_paragraph(words.say("plan_keep"))
    document.add_heading(words.say("heading_plan"), level=1)
    if context["plan"]:
        add_plan(document, words, context["plan"])
    else:
        document.add_paragraph(words.say("plan_none"))
    document.add_heading(words.say("next_round_title"), level=1)
    document.add_paragraph(context["next"])
    return packed(document)


def add_plan(document: Any, words: ReportWords, steps: list[PageContext]) -> None:
    """Write the steps of a plan into a document, under a heading of level 1 that is there."""
    _table(document, words, steps)
    for step in steps:
        _step(document, words, step)


def _table(document: Any, words: ReportWords, steps: list[PageContext]) -> None:
    table = document.add_table(rows=1, cols=4, style=GRID)
    table.autofit = False
    repeat_header(table)
    for cell, key in zip(
        table.rows[0].cells,
        ("column_step", "column_owner", "column_due", "column_state"),
        strict=True,
    ):
        cell.paragraphs[0].add_run(words.say(key)).bold = True
    for step in steps:
        values = (f"{step['number']}. {step['text']}", step["owner"], step["due"], step["state"])
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.paragraphs[0].add_run(value)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = width


def _step(document: Any, words: ReportWords, step: PageContext) -> None:
    # A heading that holds a whole story would fill the list of headings.
    document.add_heading(words.say("step_heading", number=step["number"]), level=2)
    document.add_paragraph(step["text"])
    if step["statement"]:
        add_detail(document, words.say("for_point"), step["statement"])
    for key in _DETAILS:
        # Also where there is nothing yet: the team can write it here.
        if step[key] or key not in _ONLY_IF_THERE:
            add_detail(document, words.say(key), step[key])
