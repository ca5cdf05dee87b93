"""Whatever a page points to inside the course is there."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from partnerschap.content import load
from partnerschap.report import (
    SECTOR_SHEETS,
    WORKSHEETS,
    Handout,
    empty_sheet_xlsx,
    make_handout,
    make_worksheet,
)


def test_links_and_anchors_lead_somewhere(pages: Mapping[str, BeautifulSoup], html: Path) -> None:
    broken = []
    anchors = {
        name: {str(element["id"]) for element in page.find_all(id=True)}
        for name, page in pages.items()
    }
    for name, page in pages.items():
        for link in page.find_all("a", href=True):
            address = urlsplit(str(link["href"]))
            if address.netloc or address.path.startswith("/voila/"):
                continue
            file = unquote(address.path) or f"{name}.html"
            aim = Path(file).stem
            if not (html / file).is_file():
                broken.append((name, file))
            elif address.fragment and address.fragment not in anchors[aim]:
                broken.append((name, str(link["href"])))
    assert broken == []


def test_every_loaded_file_is_there(pages: Mapping[str, BeautifulSoup], html: Path) -> None:
    for page in pages.values():
        for element in page.select("script[src], img[src], link[rel=stylesheet], link[rel=icon]"):
            address = urlsplit(str(element.get("src") or element.get("href")))
            assert (html / address.path).is_file(), address.path


def test_an_id_stands_once_in_a_page(pages: Mapping[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        times = Counter(str(element["id"]) for element in page.find_all(id=True))
        assert [found for found, count in times.items() if count > 1] == [], name


def test_a_page_has_one_first_heading(pages: Mapping[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        assert len(page.find_all("h1")) == 1, name


def test_every_image_has_a_text(pages: Mapping[str, BeautifulSoup]) -> None:
    for page in pages.values():
        for image in page.find_all("img"):
            beside_its_words = image.find_parent(class_="navbar-brand") is not None
            assert image.has_attr("alt")
            assert image["alt"] or beside_its_words
        for drawing in page.select("svg[role=img]"):
            named = str(drawing["aria-labelledby"]).split()
            texts = [drawing.find(id=name) for name in named]
            assert all(text is not None and text.get_text(strip=True) for text in texts)


def test_the_model_is_drawn(pages: Mapping[str, BeautifulSoup]) -> None:
    drawing = pages["model"].select_one("svg.drawing")
    assert drawing is not None
    shown = drawing.get_text().replace("-", "").replace("\n", "")
    for area in load().areas:
        if area.partnership:
            assert area.id in shown


@pytest.mark.parametrize("page", ["teamscan", "beleidsscan"])
def test_empty_sheets_can_be_downloaded(
    pages: Mapping[str, BeautifulSoup], html: Path, page: str
) -> None:
    links = pages[page].select("ul.sheets a")
    assert links
    for link in links:
        path = html / str(link["href"])
        instrument = path.stem.removeprefix("invulblad-")
        assert path.read_bytes() == empty_sheet_xlsx(load(), instrument)


def test_the_exercises_on_paper_can_be_downloaded(
    pages: Mapping[str, BeautifulSoup], html: Path
) -> None:
    content = load()
    links = {
        str(link["href"]): link.get_text() for link in pages["trainer"].select("ul.worksheets a")
    }
    expected = {
        f"_downloads/werkblad-{name}{suffix}.pdf": make_worksheet(content, name, suffix[1:])
        for name in WORKSHEETS
        for suffix in ([f"-{one.id}" for one in content.sectors] if name in SECTOR_SHEETS else [""])
    }
    expected["_downloads/antwoordblad-kort.pdf"] = make_handout(Handout(content, "kort"))
    assert all(text.endswith("(PDF)") for text in links.values())
    assert {address: (html / address).read_bytes() for address in links} == expected
