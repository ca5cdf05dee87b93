"""The command `report`: a file of a session or a sheet, or one sentence."""

import csv
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from calendar_client import read_calendar
from partnerschap.content import load
from partnerschap.report import FILES, PACK, make_kit
from partnerschap.sessions import (
    ActionText,
    Example,
    SessionService,
    TrainerAccess,
    change_action,
    make_example,
    trainer_view,
)
from pdf_reading import opened, text_of

Run = Callable[..., Any]
Refused = Callable[..., str]


@pytest.fixture(scope="module")
def example() -> Example:
    service = SessionService.of_settings(load())
    service.prepare()
    return make_example(service)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


def test_a_session_becomes_one_page_in_the_current_folder(
    run: Run, folder: Path, example: Example
) -> None:
    ended = run("report", example.done.code)
    assert (ended.code, ended.out) == (0, "")
    (made,) = folder.iterdir()
    team = "voorbeeld-verzonnen-antwoorden"
    assert made.name == f"partnerschap-een-blad-{team}-ronde-1-{today()}.pdf"
    data = made.read_bytes()
    assert len(opened(data).pages) == 1
    assert "VOORBEELD" in text_of(data)
    assert "15 mensen hebben ingevuld." in text_of(data)


@pytest.mark.parametrize(
    ("name", "start"),
    [("plan.docx", b"PK"), ("alles.xlsx", b"PK"), ("plan.ics", b"BEGIN:VCALENDAR")],
)
def test_the_name_says_what_is_made(
    run: Run, folder: Path, example: Example, name: str, start: bytes
) -> None:
    assert run("report", example.done.code, "-o", name).code == 0
    assert (folder / name).read_bytes().startswith(start)


def test_the_calendars_of_two_teams_without_a_name_share_no_entry(
    run: Run, folder: Path, example: Example
) -> None:
    """Taken again after a change, the same entry says that it is newer."""
    service = SessionService.of_settings(load())
    other = make_example(service)  # the same name, round, steps and days

    def entries(code: str) -> dict[str, Any]:
        assert run("report", code, "-o", "plan.ics").code == 0
        return {
            str(event["UID"]): event
            for event in Calendar.from_ical((folder / "plan.ics").read_bytes()).walk("VEVENT")
        }

    mine, theirs = entries(example.done.code), entries(other.done.code)
    assert len(mine) == len(theirs) == 3  # two steps, and looking back
    assert not set(mine) & set(theirs)

    access = TrainerAccess(other.token, other.done.id)
    step, _ = trainer_view(service, other.token, other.done.id).plan
    change_action(service, access, step.id, step.version, ActionText(text="Anders"))
    again = entries(other.done.code)
    assert list(again) == list(theirs)
    newer = [uid for uid in again if again[uid]["SEQUENCE"] > theirs[uid]["SEQUENCE"]]
    assert [str(again[uid]["SUMMARY"]) for uid in newer] == [
        "VOORBEELD (verzonnen antwoorden): Anders"
    ]


def test_the_calendar_of_a_sheet_says_that_there_is_no_plan_yet(
    run: Run, folder: Path, team: Path
) -> None:
    """Nothing is kept of a sheet, so this is one entry however often it is made."""
    for _ in range(2):
        assert run("report", team, "-o", "plan.ics").code == 0
        ((uid, entry),) = read_calendar((folder / "plan.ics").read_bytes()).items()
        assert entry.summary == "In het plan staat nog geen stap met een datum."
        assert (entry.cancelled, entry.alarms) == (False, [])
    run("report", team, "--instrument", "kort", "-o", "plan.ics")
    assert set(read_calendar((folder / "plan.ics").read_bytes())) == {uid}


def test_the_json_holds_the_plan_and_the_round(run: Run, folder: Path, example: Example) -> None:
    run("report", example.done.code.lower(), "-o", "alles.json")
    held = json.loads((folder / "alles.json").read_text(encoding="utf-8"))
    assert held["round"] == 1
    assert held["demo"] is True
    assert len(held["plan"]) == 2
    assert held["changes"] == []


def test_a_second_round_is_set_against_the_first(run: Run, folder: Path) -> None:
    from partnerschap.sessions import TrainerAccess, close_round  # noqa: PLC0415

    service = SessionService.of_settings(load())
    service.prepare()
    example = make_example(service)  # of its own: other tests need one that is open
    close_round(service, TrainerAccess(example.token, example.open.id))
    assert run("report", example.open.code, "-o", "tweede.json").code == 0
    held = json.loads((folder / "tweede.json").read_text(encoding="utf-8"))
    assert held["round"] == 2
    assert [one["id"] for one in held["changes"]] == [
        area["id"] for area in held["figures"]["areas"]
    ]


