"""Files that a page asks its kernel for: what comes back, and what is refused."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from docx import Document

import asking
from calendar_client import read_calendar
from partnerschap.content import load
from partnerschap.report import FILES
from partnerschap.sessions import Example, SessionService, make_example
from partnerschap.sessions.repository import Store
from partnerschap.sessions.use_cases.planning import MOST_ACTIONS
from partnerschap.ui.widgets.plan import Plan
from partnerschap.ui.widgets.scan import Scan
from partnerschap.ui.widgets.workshop import Workshop

CONTENT = load()
STARTS = {
    "pdf": b"%PDF",
    "docx": b"PK",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbfkind;",
    "ics": b"BEGIN:VCALENDAR",
    "json": b"{",
}
SHEET = b"respondent,role,inf-1\n1,parent,5\n2,professional,1\n"


@pytest.fixture
def service(tmp_path: Path) -> SessionService:
    store = Store(f"sqlite:///{tmp_path}/sessions.sqlite3")
    store.migrate()
    return SessionService(CONTENT, store)


@pytest.fixture
def example(service: SessionService) -> Example:
    return make_example(service)


def ask(widget: Any, buffers: tuple[bytes, ...] = (), **question: Any) -> tuple[Any, Any]:
    """Send a message as a page does; gives the kernel's only answer, and the bytes beside it."""
    sent: list[tuple[Any, Any]] = []
    widget.send = lambda content, buffers=None: sent.append((content, buffers))

    asking.ask(widget, {"number": 4, **question}, buffers)
    assert len(sent) == 1
    return sent[0]


def own(**changed: Any) -> dict[str, Any]:
    return {
        "kind": "own_file",
        "file": "full.json",
        "instrument": "kort",
        "role": "professional",
        "sector": "school",
        "answers": {"inf-1": 5},
    } | changed


@pytest.mark.parametrize(("kind", "suffix"), [file for file in FILES if file[0] != "handout"])
def test_every_file_of_a_round_is_made_for_its_trainer(
    service: SessionService, example: Example, kind: str, suffix: str
) -> None:
    widget = Workshop("workshop", service)
    reply, (data,) = ask(
        widget,
        kind="team_file",
        token=example.token,
        session=example.done.id,
        file=f"{kind}.{suffix}",
    )
    assert (reply["kind"], reply["number"]) == ("file", 4)
    assert reply["name"].startswith("partnerschap-")
    assert reply["name"].endswith(f".{suffix}")
    assert "data" not in reply
    assert data.startswith(STARTS[suffix])


def test_a_file_of_a_round_needs_its_secret_and_its_end(
    service: SessionService, example: Example
) -> None:
    widget = Plan("actieplan", service)
    question: dict[str, Any] = {
        "kind": "team_file",
        "file": "full.json",
        "session": example.done.id,
    }
    reply, buffers = ask(widget, token="x" * 43, **question)
    assert (reply["kind"], reply["reason"], buffers) == ("fault", "unknown_trainer", None)
    question["session"] = example.open.id
    reply, buffers = ask(widget, token=example.token, **question)
    assert (reply["kind"], reply["reason"], buffers) == ("fault", "still_open", None)


PAPER = ("paper", "sheets", "poster", "letters", "answers")


@pytest.mark.parametrize("file", PAPER)
def test_an_open_round_gives_its_own_paper(
    service: SessionService, example: Example, file: str
) -> None:
    widget = Workshop("workshop", service)
    address = f"https://cursus.example/meedoen?sessie={example.open.code}"
    question: dict[str, Any] = {
        "kind": "paper_file",
        "token": example.token,
        "session": example.open.id,
    }
    reply, (data,) = ask(widget, **question, file=file, link=address, typed="cursus.example")
    assert reply["kind"] == "file"
    assert data[:2] in {b"PK", b"%P"}
    assert f"-ronde-{example.open.round}-" in reply["name"]
    without, _ = ask(widget, **question, file=file, link="", typed="")
    assert without["kind"] == "file"


def test_there_is_no_paper_of_a_closed_round_or_without_the_secret(
    service: SessionService, example: Example
) -> None:
    widget = Workshop("workshop", service)
    question: dict[str, Any] = {"kind": "paper_file", "file": "sheets", "link": "", "typed": ""}
    reply, buffers = ask(widget, token=example.token, session=example.done.id, **question)
    assert (reply["kind"], reply["reason"], buffers) == ("fault", "closed", None)
    reply, buffers = ask(widget, token="x" * 43, session=example.open.id, **question)
    assert (reply["kind"], reply["reason"], buffers) == ("fault", "unknown_trainer", None)


