"""The base of all requests, and how a message of a page is validated: strictly, once, here."""

import json
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from partnerschap.content import ExtraAnswer
from partnerschap.content.plain_text import plain
from partnerschap.sessions import TOKEN_PATTERN
from partnerschap.sessions.fields import Id

LONGEST_VISION: Final = 20_000
"""Characters of a whole vision, which is the longest text that any request has."""

MOST_ENTRIES: Final = 500
"""Of anything in a request of which there may be several."""

_DEEPEST: Final = 6
"""Lists and objects within each other."""

MOST: Final = 2**31
"""Whole numbers of both databases are less."""

Number = Annotated[int, Field(ge=0, lt=MOST)]
Value = Annotated[int, Field(ge=1, le=5)] | ExtraAnswer
Answers = Annotated[dict[Id, Value], Field(max_length=MOST_ENTRIES)]
Sector = Literal[""] | Id
Token = Annotated[str, Field(max_length=43, pattern=TOKEN_PATTERN)]
"""A secret: of a trainer or of a participant."""

FileId = Annotated[str, Field(max_length=40, pattern=r"^[a-z-]+\.[a-z]+$")]
"""Kind and suffix of a file, such as ``plan.pdf``; or `partnerschap.ui.file_reply.PICTURES`."""

FileName = Annotated[str, Field(max_length=300)]
"""Of a file of the reader's own; only its suffix is looked at."""


class Request(BaseModel):
    """A question to the kernel. Each field has bounds, within which everything can be carried out.

    A test finds a field without bounds, and tries those of all others.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Number
    """Chosen by the page, and sent back with the answer to the request."""


T = TypeVar("T")


class RefusedError(Exception):
    """A request asks for what there is not.

    Attributes
    ----------
    message_id
        Of the sentence that says so.
    """

    def __init__(self, message_id: str = "form.invalid") -> None:
        super().__init__(message_id)
        self.message_id = message_id


def read_request(requests: TypeAdapter[T], message: object) -> T:
    """Understand what a page sent.

    A message comes as JSON and is validated as JSON, in pydantic's strict mode: a date is a text,
    and nothing else is taken for something that it is not.

    Raises
    ------
    ValueError
        When it is none of the requests, or beyond their bounds.
    """
    return requests.validate_json(
        json.dumps(_tidy(message, _DEEPEST), allow_nan=False), strict=True
    )


def number_of(message: object) -> int | None:
    """Return the page's own number of a message, also when the rest cannot be understood."""
    number = message.get("number") if isinstance(message, dict) else None
    return number if type(number) is int and 0 <= number < MOST else None


def _tidy(given: Any, deeper: int) -> Any:
    """Take out of texts what is none; refuses early what is far too large."""
    match given:
        case str():
            if len(given) > LONGEST_VISION:
                raise ValueError("longer than any text may be")
            return plain(given)
        case dict() | list():
            if not deeper or len(given) > MOST_ENTRIES:
                raise ValueError("more than there may be of anything")
            if isinstance(given, list):
                return [_tidy(one, deeper - 1) for one in given]
            return {key: _tidy(one, deeper - 1) for key, one in given.items()}
        case None | bool() | int() | float():
            return given
    raise ValueError("no JSON")
