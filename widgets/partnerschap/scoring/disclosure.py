"""Which groups may be shown apart, so that no figure is about too few people."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from partnerschap.content import ROLES

OTHER = "other"
"""The group in which groups that are too small are merged."""


def shown_groups(
    counts_by_role: Mapping[str, NDArray[np.int64]], min_group: int
) -> dict[str, NDArray[np.int64]] | None:
    """Merge the roles of one item until each group is large enough to be shown.

    The smallest group goes into `OTHER` first (ties: the order of `ROLES`), and so on until every
    group that remains has at least `min_group` valid answers. So each published group has 0 or at
    least `min_group` answers, and so has what is left after subtracting any of them.

    Parameters
    ----------
    counts_by_role
        For each role shape (5,): how often each point was chosen.
    min_group
        Least number of valid answers in a group that is shown, >= 1.

    Returns
    -------
    The counts of each group that is shown, in the order of the roles with `OTHER` last, or None
    where fewer than two groups are left.
    """
    groups: dict[str, NDArray[np.int64]] = {
        role: counts_by_role[role]
        for role in ROLES
        if role in counts_by_role and counts_by_role[role].sum()
    }
    while groups and min(counts.sum() for counts in groups.values()) < min_group:
        candidates = [role for role in groups if role != OTHER]
        if not candidates:
            return None
        smallest = min(candidates, key=lambda role: int(groups[role].sum()))
        merged = groups.pop(smallest)
        groups[OTHER] = merged + groups.pop(OTHER, np.zeros_like(merged))
    return groups if len(groups) > 1 else None
