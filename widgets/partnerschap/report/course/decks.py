"""Slides of a lecture or a workshop, made from its page in the course.

A section becomes a slide when it says ``Op de dia`` in a definition; what else stands in it are the
speaker's notes. So a trainer reads on the page what people see, and there is one text to keep.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from partnerschap.content import Content
from partnerschap.report.course.blocks import Block, Definition, Table, plain
from partnerschap.report.course.pages import CoursePageError, Section, read_page

DECKS: Final = (
    "workshop-45-minuten",
    "workshop-2-uur",
    "workshop-online",
    "workshop-reeks",
    "workshop-dag",
    "lezing",
)
"""The pages that have slides."""

MOST_ROWS: Final = 7
"""Of a timetable on one slide."""

MOST_WORDS: Final = 40
"""On a slide; who reads does not listen."""

_SIZES: Final = ((8, 60), (14, 48), (24, 36), (MOST_WORDS, 32))
"""Up to how many words on a slide which letters fit, in points."""

_NAME: Final = re.compile(r"(?:Dia \d+: )?(?P<title>.+?)(?: \((?P<time>\d+ minu(?:ut|ten))\))?")


@dataclass(frozen=True)
class Slide:
    """What people see, and what the speaker reads beside it.

    Attributes
    ----------
    lines
        Each a line of its own.
    rows
        Of a timetable: what happens, and when or for how long.
    foot
        How long it takes and with whom; may be empty.
    notes
        For the speaker, paragraphs apart by an empty line.
    """

    layout: Literal["opening", "step", "timetable"]
    title: str
    lines: tuple[str, ...]
    notes: str
    rows: tuple[tuple[str, str], ...] = ()
    foot: str = ""

    @property
    def size(self) -> int:
        """How large the letters of the lines are, in points: the fewer words, the larger."""
        words = sum(len(line.split()) for line in self.lines)
        return next(size for most, size in _SIZES if words <= most)


@dataclass(frozen=True)
class Deck:
    """The slides of a page."""

    title: str
    slides: tuple[Slide, ...]


def read_deck(content: Content, page: str) -> Deck:
    """Make the slides of a page.

    Parameters
    ----------
    page
        One of `DECKS`.

    Raises
    ------
    CoursePageError
        When the page lacks a part, or a slide its notes, or a slide has more than `MOST_WORDS`.
    """
    top = read_page(page)
    say = content.message
    forms = {}
    slides = [_opening(content, top)]
    for section in top.walk():
        if section.title == say("pack.timetable"):
            slides += _timetable(content, section)
            forms = {row[2]: row[3] for row in _table(section).rows}
        shown = [block for block in section.blocks if _is_shown(content, block)]
        if shown:
            rest = [block for block in section.blocks if block not in shown]
            slides.append(_step(section, shown, rest, forms))
    for slide in slides:
        if not slide.notes.strip() or len(" ".join(slide.lines).split()) > MOST_WORDS:
            raise CoursePageError(page, slide.title)
    return Deck(top.title, tuple(slides))


def _is_shown(content: Content, block: Block) -> bool:
    return isinstance(block, Definition) and block.term == content.message("pack.on_slide")


def _opening(content: Content, top: Section) -> Slide:
    """Say whose course it is; the notes are what the page begins with, such as the goal."""
    if not top.sections:
        raise CoursePageError(top.page, top.title)
    first = top.sections[0]
    return Slide(
        "opening",
        content.message("pack.course"),
        (content.message("pack.opening"),),
        f"{first.title}\n\n{plain(first.blocks)}",
        foot=top.title,
    )


def _table(section: Section) -> Table:
    found = [block for block in section.blocks if isinstance(block, Table)]
    if not found:
        raise CoursePageError(section.page, section.title)
    return found[0]


def _timetable(content: Content, section: Section) -> list[Slide]:
    """Show the timetable, on as many slides as it needs; all have the same notes."""
    table = _table(section)
    notes = plain(section.blocks)
    # A workshop that may begin at any time counts from 0.00: people only see how long.
    by_clock = not table.rows[0][0].startswith("0.")
    rows = tuple(
        (row[2], row[0] if by_clock else content.message("pack.minutes", minutes=row[1]))
        for row in table.rows
    )
    count = -(-len(rows) // MOST_ROWS)
    edges = [round(len(rows) * part / count) for part in range(count + 1)]
    return [
        Slide("timetable", content.message("pack.programme"), (), notes, rows=rows[start:end])
        for start, end in pairwise(edges)
    ]


def _step(section: Section, shown: list[Block], rest: list[Block], forms: dict[str, str]) -> Slide:
    named = _NAME.fullmatch(section.title)
    title = named["title"] if named else section.title
    # A lecture has no timetable: how long a slide takes is the speaker's own affair.
    time = named["time"] if named and forms else None
    return Slide(
        "step",
        title,
        tuple(line for block in shown if isinstance(block, Definition) for line in block.said),
        plain(rest),
        foot="  ·  ".join(filter(None, (time, forms.get(title)))),
    )
