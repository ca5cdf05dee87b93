"""Texts in a workbook: plain ones, and those in pieces with a look of their own."""

from typing import Final

from partnerschap.report.sheets.cells import visible
from partnerschap.report.sheets.xlsx_parts import Attributes, Parts

LONGEST_TEXT: Final = 200
"""Characters of a text that counts; names, roles and answers are all far shorter."""


def cut_off(text: str) -> str:
    """Truncate a text: keep what a reader sees, and of a longer one no more than shows that it is.

    Many cells may name one text of megabytes, and each is looked at.
    """
    return visible(text)[: LONGEST_TEXT + 1]


class TextPieces:
    """Gathers the pieces of a text, without the reading aids of Japanese beside it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_open = False
        self._in_reading_aid = False

    def start(self, _: Attributes) -> None:
        """Begin a piece."""
        self._is_open = not self._in_reading_aid

    def end(self) -> None:
        """End a piece."""
        self._is_open = False

    def start_reading_aid(self, _: Attributes) -> None:
        """Leave what follows aside."""
        self._in_reading_aid = True

    def end_reading_aid(self) -> None:
        """Go on with the text itself."""
        self._in_reading_aid = False

    def take(self, text: str) -> None:
        """Add to the piece, if one has begun."""
        if self._is_open:
            self._pieces.append(text)

    def joined(self) -> str:
        """End the text, and return it whole."""
        self.end()
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


def shared_strings(parts: Parts, name: str) -> list[str]:
    """Read the texts that the cells of a workbook name by number."""
    strings: list[str] = []
    pieces = TextPieces()
    parts.parse(
        name,
        {"t": pieces.start, "rPh": pieces.start_reading_aid},
        {
            "t": pieces.end,
            "rPh": pieces.end_reading_aid,
            "si": lambda: strings.append(cut_off(pieces.joined())),
        },
        pieces.take,
    )
    return strings
