"""The page of invented teams shows what the software advises them."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from partnerschap.content import load
from partnerschap_book.profiles import advised, profiles

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
