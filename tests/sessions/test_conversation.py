"""The steps after closing, joint scores and the plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from partnerschap.sessions import (
    ActionText,
    JointScore,
    ParticipantAccess,
    PlannedAction,
    Session,
    SessionService,
    TrainerAccess,
    add_action,
    archive_round,
    change_action,
    change_markers,
    close_round,
    participant_view,
    set_joint_score,
    show_step,
    trainer_view,
)
from partnerschap.sessions.use_cases.planning import MOST_ACTIONS

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]

OURS = ActionText(text="Samen koffie drinken op het plein", owner="MR", due=date(2026, 5, 1))


def joint_of(service: SessionService, access: TrainerAccess) -> dict[str, int]:
    joint = trainer_view(service, access.token, access.session_id).joint
    return {one.item: one.value for one in joint}


def plan_of(service: SessionService, access: TrainerAccess) -> tuple[PlannedAction, ...]:
    return trainer_view(service, access.token, access.session_id).plan


# Steps


def test_steps_stand_in_the_order_of_the_conversation(
    service: SessionService, closed: TrainerAccess
) -> None:
    # Item b: seven 1 and three 5, a layer of six with A = -1 and one of four with A = 1: -0.2.
    # Item a: five 2 and five 4, 0.1667 as in the method. The others agree.
    view = trainer_view(service, closed.token)
    assert view.snapshot is not None
    assert view.snapshot.advice.discuss_first == ("b", "a")
    assert view.snapshot.advice.agree_low
    talk = ("discuss-1", "discuss-2", "low")
    assert view.steps == ("strengths", "glance", *talk, "differences", "vote", "actions", "end")


def test_what_has_nothing_to_show_is_no_step(
    service: SessionService, start: Start, fill: Callable[..., object]
) -> None:
    access = start()
    fill(access, [("professional", {"a": 3})] * 4)  # agreed and not low, and of one group
    close_round(service, access)
    assert trainer_view(service, access.token).steps == (
        "strengths",
        "glance",
        "vote",
        "actions",
        "end",
    )


def test_a_team_that_agrees_that_all_is_low_talks_about_that(
    service: SessionService, start: Start, fill: Callable[..., object]
) -> None:
    access = start()
    fill(access, [("professional", {"a": 1, "b": 1, "c": 1, "d": 1})] * 5)
    close_round(service, access)
    view = trainer_view(service, access.token)
    assert view.snapshot is not None
    assert view.snapshot.advice.discuss_first == ()
    assert len(view.snapshot.advice.agree_low) == 3
    assert "low" in view.steps
    assert view.snapshot.missing == "parents"


@pytest.mark.parametrize("step", ["", "nothing", "discuss-0", "discuss-9", "discuss", "VOTE"])
def test_a_step_that_is_none_is_refused(
    service: SessionService, closed: TrainerAccess, refusal: Refusal, step: str
) -> None:
    assert refusal(show_step, service, closed, step) == "invalid"


def test_the_conversation_runs_from_closed_to_archived(
    service: SessionService, start: Start, fill: Callable[..., object], refusal: Refusal
) -> None:
    access = start()
    fill(access, [("professional", {"a": 2, "b": 1})] * 4)
    assert refusal(show_step, service, access, "strengths") == "not_now"
    assert refusal(archive_round, service, access) == "not_now"
    assert close_round(service, access).state == "closed"
    states: dict[str, str] = {}
    for step in ("strengths", "glance", "vote", "glance", "actions", "end"):
        session = show_step(service, access, step)
        assert session.step == step
        states.setdefault(step, session.state)
    assert states == {
        "strengths": "discussion",
        "glance": "discussion",
        "vote": "planned",
        "actions": "planned",
        "end": "planned",
    }
    assert show_step(service, access, "glance").state == "planned"  # what was decided stays decided
    assert archive_round(service, access).state == "archived"
    assert refusal(show_step, service, access, "strengths") == "ended"
    assert archive_round(service, access).state == "archived"


def version(service: SessionService, access: TrainerAccess) -> tuple[int, bool]:
    """What a participant's page follows of a session."""
    return change_markers(service, [access.session_id])[access.session_id].version


