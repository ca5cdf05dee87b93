"""Whether a team's areas changed between two rounds, without pairing anybody's answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from partnerschap.content import Content
from partnerschap.scoring.answers import BLANK, Answers
from partnerschap.scoring.compute import drawn_shares
from partnerschap.scoring.intervals import middle_95, nan_mean
from partnerschap.scoring.scores import AreaScore, Scores

QUANTILES: Final = 201
"""Quantiles kept of an area's draws; enough for an interval, too few to find answers back."""

_ROUNDING: Final = 1e-9

Spread = tuple[float, ...]


@dataclass(frozen=True)
class AreaChange:
    """One area in two rounds.

    Attributes
    ----------
    difference
        Share after minus share before, -1..1; None unless both rounds scored the same items.
    interval
        2.5th and 97.5th percentile of the bootstrap difference; None where a round has none.
    direction
        Set only where the interval excludes 0: then the difference is called a change.
    """

    id: str
    before: AreaScore
    after: AreaScore
    difference: float | None
    interval: tuple[float, float] | None
    direction: Literal["up", "down"] | None


def area_spreads(
    content: Content, instrument_id: str, answers: Answers, scores: Scores
) -> dict[str, Spread]:
    """Quantiles of the bootstrap draws of each area that has an interval.

    They are kept in place of the answers, so that a later round can be compared after the answers
    are gone. The order of the draws is lost on purpose: with it, answers could be computed back.

    Returns
    -------
    For each such area `QUANTILES` shares, rising, each 0..1.
    """
    items = content.items_of(instrument_id)
    values = answers.columns([item.id for item in items])
    scored = [score.status == "scored" for score in scores.items]
    drawn = drawn_shares(np.where(scored, values, BLANK), scores.seed)
    spreads = {}
    for area in scores.areas:
        if area.interval is None:
            continue
        columns = [
            column
            for column, score in enumerate(scores.items)
            if score.area == area.id and score.status == "scored"
        ]
        shares = nan_mean(drawn[:, columns])
        known = np.sort(shares[~np.isnan(shares)])
        places = np.linspace(0, len(known) - 1, QUANTILES)
        quantiles = np.interp(places, np.arange(len(known)), known)
        spreads[area.id] = tuple(float(share) for share in quantiles)
    return spreads


def area_changes(
    before: Scores,
    after: Scores,
    before_spreads: Mapping[str, Spread],
    after_spreads: Mapping[str, Spread],
) -> tuple[AreaChange, ...]:
    """Compare the areas that both rounds asked, in the order of the later round.

    The rounds are independent: every quantile of the one is set against every quantile of the
    other, which is the bootstrap distribution of the difference.
    """
    earlier = {area.id: area for area in before.areas}
    return tuple(
        _change(
            earlier[area.id],
            area,
            same_items=_scored_items(before, area.id) == _scored_items(after, area.id),
            spreads=(before_spreads.get(area.id), after_spreads.get(area.id)),
        )
        for area in after.areas
        if area.id in earlier
    )


def _scored_items(scores: Scores, area_id: str) -> set[str]:
    return {item.id for item in scores.scored if item.area == area_id}


def _change(
    before: AreaScore,
    after: AreaScore,
    *,
    same_items: bool,
    spreads: tuple[Spread | None, Spread | None],
) -> AreaChange:
    if not same_items or before.share is None or after.share is None:
        return AreaChange(after.id, before, after, None, None, None)
    interval = None
    direction: Literal["up", "down"] | None = None
    earlier, later = spreads
    if earlier and later:
        low, high = middle_95(np.subtract.outer(later, earlier).ravel())
        interval = (low, high)
        direction = "up" if low > _ROUNDING else "down" if high < -_ROUNDING else None
    return AreaChange(after.id, before, after, after.share - before.share, interval, direction)
