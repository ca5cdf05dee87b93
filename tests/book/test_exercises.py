"""Each exercise has its place in a page, and something for a reader who cannot use it there."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from partnerschap.content import Exercise, load
from partnerschap.locations import BOOK

_TWO_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_SCRIPTS = sorted([*(BOOK / "_static").rglob("*.js"), *(BOOK / "_ext").rglob("*.js")])


def _figures(pages: Mapping[str, BeautifulSoup], exercise: Exercise) -> list[Tag]:
    figures = [
        figure
        for page in pages.values()
        for figure in page.select("figure.exercise")
        if figure["id"] == f"oefening-{exercise.id}"
    ]
    assert figures
    return figures


def _only(figure: Tag, selector: str) -> Tag:
    found = figure.select(selector)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("exercise", load().exercises, ids=lambda exercise: exercise.id)
def test_every_exercise_has_its_page(
    pages: Mapping[str, BeautifulSoup], exercise: Exercise
) -> None:
    for figure in _figures(pages, exercise):
        frame = _only(figure, "iframe")
        address = str(frame["data-src"])
        assert frame["title"] == exercise.title
        assert frame["allow"] == "camera; clipboard-write; fullscreen"
        assert address.partition("?")[0] == f"/voila/render/{exercise.id}.ipynb"
        assert not frame.has_attr("src"), "the frame loads when a reader comes near"
        alone = str(_only(figure, "figcaption a")["href"])
        assert alone == address if "module=" in address else alone.startswith(f"{address}?from=")
        assert _only(figure, "figcaption a").get_text() == load().message("book.open_alone")


@pytest.mark.parametrize("exercise", load().exercises, ids=lambda exercise: exercise.id)
def test_an_exercise_has_words_for_each_state(
    pages: Mapping[str, BeautifulSoup], exercise: Exercise
) -> None:
    on_a_sheet = "_sheet" if exercise.instruments else ""
    for figure in _figures(pages, exercise):
        for selector, name in (
            (".exercise-loading", "loading"),
            (".exercise-slow p", "slow"),
            ("button", "retry"),
            ("noscript", f"without_script{on_a_sheet}"),
            (".exercise-paper", f"on_paper{on_a_sheet}"),
        ):
            expected = load().message(f"book.{name}", heading=exercise.title)
            assert _only(figure, selector).get_text(strip=True) == expected
        assert _only(figure, "[role=status]").get_text(strip=True)


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda path: path.name)
def test_a_script_holds_no_words_for_a_reader(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", source, flags=re.DOTALL | re.MULTILINE)
    literals = re.findall(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`", code)
    assert [text for found in literals for text in found if _TWO_WORDS.search(text)] == []
    for shown in ("innerText", "innerHTML", "insertAdjacent", "alert(", ".title"):
        assert shown not in code
    assert not re.search(r"textContent = [\"'`](?!\")", code)


@pytest.mark.parametrize(
    "module", sorted((BOOK / "_ext").rglob("*.py")), ids=lambda path: path.name
)
def test_the_extension_holds_no_words_for_a_reader(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    ]
    assert [text for text in texts if _TWO_WORDS.search(text) and "<" not in text] == []


@pytest.mark.parametrize("module", ["ken-je-ouders", "welkom-heten", "ervaringsdeskundigen"])
def test_a_module_shows_conversations_of_its_own(
    pages: Mapping[str, BeautifulSoup], module: str
) -> None:
    link = pages[module].select_one("#oefening-aannames a.exercise-link")
    assert link
    assert str(link["href"]).endswith(f"?module={module}")
    assert sum(module in case.modules for case in load().cases) >= 2
