"""Why an action is suggested, in one sentence from the team's own figures."""

from typing import Final

from partnerschap.content import Action, Content
from partnerschap.scoring import ItemScore
from partnerschap.scoring.compute import IN_PLACE

USUAL_IMPORTANCE: Final = 2
"""Importance of an item that no vote was held about."""


def why(content: Content, score: ItemScore, action: Action, importance: int) -> str:
    """Say what the answers show and what the action costs and brings.

    Parameters
    ----------
    score
        Of an item with status scored.
    """
    return content.message(
        "advice.why",
        answers=_answers(content, score) + _importance(content, importance),
        effort=content.message(f"advice.effort_{action.effort}"),
        impact=content.message(f"advice.impact_{action.impact}"),
    )


def _answers(content: Content, score: ItemScore) -> str:
    item = content.items_by_id[score.id]
    points = next(scale.points for scale in content.scales.scales if scale.id == item.scale)
    counts = score.counts or ()
    n = sum(counts)
    if n == 1:
        return content.message("advice.own_answer", point=points[counts.index(1)])
    below = sum(counts[: IN_PLACE - 1])
    # Everybody may be in place and there is still something to gain: name the point below the top.
    shown = below or sum(counts[:-1])
    point = points[IN_PLACE - 2] if below else points[-2]
    form = "one" if shown == 1 else "many"
    return content.message(f"advice.answers_{form}", shown=shown, n=n, point=point)


def _importance(content: Content, importance: int) -> str:
    """Name the importance only where the team's vote made a difference."""
    if importance == USUAL_IMPORTANCE:
        return ""
    return " " + content.message(f"advice.importance_{importance}")