def test_each_step_is_news_for_a_page(service: SessionService, closed: TrainerAccess) -> None:
    seen = [version(service, closed)]
    for step in ("strengths", "glance", "strengths"):
        show_step(service, closed, step)
        seen.append(version(service, closed))
    set_joint_score(service, closed, "a", 3, 0)
    seen.append(version(service, closed))
    action = add_action(service, closed, "key", OURS)
    seen.append(version(service, closed))
    change_action(service, closed, action.id, action.version, None)
    seen.append(version(service, closed))
    assert seen == sorted(set(seen))


# Joint scores


def test_the_team_agrees_changes_its_mind_and_takes_it_back(
    service: SessionService, closed: TrainerAccess
) -> None:
    assert set_joint_score(service, closed, "b", 3, 0) == JointScore("b", 3, 1)
    assert set_joint_score(service, closed, "a", 5, 0) == JointScore("a", 5, 1)
    assert set_joint_score(service, closed, "b", 4, 1) == JointScore("b", 4, 2)
    assert joint_of(service, closed) == {"a": 5, "b": 4}
    assert set_joint_score(service, closed, "b", None, 2) is None
    assert joint_of(service, closed) == {"a": 5}


def test_a_joint_score_leaves_the_figures_alone(
    service: SessionService, closed: TrainerAccess
) -> None:
    before = trainer_view(service, closed.token).snapshot
    set_joint_score(service, closed, "a", 1, 0)
    assert trainer_view(service, closed.token).snapshot == before


def test_who_saw_an_older_joint_score_does_not_write_over_a_newer(
    service: SessionService, closed: TrainerAccess, refusal: Refusal
) -> None:
    set_joint_score(service, closed, "b", 3, 0)
    assert refusal(set_joint_score, service, closed, "b", 5, 0) == "conflict"
    set_joint_score(service, closed, "b", 4, 1)
    assert refusal(set_joint_score, service, closed, "b", 5, 1) == "conflict"
    assert refusal(set_joint_score, service, closed, "b", None, 1) == "conflict"
    assert joint_of(service, closed) == {"b": 4}


@pytest.mark.parametrize(
    ("item", "value"), [("nothing", 3), ("a", 0), ("a", 6), ("a", -1), ("a", -2), ("own-1", 3)]
)
def test_what_is_no_joint_score_is_refused(
    service: SessionService, closed: TrainerAccess, refusal: Refusal, item: str, value: int
) -> None:
    assert refusal(set_joint_score, service, closed, item, value, 0) == "invalid"
    assert joint_of(service, closed) == {}


