"""The figures of a team as JSON can hold them: the contract of ``score --format json``."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from partnerschap.advice import Advice
from partnerschap.scoring import GroupScore, Scores

_HEAD: Final = ("instrument", "content_version", "respondents", "min_group", "seed")
_ITEM: Final = (
    "id",
    "area",
    "n_valid",
    "dont_know",
    "not_applicable",
    "counts",
    "median",
    "share",
    "share_interval",
    "need",
    "agreement",
    "agreement_class",
    "status",
    "groups",
)
_GROUP: Final = ("n_valid", "counts")
_AREA: Final = ("id", "share", "interval", "items_scored")
_TIP: Final = ("id", "share", "items_scored")
_SUGGESTION: Final = (
    "item",
    "action",
    "need",
    "importance",
    "effort",
    "impact",
    "priority",
    "quick_win",
    "stability",
    "why",
)


def figures(scores: Scores, advice: Advice) -> dict[str, Any]:
    """Put scores and advice in the keys of the contract, in its order.

    Parameters
    ----------
    scores, advice
        `advice` on these `scores`.

    Returns
    -------
    Dicts, lists, texts and numbers in full precision; None for what is not known or not shown.
    """
    return _picked(scores, _HEAD) | {
        "items": [_picked(item, _ITEM) for item in scores.items],
        "areas": [_picked(area, _AREA) for area in scores.areas],
        "tips": [_picked(tip, _TIP) for tip in scores.tips],
        "balance": scores.balance,
        "discuss_first": list(advice.discuss_first),
        "strengths": list(advice.strengths),
        "suggestions": [_picked(one, _SUGGESTION) for one in advice.suggestions],
    }


def _picked(source: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: _plain(getattr(source, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, GroupScore):
        return _picked(value, _GROUP)
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return list(value) if isinstance(value, tuple) else value
