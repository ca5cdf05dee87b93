"""The plan as a calendar: a whole day a dated step, and the day of looking back.

No owner stands in it: calendars are shared and synchronised far beyond the team.
"""

import hashlib
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from partnerschap.report.report_words import ReportWords, short
from partnerschap.report.team_report import PlanStep, TeamReport

_PRODUCT: Final = "-//partnerschap//plan//NL"
_BEFORE: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_SUMMARY: Final = 120
_LAST: Final = date.max - _DAY  # a whole day ends on the day behind it


def plan_calendar(report: TeamReport, words: ReportWords) -> bytes:
    """Make the file; where no step has a date, one entry says so."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.say("calendar_name"))
    dated = [step for step in report.plan if step.due is not None]
    made: Counter[str] = Counter()
    for step in dated:
        # Not the date: when a step is moved, its entry in the calendar moves along.
        key = "\n".join((step.item or "", step.action or "", step.text))
        made[key] += 1
        calendar.add_component(_of_step(report, words, step, f"{key}\n{made[key]}"))
    if not dated:
        text = words.say("calendar_none")
        calendar.add_component(_event(report, "nothing", text, report.made_on))
    if report.next_round is not None:
        text = words.say("next_round_title")
        event = _event(report, "next-round", text, report.next_round)
        event.add_component(_alarm(words, text))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _of_step(report: TeamReport, words: ReportWords, step: PlanStep, key: str) -> Event:
    text = step.text or words.say("text_none")
    event = _event(report, key, short(text, _SUMMARY), step.due or report.made_on)
    details = [
        f"{words.say(key)}: {value}"
        for key in ("first_step", "evidence", "celebration")
        if (value := getattr(step, key))
    ]
    event.add("description", "\n".join([text, *details]))
    if step.state == "stopped":
        event.add("status", "CANCELLED")
    elif step.state != "done":
        event.add_component(_alarm(words, short(text, _SUMMARY)))
    return event


def _event(report: TeamReport, key: str, summary: str, day: date) -> Event:
    event = Event()
    named = "\n".join((report.instrument, report.label, str(report.round), key))
    digest = hashlib.sha256(named.encode()).hexdigest()[:32]
    event.add("uid", f"{digest}@partnerschap")
    event.add("dtstamp", datetime.combine(report.made_on, time(), UTC))
    event.add("summary", summary)
    event.add("dtstart", min(day, _LAST))
    event.add("dtend", min(day, _LAST) + _DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(words: ReportWords, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_BEFORE)
    alarm.add("description", words.say("calendar_reminder", text=text))
    return alarm
