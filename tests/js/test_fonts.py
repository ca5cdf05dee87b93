"""The typeface of the pages has the letters that they use, is light, and is made of its package."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import fonts
from partnerschap.locations import BOOK, CONTENT

LIGHT = 40_000
"""Bytes of what a page of Dutch needs."""


def test_what_is_committed_is_made_of_the_package(tmp_path: Path) -> None:
    made = tmp_path / "fonts"
    fonts.write(made)
    assert {path.name: path.read_bytes() for path in made.iterdir()} == {
        path.name: path.read_bytes() for path in fonts.FONTS.iterdir()
    }


def test_dutch_takes_two_light_files() -> None:
    files = [path for path in fonts.FONTS.glob("*.woff2") if "european" not in path.name]
    assert len(files) == 2
    assert sum(path.stat().st_size for path in files) < LIGHT


@pytest.mark.parametrize("folder", [BOOK, CONTENT], ids=lambda path: path.name)
def test_every_latin_letter_of_the_course_is_in_it(folder: Path) -> None:
    """The device draws the few others, such as the Greek ones of a formula."""
    drawn: set[str] = set()
    for path in fonts.FONTS.glob("*.woff2"):
        drawn |= {chr(code) for code in TTFont(path).getBestCmap()}
    used: set[str] = set()
    for path in [*folder.rglob("*.md"), *folder.rglob("*.yml")]:
        if "_build" not in path.parts:
            used |= set(path.read_text(encoding="utf-8"))
    latin = {sign for sign in used if unicodedata.name(sign, "").startswith("LATIN ")}
    assert latin - drawn == set()
