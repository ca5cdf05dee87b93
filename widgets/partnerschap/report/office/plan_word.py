"""The plan as a Word file that the team goes on writing in."""

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from partnerschap.report.office.word import new_document, packed
from partnerschap.report.pages.full_context import plan_alone
from partnerschap.report.pages.points import PageContext
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords

_WIDTHS: Final = (Cm(8.6), Cm(4.2), Cm(3.4), Cm(2.4))
_DETAILS: Final = ("belongs", "first_step", "months", "evidence", "celebration", "reason")
_ONLY_IF_THERE: Final = {"belongs", "reason"}
_GRID: Final = "Table Grid"


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
        _table(document, words, context["plan"])
        for step in context["plan"]:
            _step(document, words, step)
    else:
        document.add_paragraph(words.say("plan_none"))
    document.add_heading(words.say("next_round_title"), level=1)
    document.add_paragraph(context["next"])
    return packed(document)


def _table(document: Any, words: ReportWords, steps: list[PageContext]) -> None:
    table = document.add_table(rows=1, cols=4, style=_GRID)
    table.autofit = False
    header = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    header._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - python-docx has no other way
    for cell, key in zip(
        header.cells, ("column_step", "column_owner", "column_due", "column_state"), strict=True
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
        _detail(document, words.say("for_point"), step["statement"])
    for key in _DETAILS:
        # Also where there is nothing yet: the team can write it here.
        if step[key] or key not in _ONLY_IF_THERE:
            _detail(document, words.say(key), step[key])


def _detail(document: Any, name: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(value)
