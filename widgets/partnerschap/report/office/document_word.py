"""A document of the course as a Word file to change."""

from functools import singledispatch
from typing import Any, Final

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from partnerschap.content import Content
from partnerschap.report.course.blocks import (
    Block,
    Definition,
    Document,
    Heading,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
)
from partnerschap.report.office.word import new_document, packed

_LINE: Final = Pt(22)
"""From one line to write on to the next."""


def document_word(content: Content, document: Document) -> bytes:
    """Make a document as a Word file."""
    made = new_document(document.title, content.language)
    made.styles["Normal"].font.size = Pt(document.size)
    made.add_heading(document.title, level=0)
    new_page = False
    for block in document.blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        before = len(made.paragraphs) if new_page else 0
        _add(block, made)
        if new_page:
            # A paragraph with nothing but a break would take a line of the page.
            made.paragraphs[before].paragraph_format.page_break_before = True
            new_page = False
    return packed(made)


@singledispatch
def _add(block: Block, made: Any, style: str | None = None) -> None:
    raise TypeError(block, made, style)


@_add.register
def _(block: Heading, made: Any, _style: str | None = None) -> None:
    made.add_heading(block.text, level=block.level)


@_add.register
def _(block: Paragraph, made: Any, style: str | None = None) -> None:
    _write(made.add_paragraph(style=style), block.runs)


@_add.register
def _(block: Listing, made: Any, _style: str | None = None) -> None:
    for number, entry in enumerate(block.entries, 1):
        for at, inside in enumerate(entry):
            # Word's own numbers would go on from one list to the next.
            if block.numbered and at == 0 and isinstance(inside, Paragraph):
                _write(made.add_paragraph(style="List"), (Run(f"{number}. "), *inside.runs))
            else:
                _add(inside, made, "List Continue" if block.numbered else "List Bullet")


@_add.register
def _(block: Definition, made: Any, _style: str | None = None) -> None:
    _write(made.add_paragraph(), (Run(block.term, strong=True),))
    for said in block.said:
        made.add_paragraph(said)


@_add.register
def _(block: Quote, made: Any, _style: str | None = None) -> None:
    for inside in block.blocks:
        _add(inside, made, "Quote")


@_add.register
def _(block: Lines, made: Any, _style: str | None = None) -> None:
    for _number in range(block.count):
        _line(made)


def _write(paragraph: Any, runs: tuple[Run, ...]) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold = run.strong or None
        added.italic = run.emphasis or None


@_add.register
def _(block: Table, made: Any, _style: str | None = None) -> None:
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for at, texts in enumerate(rows):
        row = table.rows[at]
        heads = bool(block.header) and at == 0
        if not heads and (not all(texts) or not block.header):
            row.height, row.height_rule = Mm(block.height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            for run in cell.paragraphs[0].runs:
                run.bold = heads or None
    if block.header:
        repeated = OxmlElement("w:tblHeader")  # a screen reader reads it with each cell
        table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - no other way
    made.add_paragraph()


def _line(made: Any) -> None:
    """Add an empty paragraph with a border below: a line to write on, or to type over."""
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.line_spacing = _LINE
    paragraph.paragraph_format.space_after = Pt(0)
    border, under = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    # Borders of alike paragraphs join to one box; between them stands this one.
    between = OxmlElement("w:between")
    for edge in (under, between):
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808080")):
            edge.set(qn(f"w:{name}"), value)
        border.append(edge)
    settings = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no other way
    settings.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )
