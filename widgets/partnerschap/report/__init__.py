"""Answers and figures in files, and filled-in answer sheets taken back."""

from partnerschap.report.answer_code import (
    AnswerCode,
    qr_svg,
    read_answer_code,
    write_answer_code,
)
from partnerschap.report.code_text import AnswerCodeError
from partnerschap.report.figures import figures
from partnerschap.report.frames import answers_from_frame, items_frame
from partnerschap.report.sheet_cells import MAX_BYTES
from partnerschap.report.sheet_error import SheetError
from partnerschap.report.sheet_reading import read_sheet
from partnerschap.report.sheet_writing import empty_sheet_csv, empty_sheet_xlsx
from partnerschap.report.wording import in_every_sector

__all__ = [
    "MAX_BYTES",
    "AnswerCode",
    "AnswerCodeError",
    "SheetError",
    "answers_from_frame",
    "empty_sheet_csv",
    "empty_sheet_xlsx",
    "figures",
    "in_every_sector",
    "items_frame",
    "qr_svg",
    "read_answer_code",
    "read_sheet",
    "write_answer_code",
]
