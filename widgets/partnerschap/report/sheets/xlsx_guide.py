"""The sheet that explains how an answer sheet is filled in."""

from collections.abc import Iterator, Sequence
from typing import Final

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from partnerschap.content import Content, Item
from partnerschap.report.sector_words import in_every_sector
from partnerschap.report.sheets.vocabulary import IMPORTANCE, RESPONDENT, ROLE

_WIDTHS: Final = (18.0, 60.0, 60.0, 34.0, 44.0, 44.0)
_HEADING: Final = Font(bold=True, size=13)
_HEADER: Final = Font(bold=True)
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")

_Line = tuple[Font | None, tuple[str, ...]]


def write_guide(sheet: Worksheet, content: Content, items: Sequence[Item]) -> None:
    """Explain each row and column of the sheet to fill in."""
    lines = [
        *_how(content),
        *_roles(content),
        *_answers(content),
        *_importance(content),
        *_items(content, items),
    ]
    for row, (font, cells) in enumerate(lines, 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(row, column, text)
            # A text of the content is a text, even one that starts with an equals sign.
            cell.data_type = "s"
            if len(cells) > 1:
                cell.alignment = _WRAPPED
            if font is not None:
                cell.font = font
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.fitToPage = True


def _how(content: Content) -> Iterator[_Line]:
    yield _HEADING, (content.message("sheet.title"),)
    for key in ("how_row", "how_role", "how_answer", "how_blank", "how_save"):
        yield None, (content.message(f"sheet.{key}", respondent=RESPONDENT, role=ROLE),)
    yield None, ("",)


def _roles(content: Content) -> Iterator[_Line]:
    yield _HEADING, (content.message("sheet.heading_roles"),)
    yield _HEADER, _headers(content, "role", "role_meaning", "also_written")
    for role in content.roles:
        yield None, (role.name, role.explanation, role.id)
    yield None, ("",)


def _answers(content: Content) -> Iterator[_Line]:
    yield _HEADING, (content.message("sheet.heading_answers"),)
    yield _HEADER, _headers(content, "scale", "answer", "also_written")
    for scale in content.scales.scales:
        for value, point in enumerate(scale.points, 1):
            yield None, (content.message(f"sheet.scale_{scale.id}"), point, str(value))
    for extra in content.scales.extra_answers:
        yield None, (content.message("sheet.scale_both"), extra.name, extra.id)
    yield None, ("",)


def _importance(content: Content) -> Iterator[_Line]:
    yield _HEADING, (content.message("sheet.heading_importance"),)
    yield None, (content.message("sheet.importance", respondent=RESPONDENT, name=IMPORTANCE),)
    yield None, ("",)


def _items(content: Content, items: Sequence[Item]) -> Iterator[_Line]:
    roles = {role.id: role.name for role in content.roles}
    areas = {area.id: area.name for area in content.areas}
    yield _HEADING, (content.message("sheet.heading_items"),)
    yield (
        _HEADER,
        _headers(content, "column", "statement", "parent", "area", "scale_words", "judges"),
    )
    for item in items:
        points = next(scale.points for scale in content.scales.scales if scale.id == item.scale)
        yield (
            None,
            (
                item.id,
                in_every_sector(content, item.statement),
                in_every_sector(content, item.parent or ""),
                areas[item.area],
                ", ".join(points),
                ", ".join(roles[role] for role in item.respondents),
            ),
        )


def _headers(content: Content, *keys: str) -> tuple[str, ...]:
    return tuple(content.message(f"sheet.header_{key}") for key in keys)
