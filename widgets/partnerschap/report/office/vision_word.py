"""A written vision as a Word file to go on writing in."""

from collections.abc import Collection, Sequence
from typing import Final

from partnerschap.content import Content
from partnerschap.report.office.word import new_document, packed
from partnerschap.report.words import clean

_BULLET: Final = "- "
_LONGEST_TITLE: Final = 200
"""Characters; the page makes shorter ones, and Word takes 255."""


def make_vision(content: Content, text: str) -> bytes:
    """Make a written vision into a Word file.

    It has a title, a heading a point, and what parents notice as a list.

    Parameters
    ----------
    text
        As it stands on the page, of any length. Its first line is the title where an empty line
        follows it; a line that is the name of a point is a heading, and one that begins with a
        dash and a space belongs to a list.
    """
    lines = [line.strip() for line in clean(text).splitlines()]
    points = {point.name for point in content.vision.points} if content.vision else set()
    title = content.message("visie.title")
    if _has_title(lines, points):
        title = lines.pop(0)
    document = new_document(title, content.language)
    document.add_heading(title, level=0)
    for line in filter(None, lines):
        if line in points:
            document.add_heading(line, level=1)
        elif line.startswith(_BULLET):
            document.add_paragraph(line.removeprefix(_BULLET).lstrip(), style="List Bullet")
        else:
            document.add_paragraph(line)
    return packed(document)


def _has_title(lines: Sequence[str], points: Collection[str]) -> bool:
    if len(lines) < 2 or lines[1]:  # noqa: PLR2004 - a title and what is under it
        return False
    first = lines[0]
    return len(first) <= _LONGEST_TITLE and first not in points and not first.startswith(_BULLET)
