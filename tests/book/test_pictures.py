"""Charts in the pages: of a team that says to be invented, drawn as a reader's own are."""

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup, Tag

from partnerschap.content import load
from partnerschap.report.shares import share_words

Pages = Mapping[str, BeautifulSoup]
SHOWN = [("verantwoording", "partnerships"), ("verantwoording", "informeel"), ("sessie", "groups")]


def figure(pages: Pages, page: str, name: str) -> Tag:
    found = pages[page].find(id=f"beeld-{name}")
    assert isinstance(found, Tag)
    return found


def one(place: Tag, selector: str) -> Tag:
    (found,) = place.select(selector)
    return found


@pytest.mark.parametrize(("page", "name"), SHOWN)
def test_a_chart_says_what_it_shows_and_that_it_is_invented(
    pages: Pages, page: str, name: str
) -> None:
    place = figure(pages, page, name)
    said = str(one(place, "[role=img]")["aria-label"])
    assert said.startswith("Verzonnen voorbeeld.")
    caption = one(place, "figcaption")
    assert "Verzonnen voorbeeld." in caption.get_text()
    # Below the picture for who sees it, and not read out a second time.
    assert said.endswith(one(caption, "[aria-hidden=true]").get_text())
    assert place.select("svg:not([aria-hidden=true])") == []


@pytest.mark.parametrize(("page", "name"), SHOWN)
def test_a_chart_follows_light_and_dark(pages: Pages, page: str, name: str) -> None:
    for svg in figure(pages, page, name).select("svg"):
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', str(svg))) - {"none", "transparent"}
        assert colours
        assert all(colour.startswith("var(--ps-") for colour in colours)


def test_the_table_beside_a_chart_has_its_figures(pages: Pages) -> None:
    place = figure(pages, "verantwoording", "partnerships")
    rows = [
        [cell.get_text() for cell in row.select("th, td")]
        for row in place.select("details tbody tr")
    ]
    assert [row[0] for row in rows] == [area.name for area in load().areas if area.partnership]
    drawn = one(place, "svg").get_text(" ")
    said = str(one(place, "[role=img]")["aria-label"])
    for name, share, *_ in rows:
        # The table is for who asks how it is known; the chart says it in words.
        told = share_words(load(), int(share.removesuffix("%")) / 100)
        assert told in drawn
        assert f"{name}: {told}" in said
