"""SQLAlchemy engines for SQLite and PostgreSQL, each with a small pool of connections.

A connection is looked at before it is used again: one to a server that was away is made anew, and
so is one to a file that was removed or put back, which would take what nobody ever reads.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from partnerschap.sessions.repository.address import Address

_BEGIN = "partnerschap_begin"
"""Option of a connection to SQLite: the statements that begin its transaction."""

_POOL: Final = {"pool_size": 4, "max_overflow": -1, "pool_use_lifo": True}
"""Connections that stay open in a process; `Store` bounds how many there are for a moment."""
_DAMAGED: Final = {
    *(sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN),
}
"""Kinds of errors of SQLite; the low byte of its code is the kind."""
_CONNECT_SECONDS = "5"
_FORGOTTEN_MILLISECONDS = 60_000
"""A process that was stopped in the middle may not hold its locks for ever."""


def make_engine(address: Address, busy_seconds: float) -> Engine:
    """Make an engine that opens nothing yet.

    Parameters
    ----------
    busy_seconds
        How long one statement waits for the locks of others.
    """
    if address.file is not None:
        return _sqlite(address, busy_seconds)
    return _postgresql(address, busy_seconds)


def _sqlite(address: Address, busy_seconds: float) -> Engine:
    assert address.file is not None  # noqa: S101 - for the type checker
    uri = address.file.as_uri() + "?mode=rw"  # never makes an empty file where ours was removed

    def connect() -> sqlite3.Connection:
        # No isolation level: the driver's own transactions begin late, and not for reading.
        connection = sqlite3.connect(
            uri, timeout=busy_seconds, isolation_level=None, uri=True, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")  # what was saved survives a power cut
            connection.execute("PRAGMA secure_delete = ON")  # what was purged is really gone
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True, **_POOL
    )
    _look_for_another_file(engine, address.file)
    _let_go_of_what_was_damaged(engine)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        for statement in connection.get_execution_options().get(_BEGIN, ()):
            connection.exec_driver_sql(statement)

    return engine


def _look_for_another_file(engine: Engine, file: Path) -> None:
    """Let go a connection whose file is no longer the one of that name."""

    def identity() -> tuple[int, int] | None:
        try:
            status = file.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

    @event.listens_for(engine, "connect")
    def remember(_connection: Any, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = identity()

    @event.listens_for(engine, "checkout")
    def compare(_connection: Any, entry: ConnectionPoolEntry, _proxy: Any) -> None:
        if identity() != entry.info["file"]:
            raise DisconnectionError


def _let_go_of_what_was_damaged(engine: Engine) -> None:
    """Let go of all connections when one found the file damaged: they keep what they once read.

    With the file mended they would see it as damaged until somebody else writes.
    """

    @event.listens_for(engine, "handle_error")
    def notice(context: ExceptionContext) -> None:
        code = getattr(context.original_exception, "sqlite_errorcode", 0)
        if code & 0xFF in _DAMAGED:
            context.is_disconnect = True


def _postgresql(address: Address, busy_seconds: float) -> Engine:
    url = address.url
    defaults = {"connect_timeout": _CONNECT_SECONDS, "client_encoding": "utf8"}
    url = url.update_query_dict(
        {name: value for name, value in defaults.items() if name not in url.query}
    )
    engine = create_engine(
        url,
        pool_pre_ping=True,
        hide_parameters=True,
        use_native_hstore=False,
        # Statements that a pooler of connections in between would not know.
        connect_args={"prepare_threshold": None},
        **_POOL,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(
            f"SELECT set_config('lock_timeout', '{round(busy_seconds * 1000)}', true),"
            "set_config('idle_in_transaction_session_timeout',"
            f"'{_FORGOTTEN_MILLISECONDS}', true)"
        )

    return engine


def options_of(engine: Engine, *, writes: bool) -> dict[str, Any]:
    """Give the options for a connection that is going to read or to write."""
    if engine.dialect.name == "sqlite":
        # At once for writing: one that reads first may find that it cannot write any more.
        if writes:
            return {_BEGIN: ("PRAGMA query_only = OFF", "BEGIN IMMEDIATE")}
        return {_BEGIN: ("PRAGMA query_only = ON", "BEGIN")}
    if writes:
        return {"isolation_level": "READ COMMITTED"}
    # Reading sees one moment, as on SQLite.
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def outside_transaction(connection: Connection, statement: str) -> None:
    """Execute on SQLite what it refuses within a transaction."""
    connection.execution_options(**{_BEGIN: ()}).exec_driver_sql(statement).close()
    connection.rollback()


def make_file(address: Address) -> None:
    """Make the file of SQLite, for its owner only, when it is not there yet.

    Raises
    ------
    OSError
        The folder is not there or does not allow it.
    """
    if address.file is None or address.file.exists():
        return
    if address.ours:
        address.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(address.file, os.O_RDWR | os.O_CREAT, mode=0o600))
