"""Van der Eijk's A and Cliff's delta against published values and slow calculations."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings, strategies as st

from partnerschap.content import Content
from partnerschap.scoring import Answers, agreement, cliffs_delta, score

counts_of = st.integers(3, 8).flatmap(
    lambda k: st.lists(st.integers(0, 12), min_size=k, max_size=k)
)
five_counts = st.lists(st.integers(0, 9), min_size=5, max_size=5)


def slow_agreement(counts: Sequence[int]) -> Fraction:
    """A in fractions: a layer for each level at which the outline of the bar chart changes."""
    k, n = len(counts), sum(counts)
    total, previous = Fraction(0), 0
    for level in sorted({count for count in counts if count > 0}):
        pattern = "".join("1" if count >= level else "0" for count in counts)
        ones = pattern.count("1")
        weight = Fraction((level - previous) * ones, n)
        previous = level
        tu = tdu = 0
        for i in range(k):
            for j in range(i + 1, k):
                for m in range(j + 1, k):
                    shape = pattern[i] + pattern[j] + pattern[m]
                    tu += shape in ("110", "011")
                    tdu += shape == "101"
        if ones == 1:
            layer = Fraction(1)
        elif tu + tdu == 0:
            layer = Fraction(0)
        else:
            u = Fraction((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu))
            layer = u * (1 - Fraction(ones - 1, k - 1))
        total += weight * layer
    return total


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([4, 0, 0, 0, 4], -1),
        ([2, 2, 2, 2, 2], 0),
        ([0, 1, 2, 4, 1], 0.5625),
        ([0, 4, 0, 4, 0], 1 / 6),
        ([0, 0, 7, 0, 0], 1),
        ([0, 0, 0, 0, 1], 1),
        ([0, 0, 3, 3, 0], 0.75),  # one layer, S = 2, U = 1: 1 - 1/4
        ([0, 3, 3, 3, 0], 0.5),  # one layer, S = 3, U = 1: 1 - 2/4
    ],
)
def test_agreement_gives_the_check_values(counts: list[int], expected: float) -> None:
    assert agreement(counts) == pytest.approx(expected, abs=1e-9)


def test_agreement_gives_the_example_of_agrmt() -> None:
    counts = [30, 40, 210, 130, 530, 50, 10]
    assert agreement(counts) == pytest.approx(0.61133, abs=5e-6)
    # By hand, K = 7, n = 1000, a layer a line: weight (rise times ones) times A.
    by_hand = (
        0.07 * 0  # 1111111, no triplets
        + 0.12 * (1 - 5 / 6)  # 1111110
        + 0.05 * (1 - 4 / 6)  # 0111110
        + 0.04 * (1 - 3 / 6)  # 0011110
        + 0.24 * (1 - 2 / 6)  # 0011100
        + 0.16 * (5 * 4 - 6 * 1) / (5 * 5) * (1 - 1 / 6)  # 0010100: TU 4, TDU 1
        + 0.32 * 1  # 0000100
    )
    assert agreement(counts) == pytest.approx(by_hand, abs=1e-9)


@settings(deadline=None, max_examples=300)
@given(counts_of)
def test_agreement_equals_a_slow_calculation(counts: list[int]) -> None:
    assume(sum(counts) > 0)
    assert agreement(counts) == pytest.approx(float(slow_agreement(counts)), abs=1e-9)


@settings(deadline=None)
@given(counts_of, st.integers(2, 7))
def test_agreement_depends_on_shape_only(counts: list[int], times: int) -> None:
    assume(sum(counts) > 0)
    value = agreement(counts)
    assert -1 <= value <= 1
    assert agreement(counts[::-1]) == value
    assert agreement([times * count for count in counts]) == value


def test_agreement_needs_an_answer() -> None:
    with pytest.raises(ValueError, match="at least one"):
        agreement([0, 0, 0, 0, 0])


def class_of(
    make_content: Callable[..., Content], make_answers: Callable[..., Answers], counts: list[int]
) -> str | None:
    column = [point for point, count in enumerate(counts, start=1) for _ in range(count)]
    answers = make_answers({"i": column})
    return score(make_content({"i": {}}), "all", answers, min_group=1).items[0].agreement_class


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # 01111 (A 1/4) weighs 4/7, 00011 (3/4) 2/7, 00001 (1) 1/7: 1/7 + 3/14 + 1/7 = 1/2.
        ([0, 1, 1, 2, 3], "agree"),
        # 11101 (U -1/6, A -1/24) weighs 8/11, 01101 (U 2/9, A 1/9) 3/11: -1/33 + 1/33 = 0.
        ([2, 3, 3, 0, 3], "spread"),
        ([4, 0, 0, 0, 4], "two_camps"),
        ([2, 2, 2, 2, 2], "spread"),
        ([0, 1, 2, 4, 1], "agree"),
        ([0, 4, 0, 4, 0], "spread"),
    ],
)
def test_class_keeps_its_borders(
    make_content: Callable[..., Content],
    make_answers: Callable[..., Answers],
    counts: list[int],
    expected: str,
) -> None:
    assert class_of(make_content, make_answers, counts) == expected


@settings(deadline=None, max_examples=150)
@given(counts=five_counts)
def test_class_follows_the_exact_value(
    make_content: Callable[..., Content], make_answers: Callable[..., Answers], counts: list[int]
) -> None:
    assume(sum(counts) > 2)
    exact = slow_agreement(counts)
    camps = "two_camps" if exact < 0 else "spread"
    expected = "agree" if exact >= Fraction(1, 2) else camps
    assert class_of(make_content, make_answers, counts) == expected


@pytest.mark.parametrize(("n", "known"), [(1, False), (2, False), (3, True)])
def test_agreement_is_given_from_three_answers(
    make_content: Callable[..., Content],
    make_answers: Callable[..., Answers],
    n: int,
    known: bool,
) -> None:
    answers = make_answers({"i": [4] * n + [None, "not_applicable"]})
    item = score(make_content({"i": {}}), "all", answers, min_group=1).items[0]
    assert (item.agreement, item.agreement_class) == ((1, "agree") if known else (None, None))


@settings(deadline=None)
@given(five_counts, five_counts)
def test_cliffs_delta_compares_every_pair(first: list[int], second: list[int]) -> None:
    assume(sum(first) > 0 and sum(second) > 0)
    xs = [point for point, count in enumerate(first) for _ in range(count)]
    ys = [point for point, count in enumerate(second) for _ in range(count)]
    above = sum(x > y for x in xs for y in ys)
    below = sum(x < y for x in xs for y in ys)
    expected = (above - below) / (len(xs) * len(ys))
    assert cliffs_delta(first, second) == pytest.approx(expected, abs=1e-9)
    assert cliffs_delta(second, first) == pytest.approx(-expected, abs=1e-9)


def test_cliffs_delta_at_its_ends() -> None:
    assert cliffs_delta([0, 0, 0, 0, 3], [2, 0, 0, 0, 0]) == 1
    assert cliffs_delta([2, 0, 0, 0, 0], [0, 1, 0, 0, 0]) == -1
    assert cliffs_delta([1, 2, 3, 2, 1], [1, 2, 3, 2, 1]) == 0


@pytest.mark.parametrize(("first", "second"), [([0] * 5, [1] * 5), ([1] * 5, [0] * 5)])
def test_cliffs_delta_needs_answers_on_both_sides(first: list[int], second: list[int]) -> None:
    with pytest.raises(ValueError, match="both sides"):
        cliffs_delta(first, second)