def test_joint_scores_come_after_closing(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start()
    assert refusal(set_joint_score, service, access, "a", 3, 0) == "not_now"
    close_round(service, access)
    set_joint_score(service, access, "a", 3, 0)
    show_step(service, access, "end")
    set_joint_score(service, access, "a", 4, 1)
    archive_round(service, access)
    assert refusal(set_joint_score, service, access, "a", 5, 2) == "too_late"


def test_the_one_form_of_a_team_is_filled_in_before_closing(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start(together=True)
    set_joint_score(service, access, "a", 3, 0)
    set_joint_score(service, access, "c", 5, 0)
    assert joint_of(service, access) == {"a": 3, "c": 5}
    close_round(service, access)
    assert refusal(set_joint_score, service, access, "a", 4, 1) == "too_late"
    view = trainer_view(service, access.token)
    assert view.snapshot is not None
    assert [item.counts for item in view.snapshot.scores.scored] == [
        (0, 0, 1, 0, 0),
        (0, 0, 0, 0, 1),
    ]
    assert view.steps == ("strengths", "glance", "actions", "end")


def test_the_one_form_may_say_that_the_team_does_not_know(
    service: SessionService, start: Start
) -> None:
    access = start(together=True)
    set_joint_score(service, access, "a", -1, 0)
    set_joint_score(service, access, "b", -2, 0)
    set_joint_score(service, access, "d", 4, 0)
    close_round(service, access)
    snapshot = trainer_view(service, access.token).snapshot
    assert snapshot is not None
    a, b, _, d = snapshot.scores.items
    assert (a.status, a.dont_know) == ("unknown", 1)
    assert (b.status, b.not_applicable) == ("empty", 1)
    assert (d.status, d.median) == ("scored", 4)


# The plan


def test_an_action_is_planned_once_however_often_it_is_asked(
    service: SessionService, closed: TrainerAccess
) -> None:
    chosen = ActionText(item="a", action="a-1", text="Doe a-1", owner="Jij", due=date(2026, 4, 1))
    first = add_action(service, closed, "key-1", chosen)
    assert add_action(service, closed, "key-1", chosen) == first
    assert add_action(service, closed, "key-1", OURS) == first
    assert plan_of(service, closed) == (
        PlannedAction("Doe a-1", "Jij", date(2026, 4, 1), "a", "a-1", id=first.id, version=1),
    )
    assert add_action(service, closed, "key-2", chosen).id != first.id


def test_an_action_of_the_teams_own(service: SessionService, closed: TrainerAccess) -> None:
    assert add_action(service, closed, "one", OURS).text == OURS.text
    about = ActionText(item="b", text="Uitzoeken")
    added = add_action(service, closed, "two", about)
    assert (added.item, added.action, added.owner, added.due) == ("b", None, "", None)


@pytest.mark.parametrize(
    "named",
    [
        {"item": "a", "action": "b-1"},  # of another item
        {"item": "a", "action": "a-9"},
        {"item": "nothing", "action": "a-1"},
        {"action": "a-1"},
        {"item": "nothing"},
    ],
)
def test_an_action_that_the_content_does_not_have_is_refused(
    service: SessionService, closed: TrainerAccess, refusal: Refusal, named: dict[str, str]
) -> None:
    given = ActionText(text="x", **named)
    assert refusal(add_action, service, closed, "key", given) == "invalid"
    assert plan_of(service, closed) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"item": ""},
        {"action": "a 1"},
        {"due": date(2100, 1, 1)},
        {"text": ""},
        {"text": "  "},
        {"text": "x" * 501},
        {"text": "een\nregel"},
        {"owner": "x" * 61},
        {"owner": "\x1b"},
        {"owner": "a.b@school.nl"},
        {"due": "morgen"},
        {"name": "Anna"},
        {"owner": "a@b"},
        {"text": "Mail anna@school.nl"},
        {"first_step": "x" * 301},
        {"first_step": "bel\nnu"},
        {"evidence": "vraag@ouders.nl"},
        {"celebration": "a\x85b"},
        {"reason": "a\u2028b"},
        {"reason": None},
        {"state": "vergeten"},
        {"months": [0]},
        {"months": [13]},
        {"months": [True]},
        {"months": ["9"]},
        {"months": [9] * 13},
    ],
)
def test_a_text_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ActionText.model_validate({"text": "x"} | wrong)


def test_an_at_sign_that_is_no_address_may_stand_in_a_text() -> None:
    assert ActionText(text="Bel @ school, of @ opvang.").text == "Bel @ school, of @ opvang."


def test_months_stand_in_the_order_of_a_school_year() -> None:
    assert ActionText(text="x", months=(1, 9, 7, 8, 9)).months == (8, 9, 1, 7)


def test_a_change_leaves_alone_what_it_does_not_name(
    service: SessionService, closed: TrainerAccess
) -> None:
    """As of a screen that shows fewer fields."""
    whole = ActionText(
        text="Koffie", area="p1", first_step="Bellen", evidence="Vragen", state="busy", months=(9,)
    )
    added = add_action(service, closed, "key", whole)
    assert (added.area, added.months, added.state) == ("p1", (9,), "busy")
    changed = change_action(service, closed, added.id, 1, ActionText(text="Thee", owner="MR"))
    assert changed == replace(added, text="Thee", owner="MR", version=2)
    stopped = ActionText(text="Thee", state="stopped", reason="Geen tijd", months=())
    again = change_action(service, closed, added.id, 2, stopped)
    assert again == replace(changed, state="stopped", reason="Geen tijd", months=(), version=3)


