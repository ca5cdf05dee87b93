"""Why a step is suggested: a sentence from the team's own answers, and one why it helps."""

from collections.abc import Collection, Mapping, Sequence

from partnerschap.advice.ranking import USUAL_IMPORTANCE
from partnerschap.content import Action, Content, Item, Role
from partnerschap.scoring import GroupScore, ItemScore, Side, agreement, differs, missing_side
from partnerschap.scoring.compute import IN_PLACE
from partnerschap.scoring.differences import PARENT
from partnerschap.scoring.situations import LOW


def why(
    content: Content,
    score: ItemScore,
    action: Action,
    importance: int,
    present: Collection[Role] = (),
) -> str:
    """Say what the answers show, by whom where groups may be shown, and why the step helps.

    Parameters
    ----------
    score
        Of an item with status scored.
    present
        The roles of those who answered anything.
    """
    return content.message(
        "advice.why",
        answers=_answers(content, score, present) + _importance(content, importance),
        helps=action.helps,
    )


def _answers(content: Content, score: ItemScore, present: Collection[Role]) -> str:
    item = content.items_by_id[score.id]
    points = next(scale.points for scale in content.scales.scales if scale.id == item.scale)
    counts = score.counts or ()
    n = sum(counts)
    if n == 1:
        return content.message("advice.own_answer", point=points[counts.index(1)])
    if differs(score.difference, score.difference_p) and score.groups:
        return parents_beside_team(content, points, score.groups)
    if score.situation == "talk":
        below = sum(counts[: IN_PLACE - 1])
        told = content.message(
            "advice.apart",
            low=below,
            point=points[IN_PLACE - 2],
            high=n - below,
            higher=points[IN_PLACE - 1],
        )
        told += _by_group(content, score.groups, IN_PLACE - 1)
        side = _split_side(item, score.groups, present)
        return told + (content.message(f"advice.apart_in_{side}") if side else "")
    # A first step is for what is low, and another for what is not in place yet.
    up_to = LOW if score.situation == "start" else IN_PLACE - 1
    shown = sum(counts[:up_to])
    form = "all" if shown == n else "one" if shown == 1 else "many"
    # Where the other side answered too, but was not asked this, a reader would count it in.
    one_side = _side(item.respondents, present) if missing_side(present) is None else None
    told = content.message(
        f"advice.answers_{form}",
        shown=shown,
        n=n,
        point=points[up_to - 1],
        whose=" " + content.message(f"advice.of_{one_side}") if one_side else "",
    )
    # Where all answer so, so does each group.
    return told if shown == n else told + _by_group(content, score.groups, up_to)


def _side(asked: Collection[Role], present: Collection[Role]) -> Side | None:
    """Name the side that all who can have answered belong to; None for both."""
    can = {role for role in asked if role in present} or set(asked)
    if PARENT not in can:
        return "team"
    return "parents" if can == {PARENT} else None


def _split_side(
    item: Item, groups: Mapping[str, GroupScore] | None, present: Collection[Role]
) -> Side | None:
    """Name the side within which people are in two camps, where that is one side alone.

    It follows from what is shown anyway: groups that may be shown, or who answered at all.
    """
    if side := _side(item.respondents, present):
        return side
    if not groups or PARENT not in groups:
        return None
    sides: dict[Side, Sequence[int]] = {
        "parents": groups[PARENT].counts,
        "team": _team_counts(groups),
    }
    split = [name for name, counts in sides.items() if sum(counts) and agreement(counts) < 0]
    return split[0] if len(split) == 1 else None


def _team_counts(groups: Mapping[str, GroupScore]) -> list[int]:
    """Count the answers of all groups but parents together."""
    others = [group.counts for key, group in groups.items() if key != PARENT]
    return [sum(at_point) for at_point in zip(*others, strict=True)]


def parents_beside_team(
    content: Content, points: tuple[str, ...], groups: Mapping[str, GroupScore]
) -> str:
    """Say how many are at a point or higher: the point at which they are furthest apart."""
    parents = groups[PARENT].counts
    team = _team_counts(groups)

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
