"""How groups answer the same item: a bar a group, below the item that they differ on most."""

from typing import Final

from partnerschap.advice.why import parents_beside_team
from partnerschap.report.charts.drawing import Chart, draw
from partnerschap.report.charts.items import BarRow, diverging, high_count
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords
from partnerschap.scoring import GroupDifference, ItemScore

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
            high = high_count(words, group.counts)
            bars.append(BarRow(name, group.counts, high))
            rows.append((statement, name, *map(str, group.counts), high))
    specification = diverging(words, bars)
    return Chart(
        svg=draw(specification),
        alternative=difference_sentence(words, largest[0], scores[largest[0].item]),
        header=(
            words.say("column_point"),
            words.say("column_group"),
            *(words.say("column_answer", value=value) for value in range(1, 6)),
            words.say("column_in_place"),
        ),
        rows=tuple(rows),
        specification=specification,
    )


def difference_sentence(words: ReportWords, difference: GroupDifference, item: ItemScore) -> str:
    """Say how parents and the team see an item; of a round of before which group answers higher."""
    if difference.p is not None and item.groups:
        told = f"{parents_beside_team(words.content, words.points(item.id), item.groups)}."
    else:
        first, second = words.group(difference.first), words.group(difference.second)
        higher, lower = (first, second) if difference.delta > 0 else (second, first)
        told = words.content.message("result.difference", higher=higher, lower=lower)
    statement = words.statement(difference.item).rstrip(".")
    return words.say("alternative_groups", statement=statement, difference=told)


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
