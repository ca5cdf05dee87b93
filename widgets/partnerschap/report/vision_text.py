"""A written vision, which is one text, taken apart into its title, headings, list and sentences."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from partnerschap.content import Content
from partnerschap.report.words import clean

_BULLET: Final = "- "
_LONGEST_TITLE: Final = 200
"""Characters; the page makes shorter ones, and Word takes 255."""


@dataclass(frozen=True)
class VisionPart:
    """A line of a vision, and what it is."""

    kind: Literal["heading", "bullet", "sentence"]
    text: str


def vision_parts(content: Content, text: str) -> tuple[str, tuple[VisionPart, ...]]:
    """Take a vision apart.

    Parameters
    ----------
    text
        As it stands on the page, of any length. Its first line is the title where an empty line
        follows it; a line that is the name of a point is a heading, and one that begins with a
        dash and a space belongs to a list.

    Returns
    -------
    The title, and every other line that says something.
    """
    lines = [line.strip() for line in clean(text).splitlines()]
    points = {point.name for point in content.vision.points} if content.vision else set()
    title = content.message("visie.title")
    if _has_title(lines, points):
        title = lines.pop(0)
    return title, tuple(_part(line, points) for line in lines if line)


def _part(line: str, points: Collection[str]) -> VisionPart:
    if line in points:
        return VisionPart("heading", line)
    if line.startswith(_BULLET):
        return VisionPart("bullet", line.removeprefix(_BULLET).lstrip())
    return VisionPart("sentence", line)


def _has_title(lines: Sequence[str], points: Collection[str]) -> bool:
    if len(lines) < 2 or lines[1]:  # noqa: PLR2004 - a title and what is under it
        return False
    first = lines[0]
    return len(first) <= _LONGEST_TITLE and first not in points and not first.startswith(_BULLET)
