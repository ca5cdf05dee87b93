"""Sessions open once a round, change with their version, and fall due."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from partnerschap.sessions.repository import (
    CodeTakenError,
    OwnItem,
    Session,
    Store,
    StoreError,
    Team,
    Transaction,
)

AddSession = Callable[..., Session]


def test_a_session_opens_as_asked(team: Team, add_session: AddSession, now: datetime) -> None:
    own = (OwnItem("own-1", "Wij bellen eerst?", "frequency"), OwnItem("own-2", "Ja", "progress"))
    session = add_session(
        team, round=2, code="ABC", own_items=own, roles=("parent",), together=True
    )
    assert session == Session(
        id=session.id,
        team_id=team.id,
        round=2,
        code="ABC",
        instrument="kort",
        content_version="1",
        roles=("parent",),
        own_items=own,
        min_group=5,
        retention_days=30,
        together=True,
        state="open",
        step="",
        version=1,
        opened_at=now,
        closed_at=None,
        purge_after=now + timedelta(days=90),
        purged_at=None,
        result=None,
    )


def test_a_session_is_found_by_id_code_and_team(
    store: Store, team: Team, add_team: Callable[..., Team], add_session: AddSession
) -> None:
    second = add_session(team, round=2)
    first = add_session(team, round=1)
    other = add_session(add_team(), round=1)
    assert store.read(lambda transaction: transaction.session(first.id)) == first
    assert store.read(lambda transaction: transaction.session_by_code(other.code)) == other
    assert store.read(lambda transaction: transaction.sessions_of(team.id)) == (first, second)
    assert store.read(lambda transaction: transaction.session(other.id + 1)) is None
    assert store.read(lambda transaction: transaction.session_by_code("none")) is None


def test_the_same_round_again_gives_the_session_that_is_there(
    team: Team, add_session: AddSession
) -> None:
    first = add_session(team, round=1, code="ONE")
    assert add_session(team, round=1, code="TWO") == first
    assert add_session(team, round=1, code="ONE") == first


def test_a_code_is_taken_once_and_another_may_be_tried_at_once(
    store: Store, team: Team, add_session: AddSession
) -> None:
    add_session(team, round=1, code="ONE")
    with pytest.raises(CodeTakenError):
        add_session(team, round=2, code="ONE")

    def try_two(transaction: Transaction) -> Session:
        fields: dict[str, Any] = {
            "team_id": team.id,
            "round": 2,
            "instrument": "kort",
            "content_version": "1",
            "roles": (),
            "own_items": (),
            "min_group": 5,
            "retention_days": 30,
            "together": False,
            "opened_at": team.created_at,
            "purge_after": team.created_at,
        }
        with pytest.raises(CodeTakenError):
            transaction.add_session(code="ONE", **fields)
        return transaction.add_session(code="TWO", **fields)

    assert store.write(try_two).code == "TWO"


def test_what_changes_is_kept_and_the_version_grows(
    store: Store, session: Session, now: datetime
) -> None:
    closed = store.write(
        lambda transaction: transaction.update_session(
            session.id, state="closed", closed_at=now, result='{"é": 1}', step="reveal"
        )
    )
    assert (closed.state, closed.closed_at, closed.result, closed.step) == (
        "closed",
        now,
        '{"é": 1}',
        "reveal",
    )
    assert closed.version == session.version + 1
    assert (closed.code, closed.opened_at) == (session.code, session.opened_at)
    assert store.read(lambda transaction: transaction.session(session.id)) == closed


def test_a_touch_lets_only_the_version_grow(store: Store, session: Session) -> None:
    store.write(lambda transaction: transaction.touch(session.id))
    touched = store.read(lambda transaction: transaction.session(session.id))
    assert touched is not None
    assert touched.version == session.version + 1
    assert (touched.state, touched.step) == (session.state, session.step)


def test_what_is_not_there_cannot_change(store: Store, session: Session) -> None:
    with pytest.raises(LookupError):
        store.write(lambda transaction: transaction.update_session(session.id + 1, step="x"))
    store.write(lambda transaction: transaction.touch(session.id + 1))


def test_an_unknown_state_is_refused(store: Store, session: Session) -> None:
    changes: dict[str, Any] = {"state": "nonsense"}
    with pytest.raises(StoreError):
        store.write(lambda transaction: transaction.update_session(session.id, **changes))


def test_sessions_fall_due_until_they_are_purged(
    store: Store, team: Team, add_session: AddSession, now: datetime
) -> None:
    exactly = add_session(team, purge_after=now)
    before = add_session(team, purge_after=now - timedelta(microseconds=1))
    add_session(team, purge_after=now + timedelta(microseconds=1))
    purged = add_session(team, purge_after=now - timedelta(days=1))
    store.write(lambda transaction: transaction.update_session(purged.id, purged_at=now))
    assert store.read(lambda transaction: transaction.due_for_purge(now)) == (exactly, before)


def test_a_deleted_session_leaves_the_others(
    store: Store, team: Team, session: Session, add_session: AddSession
) -> None:
    other = add_session(team)
    store.write(lambda transaction: transaction.delete_session(session.id))
    assert store.read(lambda transaction: transaction.sessions_of(team.id)) == (other,)


def note(store: Store, at: datetime) -> None:
    store.write(lambda transaction: transaction.add_wrong_code(at))


def test_wrong_codes_are_counted_and_forgotten_after_a_day(store: Store, now: datetime) -> None:
    moments = [now, now + timedelta(minutes=1), now + timedelta(minutes=2)]
    for at in moments:
        note(store, at)
    assert store.read(lambda transaction: transaction.wrong_codes_since(moments[1])) == 2
    note(store, moments[1] + timedelta(days=1))
    assert store.read(lambda transaction: transaction.wrong_codes_since(moments[0])) == 3
