"""Answers and figures in files, and filled-in answer sheets taken back."""

from partnerschap.report.figures import figures
from partnerschap.report.frames import answers_from_frame, items_frame
from partnerschap.report.sheet_cells import MAX_BYTES
from partnerschap.report.sheet_error import SheetError
from partnerschap.report.sheet_reading import read_sheet
from partnerschap.report.sheet_writing import empty_sheet_csv, empty_sheet_xlsx
from partnerschap.report.wording import in_every_sector

__all__ = [
    "MAX_BYTES",
    "SheetError",
    "answers_from_frame",
    "empty_sheet_csv",
    "empty_sheet_xlsx",
    "figures",
    "in_every_sector",
    "items_frame",
    "read_sheet",
]
