"""Agreement and difference of ordered answers."""

from fractions import Fraction
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray


@cache
def _layer_agreement(pattern: tuple[bool, ...]) -> Fraction:
    """Agreement of one layer: which categories are used at all.

    Parameters
    ----------
    pattern
        For each of the K categories whether it still has answers.
    """
    categories, used = len(pattern), sum(pattern)
    if used == 1:
        return Fraction(1)
    unimodal = bimodal = 0
    for triplet in combinations(pattern, 3):
        unimodal += triplet in {(True, True, False), (False, True, True)}
        bimodal += triplet == (True, False, True)
    if unimodal + bimodal == 0:
        return Fraction(0)
    unimodality = Fraction(
        (categories - 2) * unimodal - (categories - 1) * bimodal,
        (categories - 2) * (unimodal + bimodal),
    )
    return unimodality * (1 - Fraction(used - 1, categories - 1))


def agreement(counts: ArrayLike) -> float:
    """Van der Eijk's A of a frequency distribution over ordered categories.

    Parameters
    ----------
    counts
        Shape (K,), K >= 3: how often each category was chosen; not all zero.

    Returns
    -------
    From -1 (two camps at the ends) by 0 (evenly spread) to 1 (all in one category).

    References
    ----------
    C. van der Eijk (2001), Measuring agreement in ordered rating scales,
    Quality & Quantity 35, doi 10.1023/A:1010374114305.
    """
    remaining = np.asarray(counts, dtype=np.int64).copy()
    total = int(remaining.sum())
    if total == 0:
        raise ValueError("agreement needs at least one answer")
    # In fractions, so that an A of exactly 0 or 0.5 falls in its own class and ties are ties.
    result = Fraction(0)
    while remaining.any():
        used = remaining > 0
        smallest = int(remaining[used].min())
        weight = Fraction(smallest * int(used.sum()), total)
        result += weight * _layer_agreement(tuple(bool(one) for one in used))
        remaining[used] -= smallest
    return float(result)


def cliffs_delta(first: ArrayLike, second: ArrayLike) -> float:
    """Cliff's delta between two frequency distributions over the same ordered categories.

    Parameters
    ----------
    first, second
        Shape (K,): how often each category was chosen; neither all zero.

    Returns
    -------
    P(X > Y) - P(X < Y) for X from `first` and Y from `second`, from -1 to 1.

    References
    ----------
    N. Cliff (1993), Dominance statistics, Psychological Bulletin 114,
    doi 10.1037/0033-2909.114.3.494.
    """
    x: NDArray[np.float64] = np.asarray(first, dtype=np.float64)
    y: NDArray[np.float64] = np.asarray(second, dtype=np.float64)
    if not (x.sum() and y.sum()):
        raise ValueError("a difference needs answers on both sides")
    pairs = np.outer(x, y)
    above, below = np.tril(pairs, -1).sum(), np.triu(pairs, 1).sum()
    return float((above - below) / (x.sum() * y.sum()))
