"""Bytes as a text that people can show, copy, read aloud and type over.

The text is ``PMO1`` and the bytes in the base32 of Crockford, in groups of five with hyphens
between them: only characters that a QR code packs tightly. The version is the digit of the prefix.
The last four bytes are the CRC-32 of the prefix and all other bytes.
"""

import base64
import re
import zlib
from typing import Final, Literal

from partnerschap.content import Content

PREFIX: Final = "PMO1"
"""How a code of this version begins."""

AnswerCodeFault = Literal["not_a_code", "damaged", "other_version", "other_content"]

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RFC_4648: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITTEN: Final = str.maketrans(_RFC_4648, _ALPHABET)
_READ: Final = str.maketrans(_ALPHABET, _RFC_4648)
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_BETWEEN: Final = re.compile("[-\\s\u00ad\u200b-\u200d\u2010-\u2015\u2212\ufeff]+")
"""White space and every hyphen and dash that a keyboard or a mail program makes of one."""

_FAMILY: Final = PREFIX[:-1].translate(_LOOKALIKES)
_OTHER_VERSIONS: Final = frozenset("123456789") - {PREFIX[-1]}
_GROUP: Final = 5
_CHECKSUM: Final = 4
_LONGEST: Final = 1000
"""Characters; ten times what a code needs."""


class AnswerCodeError(Exception):
    """A text cannot be read as an answer code.

    Attributes
    ----------
    reason
        What is wrong with it.
    """

    def __init__(self, reason: AnswerCodeFault) -> None:
        self.reason: AnswerCodeFault = reason
        super().__init__(reason)

    def sentence(self, content: Content) -> str:
        """Say it in the reader's language."""
        return content.message(f"code.{self.reason}", prefix=PREFIX)


def to_text(data: bytes) -> str:
    """Write bytes with their checksum as a text; see the module for its form."""
    body = _encode(data + _checksum(data))
    groups = [body[start : start + _GROUP] for start in range(0, len(body), _GROUP)]
    return "-".join([PREFIX, *groups])


def from_text(text: str) -> bytes:
    """Read what `to_text` wrote, however somebody typed it over or pasted it.

    Case, white space and hyphens do not matter, nor whether O stands for 0, or I or L for 1.

    Raises
    ------
    AnswerCodeError
        When it is no code, is one of another version, or has a mistake in it.
    """
    compact = _BETWEEN.sub("", text[: _LONGEST + 1]).upper().translate(_LOOKALIKES)
    version = compact[len(_FAMILY) : len(PREFIX)]
    if len(text) > _LONGEST or not compact.startswith(_FAMILY):
        raise AnswerCodeError("not_a_code")
    if version in _OTHER_VERSIONS:
        raise AnswerCodeError("other_version")
    if version != PREFIX[-1]:
        raise AnswerCodeError("not_a_code")
    whole = _decode(compact[len(PREFIX) :])
    data, checksum = whole[:-_CHECKSUM], whole[-_CHECKSUM:]
    if checksum != _checksum(data):
        raise AnswerCodeError("damaged")
    return data


def _encode(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").translate(_WRITTEN)


def _decode(body: str) -> bytes:
    if not set(body) <= set(_ALPHABET):
        raise AnswerCodeError("damaged")
    try:
        data = base64.b32decode(body.translate(_READ) + "=" * (-len(body) % 8))
    except ValueError:
        raise AnswerCodeError("damaged") from None
    if _encode(data) != body:  # the last character has bits to spare
        raise AnswerCodeError("damaged")
    return data


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(PREFIX.encode() + data).to_bytes(_CHECKSUM, "big")
