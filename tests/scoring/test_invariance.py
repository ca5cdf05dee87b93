"""What must not matter: order, who stayed silent, and the moment of calculation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings, strategies as st

from partnerschap.content import ROLES, Content, Role
from partnerschap.scoring import Answers, Scores, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Team = list[tuple[Role, tuple[Given, ...]]]

ITEMS = ("a", "b", "c", "d")
FIELDS = {
    "a": {"area": "p1", "source": ["T1"]},
    "b": {"area": "p2", "source": ["T1", "T2"]},
    "c": {"area": "p1", "source": ["T2"]},
    "d": {"area": "vision", "source": ["T3"]},
}
answer = st.sampled_from([1, 2, 3, 4, 5, 5, 4, 2, 1, "dont_know", "not_applicable", None])
team = st.lists(
    st.tuples(st.sampled_from(ROLES), st.tuples(answer, answer, answer, answer)), max_size=14
)
thresholds = st.sampled_from([1, 3, 5])


def score_team(content: Content, make_answers: MakeAnswers, rows: Team, **options: Any) -> Scores:
    columns = {name: [given[index] for _, given in rows] for index, name in enumerate(ITEMS)}
    return score(content, "all", make_answers(columns, [role for role, _ in rows]), **options)


@settings(deadline=None, max_examples=60)
@given(rows=team, min_group=thresholds, seed=st.integers(0, 2**32), data=st.data())
def test_order_of_rows_and_columns_does_not_matter(  # noqa: PLR0913, PLR0917 - drawn values
    make_content: MakeContent,
    make_answers: MakeAnswers,
    rows: Team,
    min_group: int,
    seed: int,
    data: st.DataObject,
) -> None:
    content = make_content(FIELDS)
    scores = score_team(content, make_answers, rows, min_group=min_group, seed=seed)
    shuffled = data.draw(st.permutations(rows))
    names = data.draw(st.permutations(["elsewhere", *ITEMS]))
    # A column of another instrument may stand in between.
    columns: dict[str, list[Given]] = {
        name: [3 if name == "elsewhere" else given[ITEMS.index(name)] for _, given in shuffled]
        for name in names
    }
    answers = make_answers(columns, [role for role, _ in shuffled])
    assert score(content, "all", answers, min_group=min_group, seed=seed) == scores


@settings(deadline=None, max_examples=30)
@given(rows=team, seeds=st.lists(st.integers(0, 999), min_size=2, max_size=2, unique=True))
def test_seed_touches_intervals_alone(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, seeds: list[int]
) -> None:
    content = make_content(FIELDS)
    one, again, other = (
        score_team(content, make_answers, rows, seed=seed) for seed in (seeds[0], *seeds)
    )
    assert one == again
    without = [
        replace(scores, seed=0, areas=tuple(replace(area, interval=None) for area in scores.areas))
        for scores in (one, other)
    ]
    assert without[0] == without[1]


def test_seeds_differ(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    # Thirty persons with mixed answers to four items: many different draws, so that five seeds
    # with one and the same interval would mean that the seed is not used.
    rows: Team = [
        ("parent", (1 + i % 5, 1 + i * 2 % 5, 1 + i * i % 5, 1 + i // 3 % 5)) for i in range(30)
    ]
    content = make_content(FIELDS)
    found = {score_team(content, make_answers, rows, seed=seed).areas for seed in range(5)}
    assert len(found) > 1


silent_row = st.tuples(st.sampled_from(ROLES), st.just((None, None, None, None)))


def without_groups(scores: Scores) -> Scores:
    """Leave out what may differ when people of a group answer that an item does not apply.

    They are respondents like others, so that a group may be large enough with them.
    """
    items = tuple(
        replace(item, not_applicable=None, groups=None, difference=None, difference_p=None)
        for item in scores.items
    )
    items = tuple(replace(item, situation=None) for item in items)
    return replace(scores, respondents=0, items=items, division=None)


@settings(deadline=None, max_examples=60)
@given(rows=team, silent=st.lists(silent_row, max_size=6), min_group=thresholds)
def test_silent_people_change_no_figure(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    rows: Team,
    silent: Team,
    min_group: int,
) -> None:
    content = make_content(FIELDS)
    scores = score_team(content, make_answers, rows, min_group=min_group)
    more = score_team(content, make_answers, [*silent, *rows], min_group=min_group)
    assert replace(more, respondents=len(rows)) == scores
    assert more.respondents == len(rows) + len(silent)


def _is_counted(answer: object) -> bool:
    return answer not in {None, "not_applicable"}


@settings(deadline=None, max_examples=60)
@given(rows=team, min_group=thresholds)
def test_not_applicable_counts_as_little_as_a_blank(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    # That few people answered is told, and that nobody did; neither is a figure.
    columns = zip(*(given for _, given in rows), strict=True)
    unfit = (column for column in columns if not any(map(_is_counted, column)))
    assume(not any(0 < column.count("not_applicable") < min_group for column in unfit))
    content = make_content(FIELDS)
    blanked: Team = [
        (role, tuple(None if one == "not_applicable" else one for one in given))
        for role, given in rows
    ]
    scores = score_team(content, make_answers, rows, min_group=min_group)
    assert without_groups(
        score_team(content, make_answers, blanked, min_group=min_group)
    ) == without_groups(scores)


SHOWN_OF_NOTHING: dict[str, Any] = {
    "status": "suppressed", "n_valid": None, "dont_know": None, "counts": None,
}  # fmt: skip
"""What is left of an item that nobody rated and that a few people do not know."""


@settings(deadline=None, max_examples=60)
@given(rows=team, min_group=thresholds)
def test_dont_know_touches_status_alone(
    make_content: MakeContent, make_answers: MakeAnswers, rows: Team, min_group: int
) -> None:
    content = make_content(FIELDS)
    blanked: Team = [
        (role, tuple(None if one == "dont_know" else one for one in given)) for role, given in rows
    ]
    scores = without_groups(score_team(content, make_answers, rows, min_group=min_group))
    plain = without_groups(score_team(content, make_answers, blanked, min_group=min_group))
    for known, item in zip(scores.items, plain.items, strict=True):
        expected = replace(item, status=known.status, dont_know=known.dont_know)
        if "suppressed" in {item.status, known.status}:
            assert known == replace(item, **SHOWN_OF_NOTHING if item.status == "empty" else {})
        else:
            assert known == expected
