"""Single answers behind the figures of a workbook, for who filled in the sheet they come from."""

from io import BytesIO

from openpyxl import load_workbook

from partnerschap.report.words import ReportWords
from partnerschap.report.zipping import without_time
from partnerschap.scoring import Answers, answer_of


def with_answers(workbook: bytes, answers: Answers, words: ReportWords) -> bytes:
    """Add a tab with a row a person, as an answer sheet has it but for the name.

    Parameters
    ----------
    workbook
        An .xlsx file.
    """
    opened = load_workbook(BytesIO(workbook))
    sheet = opened.create_sheet(words.say("tab_answers"))
    sheet.append(["role", *answers.item_ids])
    for role, row in zip(answers.roles, answers.values.tolist(), strict=True):
        sheet.append([role, *map(answer_of, row)])
    sheet.freeze_panes = "B2"
    packed = BytesIO()
    opened.save(packed)
    return without_time(packed.getvalue())
