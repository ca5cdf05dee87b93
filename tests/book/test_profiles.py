"""The page of invented teams shows what the software advises them."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from partnerschap.content import load
from partnerschap_book.profiles import advised, parts, profiles

Pages = Mapping[str, BeautifulSoup]


def plain(text: str) -> str:
    """Return a text as it reads: straight apostrophes are curled on a page."""
    return " ".join(text.split()).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


@pytest.mark.parametrize("name", profiles())
def test_a_team_stands_with_all_its_advice_and_a_reading(pages: Pages, name: str) -> None:
    team = advised(load(), profiles()[name])
    place = pages["profielen"].find(id=f"profiel-{name}")
    assert isinstance(place, Tag)
    shown = plain(place.get_text(" "))
    assert "verzonnen team" in shown
    advice = team.advice
    for step in (*advice.suggestions, *advice.year_plan):
        assert plain(f"Bij het punt: {team.statement(step.item)}") in shown
        helps = team.content.actions_by_id[step.action].helps
        assert plain(team.action(step.action)) in shown
        assert plain(helps) in shown
        assert plain(step.why.removesuffix(helps)) in shown
    for one in advice.begin:
        assert plain(team.action(one.action)) in shown
    for item in (*advice.strengths, *advice.discuss_first, *advice.agree_low):
        assert plain(team.statement(item)) in shown
    reading = place.find_next_sibling("p")
    assert isinstance(reading, Tag)
    assert reading.get_text().startswith("Waar begin je?")


def shown_of(pages: Pages, name: str) -> str:
    place = pages["profielen"].find(id=f"profiel-{name}")
    assert isinstance(place, Tag)
    return plain(place.get_text(" "))


@pytest.mark.parametrize(("name", "end"), [("all-high", "even hoog"), ("all-low", "even laag")])
def test_where_all_is_answered_alike_the_points_are_called_examples(
    pages: Pages, name: str, end: str
) -> None:
    shown = shown_of(pages, name)
    assert "Dit zijn voorbeelden" in shown
    assert f"zijn de antwoorden {end}" in shown


def test_a_list_that_is_cut_says_how_many_more_there_are(pages: Pages) -> None:
    advice = advised(load(), profiles()["new-team"]).advice
    assert f"En nog {len(advice.find_out) - 3} punten." in shown_of(pages, "new-team")


def test_what_parents_alone_answered_is_first_for_the_team(pages: Pages) -> None:
    assert "leg ze daar eerst voor" in shown_of(pages, "parents-only")
    assert "alleen ouders ingevuld" not in shown_of(pages, "mixed")


@pytest.mark.parametrize("name", profiles())
def test_no_point_to_talk_about_or_that_is_low_is_left_alone(name: str) -> None:
    for part in parts(advised(load(), profiles()[name])):
        if part.heading in {"Hierover eerst praten", "Hierover zijn zij het eens: dit kan beter"}:
            assert all("staat bij" in begin or "Begin zo: " in begin for _, begin in part.entries)


def test_whose_answers_they_are_is_said_where_one_side_was_asked(pages: Pages) -> None:
    assert "7 van de 8 antwoorden van ouders zijn nog" in shown_of(pages, "municipality")
    assert "antwoorden van het team zijn nog" in shown_of(pages, "new-team")


def test_the_page_says_that_no_team_exists(pages: Pages) -> None:
    assert "Geen van deze teams bestaat." in pages["profielen"].get_text()


def test_a_team_that_is_not_there_stops_the_build(
    build: Callable[[], subprocess.CompletedProcess[str]], course: Path
) -> None:
    with (course / "book" / "bronnen.md").open("a", encoding="utf-8") as page:
        page.write("\n```{profile} nobody\n```\n")
    done = build()
    assert done.returncode != 0
    assert "'nobody'" in done.stdout
    assert "unseen, camps" in done.stdout
