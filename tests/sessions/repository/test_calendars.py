"""What a calendar may hold of a plan is remembered, also after an action lost its day or went."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from partnerschap.sessions.repository import CalendarEntry, Session, Store, Team

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
NOW = datetime(2026, 3, 2, 9, 30, 15, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def note(store: Store, session: Session) -> Callable[..., None]:
    def notes(
        action_id: int, day: date | None, version: int, at: datetime = NOW, where: int = session.id
    ) -> None:
        store.write(lambda transaction: transaction.note_entry(where, action_id, day, version, at))

    return notes


@pytest.fixture
def entries(store: Store, session: Session) -> Callable[[], tuple[CalendarEntry, ...]]:
    return lambda: store.read(lambda transaction: transaction.calendar_entries(session.id))


Note = Callable[..., None]
Entries = Callable[[], tuple[CalendarEntry, ...]]


def test_a_team_is_given_a_name_for_calendars_that_is_its_own(
    store: Store, add_team: Callable[..., Team]
) -> None:
    one, other = add_team(who="secret", label=""), add_team(label="")
    assert re.fullmatch(r"[0-9a-f]{32}", one.calendar)
    assert one.calendar != other.calendar
    assert add_team(who="secret").calendar == one.calendar
    assert store.read(lambda transaction: transaction.team(one.id)) == one


def test_the_last_day_stays_when_an_action_has_none_any_more(note: Note, entries: Entries) -> None:
    note(7, MAY, 1)
    assert entries() == (CalendarEntry(7, MAY, 1, NOW),)
    note(7, JUNE, 2, LATER)
    assert entries() == (CalendarEntry(7, JUNE, 2, LATER),)
    note(7, None, 3, LATER)
    assert entries() == (CalendarEntry(7, JUNE, 3, LATER),)
    note(8, None, 4)  # never had a day
    assert entries() == (CalendarEntry(7, JUNE, 3, LATER),)


def test_the_same_version_again_and_an_older_one_change_nothing(
    note: Note, entries: Entries
) -> None:
    note(7, MAY, 2)
    for version in (2, 1):
        note(7, JUNE, version, LATER)
        note(7, None, version, LATER)
    assert entries() == (CalendarEntry(7, MAY, 2, NOW),)


def test_another_session_does_not_touch_it(
    note: Note, entries: Entries, team: Team, add_session: Callable[..., Session]
) -> None:
    note(7, MAY, 1)
    note(7, None, 2, LATER, where=add_session(team).id)
    assert entries() == (CalendarEntry(7, MAY, 1, NOW),)


def test_of_what_was_taken_away_the_newest_stay(
    store: Store, session: Session, note: Note, entries: Entries
) -> None:
    action: dict[str, Any] = {"item": None, "action": None, "text": "Bel"}
    planned = store.write(
        lambda transaction: transaction.add_action(session.id, key="k", due=MAY, **action)
    )
    note(planned.id, MAY, 1, NOW - timedelta(days=1))
    removed = range(1_000, 1_005)
    for age, action_id in enumerate(removed):
        note(action_id, MAY, 2, NOW + timedelta(minutes=age))
    store.write(lambda transaction: transaction.forget_old_entries(session.id, 2))
    assert [one.action_id for one in entries()] == [planned.id, *removed[3:]]


def test_it_goes_with_the_session(
    store: Store, session: Session, note: Note, entries: Entries
) -> None:
    note(7, MAY, 1)
    store.write(lambda transaction: transaction.delete_session(session.id))
    assert entries() == ()
