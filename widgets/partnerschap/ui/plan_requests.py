"""What the page of the plan may ask of its kernel, validated once, here."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from partnerschap.content import Role
from partnerschap.session import ActionText
from partnerschap.session.planning import MOST_ACTIONS
from partnerschap.ui.requests import FileId, ScoreOwn, Value
from partnerschap.ui.session_requests import AddAction, ChangeAction, EnterRound, MakeTeamFile


class MakeOwnPlanFile(BaseModel):
    """Make a file of the plan of one person, which the browser keeps.

    Attributes
    ----------
    instrument, role, sector, answers
        Of the scan that the plan follows from; None and empty without one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    kind: Literal["own_plan_file"]
    file: FileId
    plan: Annotated[tuple[ActionText, ...], Field(max_length=MOST_ACTIONS)]
    instrument: str | None = None
    role: Role = "professional"
    sector: Annotated[str, Field(max_length=100)] = ""
    answers: Annotated[dict[str, Value], Field(max_length=500)] = {}


PlanRequest = Annotated[
    ScoreOwn | EnterRound | AddAction | ChangeAction | MakeTeamFile | MakeOwnPlanFile,
    Field(discriminator="kind"),
]
PLAN_REQUEST: TypeAdapter[PlanRequest] = TypeAdapter(PlanRequest)
