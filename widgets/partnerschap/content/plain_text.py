"""What may stand in a text that people type, wherever it comes from."""

import re
from typing import Final

_PLANES: Final = range(0, 0x110000, 0x10000)
_NO_CHARACTERS: Final = "".join(chr(plane + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))
"""The last two places of every plane are no characters, and no XML may hold them."""

_DIRECTIONS: Final = "\u202a-\u202e\u2066-\u2069"
"""Invisible marks that turn the direction of all that comes behind them, in other lines too."""

# PostgreSQL keeps no NUL, and no file can be written with half a character, as a text has that
# was cut off in the middle of an emoji.
_NO_TEXT: Final = re.compile(
    f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff{_DIRECTIONS}{_NO_CHARACTERS}]"
)


def plain(text: str) -> str:
    """Take out what is no text: control characters, halves, and marks that turn lines around.

    What cannot be seen is taken out rather than refused: it comes along when people paste, and
    nobody could find it to take it out themselves. Ends of lines and spaces stay.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _NO_TEXT.sub("", lines)
