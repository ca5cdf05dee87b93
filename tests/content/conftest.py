"""A copy of the real content that a test may break in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerschap.content import check, read_messages, render_fault
from partnerschap.locations import CONTENT

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds a copy of the content."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace the first place of a text in one file of the copy, after the comments on top."""

    def replace(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        start = 0 if old.startswith("#") else text.index("\n\n")
        changed = text[:start] + text[start:].replace(old, new, 1)
        assert changed != text
        path.write_text(changed, encoding="utf-8")

    return replace


@pytest.fixture
def told(folder: Path) -> Callable[[], list[str]]:
    """Check the copy and tell each fault in Dutch, with the catalogue that is not broken."""
    return lambda: [render_fault(fault, read_messages()) for fault in check(folder)]
