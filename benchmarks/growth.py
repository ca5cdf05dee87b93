"""How a session grows: from ten participants to five hundred, as a table and a picture.

Run with ``uv run python benchmarks/growth.py``; each hall has a server of its own. It writes
``growth.svg`` beside this file and prints the table for README.md.
"""

import json
from pathlib import Path
from typing import Any, Final

import vl_convert

from session import measure

HALLS: Final = (10, 30, 100, 300, 500)
PICTURE: Final = Path(__file__).with_name("growth.svg")
COLUMNS: Final = {
    "participants": "participants",
    "joined_median": "median in, s",
    "joined_last": "last one in, s",
    "save_median": "save, median, s",
    "save_p99": "save, p99, s",
    "save_p99_while_joining": "p99 while they join, s",
    "memory_mb": "memory in all, MB",
    "memory_a_page_mb": "MB a page",
}
LINES: Final = {
    "joined_last": "last one in",
    "save_p99": "save, p99",
    "save_median": "save, median",
}


def picture(found: list[dict[str, float]]) -> str:
    """Draw seconds against participants, as SVG."""
    values = [
        {"participants": one["participants"], "seconds": one[key], "what": words}
        for one in found
        for key, words in LINES.items()
    ]
    chart: dict[str, Any] = {
        "width": 480,
        "height": 260,
        "data": {"values": values},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "participants", "type": "quantitative"},
            "y": {"field": "seconds", "type": "quantitative"},
            "color": {"field": "what", "type": "nominal", "title": None},
        },
    }
    return vl_convert.vegalite_to_svg(json.dumps(chart))


def main() -> None:
    """Measure, print and draw."""
    found = [measure(participants) for participants in HALLS]
    print("| " + " | ".join(COLUMNS.values()) + " |")
    print("|---" * len(COLUMNS) + "|")
    for one in found:
        print("| " + " | ".join(f"{one[key]:g}" for key in COLUMNS) + " |")
    PICTURE.write_text(picture(found), encoding="utf-8")


if __name__ == "__main__":
    main()
