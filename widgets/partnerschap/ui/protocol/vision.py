"""What the page of a written vision asks, and the replies."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from partnerschap.ui.protocol.base import LONGEST_VISION, Request
from partnerschap.ui.protocol.replies import Fault, FileMade


class MakeVision(Request):
    """Make a written vision into a Word file."""

    kind: Literal["word"]
    text: Annotated[str, Field(max_length=LONGEST_VISION)]


VISION_REQUEST: TypeAdapter[MakeVision] = TypeAdapter(MakeVision)

VisionReply = FileMade | Fault
