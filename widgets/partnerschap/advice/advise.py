"""From figures to what to start from, what to discuss and what to do."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from partnerschap.advice.conversation import agree_low, discuss_first, strengths
from partnerschap.advice.ranking import (
    MOST_EFFORT,
    SITUATIONS,
    TALK,
    Figures,
    candidates_of,
    ease,
    structural_steps,
    suggested,
)
from partnerschap.advice.stability import stability
from partnerschap.advice.suggestion import Advice, ItemAction, Suggestion, YearStep
from partnerschap.advice.why import why
from partnerschap.content import Content, Situation
from partnerschap.scoring import Answers, Scores

YEAR_STEPS: Final = 3


def advise(content: Content, answers: Answers, scores: Scores, *, top: int = 5) -> Advice:
    """Advise on the figures of a team.

    Parameters
    ----------
    answers, scores
        `scores` computed from these `answers`; their seed is used for the stability as well.
    top
        How many actions to suggest, >= 0.
    """
    strong = strengths(scores)
    unknown = [item.id for item in scores.items if item.situation == "find_out"]
    kept = [item.id for item in scores.items if item.id in strong and item.situation == "keep"]
    suggestions, year_plan = _steps(content, answers, scores, top)
    low, torn = agree_low(scores), discuss_first(scores)
    about = {step.item for step in (*suggestions, *year_plan)}
    talked = {step.item for step in suggestions if step.situation == "talk"}
    situations: dict[str, Situation | None] = {item.id: item.situation for item in scores.items}
    return Advice(
        strengths=strong,
        discuss_first=torn,
        agree_low=low,
        suggestions=suggestions,
        year_plan=year_plan,
        find_out=_first_of_each(content, unknown, "find_out"),
        keep=_first_of_each(content, sorted(kept, key=strong.index), "keep"),
        begin=_easiest_of_each(
            content,
            {
                # What people disagree on begins with a talk, whatever its middle answer asks for.
                **{item: "talk" for item in torn if item not in talked},
                **{item: situations[item] for item in low if item not in about},
            },
        ),
    )


def _first_of_each(
    content: Content, items: Iterable[str], situation: Situation
) -> tuple[ItemAction, ...]:
    """Give of each item the first action that fits."""
    found = []
    for item in items:
        fitting = [one for one in content.actions_of(item) if situation in one.fits]
        found += [ItemAction(item, one.id) for one in fitting[:1]]
    return tuple(found)


def _easiest_of_each(
    content: Content, situations: Mapping[str, Situation | None]
) -> tuple[ItemAction, ...]:
    """Give of each item the step for now that would come first of its own in its situation."""
    found = []
    for item, situation in situations.items():
        fitting = [
            one
            for one in content.actions_of(item)
            if situation in one.fits and one.effort <= MOST_EFFORT
        ]
        # Need and importance are those of the item; the first of equal ones.
        ordered = sorted(fitting, key=lambda one: -ease(one.effort, one.impact))
        found += [ItemAction(item, one.id) for one in ordered[:1]]
    return tuple(found)


def _steps(
    content: Content, answers: Answers, scores: Scores, top: int
) -> tuple[tuple[Suggestion, ...], tuple[YearStep, ...]]:
    """Give the steps for now and for the year plan."""
    scored = scores.scored
    actions = [
        (column, action)
        for column, score in enumerate(scored)
        for action in content.actions_of(score.id)
    ]
    if not actions:  # nothing scored, or only points that the team added itself
        return (), ()
    items = [(score.id, score.area) for score in scored]
    candidates = candidates_of(content, items, answers.importance)
    situation = [SITUATIONS.index(score.situation) for score in scored if score.situation]
    figures = Figures(
        need=np.array([[score.need for score in scored]], dtype=np.float64),
        share=np.array([[score.share for score in scored]], dtype=np.float64),
        situation=np.array([situation]),
    )
    now, priority, quick_win = suggested(
        figures, candidates, candidates.effort, candidates.impact, top
    )
    year, year_priority = structural_steps(figures, candidates, now, YEAR_STEPS)
    first = [int(position) for position in now[0] if position >= 0]
    later = [int(position) for position in year[0] if position >= 0]
    stable = stability(
        answers.columns([score.id for score in scored]),
        candidates,
        figures.situation[0] == TALK,
        seed=scores.seed,
    )

    present = answers.roles_heard([item.id for item in scores.items])

    def known(position: int, priorities: NDArray[np.float64]) -> dict[str, Any]:
        """Give what every step says, whether it is for now or for the year."""
        column, action = actions[position]
        importance = int(candidates.importance[position])
        item = scored[column]
        return {
            "item": item.id,
            "action": action.id,
            "situation": item.situation,
            "need": item.need,
            "importance": importance,
            "effort": action.effort,
            "impact": action.impact,
            "priority": float(priorities[0, position]),
            "why": why(content, item, action, importance, present),
        }

    return (
        tuple(
            Suggestion(
                **known(position, priority),
                quick_win=bool(quick_win[0, position]),
                stability=float(stable[position]),
            )
            for position in first
        ),
        tuple(YearStep(**known(position, year_priority)) for position in later),
    )
