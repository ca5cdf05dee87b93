"""Parents beside the team: how much they differ, and when that is called a difference."""

from collections.abc import Callable
from math import erfc, sqrt
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.content import ROLES, Content, Role
from partnerschap.scoring import (
    Answers,
    ItemScore,
    cliffs_delta,
    difference_p,
    group_differences,
    score,
)

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Scored = Callable[..., ItemScore]

answer = st.sampled_from([1, 2, 3, 4, 5, "dont_know", None])
team = st.lists(st.tuples(st.sampled_from(ROLES), answer, answer), max_size=30)


@pytest.fixture(scope="session")
def scored(make_content: MakeContent, make_answers: MakeAnswers) -> Scored:
    """Score one item that parents and professionals answered."""

    def run(parents: list[Given], team: list[Given], **fields: Any) -> ItemScore:
        roles = ["parent"] * len(parents) + ["professional"] * len(team)
        answers = make_answers({"a": [*parents, *team]}, roles)
        return score(make_content({"a": fields}), "all", answers, min_group=3).items[0]

    return run


def test_delta_is_above_zero_where_parents_answer_higher(
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
    # times, below are 4 < 5 six times and 2 below all five. The two managers are of the team, but
    # gave no valid answer. Of the other item too few parents answered.
    (difference,) = found
    assert (difference.item, difference.first, difference.second) == (
        "split", "parent", "professional+management",
    )  # fmt: skip
    assert difference.delta == pytest.approx((12 - 11) / 25, abs=1e-9)
    assert not difference.differs


def test_the_team_is_everybody_but_parents(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    roles = [role for role in ROLES for _ in range(3)]
    answers = make_answers({"a": [5, 5, 5, 1, 1, 1, 2, 2, 2, 5, 5, 4]}, roles)
    scores = score(make_content({"a": {}}), "all", answers, min_group=3)
    (found,) = group_differences(scores)
    assert (found.first, found.second) == ("parent", "professional+management+municipality")
    # Three parents with 5 against nine others: higher than seven, equal to two.
    assert found.delta == pytest.approx(7 / 9, abs=1e-9)
    assert found.delta == scores.items[0].difference
    assert found.p == scores.items[0].difference_p


def test_groups_without_parents_are_not_compared(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    roles = ["professional"] * 5 + ["management"] * 5
    answers = make_answers({"a": [1] * 5 + [5] * 5}, roles)
    scores = score(make_content({"a": {}}), "all", answers)
    assert set(scores.items[0].groups or {}) == {"professional", "management"}
    assert group_differences(scores) == ()
    assert scores.items[0].difference is None


def test_what_is_not_the_same_question_is_shown_but_not_compared(scored: Scored) -> None:
    item = scored([1] * 5, [5] * 5, parallel=False)
    assert set(item.groups or {}) == {"parent", "professional"}
    assert (item.difference, item.difference_p) == (None, None)
    # Two camps, whoever they are: that is a talk by itself.
    assert item.situation == "talk"


@pytest.mark.parametrize(
    ("parents", "team", "p"),
    [
        # Of all ways to choose 5 of 10 only two are as far apart: 2/252.
        ([1] * 5, [5] * 5, 2 / 252),
        # Three of six: 2/20.
        ([1] * 3, [5] * 3, 2 / 20),
        # Everybody answers alike: every division is as far apart.
        ([3] * 5, [3] * 5, 1.0),
        # 1 against 1, 1, 1, 5 or 5 against 1, 1, 1, 1: delta is 1/4 in size where the 5 is among
        # the four (4 of 5 ways) and 1 where it is alone.
        ([1], [1, 1, 1, 5], 1.0),
        ([5], [1, 1, 1, 1], 1 / 5),
    ],
)
def test_p_at_numbers_that_can_be_counted(parents: list[int], team: list[int], p: float) -> None:
    counts = [[own.count(point) for point in range(1, 6)] for own in (parents, team)]
    assert difference_p(*counts) == pytest.approx(p, abs=1e-12)
    assert difference_p(*reversed(counts)) == pytest.approx(p, abs=1e-12)


def test_p_with_ties_is_the_share_of_all_divisions() -> None:
    # 1, 2, 2, 3, 3, 5 against 1, 2, 3, 4, 4, 5, 5: counted one by one, 753 of the 1716 ways to
    # choose six of thirteen are as far apart.
    assert difference_p([1, 2, 2, 0, 1], [1, 1, 1, 2, 2]) == pytest.approx(753 / 1716, abs=1e-12)


def test_p_without_ties_is_that_of_the_table_of_mann_and_whitney() -> None:
    # Seven different answers, three against four: of the 35 divisions one gives a U of 0 and one
    # of 1, and as many at the other side.
    assert difference_p([1, 1, 0, 1, 0, 0, 0], [0, 0, 1, 0, 1, 1, 1]) == pytest.approx(4 / 35)
    assert difference_p([1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 1]) == pytest.approx(2 / 35)


def test_p_of_many_answers_is_the_normal_approximation() -> None:
    first, second = [10, 0, 0, 0, 30], [25, 0, 0, 0, 15]
    # delta = (30 * 25 - 10 * 15)/1600 = 600/1600, so U is 300 from its mean of 800.
    assert cliffs_delta(first, second) == pytest.approx(600 / 1600)
    ties = 35**3 - 35 + 45**3 - 45
    sigma = sqrt(1600 / 12 * (81 - ties / (80 * 79)))
    assert difference_p(first, second) == pytest.approx(erfc(300 / sigma / sqrt(2)), abs=1e-12)
    # What scipy 1.16 gives: mannwhitneyu(x, y, use_continuity=False, method="asymptotic").
    assert difference_p(first, second) == pytest.approx(0.0007810577601975319, abs=1e-12)
    assert difference_p([0, 0, 40, 0, 0], [0, 0, 40, 0, 0]) == 1


def test_p_is_exact_up_to_sixty_answers() -> None:
    # In two categories dividing is drawing from an urn: the exact p of Fisher, which is a sum of
    # hypergeometric chances (scipy: fisher_exact). One answer more and it is approximated.
    exact = difference_p([20, 0, 0, 0, 10], [10, 0, 0, 0, 20])
    near = difference_p([20, 0, 0, 0, 10], [10, 0, 0, 0, 21])
    assert exact == pytest.approx(0.01938318826178997, abs=1e-12)
    sigma = sqrt(30 * 31 / 12 * (62 - (30**3 - 30 + 31**3 - 31) / (61 * 60)))
    u = abs(10 * 10 + (20 * 10 + 10 * 21) / 2 - 30 * 31 / 2)
    assert near == pytest.approx(erfc(u / sigma / sqrt(2)), abs=1e-9)


@pytest.mark.parametrize(
    ("parents", "team", "different"),
    [
        ([1, 1, 1, 2, 2], [4, 4, 5, 5, 5], True),
        # Large, but three against three is so by chance in one of ten divisions.
        ([2, 2, 2], [3, 3, 3], False),
        # Sure of itself, but small: delta 1/4 of 400 against 400 answers.
        ([2] * 100 + [3] * 300, [3] * 400, False),
        # The border itself: 368/500 - 131/500 = 0.474; and one answer below it.
        ([3] * 368 + [2] * 132, [3] * 131 + [2] * 369, True),
        ([3] * 367 + [2] * 133, [3] * 131 + [2] * 369, False),
        # Large and sure of itself, and nobody is far apart.
        ([3] * 6, [2] * 6, True),
    ],
)
def test_a_difference_is_large_and_no_chance(
    scored: Scored, parents: list[Given], team: list[Given], *, different: bool
) -> None:
    item = scored(parents, team)
    assert (item.situation == "talk") == different


@pytest.mark.parametrize(("answers", "situation"), [(1, "start"), (3, "build"), (4, "keep")])
def test_no_difference_leaves_the_situation_to_the_median(
    scored: Scored, answers: int, situation: str
) -> None:
    assert scored([answers] * 5, [answers] * 5).situation == situation


@settings(deadline=None, max_examples=80)
@given(rows=team, min_group=st.integers(1, 6))
def test_parents_and_team_are_compared_from_their_shown_answers(
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
        shown = {
            key: [point for point in range(5) for _ in range(group.counts[point])]
            for key, group in (item.groups or {}).items()
        }
        if "parent" in shown:
            xs = shown.pop("parent")
            signs = [(x > y) - (x < y) for x in xs for ys in shown.values() for y in ys]
            expected.append((item.id, sum(signs) / len(signs)))
    found = group_differences(scores)
    assert [one.item for one in found] == [item for item, _ in expected]
    assert [one.delta for one in found] == pytest.approx([one[1] for one in expected], abs=1e-9)
