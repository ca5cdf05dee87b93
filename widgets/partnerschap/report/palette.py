"""The colours of files: the light half of the palette that the book and the exercises share.

They are read from the course's own sheet, so that a colour that changes there changes on paper.
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


@cache
def palette() -> Mapping[str, str]:
    """Return each colour of the light palette by its name, as ``#rrggbb``."""
    sheet = (BOOK / "_static/tokens.css").read_text(encoding="utf-8")
    light = sheet.split(":root", 1)[1].split("}", 1)[0]
    return dict(_COLOUR.findall(light))


def area_colour(area_id: str) -> str:
    """Return the colour of an area; a team's own points have that of the course."""
    colours = palette()
    return colours.get(area_id, colours["accent"])
