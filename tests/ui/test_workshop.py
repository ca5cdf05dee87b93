"""What the kernel of the trainer's page answers, and what it does not take from a page."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import asking
from partnerschap.content import load
from partnerschap.sessions import (
    ParticipantAccess,
    SessionService,
    join_round,
    make_example,
    new_token,
    participant_view,
    save_answers,
    set_finished,
)
from partnerschap.sessions.repository import Store
from partnerschap.ui.session_views import participant_session
from partnerschap.ui.widgets.workshop import Workshop

CONTENT = load()
TOKEN = "t" * 43
OPENING = {"instrument": "kort", "sector": "school", "roles": ["parent", "professional"]}

Ask = Callable[..., Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.sqlite3"


@pytest.fixture
def service(path: Path) -> SessionService:
    store = Store(f"sqlite:///{path}")
    store.migrate()
    return SessionService(CONTENT, store)


@pytest.fixture
def ask(service: SessionService, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Send a message as a page does; gives the kernel's only answer."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Workshop, "send", lambda _, content: sent.append(content))
    widget = Workshop("workshop", service)

    def ask(message: object, buffers: list[bytes] | None = None) -> Any:
        sent.clear()
        asking.ask(widget, message, buffers or [])
        assert len(sent) == 1
        return sent[0]

    return ask


def request(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "number": 1, "token": TOKEN} | fields


@pytest.fixture
def opened(ask: Ask) -> Any:
    """Give the view of a session that was just opened."""
    return ask(request("open", opening=OPENING))["view"]


def rows(path: Path) -> dict[str, int]:
    """Count what is stored, by table."""
    with sqlite3.connect(path) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        count = "SELECT count(*) FROM "
        return {name: database.execute(count + name).fetchone()[0] for (name,) in tables}


def answer(service: SessionService, code: str, people: int = 6) -> None:
    """Let parents answer 2 to everything of the first area."""
    for _ in range(people):
        access = ParticipantAccess(code, new_token())
        join_round(service, access, "parent")
        save_answers(service, access, {"inf-1": 2, "inf-2": 2})
        set_finished(service, access, finished=True)


FORGED: list[Any] = [
    None,
    "open",
    [],
    {},
    request("open"),
    request("open", opening=OPENING) | {"token": "short"},
    request("open", opening=OPENING, token="t" * 42 + "!"),
    request("open", opening=OPENING | {"min_group": 2}),
    request("open", opening=OPENING | {"roles": []}),
    request("open", opening=OPENING | {"roles": ["parent", "parent"]}),
    request("open", opening=OPENING | {"roles": ["director"]}),
    request("open", opening=OPENING | {"instrument": "bestaat-niet"}),
    request("open", opening=OPENING | {"sector": "bestaat-niet"}),
    request("open", opening=OPENING | {"label": "x" * 81}),
    request("open", opening=OPENING | {"label": "regel\nregel"}),
    request("open", opening=OPENING | {"retention_days": 91}),
    request("open", opening=OPENING | {"demo": True}),
    request("open", opening=OPENING | {"own_items": [{"statement": "", "scale": "progress"}]}),
    request("open", opening=OPENING | {"own_items": [{"statement": "a", "scale": "stars"}]}),
    request(
        "open",
        opening=OPENING | {"own_items": [{"statement": "a", "scale": "progress"}] * 9},
    ),
    request("enter"),
    request("next_round"),
    request("compare"),
    request("delete"),
    request("close", session=1),
    request("vote", session=1),
    request("go", session=1, step="strengths"),
    {"kind": "qr", "number": 1, "address": "javascript:alert(1)"},
    {"kind": "qr", "number": 1, "address": "https://" + "x" * 500},
]


@pytest.mark.parametrize("message", FORGED)
def test_what_no_trainer_sends_is_refused_and_stores_nothing(
    ask: Ask, service: SessionService, path: Path, message: Any
) -> None:
    before = rows(path)
    reply = ask(message)
    assert reply["kind"] == "fault"
    assert reply["message"].endswith(".")
    assert rows(path) == before
    assert service.store is not None


CHANGES: list[Any] = [
    {"kind": "joint", "item": "inf-1", "value": 3, "version": 0},  # a round that is open
    {"kind": "joint", "item": "inf-1", "value": True, "version": 0},
    {"kind": "joint", "item": "inf-1", "value": 6, "version": 0},
    {"kind": "go", "step": "strengths"},
    {"kind": "end"},
    {"kind": "action_add", "key": "k", "action": {"text": "Nu al een stap"}},
    {"kind": "action_add", "key": "k", "action": {"text": ""}},
    {"kind": "action_add", "key": "k", "action": {"text": "a", "due": "morgen"}},
    {"kind": "remove_batch", "batch": ""},
    {"kind": "code", "text": "x" * 2_001},
    {"kind": "sheet", "filename": "x" * 301},
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_cannot_be_done_to_an_open_round_changes_nothing(
    ask: Ask, opened: Any, path: Path, change: Any
) -> None:
    before = rows(path)
    reply = ask(request(**change, session=opened["id"]))
    assert reply["kind"] == "fault"
    assert rows(path) == before


def test_the_same_secret_opens_one_session(ask: Ask, opened: Any, path: Path) -> None:
    again = ask(request("open", opening=OPENING))["view"]
    assert again["code"] == opened["code"]
    assert rows(path)["sessions"] == 1


def test_another_trainers_round_is_out_of_reach(ask: Ask, opened: Any, path: Path) -> None:
    other = ask(request("open", opening=OPENING, token="o" * 43))["view"]
    before = rows(path)
    for change in ({"kind": "close"}, {"kind": "remove_batch", "batch": "codes"}):
        reply = ask(request(**change, session=other["id"]))
        assert reply["reason"] == "unknown_trainer"
    assert ask(request("enter", session=other["id"]))["reason"] == "unknown_trainer"
    assert rows(path) == before
    assert ask(request("enter", session=opened["id"]))["view"]["id"] == opened["id"]


def test_an_open_round_shows_numbers_and_no_answer(
    ask: Ask, service: SessionService, opened: Any
) -> None:
    answer(service, opened["code"])
    view = ask(request("enter"))["view"]
    assert view["counts"] == [{"role": "parent", "joined": 6, "finished": 6}]
    assert view["result"] is None
    assert view["steps"] == view["joint"] == view["plan"] == []
    assert "inf-1" not in json.dumps(view)
    assert ask(request("compare"))["comparison"]["rounds"] == []


@pytest.fixture
def closed(ask: Ask, service: SessionService, opened: Any) -> Any:
    answer(service, opened["code"])
    return ask(request("close", session=opened["id"]))["view"]


def test_a_closed_round_shows_its_figures_and_cannot_be_opened_again(ask: Ask, closed: Any) -> None:
    assert closed["state"] == "closed"
    scored = {one["id"]: one for one in closed["result"]["figures"]["items"]}
    assert scored["inf-1"]["counts"] == [0, 6, 0, 0, 0]
    assert ask(request("close", session=closed["id"]))["view"]["state"] == "closed"


def test_of_two_trainers_the_second_is_told_of_the_first(ask: Ask, closed: Any) -> None:
    joint = request("joint", session=closed["id"], item="inf-1", version=0)
    assert ask(joint | {"value": 4})["view"]["joint"][0]["value"] == 4
    reply = ask(joint | {"value": 2})
    assert reply["reason"] == "conflict"
    assert reply["message"] == CONTENT.message("session.conflict")
    assert ask(request("enter"))["view"]["joint"][0]["value"] == 4


def test_an_action_is_added_once_and_changed_by_who_saw_it_last(ask: Ask, closed: Any) -> None:
    action = {"text": "Koffie bij de deur", "owner": "de leiding", "due": "2027-01-31"}
    add = request("action_add", session=closed["id"], key="k-1", action=action)
    ask(add)
    plan = ask(add)["view"]["plan"]
    assert [(one["text"], one["owner"], one["due"]) for one in plan] == [tuple(action.values())]
    change = request(
        "action_change",
        session=closed["id"],
        id=plan[0]["id"],
        version=plan[0]["version"],
        action=action | {"owner": "AB"},
    )
    assert ask(change)["view"]["plan"][0]["owner"] == "AB"
    assert ask(change)["reason"] == "conflict"


def test_a_team_that_answers_together_may_not_know(ask: Ask) -> None:
    view = ask(request("open", opening=OPENING | {"together": True}))["view"]
    joint = request("joint", session=view["id"], item="inf-1", version=0)
    reply = ask(joint | {"value": "dont_know"})
    assert reply["view"]["joint"] == [{"item": "inf-1", "value": "dont_know", "version": 1}]


def test_a_sheet_is_added_named_and_taken_out(ask: Ask, opened: Any) -> None:
    add = request("sheet", session=opened["id"], filename="team.csv")
    sheet = b"respondent,role,inf-1\n" + b"1,parent,4\n" * 3
    reply = ask(add, [sheet])
    assert reply["added"] == 3
    (batch,) = reply["view"]["batches"]
    assert batch["rows"] == 3
    assert ask(add, [sheet])["view"]["batches"] == [batch]  # the same file changes nothing
    assert ask(add, [b"\xff\xfe\x00"])["problem"].endswith(".")
    assert ask(add)["problem"] == CONTENT.message("form.sheet_none")
    taken = ask(request("remove_batch", session=opened["id"], batch=batch["id"]))
    assert taken["removed"] == 3
    assert taken["view"]["batches"] == []


def test_what_is_no_answer_code_is_said(ask: Ask, opened: Any) -> None:
    reply = ask(request("code", session=opened["id"], text="geen code"))
    assert reply["problem"].endswith(".")
    assert reply["view"]["counts"] == []


def test_deleting_leaves_nothing_of_the_team(ask: Ask, closed: Any, path: Path) -> None:
    assert closed["state"] == "closed"
    assert ask(request("delete"))["kind"] == "deleted"
    kept = {"alembic_version", "sqlite_sequence"}
    assert {name for name, n in rows(path).items() if n} <= kept
    assert ask(request("enter"))["reason"] == "unknown_trainer"


def test_a_participant_is_sent_what_the_step_shows_and_no_more(service: SessionService) -> None:
    """In its last step the example reminds of the strengths, and shows no other item."""
    example = make_example(service)
    access = ParticipantAccess(example.done.code, new_token())
    join_round(service, access, "parent")
    sent = participant_session(CONTENT, participant_view(service, access))["shown"]
    assert sent is not None
    assert sent["step"]["id"] == "end"
    figures = sent["figures"]
    assert [one["id"] for one in figures["items"]] == [
        item.id for item in CONTENT.items_of("kort") if item.id in figures["strengths"]
    ]
    for what_to_do in ("suggestions", "discuss_first", "agree_low", "year_plan", "find_out"):
        assert figures[what_to_do] == []
    # How to hold on to a strength stands with it.
    assert {one["item"] for one in figures["keep"]} <= set(figures["strengths"])
    assert len(sent["plan"]) == 2
    assert sent["earlier_edition"] is False
