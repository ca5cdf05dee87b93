"""What the trainer's pages of a team session ask, and the replies."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from partnerschap.sessions import ActionText, Opening
from partnerschap.sessions.fields import Id
from partnerschap.ui.protocol.base import MOST, FileId, FileName, Number, Request, Token, Value
from partnerschap.ui.protocol.content import FormSpecification
from partnerschap.ui.protocol.replies import Binary, MadeReply
from partnerschap.ui.protocol.views import RoundComparison, TrainerSession

Version = Annotated[int, Field(ge=0, lt=MOST - 1)]
"""The next one must fit as well."""


Address = Annotated[str, Field(max_length=500, pattern=r"^https?://")]


class _OfTrainer(Request):
    token: Token
    """The trainer's secret, out of the link."""


class _OfRound(_OfTrainer):
    session: Number


class OpenSession(_OfTrainer):
    """Open a session with a new secret; the same secret again gives the same session."""

    kind: Literal["open"]
    opening: Opening


class EnterRound(_OfTrainer):
    """Open a round of the team, the last one unless another is asked, and follow it."""

    kind: Literal["enter"]
    session: Number | None = None


class OpenNextRound(_OfTrainer):
    """Open the next round of the team."""

    kind: Literal["next_round"]


class CompareRounds(_OfTrainer):
    """Set the closed rounds side by side."""

    kind: Literal["compare"]


class DeleteTeam(_OfTrainer):
    """Delete the team with everything of it."""

    kind: Literal["delete"]


class CloseRound(_OfRound):
    """Close the round."""

    kind: Literal["close"]


class ShowStep(_OfRound):
    """Show a step of the conversation to everybody."""

    kind: Literal["go"]
    step: Id


class EndRound(_OfRound):
    """End the round for the participants."""

    kind: Literal["end"]


class SetJointScore(_OfRound):
    """Keep what the team agreed on an item; null takes it away."""

    kind: Literal["joint"]
    item: Id
    value: Value | None
    version: Version


class AddAction(_OfRound):
    """Choose an action; `key` is chosen by the page, so that a repeated request adds once."""

    kind: Literal["action_add"]
    key: Id
    action: ActionText


class ChangeAction(_OfRound):
    """Change a chosen action; null takes it away."""

    kind: Literal["action_change"]
    id: Number
    version: Version
    action: ActionText | None


class MakeTeamFile(_OfRound):
    """Make a file of a closed round and its plan."""

    kind: Literal["team_file"]
    file: FileId


class MakePaper(_OfRound):
    """Make a file to hand out of a round that is open: sheets, a poster, letters, or all in a zip.

    Where participants go is what the page knows; without an address there is only the code.
    """

    kind: Literal["paper_file"]
    file: Literal["paper", "sheets", "poster", "letters", "answers"]
    link: Address | Literal[""]
    typed: Annotated[str, Field(max_length=300)]


class AddSheet(_OfRound):
    """Add a filled-in answer sheet, sent along as one buffer."""

    kind: Literal["sheet"]
    filename: FileName


class AddAnswerCode(_OfRound):
    """Add an answer code, as scanned or typed."""

    kind: Literal["code"]
    text: Annotated[str, Field(max_length=2_000)]


class RemoveBatch(_OfRound):
    """Take a sheet, or all answer codes, out again."""

    kind: Literal["remove_batch"]
    batch: Id


class LoadModule(Request):
    """Send code of the front end that few people need, and that no exercise carries along."""

    kind: Literal["module"]
    name: Literal["qr-decoder"]


class DrawQrCode(Request):
    """Draw an address as a QR code."""

    kind: Literal["qr"]
    address: Address


TrainerRequest = Annotated[
    OpenSession
    | EnterRound
    | OpenNextRound
    | CompareRounds
    | DeleteTeam
    | CloseRound
    | ShowStep
    | EndRound
    | SetJointScore
    | AddAction
    | ChangeAction
    | MakeTeamFile
    | MakePaper
    | AddSheet
    | AddAnswerCode
    | RemoveBatch
    | DrawQrCode
    | LoadModule,
    Field(discriminator="kind"),
]
TRAINER_REQUEST: TypeAdapter[TrainerRequest] = TypeAdapter(TrainerRequest)


class Changed(TypedDict):
    """What came of a change beside the new view.

    Attributes
    ----------
    added, added_code, removed
        How many rows or answers came with a sheet or a code, or went.
    problem
        Why a sheet or a code was not added, in words.
    """

    added: NotRequired[int]
    added_code: NotRequired[int]
    removed: NotRequired[int]
    problem: NotRequired[str]


class TrainerViewed(Changed):
    """The round on the trainer's screen; with the form for who enters. Also sent unasked."""

    kind: Literal["view"]
    view: TrainerSession
    specification: NotRequired[FormSpecification]


class RoundsCompared(TypedDict):
    """The closed rounds side by side, with the form of the last one if there is any."""

    kind: Literal["compared"]
    comparison: RoundComparison
    specification: FormSpecification | None


class QrCodeDrawn(TypedDict):
    """A QR code as SVG."""

    kind: Literal["qr"]
    svg: str


class ModuleLoaded(TypedDict):
    """Code of the front end, as JavaScript."""

    kind: Literal["module"]
    data: Binary


class TeamDeleted(TypedDict):
    """Nothing of the team is left."""

    kind: Literal["deleted"]


TrainerReply = TrainerViewed | RoundsCompared | QrCodeDrawn | ModuleLoaded | TeamDeleted | MadeReply