def test_a_sheet_gives_the_figures_of_score(run: Run, folder: Path, team: Path) -> None:
    assert run("report", team, "--sector", "school", "-o", "uit.json").code == 0
    held = json.loads((folder / "uit.json").read_text(encoding="utf-8"))
    assert held["figures"] == json.loads(run("score", team).out)
    assert held["plan"] == []
    assert run("report", team, "--kind", "full").code == 0
    assert (folder / f"partnerschap-verslag-{today()}.pdf").read_bytes().startswith(b"%PDF")


def test_single_answers_come_along_only_where_they_are_asked_of_a_sheet(
    run: Run, folder: Path, team: Path, example: Example
) -> None:
    assert run("report", team, "--instrument", "compleet", "-o", "zonder.xlsx").code == 0
    assert "Antwoorden" not in load_workbook(folder / "zonder.xlsx").sheetnames
    assert run("report", team, "--with-answers", "-o", "met.xlsx").code == 0
    held = load_workbook(folder / "met.xlsx")
    header, *rows = held["Antwoorden"].iter_rows(values_only=True)
    with team.open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file, delimiter=";"))
    assert header == ("role", *(name for name in given[0] if name not in {"respondent", "role"}))
    assert [[str(cell or "") for cell in row] for row in rows] == [
        [row[str(name)] for name in header] for row in given
    ]
    for source, name in ((example.done.code, "x.xlsx"), (team, "x.csv"), (team, "x.pdf")):
        ended = run("report", source, "--with-answers", "-o", name)
        assert (ended.code, ended.err.count("\n")) == (2, 1)
        assert not (folder / name).exists()


def test_columns_that_do_not_count_are_named(run: Run, folder: Path, team: Path) -> None:
    ended = run("report", team, "--instrument", "kort", "-o", "uit.csv")
    assert ended.err.startswith("Deze kolommen horen niet bij")
    assert (folder / "uit.csv").exists()


def test_sheets_to_hand_out_need_no_session(run: Run, folder: Path) -> None:
    assert run("report", "--kind", "handout", "--instrument", "kort", "-o", "uit.pdf").code == 0
    assert "Ouder of verzorger" in text_of((folder / "uit.pdf").read_bytes())


def test_sheets_of_a_session_have_its_code(run: Run, folder: Path, example: Example) -> None:
    address = "https://cursus.example/"
    ended = run("report", example.open.code, "--kind", "handout", "--address", address)
    assert ended.code == 0
    (made,) = folder.iterdir()
    first = opened(made.read_bytes()).pages[0].extract_text()
    assert example.open.code in first.replace(" ", "")
    assert "https://cursus.example/voila/render/meedoen.ipynb" in first.replace("\n", "")


def test_sheets_of_a_finished_session_say_what_to_do_instead(
    run: Run, folder: Path, example: Example
) -> None:
    code = example.done.code
    ended = run("report", code, "--kind", "handout")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert list(folder.iterdir()) == []
    for way in (f"partnerschap report {code}", "nieuwe ronde", "--kind handout --instrument kort"):
        assert way in ended.err


def test_two_rounds_do_not_write_over_each_other(run: Run, folder: Path, example: Example) -> None:
    for _ in range(2):
        assert run("report", example.done.code).code == 0
    assert run("report", example.open.code, "--kind", "handout").code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2
    assert all("voorbeeld" in name for name in names)
    assert f"-ronde-{example.done.round}-" in names[1]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "Geef de code van een sessie"),
        (["ABC234"], "hoort niet bij een sessie"),
        (["x y"], "hoort niet bij een sessie"),
        (["nergens.csv"], "'nergens.csv' bestaat niet"),
        (["ABC234", "--kind", "poster"], "'poster' is geen soort verslag; kies uit: one-page"),
        (["ABC234", "--kind", "one-page", "-o", "x.docx"], "'one-page' met de uitgang .docx"),
        (["ABC234", "-o", "x.txt"], "de naam eindigt op .pdf"),
        (["ABC234", "-o", "x"], "de naam eindigt op .pdf"),
        (["ABC234", "-o", "nee/x.pdf"], "is geen map"),
        (["ABC234", "--min-group", "0"], "'--min-group' moet 1 of hoger zijn"),
        (["ABC234", "--instrument", "lang"], "'lang' bestaat niet"),
        (["ABC234", "--sector", "leger"], "De sector 'leger' bestaat niet; kies uit: school"),
        (["ABC234", "--address", "javascript:x"], "is geen adres"),
        (["ABC234", "--database", "mysql://x"], "PARTNERSCHAP_DATABASE_URL"),
        (["--kind", "handout", "-o", "x.docx"], "'handout' met de uitgang .docx"),
    ],
)
@pytest.mark.usefixtures("example")
def test_one_sentence_says_what_is_wrong(
    refused: Refused, folder: Path, arguments: list[str], part: str
) -> None:
    assert part in refused("report", *arguments)
    assert list(folder.iterdir()) == []


