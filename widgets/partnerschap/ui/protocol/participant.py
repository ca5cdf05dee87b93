"""What a participant's page asks, and the replies."""

from typing import Annotated, Final, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from partnerschap.content import Role
from partnerschap.sessions import Own
from partnerschap.sessions.fields import Id
from partnerschap.ui.protocol.base import Request, Token, Value
from partnerschap.ui.protocol.content import FormSpecification
from partnerschap.ui.protocol.replies import Fault
from partnerschap.ui.protocol.views import ParticipantSession, SessionSummary

LONGEST_CODE: Final = 40
"""Of a session's code; it may be typed with spaces and dashes."""

Code = Annotated[str, Field(max_length=LONGEST_CODE)]
"""Of a session, however it was typed."""

Importance = Literal[1, 2, 3]


class _OfParticipant(Request):
    code: Code
    token: Token
    """The participant's secret; only this browser and a hash of it on the server know it."""


class FindSession(Request):
    """Which session has this code, before somebody joins."""

    kind: Literal["look_up"]
    code: Code


class JoinSession(_OfParticipant):
    """Join as a role; once joined, the same again changes nothing."""

    kind: Literal["join"]
    role: Role


class EnterSession(_OfParticipant):
    """Come back to a session, and follow it."""

    kind: Literal["enter"]


class SaveAnswers(_OfParticipant):
    """Save answers; null takes one away."""

    kind: Literal["save"]
    moment: Literal["now", "then"] = "now"
    answers: Annotated[dict[Id, Value | None], Field(max_length=200)]


class SetFinished(_OfParticipant):
    """Say that the answers are ready, or go back to them."""

    kind: Literal["finish"]
    finished: bool


class SaveVotes(_OfParticipant):
    """Vote on importance; null takes a vote away."""

    kind: Literal["vote"]
    votes: Annotated[dict[Id, Importance | None], Field(max_length=50)]


ParticipantRequest = Annotated[
    FindSession | JoinSession | EnterSession | SaveAnswers | SetFinished | SaveVotes,
    Field(discriminator="kind"),
]
PARTICIPANT_REQUEST: TypeAdapter[ParticipantRequest] = TypeAdapter(ParticipantRequest)


class SessionFound(TypedDict):
    """The session that has a code."""

    kind: Literal["found"]
    session: SessionSummary


class ParticipantViewed(TypedDict):
    """What a participant sees now; with the form for who enters. Also sent unasked."""

    kind: Literal["view"]
    view: ParticipantSession
    specification: NotRequired[FormSpecification]


class Saved(TypedDict):
    """What was sent is on disk."""

    kind: Literal["saved"]


class ParticipantFault(Fault):
    """A refusal, with what counts instead of what came too late."""

    view: NotRequired[ParticipantSession]
    own: NotRequired[Own]


ParticipantReply = SessionFound | ParticipantViewed | Saved | ParticipantFault
