"""Frames of a page's socket: what is no message is refused before Jupyter's parsers see it."""

import json
import random
import struct
import tracemalloc
from collections.abc import Iterator

import pytest
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_binary_message,
    serialize_msg_to_ws_v1,
)

from partnerschap.server.frames import (
    MAX_DEPTH,
    MAX_FRAME,
    MAX_JSON,
    TOO_BIG,
    UNACCEPTABLE,
    V1,
    FrameError,
    check_frame,
)

HEADER = {
    "msg_id": "1",
    "msg_type": "comm_msg",
    "session": "2",
    "username": "",
    "date": "2026-01-01T00:00:00Z",
    "version": "5.3",
}
MESSAGE = {
    "channel": "shell",
    "header": HEADER,
    "parent_header": {},
    "metadata": {},
    "content": {"comm_id": "3", "data": {"method": "custom", "content": {"text": 'a "]\\" b [{'}}},
}


def v1(*buffers: bytes, channel: str = "shell", **parts: object) -> bytes:
    """A frame as a page sends it; a part may be given as bytes."""
    message = MESSAGE | parts
    packed = [
        part if isinstance(part, bytes) else json.dumps(part).encode()
        for part in (message[name] for name in ("header", "parent_header", "metadata", "content"))
    ]
    frame: bytes = serialize_msg_to_ws_v1([*packed, *buffers], channel)
    return frame


def text(**parts: object) -> str:
    return json.dumps(MESSAGE | parts)


def refusal(frame: str | bytes, protocol: str | None = V1) -> int | None:
    try:
        check_frame(frame, protocol)
    except FrameError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("frame", "protocol"),
    [
        (v1(), V1),
        (v1(b"x" * 5_000_000), V1),
        (v1(b"", b"a", b""), V1),
        (v1(content=f'{{"comm_id": "3", "data": "{"é" * 200_000}"}}'.encode()), V1),
        (text(), None),
        (text(content={"comm_id": "3", "data": "[" * 1000}), None),
        (v1(content={"comm_id": "3", "data": "half a sign \ud83d"}), V1),
        (v1(header=HEADER | {"msg_type": "kernel_info_request"}, content={}), V1),
    ],
)
def test_what_a_page_sends_is_passed_on(frame: str | bytes, protocol: str | None) -> None:
    assert refusal(frame, protocol) is None


def claims(count: int, *offsets: int, rest: bytes = b"") -> bytes:
    return b"".join(number.to_bytes(8, "little") for number in (count, *offsets)) + rest


def nested(levels: int) -> bytes:
    inside = b'{"a":' * (levels - 1) + b"1" + b"}" * (levels - 1)
    return b'{"comm_id": "3", "data": ' + inside + b"}"


LIES = {
    "fifty million parts": claims(50_000_000),
    "2**62 parts": claims(2**62),
    "one part more than a message may have": claims(65, *range(528, 528 + 65)),
    "no part": claims(0),
    "too few parts": claims(3, 32, 32, 32),
    "a table beyond the frame": claims(8, 72),
    "parts beyond the frame": claims(6, *[56] * 5, 2**40),
    "an end before the end of the frame": v1() + b"x",
    "falling offsets": claims(6, 56, 58, 57, 59, 60, 61, rest=b"shell"),
    "a first part inside the table": claims(6, 8, 56, 56, 56, 56, 56),
    "nothing": b"",
    "half a number": b"\x05\0\0",
    "an unknown channel": v1(channel="heartbeat"),
    "a channel that is no text": v1().replace(b"shell", b"\xff\xfe\xfd\xfc\xfb"),
    "a header that is a list": v1(header=[]),
    "a header that is no JSON": v1(header=b"{"),
    "a header without a type": v1(header={"msg_id": "1"}),
    "a header whose type is a list": v1(header=HEADER | {"msg_type": ["comm_msg"]}),
    "a date that is none": v1(header=HEADER | {"date": "2026-99-99T00:00:00Z"}),
    "a version that is none": v1(header=HEADER | {"version": "x"}),
    "a version of long ago": v1(header=HEADER | {"version": "4.0"}),
    "a subshell": v1(header=HEADER | {"subshell_id": "x"}),
    "the channel for control": v1(channel="control"),
    "half a sign in an id": v1(header=HEADER | {"msg_id": "\ud800"}),
    "half a sign in a parent": v1(parent_header={"session": "\ud800"}),
    "half a sign in metadata": v1(metadata={"\ud800": 1}),
    "no number in metadata": v1(metadata={"a": float("nan")}),
    "half a sign in the name of a comm": v1(content={"comm_id": "\ud800", "data": {}}),
    "a comm without a name": v1(content={"data": {}}),
    "a comm whose name is a list": v1(content={"comm_id": ["3"], "data": {}}),
    "content that is a number": v1(content=1),
    "content that is not UTF-8": v1(content=b'{"a": "\xff"}'),
    "a number of a million figures": v1(content=b'{"a": ' + b"9" * 1_000_000 + b"}"),
}


