"""The database of the team sessions: transactions, retries and migration."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from random import SystemRandom
from threading import BoundedSemaphore, Lock
from typing import TypeVar
from weakref import finalize

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError

from partnerschap.sessions.repository.address import address_of
from partnerschap.sessions.repository.engine import (
    make_engine,
    make_file,
    options_of,
    outside_transaction,
)
from partnerschap.sessions.repository.errors import StoreError
from partnerschap.sessions.repository.failures import failure_of, reason_of
from partnerschap.sessions.repository.migrating import is_newest, upgrade
from partnerschap.sessions.repository.transaction import Transaction
from partnerschap.settings import Settings

T = TypeVar("T")

_BUSY_SECONDS = 5.0
_LONGEST_PAUSE = 0.5
_MOST_CONNECTIONS = 20
"""At once of one process; PostgreSQL has a hundred, for all processes together."""
_RANDOM = SystemRandom()


class Store:
    """Team sessions on SQLite or PostgreSQL; may be shared by threads.

    Nothing is opened before it is used; at most four connections then stay open as long as the
    store is there.

    Parameters
    ----------
    url
        ``sqlite`` for a file in the user's data folder, or a URL that starts with ``sqlite:///``,
        ``postgresql://``, ``postgres://`` or ``postgresql+psycopg://``. None takes the setting.
    patience
        Seconds, about, after which something that others keep locked, or a server that is away,
        is given up.

    Raises
    ------
    StoreError
        ``bad_url``.
    """

    def __init__(self, url: str | None = None, *, patience: float = 10.0) -> None:
        self._address = address_of(Settings().database_url if url is None else url)
        self._patience = patience
        self._room = BoundedSemaphore(_MOST_CONNECTIONS)
        self._write_lock = Lock()

    @property
    def url(self) -> str:
        """The complete address, password included, which means the same in another process."""
        return self._address.url.render_as_string(hide_password=False)

    def close(self) -> None:
        """Close the connections that nobody uses now; the next use opens anew.

        Not needed at the end: a store that is gone, or a process that ends, closes them too.
        """
        self._engine.dispose()

    def migrate(self) -> None:
        """Make the tables, or bring them up to date; quick when they are.

        Any number of processes may do this at once.

        Raises
        ------
        StoreError
            Any but ``bad_url``.
        """
        self._patiently(self._migrate, reconnect=False)

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Do work that only reads; all of it sees the database at one moment.

        Parameters
        ----------
        work
            Gets a transaction. It may run more than once.

        Raises
        ------
        StoreError
            Any but ``bad_url``; ``read_only`` also for work that writes. Other errors of the work
            pass unchanged.
        """
        return self._patiently(lambda: self._once(work, writes=False))

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do work in one transaction: all of it is kept, or nothing when it raises.

        Parameters
        ----------
        work
            Gets a transaction. It may run more than once, as when the database was busy or the
            connection was lost, even after it was kept: it must be repeatable, and leave alone
            what is outside the database.

        Raises
        ------
        StoreError
            Any but ``bad_url``. Other errors of the work pass unchanged.
        """
        end = time.monotonic() + self._patience
        with self._turn_to_write():
            return self._patiently(lambda: self._once(work, writes=True), end=end)

    @cached_property
    def _engine(self) -> Engine:
        engine = make_engine(self._address, min(_BUSY_SECONDS, self._patience / 2))
        finalize(self, engine.dispose)  # the last to close SQLite's file puts its log away
        return engine

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        """Wait for the other threads that write to SQLite: it looks for its lock now and then.

        Raises
        ------
        StoreError
            ``locked``, when they take too long.
        """
        if self._address.file is None:
            yield
            return
        if not self._write_lock.acquire(timeout=self._patience):
            raise StoreError("locked")
        try:
            yield
        finally:
            self._write_lock.release()

    def _connect(self, *, writes: bool) -> Connection:
        engine = self._engine
        return engine.connect().execution_options(**options_of(engine, writes=writes))

    def _once(self, work: Callable[[Transaction], T], *, writes: bool) -> T:
        with self._room, self._connect(writes=writes) as connection:
            with connection.begin():
                transaction = Transaction(connection, writes=writes)
                result = work(transaction)
            if transaction.removed:
                self._truncate_log(connection)
            return result

    def _truncate_log(self, connection: Connection) -> None:
        """Truncate the write-ahead log, so that deleted answers leave the disk.

        SQLite keeps pages as they were in that file beside the database.
        """
        if self._address.file is not None:
            with suppress(SQLAlchemyError):  # it was kept; the last to close the file tries again
                outside_transaction(connection, "PRAGMA wal_checkpoint(TRUNCATE)")

    def _migrate(self) -> None:
        try:
            make_file(self._address)
        except OSError as error:
            raise StoreError(reason_of(error)) from error
        with self._connect(writes=False) as connection, connection.begin():
            if is_newest(connection):
                return
        if self._address.file is not None:
            self._use_write_ahead_log()
        with self._connect(writes=True) as connection, connection.begin():
            upgrade(connection)

    def _use_write_ahead_log(self) -> None:
        """Set SQLite to write-ahead logging: readers and a writer do not wait for each other."""
        with self._connect(writes=True) as connection:
            outside_transaction(connection, "PRAGMA journal_mode = WAL")

    def _patiently(
        self, attempt: Callable[[], T], *, reconnect: bool = True, end: float | None = None
    ) -> T:
        end = time.monotonic() + self._patience if end is None else end
        longest = 0.02
        while True:
            try:
                return attempt()
            except SQLAlchemyError as error:
                if isinstance(error, StatementError) and not isinstance(error, DBAPIError):
                    raise (error.orig or error) from None
                reason, passing = failure_of(error, self._address.file)
                wait = passing and (reconnect or reason == "locked")
                if not wait or time.monotonic() >= end:
                    raise StoreError(reason) from error
            # Random, so that those who collided do not collide again.
            time.sleep(_RANDOM.uniform(0, longest))
            longest = min(2 * longest, _LONGEST_PAUSE)
