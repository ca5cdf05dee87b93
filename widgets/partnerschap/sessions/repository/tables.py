"""The schema: SQLAlchemy tables as the newest migration leaves them; a test compares the two."""

from datetime import UTC, datetime
from typing import Any, get_args

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.types import TypeEngine

from partnerschap.sessions.model import ActionState, Moment, State


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, PostgreSQL gives its own back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a time zone with a ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Numbers(TypeDecorator[tuple[int, ...]]):
    """A few numbers in their order, as text with spaces between them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str | None:
        """Write them one behind the other."""
        del dialect
        return None if value is None else " ".join(map(str, value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...] | None:
        """Read them back."""
        del dialect
        return None if value is None else tuple(map(int, value.split()))


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str, *, nullable: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable, primary_key=key)


def _later(name: str, default: str = "", kind: type[TypeEngine[Any]] = Text) -> Column[Any]:
    """Make a column that rows of an older version did not have."""
    return Column(name, kind, nullable=False, server_default=text(f"'{default}'"))


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> Column[datetime]:
    return Column(name, UtcDateTime, nullable=nullable)


def _of(table: str, *, key: bool = False) -> Column[int]:
    """Refer to a row that takes this one along when it goes."""
    target = ForeignKey(f"{table}s.id", ondelete="CASCADE")
    return Column(f"{table}_id", Integer, target, primary_key=key, nullable=False)


def _one_of(name: str, values: tuple[str, ...]) -> CheckConstraint:
    return CheckConstraint(f"{name} IN ({', '.join(map(repr, values))})", name=name)


# AUTOINCREMENT: without it SQLite gives the id of a removed row to the next one, and a page that
# was left open would write on somebody else's row.

TEAMS = Table(
    "teams",
    METADATA,
    _id(),
    _text("token_hash"),
    _text("label"),
    _text("sector"),
    _text("language"),
    Column("demo", Boolean, nullable=False),
    _moment("created_at"),
    _later("calendar"),
    UniqueConstraint("token_hash"),
    sqlite_autoincrement=True,
)

SESSIONS = Table(
    "sessions",
    METADATA,
    _id(),
    _of("team"),
    _number("round"),
    _text("code"),
    _text("instrument"),
    _text("content_version"),
    Column("roles", JSON, nullable=False),
    Column("own_items", JSON, nullable=False),
    _number("min_group"),
    _number("retention_days"),
    Column("together", Boolean, nullable=False),
    _text("state"),
    _text("step"),
    _number("version"),
    _moment("opened_at"),
    _moment("closed_at", nullable=True),
    _moment("purge_after"),
    _moment("purged_at", nullable=True),
    _text("result", nullable=True),
    UniqueConstraint("team_id", "round"),
    UniqueConstraint("code"),
    _one_of("state", get_args(State)),
    sqlite_autoincrement=True,
)

PARTICIPANTS = Table(
    "participants",
    METADATA,
    _id(),
    _of("session"),
    _text("token_hash"),
    _text("role"),
    _text("batch", nullable=True),
    Column("finished", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("session_id", "token_hash"),
    sqlite_autoincrement=True,
)

# Rows are kept by key, not in order of arrival, so that the file does not tell who came first.

ANSWERS = Table(
    "answers",
    METADATA,
    _of("participant", key=True),
    _text("moment", key=True),
    _text("item", key=True),
    _number("value"),
    _one_of("moment", get_args(Moment)),
    CheckConstraint("value IN (-2, -1, 1, 2, 3, 4, 5)", name="value"),
    sqlite_with_rowid=False,
)

VOTES = Table(
    "votes",
    METADATA,
    _of("participant", key=True),
    _text("item", key=True),
    _number("value"),
    CheckConstraint("value BETWEEN 1 AND 3", name="value"),
    sqlite_with_rowid=False,
)

JOINT_SCORES = Table(
    "joint_scores",
    METADATA,
    _of("session", key=True),
    _text("item", key=True),
    _number("value", nullable=True),  # null once it was taken away: its version must live on
    _number("version"),
    CheckConstraint("value IN (-2, -1, 1, 2, 3, 4, 5)", name="value"),
    sqlite_with_rowid=False,
)

ACTIONS = Table(
    "actions",
    METADATA,
    _id(),
    _of("session"),
    _text("key"),
    _text("item", nullable=True),
    _text("action", nullable=True),
    _text("text"),
    _text("owner"),
    Column("due", Date, nullable=True),
    _number("version"),
    _text("area", nullable=True),
    _later("first_step"),
    _later("evidence"),
    _later("celebration"),
    _later("state", "chosen"),
    _later("reason"),
    _later("months", kind=Numbers),
    UniqueConstraint("session_id", "key"),
    _one_of("state", get_args(ActionState)),
    sqlite_autoincrement=True,
)

# Of an action that once had a day; it stays when the action goes, and so refers to none.

CALENDAR_ENTRIES = Table(
    "calendar_entries",
    METADATA,
    Column("action_id", Integer, primary_key=True, autoincrement=False),
    _of("session"),
    Column("day", Date, nullable=False),
    _number("version"),
    _moment("changed_at"),
    Index(None, "session_id"),
)

WRONG_CODES = Table(
    "wrong_codes",
    METADATA,
    _id(),
    _moment("at"),
    Index(None, "at"),
)
