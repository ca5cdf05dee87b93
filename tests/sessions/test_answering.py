"""Joining, answering, being ready, coming back."""

from collections.abc import Callable
from typing import Any

import pytest

from partnerschap.sessions import (
    ParticipantAccess,
    SessionService,
    TrainerAccess,
    archive_round,
    close_round,
    join_round,
    new_token,
    open_next,
    own_answers,
    participant_view,
    save_answers,
    save_votes,
    set_finished,
    show_step,
    trainer_view,
)
from partnerschap.sessions.repository import RoleCount
from partnerschap.sessions.use_cases.answering import MOST_PARTICIPANTS

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]

NO_ANSWERS: list[Any] = [0, 6, -1, -2, 2.5, "3", "no", True, []]


def counts_of(service: SessionService, access: TrainerAccess) -> list[RoleCount]:
    return list(trainer_view(service, access.token, access.session_id).counts)


def code_of(service: SessionService, access: TrainerAccess) -> str:
    return trainer_view(service, access.token, access.session_id).session.code


def next_round(service: SessionService, access: TrainerAccess) -> TrainerAccess:
    close_round(service, access)
    return TrainerAccess(access.token, open_next(service, access.token).id)


def test_joining_twice_is_joining_once(service: SessionService, start: Start) -> None:
    access = start()
    person = ParticipantAccess(code_of(service, access), new_token())
    join_round(service, person, "parent")
    save_answers(service, person, {"a": 4})
    join_round(service, person, "parent")
    assert counts_of(service, access) == [RoleCount("parent", 1, 0)]
    assert own_answers(service, person).answers == {"a": 4}


def test_who_joined_keeps_the_role_of_then(
    service: SessionService, start: Start, come: Come
) -> None:
    access = start()
    person = come(access, "parent")
    join_round(service, person, "professional")
    assert own_answers(service, person).role == "parent"
    join_round(service, person, "municipality")  # not invited, but that is no question any more


def test_who_joins_has_answered_nothing(service: SessionService, start: Start, come: Come) -> None:
    mine = own_answers(service, come(start(), "parent"))
    assert (mine.role, mine.finished) == ("parent", False)
    assert mine.answers == mine.then == mine.votes == {}


def test_only_invited_roles_join(service: SessionService, start: Start, refusal: Refusal) -> None:
    access = start(roles=("professional", "management"))
    person = ParticipantAccess(code_of(service, access), new_token())
    assert refusal(join_round, service, person, "parent") == "role_not_invited"
    assert counts_of(service, access) == []
    assert refusal(own_answers, service, person) == "not_joined"


def test_a_session_holds_so_many_people(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)

    def crowd(transaction: Any) -> None:
        for number in range(MOST_PARTICIPANTS - 1):
            transaction.add_participant(access.session_id, token_hash=str(number), role="parent")

    service.write(crowd)
    late = ParticipantAccess(person.code, new_token())
    assert refusal(join_round, service, late, "management") == "full"
    join_round(service, person, "professional")  # who was in stays in


@pytest.mark.parametrize(
    "use",
    [
        save_answers,
        save_votes,
        set_finished,
        own_answers,
        participant_view,
    ],
)
def test_who_did_not_join_can_do_nothing(
    service: SessionService, start: Start, come: Come, refusal: Refusal, use: Callable[..., object]
) -> None:
    person = come(start())
    arguments: tuple[object, ...] = ({},) if use in {save_answers, save_votes} else ()
    keywords = {"finished": True} if use is set_finished else {}
    for access, reason in [
        (ParticipantAccess(person.code, new_token()), "not_joined"),
        (ParticipantAccess("ZZZZZZ", person.token), "unknown_code"),
    ]:
        assert refusal(use, service, access, *arguments, **keywords) == reason


def test_the_secret_of_one_session_is_none_of_another(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    one, other = come(start()), come(start())
    stranger = ParticipantAccess(other.code, one.token)
    assert refusal(own_answers, service, stranger) == "not_joined"


def test_one_browser_answers_in_each_session_apart(service: SessionService, start: Start) -> None:
    token = new_token()
    people = [ParticipantAccess(code_of(service, start()), token) for _ in range(2)]
    for value, person in enumerate(people, start=1):
        join_round(service, person, "parent")
        save_answers(service, person, {"a": value})
    assert [own_answers(service, person).answers for person in people] == [{"a": 1}, {"a": 2}]


def test_answers_come_back_as_they_were_given(
    service: SessionService, start: Start, come: Come
) -> None:
    person = come(start())
    given: dict[str, Any] = {"a": 1, "b": "dont_know", "c": "not_applicable", "d": 5}
    save_answers(service, person, given)
    assert own_answers(service, person).answers == given


def test_the_last_answer_counts_and_others_stay(
    service: SessionService, start: Start, come: Come
) -> None:
    person = come(start())
    save_answers(service, person, {"a": 1, "b": 2, "c": 3})
    save_answers(service, person, {"a": "dont_know", "b": None})
    save_answers(service, person, {"d": None})  # there was none
    save_answers(service, person, {})
    assert own_answers(service, person).answers == {"a": "dont_know", "c": 3}


def test_the_answers_of_others_are_left_alone(
    service: SessionService, start: Start, come: Come
) -> None:
    access = start()
    one, other = come(access), come(access)
    save_answers(service, one, {"a": 1})
    save_answers(service, other, {"a": 5, "b": None})
    assert (own_answers(service, one).answers, own_answers(service, other).answers) == (
        {"a": 1},
        {"a": 5},
    )


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
    service: SessionService, start: Start, come: Come, refusal: Refusal, wrong: dict[str, Any]
) -> None:
    person = come(start(), "parent")
    save_answers(service, person, {"a": 2, "b": 4})
    assert refusal(save_answers, service, person, {"d": 1, "b": 5} | wrong) == "invalid"
    assert own_answers(service, person).answers == {"a": 2, "b": 4}


