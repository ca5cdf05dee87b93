"""Queries on calendar entries: what the calendars of people may hold of a plan."""

from datetime import date, datetime
from typing import Final

from sqlalchemy import delete, select, update

from partnerschap.sessions.model import CalendarEntry
from partnerschap.sessions.repository.query_base import QueryBase, fields
from partnerschap.sessions.repository.tables import ACTIONS, CALENDAR_ENTRIES

_ENTRY: Final = [column for column in CALENDAR_ENTRIES.c if column.name != "session_id"]


class Calendars(QueryBase):
    """The days that actions had, so that a calendar hears of it when they change or go."""

    def note_entry(
        self, session_id: int, action_id: int, day: date | None, version: int, at: datetime
    ) -> None:
        """Remember that an action has this day from this version on; again changes nothing.

        Parameters
        ----------
        day
            None for an action that has no day any more, or was taken away: the last one stays,
            and an action that never had one stays unknown.
        """
        newer = CALENDAR_ENTRIES.c.version < version
        values = {"version": version, "changed_at": at}
        if day is None:
            mine = CALENDAR_ENTRIES.c.session_id == session_id
            that = CALENDAR_ENTRIES.c.action_id == action_id
            self.connection.execute(
                update(CALENDAR_ENTRIES).where(mine, that, newer).values(values)
            )
            return
        values |= {"day": day}
        ids = {"action_id": action_id, "session_id": session_id}
        self.connection.execute(
            self._insert(CALENDAR_ENTRIES)
            .values(ids | values)
            .on_conflict_do_update(
                index_elements=CALENDAR_ENTRIES.primary_key, set_=values, where=newer
            )
        )

    def forget_old_entries(self, session_id: int, most: int) -> None:
        """Keep so many entries of actions that were taken away, the newest."""
        mine = CALENDAR_ENTRIES.c.session_id == session_id
        planned = select(ACTIONS.c.id).where(ACTIONS.c.session_id == session_id)
        old = (
            select(CALENDAR_ENTRIES.c.action_id)
            .where(mine, CALENDAR_ENTRIES.c.action_id.not_in(planned))
            .order_by(CALENDAR_ENTRIES.c.changed_at.desc(), CALENDAR_ENTRIES.c.action_id.desc())
            .offset(most)
        )
        self.connection.execute(
            delete(CALENDAR_ENTRIES).where(CALENDAR_ENTRIES.c.action_id.in_(old))
        )

    def calendar_entries(self, session_id: int) -> tuple[CalendarEntry, ...]:
        """Give the entries of a session, in the order in which the actions were added."""
        query = (
            select(*_ENTRY)
            .where(CALENDAR_ENTRIES.c.session_id == session_id)
            .order_by(CALENDAR_ENTRIES.c.action_id)
        )
        rows = self.connection.execute(query).mappings()
        return tuple(CalendarEntry(**fields(row)) for row in rows)
