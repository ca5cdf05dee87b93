"""The repository of team sessions, on SQLite or PostgreSQL (SQLAlchemy 2, Alembic).

`Store` is the database: it opens a `Transaction`, the unit of work, which has all queries.
"""

from partnerschap.sessions.model import (
    ActionState,
    CalendarEntry,
    JointScore,
    Moment,
    OwnItem,
    Participant,
    PlannedAction,
    RoleCount,
    Session,
    State,
    Team,
)
from partnerschap.sessions.repository.errors import CodeTakenError, StoreError, VersionConflictError
from partnerschap.sessions.repository.store import Store
from partnerschap.sessions.repository.transaction import Transaction

__all__ = [
    "ActionState",
    "CalendarEntry",
    "CodeTakenError",
    "JointScore",
    "Moment",
    "OwnItem",
    "Participant",
    "PlannedAction",
    "RoleCount",
    "Session",
    "State",
    "Store",
    "StoreError",
    "Team",
    "Transaction",
    "VersionConflictError",
]
