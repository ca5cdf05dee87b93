"""Frames of the WebSocket between a page and the server: JSON, with at most one file behind it.

Text is JSON and nothing else. A binary frame is the length of its JSON (four bytes, big-endian),
the JSON, and a file. Whatever comes from a page is hostile until it was read here.
"""

import json
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

MAX_FRAME: Final = 10 * 1024 * 1024
"""Bytes of a whole frame, the file in it included."""

MAX_JSON: Final = 256 * 1024
"""Characters of the JSON of a frame."""

MAX_MARKS: Final = 20_000
"""Commas and brackets in it, also those in texts: reading takes as long as it has parts."""

MAX_DEPTH: Final = 32
"""Levels of lists and objects inside each other."""

UNACCEPTABLE: Final = 1003
TOO_BIG: Final = 1009

_SIZE: Final = 4  # bytes of the length of the JSON
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NO_BRACKET: Final = re.compile(r"[^][{}]+")
_STEP: Final = {"[": 1, "{": 1, "]": -1, "}": -1}


class FrameError(Exception):
    """A frame is no request of a page; `code` is what its socket is closed with."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Request:
    """What a page asks.

    Attributes
    ----------
    text
        As JSON, which is an object.
    content
        The same, parsed.
    file
        What came along as bytes.
    """

    text: str
    content: dict[str, Any]
    file: bytes | None = None

    @property
    def number(self) -> int | None:
        """The page's own number of it, if that is one."""
        number = self.content.get("number")
        return number if isinstance(number, int) and not isinstance(number, bool) else None


def read(frame: str | bytes) -> Request:
    """Parse a frame that came from a page, in time and memory of its own length.

    Raises
    ------
    FrameError
        1009 for what is too large or too deep, 1003 for anything else that is no request.
    """
    if len(frame) > MAX_FRAME:
        raise FrameError(TOO_BIG)
    if isinstance(frame, str):
        return Request(frame, _object(frame))
    end = _SIZE + int.from_bytes(frame[:_SIZE], "big")
    if not _SIZE < end <= len(frame):
        raise FrameError(UNACCEPTABLE)
    try:
        text = frame[_SIZE:end].decode()
    except UnicodeDecodeError:
        raise FrameError(UNACCEPTABLE) from None
    return Request(text, _object(text), frame[end:])


def write(text: str, file: bytes | None) -> str | bytes:
    """Make the frame in which JSON goes to a page, with a file behind it if there is one."""
    if file is None:
        return text
    packed = text.encode()
    return len(packed).to_bytes(_SIZE, "big") + packed + file


def _object(text: str) -> dict[str, Any]:
    if len(text) > MAX_JSON or sum(map(text.count, ",[{")) > MAX_MARKS or _depth(text) > MAX_DEPTH:
        raise FrameError(TOO_BIG)
    try:
        parsed = json.loads(text, parse_constant=_no_number)
    except ValueError:
        raise FrameError(UNACCEPTABLE) from None
    if not isinstance(parsed, dict):
        raise FrameError(UNACCEPTABLE)
    return parsed


def _no_number(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def _depth(text: str) -> int:
    """Return the nesting of JSON without parsing it, which would nest as deep."""
    brackets = _NO_BRACKET.sub("", _STRING.sub("", text))
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0)
