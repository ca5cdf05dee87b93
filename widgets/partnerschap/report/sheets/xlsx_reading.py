"""Rows of the answer sheet in an Excel workbook."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from partnerschap.report.sheets.cells import Row
from partnerschap.report.sheets.error import SheetError
from partnerschap.report.sheets.vocabulary import RESPONDENT, ROLE, folded
from partnerschap.report.sheets.xlsx_formats import Format, cell_formats
from partnerschap.report.sheets.xlsx_parts import Attributes, Parts
from partnerschap.report.sheets.xlsx_sheet import WorkbookSheet
from partnerschap.report.sheets.xlsx_text import shared_strings

_RELATION_IDS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)


def workbook_rows(data: bytes) -> list[Row]:
    """Read the first sheet that is not hidden, formulas as the values that are stored with them.

    Raises
    ------
    SheetError
        When the archive is damaged, protected, no workbook or too large, or when a second sheet
        holds answers too.
    """
    try:
        return _rows(Parts(data))
    except SheetError:
        raise
    except Exception:  # noqa: BLE001 - damage shows as any error at all
        raise SheetError("workbook_unreadable") from None


def _rows(parts: Parts) -> list[Row]:
    main = next(name for kind, name in parts.related("").values() if kind == "officeDocument")
    related = parts.related(main)
    part_of = dict(related.values())
    strings = shared_strings(parts, part_of["sharedStrings"]) if "sharedStrings" in part_of else []
    formats = cell_formats(parts, part_of["styles"]) if "styles" in part_of else []
    (name, title), *others = _visible_sheets(parts, main, related).items()
    sheet = WorkbookSheet(strings, formats)
    sheet.read(parts, name)
    for other, other_title in others:
        if _holds_answers(parts, other, strings, formats):
            raise SheetError("second_sheet", column=title, value=other_title)
    return sheet.rows


def _visible_sheets(parts: Parts, main: str, related: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Return the title of each sheet by the name of its part, in order."""
    titles: dict[str, str] = {}

    def take(attributes: Attributes) -> None:
        relation = next(attributes[key] for key in _RELATION_IDS if key in attributes)
        kind, name = related[relation]
        if kind == "worksheet" and attributes.get("state", "visible") == "visible":
            # Under its name a part is read once, however often the workbook lists it.
            titles.setdefault(name, attributes["name"])

    parts.parse(main, {"sheet": take})
    return titles


def _holds_answers(
    parts: Parts, name: str, strings: Sequence[str], formats: Sequence[Format]
) -> bool:
    """Whether a sheet besides the first is an answer sheet of which a row holds something."""
    sheet = WorkbookSheet(strings, formats)
    with suppress(SheetError):  # it may be as large as it likes: its first rows tell
        sheet.read(parts, name)
    if not sheet.rows or sheet.rows[0].number != 1:
        return False
    names = [folded(text) for text in sheet.rows[0].cells]
    asked = [at for at, text in enumerate(names) if text and text != RESPONDENT]
    return ROLE in names and any(row.text(at) for row in sheet.rows[1:] for at in asked)
