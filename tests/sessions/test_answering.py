"""Joining, answering, being ready, coming back."""

from collections.abc import Callable
from typing import Any

import pytest

from partnerschap.sessions import (
    Desk,
    ParticipantAccess,
    TrainerAccess,
    close,
    end,
    go,
    join,
    new_token,
    open_next,
    own,
    participant_view,
    save,
    set_finished,
    trainer_view,
    version_of,
    vote,
)
from partnerschap.sessions.repository import RoleCount
from partnerschap.sessions.use_cases.answering import MOST_PARTICIPANTS

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]

NO_ANSWERS: list[Any] = [0, 6, -1, -2, 2.5, "3", "no", True, []]


def counts_of(desk: Desk, access: TrainerAccess) -> list[RoleCount]:
    return list(trainer_view(desk, access.token, access.session_id).counts)


def code_of(desk: Desk, access: TrainerAccess) -> str:
    return trainer_view(desk, access.token, access.session_id).session.code


def next_round(desk: Desk, access: TrainerAccess) -> TrainerAccess:
    close(desk, access)
    return TrainerAccess(access.token, open_next(desk, access.token).id)


def test_joining_twice_is_joining_once(desk: Desk, start: Start) -> None:
    access = start()
    person = ParticipantAccess(code_of(desk, access), new_token())
    join(desk, person, "parent")
    save(desk, person, {"a": 4})
    join(desk, person, "parent")
    assert counts_of(desk, access) == [RoleCount("parent", 1, 0)]
    assert own(desk, person).answers == {"a": 4}


def test_who_joined_keeps_the_role_of_then(desk: Desk, start: Start, come: Come) -> None:
    access = start()
    person = come(access, "parent")
    join(desk, person, "professional")
    assert own(desk, person).role == "parent"
    join(desk, person, "municipality")  # not invited, but that is no question any more


def test_who_joins_has_answered_nothing(desk: Desk, start: Start, come: Come) -> None:
    mine = own(desk, come(start(), "parent"))
    assert (mine.role, mine.finished) == ("parent", False)
    assert mine.answers == mine.then == mine.votes == {}


def test_only_invited_roles_join(desk: Desk, start: Start, refusal: Refusal) -> None:
    access = start(roles=("professional", "management"))
    person = ParticipantAccess(code_of(desk, access), new_token())
    assert refusal(join, desk, person, "parent") == "role_not_invited"
    assert counts_of(desk, access) == []
    assert refusal(own, desk, person) == "not_joined"


def test_a_session_holds_so_many_people(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)

    def crowd(records: Any) -> None:
        for number in range(MOST_PARTICIPANTS - 1):
            records.add_participant(access.session_id, token_hash=str(number), role="parent")

    desk.write(crowd)
    late = ParticipantAccess(person.code, new_token())
    assert refusal(join, desk, late, "management") == "full"
    join(desk, person, "professional")  # who was in stays in


@pytest.mark.parametrize("use", [save, vote, set_finished, own, participant_view, version_of])
def test_who_did_not_join_can_do_nothing(
    desk: Desk, start: Start, come: Come, refusal: Refusal, use: Callable[..., object]
) -> None:
    person = come(start())
    arguments: tuple[object, ...] = ({},) if use in {save, vote} else ()
    keywords = {"finished": True} if use is set_finished else {}
    for access, reason in [
        (ParticipantAccess(person.code, new_token()), "not_joined"),
        (ParticipantAccess("ZZZZZZ", person.token), "unknown_code"),
    ]:
        assert refusal(use, desk, access, *arguments, **keywords) == reason


