"""How often an action stays among the first three when persons and estimates shift."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from partnerschap.advice.ranking import BUILD, KEEP, START, TALK, Candidates, Figures, suggested
from partnerschap.scoring.answers import POINTS
from partnerschap.scoring.compute import IN_PLACE
from partnerschap.scoring.intervals import DRAWS, in_fixed_order, ratio, redraw_persons
from partnerschap.scoring.situations import HIGH, LOW

FIRST: Final = 3


def stability(
    values: NDArray[np.int8],
    candidates: Candidates,
    talk: NDArray[np.bool_],
    *,
    seed: int,
    draws: int = DRAWS,
) -> NDArray[np.float64]:
    """Share of recalculations in which each action is among the first three suggestions.

    Each recalculation draws the persons again with replacement and moves each effort and impact
    by -1, 0 or +1 with equal chance, kept within 1..3.

    Parameters
    ----------
    values
        Shape (n_respondents, n_scored_items): the answers to the scored items.
    talk
        Shape (n_scored_items,): which items ask for a talk, which they do in every recalculation.
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
    effort = _moved(candidates.effort, rng, draws)
    impact = _moved(candidates.impact, rng, draws)
    figures = _figures(weights, ordered, talk)
    chosen, _, _ = suggested(figures, candidates, effort, impact, FIRST)
    times = np.bincount(chosen[chosen >= 0], minlength=len(candidates.columns))
    return times / draws


def _figures(
    weights: NDArray[np.float64], values: NDArray[np.int8], talk: NDArray[np.bool_]
) -> Figures:
    """Compute need, share and situation of each item in each draw of persons."""
    points = np.arange(1, POINTS + 1)
    counts = np.stack([weights @ (values == point).astype(np.float64) for point in points])
    up_to = np.cumsum(counts, axis=0)
    n_valid = up_to[-1]
    # The median is halfway the answers on either side of the middle, which may be one answer.
    lower = 1 + (up_to < np.ceil(n_valid / 2)).sum(axis=0)
    upper = 1 + (up_to < np.floor(n_valid / 2) + 1).sum(axis=0)
    median = (lower + upper) / 2
    step = np.where(median <= LOW, START, np.where(median < HIGH, BUILD, KEEP))
    return Figures(
        need=ratio(np.tensordot(POINTS - points, counts, 1), (POINTS - 1) * n_valid),
        share=ratio(counts[IN_PLACE - 1 :].sum(axis=0), n_valid),
        situation=np.where(talk, TALK, step),
    )


def _moved(grades: NDArray[np.int64], rng: np.random.Generator, draws: int) -> NDArray[np.int64]:
    moves = rng.integers(-1, 1, size=(draws, len(grades)), endpoint=True)
    return np.asarray(np.clip(grades + moves, 1, 3))
