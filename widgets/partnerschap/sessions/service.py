"""What every use case works with: the store, the content and a clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

from partnerschap.content import Content
from partnerschap.sessions.errors import Reason, SessionError
from partnerschap.sessions.repository import Store, StoreError, Transaction, VersionConflictError

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
    """Where the use cases are carried out; faults of the store become `SessionError` here."""

    content: Content
    store: Store
    now: Callable[[], datetime] = _now

    @classmethod
    def of_settings(cls, content: Content, database: str | None = None) -> "SessionService":
        """Use a database, by default that of the settings.

        Raises
        ------
        SessionError
            When its address is none.
        """
        try:
            return cls(content, Store(database))
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error

    def prepare(self) -> None:
        """Make the tables, or bring them up to date."""
        try:
            self.store.migrate()
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Look something up."""
        try:
            return self.store.read(work)
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Change something, wholly or not at all; `work` may be done again."""
        try:
            return self.store.write(work)
        except StoreError as error:
            raise SessionError(_STORAGE[error.reason]) from error
        except VersionConflictError as error:
            raise SessionError("conflict") from error
