"""What a trainer chooses for a session, and the next round."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from partnerschap.content import Content
from partnerschap.report import figures
from partnerschap.scoring import Answers, score
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    Session,
    SessionService,
    Snapshot,
    TrainerAccess,
    archive_round,
    asked_of,
    close_round,
    content_of,
    join_round,
    look_up,
    new_token,
    open_first,
    open_next,
    trainer_view,
)
from partnerschap.sessions.codes import ALPHABET, is_code, new_code, tidy_code

MakeOpening = Callable[..., Opening]
Start = Callable[..., TrainerAccess]
Refusal = Callable[..., str]

OWN = {"statement": "Ouders kennen {ons} plein", "scale": "frequency"}


def snapshot_of(service: SessionService, access: TrainerAccess) -> Snapshot:
    found = trainer_view(service, access.token, access.session_id).snapshot
    assert found is not None
    return found


def test_a_session_is_as_the_trainer_chose(service: SessionService, opening: MakeOpening) -> None:
    chosen = opening(
        instrument="partnerships",
        roles=("management", "parent"),
        min_group=4,
        retention_days=7,
        label=" Team Zuid ",
        own_items=[OWN],
    )
    session = open_first(service, chosen, new_token())
    assert (session.round, session.state, session.instrument) == (1, "open", "partnerships")
    assert session.roles == ("management", "parent")
    assert (session.min_group, session.retention_days, session.together) == (4, 7, False)
    assert [(own.statement, own.scale) for own in session.own_items] == [
        (OWN["statement"], "frequency")
    ]
    assert session.opened_at == service.now()
    # Nobody closed it after 90 days: then it goes away whole.
    assert session.purge_after == service.now() + timedelta(days=90)
    assert (session.closed_at, session.purged_at, session.result) == (None, None, None)


def test_team_has_the_label_without_the_space_around_it(
    service: SessionService, opening: MakeOpening
) -> None:
    token = new_token()
    open_first(service, opening(label=" Team Zuid "), token)
    team = trainer_view(service, token).team
    assert (team.label, team.sector, team.demo) == ("Team Zuid", "school", False)
    assert token not in repr(team)


def test_the_same_secret_again_gives_the_same_session(
    service: SessionService, opening: MakeOpening
) -> None:
    token = new_token()
    first = open_first(service, opening(), token)
    assert open_first(service, opening(), token) == first
    assert open_first(service, opening(min_group=9), token) == first
    assert len(trainer_view(service, token).rounds) == 1


def test_so_many_sessions_are_made_in_an_hour(
    service: SessionService, opening: MakeOpening, refusal: Refusal
) -> None:
    """Who repeats a request is let through; an hour later there is room again."""
    few, token = replace(service, sessions_an_hour=2), new_token()
    first = open_first(few, opening(), token)
    open_first(few, opening(), new_token())
    assert refusal(open_first, few, opening(), new_token()) == "too_many"
    assert open_first(few, opening(), token) == first
    later = replace(few, now=lambda: service.now() + timedelta(hours=1, seconds=1))
    assert open_first(later, opening(), new_token())


def test_another_secret_gives_another_team(service: SessionService, opening: MakeOpening) -> None:
    one, other = (open_first(service, opening(), new_token()) for _ in range(2))
    assert one.team_id != other.team_id
    assert one.code != other.code


@pytest.mark.parametrize(
    "wrong",
    [
        {"roles": ()},
        {"roles": ("parent", "parent")},
        {"roles": ("parent", "child")},
        {"own_items": [OWN] * 9},
        {"own_items": [{"statement": " ", "scale": "frequency"}]},
        {"own_items": [{"statement": "x" * 201, "scale": "frequency"}]},
        {"own_items": [{"statement": "x", "scale": "agreement"}]},
        {"own_items": [{"statement": "een\ttab", "scale": "frequency"}]},
        {"own_items": [OWN | {"area": "p1"}]},
        {"min_group": 2},
        {"min_group": 21},
        {"retention_days": 0},
        {"retention_days": 91},
        {"label": "x" * 81},
        {"label": "een\nregel"},
        {"label": "\x00"},
        {"label": "\x7f"},
        {"label": "\ud800"},
        {"name": "Anna"},
    ],
)
def test_an_opening_that_cannot_be_is_refused(opening: MakeOpening, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        opening(**wrong)


@pytest.mark.parametrize(
    "right",
    [
        {"roles": ("parent",)},
        {"roles": ("municipality", "management", "professional", "parent")},
        {"own_items": [OWN] * 8},
        {"own_items": [{"statement": "x" * 200, "scale": "progress"}]},
        {"min_group": 3},
        {"min_group": 20},
        {"retention_days": 1},
        {"retention_days": 90},
        {"label": "é" * 80},
        {"label": ""},
    ],
)
def test_the_limits_themselves_are_allowed(
    service: SessionService, opening: MakeOpening, right: dict[str, Any]
) -> None:
    assert open_first(service, opening(**right), new_token()).state == "open"


def test_usual_choices_are_those_of_the_method() -> None:
    usual = Opening(instrument="all", sector="school", roles=("parent",))
    assert (usual.min_group, usual.retention_days, usual.together) == (5, 30, False)


@pytest.mark.parametrize(
    "unknown", [{"instrument": "nothing"}, {"sector": "nothing"}, {"language": "en"}]
)
def test_what_the_content_does_not_have_is_refused(
    service: SessionService, opening: MakeOpening, refusal: Refusal, unknown: dict[str, str]
) -> None:
    token = new_token()
    assert refusal(open_first, service, opening(**unknown), token) == "invalid"
    assert refusal(trainer_view, service, token) == "unknown_trainer"  # nothing was stored


def test_codes_are_of_six_characters_that_cannot_be_mistaken() -> None:
    codes = {new_code() for _ in range(500)}
    assert all(len(code) == 6 for code in codes)
    # All 31 characters occur: the chance that one is missing in 3,000 is 31 * (30/31)^3000, 1e-41.
    assert set("".join(codes)) == set(ALPHABET) == set("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    # 31^6 = 887 million codes: two equal ones among 500 have a chance of 500^2 / 2 / 31^6 = 1e-4.
    assert len(codes) >= 499


@pytest.mark.parametrize("typed", ["abc-def", " AbC dEf ", "a b c d e f", "ABC\u00a0DEF\n"])
def test_a_code_may_be_typed_as_people_type(typed: str) -> None:
    assert tidy_code(typed) == "ABCDEF"
    assert is_code(tidy_code(typed))


@pytest.mark.parametrize("typed", ["", "ABCDE", "ABCDEFG", "ABCDE0", "ABCDE1", "ABCDEO", "ABCDÉF"])
def test_what_can_be_no_code_is_none(
    service: SessionService, start: Start, refusal: Refusal, typed: str
) -> None:
    start()
    assert not is_code(tidy_code(typed))
    assert refusal(look_up, service, typed) == "unknown_code"


def test_a_session_is_found_by_its_code_as_typed(
    service: SessionService, opening: MakeOpening
) -> None:
    session = open_first(service, opening(), new_token())
    typed = f" {session.code[:3].lower()}-{session.code[3:].lower()} "
    assert look_up(service, typed) == session
    join_round(service, ParticipantAccess(typed, new_token()), "parent")


def test_a_code_that_is_taken_is_not_given_again(
    service: SessionService, opening: MakeOpening, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter(["ABCDEF", "ABCDEF", "ABCDEF", "GHJKMN"])
    monkeypatch.setattr("partnerschap.sessions.use_cases.opening.new_code", lambda: next(codes))
    sessions = [open_first(service, opening(), new_token()) for _ in range(2)]
    assert [session.code for session in sessions] == ["ABCDEF", "GHJKMN"]


def test_next_round_only_after_closing(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start()
    assert refusal(open_next, service, access.token) == "not_now"
    close_round(service, access)
    second = open_next(service, access.token)
    assert (second.round, second.state) == (2, "open")
    assert refusal(open_next, service, access.token) == "not_now"
    close_round(service, TrainerAccess(access.token, second.id))
    archive_round(service, TrainerAccess(access.token, second.id))
    assert open_next(service, access.token).round == 3


def test_next_round_asks_what_the_last_one_asked(
    service: SessionService,
    start: Start,
    session_of: Callable[..., Session],
    pass_time: Callable[..., None],
) -> None:
    access = start(
        instrument="core",
        roles=("management", "parent"),
        own_items=[OWN],
        min_group=7,
        retention_days=3,
        label="Zuid",
    )
    close_round(service, access)
    pass_time(days=180)
    first, second = session_of(access), open_next(service, access.token)
    same = {
        "team_id",
        "instrument",
        "content_version",
        "roles",
        "own_items",
        "min_group",
        "retention_days",
        "together",
    }
    for name in same:
        assert getattr(second, name) == getattr(first, name), name
    assert second.code != first.code
    assert second.opened_at == service.now()
    assert second.purge_after == service.now() + timedelta(days=90)
    # What differs is decided: a new field of a session must be thought about here.
    assert {field.name for field in fields(Session)} == same | {
        *("id", "round", "code", "state", "step", "version"),
        *("opened_at", "closed_at", "purge_after", "purged_at", "result"),
    }


def test_own_points_are_asked_of_everybody(
    service: SessionService, start: Start, session_of: Callable[..., Session]
) -> None:
    session = session_of(start(instrument="partnerships", own_items=[OWN, OWN]))
    asked = content_of(service.content, session)
    assert [item.id for item in asked.items_of("partnerships")] == ["a", "b", "c", "own-1", "own-2"]
    assert asked.items_by_id["own-1"].statement == OWN["statement"]  # with its braces
    assert asked_of(service, session, "parent") == {"a", "b", "own-1", "own-2"}
    # Only in this session.
    assert "own-1" not in service.content.items_by_id
    assert [item.id for item in asked.items_of("core")] == ["a"]


def test_own_points_are_scored_by_item_and_are_no_partnership(
    service: SessionService, content: Content, start: Start, fill: Callable[..., Any]
) -> None:
    rows: list[tuple[Any, dict[str, Any]]] = [
        ("professional", {"a": 5, "c": 3, "own-1": value, "own-2": 1})
        for value in (1, 1, 2, 4, "dont_know")
    ]
    access = start(own_items=[OWN, OWN])
    fill(access, rows)
    close_round(service, access)
    found = snapshot_of(service, access)
    own = next(item for item in found.scores.items if item.id == "own-1")
    assert (own.counts, own.median, own.share, own.dont_know) == ((2, 1, 0, 1, 0), 1.5, 0.25, 1)
    area = next(area for area in found.scores.areas if area.id == "own")
    assert (area.share, area.items_scored) == ((0.25 + 0) / 2, 2)
    # a: 1, c: 0. With the own points as a partnership the lowest would be 0.125.
    assert found.scores.balance == 1 - 0
    # Nobody wrote an action for them, however much they need one.
    assert {one.item for one in found.advice.suggestions} == {"c"}
    assert set(found.vote_items) == {"c"}
    # The other figures are those of a scan without own points.
    plain = score(
        content,
        "all",
        Answers.from_rows(
            ["a", "c"], [(role, {"a": given["a"], "c": given["c"]}) for role, given in rows]
        ),
        min_group=3,
    )
    ours = figures(found.scores, found.advice)
    assert [item for item in ours["items"] if item["area"] != "own"] == figures(
        plain, found.advice
    )["items"]
    assert [tip.id for tip in found.scores.tips] == [tip.id for tip in plain.tips]


def test_own_points_alone_are_scored_as_well(
    service: SessionService, start: Start, fill: Callable[..., Any]
) -> None:
    access = start(own_items=[OWN])
    fill(access, [("professional", {"own-1": 2})] * 4)
    close_round(service, access)
    found = snapshot_of(service, access)
    assert [item.id for item in found.scores.scored] == ["own-1"]
    assert (found.advice.suggestions, found.vote_items) == ((), ())
