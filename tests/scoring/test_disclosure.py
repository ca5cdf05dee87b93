"""No published figure, and no subtraction of them, is about too few people."""

from collections.abc import Callable, Collection, Mapping
from itertools import combinations, repeat

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.advice import advise
from partnerschap.content import ROLES, Content, Role
from partnerschap.scoring import Answers, ItemScore, Scores, division_of, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None

ITEMS = ("a", "b", "c")
PARENT: Role = "parent"
PROFESSIONAL: Role = "professional"
answer = st.sampled_from([1, 2, 3, 4, 5, 5, 3, "dont_know", "not_applicable", None])
row = st.tuples(st.sampled_from(ROLES), st.tuples(answer, answer, answer))
# Some roles often hold a few people more, so that breakdowns occur as well.
team = st.lists(row, max_size=12).flatmap(
    lambda rows: st.integers(1, 3).map(lambda times: rows * times)
)
Team = list[tuple[Role, tuple[Given, ...]]]


def columns_of(rows: Team) -> dict[str, list[Given]]:
    return {name: [given[index] for _, given in rows] for index, name in enumerate(ITEMS)}


def people_of(rows: Team, roles: Collection[str]) -> int:
    """Count the people of some roles who answered anything at all."""
    return sum(role in roles and any(one is not None for one in given) for role, given in rows)


def sets_told_about(item: ItemScore, scores: Scores) -> list[tuple[frozenset[str], int]]:
    """Give the roles and the number of answers behind whatever can be had by adding and
    subtracting what is published: every group, every union, every complement."""
    if item.n_valid is None:
        return []
    division = scores.division or {}
    sizes = {key: group.n_valid for key, group in (item.groups or {}).items()}
    everybody = frozenset(ROLES)
    found: list[tuple[frozenset[str], int]] = [(everybody, item.n_valid)]
    for length in range(1, len(sizes) + 1):
        for chosen in combinations(sizes, length):
            roles = frozenset(role for key in chosen for role in division[key])
            answers = sum(sizes[key] for key in chosen)
            found += [(roles, answers), (everybody - roles, item.n_valid - answers)]
    return found


