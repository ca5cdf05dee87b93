"""Connections are as the database needs them, and none stays open."""

import time
from pathlib import Path

import psycopg
import pytest

from partnerschap.sessions.repository import Session, Store, Transaction

FULL = 2
"""What SQLite calls a write that waits for the disk."""


@pytest.mark.parametrize("writes", [True, False])
def test_sqlite_is_told_to_be_careful(sqlite_url: str, *, writes: bool) -> None:
    def pragmas(transaction: Transaction) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
        ask = transaction.connection.exec_driver_sql
        return {name: ask(f"PRAGMA {name}").scalar() for name in names}

    store = Store(sqlite_url)
    assert (store.write(pragmas) if writes else store.read(pragmas)) == {
        "journal_mode": "wal",
        "synchronous": FULL,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_connection_to_a_file_stays_open(session: Session, tmp_path: Path) -> None:
    """The last one to close removes the log."""
    assert session.version == 1
    assert [path.name for path in tmp_path.iterdir()] == ["sessions.sqlite3"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_no_connection_to_a_server_stays_open(session: Session, database_url: str) -> None:
    others = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    assert session.version == 1
    with psycopg.connect(database_url, autocommit=True) as connection:
        end = time.monotonic() + 10  # the server takes a moment to see that we left
        while connection.execute(others).fetchone() != (0,):
            assert time.monotonic() < end
            time.sleep(0.02)
