"""The areas as bars, with their figures in the table beside it."""

from collections.abc import Iterable, Sequence
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
    tints,
)
from partnerschap.report.charts.icons import NAME_AFTER_ICON, area_icons
from partnerschap.report.charts.palette import area_ink, ink
from partnerschap.report.shares import (
    answers_of,
    balance_words,
    counted_words,
    is_enough_of_area,
    items_behind,
    middle_of,
    percent,
    share_words,
)
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords
from partnerschap.scoring import AreaScore
from partnerschap.scoring.answers import POINTS
from partnerschap.scoring.compute import IN_PLACE

_LEFT: Final = 176.0
_RIGHT: Final = 112.0
_ROW: Final = 26.0
_BAR: Final = 13.0
_COLUMN_ROW: Final = 32.0
_COLUMN: Final = 24.0
"""Pixels of the column of a highest answer."""

_COLUMN_PITCH: Final = 16.0
_COLUMN_PART: Final = 0.8
"""How much of the room for a column it fills."""
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
        words.say("area_value", name=words.area(area.id), value=_answers_text(report, words, area))
        for area in areas
    )
    if partnerships:
        balance = balance_words(words.content, report.scores)
        return words.say("alternative_partnerships", balance=balance, areas=listed)
    return words.say("alternative_areas", areas=listed)


def _answers_text(report: TeamReport, words: ReportWords, area: AreaScore) -> str:
    """Say what a picture of an area shows: of one form its answers, of a team also the middle."""
    share = share_text(report, words, area)
    if area.share is None:
        return share
    if report.in_words:
        return counted_words(words.content, items_behind(report.scores, area.id))
    if not (middle := middle_of(report.scores, area.id)):
        return share
    return words.say("area_middle", share=share, middle=share_words(words.content, middle))


def _specification(
    report: TeamReport, words: ReportWords, areas: Sequence[AreaScore], *, balanced: bool
) -> dict[str, Any]:
    row = _COLUMN_ROW if report.in_words else _ROW
    space = Space(height=row * len(areas), left=_LEFT, right=_RIGHT)
    middles = [row * (number + 0.5) for number in range(len(areas))]
    rows = list(zip(areas, middles, strict=True))
    known = [(area, area.share, y) for area, y in rows if area.share is not None]
    unknown = [(area, y) for area, y in rows if area.share is None]
    drawn = _columns if report.in_words else _bars
    layers = [
        *drawn(report, space, [(area, y) for area, _, y in known]),
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
    return chart_of(space, layers, {} if report.in_words else ticks_of(words))


def _bars(
    report: TeamReport, _: Space, rows: Sequence[tuple[AreaScore, float]]
) -> list[dict[str, Any]]:
    """Draw of each area the part of high answers, and behind it lighter that of the middle."""

    def pieces(ends: Iterable[tuple[AreaScore, float, float, float]]) -> list[dict[str, Any]]:
        return [
            {
                "x": start,
                "x2": end,
                "y": y - _BAR / 2,
                "y2": y + _BAR / 2,
                "fill": area_ink(area.id),
            }
            for area, y, start, end in ends
        ]

    known = [
        (area, y, area.share or 0.0, middle_of(report.scores, area.id) or 0.0) for area, y in rows
    ]
    whole = pieces((area, y, 0, 1) for area, y, *_ in known)
    return [
        bars([{**one, "fill": ink("surface-2")} for one in whole]),
        bars(pieces((area, y, 0, share) for area, y, share, _ in known)),
        tints(
            pieces((area, y, share, share + middle) for area, y, share, middle in known if middle)
        ),
    ]


def _columns(
    report: TeamReport, space: Space, rows: Sequence[tuple[AreaScore, float]]
) -> list[dict[str, Any]]:
    """Draw each answer of one form as a column: the higher the answer, the higher."""
    whole: list[dict[str, Any]] = []
    high: list[dict[str, Any]] = []
    low: list[dict[str, Any]] = []
    for area, y in rows:
        answers = answers_of(report.scores, area.id)
        pitch = min(_COLUMN_PITCH, space.width / max(len(answers), 1))
        bottom = y + _COLUMN / 2
        for position, answer in enumerate(answers):
            start = position * pitch
            column = {
                "x": start / space.width,
                "x2": (start + pitch * _COLUMN_PART) / space.width,
                "y2": bottom,
            }
            whole.append({**column, "y": bottom - _COLUMN, "fill": ink("surface-2")})
            reached = {
                **column,
                "y": bottom - _COLUMN * answer / POINTS,
                "fill": area_ink(area.id),
            }
            (high if answer >= IN_PLACE else low).append(reached)
    return [bars(whole), bars(high), tints(low)]


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
