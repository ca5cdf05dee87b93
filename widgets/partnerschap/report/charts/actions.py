"""Suggested steps by effort and effect: a number in a square, with the table beside it."""

from collections import defaultdict
from typing import Any, Final

from partnerschap.report.charts.drawing import (
    SIZE,
    Chart,
    Space,
    bars,
    chart_of,
    dots,
    draw,
    texts,
)
from partnerschap.report.charts.palette import ink
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords

_ROW: Final = 46.0
_LEFT: Final = 152.0
_RIGHT: Final = 4.0
_BOTTOM: Final = 34.0
_GRADES: Final = (1, 2, 3)
_APART: Final = 0.17
_EDGE: Final = 0.02


def actions_chart(report: TeamReport, words: ReportWords) -> Chart | None:
    """Draw the suggestions, numbered as in the list.

    Returns
    -------
    None where there are none.
    """
    suggestions = report.advice.suggestions
    if not suggestions:
        return None
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, suggestion in enumerate(suggestions, 1):
        places[suggestion.effort, suggestion.impact].append(number)
    specification = _specification(words, places)
    wins = [str(number) for number, suggestion in enumerate(suggestions, 1) if suggestion.quick_win]
    alternative = (
        words.say("alternative_actions", total=len(suggestions), wins=", ".join(wins))
        if wins
        else words.say("alternative_actions_none", total=len(suggestions))
    )
    return Chart(
        svg=draw(specification),
        alternative=alternative,
        header=tuple(
            words.say(key)
            for key in ("column_number", "column_step", "column_effort", "column_impact")
        ),
        rows=tuple(
            (
                str(number),
                words.action(suggestion.action),
                words.grade("effort", suggestion.effort),
                words.grade("impact", suggestion.impact),
            )
            for number, suggestion in enumerate(suggestions, 1)
        ),
        specification=specification,
    )


def _specification(words: ReportWords, places: dict[tuple[int, int], list[int]]) -> dict[str, Any]:
    space = Space(height=_ROW * 3, left=_LEFT, right=_RIGHT, across=(0, 3), top=4, bottom=_BOTTOM)
    squares = [
        {
            "x": effort - 1 + _EDGE,
            "x2": effort - _EDGE,
            "y": _ROW * (3 - impact) + 2,
            "y2": _ROW * (4 - impact) - 2,
            # Little effort and effect enough: where low-hanging fruit is.
            "fill": ink("answer-2" if effort == 1 and impact > 1 else "surface-2"),
        }
        for effort in _GRADES
        for impact in _GRADES
    ]
    numbers = [
        {
            "x": effort - 0.5 + _APART * (place - (len(held) - 1) / 2),
            "y": _ROW * (3.5 - impact),
            "text": str(number),
            "fill": ink("accent"),
        }
        for (effort, impact), held in sorted(places.items())
        for place, number in enumerate(held)
    ]
    sides = [
        {"y": _ROW * (3.5 - impact), "text": words.grade("impact", impact)} for impact in _GRADES
    ]
    below = [
        {"x": effort - 0.5, "y": space.height + 11, "text": words.grade("effort", effort)}
        for effort in _GRADES
    ]
    layers = [
        bars(squares),
        dots(numbers, stroke=ink("surface"), size=420),
        texts(numbers, align="center", bold=True, size=SIZE + 1, colour=ink("accent-text")),
        texts(sides, at=-10, align="right", colour=ink("text")),
        texts(below, align="center", colour=ink("text")),
    ]
    return chart_of(space, layers, {})
