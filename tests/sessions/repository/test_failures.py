"""Every trouble of the database has a reason, and leaves what was there."""

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NoReturn

import psycopg
import pytest
from sqlalchemy import make_url

from partnerschap.sessions.repository import (
    Participant,
    Session,
    Store,
    StoreError,
    Team,
    Transaction,
)

BRIEFLY = 0.2
"""Seconds of patience, where waiting changes nothing."""


@contextmanager
def fails(reason: str) -> Iterator[None]:
    with pytest.raises(StoreError) as caught:
        yield
    assert caught.value.reason == reason
    assert caught.value.__cause__ is not None


def find_team(store: Store) -> Team | None:
    return store.read(lambda transaction: transaction.team(1))


def test_work_that_raises_keeps_nothing(store: Store, session: Session) -> None:
    class OwnError(OSError):
        pass

    def work(transaction: Transaction) -> NoReturn:
        transaction.touch(session.id)
        raise OwnError

    with pytest.raises(OwnError):
        store.write(work)
    assert store.read(lambda transaction: transaction.session(session.id)) == session


def test_reading_does_not_write(store: Store, session: Session) -> None:
    with fails("read_only"):
        store.read(lambda transaction: transaction.touch(session.id))
    assert store.read(lambda transaction: transaction.session(session.id)) == session


def test_an_error_does_not_repeat_the_values_of_its_statement(
    store: Store, person: Participant
) -> None:
    with pytest.raises(StoreError) as caught:
        store.write(lambda transaction: transaction.save_answers(person.id, "now", {"MARK": 9}))
    cause = caught.value.__cause__
    assert "MARK" not in str(cause).split("DETAIL")[0]  # where PostgreSQL shows the row
    assert str(caught.value) == caught.value.reason


def test_without_tables_it_is_unavailable(bare_database_url: str) -> None:
    with fails("unavailable"):
        find_team(Store(bare_database_url))


def test_only_migrating_makes_a_file(tmp_path: Path, bare_sqlite_url: str) -> None:
    with fails("unavailable"):
        find_team(Store(bare_sqlite_url))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["missing/x.sqlite3", "file/x.sqlite3", "folder", "file"])
def test_where_no_database_can_be(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"no database" * 1000)
    store = Store(f"sqlite:///{tmp_path / path}")
    with fails("unavailable"):
        store.migrate()
    with fails("unavailable"):
        find_team(store)
    assert (tmp_path / "file").read_bytes() == b"no database" * 1000


def test_a_file_that_goes_or_is_replaced(tmp_path: Path, sqlite_url: str) -> None:
    store, file = Store(sqlite_url), tmp_path / "sessions.sqlite3"
    assert find_team(store) is None
    file.unlink()
    with fails("unavailable"):
        find_team(store)
    file.write_bytes(b"no database" * 1000)
    with fails("unavailable"):
        find_team(store)


def test_where_no_server_is() -> None:
    store = Store("postgresql://me:secret@127.0.0.1:1/x", patience=BRIEFLY)
    uses: list[Callable[[], object]] = [store.migrate, lambda: find_team(store)]
    for use in uses:
        with pytest.raises(StoreError) as caught:
            use()
        assert caught.value.reason == "unavailable"
        assert "secret" not in f"{caught.value} {caught.value.__cause__}"


def test_a_server_without_this_database(postgresql: Any) -> None:
    store = Store(postgresql.url("missing"), patience=BRIEFLY)
    with fails("unavailable"):
        find_team(store)


def test_a_file_that_is_kept_locked(tmp_path: Path, sqlite_url: str) -> None:
    store = Store(sqlite_url, patience=BRIEFLY)
    with closing(sqlite3.connect(tmp_path / "sessions.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        with fails("locked"):
            store.write(lambda transaction: transaction.delete_team(1))
        assert find_team(store) is None  # reading goes on
    store.write(lambda transaction: transaction.delete_team(1))


def test_many_who_write_to_a_locked_file_are_told_together(tmp_path: Path, sqlite_url: str) -> None:
    """Each waits for the others and the file together, not for one after another."""
    patience, many = 1, 12
    store = Store(sqlite_url, patience=patience)
    told: list[str] = []

    def write() -> None:
        with pytest.raises(StoreError) as caught:
            store.write(lambda transaction: transaction.delete_team(1))
        told.append(caught.value.reason)

    with closing(sqlite3.connect(tmp_path / "sessions.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        start = time.monotonic()
        with ThreadPoolExecutor(many) as threads:
            for waiting in [threads.submit(write) for _ in range(many)]:
                waiting.result()
        assert (
            time.monotonic() - start < many * patience / 2
        )  # in turn it were twelve times as long
    assert told == ["locked"] * many


def test_a_row_that_is_kept_locked(
    postgresql_url: str, add_team: Callable[..., Team], add_session: Callable[..., Session]
) -> None:
    store = Store(postgresql_url, patience=BRIEFLY)
    session = add_session(add_team(where=store), where=store)
    with psycopg.connect(postgresql_url) as other:
        other.execute("SELECT FROM sessions FOR UPDATE")
        with fails("locked"):
            store.write(lambda transaction: transaction.touch(session.id))
        assert store.read(lambda transaction: transaction.session(session.id)) == session
    store.write(lambda transaction: transaction.touch(session.id))


def test_a_full_disk(sqlite_url: str, add_team: Callable[..., Team]) -> None:
    store = Store(sqlite_url)
    team = add_team(where=store)

    def fill(transaction: Transaction) -> None:
        transaction.connection.exec_driver_sql("PRAGMA max_page_count = 1").close()
        for number in range(1000):
            transaction.add_team(
                token_hash=str(number),
                label="x" * 1000,
                sector="",
                language="nl",
                demo=False,
                at=team.created_at,
            )

    with fails("full"):
        store.write(fill)
    assert store.read(lambda transaction: transaction.team(team.id)) == team
    assert store.read(lambda transaction: transaction.team_by_token("0")) is None


def test_a_database_that_only_reads(postgresql: Any, postgresql_url: str) -> None:
    name = make_url(postgresql_url).database
    postgresql.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    store = Store(postgresql_url)
    with fails("read_only"):
        store.write(lambda transaction: transaction.delete_team(1))
    store.migrate()
    assert find_team(store) is None


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder of somebody who is not root, for whom the tests go on."""
    with tempfile.TemporaryDirectory() as made:
        root = os.geteuid() == 0
        if root:
            os.chown(made, 65534, 65534)
            os.seteuid(65534)
        yield Path(made)
        if root:
            os.seteuid(0)
        Path(made).chmod(0o700)


def test_a_file_that_only_reads(folder: Path) -> None:
    store = Store(f"sqlite:///{folder / 'x.sqlite3'}")
    store.migrate()
    store.close()  # whoever has it open may go on
    (folder / "x.sqlite3").chmod(0o400)
    with fails("read_only"):
        store.write(lambda transaction: transaction.delete_team(1))
    store.migrate()
    assert find_team(store) is None


def test_a_folder_that_only_reads(folder: Path) -> None:
    store = Store(f"sqlite:///{folder / 'x.sqlite3'}")
    folder.chmod(0o500)
    with fails("read_only"):
        store.migrate()
    folder.chmod(0o700)
    store.migrate()
    store.close()
    folder.chmod(0o500)
    with fails("read_only"):
        store.write(lambda transaction: transaction.delete_team(1))
    with fails("read_only"):
        find_team(store)
