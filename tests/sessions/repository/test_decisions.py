"""Joint scores and actions do not lose what another screen changed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from partnerschap.sessions.repository import (
    JointScore,
    PlannedAction,
    Session,
    Store,
    StoreError,
    Transaction,
    VersionConflictError,
)

FIELDS: dict[str, Any] = {"item": "a", "action": "a-1", "text": "Bel", "owner": "MB", "due": None}


def score(
    store: Store, session: Session, value: int | None, version: int, item: str = "a"
) -> JointScore | None:
    return store.write(
        lambda transaction: transaction.save_joint_score(session.id, item, value, version)
    )


def add(store: Store, session: Session, key: str, **changes: Any) -> PlannedAction:
    return store.write(
        lambda transaction: transaction.add_action(session.id, key=key, **FIELDS | changes)
    )


def actions(store: Store, session: Session) -> tuple[PlannedAction, ...]:
    return store.read(lambda transaction: transaction.actions(session.id))


def test_a_joint_score_is_added_changed_and_taken_away(store: Store, session: Session) -> None:
    assert score(store, session, 2, 0) == JointScore("a", 2, 1)
    assert score(store, session, 4, 1) == JointScore("a", 4, 2)
    score(store, session, 5, 0, item="b")
    assert store.read(lambda transaction: transaction.joint_scores(session.id)) == (
        JointScore("a", 4, 2),
        JointScore("b", 5, 1),
    )
    assert score(store, session, None, 2) is None
    assert store.read(lambda transaction: transaction.joint_scores(session.id)) == (
        JointScore("b", 5, 1),
    )


@pytest.mark.parametrize("value", [3, None])
@pytest.mark.parametrize("version", [0, 1, 3])
def test_a_joint_score_of_another_version_stands(
    store: Store, session: Session, value: int | None, version: int
) -> None:
    score(store, session, 2, 0)
    score(store, session, 4, 1)
    with pytest.raises(VersionConflictError):
        score(store, session, value, version)
    assert store.read(lambda transaction: transaction.joint_scores(session.id)) == (
        JointScore("a", 4, 2),
    )


def test_a_joint_score_that_is_not_there_has_version_0_only(store: Store, session: Session) -> None:
    assert score(store, session, None, 0) is None
    with pytest.raises(VersionConflictError):
        score(store, session, 3, 1)


def test_a_joint_score_that_was_taken_away_and_given_again_is_another(
    store: Store, session: Session
) -> None:
    score(store, session, 2, 0)
    score(store, session, None, 1)
    assert score(store, session, None, 0) is None
    again = score(store, session, 5, 0)
    assert again is not None
    for stale in (1, 2):
        with pytest.raises(VersionConflictError):
            score(store, session, 3, stale)
    assert score(store, session, 3, again.version) is not None


@pytest.mark.parametrize("value", [0, 6])
def test_no_other_joint_score_is_kept(store: Store, session: Session, value: int) -> None:
    with pytest.raises(StoreError):
        score(store, session, value, 0)


def test_actions_come_in_order_of_adding(store: Store, session: Session) -> None:
    first = add(store, session, "z", due=date(2026, 4, 1))
    second = add(store, session, "a", item=None, action=None, text="Iets eigens")
    assert first == PlannedAction(first.id, "a", "a-1", "Bel", "MB", date(2026, 4, 1), 1)
    assert (second.item, second.action) == (None, None)
    assert actions(store, session) == (first, second)


def test_a_repeated_request_adds_once(store: Store, session: Session) -> None:
    first = add(store, session, "key")
    assert add(store, session, "key", text="Iets anders") == first
    assert actions(store, session) == (first,)


def test_an_action_changes_with_its_version(store: Store, session: Session) -> None:
    first = add(store, session, "key")
    due = date(2026, 5, 1)

    def change(transaction: Transaction) -> PlannedAction:
        return transaction.update_action(
            session.id, first.id, first.version, text="Mail", owner="ouders", due=due
        )

    changed = store.write(change)
    assert changed == PlannedAction(first.id, "a", "a-1", "Mail", "ouders", due, 2)
    with pytest.raises(VersionConflictError):
        store.write(change)
    assert actions(store, session) == (changed,)


WHOLE: dict[str, Any] = {
    "area": "p1",
    "first_step": "Morgen bellen",
    "evidence": "Vijf ouders vragen",
    "celebration": "Taart",
    "state": "stopped",
    "reason": "Te veel tegelijk",
    "months": (9, 10, 1),
}


def test_an_action_keeps_the_whole_plan_and_what_is_not_given(
    store: Store, session: Session
) -> None:
    first = add(store, session, "key", **WHOLE)
    assert {name: getattr(first, name) for name in WHOLE} == WHOLE
    assert actions(store, session) == (first,)
    changed = store.write(
        lambda transaction: transaction.update_action(session.id, first.id, 1, text="Mail")
    )
    assert changed == replace(first, text="Mail", version=2)
    again = store.write(
        lambda transaction: transaction.update_action(
            session.id, first.id, 2, months=(), area=None, state="done"
        )
    )
    assert again == replace(changed, months=(), area=None, state="done", version=3)


def test_an_action_has_no_other_state(store: Store, session: Session) -> None:
    with pytest.raises(StoreError):
        add(store, session, "key", state="forgotten")
    first = add(store, session, "key")
    assert first.state == "chosen"
    change: Any = {"state": ""}
    with pytest.raises(StoreError):
        store.write(
            lambda transaction: transaction.update_action(session.id, first.id, 1, **change)
        )


def test_an_action_is_removed_with_its_version(store: Store, session: Session) -> None:
    first = add(store, session, "key")
    with pytest.raises(VersionConflictError):
        store.write(lambda transaction: transaction.remove_action(session.id, first.id, 2))
    assert actions(store, session) == (first,)
    for _ in range(2):  # a repeated request finds it gone, as it asked
        store.write(lambda transaction: transaction.remove_action(session.id, first.id, 1))
    assert actions(store, session) == ()
    with pytest.raises(VersionConflictError):
        store.write(
            lambda transaction: transaction.update_action(
                session.id, first.id, 1, text="", owner="", due=None
            )
        )


def test_an_action_belongs_to_its_session(store: Store, session: Session) -> None:
    first = add(store, session, "key")
    with pytest.raises(VersionConflictError):
        store.write(
            lambda transaction: transaction.update_action(
                session.id + 1, first.id, 1, text="", owner="", due=None
            )
        )
    store.write(lambda transaction: transaction.remove_action(session.id + 1, first.id, 1))
    assert actions(store, session) == (first,)