def test_own_answers_become_a_file_of_one_person() -> None:
    reply, (data,) = ask(Scan("teamscan"), **own())
    held = json.loads(data)
    assert reply["media"] == "application/json"
    assert (held["figures"]["respondents"], held["figures"]["min_group"]) == (1, 1)
    (scored,) = [one for one in held["figures"]["items"] if one["status"] == "scored"]
    assert (scored["id"], scored["counts"]) == ("inf-1", [0, 0, 0, 0, 1])


def test_a_sheet_becomes_a_file_with_its_least_group() -> None:
    question: dict[str, Any] = {
        "kind": "sheet_file",
        "file": "full.json",
        "filename": "a.csv",
        "sector": "",
    }
    _, (data,) = ask(Scan("teamscan"), (SHEET,), min_group=5, **question)
    (item,) = [one for one in json.loads(data)["figures"]["items"] if one["id"] == "inf-1"]
    assert (item["status"], item["counts"]) == ("suppressed", None)
    _, (data,) = ask(Scan("teamscan"), (SHEET,), min_group=1, **question)
    (item,) = [one for one in json.loads(data)["figures"]["items"] if one["id"] == "inf-1"]
    assert item["counts"] == [1, 0, 0, 0, 1]
    assert "rol" in ask(Scan("teamscan"), (b"a,b\n1,2\n",), min_group=1, **question)[0]["message"]
    assert ask(Scan("teamscan"), min_group=1, **question)[0]["kind"] == "fault"


@pytest.mark.parametrize(
    "changed",
    [
        {"file": "plan.exe"},
        {"file": "../../etc/passwd"},
        {"file": "full"},
        {"file": "x" * 41},
        {"instrument": "beleidsscan"},
        {"instrument": None},
        {"role": "director"},
        {"answers": {"inf-1": 6}},
        {"answers": {"bestaat-niet": 3}},
        {"sector": 1},
        {"plan": [1]},
    ],
)
def test_what_is_no_file_is_refused(changed: dict[str, Any]) -> None:
    reply, buffers = ask(Scan("teamscan"), **own(**changed))
    assert (reply["kind"], buffers) == ("fault", None)
    assert reply["message"]


