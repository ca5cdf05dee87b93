"""Answers as diverging stacked bars: what is in place to the right, the rest to the left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from partnerschap.report.charts.drawing import (
    LINE,
    SIZE,
    WIDTH,
    Chart,
    Space,
    bars,
    chart_of,
    draw,
    lines_of,
    rules,
    texts,
)
from partnerschap.report.charts.palette import ANSWERS, ON_ANSWERS, ink
from partnerschap.report.shares import is_enough_of, listed, percent
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, decimal
from partnerschap.scoring import ItemScore
from partnerschap.scoring.compute import IN_PLACE
from partnerschap.scoring.scores import Counts

_LEFT: Final = 196.0
_RIGHT: Final = 60.0
_CHARACTERS: Final = 40
_BAR: Final = 14.0
_GAP: Final = 9.0
_BOTTOM: Final = 34.0
_HALVES: Final = dict.fromkeys((-1.0, -0.5, 0.0, 0.5, 1.0), "")
_LEAST_WIDTH: Final = 0.045
"""Of the whole; a narrower piece of a bar has no place for its number."""


@dataclass(frozen=True)
class BarRow:
    """A row of the chart: a heading, a bar, or words where there is nothing to draw."""

    label: str
    counts: Counts | None = None
    value: str = ""
    instead: str = ""
    heading: bool = False


def items_chart(report: TeamReport, words: ReportWords, items: Sequence[ItemScore]) -> Chart:
    """Draw the answers to some items; one that is not shown says why."""
    specification = diverging(words, [_bar(report, words, item) for item in items])
    scored = [item for item in items if item.status == "scored" and item.share is not None]
    return Chart(
        svg=draw(specification),
        alternative=_alternative(words, items, scored),
        header=(
            words.say("column_point"),
            *(words.say("column_answer", value=value) for value in range(1, 6)),
            *(
                words.say(key)
                for key in (
                    "column_unknown",
                    "column_in_place",
                    "column_median",
                    "column_agreement",
                )
            ),
        ),
        rows=tuple(_row(report, words, item) for item in items),
        specification=specification,
    )


def legend(words: ReportWords) -> str:
    """Draw the five colours with what they stand for, lowest answer first."""
    wide = WIDTH / 5
    space = Space(height=18, left=0, right=0, across=(0, WIDTH), top=1, bottom=1)
    boxes = [
        {"x": wide * n, "x2": wide * n + 16, "y": 2, "y2": 16, "fill": ink(name)}
        for n, name in enumerate(ANSWERS)
    ]
    numbers = [
        {"x": wide * n + 8, "y": 9, "text": str(n + 1), "fill": ink(name)}
        for n, name in enumerate(ON_ANSWERS)
    ]
    names = [
        {"x": wide * n + 22, "y": 9, "text": words.say(f"legend_{n + 1}"), "fill": ink("text")}
        for n in range(5)
    ]
    layers = [bars(boxes, ink("border-strong")), texts(numbers, align="center"), texts(names)]
    return draw(chart_of(space, layers, {}))


def diverging(words: ReportWords, rows: Sequence[BarRow]) -> dict[str, Any]:
    """Specify the bars; each is as long as all of its answers together."""
    boxes: list[dict[str, Any]] = []
    numbers: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    headings: list[dict[str, Any]] = []
    values: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    behind: list[dict[str, Any]] = []
    y = 0.0
    for row in rows:
        lines = lines_of(row.label, _CHARACTERS if not row.heading else 2 * _CHARACTERS)
        tall = max(LINE * len(lines), _BAR) + _GAP
        middle = y + tall / 2
        first = middle - LINE * (len(lines) - 1) / 2
        written = [{"y": first + LINE * n, "text": line} for n, line in enumerate(lines)]
        (headings if row.heading else labels).extend(written)
        if row.counts is not None and any(row.counts):
            for piece, number in _pieces(row.counts, middle):
                boxes.append(piece)
                numbers.extend(number)
            values.append({"y": middle, "text": row.value})
        elif row.heading:  # no line through its words
            behind.append(
                {"x": -1.01, "x2": 1.01, "y": y - 1, "y2": y + tall, "fill": ink("surface")}
            )
        elif row.instead:
            notes.append({"x": 0, "y": middle, "text": row.instead})
        y += tall
    space = Space(height=max(y, LINE), left=_LEFT, right=_RIGHT, across=(-1, 1), bottom=_BOTTOM)
    sides = [
        {"x": x, "y": space.height + 27, "text": words.say(key)}
        for x, key in ((-0.5, "side_left"), (0.5, "side_right"))
    ]
    layers = [
        # The lightest answer is hardly seen without an edge, nor is the darkest in the dark.
        bars(boxes, ink("border-strong")),
        rules([{"x": 0, "x2": 0, "y": 0, "y2": space.height}], ink("text"), 1.2),
        bars(behind),
        texts(numbers, align="center", size=SIZE - 1),
        texts(sides, align="center", size=SIZE - 1, colour=ink("muted")),
        texts(notes, align="center", size=SIZE - 1, colour=ink("muted")),
        texts(labels, at=-_LEFT, colour=ink("text"), size=SIZE - 0.5),
        texts(headings, at=-_LEFT, colour=ink("text"), size=SIZE - 0.5, bold=True),
        texts(values, at=space.width + _RIGHT, align="right", colour=ink("text"), bold=True),
    ]
    return chart_of(space, layers, _HALVES)


def _pieces(counts: Counts, middle: float) -> Iterable[tuple[dict[str, Any], list[dict[str, Any]]]]:
    n = sum(counts)
    start = -sum(counts[: IN_PLACE - 1]) / n
    for position, count in enumerate(counts):
        end = start + count / n
        if count:
            number = {
                "x": (start + end) / 2,
                "y": middle,
                "text": str(count),
                "fill": ink(ON_ANSWERS[position]),
            }
            piece = {
                "x": start,
                "x2": end,
                "y": middle - _BAR / 2,
                "y2": middle + _BAR / 2,
                "fill": ink(ANSWERS[position]),
            }
            yield piece, [number] if count / n >= _LEAST_WIDTH else []
        start = end


def _bar(report: TeamReport, words: ReportWords, item: ItemScore) -> BarRow:
    label = words.statement(item.id)
    if item.status != "scored" or item.counts is None:
        return BarRow(label, instead=words.status(report.scores, item.id))
    return BarRow(label, item.counts, high_count(words, item.counts))


def _row(report: TeamReport, words: ReportWords, item: ItemScore) -> tuple[str, ...]:
    name, none = words.statement(item.id), words.say("none")
    if item.status != "scored" or item.counts is None:
        unknown = none if item.dont_know is None else str(item.dont_know)
        counts = [none] * 5 if item.counts is None else list(map(str, item.counts))
        return (name, *counts, unknown, words.status(report.scores, item.id), none, none)
    return (
        name,
        *map(str, item.counts),
        str(item.dont_know),
        percent(item.share) if is_enough_of(item) else high_count(words, item.counts),
        decimal(item.median, 1),
        words.agreement(item.agreement_class) or none,
    )


def high_count(words: ReportWords, counts: Counts) -> str:
    """Say how many of the answers are high."""
    return words.say("count_of", n=sum(counts[IN_PLACE - 1 :]), total=sum(counts))


def _alternative(
    words: ReportWords, items: Sequence[ItemScore], scored: Sequence[ItemScore]
) -> str:
    if not scored:
        return words.say("alternative_items_none", total=len(items))
    shares = [item.share or 0 for item in scored]
    if min(shares) == max(shares):
        return words.say("alternative_items_even", total=len(scored))

    def named(end: float) -> str:
        statements = [
            words.quoted(words.statement(item.id).rstrip("."))
            for item, share in zip(scored, shares, strict=True)
            if share == end
        ]
        return listed(words.content, statements)

    return words.say(
        "alternative_items",
        total=len(scored),
        highest=named(max(shares)),
        lowest=named(min(shares)),
    )