@settings(deadline=None, max_examples=400)
@given(rows=team, min_group=st.integers(1, 7))
def test_nothing_published_is_about_too_few(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    content = make_content({name: {} for name in ITEMS})
    answers = make_answers(columns_of(rows), [role for role, _ in rows])
    scores = score(content, "all", answers, min_group=min_group)
    for item in scores.items:
        for roles, size in sets_told_about(item, scores):
            assert size == 0 or size >= min_group, item
            assert size == 0 or people_of(rows, roles) >= size, item
        if item.counts is None:
            assert item == ItemScore(id=item.id, area=item.area, status="suppressed")
        else:
            assert sum(item.counts) == item.n_valid
        if item.groups is not None and item.counts is not None:
            assert list(item.groups) == list(scores.division or {})
            assert len(item.groups) >= 2
            per_group = [group.counts for group in item.groups.values()]
            assert tuple(map(sum, zip(*per_group, strict=True))) == item.counts
            assert all(sum(group.counts) == group.n_valid for group in item.groups.values())


@settings(deadline=None, max_examples=400)
@given(rows=team, min_group=st.integers(1, 7))
def test_who_does_not_know_is_one_of_enough(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    content = make_content({name: {} for name in ITEMS})
    answers = make_answers(columns_of(rows), [role for role, _ in rows])
    scores = score(content, "all", answers, min_group=min_group)
    division = scores.division or {}
    for index, item in enumerate(scores.items):
        if not item.dont_know and not item.not_applicable and item.status != "unknown":
            continue
        # Of everybody who answered this item, and, where groups stand apart, in every set of
        # groups that it can be narrowed down to: those that do not answer to the last person.
        answered = [(role, given[index]) for role, given in rows if given[index] is not None]
        assert len(answered) >= min_group, item
        if item.groups is not None:
            sizes = {key: people_of(rows, roles) for key, roles in division.items()}
            suspects = [key for key, n in sizes.items() if item.groups[key].n_valid < n]
            assert suspects
            assert all(sizes[key] >= min_group for key in suspects)


def divided_by_hand(sizes: Mapping[str, int], min_group: int) -> list[list[str]] | None:
    """Return the groups of a round by the words of the rule."""
    team = ("professional", "management", "municipality")
    for merged in (
        (("professional",), ("management",), ("municipality",)),
        (("professional",), ("management", "municipality")),
        (("professional", "management"), ("municipality",)),
        (team,),
    ):
        groups = [list(group) for group in (("parent",), *merged)]
        large = [sum(sizes.get(role, 0) for role in group) for group in groups]
        if all(size == 0 or size >= min_group for size in large):
            there = [group for group, size in zip(groups, large, strict=True) if size]
            return there if len(there) > 1 else None
    return None


@settings(deadline=None, max_examples=250)
@given(rows=team, min_group=st.integers(1, 7))
def test_a_round_is_divided_by_the_rule(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    content = make_content({name: {} for name in ITEMS})
    answers = make_answers(columns_of(rows), [role for role, _ in rows])
    scores = score(content, "all", answers, min_group=min_group)
    there = [role for role, given in rows if any(one is not None for one in given)]
    expected = divided_by_hand({role: there.count(role) for role in ROLES}, min_group)
    if expected is None:
        assert scores.division is None
        assert all(item.groups is None for item in scores.items)
        return
    assert scores.division == {"+".join(group): tuple(group) for group in expected}
    for index, item in enumerate(scores.items):
        valid = {
            "+".join(group): [
                given[index]
                for role, given in rows
                if role in group and isinstance(given[index], int)
            ]
            for group in expected
        }
        if any(len(own) < min_group for own in valid.values()):
            assert item.groups is None
            continue
        assert item.groups is not None
        for key, own in valid.items():
            assert item.groups[key].counts == tuple(own.count(point) for point in range(1, 6))


def groups_of(sizes: Mapping[Role, int], min_group: int) -> list[str] | None:
    roles: list[Role] = [role for role, size in sizes.items() for _ in range(size)]
    found = division_of(roles, np.full((len(roles), 1), 3, dtype=np.int8), min_group)
    return None if found is None else list(found)


@pytest.mark.parametrize(
    ("sizes", "min_group", "expected"),
    [
        ({"parent": 5, "professional": 5}, 5, ["parent", "professional"]),
        # Four parents are too few, and are merged with nobody.
        ({"parent": 4, "professional": 9}, 5, None),
        ({"parent": 4, "professional": 9, "management": 1}, 5, None),
        # One manager is of the team, and parents stay apart.
        (
            {"parent": 5, "professional": 5, "management": 1},
            5,
            ["parent", "professional+management"],
        ),
        (
            {"parent": 6, "professional": 9, "management": 3, "municipality": 3},
            5,
            ["parent", "professional", "management+municipality"],
        ),
        (
            {"parent": 6, "professional": 4, "management": 2, "municipality": 5},
            5,
            ["parent", "professional+management", "municipality"],
        ),
        (
            {"parent": 6, "professional": 2, "management": 2, "municipality": 2},
            5,
            ["parent", "professional+management+municipality"],
        ),
        # Professionals are enough by themselves, but one of the municipality is not.
        (
            {"parent": 6, "professional": 8, "municipality": 1},
            5,
            ["parent", "professional+management+municipality"],
        ),
        ({"professional": 6, "management": 6}, 5, ["professional", "management"]),
        # One group is left: there is nothing to compare.
        ({"professional": 6, "management": 2}, 5, None),
        ({"parent": 12}, 5, None),
        ({"parent": 6, "professional": 4}, 5, None),
        ({}, 5, None),
        ({"parent": 1, "municipality": 1}, 1, ["parent", "municipality"]),
    ],
)
def test_dividing_by_hand(
    sizes: dict[Role, int], min_group: int, expected: list[str] | None
) -> None:
    assert groups_of(sizes, min_group) == expected


def test_any_answer_makes_a_respondent(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    # Five of each take part; of one parent and one professional all that is known is that.
    columns: dict[str, list[Given]] = {
        "a": [2, 2, 2, 2, "dont_know", 3, 3, 3, 3, 3],
        "b": [2, 2, 2, 2, 2, 3, 3, 3, 3, None],
        "c": [*[None] * 9, "not_applicable"],
    }
    roles: list[Role] = [*repeat(PARENT, 5), *repeat(PROFESSIONAL, 5)]
    scores = score(make_content({"a": {}, "b": {}, "c": {}}), "all", make_answers(columns, roles))
    assert list(scores.division or {}) == ["parent", "professional"]
    # And each item has one answer too few of one of them.
    assert [item.groups for item in scores.items] == [None, None, None]
    silent = make_answers(columns | {"c": [None] * 10, "b": [2] * 5 + [None] * 5}, roles)
    assert score(make_content({"b": {}}), "all", silent).division is None


def test_a_single_manager_who_does_not_know_stays_one_of_the_team(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    # The first edition compared parents with professionals where the manager did not answer, and
    # merged parents and manager elsewhere, so that the one unknown answer was the manager's.
    roles: list[Role] = [*repeat(PARENT, 5), *repeat(PROFESSIONAL, 5), "management"]
    columns: dict[str, list[Given]] = {"a": [3] * 10 + ["dont_know"], "b": [3] * 11}
    scores = score(make_content({"a": {}, "b": {}}), "all", make_answers(columns, roles))
    for item in scores.items:
        assert list(item.groups or {}) == ["parent", "professional+management"]
    # Asked of nobody else, nothing is said of it at all.
    alone = make_answers({"a": [None] * 10 + ["dont_know"], "b": [3] * 11}, roles)
    (hidden, _) = score(make_content({"a": {}, "b": {}}), "all", alone).items
    assert hidden == ItemScore(id="a", area="p1", status="suppressed")
    alone = make_answers({"a": [None] * 10 + ["not_applicable"], "b": [3] * 11}, roles)
    (unfit, _) = score(make_content({"a": {}, "b": {}}), "all", alone).items
    assert unfit == hidden


@settings(deadline=None, max_examples=200)
@given(
    team_of=st.tuples(st.integers(1, 12), st.integers(1, 6), st.integers(1, 7)),
    kinds=st.tuples(*[st.sampled_from([1, 4, "dont_know", "not_applicable"])] * 2),
)
def test_what_few_people_answer_is_told_of_no_kind(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    team_of: tuple[int, int, int],
    kinds: tuple[Given, Given],
) -> None:
    """Fewer than the smallest group, and nobody else: an answer, unknown or unfit look the same."""
    people, few, min_group = team_of
    few = min(few, people, min_group - 1)
    content = make_content({"a": {}, "b": {}})
    told = []
    for kind in kinds:
        column: list[Given] = [kind] * few + [None] * (people - few)
        answers = make_answers({"a": column, "b": [3] * people})
        told.append(score(content, "all", answers, min_group=min_group))
    if few:
        assert told[0] == told[1]
        assert told[0].items[0] == ItemScore(id="a", area="p1", status="suppressed")


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
