"""What is around the text of every page: what it loads, its menu, and what it says of itself."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import Image

Pages = Mapping[str, BeautifulSoup]

HEAVIEST = 150_000
"""Bytes of a first visit, compressed; the exercises come later, when a reader is near."""


def _one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def _loaded(page: BeautifulSoup) -> list[str]:
    elements = page.select("script[src], link[rel=stylesheet], link[rel=preload], main img")
    return [urlsplit(str(element.get("src") or element.get("href"))).path for element in elements]


def test_a_page_loads_one_style_sheet_one_script_and_its_letters(pages: Pages) -> None:
    for name in pages.keys() - {"search"}:
        found = [Path(address).suffix for address in _loaded(pages[name]) if "site" in address]
        assert sorted(found) == [".css", ".js"], name
        assert [Path(address).suffix for address in _loaded(pages[name])].count(".woff2") == 1


def test_a_first_visit_is_light(pages: Pages, html: Path) -> None:
    fonts = sum(path.stat().st_size for path in (html / "_static/fonts").glob("*.woff2"))
    for name, page in pages.items():
        files = {html / address for address in _loaded(page)} | {html / f"{name}.html"}
        texts = [path for path in files if path.suffix in {".html", ".css", ".js", ".svg"}]
        pictures = files - {*texts} - {*(html / "_static/fonts").iterdir()}
        weight = sum(len(gzip.compress(path.read_bytes(), 6)) for path in texts)
        assert weight + fonts + sum(path.stat().st_size for path in pictures) < HEAVIEST, name


def test_a_page_says_what_it_is_to_who_shares_it(pages: Pages, html: Path) -> None:
    described = []
    for name, page in pages.items():
        assert len(page.select("meta[name=viewport]")) == 1
        text = str(_one(page, "meta[name=description]")["content"])
        assert 30 < len(text) <= 201, (name, text)
        described.append(text)
        for said in ("title", "description", "image", "image:alt"):
            assert _one(page, f'meta[property="og:{said}"]')["content"], (name, said)
        for icon in page.select("link[rel=icon], link[rel=apple-touch-icon]"):
            assert (html / str(icon["href"])).is_file()
    assert len(set(described)) == len(described)


def test_the_picture_that_is_shared_is_small_and_of_the_usual_size(html: Path) -> None:
    picture = html / "_static/icons/share.png"
    with Image.open(picture) as opened:
        assert opened.size == (1200, 630)
    assert picture.stat().st_size < 60_000


def test_the_first_page_is_also_that_of_the_site(html: Path) -> None:
    assert (html / "index.html").read_text("utf-8") == (html / "welkom.html").read_text("utf-8")


def test_the_menu_puts_the_course_first_and_numbers_its_modules(pages: Pages) -> None:
    entries = _one(pages["waarom"], "#menu").select("ol")[0].select("li")
    assert entries[0].select_one('a[href="welkom.html"]')
    numbers = [str(entry.get("data-menu-module")) for entry in entries[1:11]]
    assert numbers[0] == "waarom"
    assert numbers[-1] == "laaghangend-fruit"
    shown = [_one(entry, ".menu-number").get_text() for entry in entries[1:11]]
    assert shown == [f"{number}." for number in range(1, 11)]
    assert [str(link["href"]) for link in pages["waarom"].select("#menu [aria-current]")] == ["#"]


def test_what_a_learner_seldom_needs_is_folded(pages: Pages) -> None:
    for page, opened in (("waarom", []), ("klaarzetten", ["trainer"]), ("recht", ["onderzoek"])):
        parts = pages[page].select("#menu details")
        assert len(parts) == 2
        firsts = [str(part.select("a")[0]["href"]) for part in parts if part.has_attr("open")]
        assert [first.removesuffix(".html") for first in firsts] == opened


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("welkom", None, "waarom"),
        ("waarom", "welkom", "vijf-partnerschappen"),
        ("bewijs", "toets", None),
        ("trainer", None, "klaarzetten"),
        ("search", None, None),
    ],
)
def test_before_and_after_a_page_stand_pages_of_the_same_kind(
    pages: Pages, page: str, before: str | None, after: str | None
) -> None:
    for rel, aim in (("prev", before), ("next", after)):
        links = pages[page].select(f'.prev-next-area a[rel="{rel}"]')
        assert [str(link["href"]) for link in links] == ([f"{aim}.html"] if aim else [])


def test_a_list_of_sources_has_no_numbers_that_lead_back(pages: Pages, html: Path) -> None:
    """They say nothing to who reads; `site.css` leaves them out."""
    assert pages["visie"].select(".citation-list .backrefs")
    sheet = (html / "_static/site.css").read_text(encoding="utf-8")
    assert re.search(r"\.backrefs\) \{\s*display: none", sheet)
