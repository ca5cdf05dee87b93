"""What was purged is nowhere to be found, in the file of SQLite neither."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from partnerschap.sessions.repository import Participant, Session, Store, Team, Transaction

MARK = "MARKER"
"""Stands in all that belongs to a participant."""

Removal = Callable[[Transaction, Session], object]
REMOVALS: dict[str, Removal] = {
    "purge": lambda transaction, session: transaction.purge_answers(session.id),
    "batch": lambda transaction, session: transaction.remove_batch(session.id, MARK),
    "session": lambda transaction, session: transaction.delete_session(session.id),
    "team": lambda transaction, session: transaction.delete_team(session.team_id),
}


def answer(store: Store, session: Session) -> list[Participant]:
    """Let a sheet in, of so many rows that they fill pages of their own."""

    def work(transaction: Transaction) -> list[Participant]:
        people = [
            transaction.add_participant(
                session.id, token_hash=f"{MARK}-{number}", role=f"{MARK}-role", batch=MARK
            )
            for number in range(80)
        ]
        for person in people:
            transaction.save_answers(person.id, "now", {f"{MARK}-{item}": 4 for item in range(20)})
            transaction.save_votes(person.id, {f"{MARK}-vote": 2})
        return people

    return store.write(work)


def test_a_purge_leaves_what_the_team_decided(
    store: Store, team: Team, session: Session, add_session: Callable[..., Session]
) -> None:
    other = add_session(team)
    people = answer(store, session)
    others = answer(store, other)
    store.write(lambda transaction: transaction.update_session(session.id, result="{}"))
    store.write(lambda transaction: transaction.save_joint_score(session.id, "a", 3, 0))
    store.write(
        lambda transaction: transaction.add_action(
            session.id, key="k", item=None, action=None, text="Bel", owner="MB", due=None
        )
    )
    kept = store.read(
        lambda transaction: (
            transaction.session(session.id),
            transaction.joint_scores(session.id),
            transaction.actions(session.id),
        )
    )
    store.write(lambda transaction: transaction.purge_answers(session.id))
    assert kept == store.read(
        lambda transaction: (
            transaction.session(session.id),
            transaction.joint_scores(session.id),
            transaction.actions(session.id),
        )
    )
    assert store.read(lambda transaction: transaction.all_answers(session.id, "now")) == []
    assert store.read(lambda transaction: transaction.all_votes(session.id)) == {}
    assert store.read(lambda transaction: transaction.voters(session.id)) == 0
    assert store.read(lambda transaction: transaction.role_counts(session.id)) == ()
    assert store.read(lambda transaction: transaction.votes_of(people[0].id)) == {}
    assert store.read(lambda transaction: transaction.voters(other.id)) == len(others)


@pytest.fixture
def another(tmp_path: Path, sqlite_url: str) -> Iterator[None]:
    """Somebody else who has the file open, so that its log stays when we close it."""
    del sqlite_url  # which made the file
    with closing(sqlite3.connect(tmp_path / "sessions.sqlite3")) as connection:
        connection.execute("SELECT count(*) FROM teams").fetchall()
        yield


@pytest.mark.usefixtures("another")
@pytest.mark.parametrize("removal", REMOVALS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_of_it_stays_in_the_file(
    store: Store, session: Session, tmp_path: Path, removal: str
) -> None:
    def where() -> set[str]:
        found = {path.name for path in tmp_path.iterdir() if MARK.encode() in path.read_bytes()}
        assert (tmp_path / "sessions.sqlite3-wal").exists()
        return found

    answer(store, session)
    assert "sessions.sqlite3-wal" in where()
    answer(store, session)  # once more: rows that were changed
    store.write(lambda transaction: REMOVALS[removal](transaction, session))
    assert where() == set()
