"""The colours of pictures and files: the palette that the book and the exercises share.

A picture is drawn once, in the names of the course's own sheet, so that in a page it follows light
and dark. Paper takes the light half, read from the same sheet: what changes there changes on paper.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from partnerschap.locations import BOOK

ANSWERS: Final = ("answer-1", "answer-2", "answer-3", "answer-4", "answer-5")
"""The points 1 to 5, light to dark, so that they keep their order in grey."""

ON_ANSWERS: Final = (
    "answer-text-1",
    "answer-text-2",
    "answer-text-3",
    "answer-text-4",
    "answer-text-5",
)

_COLOUR: Final = re.compile(r"--ps-([\w-]+):\s*(#[0-9a-f]{6});")
_INK: Final = re.compile(r'(?<==")var\(--ps-([\w-]+)\)(?=")')
"""In an attribute: what a person typed is not a colour."""


@cache
def palette() -> Mapping[str, str]:
    """Return each colour of the light palette by its name, as ``#rrggbb``."""
    sheet = (BOOK / "_static/tokens.css").read_text(encoding="utf-8")
    light = sheet.split(":root", 1)[1].split("}", 1)[0]
    return dict(_COLOUR.findall(light))


def ink(name: str) -> str:
    """Return a colour as a picture has it: by its name, for the page to fill in.

    Raises
    ------
    KeyError
        When the sheet has no such colour.
    """
    if name not in palette():
        raise KeyError(name)
    return f"var(--ps-{name})"


def area_ink(area_id: str) -> str:
    """Return the colour of an area; a team's own points have that of the course."""
    return ink(area_id if area_id in palette() else "accent")


def on_paper(svg: str) -> str:
    """Fill in the light colours of a picture: what makes paper knows no style sheet."""
    return _INK.sub(lambda found: palette().get(found[1], found[0]), svg)
