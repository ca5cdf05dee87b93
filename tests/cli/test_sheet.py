"""The command `sheet`: an empty answer sheet."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from partnerschap.content import load
from partnerschap.report import empty_sheet_csv, empty_sheet_xlsx

Run = Callable[..., Any]


def test_without_a_file_it_is_csv_on_stdout(run: Run) -> None:
    ended = run("sheet")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.encode() == empty_sheet_csv(load(), "compleet")


@pytest.mark.parametrize(
    ("name", "make"),
    [("blad.csv", empty_sheet_csv), ("blad.xlsx", empty_sheet_xlsx), ("B.XLSX", empty_sheet_xlsx)],
)
def test_the_suffix_chooses_the_kind(
    run: Run, tmp_path: Path, name: str, make: Callable[..., bytes]
) -> None:
    ended = run("sheet", "--instrument", "kort", "-o", tmp_path / name)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == f"'{tmp_path / name}' is geschreven.\n"
    assert (tmp_path / name).read_bytes() == make(load(), "kort")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_is_followed(run: Run, tmp_path: Path) -> None:
    target, link = tmp_path / "echt.csv", tmp_path / "link.csv"
    target.touch()
    link.symlink_to(target)
    assert run("sheet", "-o", link).code == 0
    assert link.is_symlink()
    assert target.read_bytes() == empty_sheet_csv(load(), "compleet")


def test_what_is_no_ordinary_file_is_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.csv"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert run("sheet", "-o", pipe).code == 0
    reader.join()
    assert read == [empty_sheet_csv(load(), "compleet")]
    assert pipe.is_fifo()
