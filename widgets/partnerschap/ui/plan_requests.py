"""What the page of the plan may ask of its kernel, validated once, here."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from partnerschap.content import Role
from partnerschap.session import ActionText
from partnerschap.session.fields import Id
from partnerschap.session.planning import MOST_ACTIONS
from partnerschap.ui.request_base import Answers, Request, Sector
from partnerschap.ui.requests import ScoreOwn
from partnerschap.ui.session_requests import AddAction, ChangeAction, EnterRound, MakeTeamFile


class MakeOwnPlanFile(Request):
    """Make a file of the plan of one person, which the browser keeps.

    Attributes
    ----------
    instrument, role, sector, answers
        Of the scan that the plan follows from; None and empty without one.
    """

    kind: Literal["own_plan_file"]
    file: Literal["plan.pdf", "plan.docx", "plan.ics"]
    plan: Annotated[tuple[ActionText, ...], Field(max_length=MOST_ACTIONS)]
    instrument: Id | None = None
    role: Role = "professional"
    sector: Sector = ""
    answers: Answers = Field(default_factory=dict)


PlanRequest = Annotated[
    ScoreOwn | EnterRound | AddAction | ChangeAction | MakeTeamFile | MakeOwnPlanFile,
    Field(discriminator="kind"),
]
PLAN_REQUEST: TypeAdapter[PlanRequest] = TypeAdapter(PlanRequest)
