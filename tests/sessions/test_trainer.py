"""Only the trainer of a team comes to its rounds, and sees no answer while one is open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from partnerschap.scoring import Answers
from partnerschap.sessions import (
    ActionText,
    ChangeMarker,
    ParticipantAccess,
    SessionError,
    SessionService,
    TrainerAccess,
    add_action,
    add_answer_code,
    add_sheet,
    archive_round,
    change_action,
    change_markers,
    close_round,
    compare_rounds,
    delete_everything,
    new_token,
    open_next,
    own_answers,
    participant_view,
    remove_batch,
    save_answers,
    save_votes,
    set_finished,
    set_joint_score,
    show_step,
    team_of,
    trainer_view,
)
from partnerschap.ui.session_views import trainer_session

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]
Use = Callable[[SessionService, TrainerAccess], object]

SHEET = Answers.from_rows(["a"], [("professional", {"a": 3})])

OF_A_ROUND: dict[str, Use] = {
    "trainer_view": lambda service, access: trainer_view(service, access.token, access.session_id),
    "close": close_round,
    "go": lambda service, access: show_step(service, access, "strengths"),
    "end": archive_round,
    "set_joint_score": lambda service, access: set_joint_score(service, access, "a", 3, 0),
    "add_action": lambda service, access: add_action(service, access, "key", ActionText(text="x")),
    "change_action": lambda service, access: change_action(
        service, access, 1, 1, ActionText(text="x")
    ),
    "remove_action": lambda service, access: change_action(service, access, 1, 1, None),
    "add_sheet": lambda service, access: add_sheet(service, access, "digest", SHEET),
    "add_answer_code": lambda service, access: add_answer_code(
        service, access, 7, "professional", {"a": 3}
    ),
    "remove_batch": lambda service, access: remove_batch(service, access, "digest"),
}
OF_A_TEAM: dict[str, Use] = {
    "trainer_view": lambda service, access: trainer_view(service, access.token),
    "open_next": lambda service, access: open_next(service, access.token),
    "compare": lambda service, access: compare_rounds(service, access.token),
    "delete_everything": lambda service, access: delete_everything(service, access.token),
}


def everything(service: SessionService) -> str:
    """Give all that is stored, but for wrong codes."""

    def dump(transaction: Any) -> str:
        tables = ("teams", "sessions", "participants", "answers", "joint_scores", "actions")
        rows = [
            transaction.connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
            for table in tables
        ]
        return repr(rows)

    return service.read(dump)


@pytest.mark.parametrize("state", ["open", "closed"])
@pytest.mark.parametrize("name", OF_A_ROUND)
def test_a_round_is_for_the_trainer_of_its_team(
    service: SessionService, start: Start, refusal: Refusal, name: str, state: str
) -> None:
    ours, theirs = start(), start()
    if state == "closed":
        close_round(service, theirs)
        add_action(service, theirs, "key", ActionText(text="theirs"))
    before = everything(service)
    for wrong in (
        TrainerAccess(ours.token, theirs.session_id),
        TrainerAccess(theirs.token, ours.session_id),
        TrainerAccess(new_token(), theirs.session_id),
        TrainerAccess(theirs.token, 999),
        TrainerAccess("", theirs.session_id),
    ):
        assert refusal(OF_A_ROUND[name], service, wrong) == "unknown_trainer"
    assert everything(service) == before


@pytest.mark.parametrize("name", OF_A_TEAM)
def test_a_team_is_for_its_trainer(
    service: SessionService, start: Start, refusal: Refusal, name: str
) -> None:
    close_round(service, start())
    before = everything(service)
    assert refusal(OF_A_TEAM[name], service, TrainerAccess(new_token(), 1)) == "unknown_trainer"
    assert everything(service) == before


def test_the_secret_of_a_participant_is_none_of_a_trainer(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)
    assert refusal(trainer_view, service, person.token) == "unknown_trainer"
    assert (
        refusal(own_answers, service, ParticipantAccess(person.code, access.token)) == "not_joined"
    )


def walk(value: object) -> Iterator[object]:
    """Give a value and all that is reachable in it."""
    yield value
    parts: Any = ()
    if is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, Mapping):
        parts = [*value, *value.values()]
    elif isinstance(value, tuple | list | set | frozenset):
        parts = value
    for part in parts:
        yield from walk(part)


def test_while_a_round_is_open_the_trainer_sees_numbers_of_people_only(
    service: SessionService, start: Start, come: Come
) -> None:
    access = start()
    people = [come(access, "parent") for _ in range(7)]
    for person in people[:6]:
        save_answers(service, person, {"a": 5, "b": "dont_know", "d": "not_applicable"})
    for person in people[:2]:
        set_finished(service, person, finished=True)
    view = trainer_view(service, access.token)
    assert (view.snapshot, view.steps, view.joint, view.plan, view.voters) == (None, (), (), (), 0)
    assert [(one.role, one.joined, one.finished) for one in view.counts] == [("parent", 7, 2)]
    # No item is named, no answer, and no number of people who answered something.
    found = list(walk(view))
    assert not {"a", "b", "c", "d", "dont_know", "not_applicable"} & {
        one for one in found if isinstance(one, str)
    }
    assert 6 not in [one for one in found if isinstance(one, int)]
    text = repr(view) + repr(trainer_session(service.content, view))
    assert not any(person.token in text for person in people)
    assert "result=None" in text


def marker(service: SessionService, access: TrainerAccess) -> ChangeMarker:
    return change_markers(service, [access.session_id])[access.session_id]


def test_what_is_sent_while_a_round_is_open_does_not_change_with_answers(
    service: SessionService, start: Start, come: Come
) -> None:
    access = start()
    person = come(access)
    looks = []
    for answers in ({}, {"a": 1}, {"a": 5, "b": 3}, {"a": None}):
        save_answers(service, person, answers)
        looks.append(
            (
                trainer_view(service, access.token),
                marker(service, access),
                trainer_session(service.content, trainer_view(service, access.token)),
            )
        )
    assert all(look == looks[0] for look in looks)


def test_sessions_that_are_gone_have_no_marker(
    service: SessionService, closed: TrainerAccess, start: Start
) -> None:
    access = start()
    assert set(change_markers(service, [closed.session_id, access.session_id, 10**9])) == {
        closed.session_id,
        access.session_id,
    }
    delete_everything(service, closed.token)
    assert set(change_markers(service, [closed.session_id, access.session_id])) == {
        access.session_id
    }
    assert change_markers(service, []) == {}


def test_the_trainers_page_has_news_when_people_join_are_ready_or_vote(
    service: SessionService, closed: TrainerAccess, start: Start, come: Come
) -> None:
    access = start()
    seen = [marker(service, access)]
    person = come(access)
    seen.append(marker(service, access))
    set_finished(service, person, finished=True)
    seen.append(marker(service, access))
    close_round(service, access)
    seen.append(marker(service, access))
    assert len(set(seen)) == len(seen)
    show_step(service, closed, "vote")
    before = marker(service, closed)
    voter = come(closed)
    assert marker(service, closed) == before
    save_votes(service, voter, {"a": 3})
    assert marker(service, closed) != before


def test_the_last_round_is_shown_unless_another_is_asked(
    service: SessionService, closed: TrainerAccess
) -> None:
    second = open_next(service, closed.token)
    view = trainer_view(service, closed.token)
    assert (view.session.id, view.snapshot) == (second.id, None)
    assert [one.round for one in view.rounds] == [1, 2]
    assert trainer_view(service, closed.token, closed.session_id).snapshot is not None


def test_a_participant_sees_no_figure_before_the_conversation(
    service: SessionService, start: Start, come: Come
) -> None:
    access = start()
    person, other = come(access), come(access, "parent")
    save_answers(service, other, {"a": 5, "b": "dont_know"})
    save_answers(service, person, {"d": 2})
    for _ in range(2):
        view = participant_view(service, person)
        assert (view.snapshot, view.joint, view.plan) == (None, (), ())
        assert (view.own.answers, view.own.then) == ({"d": 2}, {})
        names = {one for one in walk(view) if isinstance(one, str)}
        assert not {"a", "b", "dont_know"} & names
        assert other.token not in repr(view)
        close_round(service, access)
    show_step(service, access, "strengths")
    assert participant_view(service, person).snapshot is not None
    assert participant_view(service, person).own.answers == {"d": 2}


def test_a_comparison_holds_closed_rounds_only(
    service: SessionService, closed: TrainerAccess, come: Come
) -> None:
    second = TrainerAccess(closed.token, open_next(service, closed.token).id)
    save_answers(service, come(second), {"a": 5})
    found = compare_rounds(service, closed.token)
    assert [one.session.round for one in found.rounds] == [1]
    assert found.changes == ()
    close_round(service, second)
    found = compare_rounds(service, closed.token)
    assert [one.session.round for one in found.rounds] == [1, 2]
    assert [[area.id for area in changes] for changes in found.changes] == [
        [area.id for area in service.content.areas_of("all")]
    ]


def test_a_team_is_found_by_its_session(
    service: SessionService, closed: TrainerAccess, session_of: Callable[..., Any]
) -> None:
    session = session_of(closed)
    assert team_of(service, session) == trainer_view(service, closed.token).team
    delete_everything(service, closed.token)
    with pytest.raises(SessionError, match="ended"):
        team_of(service, session)