@pytest.mark.parametrize("frame", LIES.values(), ids=LIES)
def test_a_frame_that_lies_about_itself_is_refused(frame: bytes) -> None:
    assert refusal(frame) == UNACCEPTABLE


@pytest.mark.parametrize(
    ("frame", "protocol"),
    [
        (v1(b"x" * MAX_FRAME), V1),
        (v1(content={"text": "x" * MAX_JSON}), V1),
        (v1(content=nested(MAX_DEPTH + 1)), V1),
        (v1(content=nested(100_000)), V1),
        (text(content={"text": "x" * MAX_JSON}), None),
        ("[" * 100_000, None),
    ],
)
def test_what_is_too_large_or_too_deep_says_so(frame: str | bytes, protocol: str | None) -> None:
    assert refusal(frame, protocol) == TOO_BIG


def test_the_deepest_that_may_be_is_passed_on() -> None:
    assert refusal(v1(content=nested(MAX_DEPTH))) is None


@pytest.mark.parametrize(
    "frame",
    [
        b"\x05\xf5\xe1\x00",  # four bytes that claim a hundred million buffers
        serialize_binary_message(MESSAGE | {"buffers": [b"x"]}),
        "no JSON",
        "[]",
        "1",
        text(channel=["shell"]),
        text(channel=None),
        text(channel="control"),
        text(content={"comm_id": "3", "data": "\ud800"}),
        text(content={"comm_id": "3", "data": float("inf")}),
        text(header=HEADER | {"session": "\ud800"}),
        text(header=HEADER | {"version": "x"}),
        text(header=HEADER | {"subshell_id": "x"}),
        text(header=None),
        text(header="comm_msg"),
        text(content=[]),
        text(buffers=["x"]),
    ],
)
def test_of_the_default_protocol_only_whole_messages_in_text_pass(frame: str | bytes) -> None:
    assert refusal(frame, None) == UNACCEPTABLE


def test_text_is_no_frame_of_protocol_v1() -> None:
    assert refusal(text(), V1) == UNACCEPTABLE


def mutated(count: int) -> Iterator[tuple[str | bytes, str | None]]:
    """Frames of both protocols with bytes changed, left out, doubled and put in; half of the
    changes are in the table at the beginning of a frame.
    """
    chance = random.Random(1)  # noqa: S311 - no secret
    whole = [v1(), v1(b"x" * 2_000), struct.pack("!III", 1, 8, 30) + b"{}", text().encode()]
    numbers = [0, 1, 5, 6, 63, 64, 65, 255, 2**31, 2**32, 2**40, 2**62, 2**63, 2**64 - 1]
    for _ in range(count):
        frame = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(min(72, len(frame)) if chance.random() < 0.5 else len(frame))
            match chance.randrange(5):
                case 0:
                    frame[place] = chance.randrange(256)
                case 1:
                    del frame[place : place + chance.randint(1, 20)]
                case 2:
                    frame[place:place] = frame[place : place + chance.randint(1, 200)]
                case 3:
                    place -= place % 8
                    frame[place : place + 8] = chance.choice(numbers).to_bytes(8, "little")
                case _:
                    frame[place:place] = chance.choice([b"[" * 500, b'{"a":' * 500, b'\\"' * 500])
            if not frame:
                break
        if chance.random() < 0.5:
            yield bytes(frame), chance.choice([V1, None])
        else:
            yield frame.decode(errors="replace"), chance.choice([V1, None])


def test_twenty_thousand_mutated_frames_cost_nothing() -> None:
    """And what is passed on is read by Jupyter's own parsers without an error."""
    passed = 0
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for frame, protocol in mutated(20_000):
        if refusal(frame, protocol) is not None:
            continue
        passed += 1
        if isinstance(frame, bytes):
            channel, parts = deserialize_msg_from_ws_v1(frame)
            assert channel in {"shell", "control", "stdin", "iopub"}
            assert json.loads(parts[0])["msg_type"]
        else:
            assert json.loads(frame)["header"]["msg_type"]
    after, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert passed > 100, "mutations that leave a frame whole are tried too"
    assert after - before < 1_000_000
    assert peak - before < 5_000_000
