"""The areas as bars, with their figures in the table beside it."""

from collections.abc import Sequence
from typing import Any, Final

from partnerschap.report.charts.drawing import (
    SIZE,
    Chart,
    Space,
    bars,
    chart_of,
    draw,
    rules,
    texts,
)
from partnerschap.report.charts.icons import NAME_AFTER_ICON, area_icons
from partnerschap.report.charts.palette import area_ink, ink
from partnerschap.report.shares import (
    balance_words,
    is_enough_of_area,
    percent,
    share_words,
)
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords
from partnerschap.scoring import AreaScore

_LEFT: Final = 176.0
_RIGHT: Final = 112.0
_ROW: Final = 26.0
_BAR: Final = 13.0
_ENDS: Final = {0.0: "none", 0.5: "half", 1.0: "all"}


def areas_chart(report: TeamReport, words: ReportWords, *, partnerships: bool) -> Chart | None:
    """Draw the five partnerships, or the other areas.

    Returns
    -------
    None where the instrument asks none of them.
    """
    kinds = {area.id: area.partnership for area in report.content.areas}
    areas = [area for area in report.scores.areas if kinds[area.id] == partnerships]
    if not areas:
        return None
    specification = _specification(report, words, areas, balanced=partnerships)
    return Chart(
        svg=draw(specification),
        alternative=_alternative(report, words, areas, partnerships=partnerships),
        header=tuple(
            words.say(key)
            for key in (
                ("column_area", "column_in_place", "column_interval", "column_items")
                if not report.in_words
                else ("column_area", "column_in_place", "column_items")
            )
        ),
        rows=tuple(_row(report, words, area) for area in areas),
        specification=specification,
    )


def share_text(report: TeamReport, words: ReportWords, area: AreaScore) -> str:
    """Say the share of an area, for one form as a count of points."""
    if area.share is None:
        return words.area_status(area, own=report.in_words)
    if report.in_words:
        count = round(area.share * area.items_scored)
        return words.content.message("result.own_share", n=count, total=area.items_scored)
    return share_words(words.content, area.share)


def share_figure(report: TeamReport, words: ReportWords, area: AreaScore) -> str:
    """Write the share of an area for who asks how it is known."""
    if is_enough_of_area(area):
        return percent(area.share)
    return share_text(report, words, area)


def interval_text(words: ReportWords, area: AreaScore) -> str:
    """Write the interval of an area; a dash where there is none."""
    if area.interval is None or not is_enough_of_area(area):
        return words.say("none")
    low, high = area.interval
    return words.say("interval", low=percent(low), high=percent(high))


def _row(report: TeamReport, words: ReportWords, area: AreaScore) -> tuple[str, ...]:
    name, share = words.area(area.id), share_figure(report, words, area)
    if report.in_words:
        return name, share, str(area.items_scored)
    return name, share, interval_text(words, area), str(area.items_scored)


def _alternative(
    report: TeamReport, words: ReportWords, areas: Sequence[AreaScore], *, partnerships: bool
) -> str:
    listed = "; ".join(
        words.say("area_value", name=words.area(area.id), value=share_text(report, words, area))
        for area in areas
    )
    if partnerships:
        balance = balance_words(words.content, report.scores)
        return words.say("alternative_partnerships", balance=balance, areas=listed)
    return words.say("alternative_areas", areas=listed)


def _specification(
    report: TeamReport, words: ReportWords, areas: Sequence[AreaScore], *, balanced: bool
) -> dict[str, Any]:
    space = Space(height=_ROW * len(areas), left=_LEFT, right=_RIGHT)
    middles = [_ROW * (number + 0.5) for number in range(len(areas))]
    rows = list(zip(areas, middles, strict=True))
    known = [(area, area.share, y) for area, y in rows if area.share is not None]
    unknown = [(area, y) for area, y in rows if area.share is None]
    whole = [
        {"x": 0, "x2": 1, "y": y - _BAR / 2, "y2": y + _BAR / 2, "fill": ink("surface-2")}
        for _, _, y in known
    ]
    filled = [
        {
            "x": 0,
            "x2": share,
            "y": y - _BAR / 2,
            "y2": y + _BAR / 2,
            "fill": area_ink(area.id),
        }
        for area, share, y in known
    ]
    layers = [
        bars(whole),
        bars(filled),
        *_balance(report, rows if balanced else []),
        texts(
            [{"y": y, "text": words.area(area.id)} for area, y in rows],
            at=NAME_AFTER_ICON - _LEFT,
            colour=ink("text"),
            size=SIZE + 0.5,
        ),
        area_icons([{"y": y, "area": area.id} for area, y in rows], at=-_LEFT),
        texts(
            [{"y": y, "text": share_text(report, words, area)} for area, _, y in known],
            at=space.width + 10,
            colour=ink("text"),
            bold=True,
        ),
        # Why there is no bar, in its place; the lines behind it make room.
        bars(
            [
                {
                    "x": 0.005,
                    "x2": 0.995,
                    "y": y - _BAR / 2,
                    "y2": y + _BAR / 2,
                    "fill": ink("surface"),
                }
                for _, y in unknown
            ]
        ),
        texts(
            [{"y": y, "text": share_text(report, words, area)} for area, y in unknown],
            at=8,
            colour=ink("muted"),
        ),
    ]
    ticks = {0.0: "", 1.0: ""} if report.in_words else ticks_of(words)
    return chart_of(space, layers, ticks)


def ticks_of(words: ReportWords) -> dict[float, str]:
    """Say what the ends of a bar, and its middle, stand for."""
    return {at: words.say(f"axis_{name}") for at, name in _ENDS.items()}


def _balance(report: TeamReport, rows: Sequence[tuple[AreaScore, float]]) -> list[dict[str, Any]]:
    """Mark where the lowest and the highest partnership stand, across all five."""
    shares = [area.share for area, _ in rows if area.share is not None]
    if report.in_words or not report.scores.balance or not shares:
        return []
    bottom = _ROW * len(rows)
    lines = [{"x": end, "x2": end, "y": 0, "y2": bottom} for end in (min(shares), max(shares))]
    marked = rules(lines, ink("border-strong"), 1)
    marked["mark"]["strokeDash"] = [3, 3]
    return [marked]
