"""No published figure, and no subtraction of them, is about too few people."""

from collections.abc import Callable, Mapping
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.advice import advise
from partnerschap.content import ROLES, Content, Role
from partnerschap.scoring import OTHER, Answers, ItemScore, score, shown_groups

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None

ITEMS = ("a", "b", "c")
answer = st.sampled_from([1, 2, 3, 4, 5, 5, 3, "dont_know", "not_applicable", None])
row = st.tuples(st.sampled_from(ROLES), st.tuples(answer, answer, answer))
# Some roles often hold a few people more, so that breakdowns occur as well.
team = st.lists(row, max_size=12).flatmap(
    lambda rows: st.integers(1, 3).map(lambda times: rows * times)
)
Team = list[tuple[Role, tuple[Given, ...]]]


def columns_of(rows: Team) -> dict[str, list[Given]]:
    return {name: [given[index] for _, given in rows] for index, name in enumerate(ITEMS)}


def published(item: ItemScore) -> dict[str, int]:
    """Numbers of answers behind each published distribution."""
    if item.n_valid is None:
        return {}
    return {"all": item.n_valid} | {
        name: group.n_valid for name, group in (item.groups or {}).items()
    }


def derived(item: ItemScore) -> set[int]:
    """Numbers of answers behind whatever can be added or subtracted from published figures."""
    sizes = published(item)
    total = sizes.pop("all", 0)
    found = {total}
    for length in range(1, len(sizes) + 1):
        for chosen in combinations(sizes.values(), length):
            found |= {sum(chosen), total - sum(chosen)}
    return found


def merged_by_hand(sizes: Mapping[Role, int], min_group: int) -> list[set[str]] | None:
    """Which roles stand together, by the words of the rule; the merged ones come last."""
    apart = {role for role in ROLES if sizes.get(role, 0) > 0}
    together: set[str] = set()
    while True:
        size_of_together = sum(sizes[role] for role in ROLES if role in together)
        too_small = any(sizes[role] < min_group for role in apart)
        too_small = too_small or 0 < size_of_together < min_group
        if not too_small or not apart:
            break
        smallest = min(apart, key=lambda role: (sizes[role], ROLES.index(role)))
        apart.discard(smallest)
        together.add(smallest)
    groups: list[set[str]] = [{role} for role in ROLES if role in apart]
    if together:
        groups.append(together)
    return groups if len(groups) >= 2 else None


