"""The vote on importance, and what it changes."""

from collections.abc import Callable

import pytest

from partnerschap.sessions import (
    ParticipantAccess,
    SessionService,
    Snapshot,
    TrainerAccess,
    archive_round,
    close_round,
    own_answers,
    save_votes,
    show_step,
    trainer_view,
)
from partnerschap.sessions.snapshot import importance_of

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]


def snapshot_of(service: SessionService, access: TrainerAccess) -> Snapshot:
    found = trainer_view(service, access.token, access.session_id).snapshot
    assert found is not None
    return found


def priorities(service: SessionService, access: TrainerAccess) -> list[tuple[str, object]]:
    """Give the actions offered, with priorities to compare with `about`."""
    return [(one.action, one.priority) for one in snapshot_of(service, access).advice.suggestions]


def about(value: float) -> object:
    return pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    ("votes", "importance"),
    [
        ([1], 1),
        ([3, 1, 2], 2),
        ([1, 1, 3], 1),
        ([1, 2], 2),  # 1.5
        ([2, 3], 3),  # 2.5
        ([1, 1, 2, 2], 2),
        ([1, 3], 2),
        ([1, 2, 2, 3], 2),
        ([3] * 4 + [1] * 3, 3),
    ],
)
def test_importance_is_the_median_halves_up(votes: list[int], importance: int) -> None:
    assert importance_of(votes) == importance


def test_without_a_vote_everything_is_as_important(
    service: SessionService, closed: TrainerAccess
) -> None:
    # need * (2/3) * (1 + (impact/3) * ((4 - effort)/3))/2; needs: a: half 2, half 4; b: seven of
    # ten 1, three 5; c: all 1; d: half 5, half 4. Parents and team differ on a, b and d.
    assert priorities(service, closed) == [
        ("c-1", about(1 * 2 / 3 * (1 + 2 / 3) / 2)),
        ("a-1", about(0.5 * 2 / 3)),
        ("b-2", about(0.7 * 2 / 3 * (1 + 1 / 3) / 2)),
        ("d-1", about(0.125 * 2 / 3 * (1 + 2 / 3) / 2)),
    ]
    assert snapshot_of(service, closed).vote_items == ("c", "a", "b", "d")


def test_importance_changes_priorities_by_the_formula(
    service: SessionService, closed: TrainerAccess, come: Come
) -> None:
    people = [come(closed, "parent") for _ in range(4)]
    before = snapshot_of(service, closed)
    show_step(service, closed, "vote")
    # a: 2.5, so 3. b: two votes are fewer than three. c: 1. d: nobody.
    votes: dict[str, list[int | None]] = {
        "a": [2, 2, 3, 3],
        "b": [3, 3, None, None],
        "c": [1, 1, 1, 3],
    }
    for number, person in enumerate(people):
        save_votes(service, person, {item: given[number] for item, given in votes.items()})
    show_step(service, closed, "actions")
    after = snapshot_of(service, closed)
    assert (after.importance, after.voters) == ({"a": 3, "c": 1}, 4)
    assert priorities(service, closed) == [
        ("a-1", about(0.5)),
        ("b-2", about(0.7 * 2 / 3 * (1 + 1 / 3) / 2)),
        ("c-1", about(1 / 3 * (1 + 2 / 3) / 2)),
        ("d-1", about(0.125 * 2 / 3 * (1 + 2 / 3) / 2)),
    ]
    assert [one.importance for one in after.advice.suggestions] == [3, 2, 1, 2]
    # What the answers say is what it was.
    assert after.scores == before.scores
    assert after.advice.discuss_first == before.advice.discuss_first
    assert after.advice.strengths == before.advice.strengths
    assert (after.differences, after.spreads) == (before.differences, before.spreads)
    assert after.vote_items == before.vote_items


def test_fewer_votes_than_the_smallest_group_count_for_nothing(
    service: SessionService, closed: TrainerAccess, come: Come
) -> None:
    show_step(service, closed, "vote")
    for item, times in (("a", 2), ("c", 3)):
        for _ in range(times):
            save_votes(service, come(closed), {item: 3})
    show_step(service, closed, "actions")
    found = snapshot_of(service, closed)
    assert (found.importance, found.voters) == ({"c": 3}, 5)
    assert {one.item: one.importance for one in found.advice.suggestions}["a"] == 2


def test_the_last_vote_counts_and_can_be_taken_away(
    service: SessionService, closed: TrainerAccess, come: Come
) -> None:
    show_step(service, closed, "vote")
    people = [come(closed) for _ in range(3)]
    for person in people:
        save_votes(service, person, {"a": 1, "b": 1, "c": 2})
        save_votes(service, person, {"a": 3})
    save_votes(service, people[0], {"b": None})
    assert own_answers(service, people[0]).votes == {"a": 3, "c": 2}
    show_step(service, closed, "actions")
    assert snapshot_of(service, closed).importance == {"a": 3, "c": 2}


