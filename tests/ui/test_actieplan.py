"""What the kernel of the plan's page answers, and what it does not take from a page."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import asking
from partnerschap.content import load
from partnerschap.report import AreaFigures
from partnerschap.sessions import Example, SessionService, TrainerAccess, close_round, make_example
from partnerschap.sessions.repository import Store
from partnerschap.sessions.use_cases.planning import (
    LONGEST_OTHER,
    LONGEST_OWNER,
    LONGEST_TEXT,
)
from partnerschap.ui.widgets.plan import Plan, weakest
from partnerschap.ui.widgets.scan import Scan

CONTENT = load()
PARTNERSHIPS = [area.id for area in CONTENT.areas if area.partnership]

Ask = Callable[..., Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.sqlite3"


@pytest.fixture
def service(path: Path) -> SessionService:
    store = Store(f"sqlite:///{path}")
    store.migrate()
    return SessionService(CONTENT, store)


def asker(widget: Any, sent: list[dict[str, Any]]) -> Ask:
    """Send a message as a page does; gives the kernel's only answer."""

    def ask(message: object) -> Any:
        sent.clear()
        asking.ask(widget, message)
        assert len(sent) == 1
        return sent[0]

    return ask


@pytest.fixture
def ask(service: SessionService, monkeypatch: pytest.MonkeyPatch) -> Ask:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Plan, "send", lambda _, content: sent.append(content))
    return asker(Plan("actieplan", service), sent)


@pytest.fixture
def example(service: SessionService) -> Example:
    return make_example(service)


def own(**changes: Any) -> dict[str, Any]:
    question = {
        "kind": "score_own",
        "number": 1,
        "instrument": "kort",
        "role": "professional",
        "answers": {"inf-1": 5, "inf-2": 4, "for-1": 1},
    }
    return question | changes


def rows(path: Path) -> list[Any]:
    with sqlite3.connect(path) as database:
        return database.execute("SELECT * FROM actions ORDER BY id").fetchall()


# Alone


def test_one_persons_suggestions_are_those_of_the_scan(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Scan, "send", lambda _, content: sent.append(content))
    of_scan = asker(Scan("teamscan"), sent)(own())
    reply = ask(own())
    assert reply["figures"] == of_scan["figures"]
    assert reply["figures"]["suggestions"]
    # Both of informal are in place, the one of formal is not.
    assert reply["weakest"] == ["formeel"]


def test_a_plan_of_one_person_needs_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Plan, "send", lambda _, content: sent.append(content))
    monkeypatch.setenv("PARTNERSCHAP_DATABASE_URL", "nonsense")
    assert (
        asker(Plan(), sent)(own(instrument="beleidsscan", answers={"vis-6": 2}))["kind"] == "scored"
    )


def shares(**given: float | None) -> list[AreaFigures]:
    return [
        {"id": area, "status": "scored", "share": share, "interval": None, "items_scored": 1}
        for area, share in given.items()
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (shares(informeel=0.5, formeel=0.25, didactisch=1.0), ["formeel"]),
        (shares(informeel=0.1 + 0.2, formeel=0.3, didactisch=1.0), ["informeel", "formeel"]),
        (shares(informeel=0.5, formeel=0.5), []),  # equal: none is the weakest
        (shares(informeel=0.5), []),
        (shares(informeel=None, formeel=None), []),
        (shares(informeel=None, formeel=0.5, didactisch=0.75), ["formeel"]),
        (shares(informeel=0.5, formeel=0.75, visie=0.0), ["informeel"]),  # no partnership
        (shares(), []),
    ],
)
def test_the_weakest_is_a_partnership_with_the_lowest_share(
    given: list[AreaFigures], expected: list[str]
) -> None:
    assert weakest(CONTENT, given) == expected


FORGED: list[Any] = [
    None,
    "enter",
    [],
    {},
    own(instrument="bestaat-niet"),
    own(role="director"),
    own(answers={"inf-1": 6}),
    own(answers={"bestaat-niet": 3}),
    own(answers={"bel-1": 3}, instrument="teamscan"),
    own(answers={f"x{number}": 3 for number in range(501)}),
    own(extra=1),
    {"kind": "enter", "number": 1},
    {"kind": "enter", "number": 1, "token": "short"},
    {"kind": "enter", "number": 1, "token": "t" * 43},
    {"kind": "delete", "number": 1, "token": "t" * 43},  # of the trainer's page, not of this one
    {"kind": "close", "number": 1, "token": "t" * 43, "session": 1},
]


@pytest.mark.parametrize("message", FORGED)
def test_what_no_page_sends_is_refused_in_one_sentence(ask: Ask, message: Any) -> None:
    reply = ask(message)
    assert reply["kind"] == "fault"
    assert reply["message"].endswith(".")


# A team


def request(example: Example, kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "number": 1, "token": example.token} | fields


