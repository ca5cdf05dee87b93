"""What the page of a written policy asks, and the replies."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from partnerschap.content.policy import LineId
from partnerschap.sessions import ActionText
from partnerschap.sessions.fields import Id
from partnerschap.sessions.use_cases.planning import MOST_ACTIONS
from partnerschap.ui.protocol.base import LONGEST_VISION, Request, Sector
from partnerschap.ui.protocol.replies import Fault, FileMade

LONGEST_POLICY_NAME: Final = 120
"""Characters of the organisation, and of when a policy is looked at again."""

LONGEST_POLICY_LINE: Final = 400
"""Characters of a line: two or three sentences."""

_MOST_TOPICS: Final = 20
_MOST_PEOPLE: Final = 20

_Name = Annotated[str, Field(max_length=LONGEST_POLICY_NAME)]
_Line = Annotated[str, Field(max_length=LONGEST_POLICY_LINE)]


class PolicyTopicText(BaseModel):
    """What is written of a topic; see `partnerschap.content.policy.LineId`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    what: _Line = ""
    whom: _Line = ""
    who: _Line = ""
    when: _Line = ""
    known: _Line = ""

    def lines(self) -> dict[LineId, str]:
        """Return the lines by their ids."""
        return {
            "what": self.what,
            "whom": self.whom,
            "who": self.who,
            "when": self.when,
            "known": self.known,
        }


class MakePolicy(Request):
    """Make a file of a written policy, which the browser keeps.

    Attributes
    ----------
    file
        The whole policy, or a sheet for a parent who reads along.
    vision
        The whole text; empty where it is not to be in the file.
    plan
        Empty where it is not to be in the file.
    """

    kind: Literal["policy_file"]
    file: Literal["policy.pdf", "policy.docx", "reading.pdf"]
    organisation: _Name = ""
    sector: Sector = ""
    people: Annotated[tuple[Id, ...], Field(max_length=_MOST_PEOPLE)] = ()
    found: _Line = ""
    review: _Name = ""
    changed: _Line = ""
    topics: Annotated[tuple[PolicyTopicText, ...], Field(max_length=_MOST_TOPICS)] = ()
    vision: Annotated[str, Field(max_length=LONGEST_VISION)] = ""
    plan: Annotated[tuple[ActionText, ...], Field(max_length=MOST_ACTIONS)] = ()


POLICY_REQUEST: TypeAdapter[MakePolicy] = TypeAdapter(MakePolicy)

PolicyReply = FileMade | Fault
