"""The icons of the areas, as the book and the exercises have them, beside a name in a chart."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from partnerschap.locations import BOOK
from partnerschap.report.charts.palette import area_ink

NAME_AFTER_ICON: Final = 19.0
"""Pixels from where an icon begins to where the name beside it does."""

_GRID: Final = 24.0
_SCALE: Final = 0.58
_PATH: Final = re.compile(r' d="([^"]+)"')


def area_icons(rows: Sequence[dict[str, Any]], *, at: float) -> dict[str, Any]:
    """Icons of each `area` at y, all so many pixels from the left of the marks."""
    values = [
        {
            "y": row["y"] - _SCALE * _GRID / 2,
            "shape": _path(row["area"]),
            "stroke": area_ink(row["area"]),
        }
        for row in rows
    ]
    own = {"type": "nominal", "scale": None}
    return {
        "data": {"values": values},
        "mark": {
            "type": "point",
            "filled": False,
            "size": (2 * _SCALE) ** 2,  # Vega draws a path of its own half the root of this large
            "strokeWidth": 2 * _SCALE,
            "strokeCap": "round",
            "strokeJoin": "round",
            "opacity": 1,
        },
        "encoding": {
            "x": {"value": at},
            "y": {"field": "y", "type": "quantitative"},
            "shape": {"field": "shape", **own},
            "stroke": {"field": "stroke", **own},
        },
    }


@cache
def _path(area: str) -> str:
    """Read the lines of an icon; a team's own points have a dot."""
    path = BOOK / "drawings" / "icons" / f"{area}.svg"
    found = _PATH.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    return found[1] if found else "M12 9a3 3 0 1 1-.1 0z"
