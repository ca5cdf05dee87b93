"""What the kernel answers a page, and what it does not take from one."""

import json
from typing import Any

import pytest
from pydantic_core import to_jsonable_python

import asking
from partnerschap.advice import advise
from partnerschap.content import load
from partnerschap.report import figures
from partnerschap.scoring import Answers, score
from partnerschap.ui.specification import specification
from partnerschap.ui.widgets.scan import Scan

CONTENT = load()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Send a message as a page does; gives the kernel's only answer."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Scan, "send", lambda _, content: sent.append(content))

    def ask(message: object, buffers: list[bytes] | None = None, exercise: str = "teamscan") -> Any:
        sent.clear()
        asking.ask(Scan(exercise), message, buffers or [])
        assert len(sent) == 1
        return sent[0]

    return ask


def named(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Give all that the figures say to do."""
    kinds = ("suggestions", "year_plan", "find_out", "keep", "begin")
    return [one for kind in kinds for one in found[kind]]


def text_of(action: str) -> dict[str, Any]:
    found = CONTENT.actions_by_id[action]
    return {"text": found.text, "sectors": found.sectors}


def own(**changes: Any) -> dict[str, Any]:
    question = {
        "kind": "score_own",
        "number": 7,
        "instrument": "kort",
        "role": "professional",
        "answers": {"inf-1": 5, "inf-2": "dont_know"},
    }
    return question | changes


def test_own_answers_give_the_figures_of_the_scoring_room(asked: Any) -> None:
    reply = asked(own())
    item_ids = [item.id for item in CONTENT.items_of("kort")]
    answers = Answers.from_rows(item_ids, [("professional", {"inf-1": 5, "inf-2": "dont_know"})])
    scores = score(CONTENT, "kort", answers, min_group=1)
    texts = reply["figures"].pop("actions")
    assert {one["n"] for one in reply["figures"].pop("unlisted").values()} == {0}
    assert reply == {
        "kind": "scored",
        "number": 7,
        "figures": {**figures(scores, advise(CONTENT, answers, scores)), "begin": []},
        "pattern": "one",
    }
    assert texts == {one["action"]: text_of(one["action"]) for one in named(reply["figures"])}


def test_what_is_low_comes_with_where_to_begin(asked: Any) -> None:
    asks = [one.id for one in CONTENT.items_of("kort") if "professional" in one.respondents]
    found = asked(own(answers=dict.fromkeys(asks, 1)))["figures"]
    about = {one["item"] for kind in ("suggestions", "year_plan") for one in found[kind]}
    assert [one["item"] for one in found["begin"]] == [
        item for item in found["agree_low"] if item not in about
    ]


def test_a_form_has_the_text_of_no_action() -> None:
    """They are ten times what a first visit weighs without, and few of them are ever shown."""
    described = json.dumps(to_jsonable_python(specification(CONTENT, "teamscan")))
    assert not [one for one in CONTENT.actions_by_id.values() if json.dumps(one.text) in described]


@pytest.mark.parametrize("answer", [1, 3, 5, "dont_know"])
def test_figures_come_with_the_texts_of_the_actions_that_they_name(
    asked: Any, answer: int | str
) -> None:
    asks = [one.id for one in CONTENT.items_of("kort") if "professional" in one.respondents]
    found = asked(own(answers=dict.fromkeys(asks, answer)))["figures"]
    actions = {one["action"] for one in named(found)}
    assert actions
    assert found["actions"] == {one: text_of(one) for one in actions}


@pytest.mark.parametrize(
    "message",
    [
        None,
        "score",
        [],
        {},
        {"kind": "delete_everything", "number": 1},
        own(instrument="bestaat-niet"),
        own(instrument="beleidsscan"),
        own(role="director"),
        own(answers={"inf-1": 6}),
        own(answers={"inf-1": 0}),
        own(answers={"inf-1": True}),
        own(answers={"inf-1": 4.5}),
        own(answers={"inf-1": "altijd"}),
        own(answers={"bestaat-niet": 3}),
        own(answers={f"x{number}": 3 for number in range(501)}),
        own(answers="alles"),
        own(extra=1),
    ],
)
def test_a_message_that_no_form_sends_is_refused_in_one_sentence(asked: Any, message: Any) -> None:
    reply = asked(message)
    assert reply["kind"] == "fault"
    assert reply["message"] == CONTENT.message("form.invalid")


def sheet(**changes: Any) -> dict[str, Any]:
    return {"kind": "score_sheet", "number": 1, "filename": "t.csv", "min_group": 5} | changes


def test_a_sheet_is_scored_on_the_first_instrument_that_asks_all_of_it(asked: Any) -> None:
    rows = b"respondent,role,inf-1,inf-3\n" + b"1,parent,4,5\n" * 6
    reply = asked(sheet(), [rows])
    assert reply["figures"]["instrument"] == "teamscan"  # inf-3 is no core item
    assert reply["figures"]["respondents"] == 6
    assert reply["left_out"] == []


def test_columns_of_another_instrument_are_named(asked: Any) -> None:
    rows = b"respondent,role,inf-1,bel-2\n" + b"1,parent,4,5\n" * 6
    assert asked(sheet(), [rows], "beleidsscan")["left_out"] == ["inf-1"]


def test_a_parent_who_left_all_blank_is_no_side_that_answered(asked: Any) -> None:
    team = b"respondent,role,inf-1,inf-3\n" + b"1,professional,4,5\n" * 6
    assert asked(sheet(), [team])["missing"] == "parents"
    assert asked(sheet(), [team + b"7,parent,,\n"])["missing"] == "parents"
    assert asked(sheet(), [team + b"7,parent,,2\n"])["missing"] is None


def test_groups_are_compared_where_they_may_be_shown(asked: Any) -> None:
    """Five parents answer 5, five professionals answer 1: each parent is above each of them."""
    rows = b"respondent,role,inf-1\n" + b"1,parent,5\n" * 5 + b"1,professional,1\n" * 5
    reply = asked(sheet(), [rows])
    # Of the 252 ways to divide ten answers only this one and its mirror are as far apart.
    assert reply["differences"] == [
        {
            "item": "inf-1",
            "first": "parent",
            "second": "professional",
            "delta": 1.0,
            "p": pytest.approx(2 / 252),
            "differs": True,
        }
    ]


@pytest.mark.parametrize(
    ("question", "buffers"),
    [
        (sheet(min_group=2), [b"x"]),
        (sheet(filename="x" * 301), [b"x"]),
        (sheet(), []),
        (sheet(), [b"a", b"b"]),
        (sheet(), [b"\xff\xfe\x00"]),
        (sheet(filename="t.xlsx"), [b"PK\x03\x04 geen werkblad"]),
    ],
)
def test_a_sheet_that_cannot_be_used_is_refused(
    asked: Any, question: dict[str, Any], buffers: list[bytes]
) -> None:
    reply = asked(question, buffers)
    assert reply["kind"] == "fault"
    assert reply["message"].endswith(".")


@pytest.mark.parametrize("exercise", CONTENT.exercises, ids=lambda exercise: exercise.id)
def test_the_front_end_gets_every_item_and_word_that_it_shows(exercise: Any) -> None:
    described = specification(CONTENT, exercise.id)
    asked_ids = {item_id for one in described["instruments"] for item_id in one["items"]}
    assert {item["id"] for item in described["items"]} == asked_ids
    assert {item["area"] for item in described["items"]} == {area.id for area in described["areas"]}
    assert all(len(points) == 5 for points in described["scales"].values())
