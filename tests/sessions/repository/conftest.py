"""A team, its session and somebody who joined, on either database."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from partnerschap.sessions.repository import Participant, Session, Store, Team

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
NUMBERS = itertools.count()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def store(database_url: str) -> Store:
    return Store(database_url)


@pytest.fixture
def add_team(store: Store) -> Callable[..., Team]:
    """Add a team, on a store of your own if you like."""

    def add(where: Store = store, who: str | None = None, **changes: Any) -> Team:
        fields: dict[str, Any] = {
            "token_hash": who or f"team-{next(NUMBERS)}",
            "label": "Team",
            "sector": "school",
            "language": "nl",
            "demo": False,
            "at": NOW,
        }
        return where.write(lambda transaction: transaction.add_team(**fields | changes))

    return add


@pytest.fixture
def add_session(store: Store) -> Callable[..., Session]:
    """Open a session of a team."""

    def add(team: Team, where: Store = store, **changes: Any) -> Session:
        number = next(NUMBERS)
        fields: dict[str, Any] = {
            "team_id": team.id,
            "round": number,
            "code": f"CODE{number}",
            "instrument": "kort",
            "content_version": "1",
            "roles": ("parent", "professional"),
            "own_items": (),
            "min_group": 5,
            "retention_days": 30,
            "together": False,
            "opened_at": NOW,
            "purge_after": NOW + timedelta(days=90),
        }
        return where.write(lambda transaction: transaction.add_session(**fields | changes))

    return add


@pytest.fixture
def join(store: Store) -> Callable[..., Participant]:
    """Let somebody join a session."""

    def add(
        session: Session, where: Store = store, who: str | None = None, **changes: Any
    ) -> Participant:
        fields: dict[str, Any] = {
            "token_hash": who or f"person-{next(NUMBERS)}",
            "role": "parent",
        } | changes
        return where.write(lambda transaction: transaction.add_participant(session.id, **fields))

    return add


@pytest.fixture
def team(add_team: Callable[..., Team]) -> Team:
    return add_team()


@pytest.fixture
def session(team: Team, add_session: Callable[..., Session]) -> Session:
    return add_session(team)


@pytest.fixture
def person(session: Session, join: Callable[..., Participant]) -> Participant:
    return join(session)