def test_an_item_outside_the_instrument_is_refused(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    person = come(start(instrument="core"))  # a only
    save_answers(service, person, {"a": 2})
    assert refusal(save_answers, service, person, {"b": 2}) == "invalid"


def test_who_is_ready_can_go_back(service: SessionService, start: Start, come: Come) -> None:
    access = start()
    person = come(access)
    come(access, "parent")
    set_finished(service, person, finished=True)
    assert counts_of(service, access) == [
        RoleCount("parent", 1, 0),
        RoleCount("professional", 1, 1),
    ]
    save_answers(service, person, {"a": 3})  # ready is no lock
    assert own_answers(service, person).finished
    set_finished(service, person, finished=False)
    assert not own_answers(service, person).finished
    assert counts_of(service, access) == [
        RoleCount("parent", 1, 0),
        RoleCount("professional", 1, 0),
    ]


def test_after_closing_nothing_can_be_changed(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)
    save_answers(service, person, {"a": 3})
    close_round(service, access)
    for step in ("", "strengths", "actions", "end"):
        if step:
            show_step(service, access, step)
        assert refusal(save_answers, service, person, {"a": 1}) == "closed"
        assert refusal(save_answers, service, person, {"a": None}) == "closed"
        assert refusal(set_finished, service, person, finished=True) == "closed"
        assert own_answers(service, person).answers == {"a": 3}
    archive_round(service, access)
    assert refusal(save_answers, service, person, {"a": 1}) == "ended"
    assert refusal(own_answers, service, person) == "ended"


def test_who_comes_late_may_follow_but_not_answer(
    service: SessionService, closed: TrainerAccess, come: Come, refusal: Refusal
) -> None:
    late = come(closed, "management")
    assert refusal(save_answers, service, late, {"a": 1}) == "closed"
    show_step(service, closed, "strengths")
    assert participant_view(service, late).snapshot is not None
    show_step(service, closed, "vote")
    items = trainer_view(service, closed.token).snapshot.vote_items  # type: ignore[union-attr]
    save_votes(service, late, {items[0]: 3})
    assert own_answers(service, late).votes == {items[0]: 3}
    # Who had joined at closing stays what it was.
    assert [(one.role, one.joined) for one in counts_of(service, closed)] == [
        ("parent", 5),
        ("professional", 5),
    ]


def test_looking_back_is_asked_from_the_second_round_on(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    first = start()
    early = come(first)
    assert refusal(save_answers, service, early, {"a": 2}, "then") == "not_now"
    second = next_round(service, first)
    person = come(second)
    save_answers(service, person, {"a": 4, "b": 3})
    save_answers(service, person, {"a": 2, "b": None}, "then")
    mine = own_answers(service, person)
    assert (mine.answers, mine.then) == ({"a": 4, "b": 3}, {"a": 2})
    assert refusal(save_answers, service, person, {"a": 6}, "then") == "invalid"
    parent = come(second, "parent")
    assert refusal(save_answers, service, parent, {"c": 3}, "then") == "invalid"
    close_round(service, second)
    assert refusal(save_answers, service, person, {"a": 5}, "then") == "closed"


def test_nobody_answers_beside_the_one_form_of_a_team(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    # That form is scored as a group of one: an answer beside it would be shown as it was given.
    access = start(together=True)
    for _ in range(2):
        person = come(access)
        assert refusal(save_answers, service, person, {"a": 2}) == "not_now"
        assert refusal(save_answers, service, person, {"a": 2}, "then") == "not_now"
        assert refusal(set_finished, service, person, finished=True) == "not_now"
        access = next_round(service, access)


def test_a_view_says_what_is_taken_now(
    service: SessionService, start: Start, come: Come, fill: Callable[..., None]
) -> None:
    access = start()
    person = come(access)

    def takes() -> tuple[str, ...]:
        return participant_view(service, person).takes

    assert takes() == ("now",)
    fill(access, [("professional", {"a": 5, "b": 2})] * 6)
    close_round(service, access)
    assert takes() == ()
    held = {"strengths": (), "glance": (), "vote": ("votes",), "actions": ()}
    for step, expected in held.items():
        show_step(service, access, step)
        assert takes() == expected, step
    show_step(service, access, "vote")  # beyond it once, it is over
    assert takes() == ()
    second = next_round(service, access)
    person = come(second)
    assert takes() == ("now", "then")
    person = come(start(together=True))
    assert takes() == ()
