"""Which cell formats of a workbook show what a cell holds, and which show something else."""

import re
from dataclasses import dataclass
from typing import Final

from partnerschap.report.sheets.xlsx_parts import Attributes, Parts

_PLAIN_BUILT_IN: Final = frozenset({0, 1, 2, 3, 4, 37, 38, 39, 40, 41, 43, 49})
"""Numbers of the formats without a code that show a number as it is; the others are dates, times,
percentages, fractions, money and powers of ten."""

_LAST_BUILT_IN: Final = 163
_LONGEST_CODE: Final = 255
"""Characters; Excel writes no longer one."""

_SECTIONS: Final = 4
"""Of a code with its own section for text, which comes last."""

_NOTHING: Final = re.compile(
    r"\[(?:\$-[^\[\]]*|[A-Za-z]{4,} ?\d*|Red)\]"  # a language, a colour
    r'|"\s*"|[_*].|\\\s',  # blanks, and the width of a sign
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]')
_PLAIN_NUMBER: Final = re.compile(r"general|@|[#0?]+(?:,[#0?]+)*(?:\.[#0?]*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Format:
    """What a format does.

    Attributes
    ----------
    shows_number
        A number is shown as it is, but for decimals.
    shows_text
        A text is shown as it is.
    """

    shows_number: bool
    shows_text: bool


PLAIN: Final = Format(shows_number=True, shows_text=True)


def cell_formats(parts: Parts, name: str) -> list[Format]:
    """Read the formats of a workbook, in the order in which its cells number them."""
    codes: dict[int, Format] = {}
    formats: list[Format] = []
    inside = False

    def enter(_: Attributes) -> None:
        nonlocal inside
        inside = True

    def leave() -> None:
        nonlocal inside
        inside = False

    def define(attributes: Attributes) -> None:
        codes[int(attributes["numFmtId"])] = what_it_shows(attributes["formatCode"])

    def add(attributes: Attributes) -> None:
        if inside:
            number = int(attributes.get("numFmtId", "0"))
            formats.append(codes.get(number) or codes.setdefault(number, _built_in(number)))

    starts = {"numFmt": define, "cellXfs": enter, "xf": add}
    parts.parse(name, starts, {"cellXfs": leave})
    return formats


def _built_in(number: int) -> Format:
    return Format(shows_number=number in _PLAIN_BUILT_IN, shows_text=number <= _LAST_BUILT_IN)


def what_it_shows(code: str) -> Format:
    """Say what a format code shows: "0" and "General" a number, "d mmm", "0%" and ";;;" not."""
    if len(code) > _LONGEST_CODE:
        return Format(shows_number=False, shows_text=False)
    sections = [
        # What is left of words that are shown beside the value makes a section not plain.
        _WORDS.sub("!", section).replace(" ", "")
        for section in _NOTHING.sub("", code).split(";")
    ]
    shown_text = sections[-1] if len(sections) >= _SECTIONS or "@" in sections[-1] else "@"
    return Format(
        shows_number=_PLAIN_NUMBER.fullmatch(sections[0]) is not None,
        shows_text=shown_text.casefold() in {"@", "general"},
    )
