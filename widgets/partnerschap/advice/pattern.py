"""Answers of one kind alone, of which the usual result would say little or something untrue."""

from typing import Final, Literal

from partnerschap.scoring import Scores

Pattern = Literal["none", "unknown", "one", "high", "low"]
"""Nothing is answered; what there is, nobody knows; one item only; all highest; all lowest."""

_LEAST: Final = 2


def pattern_of(scores: Scores) -> Pattern | None:
    """Name the one kind of answers that there is; None for the usual mix."""
    scored = scores.scored
    statuses = {item.status for item in scores.items}
    if not scored:
        if "suppressed" in statuses:
            return None  # there are answers, but they may not be shown
        return "unknown" if "unknown" in statuses else "none"
    if len(scored) < _LEAST:
        return "one" if len(statuses) > 1 else None
    needs = {item.need for item in scored}
    if needs == {0}:
        return "high"
    return "low" if needs == {1} else None
