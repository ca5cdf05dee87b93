"""The book builds without a warning, and a mistake in a page stops it with a clear message."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from partnerschap.locations import BOOK

Build = Callable[[], subprocess.CompletedProcess[str]]


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


def test_an_unknown_name_stops_the_build(build: Build, course: Path) -> None:
    known = {
        "drawing": "welkom",
        "exercise": "teamscan",
        "sheets": "teamscan",
        "picture": "partnerships",
    }
    with (course / "book" / "bronnen.md").open("a", encoding="utf-8") as page:
        for directive in known:
            page.write(f"\n```{{{directive}}} geen-{directive}\n```\n")
    done = build()
    assert done.returncode != 0
    for number, (directive, name) in enumerate(known.items()):
        line = next(line for line in done.stdout.splitlines() if f"geen-{directive}" in line)
        assert f"bronnen.md:{7 + 3 * number}: ERROR" in line
        assert "'bronnen'" in line
        assert name in line


def test_a_new_style_sheet_alone_reaches_the_reader(build: Build, course: Path) -> None:
    """Sphinx itself finds nothing to do when no page has changed."""
    assert build().returncode == 0
    (course / "book/_static/book.css").write_text("/* new */\n", encoding="utf-8")
    assert build().returncode == 0
    assert (course / "_build/html/_static/book.css").read_text(encoding="utf-8") == "/* new */\n"
