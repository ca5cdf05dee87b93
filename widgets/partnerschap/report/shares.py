"""Shares in words and in people, the same in every file as on the screens (`results/in-words.ts`).

A percentage stands only where a reader asks how it is known, and only of people and items enough.
"""

from collections import Counter
from collections.abc import Iterable
from math import floor
from typing import Final

from partnerschap.advice import Unlisted
from partnerschap.content import Content
from partnerschap.scoring import AreaScore, ItemScore, Scores, TipScore
from partnerschap.scoring.compute import IN_PLACE
from partnerschap.scoring.intervals import LEAST_PERSONS

LEAST_ITEMS: Final = 3
"""Scored items of an area or tip from which its share may be a percentage."""

_DECIMALS: Final = 12
"""Shares that are the same to so many decimals are equal."""

_BANDS: Final = (
    (0.85, "nearly"),
    (0.7, "most"),
    (0.55, "more"),
    (0.45, "half"),
    (0.2, "less"),
)


def band(share: float) -> str:
    """Name a share 0..1, as the messages ``result.share_...`` do."""
    rounded = round(share, _DECIMALS)
    if rounded in {0, 1}:
        return "all" if rounded else "none"
    return next((name for least, name in _BANDS if rounded >= least), "few")


def share_words(content: Content, share: float) -> str:
    """Say what part of the answers is high."""
    return content.message(f"result.share_{band(share)}")


def says(content: Content, item: ItemScore, *, high: bool = True) -> str:
    """Say how many people give one of the two highest answers to an item, or of the two lowest.

    Parameters
    ----------
    item
        Whose answers may be shown.
    """
    points = _points(content, item.id)
    counts = list(item.counts or ())
    total = sum(counts)
    if total == 1:
        return content.message("result.strength_own", point=points[counts.index(1)])
    ends = slice(IN_PLACE - 1, None) if high else slice(2)
    n = sum(counts[ends])
    form = "all" if n == total else {0: "none", 1: "one"}.get(n, "many")
    one, other = points[ends]
    return content.message(f"result.says_{form}", n=n, total=total, one=one, other=other)


def unlisted_words(content: Content, left: Unlisted, *, high: bool) -> str:
    """Say how many points a list has no room for, and whether it gives no more than examples."""
    if not left.n:
        return ""
    name = f"alike_{'high' if high else 'low'}" if left.alike else "unlisted"
    return content.message(f"result.{name}_{'one' if left.n == 1 else 'many'}", n=left.n)


def middle_of(scores: Scores, area_id: str) -> float | None:
    """Return what part of the answers of an area is neither high nor low.

    Returns
    -------
    0..1, each point the same weight as in the share of the area; None where no point counts. A
    share alone is the same, none, for answers that are all lowest and all in the middle.
    """
    parts = [
        item.counts[IN_PLACE - 2] / sum(item.counts)
        for item in items_behind(scores, area_id)
        if item.counts
    ]
    return sum(parts) / len(parts) if parts else None


def answers_of(scores: Scores, area_id: str) -> list[int]:
    """Return the answers 1..5 of one form to the points of an area, the highest first."""
    found = [item.counts.index(1) + 1 for item in items_behind(scores, area_id) if item.counts]
    return sorted(found, reverse=True)


def counted_words(content: Content, items: Iterable[ItemScore]) -> str:
    """Say how often each answer was given to some points of any scale, the highest first."""
    times: Counter[tuple[int, str]] = Counter()
    for item in items:
        for position, count in enumerate(item.counts or ()):
            times[position, _points(content, item.id)[position]] += count
    return ", ".join(
        content.message("result.distribution_part", count=count, point=point)
        for (_, point), count in sorted(times.items(), key=lambda one: -one[0][0])
        if count
    )


def _points(content: Content, item_id: str) -> tuple[str, ...]:
    scale = content.items_by_id[item_id].scale
    return next(one.points for one in content.scales.scales if one.id == scale)


def items_behind(scores: Scores, area_id: str) -> list[ItemScore]:
    """Return the points that the share of an area is made of."""
    return [item for item in scores.scored if item.area == area_id]


def percent(share: float | None) -> str:
    """Write a share 0..1 as a percentage, halves up as the screen does."""
    return "" if share is None else f"{floor(share * 100 + 0.5)}%"


def is_enough_of_area(area: AreaScore) -> bool:
    """Whether the share of an area may be a percentage; of too few people there is no interval."""
    return area.interval is not None and area.items_scored >= LEAST_ITEMS


def is_enough_of_tip(scores: Scores, tip: TipScore) -> bool:
    """Whether the share of a tip may be a percentage."""
    return scores.respondents >= LEAST_PERSONS and tip.items_scored >= LEAST_ITEMS


def is_enough_of(item: ItemScore) -> bool:
    """Whether the share of an item may be a percentage."""
    return (item.n_valid or 0) >= LEAST_PERSONS


def ends_of(content: Content, scores: Scores) -> tuple[list[str], list[str]]:
    """Name the partnerships that stand strongest and least, all of them where some are equal.

    Returns
    -------
    Ids in content order; both empty where fewer than two have a share or all are equal.
    """
    partnerships = {area.id for area in content.areas if area.partnership}
    shares = {
        area.id: round(area.share, _DECIMALS)
        for area in scores.areas
        if area.id in partnerships and area.share is not None
    }
    if scores.balance is None or len(set(shares.values())) <= 1:
        return [], []
    high, low = max(shares.values()), min(shares.values())
    return (
        [area for area, share in shares.items() if share == high],
        [area for area, share in shares.items() if share == low],
    )


def balance_words(content: Content, scores: Scores) -> str:
    """Say which partnerships stand strongest and which least."""
    if scores.balance is None:
        return content.message("result.balance_none")
    highest, lowest = ends_of(content, scores)
    if not highest:
        return content.message("result.balance_even")
    names = {area.id: area.name for area in content.areas}
    return content.message(
        "result.balance",
        highest=listed(content, [names[one] for one in highest]),
        lowest=listed(content, [names[one] for one in lowest]),
    )


def listed(content: Content, names: Iterable[str]) -> str:
    """Write names one after the other, as a page's `Intl.ListFormat` does."""
    *first, last = names
    if not first:
        return last
    return content.message("report.listed", first=", ".join(first), last=last)
