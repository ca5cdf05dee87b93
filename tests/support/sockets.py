"""What goes over a page's socket: JSON, in a binary frame behind its length."""

import json
from typing import Any

_SIZE = 4


def content_of(frame: str | bytes) -> dict[str, Any]:
    """Return the message of a frame."""
    if isinstance(frame, bytes):
        frame = frame[_SIZE : _SIZE + int.from_bytes(frame[:_SIZE], "big")].decode()
    content: dict[str, Any] = json.loads(frame)
    return content


def text_of_frame(frame: str | bytes) -> str:
    """Return all text of a frame, to look whether something is in it."""
    return frame if isinstance(frame, str) else frame.decode(errors="ignore")
