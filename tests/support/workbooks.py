"""Workbooks written by hand, with what openpyxl does not write but other programs do."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final

SPREADSHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(parts: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts, by name."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return packed.getvalue()


def text_cell(place: str, text: str) -> str:
    """Write a cell with a text in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def header(*names: str) -> str:
    """Write row 1."""
    cells = (text_cell(f"{chr(ord('A') + at)}1", name) for at, name in enumerate(names))
    return f'<row r="1">{"".join(cells)}</row>'


def person(number: int, *cells: str, role: str = "parent", **attributes: str) -> str:
    """Write the row of a person: a role in A, then cells as they are given."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<row r="{number}"{more}>{text_cell(f"A{number}", role)}{"".join(cells)}</row>'


def sheet(*rows: str, before: str = "", after: str = "") -> str:
    """Write a worksheet of rows, with what stands before and after them."""
    data = f"<sheetData>{''.join(rows)}</sheetData>"
    return f'<worksheet xmlns="{SPREADSHEET}">{before}{data}{after}</worksheet>'


def parts_of(
    *sheets: str, strings: str = "", styles: str = "", states: Sequence[str] = ()
) -> dict[str, bytes | str]:
    """Return the parts of a workbook.

    Parameters
    ----------
    strings
        ``<si>`` elements that cells with ``t="s"`` name by number.
    styles
        What stands in the style sheet.
    states
        Of the sheets, when not all are visible.
    """
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="Blad{number}" sheetId="{number}" state="{state}" r:id="r{number}"/>'
        for number, state in enumerate(states or ["visible"] * len(sheets), 1)
    )
    kinds = [("worksheet", name) for name in names]
    kinds += [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    parts = "".join(
        f'<Relationship Id="r{number}" Type="{_KINDS}/{kind}" Target="{name}"/>'
        for number, (kind, name) in enumerate(kinds, 1)
    )
    main = f'<Relationship Id="m" Type="{_KINDS}/officeDocument" Target="/xl/workbook.xml"/>'
    relations = f'<Relationships xmlns="{_PACKAGE}">{{}}</Relationships>'
    types = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_CONTENT}.{kind}+xml"/>'
        for kind, name in [*kinds, ("sheet.main", "workbook.xml")]
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}">{types}</Types>',
        "_rels/.rels": relations.format(main),
        "xl/_rels/workbook.xml.rels": relations.format(parts),
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{_KINDS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/sharedStrings.xml": f'<sst xmlns="{SPREADSHEET}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{SPREADSHEET}">{styles}</styleSheet>',
        **{f"xl/{name}": text for name, text in zip(names, sheets, strict=True)},
    }


def workbook_of(*sheets: str, strings: str = "", styles: str = "") -> bytes:
    """Make a workbook of visible sheets."""
    return archive(parts_of(*sheets, strings=strings, styles=styles))