@settings(deadline=None, max_examples=250)
@given(rows=team, min_group=st.integers(1, 7))
def test_nothing_published_isolates_too_few(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    content = make_content({name: {} for name in ITEMS})
    answers = make_answers(columns_of(rows), [role for role, _ in rows])
    scores = score(content, "all", answers, min_group=min_group)
    for item in scores.items:
        assert all(size == 0 or size >= min_group for size in derived(item)), item
        if item.counts is None:
            assert item == ItemScore(id=item.id, area=item.area, status="suppressed")
        else:
            assert sum(item.counts) == item.n_valid
        if item.groups is not None and item.counts is not None:
            assert len(item.groups) >= 2
            per_group = [group.counts for group in item.groups.values()]
            assert tuple(map(sum, zip(*per_group, strict=True))) == item.counts
            assert all(sum(group.counts) == group.n_valid for group in item.groups.values())


@settings(deadline=None, max_examples=250)
@given(rows=team, min_group=st.integers(1, 7))
def test_groups_are_merged_by_the_rule(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    content = make_content({name: {} for name in ITEMS})
    answers = make_answers(columns_of(rows), [role for role, _ in rows])
    for index, item in enumerate(score(content, "all", answers, min_group=min_group).items):
        if item.status == "suppressed":
            assert item.groups is None
            continue
        valid = [(role, given[index]) for role, given in rows if isinstance(given[index], int)]
        sizes: dict[Role, int] = {role: sum(own == role for own, _ in valid) for role in ROLES}
        expected = merged_by_hand(sizes, min_group)
        if expected is None:
            assert item.groups is None
            continue
        assert item.groups is not None
        assert len(item.groups) == len(expected)
        for (name, group), roles in zip(item.groups.items(), expected, strict=True):
            # What was merged is always `other`: its name must not tell who is in it.
            alone = name != OTHER
            assert roles == {name} if alone else roles.isdisjoint(item.groups)
            own = [given for role, given in valid if role in roles]
            assert group.counts == tuple(own.count(point) for point in (1, 2, 3, 4, 5))


def groups_of(sizes: Mapping[str, int], min_group: int) -> dict[str, int] | None:
    shown = shown_groups(
        {role: np.array([size, 0, 0, 0, 0]) for role, size in sizes.items()}, min_group
    )
    if shown is None:
        return None
    return {name: int(counts.sum()) for name, counts in shown.items()}


@pytest.mark.parametrize(
    ("sizes", "min_group", "expected"),
    [
        ({"parent": 5, "professional": 5}, 5, {"parent": 5, "professional": 5}),
        # Four too few: showing professionals and the total would give parents away.
        ({"parent": 4, "professional": 9}, 5, None),
        # One manager and four parents make five together.
        (
            {"parent": 4, "professional": 9, "management": 1},
            5,
            {"professional": 9, "other": 5},
        ),
        # Others are still too few: the next smallest joins them, large enough or not.
        (
            {"parent": 6, "professional": 9, "management": 2},
            5,
            {"professional": 9, "other": 8},
        ),
        # A tie of large groups: parents come first in the order of the roles.
        (
            {"professional": 6, "parent": 6, "municipality": 1},
            5,
            {"professional": 6, "other": 7},
        ),
        # A tie of small groups: management joins first, and then municipality is still too small.
        (
            {"professional": 8, "parent": 8, "municipality": 3, "management": 3},
            5,
            {"parent": 8, "professional": 8, "other": 6},
        ),
        # A tie that the order settles: after management (3), parent and professional have 4 each.
        (
            {"parent": 4, "professional": 4, "management": 3},
            4,
            {"professional": 4, "other": 7},
        ),
        # Four too small groups that are large enough only together.
        ({"parent": 2, "professional": 2, "management": 2, "municipality": 2}, 5, None),
        # A role of which nobody answers is no group and hides nothing.
        (
            {"parent": 5, "professional": 7, "management": 0},
            5,
            {"parent": 5, "professional": 7},
        ),
        ({"parent": 12}, 5, None),
        ({}, 5, None),
        ({"parent": 0}, 1, None),
        ({"parent": 1, "municipality": 1}, 1, {"parent": 1, "municipality": 1}),
    ],
)
def test_merging_by_hand(
    sizes: dict[str, int], min_group: int, expected: dict[str, int] | None
) -> None:
    shown = groups_of(sizes, min_group)
    assert shown == expected
    if shown is not None and expected is not None:
        assert list(shown) == list(expected)


def test_suppressed_answers_leave_no_trace(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    # The hidden item comes first, and the shares have many steps, so that any use of its answers,
    # if only to put respondents in an order, would move an interval or a stability.
    content = make_content({"hidden": {}, "a": {}, "b": {}, "c": {"area": "p2"}})
    shared: dict[str, list[Given]] = {
        "a": [1 + person * 3 % 5 for person in range(23)],
        "b": [None if person % 4 == 0 else 1 + person * person % 5 for person in range(23)],
        "c": [None if person % 3 == 0 else 1 + person // 5 for person in range(23)],
    }
    one: list[Given] = [1, 1, *[None] * 19, 2, 5]
    other: list[Given] = [None, 4, 5, *[None] * 17, 1, 1, "dont_know"]
    for seed in range(5):
        answers = [make_answers({"hidden": hidden} | shared) for hidden in (one, other)]
        scores = [score(content, "all", own, seed=seed) for own in answers]
        assert scores[0].items[0].status == "suppressed"
        assert scores[0] == scores[1]
        advice = [
            advise(content, own, figures) for own, figures in zip(answers, scores, strict=True)
        ]
        assert advice[0] == advice[1]
