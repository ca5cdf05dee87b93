"""A copy of the real content that a test may break in one place."""

import pickle
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from partnerschap.content import check, read_messages, render_fault
from partnerschap.locations import CONTENT

Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="session", autouse=True)
def each_text_is_parsed_once() -> Iterator[None]:
    """Parse a file of the many copies only where a test has changed it."""
    parse = yaml.load
    known: dict[str, bytes] = {}

    def parse_once(text: str, Loader: Any) -> Any:  # noqa: N803 - the name that is given
        if text not in known:
            known[text] = pickle.dumps(parse(text, Loader))  # a fault is raised anew each time
        return pickle.loads(known[text])  # noqa: S301 - our own; checks may change what they get

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "load", parse_once)
        yield


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
