"""What the pages say agrees with the content and with what the software computes."""

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup

from partnerschap.advice.ranking import NEEDED_FROM
from partnerschap.content import Item, load
from partnerschap.content.models import Tip
from partnerschap.scoring import agreement, wilson

EXAMPLE = (0, 1, 2, 4, 1)


def _text(page: BeautifulSoup) -> str:
    article = page.find("article")
    assert article is not None
    return " ".join(article.get_text(" ").split())


def _dutch(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")


@pytest.mark.parametrize("item", load().items, ids=lambda item: item.id)
def test_every_item_is_listed_with_where_it_comes_from(
    pages: Mapping[str, BeautifulSoup], item: Item
) -> None:
    listed = pages["punten"].find(id=item.id)
    assert listed is not None
    shown = listed.get_text(" ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    assert item.statement.partition("{")[0] in shown
    for source in item.source:
        assert f"({source}," in shown
    if item.parent:
        assert item.parent.partition("{")[0] in shown
    assert "{" not in shown


@pytest.mark.parametrize("item", load().items, ids=lambda item: item.id)
def test_a_researcher_reads_what_may_be_weak_about_an_item(
    pages: Mapping[str, BeautifulSoup], item: Item
) -> None:
    listed = pages["onderzoekers"].find(id=item.id)
    assert listed is not None
    shown = " ".join(listed.get_text(" ").split())
    assert item.doubt
    assert item.doubt in shown
    compared = "dezelfde vraag van twee kanten" in shown
    assert compared == (item.parallel and "parent" in item.respondents)
    assert ("niet aan ouders gevraagd" in shown) == ("parent" not in item.respondents)


def test_a_researcher_reads_what_was_asked_before(pages: Mapping[str, BeautifulSoup]) -> None:
    shown = _text(pages["onderzoekers"])
    retired = load().retired.items
    assert retired
    for item in retired:
        assert f"{item.id} {item.statement.partition('{')[0]}" in shown


@pytest.mark.parametrize("page", ["onderzoekers", "verantwoording"])
def test_the_scales_are_told_as_they_are(pages: Mapping[str, BeautifulSoup], page: str) -> None:
    for scale in load().scales.scales:
        assert ", ".join(scale.points) in _text(pages[page])


@pytest.mark.parametrize(
    "tip", [tip for tip in load().tips if tip.kind == "tip"], ids=lambda tip: tip.id
)
def test_every_tip_of_the_sources_has_its_place(
    pages: Mapping[str, BeautifulSoup], tip: Tip
) -> None:
    assert f"({tip.id}," in _text(pages["punten"])


def test_the_worked_example_is_what_the_software_gives(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    shown = _text(pages["verantwoording"])
    n = sum(EXAMPLE)
    in_place = sum(EXAMPLE[3:])
    low, high = wilson(in_place, n)
    need = sum(count * (4 - value) for value, count in enumerate(EXAMPLE)) / (4 * n)
    assert f"{in_place} van de {n}" in shown
    assert f"dus {in_place / n + 1e-9:.0%}".replace("%", " procent") in shown
    assert f"van {low:.0%} tot {high:.0%}".replace("%", "", 1).replace("%", " procent") in shown
    assert f"= {_dutch(need)}" in shown
    assert f"= {_dutch(need * 2 / 3)}" in shown
    assert need < NEEDED_FROM
    assert f"= {_dutch(agreement(EXAMPLE))}" in shown
    for layer, value in (((0, 1, 1, 1, 1), "0,25"), ((0, 0, 1, 1, 0), "0,75")):
        assert _dutch(agreement(layer)) == value
        assert value in shown
    assert agreement((4, 0, 0, 0, 4)) == -1


def test_the_number_of_points_comes_from_the_content(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    content = load()
    shown = _text(pages["teamscan"])
    for instrument in ("kort", "teamscan", "compleet"):
        assert f" {len(content.items_of(instrument))}, " in shown
        assert f"ongeveer {content.instrument(instrument).minutes} minuten" in shown


def test_the_course_says_that_it_is_independent(pages: Mapping[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        footer = page.select_one(".course-footer")
        assert footer is not None, name
        assert "onafhankelijk" in footer.get_text()
    assert "niet goedgekeurd" in _text(pages["model"])


def test_nothing_is_promised_for_later(pages: Mapping[str, BeautifulSoup]) -> None:
    later = re.compile(
        r"volgt (nog|later|binnenkort)|binnenkort|nog niet beschikbaar", re.IGNORECASE
    )
    for name, page in pages.items():
        assert later.search(page.get_text(" ")) is None, name
