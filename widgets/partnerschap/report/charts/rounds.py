"""Two rounds of a team: what each area was and is, and whether that is a change."""

from typing import Any, Final

from partnerschap.report.charts.areas import interval_text, share_figure, ticks_of
from partnerschap.report.charts.drawing import (
    SIZE,
    Chart,
    Space,
    chart_of,
    dots,
    draw,
    texts,
)
from partnerschap.report.charts.palette import ink
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords
from partnerschap.scoring import AreaChange, AreaScore

_ROW: Final = 34.0
_APART: Final = 6.0
_LEFT: Final = 158.0
_RIGHT: Final = 112.0


def rounds_chart(report: TeamReport, words: ReportWords) -> Chart | None:
    """Draw each area in the round before (open) and in this one (filled).

    Returns
    -------
    None without an earlier round.
    """
    if not report.changes:
        return None
    specification = _specification(report, words)
    return Chart(
        svg=draw(specification),
        alternative=_alternative(report, words),
        header=tuple(
            words.say(key)
            for key in (
                "column_area",
                "column_before",
                "column_interval",
                "column_now",
                "column_interval",
                "column_change",
            )
        ),
        rows=tuple(
            (
                words.area(change.id),
                share_figure(report, words, change.before),
                interval_text(words, change.before),
                share_figure(report, words, change.after),
                interval_text(words, change.after),
                change_text(words, change),
            )
            for change in report.changes
        ),
        specification=specification,
    )


def change_text(words: ReportWords, change: AreaChange) -> str:
    """Say whether an area changed."""
    if change.difference is None:
        return words.say("change_incomparable")
    return words.say(f"change_{change.direction or 'none'}")


def _alternative(report: TeamReport, words: ReportWords) -> str:
    up = [words.area(change.id) for change in report.changes if change.direction == "up"]
    down = [words.area(change.id) for change in report.changes if change.direction == "down"]
    if not up and not down:
        return words.say("alternative_rounds_none")
    none = words.say("nothing")
    return words.say("alternative_rounds", up=", ".join(up) or none, down=", ".join(down) or none)


def _specification(report: TeamReport, words: ReportWords) -> dict[str, Any]:
    space = Space(height=_ROW * len(report.changes), left=_LEFT, right=_RIGHT)
    before: list[dict[str, Any]] = []
    after: list[dict[str, Any]] = []
    labels, values = [], []
    for number, change in enumerate(report.changes):
        middle = _ROW * (number + 0.5)
        labels.append({"y": middle, "text": words.area(change.id)})
        values.append({"y": middle, "text": change_text(words, change)})
        before += _mark(change.before, middle - _APART, ink("surface"))
        after += _mark(change.after, middle + _APART, ink("accent"))
    layers = [
        dots(before, stroke=ink("accent")),
        dots(after, stroke=ink("accent")),
        texts(labels, at=-_LEFT, colour=ink("text"), size=SIZE + 0.5),
        texts(values, at=space.width + 12, colour=ink("text"), size=SIZE - 0.5),
    ]
    return chart_of(space, layers, ticks_of(words))


def _mark(area: AreaScore, y: float, fill: str) -> list[dict[str, Any]]:
    return [] if area.share is None else [{"x": area.share, "y": y, "fill": fill}]
