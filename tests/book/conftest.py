"""The book, built as a user builds it."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from partnerschap.locations import BOOK, CONFIG

_BUILDER = "from jupyter_book.cli.main import main; main()"


def _run(book: Path, config: Path, output: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _BUILDER, "build", str(book), "--config", str(config)]
    command += ["--path-output", str(output), "-nW", "--keep-going"]
    return subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build the book; gives the folder with the pages and what the builder said."""
    output = tmp_path_factory.mktemp("book")
    done = _run(BOOK, CONFIG, output)
    assert done.returncode == 0, done.stdout
    return output / "_build" / "html", done.stdout


@pytest.fixture(scope="session")
def html(built: tuple[Path, str]) -> Path:
    return built[0]


@pytest.fixture(scope="session")
def pages(html: Path) -> Mapping[str, BeautifulSoup]:
    """Every page under its name, without the page that only leads to the first."""
    return {
        path.stem: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(html.glob("*.html"))
        if path.stem != "index"
    }


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Copy the book elsewhere, with only the page that every page links to."""
    shutil.copy(CONFIG, tmp_path)
    shutil.copytree(BOOK, tmp_path / "book", ignore=shutil.ignore_patterns("_build"))
    source = tmp_path / "book" / "bronnen.md"
    source.write_text(
        "# Bronnen\n\n```{bibliography}\n:all:\n```\n",
        encoding="utf-8",
    )
    (tmp_path / "book" / "_toc.yml").write_text(
        "format: jb-book\nroot: bronnen\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def build(course: Path) -> Callable[[], subprocess.CompletedProcess[str]]:
    """Build the copy."""

    def build_copy() -> subprocess.CompletedProcess[str]:
        return _run(course / "book", course / CONFIG.name, course)

    return build_copy
