"""Replies that several widgets give.

Replies are typed dicts: mypy checks where they are built, the tests hold what is sent against the
JSON Schema of `partnerschap.ui.protocol.schema`, and nothing is validated again at run time.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

Binary = Annotated[bytes, WithJsonSchema({"tsType": "DataView"})]
"""Sent as a buffer beside the message, in which its key is missing."""


class Fault(TypedDict):
    """Why there is no answer.

    Attributes
    ----------
    message
        One sentence for the reader.
    reason
        The same for the page; see `partnerschap.sessions.SessionError`, and ``failed`` for what
        nobody foresaw.
    """

    kind: Literal["fault"]
    message: str
    reason: NotRequired[str]


class FileMade(TypedDict):
    """A file to save.

    Attributes
    ----------
    media
        Its media type.
    day
        On which it was made, as ISO writes it.
    """

    kind: Literal["file"]
    name: str
    media: str
    data: Binary
    day: NotRequired[str]


class PictureShown(TypedDict):
    """A chart as SVG, with the same in words and in a table."""

    heading: str
    reading: str
    legend: str
    svg: str
    alternative: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class PicturesMade(TypedDict):
    """The charts of a report."""

    kind: Literal["pictures"]
    pictures: list[PictureShown]


MadeReply = FileMade | PicturesMade | Fault
"""To a request for a file, or for the pictures of `partnerschap.ui.file_reply`."""
