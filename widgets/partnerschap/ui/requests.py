"""What a page may ask of its kernel, validated once, here."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from partnerschap.content import ExtraAnswer, Role

Value = Annotated[int, Field(strict=True, ge=1, le=5)] | ExtraAnswer


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    number: int
    """Chosen by the page, and sent back with the answer to the request."""


class ScoreOwn(_Request):
    """Score the answers of the person who fills in the form."""

    kind: Literal["score_own"]
    instrument: str
    role: Role
    answers: Annotated[dict[str, Value], Field(max_length=500)]


class MakeAnswerCode(_Request):
    """Write the answers of the person who fills in the form as an answer code."""

    kind: Literal["answer_code"]
    instrument: str
    role: Role
    fill_in: Annotated[int, Field(ge=0, lt=2**40)]
    """The number of the code; `number` is already that of the request."""
    answers: Annotated[dict[str, Value], Field(max_length=500)]


class ScoreSheet(_Request):
    """Score a filled-in answer sheet, sent along as one buffer."""

    kind: Literal["score_sheet"]
    filename: Annotated[str, Field(max_length=300)]
    min_group: Literal[1, 3, 5]


Request = Annotated[ScoreOwn | MakeAnswerCode | ScoreSheet, Field(discriminator="kind")]
REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
