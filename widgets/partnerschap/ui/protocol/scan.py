"""What a page may ask of its kernel, validated once, here."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from partnerschap.content import Role
from partnerschap.session.fields import Id
from partnerschap.ui.protocol.base import (
    LONGEST_VISION,
    Answers,
    FileId,
    FileName,
    Request,
    Sector,
)

MinGroup = Literal[1, 3, 5]


class ScoreOwn(Request):
    """Score the answers of the person who fills in the form."""

    kind: Literal["score_own"]
    instrument: Id
    role: Role
    answers: Answers


class MakeOwnFile(Request):
    """Make a file of the answers of the person who fills in the form."""

    kind: Literal["own_file"]
    file: FileId
    instrument: Id
    role: Role
    sector: Sector
    answers: Answers


class MakeVision(Request):
    """Make a written vision into a Word file."""

    kind: Literal["word"]
    text: Annotated[str, Field(max_length=LONGEST_VISION)]


class MakeAnswerCode(Request):
    """Write the answers of the person who fills in the form as an answer code."""

    kind: Literal["answer_code"]
    instrument: Id
    role: Role
    fill_in: Annotated[int, Field(ge=0, lt=2**40)]
    """The number of the code; `number` is already that of the request."""
    answers: Answers


class ScoreSheet(Request):
    """Score a filled-in answer sheet, sent along as one buffer."""

    kind: Literal["score_sheet"]
    filename: FileName
    min_group: MinGroup


class MakeSheetFile(Request):
    """Make a file of a filled-in answer sheet, sent along as one buffer."""

    kind: Literal["sheet_file"]
    file: FileId
    filename: FileName
    min_group: MinGroup
    sector: Sector


ScanRequest = Annotated[
    ScoreOwn | MakeAnswerCode | ScoreSheet | MakeOwnFile | MakeSheetFile,
    Field(discriminator="kind"),
]
SCAN_REQUEST: TypeAdapter[ScanRequest] = TypeAdapter(ScanRequest)
VISION_REQUEST: TypeAdapter[MakeVision] = TypeAdapter(MakeVision)
