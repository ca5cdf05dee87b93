"""The Excel workbook of an empty answer sheet."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from partnerschap.content import Content, Item
from partnerschap.report.sector_words import in_every_sector
from partnerschap.report.sheets.vocabulary import RESPONDENT, ROLE, SheetWords
from partnerschap.report.sheets.xlsx_guide import write_guide
from partnerschap.report.zipping import without_time

ROWS: Final = 30
"""Rows that are numbered in advance."""

_POINTS: Final = (1, 2, 3, 4, 5)
_WIDTHS: Final = {RESPONDENT: 13.0, ROLE: 20.0}
_ITEM_WIDTH: Final = 18.0
_LONGEST_PROMPT: Final = 255  # Excel refuses a workbook with more
_LONGEST_TITLE: Final = 32
_COMMENT_SIZE: Final = {"width": 320, "height": 120}
_BOLD: Final = Font(bold=True)


def answer_workbook(content: Content, items: Sequence[Item]) -> bytes:
    """Make the workbook: a sheet to fill in, a sheet that explains it, and its lists of choices.

    Parameters
    ----------
    items
        One column each.
    """
    workbook = Workbook()
    workbook.properties.title = content.message("sheet.title")
    workbook.properties.creator = "partnerschap"
    workbook.properties.language = content.language
    sheet = workbook.worksheets[0]
    sheet.title = content.message("sheet.tab_answers")
    _fill_in_here(sheet, content, items)
    write_guide(workbook.create_sheet(content.message("sheet.tab_guide")), content, items)
    choices = workbook.create_sheet(content.message("sheet.tab_choices"))
    choices.sheet_state = "hidden"
    _drop_downs(sheet, choices, content, items)
    packed = BytesIO()
    workbook.save(packed)
    return without_time(packed.getvalue())


def _fill_in_here(sheet: Worksheet, content: Content, items: Sequence[Item]) -> None:
    for column, name in enumerate([RESPONDENT, ROLE, *(item.id for item in items)], 1):
        cell = sheet.cell(1, column, name)
        cell.font = _BOLD
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, _ITEM_WIDTH)
    author = content.message("sheet.title")
    for column, item in enumerate(items, 3):
        statement = in_every_sector(content, item.statement)
        sheet.cell(1, column).comment = Comment(statement, author, **_COMMENT_SIZE)
    for number in range(1, ROWS + 1):
        sheet.cell(number + 1, 1, number).alignment = Alignment(horizontal="left")
    sheet.freeze_panes = "C2"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = "A:B"


def _drop_downs(
    sheet: Worksheet, choices: Worksheet, content: Content, items: Sequence[Item]
) -> None:
    """Offer the words to choose from.

    The lists stand in cells of their own: a list inside a validation ends at 255 characters and
    at the first comma in a word.
    """
    words = SheetWords.of(content)
    role = _validation(_listed(choices, words.role_names), content.message("sheet.choose_role"))
    role.add(f"B2:B{ROWS + 1}")
    sheet.add_data_validation(role)
    error = content.message("sheet.choose_answer")
    lists = {scale: _listed(choices, (*labels, *_POINTS)) for scale, labels in words.labels.items()}
    for column, item in enumerate(items, 3):
        answer = _validation(lists[item.scale], error)
        answer.showInputMessage = True
        answer.promptTitle = item.id[:_LONGEST_TITLE]
        answer.prompt = in_every_sector(content, item.statement)[:_LONGEST_PROMPT]
        letter = get_column_letter(column)
        answer.add(f"{letter}2:{letter}{ROWS + 1}")
        sheet.add_data_validation(answer)


def _validation(cells: str, error: str) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=cells,
        allow_blank=True,
        showErrorMessage=True,
        error=error[:_LONGEST_PROMPT],
    )


def _listed(choices: Worksheet, values: Sequence[str | int]) -> str:
    """Write a list in the next free column and return where it stands."""
    column = 1 if choices.cell(1, 1).value is None else choices.max_column + 1
    for row, value in enumerate(values, 1):
        choices.cell(row, column, value)
    letter = get_column_letter(column)
    name = choices.title.replace("'", "''")
    return f"'{name}'!${letter}$1:${letter}${len(values)}"
