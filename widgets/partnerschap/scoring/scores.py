"""The figures of one instrument, by item, area and tip."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from partnerschap.content import Role, Situation

EDITION: Final = 2
"""Edition of the method; rounds of an earlier one are shown as they were."""

Status = Literal["scored", "unknown", "suppressed", "empty"]
AgreementClass = Literal["agree", "spread", "two_camps"]
Counts = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class GroupScore:
    """One group's valid answers to an item."""

    n_valid: int
    counts: Counts


@dataclass(frozen=True)
class ItemScore:
    """The figures of one item; every figure and count is None where `status` is suppressed.

    Attributes
    ----------
    median
        1..5.
    share
        Share of the valid answers that is 4 or 5, 0..1.
    share_interval
        Wilson's 95 % interval of `share`.
    need
        Mean of (5 - x)/4 over the valid answers, 0..1.
    agreement
        Van der Eijk's A, -1..1; None with fewer than three valid answers.
    groups
        The groups that may be shown apart, by key; None where there is no breakdown.
    situation
        What the answers ask for; None where nothing is shown.
    difference
        Cliff's delta of parents against the team, -1..1; None where the roles are not asked about
        the same thing or may not be shown apart.
    difference_p
        Its two-sided p, 0..1.
    """

    id: str
    area: str
    status: Status
    n_valid: int | None = None
    dont_know: int | None = None
    not_applicable: int | None = None
    counts: Counts | None = None
    median: float | None = None
    share: float | None = None
    share_interval: tuple[float, float] | None = None
    need: float | None = None
    agreement: float | None = None
    agreement_class: AgreementClass | None = None
    groups: Mapping[str, GroupScore] | None = None
    situation: Situation | None = None
    difference: float | None = None
    difference_p: float | None = None


@dataclass(frozen=True)
class AreaScore:
    """The mean share of an area's scored items, with its bootstrap interval.

    Attributes
    ----------
    status
        Why there is no share, where there is none; None in a round of the first edition of the
        method, which did not say.
    """

    id: str
    share: float | None
    interval: tuple[float, float] | None
    items_scored: int
    status: Status | None = None


@dataclass(frozen=True)
class TipScore:
    """The mean share of the scored items that come from a tip."""

    id: str
    share: float | None
    items_scored: int


@dataclass(frozen=True)
class Scores:
    """All figures of one instrument for one group of respondents.

    Attributes
    ----------
    balance
        Highest minus lowest share among the partnerships that have one, 0..1; None with fewer
        than two of them.
    division
        The roles of each group that may be shown apart, by key; None where there are none.
    """

    instrument: str
    content_version: str
    respondents: int
    min_group: int
    seed: int
    items: tuple[ItemScore, ...]
    areas: tuple[AreaScore, ...]
    tips: tuple[TipScore, ...]
    balance: float | None
    division: Mapping[str, tuple[Role, ...]] | None = None

    @property
    def scored(self) -> tuple[ItemScore, ...]:
        """The items that have a place in areas, strengths, discussion and actions."""
        return tuple(item for item in self.items if item.status == "scored")