def test_the_secret_of_one_session_is_none_of_another(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    one, other = come(start()), come(start())
    stranger = ParticipantAccess(other.code, one.token)
    assert refusal(own, desk, stranger) == "not_joined"


def test_one_browser_answers_in_each_session_apart(desk: Desk, start: Start) -> None:
    token = new_token()
    people = [ParticipantAccess(code_of(desk, start()), token) for _ in range(2)]
    for value, person in enumerate(people, start=1):
        join(desk, person, "parent")
        save(desk, person, {"a": value})
    assert [own(desk, person).answers for person in people] == [{"a": 1}, {"a": 2}]


def test_answers_come_back_as_they_were_given(desk: Desk, start: Start, come: Come) -> None:
    person = come(start())
    given: dict[str, Any] = {"a": 1, "b": "dont_know", "c": "not_applicable", "d": 5}
    save(desk, person, given)
    assert own(desk, person).answers == given


def test_the_last_answer_counts_and_others_stay(desk: Desk, start: Start, come: Come) -> None:
    person = come(start())
    save(desk, person, {"a": 1, "b": 2, "c": 3})
    save(desk, person, {"a": "dont_know", "b": None})
    save(desk, person, {"d": None})  # there was none
    save(desk, person, {})
    assert own(desk, person).answers == {"a": "dont_know", "c": 3}


def test_the_answers_of_others_are_left_alone(desk: Desk, start: Start, come: Come) -> None:
    access = start()
    one, other = come(access), come(access)
    save(desk, one, {"a": 1})
    save(desk, other, {"a": 5, "b": None})
    assert (own(desk, one).answers, own(desk, other).answers) == ({"a": 1}, {"a": 5})


@pytest.mark.parametrize(
    "wrong",
    [
        {"nothing": 3},
        {"c": 3},  # not asked of parents
        {"c": None},
        {"own-1": 3},
        *({"a": value} for value in NO_ANSWERS),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_of_it_is_kept(
    desk: Desk, start: Start, come: Come, refusal: Refusal, wrong: dict[str, Any]
) -> None:
    person = come(start(), "parent")
    save(desk, person, {"a": 2, "b": 4})
    assert refusal(save, desk, person, {"d": 1, "b": 5} | wrong) == "invalid"
    assert own(desk, person).answers == {"a": 2, "b": 4}


def test_an_item_outside_the_instrument_is_refused(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    person = come(start(instrument="core"))  # a only
    save(desk, person, {"a": 2})
    assert refusal(save, desk, person, {"b": 2}) == "invalid"


def test_who_is_ready_can_go_back(desk: Desk, start: Start, come: Come) -> None:
    access = start()
    person = come(access)
    come(access, "parent")
    set_finished(desk, person, finished=True)
    assert counts_of(desk, access) == [RoleCount("parent", 1, 0), RoleCount("professional", 1, 1)]
    save(desk, person, {"a": 3})  # ready is no lock
    assert own(desk, person).finished
    set_finished(desk, person, finished=False)
    assert not own(desk, person).finished
    assert counts_of(desk, access) == [RoleCount("parent", 1, 0), RoleCount("professional", 1, 0)]


def test_after_closing_nothing_can_be_changed(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)
    save(desk, person, {"a": 3})
    close(desk, access)
    for step in ("", "strengths", "actions", "end"):
        if step:
            go(desk, access, step)
        assert refusal(save, desk, person, {"a": 1}) == "closed"
        assert refusal(save, desk, person, {"a": None}) == "closed"
        assert refusal(set_finished, desk, person, finished=True) == "closed"
        assert own(desk, person).answers == {"a": 3}
    end(desk, access)
    assert refusal(save, desk, person, {"a": 1}) == "ended"
    assert refusal(own, desk, person) == "ended"


def test_who_comes_late_may_follow_but_not_answer(
    desk: Desk, closed: TrainerAccess, come: Come, refusal: Refusal
) -> None:
    late = come(closed, "management")
    assert refusal(save, desk, late, {"a": 1}) == "closed"
    go(desk, closed, "strengths")
    assert participant_view(desk, late).snapshot is not None
    go(desk, closed, "vote")
    items = trainer_view(desk, closed.token).snapshot.vote_items  # type: ignore[union-attr]
    vote(desk, late, {items[0]: 3})
    assert own(desk, late).votes == {items[0]: 3}
    # Who had joined at closing stays what it was.
    assert [(one.role, one.joined) for one in counts_of(desk, closed)] == [
        ("parent", 5),
        ("professional", 5),
    ]


def test_looking_back_is_asked_from_the_second_round_on(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    first = start()
    early = come(first)
    assert refusal(save, desk, early, {"a": 2}, "then") == "not_now"
    second = next_round(desk, first)
    person = come(second)
    save(desk, person, {"a": 4, "b": 3})
    save(desk, person, {"a": 2, "b": None}, "then")
    mine = own(desk, person)
    assert (mine.answers, mine.then) == ({"a": 4, "b": 3}, {"a": 2})
    assert refusal(save, desk, person, {"a": 6}, "then") == "invalid"
    parent = come(second, "parent")
    assert refusal(save, desk, parent, {"c": 3}, "then") == "invalid"
    close(desk, second)
    assert refusal(save, desk, person, {"a": 5}, "then") == "closed"


def test_nobody_answers_beside_the_one_form_of_a_team(
    desk: Desk, start: Start, come: Come, refusal: Refusal
) -> None:
    # That form is scored as a group of one: an answer beside it would be shown as it was given.
    access = start(together=True)
    for _ in range(2):
        person = come(access)
        assert refusal(save, desk, person, {"a": 2}) == "not_now"
        assert refusal(save, desk, person, {"a": 2}, "then") == "not_now"
        assert refusal(set_finished, desk, person, finished=True) == "not_now"
        access = next_round(desk, access)


def test_a_view_says_what_is_taken_now(
    desk: Desk, start: Start, come: Come, fill: Callable[..., None]
) -> None:
    access = start()
    person = come(access)

    def takes() -> tuple[str, ...]:
        return participant_view(desk, person).takes

    assert takes() == ("now",)
    fill(access, [("professional", {"a": 5, "b": 2})] * 6)
    close(desk, access)
    assert takes() == ()
    held = {"strengths": (), "glance": (), "vote": ("votes",), "actions": ()}
    for step, expected in held.items():
        go(desk, access, step)
        assert takes() == expected, step
    go(desk, access, "vote")  # beyond it once, it is over
    assert takes() == ()
    second = next_round(desk, access)
    person = come(second)
    assert takes() == ("now", "then")
    person = come(start(together=True))
    assert takes() == ()
