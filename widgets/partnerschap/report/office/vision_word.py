"""A written vision as a Word file to go on writing in."""

from collections.abc import Iterable
from typing import Any

from partnerschap.content import Content
from partnerschap.report.office.word import new_document, packed
from partnerschap.report.vision_text import VisionPart, vision_parts


def make_vision(content: Content, text: str) -> bytes:
    """Make a written vision into a Word file.

    It has a title, a heading a point, and what parents notice as a list.

    Parameters
    ----------
    text
        As it stands on the page; see `vision_parts`.
    """
    title, parts = vision_parts(content, text)
    document = new_document(title, content.language)
    document.add_heading(title, level=0)
    add_vision(document, parts)
    return packed(document)


def add_vision(document: Any, parts: Iterable[VisionPart], level: int = 1) -> None:
    """Write a vision without its title into a document, with headings of a level."""
    for part in parts:
        if part.kind == "heading":
            document.add_heading(part.text, level=level)
        elif part.kind == "bullet":
            document.add_paragraph(part.text, style="List Bullet")
        else:
            document.add_paragraph(part.text)