def test_the_trainer_sees_only_how_many_have_voted(
    service: SessionService, closed: TrainerAccess, come: Come
) -> None:
    show_step(service, closed, "vote")
    people = [come(closed) for _ in range(3)]
    for number, person in enumerate(people):
        save_votes(service, person, {"a": 3, "c": 1})
        view = trainer_view(service, closed.token)
        assert view.voters == number + 1
        assert view.snapshot is not None
        assert (view.snapshot.importance, view.snapshot.voters) == (None, 0)
    save_votes(service, people[0], {"a": None, "c": None})
    assert trainer_view(service, closed.token).voters == 2


@pytest.mark.parametrize("wrong", [{"nothing": 2}, {"a": 0}, {"a": 4}, {"a": 2, "b": -1}])
def test_what_is_no_vote_is_refused_whole(
    service: SessionService,
    closed: TrainerAccess,
    come: Come,
    refusal: Refusal,
    wrong: dict[str, int],
) -> None:
    person = come(closed)
    show_step(service, closed, "vote")
    save_votes(service, person, {"a": 1})
    assert refusal(save_votes, service, person, {"a": 3} | wrong) == "invalid"
    assert own_answers(service, person).votes == {"a": 1}


def test_a_vote_is_about_the_items_whose_actions_may_come_first(
    service: SessionService, start: Start, fill: Callable[..., object], come: Come, refusal: Refusal
) -> None:
    access = start()
    # Item a has nothing left to gain, so no action; b, of the two, does.
    fill(access, [("professional", {"a": 5, "b": 2})] * 3)
    close_round(service, access)
    assert snapshot_of(service, access).vote_items == ("b",)
    show_step(service, access, "vote")
    assert refusal(save_votes, service, come(access), {"a": 3}) == "invalid"


def test_votes_are_cast_while_the_vote_is_shown(
    service: SessionService, closed: TrainerAccess, come: Come, refusal: Refusal
) -> None:
    people = [come(closed) for _ in range(3)]
    assert refusal(save_votes, service, people[0], {"a": 3}) == "not_now"
    show_step(service, closed, "glance")
    assert refusal(save_votes, service, people[0], {"a": 3}) == "not_now"
    show_step(service, closed, "vote")
    for person in people:
        save_votes(service, person, {"a": 3})
    show_step(service, closed, "glance")  # a step back is not beyond: the vote waits
    assert refusal(save_votes, service, people[0], {"a": 1}) == "not_now"
    assert snapshot_of(service, closed).importance is None
    show_step(service, closed, "vote")
    save_votes(service, people[0], {"c": 1})
    show_step(service, closed, "end")
    assert snapshot_of(service, closed).importance == {"a": 3}
    assert refusal(save_votes, service, people[0], {"a": 1}) == "not_now"
    show_step(service, closed, "vote")
    assert refusal(save_votes, service, people[0], {"a": 1}) == "closed"
    show_step(service, closed, "actions")
    assert snapshot_of(service, closed).importance == {"a": 3}
    archive_round(service, closed)
    assert refusal(save_votes, service, people[0], {"a": 1}) == "ended"


def test_no_vote_while_the_round_is_open(
    service: SessionService, start: Start, come: Come, refusal: Refusal
) -> None:
    access = start()
    person = come(access)
    assert refusal(show_step, service, access, "vote") == "not_now"
    assert refusal(save_votes, service, person, {"a": 3}) == "not_now"


def test_who_looks_at_the_actions_first_can_still_hold_the_vote(
    service: SessionService, closed: TrainerAccess, come: Come
) -> None:
    show_step(service, closed, "actions")
    assert snapshot_of(service, closed).importance is None
    show_step(service, closed, "vote")
    for _ in range(3):
        save_votes(service, come(closed), {"a": 3})
    show_step(service, closed, "actions")
    assert snapshot_of(service, closed).importance == {"a": 3}


def test_a_vote_that_nobody_joins_changes_nothing(
    service: SessionService, closed: TrainerAccess
) -> None:
    before = snapshot_of(service, closed)
    show_step(service, closed, "vote")
    show_step(service, closed, "actions")
    after = snapshot_of(service, closed)
    assert (after.importance, after.voters) == ({}, 0)
    assert after.advice == before.advice


def test_there_is_no_vote_about_nothing(
    service: SessionService, start: Start, fill: Callable[..., object], refusal: Refusal
) -> None:
    access = start()
    fill(access, [("professional", {"a": 5})] * 3)
    close_round(service, access)
    assert trainer_view(service, access.token).steps == ("strengths", "glance", "actions", "end")
    assert refusal(show_step, service, access, "vote") == "invalid"
    assert show_step(service, access, "actions").state == "planned"
