"""What the page of a scan asks, and the replies."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from partnerschap.advice import Pattern
from partnerschap.content import Role
from partnerschap.scoring import GroupDifference, Side
from partnerschap.sessions import ActionText
from partnerschap.sessions.fields import Id
from partnerschap.sessions.use_cases.planning import MOST_ACTIONS
from partnerschap.ui.protocol.base import (
    Answers,
    FileId,
    FileName,
    Request,
    Sector,
)
from partnerschap.ui.protocol.content import FormFigures
from partnerschap.ui.protocol.replies import MadeReply

MinGroup = Literal[1, 3, 5]

Plan = Annotated[tuple[ActionText, ...], Field(max_length=MOST_ACTIONS)]
"""What the reader chose to do, which the browser keeps."""


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
    plan: Plan = ()


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
    plan: Plan = ()


ScanRequest = Annotated[
    ScoreOwn | MakeAnswerCode | ScoreSheet | MakeOwnFile | MakeSheetFile,
    Field(discriminator="kind"),
]
SCAN_REQUEST: TypeAdapter[ScanRequest] = TypeAdapter(ScanRequest)


class OwnScored(TypedDict):
    """The figures of the answers of one person, and the one kind of answers that there is."""

    kind: Literal["scored"]
    figures: FormFigures
    pattern: Pattern | None


class SheetScored(OwnScored):
    """The figures of a team's sheet.

    Attributes
    ----------
    left_out
        Ids of the items on the sheet that no instrument of the exercise asks.
    missing
        The side of the comparison from which nobody answered.
    """

    differences: list[GroupDifference]
    left_out: list[str]
    missing: Side | None


class AnswerCodeMade(TypedDict):
    """An answer code, as text and as a QR code in SVG."""

    kind: Literal["answer_code"]
    text: str
    svg: str


ScanReply = OwnScored | SheetScored | AnswerCodeMade | MadeReply
