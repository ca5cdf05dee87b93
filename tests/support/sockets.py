"""What goes over a page's socket, in Jupyter's protocol v1."""

import json
from typing import Any

_SIZE = 8
_CONTENT = 4


def content_of(frame: str | bytes) -> dict[str, Any]:
    """Return the content of a message: after channel, header, parent header and metadata."""
    if isinstance(frame, str):
        raise TypeError("a message of another protocol")
    start, end = (
        int.from_bytes(frame[_SIZE * place : _SIZE * (place + 1)], "little")
        for place in (_CONTENT + 1, _CONTENT + 2)
    )
    content: dict[str, Any] = json.loads(frame[start:end])
    return content


def text_of_frame(frame: str | bytes) -> str:
    """Return all text of a message, to look whether something is in it."""
    return frame if isinstance(frame, str) else frame.decode(errors="ignore")
