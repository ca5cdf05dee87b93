"""Connections are as the database needs them; few stay open, and none that leads nowhere."""

import shutil
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from partnerschap.sessions.repository import Session, Store, StoreError, Transaction

SOON = 20.0
MANY = 12
FEW = 4
"""Connections that a store keeps, as its documentation says."""
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
def test_a_store_that_is_gone_leaves_one_file(
    store: Store, session: Session, tmp_path: Path
) -> None:
    """The last connection to close puts the log away, so that a copy of the file is a copy."""
    file = tmp_path / "sessions.sqlite3"
    other = Store(f"sqlite:///{file}")
    other.write(lambda transaction: transaction.touch(session.id))
    store.close()
    assert {path.name for path in tmp_path.iterdir()} > {file.name}
    del other
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_kept_goes_to_the_file_of_that_name(
    store: Store, session: Session, tmp_path: Path
) -> None:
    """Not to one that was moved away or removed since, where nobody would ever find it."""
    file, aside = tmp_path / "sessions.sqlite3", tmp_path / "aside.sqlite3"
    store.close()
    shutil.copy(file, aside)

    def version() -> int:
        found = store.read(lambda transaction: transaction.session(session.id))
        assert found is not None
        return found.version

    store.write(lambda transaction: transaction.touch(session.id))
    assert version() == session.version + 1
    aside.replace(file)  # as whoever puts a copy back
    for log in tmp_path.glob("*.sqlite3-*"):
        log.unlink()
    assert version() == session.version
    file.unlink()
    with pytest.raises(StoreError) as refused:
        store.write(lambda transaction: transaction.touch(session.id))
    assert refused.value.reason == "unavailable"
    assert not file.exists()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_was_damaged_and_mended_is_used_again(
    store: Store, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "sessions.sqlite3"
    store.write(lambda transaction: transaction.touch(session.id))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("UPDATE sessions SET version = version + 1")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file.read_bytes()
    with file.open("r+b") as opened:
        opened.write(b"\xa5" * 100)
    for _ in range(2):
        with pytest.raises(StoreError) as refused:
            store.write(lambda transaction: transaction.touch(session.id))
        assert refused.value.reason == "unavailable"
    with file.open("r+b") as opened:
        opened.write(whole[:100])
    store.write(lambda transaction: transaction.touch(session.id))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_one_that_reads_leaves_a_connection_that_writes(store: Store, session: Session) -> None:
    for version in range(session.version, session.version + 3):
        found = store.read(lambda transaction: transaction.session(session.id))
        assert found is not None
        assert found.version == version
        store.write(lambda transaction: transaction.touch(session.id))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_few_connections_to_a_server_stay_open(
    store: Store, session: Session, database_url: str
) -> None:
    others = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    together = threading.Barrier(MANY)

    def meet(transaction: Transaction) -> None:
        transaction.session(session.id)
        together.wait(SOON)

    with ThreadPoolExecutor(MANY) as threads:
        list(threads.map(store.read, [meet] * MANY))
    with psycopg.connect(database_url, autocommit=True) as connection:
        end = time.monotonic() + SOON  # the server takes a moment to see that they left
        while (open_now := connection.execute(others).fetchone()) and open_now[0] > FEW:
            assert time.monotonic() < end
            time.sleep(0.02)
