"""Wilson's interval and the bootstrap of persons."""

from collections.abc import Callable
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.content import Content
from partnerschap.scoring import Answers, score, wilson

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None

Z = 1.959964


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [  # R. G. Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_published_values(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_wilson_at_the_ends_and_in_the_middle() -> None:
    # x = 0 leaves p = z2/(n + z2); x = n is its mirror; x = n/2 is 1/2 -+ z/(2 sqrt(n + z2)).
    bound = Z**2 / (10 + Z**2)
    assert wilson(0, 10) == pytest.approx((0, bound), abs=1e-9)
    assert wilson(10, 10) == pytest.approx((1 - bound, 1), abs=1e-9)
    half = Z / (2 * sqrt(10 + Z**2))
    assert wilson(5, 10) == pytest.approx((0.5 - half, 0.5 + half), abs=1e-9)
    assert wilson(0, 1) == pytest.approx((0, Z**2 / (1 + Z**2)), abs=1e-9)


@settings(deadline=None, max_examples=200)
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_solves_its_equation(pair: tuple[int, int]) -> None:
    successes, n = pair
    share = successes / n
    # The bounds are the p with (share - p)^2 = z^2 p (1 - p)/n.
    a, b, c = 1 + Z**2 / n, -(2 * share + Z**2 / n), share**2
    root = sqrt(max(b * b - 4 * a * c, 0))
    low, high = wilson(successes, n)
    assert (low, high) == pytest.approx(((-b - root) / (2 * a), (-b + root) / (2 * a)), abs=1e-9)
    assert 0 <= low <= share <= high <= 1


def test_item_carries_the_interval_of_its_share(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    answers = make_answers({"i": [5, 4, 3, 3, 1, None, "dont_know"]})
    item = score(make_content({"i": {}}), "all", answers).items[0]
    z2 = Z**2
    half = Z * sqrt(0.4 * 0.6 / 5 + z2 / 100) / (1 + z2 / 5)
    centre = (0.4 + z2 / 10) / (1 + z2 / 5)
    assert item.share_interval == pytest.approx((centre - half, centre + half), abs=1e-9)


def area_interval(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    columns: dict[str, list[Given]],
    seed: int = 0,
) -> tuple[float, float] | None:
    content = make_content({item_id: {} for item_id in columns})
    scores = score(content, "all", make_answers(columns), min_group=1, seed=seed)
    return scores.areas[0].interval


@pytest.mark.parametrize("n", [0, 1, 4])
def test_no_interval_below_five_persons(
    make_content: MakeContent, make_answers: MakeAnswers, n: int
) -> None:
    column: list[Given] = [5, 1, 4, 2]
    assert area_interval(make_content, make_answers, {"i": column[:n], "j": column[:n]}) is None


def test_who_answers_nothing_is_no_person_of_an_interval(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    extras: list[Given] = [None, "dont_know", "not_applicable"]
    assert area_interval(make_content, make_answers, {"i": [5, 1, 4, 2, *extras]}) is None
    assert area_interval(make_content, make_answers, {"i": [5, 1, 4, 2, 3]}) is not None
    # Five persons in all, each of whom answers one of the two items.
    columns: dict[str, list[Given]] = {"i": [5, 1, 4, None, None], "j": [None, None, None, 2, 3]}
    assert area_interval(make_content, make_answers, columns) is not None


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_same_answers_from_all_give_a_point(
    make_content: MakeContent, make_answers: MakeAnswers, seed: int
) -> None:
    # Whoever is drawn, the draw is the same: no spread is left.
    columns: dict[str, list[Given]] = {"i": [5] * 6, "j": [4] * 6, "k": [3] * 6, "m": [1] * 6}
    assert area_interval(make_content, make_answers, columns, seed) == (0.5, 0.5)
    assert area_interval(make_content, make_answers, {"i": [5] * 5}, seed) == (1.0, 1.0)
    assert area_interval(make_content, make_answers, {"i": [1] * 5}, seed) == (0.0, 0.0)


@pytest.mark.parametrize("seed", range(5))
def test_interval_of_one_item_is_binomial(
    make_content: MakeContent, make_answers: MakeAnswers, seed: int
) -> None:
    # Ten persons, five in place: a draw has Binomial(10, 1/2) in place, P(X <= 1) = 0.0107 and
    # P(X <= 2) = 0.0547, both more than four standard errors of 1,000 draws away from 0.025
    # (0.0033 and 0.0072): the percentile is 2/10, and by symmetry the other one 8/10.
    column: list[Given] = [5, 5, 5, 5, 5, 1, 1, 1, 1, 1]
    interval = area_interval(make_content, make_answers, {"i": column}, seed)
    assert interval == pytest.approx((0.2, 0.8), abs=1e-9)


def slow_bootstrap(table: list[list[int | None]], draws: int) -> list[float]:
    """Area share of each draw; one row a person."""
    rng = np.random.default_rng(987_654_321)
    found = []
    for _ in range(draws):
        drawn = [table[int(person)] for person in rng.integers(0, len(table), len(table))]
        shares = []
        for item in range(len(table[0])):
            valid = [answer for row in drawn if (answer := row[item]) is not None]
            if valid:
                shares.append(sum(answer >= 4 for answer in valid) / len(valid))
        if shares:
            found.append(sum(shares) / len(shares))
    return found


@pytest.mark.parametrize(
    "table",
    [
        # Answers of one person go together: drawing single answers would halve this interval.
        [[5, 5, 5, 5]] * 8 + [[1, 1, 1, 1]] * 6,
        [[5, 4, 1], [2, 4, 5], [1, 1, 3], [4, 4, 4], [3, 5, 2], [5, 1, 1], [4, 2, 4]],
        [[5, None], [4, 1], [None, 2], [3, 5], [2, None], [5, 4], [None, 4], [1, 3], [4, 4]],
    ],
)
def test_interval_agrees_with_a_slow_bootstrap(
    make_content: MakeContent, make_answers: MakeAnswers, table: list[list[int | None]]
) -> None:
    columns = {f"i{number}": list(column) for number, column in enumerate(zip(*table, strict=True))}
    interval = area_interval(make_content, make_answers, columns)
    assert interval is not None
    low, high = interval
    slow = slow_bootstrap(table, 4_000)
    # The rank of a percentile of 1,000 draws has a standard error of sqrt(0.025*0.975/1000) =
    # 0.0049, with those of 4,000 beside it 0.0055: four of them are 0.022. Shares come in steps,
    # so a bound lies between "strictly below" and "up to and including".
    tolerance, rounding = 0.022, 1e-9
    assert np.mean([share < low - rounding for share in slow]) <= 0.025 + tolerance
    assert np.mean([share <= low + rounding for share in slow]) >= 0.025 - tolerance
    assert np.mean([share > high + rounding for share in slow]) <= 0.025 + tolerance
    assert np.mean([share >= high - rounding for share in slow]) >= 0.025 - tolerance
