"""The order of actions, for one team or for a thousand redrawn ones at once.

Arrays have a first axis of draws, D long; the team itself is a single draw.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from partnerschap.content import Content, Situation
from partnerschap.scoring.intervals import nan_mean

TIE: Final = 1e-12
"""Priorities closer than this are equal."""

SHARE_DECIMALS: Final = 12
"""Shares of areas that are the same to so many decimals are equal."""

USUAL_IMPORTANCE: Final = 2
"""Importance of an item that no vote was held about."""

PER_AREA: Final = 2
MOST_EFFORT: Final = 2
"""Effort of a step that can be taken now, at most."""

QUICK_WIN_IMPACT: Final = 2
NEEDED_FROM: Final = 0.4
"""Need of an item from which a step is a quick win, or belongs in a year plan."""

SITUATIONS: Final[tuple[Situation, ...]] = ("talk", "start", "build", "keep")
"""The situations of scored items, in the order of their numbers in arrays."""

TALK, START, BUILD, KEEP = range(4)


@dataclass(frozen=True, eq=False)
class Candidates:
    """The actions of the scored items in content order, A of them.

    Attributes
    ----------
    columns, areas
        Shape (A,): which scored item and which area each action belongs to.
    effort, impact, importance
        Shape (A,), each 1..3.
    fits
        Shape (A, 4): which of `SITUATIONS` each action answers.
    structural
        Shape (A,).
    """

    columns: NDArray[np.int64]
    areas: NDArray[np.int64]
    effort: NDArray[np.int64]
    impact: NDArray[np.int64]
    importance: NDArray[np.int64]
    fits: NDArray[np.bool_]
    structural: NDArray[np.bool_]


def candidates_of(
    content: Content, items: Sequence[tuple[str, str]], importance: Mapping[str, int]
) -> Candidates:
    """Return the actions of items.

    Parameters
    ----------
    items
        Id and area of each item, in content order.
    importance
        By item, 1..3, where the team voted.
    """
    areas = list(dict.fromkeys(area for _, area in items))
    found = [
        (column, areas.index(area), action)
        for column, (item, area) in enumerate(items)
        for action in content.actions_of(item)
    ]
    actions = [action for *_, action in found]
    return Candidates(
        columns=np.array([column for column, *_ in found], dtype=np.int64),
        areas=np.array([area for _, area, _ in found], dtype=np.int64),
        effort=np.array([one.effort for one in actions], dtype=np.int64),
        impact=np.array([one.impact for one in actions], dtype=np.int64),
        importance=np.array(
            [importance.get(one.item, USUAL_IMPORTANCE) for one in actions], dtype=np.int64
        ),
        fits=np.array([[name in one.fits for name in SITUATIONS] for one in actions], dtype=bool),
        structural=np.array([one.structural for one in actions], dtype=bool),
    )


@dataclass(frozen=True, eq=False)
class Figures:
    """What the answers say of the items, I of them, in each draw.

    Attributes
    ----------
    need, share
        Shape (D, I), each 0..1; NaN for an item without answers in a draw.
    situation
        Shape (D, I): numbers of `SITUATIONS`.
    """

    need: NDArray[np.float64]
    share: NDArray[np.float64]
    situation: NDArray[np.int64]


Whole = TypeVar("Whole", int, NDArray[np.int64])


def ease(effort: Whole, impact: Whole) -> Whole:
    """Return how much a step yields for what it takes, in ninths: 1..9.

    Parameters
    ----------
    effort, impact
        Each 1..3.
    """
    return impact * (4 - effort)


def suggested(
    figures: Figures,
    candidates: Candidates,
    effort: NDArray[np.int64],
    impact: NDArray[np.int64],
    limit: int,
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]:
    """Choose the steps that can be taken now.

    Parameters
    ----------
    effort, impact
        Shape (A,) or (D, A), each 1..3.
    limit
        How many to choose at most.

    Returns
    -------
    The positions of the chosen actions, shape (D, limit), -1 where there are fewer; and of all
    actions the priority, NaN where an action cannot be chosen, and whether it is a quick win:
    shape (D, A).
    """
    need = figures.need[:, candidates.columns]
    situation = figures.situation[:, candidates.columns]
    fits = candidates.fits[np.arange(len(candidates.columns)), situation]
    can = fits & (situation != KEEP) & (effort <= MOST_EFFORT)
    # As method.md multiplies: need, importance in thirds, and the middle of 1 and ease in ninths.
    priority = need * (candidates.importance * (9 + ease(effort, impact))) / 54
    priority = np.where(can, priority, np.nan)
    quick_win = (effort == 1) & (impact >= QUICK_WIN_IMPACT) & (need >= NEEDED_FROM)
    order = ranked(priority, quick_win, area_shares(figures.share, candidates))
    return offered(order, priority, candidates, limit, PER_AREA), priority, quick_win


def structural_steps(
    figures: Figures, candidates: Candidates, taken: NDArray[np.int64], limit: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Choose the steps for a year plan, one an area.

    Parameters
    ----------
    taken
        Shape (D, N): positions of actions that are suggested already, -1 for none.

    Returns
    -------
    As `suggested`: positions and priorities.
    """
    need = figures.need[:, candidates.columns]
    situation = figures.situation[:, candidates.columns]
    can = (
        candidates.structural
        & ((situation == START) | (situation == BUILD))
        & (need >= NEEDED_FROM)
    )
    draws, places = np.nonzero(taken >= 0)
    can[draws, taken[draws, places]] = False
    priority = np.where(can, need * (candidates.importance * candidates.impact) / 9, np.nan)
    quick_win = np.zeros_like(can)  # what is structural takes more effort than that
    order = ranked(priority, quick_win, area_shares(figures.share, candidates))
    return offered(order, priority, candidates, limit, per_area=1), priority


def area_shares(share: NDArray[np.float64], candidates: Candidates) -> NDArray[np.float64]:
    """Give each action the share of its area.

    Parameters
    ----------
    share
        Shape (D, I).

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


def ranked(
    priority: NDArray[np.float64],
    quick_win: NDArray[np.bool_],
    area_share: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Order the actions of each draw, best first.

    Parameters
    ----------
    priority, quick_win, area_share
        Shape (D, A); NaN in `priority` for an action that cannot be chosen in a draw.

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
    per_area: int,
) -> NDArray[np.int64]:
    """Take the first actions of each draw: one an item, so many an area, none without need.

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
            & (area_taken[draws, area] < per_area)
        )
        rows = draws[fits]
        chosen[rows, filled[rows]] = action[fits]
        item_taken[rows, item[fits]] = True
        area_taken[rows, area[fits]] += 1
        filled[rows] += 1
        if (filled == limit).all():
            break
    return chosen
