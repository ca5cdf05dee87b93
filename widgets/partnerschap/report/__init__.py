"""Answers and figures in files, and filled-in answer sheets taken back.

The names below are loaded when they are first asked for (PEP 562): what sets pages, draws or opens
workbooks takes long to import, and few who read this room need all of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # for who checks types and for editors; the table below is what counts
    from partnerschap.report.answer_code.codec import (
        AnswerCode,
        qr_svg,
        read_answer_code,
        write_answer_code,
    )
    from partnerschap.report.answer_code.text import AnswerCodeError
    from partnerschap.report.charts.pictures import Picture, pictures
    from partnerschap.report.course.pages import CoursePageError
    from partnerschap.report.figures_json import (
        AreaFigures,
        Figures,
        ItemActionFigures,
        figures,
    )
    from partnerschap.report.formats import (
        FILES,
        KINDS,
        ReportKindError,
        file_name,
        make_file,
        media_type,
        name_of,
    )
    from partnerschap.report.frames import answers_from_frame, items_frame
    from partnerschap.report.office.policy_word import policy_document
    from partnerschap.report.office.report_json import step_json
    from partnerschap.report.office.vision_word import make_vision
    from partnerschap.report.office.workbook_answers import make_workbook_with_answers
    from partnerschap.report.pack import KITS, PACK, make_files, make_kit, pack_file_name
    from partnerschap.report.pages.handout import Handout, make_handout
    from partnerschap.report.pages.policy import policy_pdf, reading_pdf
    from partnerschap.report.pages.worksheet import SECTOR_SHEETS, WORKSHEETS, make_worksheet
    from partnerschap.report.sector_words import in_every_sector
    from partnerschap.report.session_paper import make_paper
    from partnerschap.report.sheets.cells import MAX_BYTES
    from partnerschap.report.sheets.error import SheetError
    from partnerschap.report.sheets.reading import read_sheet
    from partnerschap.report.sheets.writing import empty_sheet_csv, empty_sheet_xlsx
    from partnerschap.report.team_report import (
        PlanCalendar,
        PlanEntry,
        TeamReport,
    )
    from partnerschap.report.written_policy import WrittenPolicy

__all__ = [
    "FILES",
    "KINDS",
    "KITS",
    "MAX_BYTES",
    "PACK",
    "SECTOR_SHEETS",
    "WORKSHEETS",
    "AnswerCode",
    "AnswerCodeError",
    "AreaFigures",
    "CoursePageError",
    "Figures",
    "Handout",
    "ItemActionFigures",
    "Picture",
    "PlanCalendar",
    "PlanEntry",
    "ReportKindError",
    "SheetError",
    "TeamReport",
    "WrittenPolicy",
    "answers_from_frame",
    "empty_sheet_csv",
    "empty_sheet_xlsx",
    "figures",
    "file_name",
    "in_every_sector",
    "items_frame",
    "make_file",
    "make_files",
    "make_handout",
    "make_kit",
    "make_paper",
    "make_vision",
    "make_workbook_with_answers",
    "make_worksheet",
    "media_type",
    "name_of",
    "pack_file_name",
    "pictures",
    "policy_document",
    "policy_pdf",
    "qr_svg",
    "read_answer_code",
    "read_sheet",
    "reading_pdf",
    "step_json",
    "write_answer_code",
]

_MODULES: Final = {
    "answer_code.codec": ("AnswerCode", "qr_svg", "read_answer_code", "write_answer_code"),
    "answer_code.text": ("AnswerCodeError",),
    "charts.pictures": ("Picture", "pictures"),
    "course.pages": ("CoursePageError",),
    "figures_json": ("AreaFigures", "Figures", "ItemActionFigures", "figures"),
    "formats": (
        "FILES",
        "KINDS",
        "ReportKindError",
        "file_name",
        "make_file",
        "media_type",
        "name_of",
    ),
    "frames": ("answers_from_frame", "items_frame"),
    "office.policy_word": ("policy_document",),
    "office.report_json": ("step_json",),
    "office.vision_word": ("make_vision",),
    "office.workbook_answers": ("make_workbook_with_answers",),
    "pack": ("KITS", "PACK", "make_files", "make_kit", "pack_file_name"),
    "pages.handout": ("Handout", "make_handout"),
    "pages.policy": ("policy_pdf", "reading_pdf"),
    "pages.worksheet": ("SECTOR_SHEETS", "WORKSHEETS", "make_worksheet"),
    "sector_words": ("in_every_sector",),
    "session_paper": ("make_paper",),
    "sheets.cells": ("MAX_BYTES",),
    "sheets.error": ("SheetError",),
    "sheets.reading": ("read_sheet",),
    "sheets.writing": ("empty_sheet_csv", "empty_sheet_xlsx"),
    "team_report": ("PlanCalendar", "PlanEntry", "TeamReport"),
    "written_policy": ("WrittenPolicy",),
}
"""Where each name lives, in this package."""

_HOME: Final = {name: module for module, names in _MODULES.items() for name in names}

if not TYPE_CHECKING:  # else a misspelt name would have the type Any

    def __getattr__(name: str) -> Any:
        """Load a name from its module, and remember it."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = found
        return found
