"""The figures of a team as JSON can hold them: the contract of ``score --format json``."""

from collections.abc import Sequence

from typing_extensions import TypedDict

from partnerschap.advice import Advice, ItemAction, Step, Suggestion, YearStep
from partnerschap.content import Role, Situation
from partnerschap.scoring import AgreementClass, AreaScore, ItemScore, Scores, Status, TipScore


class GroupFigures(TypedDict):
    """One group's valid answers to an item."""

    n_valid: int
    counts: list[int]


class ItemFigures(TypedDict):
    """The figures of an item; see `partnerschap.scoring.ItemScore`."""

    id: str
    area: str
    n_valid: int | None
    dont_know: int | None
    not_applicable: int | None
    counts: list[int] | None
    median: float | None
    share: float | None
    share_interval: list[float] | None
    need: float | None
    agreement: float | None
    agreement_class: AgreementClass | None
    status: Status
    situation: Situation | None
    difference: float | None
    groups: dict[str, GroupFigures] | None


class AreaFigures(TypedDict):
    """The figures of an area; see `partnerschap.scoring.AreaScore`."""

    id: str
    status: Status | None
    share: float | None
    interval: list[float] | None
    items_scored: int


class TipFigures(TypedDict):
    """The figures of a tip; see `partnerschap.scoring.TipScore`."""

    id: str
    share: float | None
    items_scored: int


class StepFigures(TypedDict):
    """What every step has; see `partnerschap.advice.Step`."""

    item: str
    action: str
    situation: Situation | None
    need: float
    importance: int
    effort: int
    impact: int
    priority: float


class YearStepFigures(StepFigures):
    """A step for the year plan; see `partnerschap.advice.YearStep`."""

    why: str


class SuggestionFigures(StepFigures):
    """A step that can be taken now; see `partnerschap.advice.Suggestion`."""

    quick_win: bool
    stability: float
    why: str


class ItemActionFigures(TypedDict):
    """An action for an item; see `partnerschap.advice.ItemAction`."""

    item: str
    action: str


class Figures(TypedDict):
    """All figures of one instrument for one group of respondents."""

    instrument: str
    content_version: str
    respondents: int
    min_group: int
    seed: int
    division: dict[str, list[Role]] | None
    items: list[ItemFigures]
    areas: list[AreaFigures]
    tips: list[TipFigures]
    balance: float | None
    discuss_first: list[str]
    agree_low: list[str]
    strengths: list[str]
    suggestions: list[SuggestionFigures]
    year_plan: list[YearStepFigures]
    find_out: list[ItemActionFigures]
    keep: list[ItemActionFigures]


def figures(scores: Scores, advice: Advice) -> Figures:
    """Put scores and advice in the keys of the contract, in its order.

    Parameters
    ----------
    scores, advice
        `advice` on these `scores`.

    Returns
    -------
    Dicts, lists, texts and numbers in full precision; None for what is not known or not shown.
    """
    return {
        "instrument": scores.instrument,
        "content_version": scores.content_version,
        "respondents": scores.respondents,
        "min_group": scores.min_group,
        "seed": scores.seed,
        "division": (
            None
            if scores.division is None
            else {key: list(roles) for key, roles in scores.division.items()}
        ),
        "items": [_item(one) for one in scores.items],
        "areas": [_area(one) for one in scores.areas],
        "tips": [_tip(one) for one in scores.tips],
        "balance": scores.balance,
        "discuss_first": list(advice.discuss_first),
        "agree_low": list(advice.agree_low),
        "strengths": list(advice.strengths),
        "suggestions": [_suggestion(one) for one in advice.suggestions],
        "year_plan": [_year_step(one) for one in advice.year_plan],
        "find_out": [_item_action(one) for one in advice.find_out],
        "keep": [_item_action(one) for one in advice.keep],
    }


def _item(item: ItemScore) -> ItemFigures:
    groups: dict[str, GroupFigures] | None = None
    if item.groups is not None:
        groups = {
            name: {"n_valid": group.n_valid, "counts": list(group.counts)}
            for name, group in item.groups.items()
        }
    return {
        "id": item.id,
        "area": item.area,
        "n_valid": item.n_valid,
        "dont_know": item.dont_know,
        "not_applicable": item.not_applicable,
        "counts": None if item.counts is None else list(item.counts),
        "median": item.median,
        "share": item.share,
        "share_interval": _pair(item.share_interval),
        "need": item.need,
        "agreement": item.agreement,
        "agreement_class": item.agreement_class,
        "status": item.status,
        "situation": item.situation,
        "difference": item.difference,
        "groups": groups,
    }


def _area(area: AreaScore) -> AreaFigures:
    return {
        "id": area.id,
        "status": area.status,
        "share": area.share,
        "interval": _pair(area.interval),
        "items_scored": area.items_scored,
    }


def _tip(tip: TipScore) -> TipFigures:
    return {"id": tip.id, "share": tip.share, "items_scored": tip.items_scored}


def _suggestion(one: Suggestion) -> SuggestionFigures:
    return {
        **_step(one),
        "quick_win": one.quick_win,
        "stability": one.stability,
        "why": one.why,
    }


def _year_step(one: YearStep) -> YearStepFigures:
    return {**_step(one), "why": one.why}


def _step(one: Step) -> StepFigures:
    return {
        "item": one.item,
        "action": one.action,
        "situation": one.situation,
        "need": one.need,
        "importance": one.importance,
        "effort": one.effort,
        "impact": one.impact,
        "priority": one.priority,
    }


def _item_action(one: ItemAction) -> ItemActionFigures:
    return {"item": one.item, "action": one.action}


def _pair(interval: Sequence[float] | None) -> list[float] | None:
    return None if interval is None else list(interval)
