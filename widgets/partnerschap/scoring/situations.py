"""What the answers to an item ask for: the situation from which fitting actions follow."""

from typing import Final

from partnerschap.content import Situation
from partnerschap.scoring.scores import Status

LARGE_DELTA: Final = 0.474
"""Size of Cliff's delta from which a difference is called large."""

SIGNIFICANT: Final = 0.05

LOW: Final = 2
HIGH: Final = 4
"""Medians up to and from which an item is low and high."""


def differs(delta: float | None, p: float | None) -> bool:
    """Whether the answers of parents and of the team are called different.

    The size alone would be there by chance at one item in five, with five people on each side.
    """
    return delta is not None and p is not None and abs(delta) >= LARGE_DELTA and p < SIGNIFICANT


def situation_of(
    status: Status, median: float | None, agreement: float | None, *, different: bool
) -> Situation | None:
    """Return what the answers to an item ask for, None where they are not shown.

    Parameters
    ----------
    different
        Whether parents and team differ, see `differs`.
    """
    if status == "unknown":
        return "find_out"
    if status != "scored" or median is None:
        return None
    if different or (agreement is not None and agreement < 0):
        return "talk"
    return step_of(median)


def step_of(median: float) -> Situation:
    """Return the situation of an item that nothing stands in the way of."""
    if median <= LOW:
        return "start"
    return "build" if median < HIGH else "keep"
