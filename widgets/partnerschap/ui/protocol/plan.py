"""What the page of the plan asks, and the replies."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator
from typing_extensions import TypedDict

from partnerschap.content import Role
from partnerschap.report import PlanCalendar, PlanEntry
from partnerschap.sessions.fields import Id
from partnerschap.sessions.use_cases.planning import MOST_ACTIONS, MOST_REMOVED, Day
from partnerschap.ui.protocol.base import Answers, Number, Request, Sector
from partnerschap.ui.protocol.replies import MadeReply
from partnerschap.ui.protocol.scan import OwnScored, Plan, ScoreOwn
from partnerschap.ui.protocol.trainer import AddAction, ChangeAction, EnterRound, MakeTeamFile
from partnerschap.ui.protocol.views import TeamPlan, TeamSummary

_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = 10**14  # ms, in the year 5138


class OwnEntry(BaseModel):
    """What a calendar may hold of a step of one person; see `PlanEntry`.

    Attributes
    ----------
    changed
        In ms since 1970.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    uid: UUID
    day: Day
    sequence: Number
    changed: Annotated[int, Field(ge=0, le=_LATEST)]
    step: Annotated[int, Field(ge=0, lt=MOST_ACTIONS)] | None


class OwnCalendar(BaseModel):
    """How the plan of one person is known in calendars; the browser keeps it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID
    noticed: Day | None
    entries: Annotated[tuple[OwnEntry, ...], Field(max_length=MOST_ACTIONS + MOST_REMOVED)]

    def for_report(self) -> PlanCalendar:
        """Put it as a report has it."""
        entries = tuple(
            PlanEntry(
                uid=one.uid,
                day=one.day,
                sequence=one.sequence,
                changed_at=_BEGIN + timedelta(milliseconds=one.changed),
                step=one.step,
            )
            for one in self.entries
        )
        return PlanCalendar(self.id, entries, self.noticed)


class MakeOwnPlanFile(Request):
    """Make a file of the plan of one person, which the browser keeps.

    Attributes
    ----------
    calendar
        Needed for a calendar only.
    instrument, role, sector, answers
        Of the scan that the plan follows from; None and empty without one.
    """

    kind: Literal["own_plan_file"]
    file: Literal["plan.pdf", "plan.docx", "plan.ics"]
    plan: Plan
    calendar: OwnCalendar | None = None
    instrument: Id | None = None
    role: Role = "professional"
    sector: Sector = ""
    answers: Answers = Field(default_factory=dict)

    @model_validator(mode="after")
    def _every_date_once(self) -> Self:
        """Require that a calendar shows every date, and no entry in the place of another."""
        if self.calendar is None:
            if self.file == "plan.ics":
                raise ValueError("no calendar")
            return self
        days = {one.step: one.day for one in self.calendar.entries if one.step is not None}
        known = sum(one.step is not None for one in self.calendar.entries)
        uids = {one.uid for one in self.calendar.entries}
        dated = {place: step.due for place, step in enumerate(self.plan) if step.due is not None}
        if (
            len(days) != known
            or len(uids) != len(self.calendar.entries)
            or max(days, default=-1) >= len(self.plan)
            or any(days.get(place) != due for place, due in dated.items())
        ):
            raise ValueError("entries that do not belong to the steps")
        return self


PlanRequest = Annotated[
    ScoreOwn | EnterRound | AddAction | ChangeAction | MakeTeamFile | MakeOwnPlanFile,
    Field(discriminator="kind"),
]
PLAN_REQUEST: TypeAdapter[PlanRequest] = TypeAdapter(PlanRequest)


class PlanScored(OwnScored):
    """The figures of one person, with the ids of the partnerships with the lowest share."""

    weakest: list[str]


class PlanViewed(TypedDict):
    """The plan of a team; without a closed round only the team. Also sent unasked."""

    kind: Literal["plan"]
    plan: TeamPlan | TeamSummary


PlanReply = PlanScored | PlanViewed | MadeReply
