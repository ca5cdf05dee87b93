"""The order of actions, for one team or for a thousand redrawn ones at once.

Arrays have a first axis of draws, D long; the team itself is a single draw.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

TIE: Final = 1e-12
"""Priorities closer than this are equal."""

SHARE_DECIMALS: Final = 12
"""Shares of areas that are the same to so many decimals are equal."""

PER_AREA: Final = 2
QUICK_WIN_IMPACT: Final = 2
QUICK_WIN_NEED: Final = 0.4


@dataclass(frozen=True, eq=False)
class Candidates:
    """The actions of the scored items in content order, A of them.

    Attributes
    ----------
    columns, areas
        Shape (A,): which scored item and which area each action belongs to.
    effort, impact, importance
        Shape (A,), each 1..3.
    """

    columns: NDArray[np.int64]
    areas: NDArray[np.int64]
    effort: NDArray[np.int64]
    impact: NDArray[np.int64]
    importance: NDArray[np.int64]


def priorities(
    need: NDArray[np.float64],
    importance: NDArray[np.int64],
    effort: NDArray[np.int64],
    impact: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Priority of each action, 0..1: need * (importance/3) * (impact/3) * ((4 - effort)/3)."""
    return need * (importance * impact * (4 - effort)) / 27


def quick_wins(
    need: NDArray[np.float64], effort: NDArray[np.int64], impact: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which actions are *laaghangend fruit*."""
    wins: NDArray[np.bool_] = (
        (effort == 1) & (impact >= QUICK_WIN_IMPACT) & (need >= QUICK_WIN_NEED)
    )
    return wins


def ranked(
    priority: NDArray[np.float64],
    quick_win: NDArray[np.bool_],
    area_share: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Order the actions of each draw, best first.

    Parameters
    ----------
    priority, quick_win, area_share
        Shape (D, A); NaN in `priority` for an action that has no figure in a draw.

    Returns
    -------
    Shape (D, A): positions of the actions by priority, highest first; among equals quick wins
    first, then the area with the lowest share, then content order.
    """
    falling = -np.nan_to_num(priority, nan=-1.0)
    order = np.argsort(falling, axis=1, kind="stable")
    steps = np.diff(np.take_along_axis(falling, order, axis=1), axis=1) > TIE
    level_in_order = np.concatenate(
        [np.zeros((len(falling), 1), dtype=np.int64), np.cumsum(steps, axis=1)], axis=1
    )
    level = np.empty_like(level_in_order)
    np.put_along_axis(level, order, level_in_order, axis=1)
    # Rounded, so that means that are equal in fractions tie as well.
    share = np.round(np.nan_to_num(area_share, nan=np.inf), SHARE_DECIMALS)
    # The last key counts most; the sort is stable, so content order settles what is left.
    return np.lexsort((share, ~quick_win, level), axis=1)


def offered(
    order: NDArray[np.int64],
    priority: NDArray[np.float64],
    candidates: Candidates,
    limit: int,
) -> NDArray[np.int64]:
    """Take the first actions of each draw: one an item, `PER_AREA` an area, none without need.

    Parameters
    ----------
    order, priority
        Shape (D, A).

    Returns
    -------
    Shape (D, limit): positions of the actions in the order of offering, -1 where there are fewer.
    """
    draws = np.arange(len(order))
    item_taken = np.zeros((len(order), int(candidates.columns.max(initial=0)) + 1), dtype=bool)
    area_taken = np.zeros((len(order), int(candidates.areas.max(initial=0)) + 1), dtype=np.int64)
    chosen = np.full((len(order), limit), -1, dtype=np.int64)
    filled = np.zeros(len(order), dtype=np.int64)
    for action in order.T:
        item, area = candidates.columns[action], candidates.areas[action]
        fits = (
            (filled < limit)
            & (np.nan_to_num(priority[draws, action], nan=0.0) > 0)
            & ~item_taken[draws, item]
            & (area_taken[draws, area] < PER_AREA)
        )
        rows = draws[fits]
        chosen[rows, filled[rows]] = action[fits]
        item_taken[rows, item[fits]] = True
        area_taken[rows, area[fits]] += 1
        filled[rows] += 1
        if (filled == limit).all():
            break
    return chosen
