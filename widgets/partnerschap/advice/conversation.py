"""What a conversation starts from and is about: lists of items, from the figures alone."""

from typing import Final

from partnerschap.scoring import ItemScore, Scores
from partnerschap.scoring.compute import AGREE_FROM
from partnerschap.scoring.situations import LOW

AT_MOST: Final = 3
STRENGTH_FROM: Final = 0.75


def strengths(scores: Scores) -> tuple[str, ...]:
    """Items that are in place and on which people agree, strongest first."""
    found = [
        (-item.share, -item.median, item.id)
        for item in _agreed(scores)
        if item.share is not None and item.median is not None and item.share >= STRENGTH_FROM
    ]
    return tuple(item_id for *_, item_id in sorted(found, key=lambda one: one[:2])[:AT_MOST])


def discuss_first(scores: Scores) -> tuple[str, ...]:
    """Items on which people disagree, most of all first; ties in content order."""
    found = [
        (item.agreement, item.id)
        for item in scores.scored
        if item.agreement is not None and item.agreement < AGREE_FROM
    ]
    return tuple(item_id for _, item_id in sorted(found, key=lambda pair: pair[0])[:AT_MOST])


def agree_low(scores: Scores) -> tuple[str, ...]:
    """Items that people agree are low, lowest first; they need a conversation most."""
    found = [
        (item.share, item.median, item.id)
        for item in _agreed(scores)
        if item.share is not None and item.median is not None and item.median <= LOW
    ]
    return tuple(item_id for *_, item_id in sorted(found, key=lambda one: one[:2])[:AT_MOST])


def _agreed(scores: Scores) -> list[ItemScore]:
    """Items on which people agree, or whose answers are too few to disagree."""
    return [
        item for item in scores.scored if item.agreement is None or item.agreement >= AGREE_FROM
    ]
