"""The difference between two groups, only where both may be shown."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.content import ROLES, Content, Role
from partnerschap.scoring import Answers, group_differences, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None

answer = st.sampled_from([1, 2, 3, 4, 5, "dont_know", None])
team = st.lists(st.tuples(st.sampled_from(ROLES), answer, answer), max_size=30)


def test_delta_is_above_zero_where_the_first_group_answers_higher(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    roles = ["professional"] * 5 + ["parent"] * 5 + ["management"] * 2
    columns: dict[str, list[Given]] = {
        "split": [3, 3, 3, 5, 5, 5, 4, 4, 4, 2, None, "dont_know"],
        "hidden": [5, 5, 5, 5, 5, 1, 1, 1, 1, None, None, None],
    }
    content = make_content({"split": {}, "hidden": {}})
    found = group_differences(score(content, "all", make_answers(columns, roles)))
    # Parents 5, 4, 4, 4, 2 against 3, 3, 3, 5, 5: above are 5 > 3 three times and 4 > 3 nine
    # times, below are 4 < 5 six times and 2 below all five. The two managers join nobody's
    # figure: they gave no valid answer. Of the other item too few parents answered.
    (difference,) = found
    assert (difference.item, difference.first, difference.second) == (
        "split", "parent", "professional",
    )  # fmt: skip
    assert difference.delta == pytest.approx((12 - 11) / 25, abs=1e-9)


@settings(deadline=None, max_examples=80)
@given(rows=team, min_group=st.integers(1, 6))
def test_every_two_shown_groups_are_compared_from_their_shown_answers(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    rows: list[tuple[Role, Given, Given]],
    min_group: int,
) -> None:
    content = make_content({"b": {}, "a": {}})
    answers = make_answers(
        {"a": [row[1] for row in rows], "b": [row[2] for row in rows]}, [row[0] for row in rows]
    )
    scores = score(content, "all", answers, min_group=min_group)
    expected = []
    for item in scores.items:
        shown = [
            (name, [point for point in range(5) for _ in range(group.counts[point])])
            for name, group in (item.groups or {}).items()
        ]
        for index, (first, xs) in enumerate(shown):
            for second, ys in shown[index + 1 :]:
                signs = [(x > y) - (x < y) for x in xs for y in ys]
                expected.append((item.id, first, second, sum(signs) / len(signs)))
    found = group_differences(scores)
    assert [(one.item, one.first, one.second) for one in found] == [one[:3] for one in expected]
    assert [one.delta for one in found] == pytest.approx([one[3] for one in expected], abs=1e-9)
