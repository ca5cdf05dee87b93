"""What was measured, in medians and ratios, and which figures are reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from peers.contenders import OURS

FIGURES = {
    "usable_ms": "fresh browser to usable form, ms",
    "slow_usable_ms": "the same on a slow phone, ms",
    "requests": "requests of a first visit",
    "first_visit_kb": "kB of a first visit, compressed",
    "socket_kb": "of which over the socket, kB",
    "memory_mb": "MB an open page just used, whole server",
    "memory_added_mb": "MB that each page adds",
    "memory_idle_mb": "MB an open page not used for a while",
    "room_lost": "all at once, pages that never came",
    "room_first_s": "all at once, first ready, s",
    "room_median_s": "all at once, median, s",
    "room_last_s": "all at once, last ready, s",
    "answer_median_ms": "answer to count, median, ms",
    "answer_p99_ms": "answer to count, p99, ms",
    "reply_median_ms": "answer to reply of the server, ms",
    "reply_p99_ms": "answer to reply of the server, p99, ms",
    "score_s": "partnerschap score, whole process, s",
    "score_processor_s": "the same, processor, s",
}
"""What each figure means; less is better for all."""

STEPS = {
    "first_byte": "first byte of the page",
    "page_there": "whole page",
    "socket_open": "socket open",
    "form_there": "form there",
    "answered": "question answered",
    "reply": "reply of the server",
    "usable": "count shown",
}
"""Moments of a visit, in ms since the page was asked for."""

Figures = Mapping[str, float]


@dataclass(frozen=True)
class Goal:
    """A figure to reach; `against` names a peer when it is a ratio, ours to the peer's."""

    figure: str
    reach: float
    aim: float
    against: str = ""

    @property
    def name(self) -> str:
        """What is to be reached, in words."""
        return FIGURES[self.figure] + (f", against {self.against}" if self.against else "")


GOALS = (
    Goal("usable_ms", 1.0, 0.5, "panel"),
    Goal("usable_ms", 1.5, 1.0, "shiny"),
    Goal("usable_ms", 0.25, 0.12, "voila"),
    Goal("slow_usable_ms", 0.7, 0.4, "streamlit"),
    Goal("slow_usable_ms", 1.5, 1.0, "shiny"),
    Goal("first_visit_kb", 400, 150),
    Goal("memory_mb", 0.25, 0.10, "voila"),
    Goal("memory_idle_mb", 0.25, 0.10, "voila"),
    Goal("room_last_s", 0.2, 0.05, "voila"),
    Goal("answer_p99_ms", 150, 50),
    Goal("score_s", 1.2, 0.6),
)


@dataclass(frozen=True)
class Judged:
    """A goal with what was found; None when it was not measured."""

    goal: Goal
    found: float | None

    @property
    def verdict(self) -> str:
        """Whether the goal is reached."""
        if self.found is None:
            return "not measured"
        if self.found <= self.goal.aim:
            return "reached, the aim too"
        return "reached" if self.found <= self.goal.reach else "NOT reached"


def medians(repetitions: Iterable[Figures]) -> dict[str, float]:
    """Give the median of each figure over the repetitions that have it."""
    values: dict[str, list[float]] = {}
    for repetition in repetitions:
        for name, value in repetition.items():
            values.setdefault(name, []).append(value)
    return {name: median(found) for name, found in values.items()}


def ratios(found: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    """Divide our figures by those of each peer: under 1 is better than the peer."""
    ours = found.get(OURS, {})
    return {
        peer: {
            name: ours[name] / value
            for name, value in figures.items()
            if name in ours and value > 0
        }
        for peer, figures in found.items()
        if peer != OURS
    }


def judge(found: Mapping[str, Figures]) -> list[Judged]:
    """Hold what was found against the goals."""
    ours, against = found.get(OURS, {}), ratios(found)
    return [
        Judged(goal, (against.get(goal.against, {}) if goal.against else ours).get(goal.figure))
        for goal in GOALS
    ]


def report(found: Mapping[str, Figures], steps: Mapping[str, Figures]) -> str:
    """Write the tables: figures, ratios, steps of a visit and goals."""
    compared = {peer: of for peer, of in ratios(found).items() if of}
    parts = [
        _table("medians", found, FIGURES),
        _table("moments of a visit of a fresh browser, ms", steps, STEPS),
    ]
    if compared:
        parts.insert(1, _table(f"{OURS} divided by each peer", compared, FIGURES))
    goals = [f"{'goal':<64}{'found':>9}{'reach':>8}{'aim':>8}"]
    goals += [
        f"{one.goal.name:<64}{_number(one.found):>9}{one.goal.reach:>8g}{one.goal.aim:>8g}"
        f"  {one.verdict}"
        for one in judge(found)
    ]
    return "\n\n".join([*parts, "\n".join(goals)])


def _table(title: str, columns: Mapping[str, Figures], rows: Mapping[str, str]) -> str:
    widths = {name: max(11, len(name) + 2) for name in columns}
    lines = [f"{title:<44}" + "".join(f"{name:>{widths[name]}}" for name in columns)]
    lines += [
        f"{meaning:<44}"
        + "".join(f"{_number(of.get(row)):>{widths[name]}}" for name, of in columns.items())
        for row, meaning in rows.items()
        if any(row in of for of in columns.values())
    ]
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits
