"""Closing a round: the figures of the method, once and for all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from partnerschap.advice import advise
from partnerschap.content import Content
from partnerschap.scoring import EDITION, Answers, group_differences, score
from partnerschap.sessions import (
    ParticipantAccess,
    Session,
    SessionService,
    Snapshot,
    TrainerAccess,
    close_round,
    compare_rounds,
    content_of,
    new_token,
    open_first,
    open_next,
    save_answers,
    trainer_view,
)
from partnerschap.sessions.repository import RoleCount
from partnerschap.sessions.snapshot import as_text, from_text
from partnerschap.sessions.use_cases.closing import freeze

Start = Callable[..., TrainerAccess]
Fill = Callable[..., list[ParticipantAccess]]
Rows = list[tuple[Any, dict[str, Any]]]

ROWS: Rows = [
    ("professional", {"a": 5, "b": 1, "c": 2, "d": "dont_know"}),
    ("professional", {"a": 4, "b": 5, "c": 2, "d": 3}),
    ("professional", {"a": 4, "b": 1, "c": 3, "d": "dont_know"}),
    ("parent", {"a": 2, "b": 5, "d": 4}),
    ("parent", {"a": 1, "b": 5, "d": 4}),
    ("parent", {"a": 2, "b": "not_applicable", "d": "dont_know"}),
    ("management", {"a": 3, "b": 1}),
    ("management", {}),
]


def snapshot_of(service: SessionService, access: TrainerAccess) -> Snapshot:
    found = trainer_view(service, access.token, access.session_id).snapshot
    assert found is not None
    return found


def answers_of(content: Content, rows: Rows) -> Answers:
    """Who answered nothing is no respondent."""
    ids = [item.id for item in content.items_of("all")]
    return Answers.from_rows(ids, [row for row in rows if row[1]])


def test_figures_are_those_of_a_scan_with_the_same_answers(
    service: SessionService, start: Start, fill: Fill
) -> None:
    access = start(min_group=3)
    fill(access, ROWS)
    close_round(service, access)
    found = snapshot_of(service, access)
    answers = answers_of(service.content, ROWS)
    scores = score(service.content, "all", answers, min_group=3)
    assert found.scores == scores
    assert found.advice == advise(service.content, answers, scores)
    assert found.differences == group_differences(scores)
    # Some of it by hand. Item a: 5 4 4 2 1 2 3; a single manager is of the team.
    a, _, c, d = found.scores.items
    assert (a.counts, a.median, a.share) == ((1, 2, 1, 2, 1), 3, 3 / 7)
    assert {name: group.counts for name, group in (a.groups or {}).items()} == {
        "parent": (1, 2, 0, 0, 0),
        "professional+management": (0, 0, 1, 2, 1),
    }
    # Cliff's delta: of the 3 * 4 pairs the parent is lower in all.
    assert [(one.item, one.first, one.second, one.delta) for one in found.differences][:1] == [
        ("a", "parent", "professional+management", -1.0)
    ]
    assert (c.n_valid, c.share, c.groups) == (3, 0, None)
    assert (d.status, d.n_valid, d.dont_know) == ("unknown", 3, 3)
    assert found.counts == (
        RoleCount("management", 2, 2),
        RoleCount("parent", 3, 3),
        RoleCount("professional", 3, 3),
    )
    assert (found.importance, found.voters, found.then) == (None, 0, None)
    assert found.edition == EDITION


def test_closing_is_remembered(
    service: SessionService, start: Start, fill: Fill, pass_time: Callable[..., None]
) -> None:
    access = start(retention_days=10)
    fill(access, ROWS)
    pass_time(hours=1)
    session = close_round(service, access)
    assert session.state == "closed"
    assert session.closed_at == service.now()
    assert session.purge_after == service.now() + timedelta(days=10)


def test_closing_twice_is_closing_once(
    service: SessionService, start: Start, fill: Fill, pass_time: Callable[..., None]
) -> None:
    access = start()
    fill(access, ROWS)
    session = close_round(service, access)
    pass_time(days=1)
    assert close_round(service, access) == session


def test_who_saves_nothing_more_is_counted_as_it_was_at_closing(
    service: SessionService, start: Start, fill: Fill
) -> None:
    # The last answer is taken away again: then somebody answered nothing.
    access = start()
    *_, last = fill(access, [*ROWS, ("parent", {"a": 1})])
    save_answers(service, last, {"a": None})
    close_round(service, access)
    assert snapshot_of(service, access).scores.respondents == 7


def test_an_empty_round_can_be_closed(service: SessionService, start: Start) -> None:
    access = start()
    close_round(service, access)
    view = trainer_view(service, access.token)
    assert view.snapshot is not None
    assert {item.status for item in view.snapshot.scores.items} == {"empty"}
    assert view.snapshot.advice.suggestions == ()
    assert view.steps == ("strengths", "glance", "actions", "end")
    assert [round_.session.id for round_ in compare_rounds(service, access.token).rounds] == [
        access.session_id
    ]


@pytest.fixture
def crashed(
    service: SessionService, start: Start, fill: Fill, session_of: Callable[..., Session]
) -> Callable[[], TrainerAccess]:
    """Close a round as a server does that stops before it has computed the figures."""

    def crash() -> TrainerAccess:
        access = start()
        fill(access, ROWS)

        def half(transaction: Any) -> None:
            now = service.now()
            transaction.update_session(
                access.session_id,
                state="closed",
                closed_at=now,
                purge_after=now + timedelta(days=30),
            )

        service.write(half)
        assert session_of(access).result is None
        return access

    return crash


@pytest.mark.parametrize(
    "ask",
    [
        close_round,
        lambda service, access: trainer_view(service, access.token),
        lambda service, access: compare_rounds(service, access.token),
    ],
)
def test_after_a_crash_the_figures_are_computed_as_yet(
    service: SessionService,
    crashed: Callable[[], TrainerAccess],
    start: Start,
    fill: Fill,
    ask: Callable[[SessionService, TrainerAccess], object],
) -> None:
    usual = start()
    fill(usual, ROWS)
    close_round(service, usual)
    access = crashed()
    ask(service, access)
    assert snapshot_of(service, access) == snapshot_of(service, usual)
    # A next round can be opened as well.
    assert open_next(service, access.token).round == 2


def test_figures_are_frozen(service: SessionService, crashed: Callable[[], TrainerAccess]) -> None:
    access = crashed()
    before = trainer_view(service, access.token).session
    assert before.result is not None
    # Another computation that was under way is not kept over the first one.
    assert freeze(service, replace(before, result=None)) == before
    assert freeze(service, before) is before


def test_an_open_round_has_no_figures(
    service: SessionService, start: Start, session_of: Callable[..., Session]
) -> None:
    session = session_of(start())
    assert freeze(service, session) is session


def test_a_snapshot_is_read_back_exactly(service: SessionService, start: Start, fill: Fill) -> None:
    own = {"statement": "Ons plein", "scale": "progress"}
    first = start(own_items=[own])
    fill(first, [(role, answers | {"own-1": 3} if answers else {}) for role, answers in ROWS])
    close_round(service, first)
    second = TrainerAccess(first.token, open_next(service, first.token).id)
    people = fill(second, ROWS)
    for person, (_, answers) in zip(people, ROWS, strict=True):
        save_answers(service, person, answers, "then")
    close_round(service, second)
    for access in (first, second):
        found = snapshot_of(service, access)
        assert from_text(as_text(found)) == found
        assert as_text(from_text(as_text(found))) == as_text(found)
        # Everything is what it was, not only equal to it: a tuple, not a list.
        assert isinstance(found.scores.items[0].counts, tuple)
        assert repr(from_text(as_text(found))) == repr(found)


def test_looking_back_is_scored_by_the_same_rules(
    service: SessionService, start: Start, fill: Fill
) -> None:
    first = start(min_group=3)
    close_round(service, first)
    second = TrainerAccess(first.token, open_next(service, first.token).id)
    then: Rows = [("professional", {"a": 1, "b": 4, "c": 2})] * 3 + [("parent", {"d": 1})] * 2
    for person, (_, answers) in zip(fill(second, ROWS), [*then[:3], *then[3:]], strict=False):
        save_answers(service, person, answers, "then")
    close_round(service, second)
    found = snapshot_of(service, second)
    assert found.then == score(
        service.content, "all", answers_of(service.content, then), min_group=3
    )
    assert found.then is not None
    assert found.then.items[3].status == "suppressed"
    # What was, does not touch what is.
    assert found.scores == score(
        service.content, "all", answers_of(service.content, ROWS), min_group=3
    )


def test_a_team_that_answers_together_is_scored_as_one(
    service: SessionService, opening: Callable[..., Any]
) -> None:
    token = new_token()
    session = open_first(service, opening(together=True, min_group=5), token)
    access = TrainerAccess(token, session.id)
    for item, value in (("a", 4), ("b", 2)):
        service.write(
            lambda transaction, item=item, value=value: transaction.save_joint_score(  # type: ignore[misc]
                session.id, item, value, 0
            )
        )
    close_round(service, access)
    found = snapshot_of(service, access)
    answers = answers_of(service.content, [("professional", {"a": 4, "b": 2})])
    assert found.scores == score(content_of(service.content, session), "all", answers, min_group=1)
    assert (found.scores.respondents, found.scores.min_group) == (1, 1)
    a, b, c, _ = found.scores.items
    assert (a.status, a.median, b.share, c.status) == ("scored", 4, 0, "empty")
    assert a.groups is None
    assert "vote" not in trainer_view(service, token).steps
