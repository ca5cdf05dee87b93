"""Activities, expectations and the walk: what must hold, and what an editor is told."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from partnerschap.content import load
from partnerschap.content.learning import LONGEST_EXPECTATION, Place

Edit = Callable[[str, str, str], None]
Told = Callable[[], list[str]]

CONTENT = load()
SECTORS = [sector.id for sector in CONTENT.sectors]
PARTNERSHIPS = {area.id for area in CONTENT.areas if area.partnership}

LONGEST_SENTENCE = 12
LONGEST_WORD = 18
KNOWN_LONG_WORDS = {"medezeggenschapsraad"}
SAID_ALOUD = {"openings", "opening", "ask"}
"""Fields with sentences that one person says to another."""


def texts(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a model, with the field that holds it."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in {"id", "place", "theme", "fits", "also", "sectors"}:
                yield from texts(getattr(value, name), field or name)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one, field)
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one, field)


def read_together() -> Iterator[str]:
    """Everything on the screens that parents and professionals read together."""
    for help_with in CONTENT.activities.partnerships:
        yield from (text for _, text in texts(help_with))
    for activity in CONTENT.activities.activities:
        yield from (text for _, text in texts(activity))
    for route in CONTENT.walk:
        for station in route.stations:
            yield from (text for _, text in texts(station))
    for one in CONTENT.expectations:
        for side in one.sides:
            yield from (text for field, text in texts(side) if field not in SAID_ALOUD)
        yield one.intro


def screens_of_professionals() -> Iterator[str]:
    """What the screens around it say: a professional holds the device, a parent may look on."""
    for message_id, text in CONTENT.messages.items():
        if message_id.startswith(("exercise.", "partnerschappen.", "verwachtingen.", "ouderbril.")):
            yield text


def test_what_both_read_addresses_neither() -> None:
    addressed = re.compile(r"\b(u|uw|jij|je|jou|jouw|jullie)\b", re.IGNORECASE)
    assert [text for text in read_together() if addressed.search(text)] == []


def test_the_screens_around_it_say_je_and_never_u() -> None:
    polite = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
    assert [text for text in screens_of_professionals() if polite.search(text)] == []


def test_words_are_short_enough_for_everybody() -> None:
    words = {
        word
        for text in (*read_together(), *screens_of_professionals())
        for word in re.findall(r"\w+", text)
    }
    long = {word for word in words if len(word) > LONGEST_WORD}
    assert long == KNOWN_LONG_WORDS


@pytest.mark.parametrize("route", CONTENT.walk, ids=lambda route: route.id)
def test_what_a_parent_sees_is_told_in_short_sentences(route: BaseModel) -> None:
    for _, text in texts(route):
        for sentence in re.split(r"[.?!:]", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, text


@pytest.mark.parametrize("sector", SECTORS)
def test_every_sector_can_fill_all_five_partnerships(sector: str) -> None:
    own = [one for one in CONTENT.activities.activities if sector in one.sectors]
    assert 12 <= len(own) <= 15
    assert {area for one in own for area in one.fits} == PARTNERSHIPS


def test_an_activity_says_why_it_belongs_where_it_belongs() -> None:
    for one in CONTENT.activities.activities:
        assert {*one.fits, *one.also} <= PARTNERSHIPS
        assert one.why.endswith(".")


@pytest.mark.parametrize("sector", SECTORS)
def test_every_sector_is_walked_from_the_street_on(sector: str) -> None:
    (route,) = (one for one in CONTENT.walk if one.id == sector)
    assert tuple(station.place for station in route.stations) == get_args(Place)
    assert all(3 <= len(station.points) <= 4 for station in route.stations)


def test_what_a_parent_thinks_is_in_their_own_words() -> None:
    own = re.compile(r"\b(ik|mij|mijn|wij|we|ons)\b|\?", re.IGNORECASE)
    for route in CONTENT.walk:
        assert all(own.search(station.view) for station in route.stations)


def test_parents_organisations_and_learning_each_have_their_set() -> None:
    assert [one.id for one in CONTENT.expectations] == ["parents", "partners", "learning"]


@pytest.mark.parametrize("one", CONTENT.expectations, ids=lambda one: one.id)
def test_every_theme_has_an_example_and_a_first_sentence_on_both_sides(one: BaseModel) -> None:
    (found,) = (other for other in CONTENT.expectations if other is one)
    themes = {theme.id for theme in found.themes}
    for side in found.sides:
        assert set(side.openings) == themes
        assert {example.theme for example in side.examples} == themes
        assert all("?" in text for text in (*side.openings.values(), side.opening, side.ask))


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "activities.yml",
            "fits: [informeel]",
            "fits: [gezellig]",
            "activities.yml: coffee: fits: 'gezellig' staat niet in areas.yml",
        ),
        (
            "activities.yml",
            "fits: [informeel]",
            "fits: [visie]",
            "activities.yml: coffee: fits: 'visie' staat niet in areas.yml",
        ),
        (
            "activities.yml",
            "also: [maatschappelijk]",
            "also: [informeel]",
            "activities.yml: coffee: also: 'informeel' staat al bij fits",
        ),
        (
            "activities.yml",
            "sectors: [school, childcare]",
            "sectors: [school, sport]",
            "activities.yml: coffee: sectors: 'sport' staat niet in sectors.yml",
        ),
        (
            "activities.yml",
            "sectors: [childcare, municipality]",
            "sectors: [school, childcare, municipality]",
            (
                "activities.yml: school: deze sector heeft 16 activiteiten; "
                "het moeten er 12 tot en met 15 zijn"
            ),
        ),
        (
            "activities.yml",
            "  - id: celebration",
            "  - id: coffee",
            "activities.yml: coffee: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "activities.yml",
            "  - id: informeel",
            "  - id: gezellig",
            "activities.yml: partnerships: 'informeel' ontbreekt",
        ),
        (
            "expectations.yml",
            "theme: contact}",
            "theme: weer}",
            "expectations.yml: parents: team.examples: 'weer' staat niet in themes",
        ),
        (
            "expectations.yml",
            "          contact: {nl:",
            "          weer: {nl:",
            "expectations.yml: parents: team.openings: 'contact' ontbreekt",
        ),
        (
            "expectations.yml",
            "Ouders lezen de berichten in de app.",
            "x" * (LONGEST_EXPECTATION + 1),
            (
                "expectations.yml: parents: sides.team.examples.#2.text: "
                "deze tekst is te lang: hoogstens 120 tekens"
            ),
        ),
        (
            "walk.yml",
            "place: hall",
            "place: door",
            "walk.yml: school: place: 'hall' ontbreekt",
        ),
        (
            "walk.yml",
            "place: hall",
            "place: zolder",
            "walk.yml: school: stations.school-hall.place: moet ",
        ),
        (
            "walk.yml",
            "  - id: municipality",
            "  - id: sport",
            "walk.yml: walk: 'municipality' ontbreekt",
        ),
        (
            "walk.yml",
            "id: childcare-street-a",
            "id: school-street-a",
            "walk.yml: school-street-a: id: deze id komt twee keer voor; elke id is uniek",
        ),
    ],
)
def test_a_mistake_is_told_where_it_is(  # noqa: PLR0913, PLR0917 - the columns of the table
    edit: Edit, told: Told, file: str, old: str, new: str, line: str
) -> None:
    edit(file, old, new)

    assert any(said.startswith(line) for said in told()), told()


def test_a_partnership_without_an_activity_is_told(folder: Path, told: Told) -> None:
    path = folder / "activities.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"fits: \[formeel\]", "fits: [didactisch]", text), encoding="utf-8")

    assert {f"activities.yml: {sector}: " for sector in SECTORS} == {
        line.removesuffix("in deze sector past geen enkele activiteit bij 'formeel'")
        for line in told()
        if line.endswith("'formeel'")
    }
