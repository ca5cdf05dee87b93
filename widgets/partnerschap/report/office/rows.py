"""Figures and plan in long format, one figure a row, for a spreadsheet and further analysis."""

from collections.abc import Iterator
from typing import Final

from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords

Value = str | int | float | None
LongRow = tuple[str, str, str, str, str, Value]
"""Kind, id, name, group, figure and value; None where a figure is not known or not shown."""

_ITEM: Final = (
    "status",
    "n_valid",
    "dont_know",
    "not_applicable",
    "median",
    "share",
    "need",
    "agreement",
    "agreement_class",
)
_STEP: Final = ("text", "owner", "state", "first_step", "evidence", "celebration", "reason")


def long_rows(report: TeamReport, words: ReportWords) -> Iterator[LongRow]:
    """Yield one figure a row, in the keys of the JSON files."""
    scores = report.scores
    for name in ("respondents", "min_group", "balance"):
        yield "team", scores.instrument, report.label, "", name, getattr(scores, name)
    for area in scores.areas:
        head = ("area", area.id, words.area(area.id), "")
        low, high = area.interval or (None, None)
        yield *head, "share", area.share
        yield *head, "interval_low", low
        yield *head, "interval_high", high
        yield *head, "items_scored", area.items_scored
    yield from _items(report, words)
    for difference in report.differences:
        pair = f"{difference.first}-{difference.second}"
        yield (
            "difference",
            difference.item,
            words.statement(difference.item),
            pair,
            "delta",
            difference.delta,
        )
    for tip in scores.tips:
        yield "tip", tip.id, "", "", "share", tip.share
    for change in report.changes:
        head = ("change", change.id, words.area(change.id), "")
        yield *head, "before", change.before.share
        yield *head, "after", change.after.share
        yield *head, "difference", change.difference
        yield *head, "direction", change.direction
    yield from _plan(report)


def _items(report: TeamReport, words: ReportWords) -> Iterator[LongRow]:
    for item in report.scores.items:
        name = words.statement(item.id)
        for figure in _ITEM:
            yield "item", item.id, name, "", figure, getattr(item, figure)
        low, high = item.share_interval or (None, None)
        yield "item", item.id, name, "", "share_interval_low", low
        yield "item", item.id, name, "", "share_interval_high", high
        yield from _counts(item.id, name, "", item.counts)
        for role, group in (item.groups or {}).items():
            yield "item", item.id, name, role, "n_valid", group.n_valid
            yield from _counts(item.id, name, role, group.counts)
        if item.id in report.joint:
            yield "item", item.id, name, "", "joint", report.joint[item.id]
        if report.importance is not None and item.id in report.importance:
            yield "item", item.id, name, "", "importance", report.importance[item.id]


def _counts(
    item_id: str, name: str, group: str, counts: tuple[int, ...] | None
) -> Iterator[LongRow]:
    for value, count in enumerate(counts or (None,) * 5, 1):
        yield "item", item_id, name, group, f"count_{value}", count


def _plan(report: TeamReport) -> Iterator[LongRow]:
    for number, step in enumerate(report.plan, 1):
        for figure in _STEP:
            yield "plan", str(number), step.item or "", "", figure, getattr(step, figure)
        due = step.due.isoformat() if step.due else None
        yield "plan", str(number), step.item or "", "", "due", due
        yield "plan", str(number), step.item or "", "", "area", step.area
        months = " ".join(map(str, step.months))
        yield "plan", str(number), step.item or "", "", "months", months
