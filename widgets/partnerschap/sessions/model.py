"""The domain model: team, round, participant, plan and what belongs to them, as frozen records."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

State = Literal["open", "closed", "discussion", "planned", "archived"]
Moment = Literal["now", "then"]
"""``then`` is how somebody now says that it was, half a year ago."""

ActionState = Literal["chosen", "busy", "done", "stopped"]


@dataclass(frozen=True)
class Team:
    """Who measures, round after round; no name of a person.

    Attributes
    ----------
    token_hash
        Hash of the trainer's secret.
    label
        What the trainer calls the team, at most 80 characters; may be empty.
    demo
        Whether it is an example.
    calendar
        Drawn at random, 32 hexadecimal digits, and no secret: the entries that the plan gets in a
        calendar are named after it, also where that calendar is shared.
    """

    id: int
    token_hash: str
    label: str
    sector: str
    language: str
    demo: bool
    created_at: datetime
    calendar: str


@dataclass(frozen=True)
class OwnItem:
    """A point that the team added itself; `scale` is the id of a scale."""

    id: str
    statement: str
    scale: str


@dataclass(frozen=True)
class Session:
    """One round of a team.

    Attributes
    ----------
    round
        1 for the first round of the team.
    code
        With which participants join; unique.
    together
        Whether the team fills in one joint form on one screen, instead of each apart.
    step
        What the discussion is at; empty before it.
    version
        Grows with every change that a participant's page may have to show.
    purge_after
        When raw answers (of a session that is still open: the whole session) are to go.
    result
        The figures, frozen at closing, as JSON; None before.
    """

    id: int
    team_id: int
    round: int
    code: str
    instrument: str
    content_version: str
    roles: tuple[str, ...]
    own_items: tuple[OwnItem, ...]
    min_group: int
    retention_days: int
    together: bool
    state: State
    step: str
    version: int
    opened_at: datetime
    closed_at: datetime | None
    purge_after: datetime
    purged_at: datetime | None
    result: str | None


@dataclass(frozen=True)
class Participant:
    """Somebody who answers, or a row of a sheet.

    Attributes
    ----------
    batch
        The sheet that it came with; None for somebody who joined.
    """

    id: int
    session_id: int
    role: str
    batch: str | None
    finished: bool


@dataclass(frozen=True)
class RoleCount:
    """How many of a role have joined, and how many of them are ready."""

    role: str
    joined: int
    finished: int


@dataclass(frozen=True)
class JointScore:
    """What the team agreed on an item, coded as an answer; `version` prevents lost updates."""

    item: str
    value: int
    version: int


@dataclass(frozen=True)
class PlannedAction:
    """A step that the team chose.

    Attributes
    ----------
    item, action
        Ids of the content, or None for an action of the team's own.
    owner
        A role or initials.
    version
        Guards against a lost update.
    area
        Id of the content: where an action without an item belongs, if the team said so.
    first_step
        What happens first.
    evidence
        How the team will see that it works.
    celebration
        How it is celebrated.
    reason
        Why it stopped, or what helped.
    months
        1..12, in which something happens, in the order of a school year.
    """

    id: int
    item: str | None
    action: str | None
    text: str
    owner: str
    due: date | None
    version: int
    area: str | None = None
    first_step: str = ""
    evidence: str = ""
    celebration: str = ""
    state: ActionState = "chosen"
    reason: str = ""
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class CalendarEntry:
    """What a calendar may hold of an action, also after it lost its day or was taken away.

    Attributes
    ----------
    day
        The last that the action had.
    version
        Of the action; one more where it was taken away.
    changed_at
        When it got that version.
    """

    action_id: int
    day: date
    version: int
    changed_at: datetime
