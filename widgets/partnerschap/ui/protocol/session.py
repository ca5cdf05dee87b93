"""What the pages of a team session may ask of their kernel, validated once, here."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from partnerschap.content import Role
from partnerschap.session import TOKEN_PATTERN, ActionText, Opening
from partnerschap.session.fields import Id
from partnerschap.ui.protocol.base import MOST, FileId, FileName, Number, Request, Value

Code = Annotated[str, Field(max_length=40)]
"""Of a session, however it was typed."""

Token = Annotated[str, Field(max_length=43, pattern=TOKEN_PATTERN)]
Importance = Literal[1, 2, 3]

Version = Annotated[int, Field(ge=0, lt=MOST - 1)]
"""The next one must fit as well."""


class _OfParticipant(Request):
    code: Code
    token: Token
    """The participant's secret; only this browser and a hash of it on the server know it."""


class LookUp(Request):
    """Which session has this code, before somebody joins."""

    kind: Literal["look_up"]
    code: Code


class Join(_OfParticipant):
    """Join as a role; once joined, the same again changes nothing."""

    kind: Literal["join"]
    role: Role


class Enter(_OfParticipant):
    """Come back to a session, and follow it."""

    kind: Literal["enter"]


class Save(_OfParticipant):
    """Save answers; null takes one away."""

    kind: Literal["save"]
    moment: Literal["now", "then"] = "now"
    answers: Annotated[dict[Id, Value | None], Field(max_length=200)]


class Finish(_OfParticipant):
    """Say that the answers are ready, or go back to them."""

    kind: Literal["finish"]
    finished: bool


class Vote(_OfParticipant):
    """Vote on importance; null takes a vote away."""

    kind: Literal["vote"]
    votes: Annotated[dict[Id, Importance | None], Field(max_length=50)]


ParticipantRequest = Annotated[
    LookUp | Join | Enter | Save | Finish | Vote, Field(discriminator="kind")
]
PARTICIPANT_REQUEST: TypeAdapter[ParticipantRequest] = TypeAdapter(ParticipantRequest)


class _OfTrainer(Request):
    token: Token
    """The trainer's secret, out of the link."""


class _OfRound(_OfTrainer):
    session: Number


class Open(_OfTrainer):
    """Open a session with a new secret; the same secret again gives the same session."""

    kind: Literal["open"]
    opening: Opening


class EnterRound(_OfTrainer):
    """Open a round of the team, the last one unless another is asked, and follow it."""

    kind: Literal["enter"]
    session: Number | None = None


class NextRound(_OfTrainer):
    """Open the next round of the team."""

    kind: Literal["next_round"]


class Compare(_OfTrainer):
    """Set the closed rounds side by side."""

    kind: Literal["compare"]


class Delete(_OfTrainer):
    """Delete the team with everything of it."""

    kind: Literal["delete"]


class Close(_OfRound):
    """Close the round."""

    kind: Literal["close"]


class Go(_OfRound):
    """Show a step of the conversation to everybody."""

    kind: Literal["go"]
    step: Id


class End(_OfRound):
    """End the round for the participants."""

    kind: Literal["end"]


class JointScore(_OfRound):
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


class AddSheet(_OfRound):
    """Add a filled-in answer sheet, sent along as one buffer."""

    kind: Literal["sheet"]
    filename: FileName


class AddCode(_OfRound):
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


class ShowCode(Request):
    """Draw an address as a QR code."""

    kind: Literal["qr"]
    address: Annotated[str, Field(max_length=500, pattern=r"^https?://")]


TrainerRequest = Annotated[
    Open
    | EnterRound
    | NextRound
    | Compare
    | Delete
    | Close
    | Go
    | End
    | JointScore
    | AddAction
    | ChangeAction
    | MakeTeamFile
    | AddSheet
    | AddCode
    | RemoveBatch
    | ShowCode
    | LoadModule,
    Field(discriminator="kind"),
]
TRAINER_REQUEST: TypeAdapter[TrainerRequest] = TypeAdapter(TrainerRequest)
