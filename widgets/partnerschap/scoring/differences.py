"""How much the groups that may be shown differ on an item."""

from dataclasses import dataclass
from itertools import combinations

from partnerschap.scoring.ordinal import cliffs_delta
from partnerschap.scoring.scores import Scores


@dataclass(frozen=True)
class GroupDifference:
    """Cliff's delta between two shown groups: above 0 where the first answers higher."""

    item: str
    first: str
    second: str
    delta: float


def group_differences(scores: Scores) -> tuple[GroupDifference, ...]:
    """Compare each two groups of each item that has a breakdown, in content order."""
    return tuple(
        GroupDifference(item.id, first, second, cliffs_delta(one.counts, other.counts))
        for item in scores.items
        if item.groups is not None
        for (first, one), (second, other) in combinations(item.groups.items(), 2)
    )
