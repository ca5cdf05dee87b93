"""The drawings: small, of one hand, and with words for who does not see them."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from partnerschap.content import load
from partnerschap.content.practice import Face
from partnerschap.locations import BOOK
from partnerschap_book.drawings import DRAWINGS, area_icon, drawing, drawings, whole

FILES = sorted(
    path.relative_to(DRAWINGS).with_suffix("").as_posix() for path in DRAWINGS.rglob("*.svg")
)
IN_PAGES = drawings()

SHAPES = {"svg", "title", "g", "path", "rect", "circle", "ellipse", "text", "tspan"}
HEAVIEST = 6_000
HEAVIEST_PAGE = 25_000
_COLOUR = re.compile(r"none|currentColor|var\(--ps-([\w-]+)\)")
_TOKENS = set(re.findall(r"--ps-([\w-]+):", (BOOK / "_static/tokens.css").read_text("utf-8")))


def packed(text: str) -> int:
    return len(gzip.compress(text.encode()))


@pytest.mark.parametrize("name", FILES)
def test_a_drawing_is_shapes_and_nothing_else(name: str) -> None:
    root = whole(DRAWINGS / f"{name}.svg")
    assert root.get("viewBox")
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in SHAPES
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on")
            assert attribute not in {"href", "style", "id"}
            assert "url(" not in value


@pytest.mark.parametrize("name", FILES)
def test_a_drawing_has_the_colours_of_the_course(name: str) -> None:
    for element in whole(DRAWINGS / f"{name}.svg").iter():
        for attribute in ("fill", "stroke"):
            said = element.get(attribute)
            if said is None:
                continue
            match = _COLOUR.fullmatch(said)
            assert match is not None, said
            assert match[1] is None or match[1] in _TOKENS


@pytest.mark.parametrize("name", IN_PAGES)
def test_a_drawing_says_what_it_shows_and_is_light(name: str) -> None:
    markup, text = drawing(name)
    assert text.endswith(".")
    assert len(text) <= 300
    assert "<title" not in markup
    assert packed(markup) <= HEAVIEST


def test_what_a_drawing_uses_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "cup.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Een kop.</title><path d="M0 0h1"/></svg>'
    )
    path = tmp_path / "table.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="cup.svg" transform="scale(2)"/></svg>'
    )
    (group,) = whole(path)
    assert group.attrib == {"transform": "scale(2)"}
    assert [ET.tostring(part, "unicode").split()[-1] for part in group] == ["/>"]
    (tmp_path / "cup.svg").unlink()
    with pytest.raises(FileNotFoundError):
        whole(path)


def test_each_module_has_its_header_and_its_story(pages: Mapping[str, BeautifulSoup]) -> None:
    for module in load().modules:
        shown = pages[module.id].select(".ps-drawing[role=img]")
        kinds = {kind for one in shown for kind in one["class"]}
        assert {"ps-drawing-modules", "ps-drawing-stories"} <= kinds, module.id


def test_each_drawing_of_a_page_has_its_words_and_a_page_stays_light(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    seen = set()
    for name, page in pages.items():
        shown = page.select(".ps-drawing")
        seen |= {str(one["aria-label"]) for one in shown}
        assert packed("".join(map(str, shown))) <= HEAVIEST_PAGE, name
    assert seen == {drawing(name)[1] for name in IN_PAGES}


def test_each_area_has_an_icon_in_the_book_and_in_the_exercises(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    areas = {area.id for area in load().areas}
    assert {path.stem for path in (DRAWINGS / "icons").iterdir()} == areas
    front_end = (
        BOOK.parent / "widgets/partnerschap/ui/web/controls/drawn/area-icon.tsx"
    ).read_text("utf-8")
    assert set(re.findall(r"drawings/icons/(\w+)\.svg", front_end)) == areas
    for area in areas:
        assert "aria-hidden" in area_icon(area)
        assert pages["punten"].select_one(f".area-{area} .ps-area-icon") is not None


def test_each_face_of_a_conversation_is_drawn() -> None:
    assert {path.stem for path in (DRAWINGS / "people").iterdir()} == set(get_args(Face))
    for case in load().cases:
        assert case.player.face != case.other.face
        for moment in case.moments:
            assert (moment.face is None) == (moment.speaker is None)
            assert moment.face not in {case.player.face, case.other.face}
