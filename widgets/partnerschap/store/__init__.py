"""What is kept of team sessions, on SQLite or PostgreSQL."""

from partnerschap.store.errors import CodeTakenError, StoreError, VersionConflictError
from partnerschap.store.records import (
    ActionState,
    CalendarEntry,
    JointScore,
    Moment,
    OwnItem,
    Participant,
    PlannedAction,
    PlanStep,
    RoleCount,
    Session,
    State,
    Team,
)
from partnerschap.store.store import Store
from partnerschap.store.transaction import Transaction

__all__ = [
    "ActionState",
    "CalendarEntry",
    "CodeTakenError",
    "JointScore",
    "Moment",
    "OwnItem",
    "Participant",
    "PlanStep",
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
