"""Reads pages of the course as their tests need them: sections, and timetables with their slots."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partnerschap.locations import BOOK

_HEADING: Final = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_ROW: Final = re.compile(r"^\| (\d+)\.(\d\d) \| (\d+) \| ([^|]+?) \|", re.MULTILINE)


@dataclass(frozen=True)
class Slot:
    """A row of a timetable; times in minutes, `begin` as the clock or since the start."""

    begin: int
    minutes: int
    name: str


def source(page: str) -> str:
    """Return the text of a page by its name."""
    return (BOOK / f"{page}.md").read_text(encoding="utf-8")


def sections(text: str, level: int) -> Mapping[str, str]:
    """Give each section of a level its text, up to the next heading of that level or above."""
    found = [match for match in _HEADING.finditer(text) if len(match[1]) <= level]
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {
        match[2]: text[match.end() : end].strip()
        for match, end in zip(found, ends, strict=True)
        if len(match[1]) == level
    }


def part(page: str, name: str) -> str:
    """Return what stands under a heading of the second level."""
    return sections(source(page), 2)[name]


def slots(text: str) -> list[Slot]:
    """Read the rows of a timetable."""
    return [
        Slot(int(hours) * 60 + int(minutes), int(length), name)
        for hours, minutes, length, name in _ROW.findall(text)
    ]