def test_the_plan_of_the_last_closed_round_opens(
    ask: Ask, service: SessionService, example: Example
) -> None:
    plan = ask(request(example, "enter"))["plan"]
    assert plan["id"] == example.done.id  # the second round is open
    assert [one["id"] for one in plan["rounds"]] == [example.done.id]
    assert [one["state"] for one in plan["actions"]] == ["done", "busy"]
    assert set(plan["weakest"]) <= set(PARTNERSHIPS)
    assert plan["figures"]["suggestions"]
    close_round(service, TrainerAccess(example.token, example.open.id))
    later = ask(request(example, "enter"))["plan"]
    assert (later["id"], later["actions"]) == (example.open.id, [])
    assert [one["round"] for one in later["rounds"]] == [1, 2]
    again = ask(request(example, "enter", session=example.done.id))["plan"]
    assert again["actions"] == plan["actions"]


def test_an_open_round_has_no_plan_and_shows_nothing(ask: Ask, example: Example) -> None:
    reply = ask(request(example, "enter", session=example.open.id))
    assert (reply["kind"], reply["reason"]) == ("fault", "still_open")
    assert "figures" not in str(reply)


def test_without_a_closed_round_the_page_is_told_so(ask: Ask, service: SessionService) -> None:
    example = make_example(service)
    with_token = request(example, "enter")
    service.store.write(lambda transaction: transaction.delete_session(example.done.id))
    plan = ask(with_token)["plan"]
    assert (plan["id"], plan["rounds"]) == (None, [])
    assert "figures" not in plan


def test_a_team_changes_its_plan_and_the_second_is_told_of_the_first(
    ask: Ask, example: Example
) -> None:
    first = ask(request(example, "enter"))["plan"]["actions"][0]
    change = request(
        example,
        "action_change",
        session=example.done.id,
        id=first["id"],
        version=first["version"],
        action={
            "text": "Koffie",
            "state": "stopped",
            "reason": "Te veel tegelijk",
            "months": [9, 10],
        },
    )
    changed = ask(change)["plan"]["actions"][0]
    assert changed["text"] == "Koffie"
    assert (changed["state"], changed["months"]) == ("stopped", [9, 10])
    assert changed["owner"] == first["owner"]  # was not named
    refused = ask(change)
    assert refused["reason"] == "conflict"
    assert refused["message"] == CONTENT.message("session.conflict")


def test_an_own_action_is_added_once(ask: Ask, example: Example) -> None:
    add = request(
        example,
        "action_add",
        session=example.done.id,
        key="k",
        action={"text": "Eigen", "area": "formeel"},
    )
    ask(add)
    actions = ask(add)["plan"]["actions"]
    assert [one["area"] for one in actions if one["text"] == "Eigen"] == ["formeel"]


@pytest.mark.parametrize(
    "action",
    [
        {"text": ""},
        {"text": "x" * (LONGEST_TEXT + 1)},
        {"text": "x", "owner": "anna@school.nl"},
        {"text": "x", "owner": "x" * (LONGEST_OWNER + 1)},
        {"text": "x", "evidence": "x" * (LONGEST_OTHER + 1)},
        {"text": "x", "first_step": "mail anna@school.nl"},
        {"text": "x", "celebration": "taart\nen thee"},
        {"text": "x", "due": "2019-12-31"},
        {"text": "x", "due": "0026-05-01"},
        {"text": "x", "state": "vergeten"},
        {"text": "x", "months": [13]},
        {"text": "x", "months": "alle"},
        {"text": "x", "area": "nergens"},
        {"text": "x", "area": 5},
        {"text": "x", "version": 5},
        {"text": "x", "due": "2026-13-01"},
    ],
)
def test_what_is_no_action_changes_nothing(
    ask: Ask, example: Example, path: Path, action: dict[str, Any]
) -> None:
    before = rows(path)
    of_round = {"session": example.done.id, "action": action}
    one = ask(request(example, "action_add", key="k", **of_round))
    other = ask(request(example, "action_change", id=before[0][0], version=1, **of_round))
    assert (one["kind"], other["kind"]) == ("fault", "fault")
    assert rows(path) == before


def test_the_plan_of_another_team_is_out_of_reach(
    ask: Ask, service: SessionService, example: Example, path: Path
) -> None:
    other = make_example(service, seed=1)
    before = rows(path)
    theirs = request(other, "enter", session=example.done.id)
    change = request(
        other,
        "action_change",
        session=example.done.id,
        id=before[0][0],
        version=1,
        action=None,
    )
    assert ask(theirs)["reason"] == "unknown_trainer"
    assert ask(change)["reason"] == "unknown_trainer"
    assert rows(path) == before


# What the page knows


def test_the_page_knows_every_item_with_its_tips() -> None:
    described = Plan().specification
    # What is asked no more is known as well: a plan may be of a round of before.
    known = (*CONTENT.items, *CONTENT.retired.items)
    assert [item["id"] for item in described["items"]] == [item.id for item in known]
    tips = {tip["id"] for tip in described["tips"]}
    listed = {tip.id for tip in CONTENT.tips if tip.kind == "tip"}
    assert tips == listed
    assert all(item["source"] for item in described["items"])
