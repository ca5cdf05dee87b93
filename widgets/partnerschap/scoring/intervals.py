"""Intervals: Wilson's for one share, and redrawing persons for everything else."""

from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

Z_95: Final = 1.959964
DRAWS: Final = 1_000
LEAST_PERSONS: Final = 5
"""Below this number of persons no bootstrap interval is given."""


def wilson(successes: int, n: int) -> tuple[float, float]:
    """95 % score interval of a share.

    Parameters
    ----------
    successes, n
        0 <= successes <= n and n >= 1.

    Returns
    -------
    Lower and upper bound, both within 0..1.

    References
    ----------
    E. B. Wilson (1927), Journal of the American Statistical Association 22,
    doi 10.1080/01621459.1927.10502953.
    """
    share, z2 = successes / n, Z_95**2
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    # The bounds at 0 and n are exact; rounding must not push them out of 0..1.
    low = 0.0 if successes == 0 else centre - half
    high = 1.0 if successes == n else centre + half
    return low, high


def in_fixed_order(values: NDArray[np.int8]) -> NDArray[np.int8]:
    """Sort respondents by their answers, so that figures do not hang on the order of the rows.

    Who gave no valid answer is left out, and *don't know* is as blank as nothing: neither may
    touch an interval.

    Parameters
    ----------
    values
        Shape (n_respondents, n_items).

    Returns
    -------
    Shape (n_respondents with a valid answer, n_items): 1..5, or 0 where there is none.
    """
    answered = np.maximum(values[(values >= 1).any(axis=1)], 0)
    return answered[np.lexsort(answered.T[::-1])] if answered.size else answered


def redraw_persons(n: int, rng: np.random.Generator, draws: int = DRAWS) -> NDArray[np.float64]:
    """Draw `n` persons with replacement, again and again.

    Whole persons are drawn, never single answers: answers of one person belong together.

    Returns
    -------
    Shape (draws, n): how often each person is in each draw; every row sums to `n`.
    """
    return rng.multinomial(n, np.full(n, 1 / n), size=draws).astype(np.float64)


def ratio(numerator: NDArray[np.float64], denominator: NDArray[np.float64]) -> NDArray[np.float64]:
    """Divide, giving NaN where there is nothing to divide by."""
    result = np.full(np.broadcast(numerator, denominator).shape, np.nan)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result


def nan_mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean over the last axis of what is known, NaN where nothing is."""
    known = ~np.isnan(values)
    return ratio(np.where(known, values, 0).sum(axis=-1), known.sum(axis=-1).astype(np.float64))


def middle_95(values: NDArray[np.float64]) -> tuple[float, float]:
    """2.5th and 97.5th percentile of what is known, linearly interpolated.

    Parameters
    ----------
    values
        Shape (n,); NaN where a draw has no figure, not everywhere.
    """
    # NumPy's own percentiles import its masked arrays, which takes longer than all of this.
    known = np.sort(values[~np.isnan(values)])
    places = np.array([0.025, 0.975]) * (len(known) - 1)
    low, high = np.interp(places, np.arange(len(known)), known)
    return float(low), float(high)
