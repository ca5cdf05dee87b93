"""How groups answer the same item: a bar a group, below the item that they differ on most."""

from typing import Final

from partnerschap.report.charts.drawing import Chart, draw
from partnerschap.report.charts.items import BarRow, diverging
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, decimal, percent
from partnerschap.scoring import GroupDifference, GroupScore
from partnerschap.scoring.compute import IN_PLACE

MOST: Final = 3
"""Items that are drawn at most: those with the largest difference."""


def groups_chart(report: TeamReport, words: ReportWords) -> Chart | None:
    """Draw the items on which two groups differ most.

    Returns
    -------
    None where no groups may be shown apart, or none differ.
    """
    largest = _largest(report)
    if not largest:
        return None
    scores = {item.id: item for item in report.scores.items}
    bars, rows = [], []
    for difference in largest:
        statement = words.statement(difference.item)
        bars.append(BarRow(statement, heading=True))
        for role, group in (scores[difference.item].groups or {}).items():
            name = words.say("group", name=words.group(role), n=group.n_valid)
            bars.append(BarRow(name, group.counts, percent(in_place(group))))
            rows.append((statement, name, *map(str, group.counts), percent(in_place(group))))
    specification = diverging(words, bars)
    return Chart(
        svg=draw(specification),
        alternative=difference_sentence(words, largest[0]),
        header=(
            words.say("column_point"),
            words.say("column_group"),
            *(words.say("column_answer", value=value) for value in range(1, 6)),
            words.say("column_in_place"),
        ),
        rows=tuple(rows),
        specification=specification,
    )


def in_place(group: GroupScore) -> float:
    """Share of a group's valid answers that is in place, 0..1."""
    return sum(group.counts[IN_PLACE - 1 :]) / group.n_valid


def difference_sentence(words: ReportWords, difference: GroupDifference) -> str:
    """Say which group answers higher on an item."""
    first, second = words.group(difference.first), words.group(difference.second)
    higher, lower = (first, second) if difference.delta > 0 else (second, first)
    return words.say(
        "alternative_groups",
        statement=words.statement(difference.item).rstrip("."),
        higher=higher,
        lower=lower,
        value=decimal(abs(difference.delta), 1),
    )


def _largest(report: TeamReport) -> list[GroupDifference]:
    """Return the largest of what is called a difference of each item, largest first.

    Ties are in content order.
    """
    by_item: dict[str, GroupDifference] = {}
    for difference in report.differences:
        if not difference.differs or not difference.delta:
            continue
        known = by_item.get(difference.item)
        if known is None or abs(difference.delta) > abs(known.delta):
            by_item[difference.item] = difference
    return sorted(by_item.values(), key=lambda one: -abs(one.delta))[:MOST]
