"""The areas as bars with their intervals, and the balance between the partnerships."""

from collections.abc import Sequence
from math import floor
from typing import Any, Final

from partnerschap.report.charts.drawing import (
    LINE,
    SIZE,
    Chart,
    Space,
    bars,
    chart_of,
    draw,
    rules,
    texts,
)
from partnerschap.report.charts.palette import area_ink, ink
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, percent
from partnerschap.scoring import AreaScore

_LEFT: Final = 158.0
_RIGHT: Final = 112.0
_ROW: Final = 26.0
_BAR: Final = 13.0
_QUARTERS: Final = {0.0: "0%", 0.25: "25%", 0.5: "50%", 0.75: "75%", 1.0: "100%"}


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


def balance_sentence(report: TeamReport, words: ReportWords) -> str:
    """Say which partnership stands strongest and which least, and by how much."""
    known = _known_partnerships(report)
    balance = report.scores.balance
    if balance is None or not known:
        return words.say("balance_none")
    if balance == 0:
        return words.say("balance_even")
    highest = max(known, key=lambda area: area.share or 0)
    lowest = min(known, key=lambda area: area.share or 0)
    values = {"highest": words.area(highest.id), "lowest": words.area(lowest.id)}
    if report.in_words:
        return words.say("balance_own", **values)
    return words.say("balance", points=floor(balance * 100 + 0.5), **values)


def share_text(report: TeamReport, words: ReportWords, area: AreaScore) -> str:
    """Write the share of an area, for one form as a count of points."""
    if area.share is None:
        return words.area_status(area, own=report.in_words)
    if report.in_words:
        count = round(area.share * area.items_scored)
        return words.say("count_of", n=count, total=area.items_scored)
    return percent(area.share)


def interval_text(words: ReportWords, interval: tuple[float, float] | None) -> str:
    """Write an interval; a dash where there is none."""
    if interval is None:
        return words.say("none")
    return words.say("interval", low=percent(interval[0]), high=percent(interval[1]))


def _known_partnerships(report: TeamReport) -> list[AreaScore]:
    partnerships = {area.id for area in report.content.areas if area.partnership}
    return [
        area for area in report.scores.areas if area.id in partnerships and area.share is not None
    ]


def _row(report: TeamReport, words: ReportWords, area: AreaScore) -> tuple[str, ...]:
    name, share = words.area(area.id), share_text(report, words, area)
    if report.in_words:
        return name, share, str(area.items_scored)
    return name, share, interval_text(words, area.interval), str(area.items_scored)


def _alternative(
    report: TeamReport, words: ReportWords, areas: Sequence[AreaScore], *, partnerships: bool
) -> str:
    listed = "; ".join(
        words.say("area_value", name=words.area(area.id), value=share_text(report, words, area))
        for area in areas
    )
    if partnerships:
        balance = balance_sentence(report, words)
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
    spans = [(area.interval, y) for area, _, y in known if area.interval is not None]
    layers = [
        bars(whole),
        bars(filled),
        *_balance(report, rows if balanced else []),
        # A line of its own with a light edge is seen on every colour, and in grey.
        *_whiskers(spans, ink("surface"), 4.5),
        *_whiskers(spans, ink("text"), 1.5),
        texts(
            [{"y": y, "text": words.area(area.id)} for area, y in rows],
            at=-_LEFT,
            colour=ink("text"),
            size=SIZE + 0.5,
        ),
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
        texts(
            [{"y": y, "text": interval_text(words, span)} for span, y in spans],
            at=space.width + _RIGHT,
            colour=ink("muted"),
            align="right",
            size=SIZE - 0.5,
        ),
    ]
    ticks = {0.0: "", 1.0: ""} if report.in_words else _QUARTERS
    return chart_of(space, layers, ticks)


def _whiskers(
    spans: Sequence[tuple[tuple[float, float], float]], colour: str, width: float
) -> list[dict[str, Any]]:
    across = [{"x": low, "x2": high, "y": y, "y2": y} for (low, high), y in spans]
    ends = [
        {"x": end, "x2": end, "y": y - LINE / 4, "y2": y + LINE / 4}
        for span, y in spans
        for end in span
    ]
    return [rules(across, colour, width), rules(ends, colour, width)]


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
