"""The registry of file formats, and the names that the room gives to others."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

import reports
from partnerschap import report as room
from partnerschap.report import FILES, KINDS, formats, make_file, media_type, name_of
from partnerschap.report.formats import SUFFIXES, maker_of, usual_kind

NAMES = json.loads(
    (Path(__file__).parents[1] / "content/file-names.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("kind", "suffix"), FILES)
def test_every_file_has_a_maker_a_media_type_and_a_name(kind: str, suffix: str) -> None:
    assert callable(maker_of(kind, suffix))
    assert media_type(f"a.b.{suffix}")
    assert formats.file_name(reports.CONTENT, kind, reports.MADE_AT.date(), suffix)


def test_every_suffix_of_a_file_stands_for_a_usual_kind() -> None:
    assert [usual_kind(suffix) for suffix in SUFFIXES] == [
        next(kind for kind in KINDS if (kind, suffix) in FILES) for suffix in SUFFIXES
    ]


def test_a_new_kind_of_file_needs_no_more_than_a_line_in_the_registry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more = {**FILES, ("figures", "csv"): "office.figures_csv:figures_csv"}
    monkeypatch.setattr(formats, "FILES", MappingProxyType(more))
    made = make_file(reports.together(), "figures", ".csv")
    assert made == make_file(reports.together(), "full", "csv")


@pytest.mark.parametrize(("text", "part"), NAMES)
def test_a_team_is_written_in_the_name_of_a_file(text: str, part: str) -> None:
    assert formats.in_file_name(text) == part


def test_files_of_two_teams_and_two_rounds_differ_in_name() -> None:
    report = reports.second_round()
    teams = [report, replace(report, label="Groep 8"), replace(report, round=3)]
    nameless = [replace(report, label="", code=code) for code in ("ABC234", "DEF567")]
    names = [name_of(report.content, one, "one-page", "pdf") for one in (*teams, *nameless)]
    assert len(set(names)) == len(names)
    assert names[0] == "partnerschap-een-blad-de-regenboog-ronde-2-2026-11-21.pdf"
    assert "abc234" in names[3]
    sheet = replace(report, label="", code="", round=None)
    assert name_of(report.content, sheet, "full", "csv") == "partnerschap-verslag-2026-11-21.csv"


def test_no_other_module_lists_media_types() -> None:
    package = Path(room.__file__).parents[1]
    listing = [
        path.name
        for path in package.rglob("*.py")
        if "application/vnd.openxmlformats" in path.read_text(encoding="utf-8")
    ]
    assert listing == ["formats.py"]


def test_every_name_that_the_room_gives_is_there() -> None:
    assert [name for name in room.__all__ if not hasattr(room, name)] == []
    assert room._HOME.keys() == set(room.__all__)  # noqa: SLF001 - each name once in both lists
    assert not hasattr(room, "nothing")


def test_the_registry_is_read_without_what_makes_the_files() -> None:
    slow = {"numpy", "pydantic", "openpyxl", "typst", "docx", "icalendar", "vl_convert"}
    program = (
        "import sys; from partnerschap.report import FILES;"
        f"print(sorted({slow} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout.decode().strip() == "[]"
