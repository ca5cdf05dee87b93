"""Answers and figures in files, and filled-in answer sheets taken back."""

from partnerschap.report.answer_code import (
    AnswerCode,
    qr_svg,
    read_answer_code,
    write_answer_code,
)
from partnerschap.report.code_text import AnswerCodeError
from partnerschap.report.figures import AreaFigures, Figures, figures
from partnerschap.report.frames import answers_from_frame, items_frame
from partnerschap.report.handout import Handout
from partnerschap.report.make_file import (
    FILES,
    KINDS,
    ReportKindError,
    file_name,
    make_file,
    make_handout,
    make_vision,
    make_workbook_with_answers,
    make_worksheet,
)
from partnerschap.report.pictures import Picture, pictures
from partnerschap.report.report_json import step_json
from partnerschap.report.sheet_cells import MAX_BYTES
from partnerschap.report.sheet_error import SheetError
from partnerschap.report.sheet_reading import read_sheet
from partnerschap.report.sheet_writing import empty_sheet_csv, empty_sheet_xlsx
from partnerschap.report.team_report import (
    PlanCalendar,
    PlanEntry,
    TeamReport,
)
from partnerschap.report.wording import in_every_sector
from partnerschap.report.worksheet import SECTOR_SHEETS, WORKSHEETS

__all__ = [
    "FILES",
    "KINDS",
    "MAX_BYTES",
    "SECTOR_SHEETS",
    "WORKSHEETS",
    "AnswerCode",
    "AnswerCodeError",
    "AreaFigures",
    "Figures",
    "Handout",
    "Picture",
    "PlanCalendar",
    "PlanEntry",
    "ReportKindError",
    "SheetError",
    "TeamReport",
    "answers_from_frame",
    "empty_sheet_csv",
    "empty_sheet_xlsx",
    "figures",
    "file_name",
    "in_every_sector",
    "items_frame",
    "make_file",
    "make_handout",
    "make_vision",
    "make_workbook_with_answers",
    "make_worksheet",
    "pictures",
    "qr_svg",
    "read_answer_code",
    "read_sheet",
    "step_json",
    "write_answer_code",
]
