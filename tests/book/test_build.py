"""The book builds without a warning, and a mistake in a page stops it with a clear message."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from partnerschap.locations import BOOK


def test_it_builds_without_a_warning(built: tuple[Path, str]) -> None:
    assert "WARNING" not in built[1]
    assert "ERROR" not in built[1]


def test_every_page_is_in_the_contents_and_built(pages: Mapping[str, BeautifulSoup]) -> None:
    contents = yaml.safe_load((BOOK / "_toc.yml").read_text(encoding="utf-8"))
    listed = [contents["root"]]
    for part in contents["parts"]:
        listed += [chapter["file"] for chapter in part["chapters"]]
    assert sorted(listed) == sorted(path.stem for path in BOOK.glob("*.md"))
    assert set(pages) == {*listed, "search"}


@pytest.mark.parametrize("directive", ["exercise", "sheets"])
def test_an_unknown_name_stops_the_build(build_with: Callable[[str], str], directive: str) -> None:
    said = build_with(f"# Fout\n\n```{{{directive}}} bestaat-niet\n```\n")
    line = next(line for line in said.splitlines() if "bestaat-niet" in line)
    assert "fout.md:3: ERROR" in line
    assert "'fout'" in line
    assert "teamscan" in line
