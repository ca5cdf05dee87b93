"""Agreement and difference of ordered answers."""

from fractions import Fraction
from functools import cache
from itertools import combinations
from math import comb, erfc, sqrt
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

EXACT_UP_TO: Final = 60
"""Answers together up to which the p of a difference is exact."""


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
    x, y = _both(first, second)
    return float(_dominance(x, x + y) / (x.sum() * y.sum()))


def _both(first: ArrayLike, second: ArrayLike) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    x, y = np.asarray(first, dtype=np.int64), np.asarray(second, dtype=np.int64)
    if not (x.sum() and y.sum()):
        raise ValueError("a difference needs answers on both sides")
    return x, y


def _dominance(x: NDArray[np.int64], pooled: NDArray[np.int64]) -> int:
    """Pairs in which the first is higher minus pairs in which it is lower.

    Within a group pairs cancel out, so that the pooled answers do as well as the other group's:
    the figure is a sum over the answers of the first group alone.
    """
    return int(x @ _dominances(pooled))


def _dominances(pooled: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each category the number of pooled answers below it minus the number above it."""
    up_to = np.cumsum(pooled)
    return np.asarray(2 * up_to - pooled - up_to[-1])


def difference_p(first: ArrayLike, second: ArrayLike) -> float:
    """Two-sided p of Cliff's delta, under any division of the pooled answers being as likely.

    It is the share of all ways to divide the pooled answers over two groups of these sizes in
    which delta is at least as far from 0: exact up to `EXACT_UP_TO` answers together, and above
    that the normal approximation of Mann and Whitney with the correction for ties, without
    continuity correction.

    Parameters
    ----------
    first, second
        As in `cliffs_delta`.

    Returns
    -------
    Above 0 and at most 1.

    References
    ----------
    H. B. Mann & D. R. Whitney (1947), Annals of Mathematical Statistics 18,
    doi 10.1214/aoms/1177730491.
    """
    x, y = _both(first, second)
    pooled = x + y
    observed = abs(_dominance(x, pooled))
    if pooled.sum() > EXACT_UP_TO:
        return _approximate_p(observed, pooled, int(x.sum()))
    return _exact_p(observed, pooled, int(x.sum()))


def _exact_p(observed: int, pooled: NDArray[np.int64], size: int) -> float:
    """Sum over all tables of counts that the first group can have, each by its number of ways.

    Whole numbers throughout: C(60, 30) ways at most fit in 64 bits, and no tie is missed.
    """
    counts, steps = pooled.tolist(), _dominances(pooled).tolist()
    taken = dominance = np.zeros(1, dtype=np.int64)
    ways = np.ones(1, dtype=np.int64)
    for count, step in zip(counts[:-1], steps[:-1], strict=True):
        more = np.arange(count + 1)
        taken = np.add.outer(taken, more).ravel()
        dominance = np.add.outer(dominance, more * step).ravel()
        ways = np.multiply.outer(ways, _choices(count)).ravel()
    rest = size - taken  # what the last category must give
    fits = (rest >= 0) & (rest <= counts[-1])
    rest, dominance, ways = rest[fits], dominance[fits], ways[fits]
    as_far = np.abs(dominance + rest * steps[-1]) >= observed
    found = ways[as_far] * _choices(counts[-1])[rest[as_far]]
    return int(found.sum()) / comb(int(pooled.sum()), size)


def _choices(count: int) -> NDArray[np.int64]:
    """In how many ways 0, 1, ... of so many answers can be chosen: shape (count + 1,)."""
    return np.array([comb(count, chosen) for chosen in range(count + 1)], dtype=np.int64)


def _approximate_p(observed: int, pooled: NDArray[np.int64], size: int) -> float:
    n = int(pooled.sum())
    ties = sum(count**3 - count for count in pooled.tolist())
    # The dominance is twice the distance of U from its mean, so its variance is four times U's.
    variance = size * (n - size) * (n + 1 - ties / (n * (n - 1))) / 3
    return erfc(observed / sqrt(2 * variance)) if variance > 0 else 1.0
