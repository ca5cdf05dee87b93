"""What a conversation starts from and is about: lists of items, from the figures alone."""

from dataclasses import dataclass
from typing import Final

from partnerschap.scoring import ItemScore, Scores
from partnerschap.scoring.compute import AGREE_FROM
from partnerschap.scoring.situations import LOW

AT_MOST: Final = 3
STRENGTH_FROM: Final = 0.75


Ranked = list[tuple[float, float, str]]
"""Items by what they are ordered by, their ids last; in content order where that is the same."""


@dataclass(frozen=True)
class Unlisted:
    """Items that belong in a list as well, and for which it has no room.

    Attributes
    ----------
    n
        How many; where `alike`, of those that are.
    alike
        Whether they and all that are listed are answered alike: those that are listed are the first
        of the questionnaire, and no more than examples.
    """

    n: int = 0
    alike: bool = False


def strengths(scores: Scores) -> tuple[str, ...]:
    """Items that are in place and on which people agree, strongest first."""
    return _first(_strong(scores))


def unlisted_strengths(scores: Scores, listed: tuple[str, ...]) -> Unlisted:
    """Count what is strong as well; nothing where the list was made by another rule."""
    return _unlisted(_strong(scores), listed)


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
    return _first(_low(scores))


def unlisted_low(scores: Scores, listed: tuple[str, ...]) -> Unlisted:
    """Count what is agreed to be low as well; nothing where another rule made the list."""
    return _unlisted(_low(scores), listed)


def _strong(scores: Scores) -> Ranked:
    found = [
        (-item.share, -item.median, item.id)
        for item in _agreed(scores)
        if item.share is not None and item.median is not None and item.share >= STRENGTH_FROM
    ]
    return sorted(found, key=lambda one: one[:2])


def _low(scores: Scores) -> Ranked:
    found = [
        (item.share, item.median, item.id)
        for item in _agreed(scores)
        if item.share is not None and item.median is not None and item.median <= LOW
    ]
    return sorted(found, key=lambda one: one[:2])


def _first(ranked: Ranked) -> tuple[str, ...]:
    return tuple(item_id for *_, item_id in ranked[:AT_MOST])


def _unlisted(ranked: Ranked, listed: tuple[str, ...]) -> Unlisted:
    if not listed or _first(ranked) != listed:
        return Unlisted()
    alike = sum(one[:2] == ranked[0][:2] for one in ranked)
    if alike > len(listed):
        return Unlisted(alike - len(listed), alike=True)
    return Unlisted(len(ranked) - len(listed))


def _agreed(scores: Scores) -> list[ItemScore]:
    """Items on which people agree, or whose answers are too few to disagree."""
    return [
        item for item in scores.scored if item.agreement is None or item.agreement >= AGREE_FROM
    ]
