"""Frames of a page's socket: what is no request is refused before anything else sees it."""

import json
import random
import tracemalloc

import pytest
from hypothesis import given, strategies as st

from partnerschap.server.frames import (
    MAX_DEPTH,
    MAX_FRAME,
    MAX_JSON,
    MAX_MARKS,
    TOO_BIG,
    UNACCEPTABLE,
    FrameError,
    Request,
    read,
    write,
)

CONTENT = {"kind": "save", "number": 3, "text": 'a "]\\" b [{', "list": [1, [2, {"x": None}]]}


def binary(file: bytes, content: object = CONTENT) -> bytes:
    """A frame with a file, as the page's own script writes it (server/web/frames.ts)."""
    text = json.dumps(content).encode()
    return len(text).to_bytes(4, "big") + text + file


def refusal(frame: str | bytes) -> int | None:
    try:
        read(frame)
    except FrameError as error:
        return error.code
    return None


def test_a_request_is_read_as_it_was_sent() -> None:
    text = json.dumps(CONTENT)
    assert read(text) == Request(text, CONTENT)
    assert read(binary(b"\x00\xffsheet")) == Request(text, CONTENT, b"\x00\xffsheet")
    assert read(binary(b"")).file == b""


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()), st.binary())
def test_what_is_written_is_read(content: dict[str, object], file: bytes) -> None:
    text = json.dumps(content, ensure_ascii=False)
    assert read(write(text, None)) == Request(text, content)
    assert read(write(text, file)) == Request(text, content, file)


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "null",
        "[]",
        '"text"',
        "7",
        "{",
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"number": ' + "9" * 5_000 + "}",
        "{} {}",
        b"",
        b"\x00\x00",
        b"\x00\x00\x00\x00",
        b"\x00\x00\x00\x02{",
        b"\xff\xff\xff\xff{}",
        b"\x00\x00\x00\x01\xff",
        (50_000_000).to_bytes(8, "little"),
        (2**62).to_bytes(8, "little"),
    ],
)
def test_what_is_no_request_is_refused(frame: str | bytes) -> None:
    assert refusal(frame) == UNACCEPTABLE


@pytest.mark.parametrize(
    "frame",
    [
        "[" * 100_000,
        '{"a": ' * 100_000,
        '{"a": ' + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}",
        '{"a": "' + "x" * MAX_JSON + '"}',
        binary(b"", {"a": "x" * MAX_JSON}),
        b"x" * (MAX_FRAME + 1),
        '{"a": [' + "[]," * MAX_MARKS + "[]]}",
    ],
    ids=["brackets", "objects", "depth", "text", "json", "bytes", "parts"],
)
def test_what_is_too_large_or_too_deep_is_refused(frame: str | bytes) -> None:
    assert refusal(frame) == TOO_BIG


def test_what_is_just_small_and_flat_enough_is_read() -> None:
    deep = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert refusal(f'{{"a": {deep}}}') is None
    longest = '{"a": "' + "x" * (MAX_JSON - 9) + '"}'
    assert len(longest) == MAX_JSON
    assert refusal(longest) is None
    assert refusal(binary(b"x" * (MAX_FRAME - len(binary(b""))))) is None


def test_brackets_in_a_text_are_no_depth() -> None:
    assert refusal(json.dumps({"text": '\\"[' * 1000 + "{" * 1000})) is None


@pytest.mark.parametrize(
    ("number", "read_as"),
    [(3, 3), (-1, -1), (None, None), ("3", None), (True, None), ([1e3], None), ("\ud800", None)],
)
def test_the_number_of_a_request_is_a_whole_one(number: object, read_as: int | None) -> None:
    assert read(json.dumps({"number": number})).number == read_as
    assert read("{}").number is None


def mutated(draw: random.Random, frame: bytes) -> bytes:
    """Change, cut, repeat and add bytes; often where the length is."""
    changed = bytearray(frame)
    for _ in range(draw.randint(1, 4)):
        place = draw.choice([draw.randrange(4), draw.randrange(len(changed) + 1)])
        match draw.randrange(4):
            case 0 if place < len(changed):
                changed[place] = draw.randrange(256)
            case 1:
                del changed[place : place + draw.randint(1, 20)]
            case 2:
                changed[place:place] = draw.randbytes(draw.randint(1, 20))
            case _:
                changed += changed[place : place + 30]
    return bytes(changed)


def test_twenty_thousand_mutated_frames_are_read_or_refused_and_cost_nothing() -> None:
    draw = random.Random(8)  # noqa: S311 - frames
    frame, text = binary(b"sheet"), json.dumps(CONTENT).encode()
    tracemalloc.start()
    try:
        for number in range(20_000):
            one = mutated(draw, frame if number % 2 else text)
            assert refusal(one if number % 2 else one.decode(errors="replace")) in {
                None,
                UNACCEPTABLE,
                TOO_BIG,
            }
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000
