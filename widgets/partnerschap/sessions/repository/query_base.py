"""The base of the query classes of which a transaction consists."""

from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, RowMapping, Table

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

Lock = Literal["none", "share", "update"]


class QueryBase:
    """Base of a class of queries on one connection, inside the transaction that `Store` began.

    Attributes
    ----------
    connection
        For statements that no query class offers; do not commit on it.
    removed
        Whether rows were deleted that must not be found in the file any more.
    """

    def __init__(self, connection: Connection, *, writes: bool) -> None:
        self.connection = connection
        self.removed = False
        self._on_postgresql = connection.dialect.name == "postgresql"
        self._can_lock = writes and self._on_postgresql

    def _insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        if self._on_postgresql:
            from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - takes long to import

            return postgresql.insert(table)
        from sqlalchemy.dialects import sqlite  # noqa: PLC0415

        return sqlite.insert(table)


def fields(row: RowMapping) -> dict[str, Any]:
    """Return a row as the keyword arguments of its record in the model."""
    return {str(name): value for name, value in row.items()}
