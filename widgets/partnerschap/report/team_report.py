"""The data of a report: the figures of a round, what the team chose, and its plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from partnerschap.advice import Advice
from partnerschap.content import Content, Role
from partnerschap.scoring import AreaChange, GroupDifference, Scores, Side

if TYPE_CHECKING:  # what a session keeps takes long to import, and a report needs none of it
    from partnerschap.sessions import PlanStep


@dataclass(frozen=True)
class PlanEntry:
    """What a calendar may hold of a step, also after it lost its date or was taken out.

    Attributes
    ----------
    uid
        Names the entry in every calendar, and stays whatever changes; made of nothing but chance,
        for calendars are shared far beyond the team.
    day
        The date of the step, or the last that it had.
    sequence
        0..2147483647; grows with every change of the step.
    changed_at
        Of the last change, with a time zone.
    step
        Position in the plan; None for a step that was taken out.
    """

    uid: UUID
    day: date
    sequence: int
    changed_at: datetime
    step: int | None


@dataclass(frozen=True)
class PlanCalendar:
    """How a plan is known in calendars.

    Attributes
    ----------
    id
        Names what is about the plan as a whole.
    noticed
        The day on which a calendar was given out that held only the notice that nothing has a date.
    """

    id: UUID
    entries: tuple[PlanEntry, ...] = ()
    noticed: date | None = None


NO_PLAN: Final = PlanCalendar(UUID("7c0d4b53-9f0e-4f2a-8f0e-0c2b51a8d3e6"))
"""Of an answer sheet. It has no plan, and of the notice that says so a calendar needs one."""


@dataclass(frozen=True)
class TeamReport:
    """Everything that a file for a team is made from.

    It holds what may be shown and nothing else: a file can disclose no more than these figures.

    Attributes
    ----------
    content
        Of the round: with the points that the team added itself.
    instrument, sector
        Ids; empty where they are not known: a plan can be made without a scan.
    label
        What the trainer calls the team; may be empty.
    code
        Of the session, which names the files of a team without a label; empty without one.
    made_at
        The moment at which it is made, with the time zone in which its day is written.
    joint
        By item the answer that the team chose together, coded as in `Answers.values`.
    importance
        By item 1..3, or None where the team did not vote.
    round
        1 for the team's first round; None where the answers come from a sheet.
    changes
        How the areas differ from the round before; empty without one.
    together
        Whether the team filled in one form together.
    demo
        Whether the answers are invented.
    next_round
        When the team looks back; None where no day is agreed.
    closed_at
        When the round was closed, with a time zone; None where there is none.
    calendar
        Every step that has a date is in it.
    earlier_edition
        Whether the figures were frozen by an earlier edition of the method.
    role
        Of the one person whose answers it is about; None for a team.
    missing
        The side of the comparison from which nobody answered.
    """

    content: Content
    instrument: str
    sector: str
    label: str
    made_at: datetime
    scores: Scores
    advice: Advice
    differences: tuple[GroupDifference, ...] = ()
    joint: Mapping[str, int] = field(default_factory=dict)
    importance: Mapping[str, int] | None = None
    plan: "tuple[PlanStep, ...]" = ()
    round: int | None = None
    changes: tuple[AreaChange, ...] = ()
    together: bool = False
    demo: bool = False
    next_round: date | None = None
    closed_at: datetime | None = None
    calendar: PlanCalendar = NO_PLAN
    earlier_edition: bool = False
    role: Role | None = None
    missing: Side | None = None
    code: str = ""

    @property
    def made_on(self) -> date:
        """Day on the report."""
        return self.made_at.date()

    @property
    def in_words(self) -> bool:
        """Whether there is one form: an answer then stands there in words, not as a percentage."""
        return self.scores.min_group == 1 and self.scores.respondents <= 1
