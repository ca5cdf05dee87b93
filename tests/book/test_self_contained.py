"""No page asks anything of another host."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

_LOADED_FROM_STYLE = re.compile(r"url\(\s*['\"]?([^)'\"]+)|@import\s+['\"]([^'\"]+)")


def _elsewhere(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def _loaded(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all(True):
        for attribute in ("src", "data-src", "srcset", "data", "poster", "action"):
            yield str(element.get(attribute, ""))
        if element.name in {"link", "use", "image"}:
            yield str(element.get("href", ""))
        yield from _in_style(str(element.get("style", "")))
    for style in page.find_all("style"):
        yield from _in_style(style.get_text())


def _in_style(style: str) -> Iterator[str]:
    for match in _LOADED_FROM_STYLE.finditer(style):
        yield match[1] or match[2]


def test_no_page_loads_from_another_host(pages: Mapping[str, BeautifulSoup]) -> None:
    assert [
        (name, address)
        for name, page in pages.items()
        for address in _loaded(page)
        if _elsewhere(address)
    ] == []


def test_no_style_sheet_loads_from_another_host(html: Path) -> None:
    sheets = sorted(html.rglob("*.css"))
    assert sheets
    assert [
        (sheet.name, address)
        for sheet in sheets
        for address in _in_style(sheet.read_text(encoding="utf-8"))
        if _elsewhere(address)
    ] == []


def test_no_script_in_a_page_names_another_host(pages: Mapping[str, BeautifulSoup]) -> None:
    """Thebe and MathJax name their host in a script of a line or two."""
    for name, page in pages.items():
        for script in page.find_all("script", src=False):
            assert "://" not in script.get_text(), name


def test_pages_leave_out_what_no_page_uses(pages: Mapping[str, BeautifulSoup]) -> None:
    heavy = re.compile("mathjax|thebe|require|fontawesome|clipboard|hypothes", re.IGNORECASE)
    for page in pages.values():
        assert [script for script in page.find_all("script") if heavy.search(str(script))] == []
