"""Which groups may be shown apart, so that no figure is about too few people."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from partnerschap.content import Role
from partnerschap.scoring.answers import BLANK

Division = Mapping[str, tuple[Role, ...]]
"""The groups of a round: the roles of each, under its key."""

_PARENTS: Final[tuple[Role, ...]] = ("parent",)

DIVISIONS: Final[tuple[tuple[tuple[Role, ...], ...], ...]] = (
    (_PARENTS, ("professional",), ("management",), ("municipality",)),
    (_PARENTS, ("professional",), ("management", "municipality")),
    (_PARENTS, ("professional", "management"), ("municipality",)),
    (_PARENTS, ("professional", "management", "municipality")),
)
"""The divisions that a round may have, the finest first. Parents are merged with nobody: what they
see beside the team is the comparison that the instrument is for."""


def division_of(
    roles: Sequence[Role], values: NDArray[np.int8], min_group: int
) -> dict[str, tuple[Role, ...]] | None:
    """Divide the respondents of a round into groups that are large enough to be shown.

    One division for the whole round: with another one an item, what two items show together could
    tell the answers of somebody who is in a group of one.

    Parameters
    ----------
    roles, values
        As in `Answers`. Who gave no answer of any kind is no respondent.
    min_group
        Least number of respondents in a group, >= 1.

    Returns
    -------
    The first of `DIVISIONS` whose every group with respondents has at least `min_group` of them,
    without the groups that have none; None where none fits or fewer than two groups are left.
    """
    answered = (values != BLANK).any(axis=1)
    respondents = [role for role, one in zip(roles, answered, strict=True) if one]
    for division in DIVISIONS:
        sizes = {group: sum(role in group for role in respondents) for group in division}
        present = [group for group, size in sizes.items() if size]
        if all(sizes[group] >= min_group for group in present):
            return {group_key(group): group for group in present} if len(present) > 1 else None
    return None


def group_key(roles: Sequence[Role]) -> str:
    """Return the key of the group of these roles, which are in the order of `ROLES`."""
    return "+".join(roles)
