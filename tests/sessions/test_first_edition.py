"""A round that the first edition of the method froze is shown as it was, and never half anew."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from partnerschap.content.models import Retired, RetiredAction
from partnerschap.report import figures
from partnerschap.sessions import (
    ParticipantAccess,
    SessionService,
    Snapshot,
    TrainerAccess,
    compare_rounds,
    participant_view,
    save_votes,
    show_step,
    trainer_view,
)
from partnerschap.sessions.snapshot import as_text, from_text
from partnerschap.ui.form_figures import form_figures
from partnerschap.ui.session_views import participant_session, round_comparison

Come = Callable[..., ParticipantAccess]

# What a result of the first edition did not have.
SINCE = {
    "scores": {"division"},
    "items": {"situation", "difference", "difference_p"},
    "areas": {"status"},
    "advice": {"agree_low", "year_plan", "find_out", "keep", "begin"},
    "suggestions": {"situation"},
    "differences": {"p", "differs"},
}


def as_first_edition(text: str) -> str:
    """Write a result as the first edition did: groups a division an item, small ones merged."""
    frozen: dict[str, Any] = json.loads(text)
    scores, advice = frozen["scores"], frozen["advice"]
    del frozen["edition"]
    kinds: dict[str, list[dict[str, Any]]] = {
        "scores": [scores],
        "items": scores["items"],
        "areas": scores["areas"],
        "advice": [advice],
        "suggestions": advice["suggestions"],
        "differences": frozen["differences"],
    }
    for kind, entries in kinds.items():
        for entry in entries:
            for key in SINCE[kind]:
                del entry[key]
    for item in scores["items"]:
        if item["groups"]:
            item["groups"]["other"] = item["groups"].pop("parent")
    for difference in frozen["differences"]:
        difference |= {"first": "professional", "second": "other", "delta": -difference["delta"]}
    advice["suggestions"] = [
        one | {"why": "Zo was het."} for one in reversed(advice["suggestions"])
    ]
    return json.dumps(frozen)


@pytest.fixture
def frozen(service: SessionService, closed: TrainerAccess) -> Snapshot:
    """Put a result of the first edition in the place of that of the closed round."""
    found = snapshot_of(service, closed)
    before = as_first_edition(as_text(found))
    service.write(lambda records: records.update_session(closed.session_id, result=before))
    return snapshot_of(service, closed)


def snapshot_of(service: SessionService, access: TrainerAccess) -> Snapshot:
    found = trainer_view(service, access.token, access.session_id).snapshot
    assert found is not None
    return found


def test_it_is_read_as_it_was_and_marked(frozen: Snapshot) -> None:
    assert frozen.edition == 1
    assert {one.why for one in frozen.advice.suggestions} == {"Zo was het."}
    a = frozen.scores.items[0]
    assert set(a.groups or {}) == {"other", "professional"}
    assert (a.situation, a.difference) == (None, None)
    assert frozen.scores.division is None
    assert [(one.first, one.second) for one in frozen.differences][:1] == [
        ("professional", "other")
    ]
    # It was called a difference then, and is so still.
    assert all(one.differs and one.p is None for one in frozen.differences)
    assert from_text(as_text(frozen)) == frozen


def test_its_steps_have_their_texts_though_they_are_suggested_no_more(
    service: SessionService, frozen: Snapshot
) -> None:
    old = RetiredAction.model_construct(
        id="a-old", item="a", effort=1, impact=2, text="Doe wat toen hielp."
    )
    content = service.content.model_copy(update={"retired": Retired(actions=(old,))})
    first = replace(frozen.advice.suggestions[0], action=old.id)
    found = form_figures(content, frozen.scores, replace(frozen.advice, suggestions=(first,)))
    assert found["actions"] == {old.id: {"text": old.text, "sectors": {}}}


def test_its_figures_have_the_keys_of_today_without_a_value(frozen: Snapshot) -> None:
    found = figures(frozen.scores, frozen.advice)
    assert found["division"] is None
    assert {area["status"] for area in found["areas"]} == {None}
    assert {one["situation"] for one in found["items"]} == {None}
    assert (found["year_plan"], found["find_out"], found["agree_low"]) == ([], [], [])
    assert [one["action"] for one in found["suggestions"]] == [
        one.action for one in frozen.advice.suggestions
    ]


def test_participants_and_whoever_compares_rounds_read_that_it_is_of_before(
    service: SessionService, closed: TrainerAccess, come: Come, frozen: Snapshot
) -> None:
    assert frozen.edition == 1
    show_step(service, closed, "strengths")
    phone = participant_view(service, come(closed, "parent"))
    shown = participant_session(service.content, phone)["shown"]
    assert shown is not None
    assert shown["earlier_edition"] is True
    (compared,) = round_comparison(service.content, compare_rounds(service, closed.token))["rounds"]
    assert compared["result"]["earlier_edition"] is True


def test_a_vote_about_it_is_kept_and_changes_no_advice(
    service: SessionService, closed: TrainerAccess, come: Come, frozen: Snapshot
) -> None:
    people = [come(closed, "parent") for _ in range(4)]
    show_step(service, closed, "vote")
    for person in people:
        save_votes(service, person, {"a": 3})
    show_step(service, closed, "actions")
    after = snapshot_of(service, closed)
    assert (after.importance, after.voters, after.edition) == ({"a": 3}, 4, 1)
    assert after.advice == frozen.advice
    assert after.scores == frozen.scores


def test_it_stands_beside_a_later_round(
    service: SessionService, closed: TrainerAccess, frozen: Snapshot
) -> None:
    (only,) = compare_rounds(service, closed.token).rounds
    assert only.snapshot == frozen
