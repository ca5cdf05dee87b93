"""From figures to what to start from, what to discuss and what to do."""

from typing import Final

import numpy as np

from partnerschap.advice.ranking import Candidates, offered, priorities, quick_wins, ranked
from partnerschap.advice.stability import area_shares, stability
from partnerschap.advice.suggestion import Advice, Suggestion
from partnerschap.advice.why import USUAL_IMPORTANCE, why
from partnerschap.content import Action, Content, Item
from partnerschap.scoring import Answers, ItemScore, Scores
from partnerschap.scoring.compute import AGREE_FROM

AT_MOST: Final = 3
STRENGTH_FROM: Final = 0.75


def advise(content: Content, answers: Answers, scores: Scores, *, top: int = 5) -> Advice:
    """Advise on the figures of a team.

    Parameters
    ----------
    answers, scores
        `scores` computed from these `answers`; their seed is used for the stability as well.
    top
        How many actions to offer, >= 0.
    """
    return Advice(
        strengths=strengths(scores),
        discuss_first=discuss_first(scores),
        suggestions=_suggestions(content, answers, scores, top),
    )


def discuss_first(scores: Scores) -> tuple[str, ...]:
    """Items on which people disagree, most of all first; ties in content order."""
    found = [
        (item.agreement, item.id)
        for item in scores.scored
        if item.agreement is not None and item.agreement < AGREE_FROM
    ]
    return tuple(item_id for _, item_id in sorted(found, key=lambda pair: pair[0])[:AT_MOST])


def strengths(scores: Scores) -> tuple[str, ...]:
    """Items that are in place and on which people agree, strongest first."""
    found = [
        (-item.share, -item.median, item.id)
        for item in scores.scored
        if item.share is not None
        and item.median is not None
        and item.share >= STRENGTH_FROM
        and (item.agreement is None or item.agreement >= AGREE_FROM)
    ]
    return tuple(item_id for *_, item_id in sorted(found, key=lambda one: one[:2])[:AT_MOST])


def _suggestions(
    content: Content, answers: Answers, scores: Scores, top: int
) -> tuple[Suggestion, ...]:
    scored = scores.scored
    if not scored:
        return ()
    items = [content.items_by_id[score.id] for score in scored]
    actions = [
        (column, item, action) for column, item in enumerate(items) for action in item.actions
    ]
    if not actions:  # only points that the team added itself
        return ()
    candidates = _candidates(actions, answers)
    need = np.array([[score.need for score in scored]], dtype=np.float64)[:, candidates.columns]
    share = np.array([[score.share for score in scored]], dtype=np.float64)
    priority = priorities(need, candidates.importance, candidates.effort, candidates.impact)
    quick_win = quick_wins(need, candidates.effort, candidates.impact)
    order = ranked(priority, quick_win, area_shares(share, candidates))
    chosen = offered(order, priority, candidates, top)[0]
    stable = stability(answers.columns([item.id for item in items]), candidates, seed=scores.seed)
    return tuple(
        _suggestion(
            content,
            scored[actions[position][0]],
            actions[position][2],
            importance=int(candidates.importance[position]),
            priority=float(priority[0, position]),
            quick_win=bool(quick_win[0, position]),
            stability=float(stable[position]),
        )
        for position in chosen
        if position >= 0
    )


def _candidates(actions: list[tuple[int, Item, Action]], answers: Answers) -> Candidates:
    area_ids = list(dict.fromkeys(item.area for _, item, _ in actions))
    return Candidates(
        columns=np.array([column for column, _, _ in actions]),
        areas=np.array([area_ids.index(item.area) for _, item, _ in actions]),
        effort=np.array([action.effort for *_, action in actions]),
        impact=np.array([action.impact for *_, action in actions]),
        importance=np.array(
            [answers.importance.get(item.id, USUAL_IMPORTANCE) for _, item, _ in actions]
        ),
    )


def _suggestion(  # noqa: PLR0913 - one value a field
    content: Content,
    score: ItemScore,
    action: Action,
    *,
    importance: int,
    priority: float,
    quick_win: bool,
    stability: float,
) -> Suggestion:
    if score.need is None:  # a scored item has a need
        raise ValueError(f"{score.id} has no need")
    return Suggestion(
        item=score.id,
        action=action.id,
        need=score.need,
        importance=importance,
        effort=action.effort,
        impact=action.impact,
        priority=priority,
        quick_win=quick_win,
        stability=stability,
        why=why(content, score, action, importance),
    )
