"""Only the trainer of a team comes to its rounds, and sees no answer while one is open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from partnerschap.scoring import Answers
from partnerschap.sessions import (
    ActionText,
    Desk,
    ParticipantAccess,
    SessionError,
    TrainerAccess,
    add_action,
    add_answer_code,
    add_sheet,
    change_action,
    close,
    compare,
    delete_everything,
    end,
    go,
    new_token,
    open_next,
    own,
    participant_view,
    pulse,
    remove_batch,
    save,
    set_finished,
    set_joint_score,
    team_of,
    trainer_view,
    vote,
)
from partnerschap.ui.session_views import trainer_session

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]
Use = Callable[[Desk, TrainerAccess], object]

SHEET = Answers.from_rows(["a"], [("professional", {"a": 3})])

OF_A_ROUND: dict[str, Use] = {
    "trainer_view": lambda desk, access: trainer_view(desk, access.token, access.session_id),
    "pulse": pulse,
    "close": close,
    "go": lambda desk, access: go(desk, access, "strengths"),
    "end": end,
    "set_joint_score": lambda desk, access: set_joint_score(desk, access, "a", 3, 0),
    "add_action": lambda desk, access: add_action(desk, access, "key", ActionText(text="x")),
    "change_action": lambda desk, access: change_action(desk, access, 1, 1, ActionText(text="x")),
    "remove_action": lambda desk, access: change_action(desk, access, 1, 1, None),
    "add_sheet": lambda desk, access: add_sheet(desk, access, "digest", SHEET),
    "add_answer_code": lambda desk, access: add_answer_code(
        desk, access, 7, "professional", {"a": 3}
    ),
    "remove_batch": lambda desk, access: remove_batch(desk, access, "digest"),
}
OF_A_TEAM: dict[str, Use] = {
    "trainer_view": lambda desk, access: trainer_view(desk, access.token),
    "open_next": lambda desk, access: open_next(desk, access.token),
    "compare": lambda desk, access: compare(desk, access.token),
    "delete_everything": lambda desk, access: delete_everything(desk, access.token),
}


def everything(desk: Desk) -> str:
    """Give all that is stored, but for wrong codes."""

    def dump(records: Any) -> str:
        tables = ("teams", "sessions", "participants", "answers", "joint_scores", "actions")
        rows = [
            records.connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
            for table in tables
        ]
        return repr(rows)

    return desk.read(dump)


@pytest.mark.parametrize("state", ["open", "closed"])
@pytest.mark.parametrize("name", OF_A_ROUND)
def test_a_round_is_for_the_trainer_of_its_team(
    desk: Desk, start: Start, refusal: Refusal, name: str, state: str
) -> None:
    ours, theirs = start(), start()
    if state == "closed":
        close(desk, theirs)
        add_action(desk, theirs, "key", ActionText(text="theirs"))
    before = everything(desk)
    for wrong in (
        TrainerAccess(ours.token, theirs.session_id),
        TrainerAccess(theirs.token, ours.session_id),
        TrainerAccess(new_token(), theirs.session_id),
        TrainerAccess(theirs.token, 999),
        TrainerAccess("", theirs.session_id),
    ):
        assert refusal(OF_A_ROUND[name], desk, wrong) == "unknown_trainer"
    assert everything(desk) == before


@pytest.mark.parametrize("name", OF_A_TEAM)
def test_a_team_is_for_its_trainer(desk: Desk, start: Start, refusal: Refusal, name: str) -> None:
    close(desk, start())
    before = everything(desk)
    assert refusal(OF_A_TEAM[name], desk, TrainerAccess(new_token(), 1)) == "unknown_trainer"
    assert everything(desk) == before


def test_the_secret_of_a_participant_is_none_of_a_trainer(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)
    assert refusal(trainer_view, desk, person.token) == "unknown_trainer"
    assert refusal(own, desk, ParticipantAccess(person.code, access.token)) == "not_joined"


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
    desk: Desk, start: Start, come: Come
) -> None:
    access = start()
    people = [come(access, "parent") for _ in range(7)]
    for person in people[:6]:
        save(desk, person, {"a": 5, "b": "dont_know", "d": "not_applicable"})
    for person in people[:2]:
        set_finished(desk, person, finished=True)
    view = trainer_view(desk, access.token)
    assert (view.snapshot, view.steps, view.joint, view.plan, view.voters) == (None, (), (), (), 0)
    assert [(one.role, one.joined, one.finished) for one in view.counts] == [("parent", 7, 2)]
    # No item is named, no answer, and no number of people who answered something.
    found = list(walk(view))
    assert not {"a", "b", "c", "d", "dont_know", "not_applicable"} & {
        one for one in found if isinstance(one, str)
    }
    assert 6 not in [one for one in found if isinstance(one, int)]
    text = repr(view) + repr(trainer_session(desk.content, view))
    assert not any(person.token in text for person in people)
    assert "result=None" in text


def test_what_is_sent_while_a_round_is_open_does_not_change_with_answers(
    desk: Desk, start: Start, come: Come
) -> None:
    access = start()
    person = come(access)
    looks = []
    for answers in ({}, {"a": 1}, {"a": 5, "b": 3}, {"a": None}):
        save(desk, person, answers)
        looks.append(
            (
                trainer_view(desk, access.token),
                pulse(desk, access),
                trainer_session(desk.content, trainer_view(desk, access.token)),
            )
        )
    assert all(look == looks[0] for look in looks)


def test_the_trainers_page_has_news_when_people_join_are_ready_or_vote(
    desk: Desk, closed: TrainerAccess, start: Start, come: Come
) -> None:
    access = start()
    seen = [pulse(desk, access)]
    person = come(access)
    seen.append(pulse(desk, access))
    set_finished(desk, person, finished=True)
    seen.append(pulse(desk, access))
    close(desk, access)
    seen.append(pulse(desk, access))
    assert len(set(seen)) == len(seen)
    go(desk, closed, "vote")
    before = pulse(desk, closed)
    voter = come(closed)
    assert pulse(desk, closed) == before
    vote(desk, voter, {"a": 3})
    assert pulse(desk, closed) != before


def test_the_last_round_is_shown_unless_another_is_asked(desk: Desk, closed: TrainerAccess) -> None:
    second = open_next(desk, closed.token)
    view = trainer_view(desk, closed.token)
    assert (view.session.id, view.snapshot) == (second.id, None)
    assert [one.round for one in view.rounds] == [1, 2]
    assert trainer_view(desk, closed.token, closed.session_id).snapshot is not None


def test_a_participant_sees_no_figure_before_the_conversation(
    desk: Desk, start: Start, come: Come
) -> None:
    access = start()
    person, other = come(access), come(access, "parent")
    save(desk, other, {"a": 5, "b": "dont_know"})
    save(desk, person, {"d": 2})
    for _ in range(2):
        view = participant_view(desk, person)
        assert (view.snapshot, view.joint, view.plan) == (None, (), ())
        assert (view.own.answers, view.own.then) == ({"d": 2}, {})
        names = {one for one in walk(view) if isinstance(one, str)}
        assert not {"a", "b", "dont_know"} & names
        assert other.token not in repr(view)
        close(desk, access)
    go(desk, access, "strengths")
    assert participant_view(desk, person).snapshot is not None
    assert participant_view(desk, person).own.answers == {"d": 2}


def test_a_comparison_holds_closed_rounds_only(
    desk: Desk, closed: TrainerAccess, come: Come
) -> None:
    second = TrainerAccess(closed.token, open_next(desk, closed.token).id)
    save(desk, come(second), {"a": 5})
    found = compare(desk, closed.token)
    assert [one.session.round for one in found.rounds] == [1]
    assert found.changes == ()
    close(desk, second)
    found = compare(desk, closed.token)
    assert [one.session.round for one in found.rounds] == [1, 2]
    assert [[area.id for area in changes] for changes in found.changes] == [
        [area.id for area in desk.content.areas_of("all")]
    ]


def test_a_team_is_found_by_its_session(
    desk: Desk, closed: TrainerAccess, session_of: Callable[..., Any]
) -> None:
    session = session_of(closed)
    assert team_of(desk, session) == trainer_view(desk, closed.token).team
    delete_everything(desk, closed.token)
    with pytest.raises(SessionError, match="ended"):
        team_of(desk, session)
