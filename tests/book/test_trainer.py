"""What a trainer needs is there: each workshop has its parts, and its minutes add up."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest

from course_pages import Slot, part, sections, slots, source

WORKSHOPS: Final = ("workshop-45-minuten", "workshop-2-uur", "workshop-dag")
ONLINE: Final = "workshop-online"
SERIES: Final = "workshop-reeks"
ON_THE_WALL: Final = "Op de flip-over"
"""A part that a meeting on a screen has no use for."""

PARTS: Final = (
    "Doel",
    "Voor wie",
    "Tijdschema",
    "Voorbereiding",
    "Materiaal om te printen",
    "Stap voor stap",
    "Op de flip-over",
    "Afsluiten",
    "Na afloop",
)
BREAKS: Final = frozenset({"Pauze", "Lunch"})
GUIDE: Final = (
    "Kies een workshop",
    "Bereid jezelf voor",
    "Regel dit vooraf",
    "De scan afnemen",
    "Als het lastig wordt",
    "Na afloop",
    "Paklijst",
)
DIFFICULT: Final = (
    "De groep valt uiteen in twee kampen",
    "Een ouder en een professional botsen",
    "Niemand zegt iets",
    "Een leidinggevende overheerst",
    "Een antwoord is te raden",
)
MINUTES_IN: Final = {"minuten": 1, "uur": 60}

_LENGTH: Final = re.compile(r"(\d+) (minuten|uur)")
_STEP: Final = re.compile(r"^(.+) \((\d+) minuten\)$")
_WITHIN: Final = re.compile(r"^- Minuut (\d+) tot (\d+): ", re.MULTILINE)
_SAID: Final = re.compile(r"^> \S", re.MULTILINE)


def _title(page: str) -> str:
    (title,) = sections(source(page), 1)
    return title


def _length(page: str) -> int:
    stated = _LENGTH.search(_title(page))
    assert stated is not None, "the title says how long the workshop takes"
    return int(stated[1]) * MINUTES_IN[stated[2]]


def _timetable(page: str) -> list[Slot]:
    return slots(part(page, "Tijdschema"))


def _steps(page: str) -> Iterator[tuple[str, int, str]]:
    for heading, text in sections(part(page, "Stap voor stap"), 3).items():
        step = _STEP.match(heading)
        assert step is not None, heading
        yield step[1], int(step[2]), text


@pytest.mark.parametrize("page", [*WORKSHOPS, ONLINE])
def test_the_timetable_adds_up_to_the_length_in_the_title(page: str) -> None:
    assert sum(slot.minutes for slot in _timetable(page)) == _length(page)


@pytest.mark.parametrize("page", [*WORKSHOPS, ONLINE])
def test_each_part_begins_when_the_one_before_ends(page: str) -> None:
    table = _timetable(page)
    rows = [line for line in part(page, "Tijdschema").splitlines() if line.startswith("|")]
    assert len(table) == len(rows) - 2, "a row cannot be read"
    for before, after in pairwise(table):
        assert after.begin == before.begin + before.minutes, after.name


@pytest.mark.parametrize("page", WORKSHOPS)
def test_a_workshop_has_its_parts_in_order(page: str) -> None:
    parts = sections(source(page), 2)
    assert tuple(parts) == PARTS
    assert [name for name, text in parts.items() if not text] == []


@pytest.mark.parametrize("page", [*WORKSHOPS, ONLINE])
def test_every_row_of_the_timetable_is_worked_out(page: str) -> None:
    *steps, last = _timetable(page)
    assert [(name, minutes) for name, minutes, _ in _steps(page)] == [
        (slot.name, slot.minutes) for slot in steps
    ]
    assert last.name == "Afsluiten"
    assert part(page, "Afsluiten")


@pytest.mark.parametrize("page", [*WORKSHOPS, ONLINE])
def test_every_step_says_what_a_trainer_can_say(page: str) -> None:
    silent = [name for name, _, text in _steps(page) if not _SAID.search(text)]
    assert set(silent) <= BREAKS
    assert _SAID.search(part(page, "Afsluiten"))


@pytest.mark.parametrize("page", [*WORKSHOPS, ONLINE])
def test_minutes_within_a_step_fill_it_from_begin_to_end(page: str) -> None:
    for name, minutes, text in _steps(page):
        within = [(int(begin), int(end)) for begin, end in _WITHIN.findall(text)]
        if within:
            edges = [0, *(end for _, end in within)]
            assert [begin for begin, _ in within] == edges[:-1], name
            assert edges == sorted(set(edges)), name
            assert edges[-1] == minutes, name


@pytest.mark.parametrize("page", WORKSHOPS)
def test_a_workshop_prepares_prints_and_writes(page: str) -> None:
    assert re.search(r"^1\. ", part(page, "Voorbereiding"), re.MULTILINE)
    assert re.search(r"^- ", part(page, "Materiaal om te printen"), re.MULTILINE)
    assert "* - Onze stap\n" in part(page, "Materiaal om te printen"), "a card for the step"
    assert re.search(r"^Vel 1: .+\n: ", part(page, "Op de flip-over"), re.MULTILINE)
    assert re.search(r"^1\. ", part(page, "Na afloop"), re.MULTILINE)


def test_the_workshop_online_has_its_parts_in_order() -> None:
    assert tuple(sections(source(ONLINE), 2)) == tuple(one for one in PARTS if one != ON_THE_WALL)


def _meetings() -> Iterator[tuple[str, list[Slot], list[tuple[str, int, str]]]]:
    for title, text in sections(source(SERIES), 2).items():
        if title.startswith("Bijeenkomst"):
            parts = dict(sections(text, 3))
            table = slots(parts.pop("Tijdschema"))
            steps = [(name, _STEP.match(name), said) for name, said in parts.items()]
            yield title, table, [(step[1], int(step[2]), said) for _, step, said in steps if step]


def test_the_series_is_four_meetings_of_an_hour_each_worked_out() -> None:
    meetings = list(_meetings())
    assert len(meetings) == 4
    for title, table, steps in meetings:
        assert sum(slot.minutes for slot in table) == 60, title
        assert table[0].begin == 0
        for before, after in pairwise(table):
            assert after.begin == before.begin + before.minutes, after.name
        assert [(name, minutes) for name, minutes, _ in steps] == [
            (slot.name, slot.minutes) for slot in table
        ]
        assert [name for name, _, said in steps if not _SAID.search(said)] == []


def test_paper_is_one_link_and_no_half_hour_of_hiding_columns() -> None:
    paper = sections(part("trainer", "De scan afnemen"), 3)["Op papier"]
    assert "](klaarzetten.md)" in paper
    assert "verberg" not in paper


def test_the_guide_has_its_parts_and_leads_to_every_workshop() -> None:
    assert tuple(sections(source("trainer"), 2)) == GUIDE
    choice = part("trainer", "Kies een workshop")
    pages = [*WORKSHOPS, ONLINE, SERIES, "klaarzetten", "lezing"]
    assert [page for page in pages if f"]({page}.md)" not in choice] == []


@pytest.mark.parametrize("case", DIFFICULT)
def test_the_guide_helps_when_it_gets_difficult(case: str) -> None:
    help_given = sections(part("trainer", "Als het lastig wordt"), 3)[case]
    assert _SAID.search(help_given.replace("   > ", "> ")), "something to say"
    assert re.search(r"^(?:1\.|-) ", help_given, re.MULTILINE), "something to do"
