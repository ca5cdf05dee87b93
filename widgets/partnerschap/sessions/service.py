"""The service on which use cases run: each in a transaction, with storage errors mapped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

from partnerschap.content import Content
from partnerschap.sessions.errors import Reason, SessionError
from partnerschap.sessions.repository import Store, StoreError, Transaction, VersionConflictError
from partnerschap.settings import Settings

T = TypeVar("T")

_STORAGE: Final[dict[str, Reason]] = {
    "bad_url": "storage_bad_url",
    "locked": "storage_locked",
    "unavailable": "storage_unavailable",
    "read_only": "storage_read_only",
    "full": "storage_full",
}


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class SessionService:
    """Runs use cases in transactions and maps storage errors to `SessionError`.

    Attributes
    ----------
    content
        The course's content, which says what may be asked and chosen.
    store
        The database.
    now
        The clock; a test may set it.
    sessions_an_hour
        Sessions that may be opened in an hour, of all teams together.
    """

    content: Content
    store: Store
    now: Callable[[], datetime] = _now
    sessions_an_hour: int = 500

    @classmethod
    def of_settings(cls, content: Content, database: str | None = None) -> "SessionService":
        """Use a database, by default that of the settings.

        Raises
        ------
        SessionError
            When its address is none.
        """
        try:
            return cls(content, Store(database), sessions_an_hour=Settings().sessions_an_hour)
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error

    def prepare(self) -> None:
        """Migrate the database: make the tables, or bring them up to date.

        Raises
        ------
        SessionError
            When the database cannot be used.
        """
        try:
            self.store.migrate()
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in a transaction that only reads, and return what it gives.

        Raises
        ------
        SessionError
            When the database cannot be used; what `work` raises passes unchanged.
        """
        try:
            return self.store.read(work)
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in a transaction that writes, wholly or not at all; it may be run again.

        Raises
        ------
        SessionError
            When the database cannot be used, or ``conflict`` where somebody else changed the same
            thing meanwhile; what `work` raises passes unchanged.
        """
        try:
            return self.store.write(work)
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error
        except VersionConflictError as error:
            raise SessionError("conflict") from error
