"""What the page of the plan may ask of its kernel, validated once, here."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from partnerschap.ui.requests import ScoreOwn
from partnerschap.ui.session_requests import AddAction, ChangeAction, EnterRound

PlanRequest = Annotated[
    ScoreOwn | EnterRound | AddAction | ChangeAction, Field(discriminator="kind")
]
PLAN_REQUEST: TypeAdapter[PlanRequest] = TypeAdapter(PlanRequest)