def test_the_help_names_every_kind_and_suffix(run: Run) -> None:
    shown = run("report", "--help").out
    for kind, suffix in FILES:
        assert kind in shown
        assert f".{suffix}" in shown


def test_an_open_session_has_no_report(refused: Refused, folder: Path) -> None:
    service = SessionService.of_settings(load())
    code = make_example(service, seed=1).open.code
    assert "nog open" in refused("report", code)
    assert list(folder.iterdir()) == []


def test_a_sheet_is_never_written_over(refused: Refused, team: Path, folder: Path) -> None:
    before = team.read_bytes()
    assert folder.exists()
    assert "is het ingevulde blad zelf" in refused("report", team, "-o", team)
    assert team.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no /proc")
def test_a_folder_that_cannot_be_written_is_told(refused: Refused, team: Path) -> None:
    assert "kan niet worden geschreven" in refused("report", team, "-o", "/proc/verslag.pdf")


def test_an_exercise_becomes_a_sheet_to_print(run: Run, folder: Path) -> None:
    ended = run("report", "--kind", "handout", "--exercise", "ouderbril", "--sector", "youth")
    assert (ended.code, ended.out) == (0, "")
    (made,) = folder.iterdir()
    assert made.name == f"partnerschap-werkblad-ouderbril-{today()}.pdf"
    assert "Jeugdhulp" in text_of(made.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--exercise", "kennischeck"], "ouderbril, visie, beleid, verwachtingen, partnerschappen"),
        (["--exercise", ""], "er geen blad op papier"),
        (["--exercise", "visie", "--kind", "full"], "geen andere '--kind'"),
        (["ABC234", "--exercise", "visie"], "laat de sessie of het ingevulde blad weg"),
        (["--exercise", "ouderbril", "--sector", "maan"], "school, childcare"),
        (["--exercise", "visie", "-o", "visie.docx"], "eindigt op .pdf"),
        (["--exercise", "visie", "-o", "weg/visie.pdf"], "is geen map"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_in_a_sentence(
    refused: Refused, folder: Path, arguments: list[str], part: str
) -> None:
    assert part in refused("report", *arguments)
    assert list(folder.iterdir()) == []


def test_the_pack_of_a_meeting_becomes_a_zip(run: Run, folder: Path) -> None:
    ended = run("report", "--pack", "lezing")
    assert (ended.code, ended.out) == (0, "")
    (made,) = folder.iterdir()
    assert made.name == "klaarzetten-lezing.zip"
    assert made.read_bytes() == make_kit(load(), "lezing")


@pytest.mark.parametrize("file", ["werkboek.docx", "werkboek.PDF"])
def test_a_file_of_the_pack_follows_the_suffix_of_its_name(
    run: Run, folder: Path, file: str
) -> None:
    assert run("report", "--pack", "workbook", "-o", file).code == 0
    suffix = file.rpartition(".")[2].lower()
    assert (folder / file).read_bytes() == PACK["workbook"].makers[suffix](load())


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--pack", "picknick"], "kies uit: workshop-45-minuten"),
        (["--pack", ""], "hoort niet bij"),
        (["--pack", "all", "--kind", "full"], "geen '--kind'"),
        (["ABC234", "--pack", "all"], "geen sessie of blad"),
        (["--pack", "all", "--exercise", "visie"], "'--exercise'"),
        (["--pack", "all", "-o", "alles.pdf"], "eindigt op .zip"),
        (["--pack", "slides-lezing", "-o", "dias.docx"], "eindigt op .pptx, .pdf"),
        (["--pack", "workbook", "-o", "weg/werkboek.pdf"], "is geen map"),
    ],
)
def test_a_pack_that_cannot_be_is_refused_in_a_sentence(
    refused: Refused, folder: Path, arguments: list[str], part: str
) -> None:
    assert part in refused("report", *arguments)
    assert list(folder.iterdir()) == []
