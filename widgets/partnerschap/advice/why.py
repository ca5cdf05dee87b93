"""Why a step is suggested: a sentence from the team's own answers, and one why it helps."""

from collections.abc import Mapping

from partnerschap.advice.ranking import USUAL_IMPORTANCE
from partnerschap.content import Action, Content
from partnerschap.scoring import GroupScore, ItemScore, differs
from partnerschap.scoring.compute import IN_PLACE
from partnerschap.scoring.differences import PARENT


def why(content: Content, score: ItemScore, action: Action, importance: int) -> str:
    """Say what the answers show, by whom where groups may be shown, and why the step helps.

    Parameters
    ----------
    score
        Of an item with status scored.
    """
    return content.message(
        "advice.why",
        answers=_answers(content, score) + _importance(content, importance),
        helps=action.helps,
    )


def _answers(content: Content, score: ItemScore) -> str:
    item = content.items_by_id[score.id]
    points = next(scale.points for scale in content.scales.scales if scale.id == item.scale)
    counts = score.counts or ()
    n = sum(counts)
    if n == 1:
        return content.message("advice.own_answer", point=points[counts.index(1)])
    if differs(score.difference, score.difference_p) and score.groups:
        return parents_beside_team(content, points, score.groups)
    below = sum(counts[: IN_PLACE - 1])
    if score.situation == "talk":
        told = content.message(
            "advice.apart",
            low=below,
            point=points[IN_PLACE - 2],
            high=n - below,
            higher=points[IN_PLACE - 1],
        )
        return told + _by_group(content, score.groups, IN_PLACE - 1)
    # Everybody may be in place and there is still something to gain: name the point below the top.
    up_to = IN_PLACE - 1 if below else len(points) - 1
    shown = sum(counts[:up_to])
    form = "one" if shown == 1 else "many"
    told = content.message(f"advice.answers_{form}", shown=shown, n=n, point=points[up_to - 1])
    return told + _by_group(content, score.groups, up_to)


def parents_beside_team(
    content: Content, points: tuple[str, ...], groups: Mapping[str, GroupScore]
) -> str:
    """Say how many are at a point or higher: the point at which they are furthest apart."""
    parents = groups[PARENT].counts
    others = [group.counts for key, group in groups.items() if key != PARENT]
    team = [sum(at_point) for at_point in zip(*others, strict=True)]

    def apart(point: int) -> tuple[float, bool]:
        shares = [sum(counts[point - 1 :]) / sum(counts) for counts in (parents, team)]
        return abs(shares[0] - shares[1]), point == IN_PLACE

    point = max(range(2, len(points) + 1), key=apart)
    return content.message(
        "advice.parents_differ_top" if point == len(points) else "advice.parents_differ",
        parents=sum(parents[point - 1 :]),
        of_parents=sum(parents),
        team=sum(team[point - 1 :]),
        of_team=sum(team),
        point=points[point - 1],
    )


def _by_group(content: Content, groups: Mapping[str, GroupScore] | None, up_to: int) -> str:
    """Say how many people of each group that may be shown are below a point."""
    if not groups:
        return ""
    told = [
        content.message(
            "advice.of_group",
            shown=sum(group.counts[:up_to]),
            n=group.n_valid,
            name=content.message(f"advice.group_{key.replace('+', '_')}"),
        )
        for key, group in groups.items()
    ]
    return " " + content.message("advice.by_group", groups=", ".join(told))


def _importance(content: Content, importance: int) -> str:
    """Name the importance only where the team's vote made a difference."""
    if importance == USUAL_IMPORTANCE:
        return ""
    return " " + content.message(f"advice.importance_{importance}")
