"""How much parents and team differ on an item, where both may be shown."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from partnerschap.content import Role
from partnerschap.scoring.disclosure import group_key
from partnerschap.scoring.scores import Scores
from partnerschap.scoring.situations import differs

PARENT = "parent"

Side = Literal["parents", "team"]
"""What the instrument compares: parents, and everybody who works with them."""


@dataclass(frozen=True)
class GroupDifference:
    """Cliff's delta between two shown groups: above 0 where the first answers higher.

    Attributes
    ----------
    first, second
        Keys of groups: parents, and the team, which may be several groups of the division.
    p
        See `partnerschap.scoring.ordinal.difference_p`. The first edition of the method, whose
        rounds are kept as they were, compared every two groups and computed none.
    differs
        Whether it is called a difference.
    """

    item: str
    first: str
    second: str
    delta: float
    p: float | None = None
    differs: bool = True


def group_differences(scores: Scores) -> tuple[GroupDifference, ...]:
    """Compare parents with the team on each item that has a difference, in content order."""
    team = group_key(
        [role for roles in (scores.division or {}).values() for role in roles if role != PARENT]
    )
    return tuple(
        GroupDifference(
            item.id,
            PARENT,
            team,
            item.difference,
            item.difference_p,
            differs(item.difference, item.difference_p),
        )
        for item in scores.items
        if item.difference is not None
    )


def missing_side(roles: Collection[Role]) -> Side | None:
    """Name the side from which nobody answered, where only the other did.

    Parameters
    ----------
    roles
        Of those who answered anything: see `Answers.roles_heard`.
    """
    if not roles:
        return None
    if PARENT not in roles:
        return "parents"
    return "team" if set(roles) == {PARENT} else None
