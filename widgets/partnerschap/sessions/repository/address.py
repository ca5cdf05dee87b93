"""Database URLs: which database an address means."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from partnerschap.sessions.repository.errors import StoreError

OWN_FILE = "sqlite"
_POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}


@dataclass(frozen=True)
class Address:
    """A database.

    Attributes
    ----------
    url
        Complete, so that it means the same in another folder.
    file
        Of SQLite; None on PostgreSQL.
    ours
        Whether the file is in our own folder, which may be made.
    """

    url: URL
    file: Path | None
    ours: bool = False


def address_of(text: str) -> Address:
    """Understand the address of a database.

    Raises
    ------
    StoreError
        ``bad_url``: it is not one of SQLite with a file or of PostgreSQL.
    """
    if text == OWN_FILE:
        folder = platformdirs.user_data_path("partnerschap")
        return _file(folder / "partnerschap.sqlite3", ours=True)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError("bad_url") from error
    if "\0" in unquote(text) or not _is_host(url.host or ""):
        raise StoreError("bad_url")
    if url.drivername == "sqlite" and url.database and not (url.host or url.query):
        if url.database == ":memory:" or url.database.startswith("file:"):
            raise StoreError("bad_url")  # would be gone with its connection; has options of its own
        return _file(Path(url.database))
    if url.drivername in _POSTGRESQL and (url.port is None or 0 < url.port < 2**16):
        return Address(url.set(drivername="postgresql+psycopg"), None)
    raise StoreError("bad_url")


def _is_host(host: str) -> bool:
    """Return whether the system can look it up; a path is that of a socket."""
    try:
        host.encode("utf-8" if host.startswith("/") else "idna")
    except UnicodeError:
        return False
    return True


def _file(path: Path, *, ours: bool = False) -> Address:
    path = path.absolute()
    return Address(URL.create("sqlite", database=str(path)), path, ours)
