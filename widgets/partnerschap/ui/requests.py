"""What a page may ask of its kernel, validated once, here."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from partnerschap.content import ExtraAnswer, Role

LONGEST_VISION: Final = 20_000
"""Characters of a whole vision."""

Value = Annotated[int, Field(strict=True, ge=1, le=5)] | ExtraAnswer

FileId = Annotated[str, Field(max_length=40, pattern=r"^[a-z-]+\.[a-z]+$")]
"""Kind and suffix of a file, such as ``plan.pdf``; or `partnerschap.ui.made_file.PICTURES`."""


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


class MakeOwnFile(_Request):
    """Make a file of the answers of the person who fills in the form."""

    kind: Literal["own_file"]
    file: FileId
    instrument: str
    role: Role
    sector: Annotated[str, Field(max_length=100)]
    answers: Annotated[dict[str, Value], Field(max_length=500)]


class MakeVision(_Request):
    """Make a written vision into a Word file."""

    kind: Literal["word"]
    text: Annotated[str, Field(max_length=LONGEST_VISION)]


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


class MakeSheetFile(_Request):
    """Make a file of a filled-in answer sheet, sent along as one buffer."""

    kind: Literal["sheet_file"]
    file: FileId
    filename: Annotated[str, Field(max_length=300)]
    min_group: Literal[1, 3, 5]
    sector: Annotated[str, Field(max_length=100)]


Request = Annotated[
    ScoreOwn | MakeAnswerCode | ScoreSheet | MakeOwnFile | MakeSheetFile,
    Field(discriminator="kind"),
]
REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
