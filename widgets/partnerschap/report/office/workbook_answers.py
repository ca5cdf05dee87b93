"""Single answers behind the figures of a workbook, for who filled in the sheet they come from."""

from io import BytesIO

from openpyxl import load_workbook

from partnerschap.report.office.workbook import report_workbook
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, cleaned
from partnerschap.report.zipping import without_time
from partnerschap.scoring import Answers, answer_of


def make_workbook_with_answers(report: TeamReport, answers: Answers) -> bytes:
    """Make the workbook of a sheet with the sheet's single answers behind the figures.

    They are a tab with a row a person, as an answer sheet has it but for the name. Not for a
    session: nobody sees the answers of somebody else there.
    """
    words = ReportWords(report.content, report.sector)
    opened = load_workbook(BytesIO(report_workbook(cleaned(report), words)))
    sheet = opened.create_sheet(words.say("tab_answers"))
    sheet.append(["role", *answers.item_ids])
    for role, row in zip(answers.roles, answers.values.tolist(), strict=True):
        sheet.append([role, *map(answer_of, row)])
    sheet.freeze_panes = "B2"
    packed = BytesIO()
    opened.save(packed)
    return without_time(packed.getvalue())