def test_the_pictures_of_a_sheet_show_its_figures_and_no_more() -> None:
    """Six parents answer 5 and six professionals 1: each point is half in place."""
    rows = b"respondent,role,inf-1\n" + b"1,parent,5\n" * 6 + b"2,professional,1\n" * 6
    question: dict[str, Any] = {
        "kind": "sheet_file",
        "file": "pictures.svg",
        "filename": "a.csv",
        "min_group": 5,
        "sector": "",
    }
    reply, buffers = ask(Scan("teamscan"), (rows,), **question)
    assert (reply["kind"], reply["number"], buffers) == ("pictures", 4, None)
    drawn = {one["heading"]: one for one in reply["pictures"]}
    say = CONTENT.message
    informal = next(area.name for area in CONTENT.areas if area.id == "informeel")
    areas = drawn[say("report.heading_partnerships")]
    half = say("result.share_half")  # in words: one point is too little for a percentage
    assert [informal, half] in [row[:2] for row in areas["rows"]]
    items = drawn[say("report.heading_items_of", area=informal)]
    counts = [row for row in items["rows"] if row[1:6] == ["6", "0", "0", "0", "6"]]
    assert len(counts) == 1
    assert items["legend"].startswith("<svg")
    groups = drawn[say("report.heading_groups")]
    assert [row[2:7] for row in groups["rows"]] == [
        ["0", "0", "0", "0", "6"],
        ["6", "0", "0", "0", "0"],
    ]
    for one in reply["pictures"]:
        assert one["svg"].startswith("<svg")
        assert one["alternative"].endswith(".")

    reply, _ = ask(Scan("teamscan"), (rows[: len(rows) // 3],), **question)
    few = {one["heading"]: one for one in reply["pictures"]}
    assert say("report.heading_groups") not in few
    cells = {cell for one in few.values() for row in one["rows"] for cell in row[1:]}
    assert not {"50%", "100%", "6"} & cells


def test_pictures_of_a_round_need_its_secret_and_its_end(
    service: SessionService, example: Example
) -> None:
    widget = Workshop("workshop", service)
    question: dict[str, Any] = {"kind": "team_file", "file": "pictures.svg"}
    of_round: dict[str, Any] = {"session": example.done.id, "token": example.token}
    reply, _ = ask(widget, **question, **of_round)
    assert reply["kind"] == "pictures"
    assert len(reply["pictures"]) > 3
    for refused in (of_round | {"token": "x" * 43}, of_round | {"session": example.open.id}):
        reply, buffers = ask(widget, **question, **refused)
        assert (reply["kind"], buffers) == ("fault", None)


@pytest.mark.parametrize(
    "changed",
    [
        {"plan": [{"text": ""}]},
        {"plan": [{"text": "Bel anna@school.nl"}]},
        {"plan": [{"text": "Koffie", "months": [13]}]},
        {"plan": [{"text": "Koffie"}] * (MOST_ACTIONS + 1)},
        {"plan": "Koffie"},
        {"plan": [{"text": "Koffie"}], "instrument": "bestaat-niet"},
        {"plan": [{"text": "Koffie"}], "instrument": "kort", "answers": {"bestaat-niet": 1}},
    ],
)
def test_what_is_no_plan_is_refused(service: SessionService, changed: dict[str, Any]) -> None:
    widget = Plan("actieplan", service)
    reply, buffers = ask(widget, kind="own_plan_file", file="plan.pdf", **changed)
    assert (reply["kind"], buffers) == ("fault", None)


DATED = [{"text": "Koffie", "due": "2027-05-01"}]
ENTRY = {"uid": "a" * 32, "day": "2027-05-01", "sequence": 0, "changed": 0, "step": 0}
OTHER = ENTRY | {"uid": "b" * 32, "step": None}


def calendar(*entries: Any, **changed: Any) -> dict[str, Any]:
    return {"id": "0" * 32, "noticed": None, "entries": list(entries)} | changed


def test_the_calendar_of_a_plan_of_ones_own_is_what_the_browser_kept(
    service: SessionService,
) -> None:
    kept = calendar(ENTRY | {"sequence": 2**31 - 1, "changed": 10**14}, OTHER, noticed="2026-01-01")
    question: dict[str, Any] = {"kind": "own_plan_file", "file": "plan.ics", "plan": DATED}
    _, (data,) = ask(Plan("actieplan", service), calendar=kept, **question)
    entries = read_calendar(data)
    assert [one.cancelled for one in entries.values()] == [False, True, True]
    assert {str(UUID("a" * 32)), str(UUID("b" * 32))} < set(entries)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        calendar(),  # a date that would be missing
        calendar(ENTRY | {"step": None}),
        calendar(ENTRY | {"day": "2027-05-02"}),
        calendar(ENTRY | {"step": 1}),
        calendar(ENTRY, OTHER | {"step": 1}),
        calendar(ENTRY | {"step": -1}),
        calendar(ENTRY, OTHER | {"step": 0}),
        calendar(ENTRY, OTHER | {"uid": "a" * 32}),
        calendar(ENTRY | {"uid": "koffie"}),
        calendar(ENTRY | {"uid": "a" * 32 + "\r\nX:1"}),
        calendar(ENTRY | {"sequence": -1}),
        calendar(ENTRY | {"sequence": 2**31}),
        calendar(ENTRY | {"sequence": "1"}),
        calendar(ENTRY | {"changed": -1}),
        calendar(ENTRY | {"changed": 10**15}),
        calendar(ENTRY | {"changed": 0.5}),
        calendar(ENTRY | {"summary": "Koffie"}),
        calendar(ENTRY, id="1"),
        calendar(ENTRY, noticed="gisteren"),
        calendar(ENTRY, *(OTHER | {"uid": f"{number:032x}"} for number in range(120))),
    ],
)
def test_what_does_not_belong_to_the_plan_makes_no_calendar(
    service: SessionService, wrong: Any
) -> None:
    question: dict[str, Any] = {"kind": "own_plan_file", "file": "plan.ics", "plan": DATED}
    reply, buffers = ask(Plan("actieplan", service), calendar=wrong, **question)
    assert (reply["kind"], buffers) == ("fault", None)
    assert reply["message"] == CONTENT.message("form.invalid")


def test_a_plan_of_ones_own_needs_no_scan(service: SessionService) -> None:
    plan = [{"text": "=1+1", "owner": "#AB", "due": "2026-05-01", "months": [9], "area": "visie"}]
    widget = Plan("actieplan", service)
    _, (data,) = ask(widget, kind="own_plan_file", file="plan.docx", plan=plan)
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*cells, *(one.text for one in document.paragraphs)])
    area = next(one.name for one in CONTENT.areas if one.id == "visie")
    given = ("=1+1", "#AB", "1 mei 2026", "september", area)
    assert [one for one in given if one not in said] == []


@pytest.mark.parametrize("file", ["handout.pdf", "full.json", "plan.xlsx"])
def test_of_a_plan_alone_there_is_no_file_about_a_scan(service: SessionService, file: str) -> None:
    widget = Plan("actieplan", service)
    reply, buffers = ask(widget, kind="own_plan_file", file=file, plan=[])
    assert (reply["message"], buffers) == (CONTENT.message("form.invalid"), None)
