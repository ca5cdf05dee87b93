"""Slides of a lecture or a workshop, made from its page in the course.

A section becomes a slide when it says ``Op de dia`` in a definition; what else stands in it are the
speaker's notes. So a trainer reads on the page what people see, and there is one text to keep.
"""

import re
from dataclasses import dataclass, replace
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

SHORT_ROUTE: Final = "klaarzetten"
"""The page with the timetable of who has prepared nothing."""

_SHORT_FROM: Final = ("workshop-45-minuten", "workshop-2-uur")
"""The pages that the slides of the short route come from; of one title the last page has it."""

MOST_ROWS: Final = 7
"""Of a timetable on one slide."""

MOST_WORDS: Final = 40
"""On a slide; who reads does not listen."""

_SIZES: Final = ((8, 60), (14, 48), (24, 36), (MOST_WORDS, 32))
"""Up to how many words on a slide which letters fit, in points."""

_NAME: Final = re.compile(r"(?:Dia \d+: )?(?P<title>.+?)(?: \((?P<time>\d+ minu(?:ut|ten))\))?")

_BESIDE: Final = re.compile(r"Bij dia (?P<number>\d+)")
"""The heading of examples that belong to the notes of a slide; the opening is number 0."""


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
    slides = _with_others(content, top, slides)
    for slide in slides:
        if not slide.notes.strip() or len(" ".join(slide.lines).split()) > MOST_WORDS:
            raise CoursePageError(page, slide.title)
    return Deck(top.title, tuple(slides))


def read_short_deck(content: Content) -> Deck:
    """Make the slides of who has prepared nothing: those of the workshops that its timetable names.

    Raises
    ------
    CoursePageError
        When the page lacks its timetable, or a workshop the slide that it names.
    """
    route = read_page(SHORT_ROUTE).part(content.message("pack.short_route"))
    timetable = route.part(content.message("pack.short_timetable"))
    decks = [read_deck(content, page) for page in _SHORT_FROM]
    steps = {
        slide.title: slide for deck in decks for slide in deck.slides if slide.layout == "step"
    }
    slides = [
        replace(decks[-1].slides[0], notes=f"{route.title}\n\n{plain(route.blocks)}"),
        *_timetable(content, timetable),
    ]
    for _, minutes, title, form in _table(timetable).rows:
        if title not in steps:
            raise CoursePageError(SHORT_ROUTE, title)
        slides.append(replace(steps[title], foot=_foot(_minutes(content, minutes), form)))
    return Deck(content.message("pack.label_slides_short"), tuple(slides))


def _minutes(content: Content, minutes: str) -> str:
    return content.message("pack.minutes", minutes=minutes)


def _foot(*parts: str | None) -> str:
    return "  ·  ".join(filter(None, parts))


def _is_shown(content: Content, block: Block) -> bool:
    return isinstance(block, Definition) and block.term == content.message("pack.on_slide")


def _with_others(content: Content, top: Section, slides: list[Slide]) -> list[Slide]:
    """Add to the notes what else the speaker may say: another beginning, examples for a slide."""
    added: dict[int, list[str]] = {}
    for section in top.walk():
        beside = _BESIDE.fullmatch(section.title)
        number = int(beside["number"]) if beside else 1
        if beside or section.title == content.message("pack.other_beginning"):
            told = [f"{one.title}\n\n{plain(one.blocks)}" for one in section.walk()]
            added.setdefault(number, []).extend(told)
    return [
        replace(slide, notes="\n\n".join((slide.notes, *added.get(number, ()))))
        for number, slide in enumerate(slides)
    ]


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
    rows = tuple((row[2], row[0] if by_clock else _minutes(content, row[1])) for row in table.rows)
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
        foot=_foot(time, forms.get(title)),
    )
