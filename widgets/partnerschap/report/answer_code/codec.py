"""One person's answers as a short text, to take them to another device without a server.

What a code holds, before `text` makes a text of it:

=========== ======= =======================================================================
fingerprint 3 bytes of the instrument with its items, in their order
role        1 byte
number      5 bytes chosen at random once a fill-in
answers     3 bits  an item, in the instrument's order; zeros up to a whole byte
=========== ======= =======================================================================

Whoever changes this, or what a role or an answer is written as, raises the version in `text`, and
changes `questionnaire/answer-code.ts` of the front end, which writes the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import segno

from partnerschap.content import Content, Role, fingerprint
from partnerschap.report.answer_code.text import AnswerCodeError, from_text, to_text
from partnerschap.scoring import Answer

NUMBERS: Final = 2**40
"""How many numbers there are: so many that two people of a team never choose the same."""

_ROLES: Final[tuple[Role, ...]] = ("parent", "professional", "management", "municipality")
_VALUES: Final[tuple[Answer, ...]] = (None, 1, 2, 3, 4, 5, "dont_know", "not_applicable")
_BITS: Final = 3

_FINGERPRINT: Final = slice(0, 3)
_ROLE: Final = 3
_NUMBER: Final = slice(4, 9)
_ANSWERS: Final = 9


@dataclass(frozen=True)
class AnswerCode:
    """What a code holds.

    Attributes
    ----------
    instrument
        Id of the instrument that was filled in.
    role
        From which side.
    number
        At least 0 and less than `NUMBERS`, chosen at random once a fill-in. The same code read
        twice counts once, and two people with equal answers count twice; it does not say who
        somebody is.
    answers
        By item id; an item that was left blank is not in it.
    """

    instrument: str
    role: Role
    number: int
    answers: Mapping[str, Answer]


def write_answer_code(code: AnswerCode, content: Content) -> str:
    """Write answers as a code.

    Returns
    -------
    For 50 items less than 80 characters, all of them in QR's alphanumeric mode.

    Raises
    ------
    KeyError
        When there is no such instrument.
    ValueError
        When the number, an answer or an item is not one that a code can hold.
    """
    if not 0 <= code.number < NUMBERS:
        raise ValueError("number out of range")
    item_ids = _item_ids(content, code.instrument)
    if unknown := set(code.answers) - set(item_ids):
        raise ValueError(f"not in {code.instrument}: {sorted(unknown)}")
    return to_text(
        fingerprint(content, code.instrument)
        + bytes([_ROLES.index(code.role)])
        + code.number.to_bytes(_NUMBER.stop - _NUMBER.start, "big")
        + _pack(_value(code.answers.get(item_id)) for item_id in item_ids)
    )


def read_answer_code(text: str, content: Content) -> AnswerCode:
    """Read a code, however somebody typed it over or pasted it.

    Raises
    ------
    AnswerCodeError
        When it is no code, has a mistake in it, or was made with another version of the software
        or for other items than `content` has.
    """
    data = from_text(text)
    instrument = _instrument(data[_FINGERPRINT], content)
    item_ids = _item_ids(content, instrument)
    # The checksum was right, so only a code that other software made goes wrong from here.
    if len(data) < _ANSWERS or data[_ROLE] >= len(_ROLES):
        raise AnswerCodeError("damaged")
    values = _unpack(data[_ANSWERS:], len(item_ids))
    return AnswerCode(
        instrument=instrument,
        role=_ROLES[data[_ROLE]],
        number=int.from_bytes(data[_NUMBER], "big"),
        answers={
            item_id: _VALUES[value]
            for item_id, value in zip(item_ids, values, strict=True)
            if _VALUES[value] is not None
        },
    )


def qr_svg(text: str) -> str:
    """Draw a code as a QR code.

    Returns
    -------
    An ``svg`` element without a size of its own, with the quiet zone around it. It is black on
    white whatever the page looks like: many cameras read nothing else.
    """
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        omitsize=True,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return drawn.getvalue().decode()


def _item_ids(content: Content, instrument_id: str) -> list[str]:
    return [item.id for item in content.items_of(instrument_id)]


def _instrument(found: bytes, content: Content) -> str:
    for instrument in content.instruments:
        if fingerprint(content, instrument.id) == found:
            return instrument.id
    raise AnswerCodeError("other_content")


def _value(answer: Answer) -> int:
    if isinstance(answer, bool) or answer not in _VALUES:
        raise ValueError(f"unknown answer {answer!r}")
    return _VALUES.index(answer)


def _pack(values: Iterable[int]) -> bytes:
    bits = "".join(f"{value:0{_BITS}b}" for value in values)
    whole = bits + "0" * (-len(bits) % 8)
    return bytes(int(whole[start : start + 8], 2) for start in range(0, len(whole), 8))


def _unpack(data: bytes, count: int) -> list[int]:
    bits = "".join(f"{byte:08b}" for byte in data)
    starts = range(0, _BITS * count, _BITS)
    values = [int(bits[start : start + _BITS] or "0", 2) for start in starts]
    if _pack(values) != data:
        raise AnswerCodeError("damaged")
    return values
