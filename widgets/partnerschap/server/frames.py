"""Validation of WebSocket frames from a page, before Jupyter parses them.

Jupyter's parsers believe what a frame says of itself: eight bytes that claim fifty million parts
keep the whole server busy for seconds and make it take gigabytes. So a frame is checked here first,
against its own length and against limits that no page of ours comes near.
"""

import json
import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final

from jupyter_client.jsonutil import extract_dates

V1: Final = "v1.kernel.websocket.jupyter.org"
"""Jupyter's protocol in which all that is sent is binary; without it, all is JSON in text."""

MAX_FRAME: Final = 10 * 1024 * 1024
"""Bytes of a whole frame, the file in it included."""

MAX_JSON: Final = 1024 * 1024
"""Bytes of a frame of text, and of the JSON parts of a binary one together."""

MAX_DEPTH: Final = 32
"""Levels of lists and objects inside each other."""

MAX_OFFSETS: Final = 64
"""Numbers in the table at the beginning of a binary frame: one a part, and the end of the last."""

UNACCEPTABLE: Final = 1003
TOO_BIG: Final = 1009

_WORD: Final = 8  # bytes of a number
_JSON_PARTS: Final = 4  # header, parent header, metadata, content; after the channel
_NEEDED: Final = ("msg_id", "msg_type", "session", "username", "version")
_HEADER: Final = frozenset({*_NEEDED, "date"})
"""All that a header may hold: ipykernel acts on more, such as the name of a subshell."""

_VERSION: Final = re.compile(r"5(\.[0-9])?")
_CHANNEL: Final = "shell"
"""The one on which pages send; on the others a kernel takes other messages, or none."""

# Possessive and with an end that may be missing: else half a string would be read again and again.
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NO_BRACKET: Final = re.compile(r"[^][{}]+")
_STEP: Final[Mapping[str, int]] = {"[": 1, "{": 1, "]": -1, "}": -1}


class FrameError(Exception):
    """A frame that is not passed on.

    Parameters
    ----------
    code
        With which the socket is closed (RFC 6455, 7.4.1): 1003 or 1009.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def check_frame(frame: str | bytes, protocol: str | None) -> None:
    """Validate a frame as a whole message of Jupyter's, in time and memory of its own length.

    Parameters
    ----------
    frame
        As it came: text, or bytes of at most `MAX_FRAME`.
    protocol
        That the socket agreed on: `V1`, or None for the default one.

    Raises
    ------
    FrameError
        1009 for what is too large or too deep, 1003 for anything else that is no message. Bytes of
        the default protocol are none: no page needs to send them.
    """
    if len(frame) > MAX_FRAME:
        raise FrameError(TOO_BIG)
    if protocol == V1 and isinstance(frame, bytes):
        _check_v1(frame)
    elif protocol is None and isinstance(frame, str):
        _check_text(frame)
    else:
        raise FrameError(UNACCEPTABLE)


def _check_v1(frame: bytes) -> None:
    offsets = _offsets(frame)
    channel = frame[offsets[0] : offsets[1]].decode(errors="replace")
    if channel != _CHANNEL:
        raise FrameError(UNACCEPTABLE)
    if offsets[1 + _JSON_PARTS] - offsets[1] > MAX_JSON:
        raise FrameError(TOO_BIG)
    parts = [frame[offsets[1 + part] : offsets[2 + part]] for part in range(_JSON_PARTS)]
    try:
        texts = [part.decode() for part in parts]
    except UnicodeDecodeError:
        raise FrameError(UNACCEPTABLE) from None
    header, *others = map(_object, texts)
    _check_message(header, *others)


def _offsets(frame: bytes) -> list[int]:
    """Return where each part begins, and where the last one ends: the end of the frame."""
    count = int.from_bytes(frame[:_WORD], "little")
    if not 2 + _JSON_PARTS <= count <= MAX_OFFSETS:
        raise FrameError(UNACCEPTABLE)
    begin = _WORD * (count + 1)
    table = [int.from_bytes(frame[at : at + _WORD], "little") for at in range(_WORD, begin, _WORD)]
    if table[0] != begin or table[-1] != len(frame) or table != sorted(table):
        raise FrameError(UNACCEPTABLE)
    return table


def _check_text(frame: str) -> None:
    if len(frame) > MAX_JSON:
        raise FrameError(TOO_BIG)
    message = _object(frame)
    if message.get("channel") != _CHANNEL or message.get("buffers"):
        raise FrameError(UNACCEPTABLE)
    parts = [message.get(part) for part in ("header", "parent_header", "metadata", "content")]
    _check_message(*parts)
    _check_can_be_written(parts)


def _check_message(header: Any, parent: Any, metadata: Any, content: Any) -> None:
    """Ask for what Jupyter and the kernel take without looking whether it is there."""
    are_there = isinstance(header, dict) and all(
        isinstance(header.get(name), str) for name in _NEEDED
    )
    if not are_there or not all(isinstance(part, dict) for part in (parent, metadata, content)):
        raise FrameError(UNACCEPTABLE)
    if not _HEADER.issuperset(header) or not _VERSION.fullmatch(header["version"]):
        raise FrameError(UNACCEPTABLE)
    comm = content.get("comm_id", "")
    if header["msg_type"] == "comm_msg" and not (comm and isinstance(comm, str)):
        raise FrameError(UNACCEPTABLE)
    _check_can_be_written([header, parent, metadata, comm])
    try:
        extract_dates([header, parent])  # the kernel does, with whatever looks like a date
    except (ValueError, OverflowError):
        raise FrameError(UNACCEPTABLE) from None


def _check_can_be_written(parts: list[Any]) -> None:
    """Refuse half a surrogate pair and what is no number: Jupyter reads these, and then fails.

    What a page says of a comm is not written again when it comes in bytes, and may hold half a
    sign: a field in a browser cuts a text where it is full.
    """
    try:
        json.dumps(parts, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        raise FrameError(UNACCEPTABLE) from None


def _object(text: str) -> dict[str, Any]:
    if _depth(text) > MAX_DEPTH:
        raise FrameError(TOO_BIG)
    try:
        parsed = json.loads(text)
    except ValueError:
        raise FrameError(UNACCEPTABLE) from None
    if not isinstance(parsed, dict):
        raise FrameError(UNACCEPTABLE)
    return parsed


def _depth(text: str) -> int:
    """Return the nesting of JSON without parsing it, which would nest as deep."""
    brackets = _NO_BRACKET.sub("", _STRING.sub("", text))
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0)
