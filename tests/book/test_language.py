"""Everything that a reader meets is Dutch, also what the theme brings."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ENGLISH = (
    "Back to top",
    "Click to",
    "Color mode",
    "Contents",
    "Copyright",
    "Created using",
    "Dark",
    "Download",
    "Error",
    "Fullscreen",
    "Home",
    "Last updated",
    "Light",
    "Link to this",
    "Main",
    "Navigation",
    "Next",
    "Note",
    "On this page",
    "Page",
    "Permalink",
    "Please activate",
    "Previous",
    "Search",
    "Section Navigation",
    "See also",
    "Site navigation",
    "Skip to",
    "System Settings",
    "Table of",
    "Toggle",
    "Version warning",
    "Warning",
    "next page",
    "previous page",
)
_ENGLISH = re.compile(rf"\b({'|'.join(ENGLISH)})\b")
_ATTRIBUTES = ("alt", "aria-label", "data-bs-title", "placeholder", "title")


def _shown(page: BeautifulSoup) -> Iterator[str]:
    """Give what is read or read aloud, without the sources, whose titles are English."""
    copy = BeautifulSoup(str(page), "html.parser")
    for part in copy.select("script, style, .citation-list"):
        part.decompose()
    for cited in copy.select(".bibtex-citation a"):
        del cited["title"]
    yield from copy.stripped_strings
    for element in copy.find_all(True):
        for attribute in _ATTRIBUTES:
            yield str(element.get(attribute, ""))


def test_every_page_says_that_it_is_dutch(pages: Mapping[str, BeautifulSoup]) -> None:
    assert {str(page.html and page.html["lang"]) for page in pages.values()} == {"nl"}


def test_no_english_of_the_theme_is_left(pages: Mapping[str, BeautifulSoup]) -> None:
    left = {
        (name, text)
        for name, page in pages.items()
        for text in _shown(page)
        # A download is a loan word that a page of our own may use.
        if _ENGLISH.search(text.replace("Download een", "").replace("Download het", ""))
    }
    assert left == set()


def test_every_page_has_a_title_of_its_own(pages: Mapping[str, BeautifulSoup]) -> None:
    titles = [page.title.get_text() for page in pages.values() if page.title]
    assert len(set(titles)) == len(pages)
    assert all("Partnerschap met ouders" in title for title in titles)


@pytest.mark.parametrize(
    "english",
    [
        "Search Results",
        "Searching",
        "Preparing search...",
        "Search finished, found ${resultCount} page(s) matching the search query.",
        (
            "Your search did not match any documents. Please make sure that all words are spelled"
            " correctly and that you've selected enough categories."
        ),
        "Hide Search Matches",
    ],
)
def test_the_search_page_answers_in_dutch(html: Path, english: str) -> None:
    script = (html / "_static" / "translations.js").read_text(encoding="utf-8")
    table = json.loads(script[script.index("{") : script.rindex("}") + 1])
    assert table["messages"][english] not in {"", english}
    used = (html / "_static" / "searchtools.js").read_text(encoding="utf-8")
    used += (html / "_static" / "sphinx_highlight.js").read_text(encoding="utf-8")
    assert f'"{english}"' in used, "the theme asks for another text now"
