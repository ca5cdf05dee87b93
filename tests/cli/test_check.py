"""The command `check`: a line a fault."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from partnerschap.content import load
from partnerschap.locations import CONTENT

Run = Callable[..., Any]


def test_good_content_is_counted(run: Run) -> None:
    ended = run("check")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.count("\n") == 1
    content = load()
    assert f"{len(content.items)} stellingen" in ended.out
    assert f"{len(content.areas)} onderdelen" in ended.out


def test_each_fault_is_a_line_with_file_and_id(run: Run, tmp_path: Path) -> None:
    folder = shutil.copytree(CONTENT, tmp_path / "inhoud")
    items = folder / "items.yml"
    text = items.read_text(encoding="utf-8")
    items.write_text(
        text.replace("area: informeel", "area: 1", 1).replace("core: true", "core: ja", 1),
        encoding="utf-8",
    )
    ended = run("check", folder)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.splitlines()
    assert all(line.startswith("items.yml: inf-1: ") for line in ended.out.splitlines())


def test_an_empty_folder_lacks_every_file(run: Run, tmp_path: Path) -> None:
    ended = run("check", tmp_path)
    assert ended.code == 1
    assert "items.yml: dit bestand ontbreekt" in ended.out.splitlines()
