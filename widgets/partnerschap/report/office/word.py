"""What every Word file begins and ends with: its language, its page and its styles."""

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from partnerschap.report.charts.palette import palette
from partnerschap.report.zipping import without_time

GRID: Final = "Table Grid"
"""The style of a table with lines."""

LANGUAGE: Final = {"nl": "nl-NL"}
"""How office programs name a language of the content."""


def new_document(title: str, language: str) -> Any:
    """Start a document of python-docx.

    Parameters
    ----------
    title
        What a program shows as the name of the document, at most 255 characters.
    language
        Of the content, such as ``nl``.
    """
    document = Document()
    properties = document.core_properties
    properties.title = title
    properties.author = "partnerschap"
    properties.comments = ""
    properties.language = LANGUAGE.get(language, language)
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    accent = RGBColor.from_string(palette()["accent"].removeprefix("#"))
    for style in document.styles:
        if style.name in {"Title", "Heading 1", "Heading 2", "Subtitle"}:
            style.font.color.rgb = accent
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), properties.language)
    normal.element.get_or_add_rPr().append(tongue)
    # The template's own language stands in its defaults, which the styles build on.
    for default in document.styles.element.iter(qn("w:lang")):
        default.set(qn("w:val"), properties.language)
    return document


def repeat_header(table: Any) -> None:
    """Let the first row of a table stand on every page, and be read out as its header."""
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - no other way


def add_detail(document: Any, name: str, value: str) -> None:
    """Add a paragraph that begins with what it is about."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(value)


def packed(document: Any) -> bytes:
    """Return a document as the bytes of its file, the same for the same document."""
    made = BytesIO()
    document.save(made)
    return without_time(made.getvalue())
