"""Maps errors of drivers and of the system to reasons, and says which may pass on a retry."""

import errno
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.exc import (
    DBAPIError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
    SQLAlchemyError,
)

from partnerschap.sessions.repository.errors import Reason

Failure = tuple[Reason, bool]
"""The reason, and whether it may pass by itself."""

_UNAVAILABLE: Failure = ("unavailable", False)

# The low byte of SQLite's codes is the kind of error. A connection that is just closing the log
# while another opens it shows as a protocol error.
_OF_SQLITE: Mapping[int, Failure] = {
    sqlite3.SQLITE_BUSY: ("locked", True),
    sqlite3.SQLITE_LOCKED: ("locked", True),
    sqlite3.SQLITE_PROTOCOL: ("locked", True),
    sqlite3.SQLITE_READONLY: ("read_only", False),
    sqlite3.SQLITE_PERM: ("read_only", False),
    sqlite3.SQLITE_FULL: ("full", False),
}
# These stand for something else than their kind does.
_OF_SQLITE_IN_FULL: Mapping[int, Failure] = {
    sqlite3.SQLITE_READONLY_DBMOVED: _UNAVAILABLE,
    sqlite3.SQLITE_IOERR_SHMSIZE: ("full", False),
}

_OF_POSTGRESQL: Mapping[str, Failure] = {
    "40001": ("locked", True),  # serialization failure
    "40P01": ("locked", True),  # deadlock
    "55P03": ("locked", True),  # waited too long for a lock
    "53100": ("full", False),
    "25006": ("read_only", False),
    "42501": ("read_only", False),  # the account may not write
    "53300": ("unavailable", True),  # too many connections
    "57P01": ("unavailable", True),  # stopping, stopped, starting
    "57P02": ("unavailable", True),
    "57P03": ("unavailable", True),
    "25P03": ("unavailable", True),  # was idle in a transaction for too long
}
_CONNECTION_EXCEPTIONS = "08"

_OF_SYSTEM: Mapping[int, Reason] = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
}


def reason_of(error: OSError) -> Reason:
    """Tell why the system refused something."""
    return _OF_SYSTEM.get(error.errno or 0, "unavailable")


def failure_of(error: SQLAlchemyError, file: Path | None) -> Failure:
    """Tell why something failed; `file` is the one of SQLite."""
    if not isinstance(error, DBAPIError):
        return _UNAVAILABLE
    return _of_postgresql(error) if file is None else _of_sqlite(error, file)


def _of_sqlite(error: DBAPIError, file: Path) -> Failure:
    code = getattr(error.orig, "sqlite_errorcode", 0)
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_CANTOPEN and file.is_file() and not _may_write(file.parent):
        return "read_only", False  # it needs a log beside the file
    return _OF_SQLITE_IN_FULL.get(code) or _OF_SQLITE.get(kind, _UNAVAILABLE)


def _may_write(folder: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.W_OK, effective_ids=effective)


def _of_postgresql(error: DBAPIError) -> Failure:
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is None:
        if isinstance(error, ProgrammingError):
            return "bad_url", False  # an option that the driver does not know
        # The driver gives no code when it cannot reach the server or loses it.
        return "unavailable", isinstance(error, OperationalError | InterfaceError)
    if state.startswith(_CONNECTION_EXCEPTIONS):
        return "unavailable", True
    return _OF_POSTGRESQL.get(state, _UNAVAILABLE)
