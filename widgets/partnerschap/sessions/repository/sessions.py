"""Queries on sessions (rounds), and on wrong codes that somebody tried."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, select, update

from partnerschap.sessions.model import OwnItem, Session, State
from partnerschap.sessions.repository.errors import CodeTakenError
from partnerschap.sessions.repository.query_base import Lock, QueryBase, fields
from partnerschap.sessions.repository.tables import SESSIONS, WRONG_CODES

WRONG_CODES_KEPT = timedelta(days=1)


class SessionChanges(TypedDict, total=False):
    """What may change of a session; the rest stands from its opening."""

    state: State
    step: str
    closed_at: datetime | None
    purge_after: datetime
    purged_at: datetime | None
    result: str | None


class Sessions(QueryBase):
    """The rounds of a team."""

    def add_session(  # noqa: PLR0913 - the fields of a session
        self,
        *,
        team_id: int,
        round: int,  # noqa: A002 - the word of the record
        code: str,
        instrument: str,
        content_version: str,
        roles: Sequence[str],
        own_items: Sequence[OwnItem],
        min_group: int,
        retention_days: int,
        together: bool,
        opened_at: datetime,
        purge_after: datetime,
    ) -> Session:
        """Open a round of a team, or give the one that is there already, unchanged.

        Raises
        ------
        CodeTakenError
            Another session has this code; the transaction is still good, so try another.
        """
        values = {
            "team_id": team_id,
            "round": round,
            "code": code,
            "instrument": instrument,
            "content_version": content_version,
            "roles": list(roles),
            "own_items": [asdict(item) for item in own_items],
            "min_group": min_group,
            "retention_days": retention_days,
            "together": together,
            "state": "open",
            "step": "",
            "version": 1,
            "opened_at": opened_at,
            "purge_after": purge_after,
        }
        self.connection.execute(self._insert(SESSIONS).values(values).on_conflict_do_nothing())
        session = self._session((SESSIONS.c.team_id == team_id) & (SESSIONS.c.round == round))
        if session is None:
            raise CodeTakenError
        return session

    def session(self, session_id: int, *, lock: Lock = "none") -> Session | None:
        """Find a session by its id.

        Parameters
        ----------
        lock
            Until the transaction ends, ``share`` lets nobody change the session and ``update``
            moreover waits for all who share it. Take ``update`` at once when `touch` or
            `update_session` follows: two that share and then both want to change wait for each
            other, and one starts again. Locks nothing in a `Store.read`, nor on SQLite, where
            writes go one by one.
        """
        return self._session(SESSIONS.c.id == session_id, lock if self._can_lock else "none")

    def session_by_code(self, code: str) -> Session | None:
        """Find a session by the code with which participants join."""
        return self._session(SESSIONS.c.code == code)

    def versions(self, session_ids: Iterable[int]) -> tuple[tuple[int, int, State, bool], ...]:
        """Look up of sessions the id, version, state and whether they are purged; cheap.

        Those that are not there are left out.
        """
        query = select(
            SESSIONS.c.id, SESSIONS.c.version, SESSIONS.c.state, SESSIONS.c.purged_at.is_not(None)
        ).where(SESSIONS.c.id.in_(sorted(session_ids)))
        return tuple(tuple(row) for row in self.connection.execute(query))

    def count_opened(self, since: datetime) -> int:
        """Count the sessions that were opened since a moment."""
        query = select(func.count()).where(SESSIONS.c.opened_at >= since)
        return self.connection.execute(query).scalar_one()

    def sessions_of(self, team_id: int) -> tuple[Session, ...]:
        """Give the sessions of a team, by round."""
        return self._sessions(SESSIONS.c.team_id == team_id, SESSIONS.c.round)

    def update_session(self, session_id: int, **changes: Unpack[SessionChanges]) -> Session:
        """Change a session; its version grows by one.

        Raises
        ------
        LookupError
            There is no such session.
        """
        change = (
            update(SESSIONS)
            .where(SESSIONS.c.id == session_id)
            .values(version=SESSIONS.c.version + 1, **changes)
            .returning(SESSIONS)
        )
        row = self.connection.execute(change).mappings().first()
        if row is None:
            raise LookupError(session_id)
        return _record(row)

    def touch(self, session_id: int) -> None:
        """Let the version grow by one, so that pages look again."""
        grow = update(SESSIONS).where(SESSIONS.c.id == session_id)
        self.connection.execute(grow.values(version=SESSIONS.c.version + 1))

    def due_for_purge(self, now: datetime) -> tuple[Session, ...]:
        """Give the sessions whose time has come and that were not purged yet."""
        due = (SESSIONS.c.purge_after <= now) & SESSIONS.c.purged_at.is_(None)
        return self._sessions(due, SESSIONS.c.id)

    def delete_session(self, session_id: int) -> None:
        """Delete a session with all that belongs to it."""
        self.connection.execute(delete(SESSIONS).where(SESSIONS.c.id == session_id))
        self.removed = True

    def add_wrong_code(self, at: datetime) -> None:
        """Note that somebody tried a code that no session has; forget those of over a day ago."""
        self.forget_wrong_codes(at)
        self.connection.execute(insert(WRONG_CODES).values(at=at))

    def forget_wrong_codes(self, now: datetime) -> None:
        """Delete the wrong codes of over a day ago."""
        old = WRONG_CODES.c.at < now - WRONG_CODES_KEPT
        self.connection.execute(delete(WRONG_CODES).where(old))

    def wrong_codes_since(self, at: datetime) -> int:
        """Count the wrong codes from a moment on; a day back at most."""
        count = select(func.count()).select_from(WRONG_CODES).where(WRONG_CODES.c.at >= at)
        return self.connection.execute(count).scalar_one()

    def _session(self, which: ColumnElement[bool], lock: Lock = "none") -> Session | None:
        query = select(SESSIONS).where(which)
        if lock != "none":
            query = query.with_for_update(read=lock == "share")
        row = self.connection.execute(query).mappings().first()
        return _record(row) if row else None

    def _sessions(
        self, which: ColumnElement[bool], order: ColumnElement[int]
    ) -> tuple[Session, ...]:
        rows = self.connection.execute(select(SESSIONS).where(which).order_by(order)).mappings()
        return tuple(_record(row) for row in rows)


def _record(row: RowMapping) -> Session:
    own_items = tuple(OwnItem(**item) for item in row["own_items"])
    return Session(**fields(row) | {"roles": tuple(row["roles"]), "own_items": own_items})
