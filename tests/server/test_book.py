"""Building the book, and knowing when that is needed."""

import shutil
from pathlib import Path

import pytest

from partnerschap.cli import main
from partnerschap.locations import BOOK
from partnerschap.server import BookError, book


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work on a copy of the book's sources, and build beside it."""
    shutil.copytree(BOOK, tmp_path / "book", ignore=shutil.ignore_patterns("_build"))
    monkeypatch.setattr(book, "BOOK", tmp_path / "book")
    monkeypatch.setattr(book, "html_folder", lambda: tmp_path / "book" / "_build" / "html")
    return tmp_path / "book"


@pytest.mark.usefixtures("copy")
def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr("partnerschap.server.html_folder", lambda: tmp_path / "file" / "html")
    monkeypatch.setattr(book, "html_folder", lambda: tmp_path / "file" / "html")
    with pytest.raises(SystemExit) as ended:
        main(["build"])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert str(tmp_path / "file" / "html") in said.err


def test_a_page_with_a_fault_is_told_and_not_taken_for_built(copy: Path) -> None:
    (copy / "_toc.yml").write_text("root: bestaat-niet\nformat: jb-book\n")
    with pytest.raises(BookError, match="bestaat-niet") as told:
        book.build()
    assert "Traceback" not in str(told.value)
    assert '  File "' not in str(told.value)
    assert not book.is_current()


def test_the_book_is_out_of_date_after_a_change(copy: Path) -> None:
    """A book of one page, which is built in a tenth of the time."""
    page = copy / "bronnen.md"
    page.write_text("# Bronnen\n\n```{bibliography}\n:all:\n```\n", encoding="utf-8")
    (copy / "_toc.yml").write_text("format: jb-book\nroot: bronnen\n", encoding="utf-8")
    html = copy / "_build" / "html"
    assert not book.is_current(), "never built"
    seen: list[str] = []
    assert book.build(seen.append) == html
    assert (html / "bronnen.html").is_file()
    assert seen, "progress is told"
    assert book.is_current()
    page.write_text(page.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    assert not book.is_current()