def test_an_area_that_the_content_does_not_have_is_refused(
    service: SessionService, closed: TrainerAccess, refusal: Refusal
) -> None:
    wrong = ActionText(text="x", area="nergens")
    assert refusal(add_action, service, closed, "key", wrong) == "invalid"
    added = add_action(service, closed, "key", OURS)
    assert refusal(change_action, service, closed, added.id, 1, wrong) == "invalid"
    assert plan_of(service, closed) == (added,)


def test_a_plan_has_a_limit_and_repeating_stays_possible(
    service: SessionService, closed: TrainerAccess, refusal: Refusal
) -> None:
    added = [add_action(service, closed, str(number), OURS) for number in range(MOST_ACTIONS)]
    assert refusal(add_action, service, closed, "more", OURS) == "invalid"
    # The reply to the last request that fitted got lost, and the page asks again.
    assert add_action(service, closed, str(MOST_ACTIONS - 1), OURS) == added[-1]
    assert len(plan_of(service, closed)) == MOST_ACTIONS
    change_action(service, closed, added[0].id, 1, None)
    assert add_action(service, closed, "more", OURS).text == OURS.text


def test_an_action_is_changed_by_who_saw_the_newest(
    service: SessionService, closed: TrainerAccess, refusal: Refusal
) -> None:
    chosen = ActionText(item="a", action="a-1", text="Doe a-1")
    added = add_action(service, closed, "key", chosen)
    changed = change_action(service, closed, added.id, 1, OURS)
    # What it was chosen for stays; what was agreed about it changes.
    assert changed == PlannedAction(
        OURS.text, OURS.owner, OURS.due, "a", "a-1", id=added.id, version=2
    )
    assert refusal(change_action, service, closed, added.id, 1, chosen) == "conflict"
    assert refusal(change_action, service, closed, added.id, 1, None) == "conflict"
    assert plan_of(service, closed) == (changed,)
    assert change_action(service, closed, added.id, 2, None) is None
    assert change_action(service, closed, added.id, 2, None) is None  # gone is gone
    assert refusal(change_action, service, closed, added.id, 2, OURS) == "conflict"
    assert plan_of(service, closed) == ()


def test_no_plan_before_closing_and_the_trainer_keeps_it_after_the_end(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start()
    assert refusal(add_action, service, access, "key", OURS) == "not_now"
    close_round(service, access)
    added = add_action(service, access, "key", OURS)
    archive_round(service, access)
    change_action(service, access, added.id, 1, ActionText(text="Anders"))
    assert [one.text for one in plan_of(service, access)] == ["Anders"]


def test_the_action_of_another_round_is_left_alone(
    service: SessionService, closed: TrainerAccess, start: Start, refusal: Refusal
) -> None:
    added = add_action(service, closed, "key", OURS)
    other = start()
    close_round(service, other)
    assert refusal(change_action, service, other, added.id, 1, ActionText(text="x")) == "conflict"
    change_action(service, other, added.id, 1, None)  # nothing of theirs to take away
    assert plan_of(service, closed) == (added,)


def test_what_is_decided_reaches_the_participants(
    service: SessionService,
    closed: TrainerAccess,
    come: Come,
    session_of: Callable[..., Session],
) -> None:
    person = come(closed)
    set_joint_score(service, closed, "a", 3, 0)
    add_action(service, closed, "key", OURS)
    view = participant_view(service, person)
    assert (view.joint, view.plan) == ((), ())  # the conversation has not begun
    show_step(service, closed, "actions")
    view = participant_view(service, person)
    assert [(one.item, one.value) for one in view.joint] == [("a", 3)]
    assert [one.text for one in view.plan] == [OURS.text]
    assert view.session == session_of(closed)
