"""The command `score`: figures on stdout and nothing else."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from partnerschap.cli.commands import score as score_command
from partnerschap.content import load

Run = Callable[..., Any]
TOP = [
    *("instrument", "content_version", "respondents", "min_group", "seed", "division", "items"),
    *("areas", "tips", "balance", "discuss_first", "agree_low", "strengths", "suggestions"),
    *("year_plan", "find_out", "keep"),
]


def test_stdout_is_json_and_nothing_else(run: Run, team: Path) -> None:
    ended = run("score", team)
    assert (ended.code, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert list(found) == TOP
    assert found["instrument"] == "compleet"
    assert found["content_version"] == load().version
    assert (found["respondents"], found["min_group"], found["seed"]) == (12, 5, 0)
    assert len(found["suggestions"]) == 5


def test_the_same_seed_gives_the_same_figures_whatever_the_order(
    run: Run, team: Path, tmp_path: Path
) -> None:
    header, *rows = team.read_text(encoding="utf-8").splitlines()
    random.Random(1).shuffle(rows)  # noqa: S311 - no secret
    other = tmp_path / "other.csv"
    other.write_text("\n".join([header, *rows]), encoding="utf-8")
    first = run("score", team, "--seed", 4).out
    assert run("score", team, "--seed", 4).out == first
    assert run("score", other, "--seed", 4).out == first
    assert run("score", team, "--seed", 5).out != first


def test_a_workbook_gives_the_same_figures(run: Run, team: Path, tmp_path: Path) -> None:
    workbook = Workbook()
    for line in team.read_text(encoding="utf-8").splitlines():
        cells = line.split(";")
        workbook.worksheets[0].append([int(cell) if cell.isdigit() else cell for cell in cells])
    workbook.save(tmp_path / "team.xlsx")
    assert run("score", tmp_path / "team.xlsx").out == run("score", team).out


def test_options_are_passed_on(run: Run, team: Path) -> None:
    arguments = ("--instrument", "kort", "--min-group", "7", "--seed", "9", "--top", "2")
    found = json.loads(run("score", team, *arguments).out)
    asked = [found[key] for key in ("instrument", "min_group", "seed")]
    assert asked == ["kort", 7, 9]
    assert [item["id"] for item in found["items"]] == [item.id for item in load().items_of("kort")]
    assert len(found["suggestions"]) == 2


@pytest.mark.parametrize(("top", "offered"), [(0, 0), (10**9, 16)])
def test_any_number_of_actions_may_be_asked_for(
    run: Run, team: Path, top: int, offered: int
) -> None:
    found = json.loads(run("score", team, "--top", top).out)
    assert len(found["suggestions"]) == offered


def test_too_small_a_team_shows_nothing(run: Run, team: Path) -> None:
    found = json.loads(run("score", team, "--min-group", 13).out)
    for item in found["items"]:
        shown = {key for key, value in item.items() if value is not None}
        assert shown == {"id", "area", "status"}
        assert item["status"] == "suppressed"
    assert all(area["share"] is None and area["interval"] is None for area in found["areas"])
    assert all(tip["share"] is None for tip in found["tips"])
    assert found["balance"] is None
    assert found["discuss_first"] == found["strengths"] == found["suggestions"] == []


def test_columns_of_another_instrument_are_left_out_and_named(run: Run, team: Path) -> None:
    ended = run("score", team, "--instrument", "beleidsscan")
    assert ended.code == 0
    assert ended.err.count("\n") == 1
    assert "'beleidsscan'" in ended.err
    assert "inf-1, inf-2" in ended.err
    assert "vis-6" not in ended.err
    asked = [item.id for item in load().items_of("beleidsscan")]
    assert [item["id"] for item in json.loads(ended.out)["items"]] == asked


def test_output_goes_to_a_file_instead(run: Run, team: Path, tmp_path: Path) -> None:
    output = tmp_path / "uitkomst.json"
    output.write_text("what was there before", encoding="utf-8")
    ended = run("score", team, "-o", output)
    assert (ended.code, ended.out, ended.err) == (0, "", f"'{output}' is geschreven.\n")
    assert output.read_text(encoding="utf-8") == run("score", team).out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["team.csv", "uitkomst.json"]


def test_a_table_starts_from_what_goes_well(run: Run, team: Path) -> None:
    out = run("score", team, "--format", "table").out
    headings = [
        "Wat goed gaat",
        "De onderdelen",
        "Hierover eerst praten",
        "Wat nu kan",
        "Voor het jaarplan",
    ]
    places = [out.index(f"\n{heading}\n") for heading in [*headings, "Alle punten"]]
    assert places == sorted(places)
    assert out.startswith("Complete scan: 12 mensen hebben ingevuld.")
    assert "minder dan 5 antwoorden" in out.split("\n\n", maxsplit=1)[0].replace("\n", " ")
    assert "Het sterkst: " in out
    assert "Inspanning" in out
    assert "\x1b" not in out


def test_a_table_says_what_is_not_shown(run: Run, tmp_path: Path) -> None:
    item_ids = [item.id for item in load().items_of("kort")][:3]
    lines = [["role", *item_ids], *[["parent", "dont_know", "4", ""]] * 4, ["parent", "3", "", ""]]
    sheet = tmp_path / "klein.csv"
    sheet.write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    output = tmp_path / "klein.txt"
    assert run("score", sheet, "--format", "table", "--instrument", "kort", "-o", output).code == 0
    rows = output.read_text(encoding="utf-8").splitlines()
    by_id = {row.split()[0]: row for row in rows if row.strip()}
    # One answer beside four times "I do not know" is too few to show, whatever its status.
    assert "te weinig" in by_id[item_ids[0]]
    assert "te weinig" in by_id[item_ids[1]]
    assert "niet ingevuld" in by_id[item_ids[2]]
    assert run("score", sheet, "--format", "table", "--min-group", 1, "-o", output).code == 0
    rows = output.read_text(encoding="utf-8").splitlines()
    by_id = {row.split()[0]: row for row in rows if row.strip()}
    assert "onbekend in het team" in by_id[item_ids[0]]
    # The way to find out together stands beside the item.
    find_out = rows[rows.index("Dit weten jullie nog niet") + 1 :]
    action = next(one for one in load().actions_of(item_ids[0]) if "find_out" in one.fits)
    assert action.text[:20] in " ".join(find_out)
    assert "Elk punt wordt getoond" in rows[0]


def test_a_table_fills_in_the_words_of_every_sector(run: Run, team: Path) -> None:
    assert "{" not in run("score", team, "--format", "table").out


def test_a_large_sheet_shows_on_stderr_that_it_is_worked_on(
    run: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_command, "_LARGE", 1)
    monkeypatch.setenv("FORCE_COLOR", "1")
    ended = run("score", team)
    assert "Bezig met uitrekenen" in ended.err
    json.loads(ended.out)
