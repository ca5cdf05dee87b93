"""The unit of work: all queries on the database within one transaction."""

from partnerschap.sessions.repository.answers import Answers
from partnerschap.sessions.repository.calendars import Calendars
from partnerschap.sessions.repository.decisions import Decisions
from partnerschap.sessions.repository.participants import Participants
from partnerschap.sessions.repository.sessions import Sessions
from partnerschap.sessions.repository.teams import Teams


class Transaction(Teams, Sessions, Participants, Answers, Decisions, Calendars):
    """A unit of work; `Store.read` and `Store.write` open it and hand it to their work.

    Moments are in UTC, in and out; one without a time zone is a ValueError. A row that refers to
    what is not there, as answers of a participant who was purged, or a value out of its range
    ends as a StoreError.
    """
