"""The figures of one item, counted again from the list of answers."""

from collections.abc import Callable
from dataclasses import fields
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.content import Content
from partnerschap.scoring import Answers, ItemScore, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None

given_answers = st.lists(
    st.sampled_from([1, 2, 3, 4, 5, 4, 5, "dont_know", "not_applicable", None]), max_size=25
)


def score_one(
    make_content: MakeContent, make_answers: MakeAnswers, column: list[Given], min_group: int = 1
) -> ItemScore:
    answers = make_answers({"i": column})
    return score(make_content({"i": {}}), "all", answers, min_group=min_group).items[0]


def expected_status(column: list[Given], min_group: int) -> str:
    n_valid = sum(isinstance(answer, int) for answer in column)
    dont_know = column.count("dont_know")
    # Few answers of one kind alone: it is not told of which kind they are.
    if 0 < (n_valid or dont_know or column.count("not_applicable")) < min_group:
        return "suppressed"
    if dont_know > 0 and Fraction(dont_know, n_valid + dont_know) >= Fraction(1, 4):
        return "unknown"
    return "scored" if n_valid else "empty"


@settings(deadline=None, max_examples=200)
@given(column=given_answers)
def test_figures_equal_a_count_by_hand(
    make_content: MakeContent, make_answers: MakeAnswers, column: list[Given]
) -> None:
    item = score_one(make_content, make_answers, column)
    valid = [answer for answer in column if isinstance(answer, int)]
    n = len(valid)
    assert item.n_valid == n
    assert item.dont_know == column.count("dont_know")
    assert item.not_applicable == column.count("not_applicable")
    assert item.counts == tuple(valid.count(point) for point in (1, 2, 3, 4, 5))
    if not valid:
        figures = (item.median, item.share, item.share_interval, item.need)
        assert figures == (None,) * 4
        assert (item.agreement, item.agreement_class, item.groups) == (None,) * 3
        return
    assert item.median == median(valid)
    assert item.share == pytest.approx(sum(answer >= 4 for answer in valid) / n, abs=1e-9)
    assert item.need == pytest.approx(sum((5 - answer) / 4 for answer in valid) / n, abs=1e-9)
    # The same need in its other words: over the four cut points, the share that stays below.
    short = [sum(answer < cut for answer in valid) / n for cut in (2, 3, 4, 5)]
    assert item.need == pytest.approx(sum(short) / 4, abs=1e-9)


@settings(deadline=None, max_examples=200)
@given(column=given_answers, min_group=st.integers(1, 7))
def test_status_follows_its_definition(
    make_content: MakeContent, make_answers: MakeAnswers, column: list[Given], min_group: int
) -> None:
    item = score_one(make_content, make_answers, column, min_group)
    assert item.status == expected_status(column, min_group)


DONT_KNOW: Given = "dont_know"
NOT_APPLICABLE: Given = "not_applicable"


@pytest.mark.parametrize(
    ("column", "min_group", "expected"),
    [
        ([4] * 6 + [DONT_KNOW] * 2, 5, "unknown"),  # 2/8: the border itself
        ([4] * 7 + [DONT_KNOW] * 2, 5, "scored"),  # 2/9
        ([4] * 3 + [DONT_KNOW], 3, "unknown"),  # 1/4
        ([4] * 3 + [DONT_KNOW] + [NOT_APPLICABLE] * 9 + [None] * 9, 3, "unknown"),
        ([4] * 75 + [DONT_KNOW] * 25, 5, "unknown"),
        ([4] * 76 + [DONT_KNOW] * 25, 5, "scored"),
        ([4] * 4 + [DONT_KNOW] * 4, 5, "suppressed"),  # before unknown
        ([4] * 4, 5, "suppressed"),
        ([4] * 5, 5, "scored"),
        ([4], 1, "scored"),
        ([DONT_KNOW] * 4 + [None] * 8, 5, "suppressed"),  # four people, whatever they say
        ([DONT_KNOW] * 5, 5, "unknown"),
        ([DONT_KNOW, NOT_APPLICABLE, None], 1, "unknown"),
        ([NOT_APPLICABLE] * 8, 5, "empty"),
        ([NOT_APPLICABLE] * 4 + [None] * 4, 5, "suppressed"),
        ([NOT_APPLICABLE], 1, "empty"),
        ([None] * 8, 5, "empty"),
        ([], 5, "empty"),
    ],
)
def test_status_at_its_borders(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    column: list[Given],
    min_group: int,
    expected: str,
) -> None:
    assert score_one(make_content, make_answers, column, min_group).status == expected


def test_suppressed_item_shows_nothing_but_its_status(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    column: list[Given] = [1, 2, 5, 5, "dont_know", "not_applicable"]
    item = score_one(make_content, make_answers, column, 5)
    shown = {
        field.name: value
        for field in fields(item)
        if (value := getattr(item, field.name)) is not None
    }
    assert shown == {"id": "i", "area": "p1", "status": "suppressed"}


def test_unknown_item_is_counted_but_not_scored(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    answers = make_answers({"i": [5, 5, 5, 5, 5, 5, "dont_know", "dont_know"]})
    scores = score(make_content({"i": {}}), "all", answers)
    assert (scores.items[0].n_valid, scores.items[0].dont_know) == (6, 2)
    assert scores.scored == ()
    assert scores.areas[0].share is None


def test_median_between_two_points(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    assert score_one(make_content, make_answers, [2, 2, 3, 5]).median == 2.5


def test_need_and_share_of_an_example(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    item = score_one(make_content, make_answers, [1, 3, 4, 5, 5, None, "not_applicable"])
    assert item.share == pytest.approx(3 / 5, abs=1e-9)
    assert item.need == pytest.approx((4 + 2 + 1) / (4 * 5), abs=1e-9)


def test_min_group_is_at_least_one(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    with pytest.raises(ValueError, match="min_group"):
        score(make_content({"i": {}}), "all", make_answers({"i": [3]}), min_group=0)


def test_instrument_must_exist(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    with pytest.raises(KeyError):
        score(make_content({"i": {}}), "absent", make_answers({"i": [3]}))


def test_instrument_chooses_items_in_content_order(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content(
        {
            "late": {"area": "vision", "core": True},
            "b": {"area": "p2"},
            "a": {"area": "p1", "core": True},
        }
    )
    answers = make_answers({"a": [1], "late": [2], "b": [3]})
    of = {
        name: [item.id for item in score(content, name, answers, min_group=1).items]
        for name in ("all", "partnerships", "core")
    }
    assert of == {"all": ["late", "b", "a"], "partnerships": ["b", "a"], "core": ["late", "a"]}


def test_item_that_was_not_asked_is_empty(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({"i": {}, "j": {}})
    scores = score(content, "all", make_answers({"j": [3] * 5}))
    assert [item.status for item in scores.items] == ["empty", "scored"]
    assert scores.respondents == 5
    assert (scores.instrument, scores.content_version) == ("all", "synthetic")
    assert (scores.min_group, scores.seed) == (5, 0)
