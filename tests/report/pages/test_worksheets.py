"""The exercises on paper, read back."""

from collections.abc import Iterator
from typing import Any

import pytest

from partnerschap.content import load
from partnerschap.content.practice import Case
from partnerschap.report import SECTOR_SHEETS, WORKSHEETS, make_worksheet
from pdf_reading import opened, says, tags

CONTENT = load()
SECTORS = [sector.id for sector in CONTENT.sectors]
SHEETS = [
    (name, sector)
    for name in WORKSHEETS
    for sector in (["", *SECTORS] if name in SECTOR_SHEETS else [""])
]


def of_the_walk(sector: str) -> Iterator[str]:
    for route in CONTENT.walk:
        if sector in {"", route.id}:
            for station in route.stations:
                yield from (station.name, station.view)
                yield from (point.text for point in station.points)
    yield from ("In orde", "Kan beter", "Niet gezien", "Wat valt hier op?")


def of_the_vision(_sector: str) -> Iterator[str]:
    assert CONTENT.vision is not None
    for point in CONTENT.vision.points:
        yield from (point.name, point.explanation, point.question)
    yield from ("Dit vinden wij", "Dit merken ouders")


def of_the_policy(_sector: str) -> Iterator[str]:
    assert CONTENT.policy is not None
    for topic in CONTENT.policy.topics:
        yield from (topic.name, topic.explanation, topic.question)
    for line in CONTENT.policy.lines:
        yield from (line.name, line.hint)
    yield from CONTENT.policy.readers


def of_the_expectations(_sector: str) -> Iterator[str]:
    for one in CONTENT.expectations:
        yield one.intro
        for side in one.sides:
            yield from (side.title, side.hint)
        yield from (theme.name for theme in one.themes)


def of_the_cards(sector: str) -> Iterator[str]:
    for activity in CONTENT.activities.activities:
        if not sector or sector in activity.sectors:
            yield activity.text
    yield from (area.name for area in CONTENT.areas if area.partnership)
    yield from (one.recognise for one in CONTENT.activities.partnerships)


def of_the_role_cards(sector: str) -> Iterator[str]:
    for case in played_in(sector):
        yield from (case.title, case.opening, case.moments[0].situation, case.moments[0].says)
        for character, card in ((case.player, case.roles.player), (case.other, case.roles.other)):
            yield f"{character.name}, {character.role}"
            yield from (card.who, card.knows, card.hides, card.moves)
        yield from (*case.roles.observer, *case.questions)
    yield from ("Wie ik ben", "Wat ik weet", "Wat ik niet zeg", "Wat mij raakt", "Waar ik op let")


def played_in(sector: str) -> list[Case]:
    return [case for case in CONTENT.cases if not sector or case.sector in {None, sector}]


PROMPTS = {
    "ouderbril": of_the_walk,
    "visie": of_the_vision,
    "beleid": of_the_policy,
    "verwachtingen": of_the_expectations,
    "partnerschappen": of_the_cards,
    "aannames": of_the_role_cards,
}
"""All that a reader of an exercise is asked."""


@pytest.mark.parametrize(("name", "sector"), SHEETS)
def test_a_sheet_says_all_and_a_screen_reader_finds_its_way(name: str, sector: str) -> None:
    made = make_worksheet(CONTENT, name, sector)
    document = opened(made)
    root: Any = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("nl")
    metadata: Any = root["/Metadata"]
    assert b"pdfuaid:part" in metadata.get_data()
    title = next(one.title for one in CONTENT.exercises if one.id == name)
    assert document.metadata is not None
    assert (document.metadata.title or "").startswith(title)
    assert {"H1", "H2"} <= {tag for tag, _ in tags(made)}
    assert [round(float(side)) for side in document.pages[0].mediabox[2:]] == [595, 842]
    assert f"Bladzijde 1 van {len(document.pages)}" in document.pages[0].extract_text()
    assert [one for one in PROMPTS[name](sector) if not says(made, one)] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_the_cards_of_a_sector_fit_on_one_page(sector: str) -> None:
    made = make_worksheet(CONTENT, "partnerschappen", sector)
    assert len(opened(made).pages) == 2
    others = [one.text for one in CONTENT.activities.activities if sector not in one.sectors]
    assert [text for text in others if says(made, text)] == []


def test_a_vision_takes_two_pages_and_expectations_one_for_each_pair() -> None:
    assert len(opened(make_worksheet(CONTENT, "visie")).pages) == 2
    pairs = len(CONTENT.expectations)
    assert len(opened(make_worksheet(CONTENT, "verwachtingen")).pages) == pairs


@pytest.mark.parametrize("sector", ["", *SECTORS])
def test_each_conversation_has_a_sheet_with_three_cards_to_cut_apart(sector: str) -> None:
    made = make_worksheet(CONTENT, "aannames", sector)
    pages = [page.extract_text() for page in opened(made).pages]
    played = played_in(sector)
    assert len(pages) == len(played)
    for page, case in zip(pages, played, strict=True):
        assert case.title in page
        assert page.count("Wie ik ben") == 2
        assert page.count("Wie kijkt") == 1


def test_a_policy_takes_a_page_for_each_topic_and_one_for_who_reads_along() -> None:
    assert CONTENT.policy is not None
    pages = opened(make_worksheet(CONTENT, "beleid")).pages
    assert len(pages) == len(CONTENT.policy.topics) + 1
    for page, topic in zip(pages, CONTENT.policy.topics, strict=False):
        assert topic.name in " ".join(page.extract_text().split())


def test_an_exercise_without_a_sheet_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        make_worksheet(CONTENT, "kennischeck")
