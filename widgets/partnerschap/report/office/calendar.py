"""The plan as a calendar: a whole day a dated step, and the day of looking back.

No owner stands in it: calendars are shared and synchronised far beyond the team.

A calendar knows an entry by its UID, whatever else changes, and takes what has a higher SEQUENCE.
What is not in a file stays in a calendar, so what fell away is in it as CANCELLED.
"""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Final
from uuid import uuid5

from icalendar import Alarm, Calendar, Event

from partnerschap.report.team_report import PlanEntry, TeamReport
from partnerschap.report.words import ReportWords, short

if TYPE_CHECKING:
    from partnerschap.sessions import PlanStep

_PRODUCT: Final = "-//partnerschap//plan//NL"
_DAY: Final = timedelta(days=1)
_REMINDER: Final = timedelta(hours=9) - 7 * _DAY
"""From the beginning of the day: at nine in the morning, a week before."""

_SUMMARY: Final = 120
_TEAM: Final = 40
_LAST: Final = date.max - _DAY  # a whole day ends on the day behind it


def plan_calendar(report: TeamReport, words: ReportWords) -> bytes:
    """Make the file; where it would be empty, one entry says that nothing has a date."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = words.say("calendar_name")
    calendar.add("x-wr-calname", _with_team(report, words, name))
    for event in _events(report, words):
        event.add("dtstamp", report.made_at.astimezone(UTC))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(report: TeamReport, words: ReportWords) -> Iterator[Event]:
    known = report.calendar
    for entry in known.entries:
        step = None if entry.step is None else report.plan[entry.step]
        yield _of_step(report, words, entry, step)
    if report.next_round is not None:
        closed_at = report.closed_at or report.made_at
        uid = uuid5(known.id, f"round {report.round}")
        # A round is closed once, so its day of looking back stays.
        again = PlanEntry(uid, report.next_round, 0, closed_at, None)
        yield _live(report, words, again, words.say("next_round_title"))
    nothing_else = not known.entries and report.next_round is None
    if nothing_else or known.noticed is not None:
        yield _notice(report, words, cancelled=not nothing_else)


def _of_step(
    report: TeamReport, words: ReportWords, entry: PlanEntry, step: "PlanStep | None"
) -> Event:
    if step is None:
        return _cancelled(report, words, entry, words.say("calendar_removed"))
    text = step.text or words.say("text_none")
    if step.due is None or step.state == "stopped":
        return _cancelled(report, words, entry, text)
    event = _live(report, words, entry, text, remind=step.state != "done")
    details = [
        f"{words.say(key)}: {value}"
        for key in ("first_step", "evidence", "celebration")
        if (value := getattr(step, key))
    ]
    event.add("description", "\n".join([text, *details]))
    return event


def _notice(report: TeamReport, words: ReportWords, *, cancelled: bool) -> Event:
    """Say that nothing has a date; while nothing has, it moves along to the day of each file."""
    day = report.calendar.noticed if cancelled else None
    entry = PlanEntry(
        uid=uuid5(report.calendar.id, "notice"),
        day=day or report.made_on,
        sequence=report.made_on.toordinal() + cancelled,
        changed_at=report.made_at,
        step=None,
    )
    text = words.say("calendar_none")
    if cancelled:
        return _cancelled(report, words, entry, text)
    return _live(report, words, entry, text, remind=False)


def _live(
    report: TeamReport, words: ReportWords, entry: PlanEntry, text: str, *, remind: bool = True
) -> Event:
    summary = short(_with_team(report, words, text), _SUMMARY)
    event = _event(report, entry, summary)
    event.add("status", "CONFIRMED")  # said, for it may have been cancelled before
    if remind:
        event.add_component(_alarm(words, summary))
    return event


def _cancelled(report: TeamReport, words: ReportWords, entry: PlanEntry, text: str) -> Event:
    # Also in words: not every calendar takes away what is cancelled.
    said = _with_team(report, words, words.say("calendar_cancelled", text=text))
    event = _event(report, entry, short(said, _SUMMARY))
    event.add("status", "CANCELLED")
    return event


def _with_team(report: TeamReport, words: ReportWords, text: str) -> str:
    """Say of which team it is: a trainer's calendar may hold several plans."""
    if not report.label:
        return text
    return words.say("calendar_of", team=short(report.label, _TEAM), text=text)


def _event(report: TeamReport, entry: PlanEntry, summary: str) -> Event:
    event = Event()
    event.add("uid", str(entry.uid))
    event.add("sequence", entry.sequence)
    # A browser's clock may be ahead of ours: nothing changed after the file was made.
    changed_at = min(entry.changed_at, report.made_at)
    event.add("last-modified", changed_at.astimezone(UTC))
    event.add("summary", summary)
    event.add("dtstart", min(entry.day, _LAST))
    event.add("dtend", min(entry.day, _LAST) + _DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(words: ReportWords, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _REMINDER)
    alarm.add("description", words.say("calendar_reminder", text=text))
    return alarm
