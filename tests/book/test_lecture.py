"""The lecture is complete: it lasts twenty minutes when spoken, and each slide has its notes."""

import re
from dataclasses import dataclass
from typing import Final

import pytest

from partnerschap.locations import BOOK

TEXT: Final = (BOOK / "lezing.md").read_text(encoding="utf-8")
MINUTES: Final = 20
LONGEST_SLIDE: Final = 14
"""Words on a slide; who reads does not listen."""

PACE: Final = (70, 100)
"""Words a minute, calmly spoken, with the silences that the notes ask for."""

_SLIDE: Final = re.compile(
    r"^### Dia (\d+): (.+) \((\d+) minu(?:ut|ten)\)\n\nOp de dia\n((?:: .+\n)+)\n((?:^>.*\n)+)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Slide:
    """What is shown and said, and for how many minutes."""

    number: int
    title: str
    minutes: int
    shown: str
    said: str


SLIDES: Final = [
    Slide(int(number), title, int(minutes), shown, said)
    for number, title, minutes, shown, said in _SLIDE.findall(TEXT)
]


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def test_every_slide_is_read_and_numbered() -> None:
    assert [slide.number for slide in SLIDES] == list(range(1, TEXT.count("\n### Dia ") + 1))


def test_it_lasts_as_long_as_its_title_says() -> None:
    assert TEXT.startswith("# Een lezing van twintig minuten\n")
    assert sum(slide.minutes for slide in SLIDES) == MINUTES


@pytest.mark.parametrize("slide", SLIDES, ids=lambda slide: slide.title)
def test_a_slide_shows_little_and_its_notes_fill_its_time(slide: Slide) -> None:
    assert 0 < _words(slide.shown) <= LONGEST_SLIDE
    assert PACE[0] <= _words(slide.said) / slide.minutes <= PACE[1]


def test_there_is_another_beginning_for_who_works_elsewhere() -> None:
    section = TEXT.partition("## Een ander begin voor jouw zaal\n")[2].partition("\n## ")[0]
    first = _words(SLIDES[0].said.partition("Ze hadden allebei gelijk")[0])
    places = ("een basisschool", "het voortgezet onderwijs", "de jeugdhulp", "een gemeente")
    for place in places:
        said = section.partition(f"### Voor {place}\n")[2].partition("\n### ")[0]
        assert 0.7 < _words(said) / first < 1.3, place


def test_it_ends_with_something_to_do() -> None:
    assert "deze week" in SLIDES[-1].said
