"""Charts as Vega-Lite specifications, drawn as SVG without a browser or a network.

The specifications are written as they are, not through Altair: importing Altair takes half a second
of every command and every exercise, and all it would do here is write the same dictionaries. The
tests hold them against Vega-Lite's schema, with Altair.

What stands across is in units of the figures, with a real axis; what stands below one another is
in pixels, because the texts beside the marks take as many lines as they need.
"""

import importlib.util
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from partnerschap.report.charts.palette import ink

WIDTH: Final = 482
"""Pixels, as many as there are points across the text of an A4 page: letters keep their size."""

FONT: Final = "Source Sans Pro"
FONTS: Final = f"'{FONT}', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
SIZE: Final = 10
LINE: Final = 12.5

Spec = dict[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Chart:
    """A chart for paper and screen, with the same in words and in a table.

    Attributes
    ----------
    svg
        Drawn `WIDTH` pixels wide, with colours by their names in the course's sheet.
    alternative
        One sentence with the main message, for who does not see the chart.
    header, rows
        The same figures as a table; the first cell of a row names it.
    specification
        The Vega-Lite specification that was drawn.
    """

    svg: str
    alternative: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    specification: Mapping[str, Any]


@dataclass(frozen=True)
class Space:
    """Where the marks of a chart stand: pixels around them, and what is across."""

    height: float
    left: float
    right: float
    across: tuple[float, float] = (0.0, 1.0)
    top: float = 4.0
    bottom: float = 20.0

    @property
    def width(self) -> float:
        """Pixels between the texts on both sides."""
        return WIDTH - self.left - self.right


def lines_of(text: str, characters: int, most: int = 4) -> list[str]:
    """Break a text into lines, the last one with an ellipsis where there would be more."""
    return textwrap.wrap(
        text, characters, max_lines=most, placeholder=" \N{HORIZONTAL ELLIPSIS}"
    ) or [""]


def bars(values: Sequence[Row], stroke: str | None = None) -> Spec:
    """Rectangles from x to x2 and y to y2, each with a colour in `fill`."""
    return {
        "data": {"values": list(values)},
        "mark": {"type": "rect", "stroke": stroke, "strokeWidth": 1 if stroke else 0},
        "encoding": {**_x(), **_y(), "x2": {"field": "x2"}, "y2": {"field": "y2"}, **_fill()},
    }


def tints(values: Sequence[Row]) -> Spec:
    """Rectangles as of `bars`, lighter and with an edge in their own colour."""
    tinted = bars(values)
    tinted["mark"] |= {"fillOpacity": 0.3, "strokeWidth": 1}
    tinted["encoding"]["stroke"] = {"field": "fill", "type": "nominal", "scale": None}
    return tinted


def rules(values: Sequence[Row], colour: str, width: float = 1.5) -> Spec:
    """Lines from x, y to x2, y2."""
    return {
        "data": {"values": list(values)},
        "mark": {"type": "rule", "color": colour, "strokeWidth": width},
        "encoding": {**_x(), **_y(), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
    }


def dots(values: Sequence[Row], *, stroke: str, size: float = 90) -> Spec:
    """Circles at x, y, each with a colour in `fill`."""
    return {
        "data": {"values": list(values)},
        "mark": {"type": "circle", "size": size, "opacity": 1, "stroke": stroke, "strokeWidth": 2},
        "encoding": {**_x(), **_y(), **_fill()},
    }


def texts(  # noqa: PLR0913 - one value an option
    values: Sequence[Row],
    *,
    align: str = "left",
    bold: bool = False,
    size: float = SIZE,
    colour: str | None = None,
    at: float | None = None,
) -> Spec:
    """Texts at x, y; or all of them so many pixels from the left of the marks."""
    place = _x() if at is None else {"x": {"value": at}}
    colours = _fill() if colour is None else {}
    return {
        "data": {"values": list(values)},
        "mark": {
            "type": "text",
            "align": align,
            "baseline": "middle",
            "fontSize": size,
            "fontWeight": 600 if bold else 400,
            **({"color": colour} if colour else {}),
        },
        "encoding": {**place, **_y(), "text": {"field": "text", "type": "nominal"}, **colours},
    }


def chart_of(space: Space, layers: Sequence[Spec], ticks: Mapping[float, str]) -> Spec:
    """Put layers into one specification, with the ticks that the axis below names."""
    axis = {
        "values": list(ticks),
        "labelExpr": _labels(ticks),
        "title": None,
        "domain": False,
        "ticks": False,
        "gridColor": ink("border"),
        "labelColor": ink("muted"),
        "labelFontSize": SIZE - 1,
        "labelPadding": 5,
        "labelFlush": False,
    }
    for layer in layers:
        encoding = layer["encoding"]
        if "field" in encoding.get("x", {}):
            encoding["x"] |= {
                "axis": axis if ticks else None,
                "scale": {"domain": list(space.across), "nice": False, "zero": False},
            }
        encoding["y"] |= {
            "axis": None,
            "scale": {
                "domain": [0, space.height],
                "range": [0, space.height],
                "nice": False,
                "zero": False,
            },
        }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": space.width,
        "height": space.height,
        "autosize": "none",
        "padding": {
            "left": space.left,
            "right": space.right,
            "top": space.top,
            "bottom": space.bottom,
        },
        "layer": list(layers),
        "config": {
            "aria": False,  # a chart is one image, which its sentence describes
            "font": FONTS,
            "background": "transparent",
            "view": {"stroke": None},
            "text": {"font": FONTS, "color": ink("text")},
        },
    }


def draw(specification: Mapping[str, Any]) -> str:
    """Draw a specification as SVG."""
    return str(_drawing().vegalite_to_svg(dict(specification), vl_version="5.20"))


def font_folder() -> Path:
    """Return the folder of the font, which comes as a package: no machine needs to have it."""
    spec = importlib.util.find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("font_source_sans_pro")
    return Path(spec.origin).parent / "files"


@cache
def _drawing() -> Any:
    """Start Vega-Lite once, when something is drawn; it takes a second."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(font_folder()))
    return vl_convert


def _x() -> Spec:
    return {"x": {"field": "x", "type": "quantitative"}}


def _y() -> Spec:
    return {"y": {"field": "y", "type": "quantitative"}}


def _fill() -> Spec:
    return {"color": {"field": "fill", "type": "nominal", "scale": None}}


def _labels(ticks: Mapping[float, str]) -> str:
    """Write a Vega expression that names each tick."""
    named = "''"
    for value, name in ticks.items():
        named = f"abs(datum.value - {value}) < 1e-6 ? '{name}' : {named}"
    return named
