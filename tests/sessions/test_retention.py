"""How long things are kept, what stays, and the example."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from partnerschap.content import Content, load
from partnerschap.sessions import (
    ActionText,
    ParticipantAccess,
    Purged,
    Session,
    SessionService,
    TrainerAccess,
    add_action,
    archive_round,
    close_round,
    closed_round,
    compare_rounds,
    delete_everything,
    join_round,
    look_up,
    make_example,
    new_token,
    open_next,
    own_answers,
    purge_expired,
    save_answers,
    save_votes,
    set_joint_score,
    show_step,
    trainer_view,
)
from partnerschap.sessions.repository import Store
from partnerschap.sessions.use_cases.example import PEOPLE
from partnerschap.sessions.use_cases.opening import OPEN_DAYS

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Fill = Callable[..., list[ParticipantAccess]]
PassTime = Callable[..., None]
Refusal = Callable[..., str]

DAYS = 30
"""The usual time between closing and purging."""


def rows_of(service: SessionService, table: str) -> int:
    def count(transaction: Any) -> int:
        query = f"SELECT count(*) FROM {table}"  # noqa: S608
        return int(transaction.connection.exec_driver_sql(query).scalar_one())

    return service.read(count)


def voted(service: SessionService, access: TrainerAccess, come: Come) -> None:
    """Let three people vote, and the team agree a score and an action."""
    set_joint_score(service, access, "b", 4, 0)
    show_step(service, access, "vote")
    for _ in range(3):
        save_votes(service, come(access), {"a": 3})
    show_step(service, access, "actions")
    add_action(service, access, "key", ActionText(item="a", action="a-1", text="Doe a-1"))


def test_answers_go_at_their_time_and_figures_stay(
    service: SessionService, closed: TrainerAccess, come: Come, pass_time: PassTime
) -> None:
    voted(service, closed, come)
    before = trainer_view(service, closed.token)
    people = rows_of(service, "participants")
    assert people == 13
    pass_time(days=DAYS, seconds=-1)
    assert purge_expired(service) == Purged(answers=0, sessions=0)
    assert rows_of(service, "participants") == people
    pass_time(seconds=1)
    assert purge_expired(service) == Purged(answers=1, sessions=0)
    for table in ("participants", "answers", "votes"):
        assert rows_of(service, table) == 0
    after = trainer_view(service, closed.token)
    assert after.session.purged_at == service.now()
    assert after.snapshot == before.snapshot
    assert after.snapshot is not None
    assert after.snapshot.importance == {"a": 3}
    assert (after.joint, after.plan, after.counts) == (before.joint, before.plan, before.counts)
    assert (after.steps, after.voters) == (before.steps, 3)
    assert purge_expired(service) == Purged(answers=0, sessions=0)


def test_each_round_goes_at_its_own_time(
    service: SessionService, start: Start, fill: Fill, pass_time: PassTime
) -> None:
    quick, slow = start(retention_days=1), start(retention_days=90)
    for access in (quick, slow):
        fill(access, [("parent", {"a": 3})])
        close_round(service, access)
    pass_time(days=1)
    assert purge_expired(service).answers == 1
    assert rows_of(service, "answers") == 1
    pass_time(days=89)
    assert purge_expired(service).answers == 1
    assert rows_of(service, "answers") == 0


def test_a_round_that_crashed_at_closing_is_computed_before_its_answers_go(
    service: SessionService, start: Start, fill: Fill, pass_time: PassTime
) -> None:
    access = start()
    fill(access, [("parent", {"a": 3})] * 4)

    def half(transaction: Any) -> None:
        transaction.update_session(
            access.session_id, state="closed", purge_after=service.now() + timedelta(days=DAYS)
        )

    service.write(half)
    pass_time(days=DAYS)
    purge_expired(service)
    snapshot = trainer_view(service, access.token).snapshot
    assert snapshot is not None
    assert snapshot.scores.items[0].counts == (0, 0, 4, 0, 0)


def test_an_ended_round_loses_its_answers_as_well(
    service: SessionService, closed: TrainerAccess, pass_time: PassTime
) -> None:
    archive_round(service, closed)
    pass_time(days=DAYS)
    assert purge_expired(service).answers == 1
    assert rows_of(service, "answers") == 0
    assert trainer_view(service, closed.token).session.state == "archived"


def test_rounds_are_compared_as_well_after_purging(
    service: SessionService, closed: TrainerAccess, fill: Fill, pass_time: PassTime
) -> None:
    def second_round() -> TrainerAccess:
        access = TrainerAccess(closed.token, open_next(service, closed.token).id)
        fill(access, [("professional", {"a": 5, "b": 4, "c": 4, "d": 5})] * 6)
        close_round(service, access)
        return access

    pass_time(days=20)
    second_round()
    before = compare_rounds(service, closed.token)
    # p1: 0.4 became 1; p2: 0 became 1; vision: 1 was 1 already; nothing asked elsewhere.
    assert {area.id: area.direction for area in before.changes[0] if area.interval} == {
        "p1": "up",
        "p2": "up",
        "vision": None,
    }
    pass_time(days=10)
    assert purge_expired(service).answers == 1
    after = compare_rounds(service, closed.token)
    assert after.changes == before.changes
    pass_time(days=365)
    assert purge_expired(service).answers == 1
    assert compare_rounds(service, closed.token).changes == before.changes
    # A third round is set against both.
    second_round()
    assert compare_rounds(service, closed.token).changes == (
        before.changes[0],
        compare_rounds(service, closed.token).changes[1],
    )


def test_a_vote_that_was_under_way_ends_with_the_answers(
    service: SessionService,
    closed: TrainerAccess,
    come: Come,
    pass_time: PassTime,
    refusal: Refusal,
) -> None:
    show_step(service, closed, "vote")
    person = come(closed)
    save_votes(service, person, {"a": 3})
    pass_time(days=DAYS)
    purge_expired(service)
    assert refusal(save_votes, service, person, {"a": 3}) == "not_joined"
    # Nothing that comes later is kept: it would never be purged.
    assert refusal(save_votes, service, come(closed), {"a": 3}) == "closed"
    show_step(service, closed, "actions")
    snapshot = trainer_view(service, closed.token).snapshot
    assert snapshot is not None
    assert snapshot.importance is None


def test_a_round_that_nobody_closes_goes_whole(
    service: SessionService, start: Start, fill: Fill, pass_time: PassTime, refusal: Refusal
) -> None:
    access = start(retention_days=1)
    [person] = fill(access, [("parent", {"a": 3})])
    pass_time(days=OPEN_DAYS, seconds=-1)
    assert purge_expired(service) == Purged(answers=0, sessions=0)
    pass_time(seconds=1)
    assert purge_expired(service) == Purged(answers=0, sessions=1)
    for table in ("teams", "sessions", "participants", "answers"):
        assert rows_of(service, table) == 0
    assert refusal(trainer_view, service, access.token) == "unknown_trainer"
    assert refusal(look_up, service, person.code) == "unknown_code"


def test_an_unclosed_round_leaves_the_earlier_ones(
    service: SessionService, closed: TrainerAccess, pass_time: PassTime
) -> None:
    open_next(service, closed.token)
    pass_time(days=OPEN_DAYS)
    assert purge_expired(service) == Purged(answers=1, sessions=1)
    view = trainer_view(service, closed.token)
    assert [one.id for one in view.rounds] == [closed.session_id]
    assert view.snapshot is not None
    # And the round can be held as yet.
    assert open_next(service, closed.token).round == 2


def test_deleting_takes_everything_of_a_team_and_nothing_of_another(
    service: SessionService, closed: TrainerAccess, start: Start, fill: Fill, come: Come
) -> None:
    other = start()
    [person] = fill(other, [("parent", {"a": 3})])
    voted(service, closed, come)
    session = open_next(service, closed.token)
    save_answers(service, come(TrainerAccess(closed.token, session.id)), {"a": 1})
    delete_everything(service, closed.token)
    tables = ("teams", "sessions", "participants", "answers", "votes", "joint_scores", "actions")
    assert [rows_of(service, table) for table in tables] == [1, 1, 1, 1, 0, 0, 0]
    assert own_answers(service, person).answers == {"a": 3}


def test_nothing_of_what_was_deleted_is_left_in_the_file(
    file_service: SessionService, tmp_path: Path, start: Start, pass_time: PassTime
) -> None:
    # A text that occurs nowhere else is looked for in the bytes; with answers that cannot be done.
    access = start(file_service, label="Team Zwanenbloem", retention_days=1)
    close_round(file_service, access)
    add_action(file_service, access, "key", ActionText(text="Zwanenbloem planten"))
    pass_time(days=1)
    purge_expired(file_service)
    delete_everything(file_service, access.token)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"Zwanenbloem" not in kept


def test_who_runs_the_server_gets_a_closed_round_by_its_code(
    service: SessionService,
    closed: TrainerAccess,
    start: Start,
    session_of: Callable[..., Session],
    refusal: Refusal,
) -> None:
    add_action(service, closed, "key", ActionText(text="x"))
    set_joint_score(service, closed, "a", 2, 0)
    code = session_of(closed).code
    archive_round(service, closed)
    found = closed_round(service, f" {code.lower()} ")
    view = trainer_view(service, closed.token)
    assert (found.session, found.snapshot) == (view.session, view.snapshot)
    assert (found.plan, found.joint) == (view.plan, view.joint)
    assert refusal(closed_round, service, session_of(start()).code) == "still_open"
    assert refusal(closed_round, service, "ZZZZZZ") == "unknown_code"


# The example


@pytest.fixture(scope="module")
def real_content() -> Content:
    return load()


@pytest.fixture
def real_service(service: SessionService, real_content: Content) -> SessionService:
    return replace(service, content=real_content)


def test_the_example_is_a_round_that_is_done_and_one_to_close(real_service: SessionService) -> None:
    made = make_example(real_service)
    view = trainer_view(real_service, made.token)
    assert view.team.demo
    assert "VOORBEELD" in view.team.label
    assert [(one.id, one.round, one.state, one.step) for one in view.rounds] == [
        (made.done.id, 1, "planned", "end"),
        (made.open.id, 2, "open", ""),
    ]
    first = trainer_view(real_service, made.token, made.done.id)
    assert first.session.opened_at == real_service.now() - timedelta(days=182)
    assert len(first.plan) == 2
    assert first.snapshot is not None
    assert first.snapshot.scores.respondents == len(PEOPLE)
    assert first.snapshot.differences  # two groups that may be shown
    assert first.snapshot.importance  # a vote that counted
    assert first.snapshot.advice.discuss_first
    assert [one.item for one in first.joint] == list(first.snapshot.advice.discuss_first[:1])
    # The second round can be closed, and set beside the first.
    close_round(real_service, TrainerAccess(made.token, made.open.id))
    assert len(compare_rounds(real_service, made.token).changes) == 1


def test_the_same_example_is_made_again(
    service: SessionService, in_memory: Callable[[], Store], pass_time: PassTime
) -> None:
    def figures_of(service: SessionService, seed: int) -> object:
        made = make_example(service, "all", seed)
        return trainer_view(service, made.token, made.done.id).snapshot

    first = figures_of(service, 0)
    pass_time(days=1)
    again = replace(service, store=in_memory())
    assert figures_of(again, 0) == first
    assert figures_of(again, 1) != first


def test_everybody_may_join_the_example(real_service: SessionService) -> None:
    made = make_example(real_service)
    person = ParticipantAccess(made.open.code, new_token())
    join_round(real_service, person, "parent")
    save_answers(real_service, person, {"inf-1": 4})


def test_an_example_of_nothing_is_refused(real_service: SessionService, refusal: Refusal) -> None:
    assert refusal(make_example, real_service, "nothing") == "invalid"
    assert rows_of(real_service, "teams") == 0
