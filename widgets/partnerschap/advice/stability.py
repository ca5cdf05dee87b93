"""How often an action stays among the first three when persons and estimates shift."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from partnerschap.advice.ranking import Candidates, offered, priorities, quick_wins, ranked
from partnerschap.scoring.answers import POINTS
from partnerschap.scoring.compute import IN_PLACE
from partnerschap.scoring.intervals import DRAWS, in_fixed_order, nan_mean, ratio, redraw_persons

FIRST: Final = 3


def stability(
    values: NDArray[np.int8], candidates: Candidates, *, seed: int, draws: int = DRAWS
) -> NDArray[np.float64]:
    """Share of recalculations in which each action is among the first three.

    Each recalculation draws the persons again with replacement and moves each effort and impact
    by -1, 0 or +1 with equal chance, kept within 1..3.

    Parameters
    ----------
    values
        Shape (n_respondents, n_scored_items): the answers to the scored items.
    seed
        A given seed gives the same figures, whatever the order of the respondents.

    Returns
    -------
    Shape (A,), each 0..1.

    References
    ----------
    The idea of SMAA: R. Lahdelma & P. Salminen (2001), Operations Research 49,
    doi 10.1287/opre.49.3.444.11220.
    """
    rng = np.random.default_rng(seed)
    ordered = in_fixed_order(values)
    weights = redraw_persons(len(ordered), rng, draws)
    valid = ordered >= 1
    n_valid = weights @ valid.astype(np.float64)
    need = ratio(
        weights @ np.where(valid, POINTS - ordered, 0).astype(np.float64), (POINTS - 1) * n_valid
    )[:, candidates.columns]
    share = ratio(weights @ (ordered >= IN_PLACE).astype(np.float64), n_valid)
    effort = _moved(candidates.effort, rng, draws)
    impact = _moved(candidates.impact, rng, draws)
    priority = priorities(need, candidates.importance, effort, impact)
    order = ranked(priority, quick_wins(need, effort, impact), area_shares(share, candidates))
    chosen = offered(order, priority, candidates, FIRST)
    times = np.bincount(chosen[chosen >= 0], minlength=len(candidates.columns))
    return times / draws


def area_shares(share: NDArray[np.float64], candidates: Candidates) -> NDArray[np.float64]:
    """Give each action the share of its area.

    Parameters
    ----------
    share
        Shape (D, n_scored_items).

    Returns
    -------
    Shape (D, A).
    """
    result = np.empty((len(share), len(candidates.areas)))
    for area in set(candidates.areas.tolist()):
        own = candidates.areas == area
        columns = sorted(set(candidates.columns[own].tolist()))
        result[:, own] = nan_mean(share[:, columns])[:, np.newaxis]
    return result


def _moved(grades: NDArray[np.int64], rng: np.random.Generator, draws: int) -> NDArray[np.int64]:
    moves = rng.integers(-1, 1, size=(draws, len(grades)), endpoint=True)
    return np.asarray(np.clip(grades + moves, 1, 3))
