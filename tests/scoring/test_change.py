"""Two rounds of a team set side by side."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from numpy.typing import NDArray

from partnerschap.content import Content
from partnerschap.scoring import (
    Answers,
    AreaChange,
    Scores,
    area_changes,
    area_spreads,
    score,
)

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Columns = dict[str, Sequence[Any]]
Measured = tuple[Scores, dict[str, tuple[float, ...]]]
Measure = Callable[..., Measured]


@pytest.fixture(scope="module")
def measure(make_content: MakeContent, make_answers: MakeAnswers) -> Measure:
    """Score one round; items a, b (area p1) and c (area p2)."""
    content = make_content({"a": {}, "b": {}, "c": {"area": "p2"}})

    def measures(columns: Columns, min_group: int = 3, seed: int = 0) -> Measured:
        answers = make_answers(columns)
        scores = score(content, "all", answers, min_group=min_group, seed=seed)
        return scores, area_spreads(content, "all", answers, scores)

    return measures


def changes(before: Measured, after: Measured) -> dict[str, AreaChange]:
    found = area_changes(before[0], after[0], before[1], after[1])
    return {one.id: one for one in found}


MIXED: Columns = {
    "a": [5, 4, 1, 2, 5, 3, 4, 1, 5, 2],
    "b": [4, 4, 2, 1, None, "dont_know", 5, 2, 5, 3],
    "c": [1, 5, 3, 4, 4, 2, 1, 5, 4, 2],
}


def test_equal_rounds_show_no_change(measure: Measure) -> None:
    for area in changes(measure(MIXED), measure(MIXED)).values():
        if area.before.share is None:
            continue
        assert area.difference == 0
        assert area.direction is None
        assert area.interval is not None
        low, high = area.interval
        # The same quantiles on both sides: every difference occurs with its mirror.
        assert low == pytest.approx(-high, abs=1e-12)
        assert low < 0 < high


def test_what_nobody_did_and_everybody_does_now_is_a_change(measure: Measure) -> None:
    # Whoever is drawn: first 0, then 1.
    never, always = measure({"a": [1] * 5, "b": [3] * 5}), measure({"a": [5] * 6, "b": [4] * 6})
    change = changes(never, always)["p1"]
    assert (change.difference, change.interval, change.direction) == (1, (1, 1), "up")
    assert (change.before.share, change.after.share) == (0, 1)
    back = changes(always, never)["p1"]
    assert (back.difference, back.interval, back.direction) == (-1, (-1, -1), "down")


def test_what_is_certain_and_the_same_is_no_change(measure: Measure) -> None:
    always = measure({"a": [5] * 5})
    change = changes(always, always)["p1"]
    assert (change.difference, change.interval, change.direction) == (0, (0, 0), None)


def test_the_difference_is_that_of_the_shares(measure: Measure) -> None:
    before = measure({"a": [1, 1, 1, 5, 5], "b": [5, 4, 1, 1, 1]})  # 2/5 and 2/5
    after = measure({"a": [5, 5, 1, 5, 1], "b": [5, 4, 4, 5, 1]})  # 3/5 and 4/5
    change = changes(before, after)["p1"]
    assert change.difference == pytest.approx(0.7 - 0.4, abs=1e-12)
    assert change.direction is None  # five people each: nothing can be said


def test_an_area_without_a_figure_has_no_change(measure: Measure) -> None:
    found = changes(measure({"a": [3] * 5}), measure({"a": [3] * 5, "c": [5] * 5}))
    change = found["p2"]
    assert (change.difference, change.interval, change.direction) == (None, None, None)
    assert (change.before.share, change.after.share) == (None, 1)


@pytest.mark.parametrize(
    "other",
    [
        {"a": [5] * 6},  # b was not answered
        {"a": [5] * 6, "b": [5, 5, None, None, None, None]},  # b is suppressed
        {"a": [5] * 6, "b": [5, 5, 5, 5, "dont_know", "dont_know"]},  # b is unknown: 2/6
    ],
)
def test_rounds_that_scored_other_items_are_not_compared(measure: Measure, other: Columns) -> None:
    both = measure({"a": [1] * 6, "b": [1] * 6})
    for before, after in ((both, measure(other)), (measure(other), both)):
        change = changes(before, after)["p1"]
        assert (change.difference, change.interval, change.direction) == (None, None, None)
        assert {change.before.share, change.after.share} == {0, 1}


def test_fewer_than_five_people_have_a_difference_without_an_interval(measure: Measure) -> None:
    few, many = measure({"a": [1] * 4}), measure({"a": [5] * 9})
    assert few[1] == {}
    change = changes(few, many)["p1"]
    assert (change.difference, change.interval, change.direction) == (1, None, None)


def test_only_areas_of_both_rounds_in_the_order_of_the_later(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({"a": {}, "c": {"area": "p2"}, "v": {"area": "vision"}})
    answers = make_answers({name: [1, 2, 3, 4, 5] for name in ("a", "c", "v")})
    everything, partnerships = (score(content, name, answers) for name in ("all", "partnerships"))
    expected = [area.id for area in content.areas_of("partnerships")]
    for before, after in ((everything, partnerships), (partnerships, everything)):
        assert [one.id for one in area_changes(before, after, {}, {})] == expected


answers_of_a_team = st.integers(5, 14).flatmap(
    lambda n: st.fixed_dictionaries(
        {
            name: st.lists(
                st.sampled_from([1, 2, 3, 4, 4, 5, 5, "dont_know", None]), min_size=n, max_size=n
            )
            for name in ("a", "b", "c")
        }
    )
)


@settings(deadline=None, max_examples=40)
@given(before=answers_of_a_team, after=answers_of_a_team)
def test_swapping_the_rounds_mirrors_the_change(
    measure: Measure, before: Columns, after: Columns
) -> None:
    one, other = measure(before), measure(after)
    there, back = changes(one, other), changes(other, one)
    mirror = {"up": "down", "down": "up", None: None}
    for area, change in there.items():
        swapped = back[area]
        assert (swapped.before, swapped.after) == (change.after, change.before)
        assert swapped.direction == mirror[change.direction]
        if change.difference is None:
            assert swapped.difference is None
        else:
            assert swapped.difference == pytest.approx(-change.difference, abs=1e-12)
        if change.interval is None:
            assert swapped.interval is None
            continue
        assert swapped.interval is not None
        low, high = change.interval
        assert swapped.interval == pytest.approx((-high, -low), abs=1e-12)
        assert -1 <= low <= high <= 1
        # A change is named only where the interval is on one side of 0.
        named = "up" if low > 1e-9 else "down" if high < -1e-9 else None
        assert change.direction == named


@settings(deadline=None, max_examples=40)
@given(columns=answers_of_a_team, data=st.data())
def test_spreads_rise_and_say_nothing_of_the_order(
    measure: Measure, columns: Columns, data: st.DataObject
) -> None:
    scores, spreads = measure(columns)
    assert set(spreads) == {area.id for area in scores.areas if area.interval}
    for area in scores.areas:
        if area.interval is None or area.share is None:
            continue
        spread = spreads[area.id]
        assert len(spread) == 201
        assert list(spread) == sorted(spread)
        assert 0 <= spread[0] <= spread[-1] <= 1
        # The draws of the interval itself: 2.5 % is the fifth step of 200, or within it.
        assert spread[4] - 1e-12 <= area.interval[0] <= spread[6] + 1e-12
        assert spread[194] - 1e-12 <= area.interval[1] <= spread[196] + 1e-12
    order = data.draw(st.permutations(range(len(columns["a"]))))
    shuffled = {name: [column[row] for row in order] for name, column in columns.items()}
    assert measure(shuffled) == (scores, spreads)


def test_hidden_answers_leave_no_trace_in_a_spread(measure: Measure) -> None:
    hidden = [[1, 1, *[None] * 8], [*[None] * 8, 5, 4]]
    one, other = (measure(MIXED | {"b": column}) for column in hidden)
    assert one[0].items[1].status == "suppressed"
    assert one == other


def drawn(rng: np.random.Generator, table: NDArray[np.int64], draws: int) -> NDArray[np.float64]:
    """Area share of each redrawn team, by the words of the method; one row a person."""
    persons = rng.integers(0, len(table), (draws, len(table)))
    return np.asarray((table[persons] >= 4).mean(axis=(1, 2)))


def test_the_interval_is_that_of_two_teams_redrawn_apart(measure: Measure) -> None:
    rng = np.random.default_rng(20_260_302)
    tables = [rng.integers(low, 6, (people, 2)) for low, people in ((1, 23), (2, 31))]
    before, after = (measure({"a": list(t[:, 0]), "b": list(t[:, 1])}) for t in tables)
    change = changes(before, after)["p1"]
    shares = [drawn(rng, table, 30_000) for table in tables]
    plain = shares[1] - shares[0]
    spread = float(plain.std())
    low, high = np.percentile(plain, [2.5, 97.5])
    # In units of the standard deviation of the difference, which is about normal. All pairs of
    # 1,000 draws of each round estimate how many differences lie below a point with a variance of
    # at most p(1 - p)/1000 (Hoeffding: the two projections together have at most that of one
    # pair), so a standard error of 0.0049 at p = 0.025; the 201 quantiles for 1,000 draws shift
    # it by no more than half a step of either, 0.005 in all. The density there is 0.058, so four
    # errors and the shift are (0.0198 + 0.005)/0.058 = 0.42; the shares themselves come in steps,
    # of 1/62 and 1/46 in pairs, far finer than the standard deviation of about 0.1.
    assert change.interval is not None
    assert change.interval[0] == pytest.approx(low, abs=0.45 * spread)
    assert change.interval[1] == pytest.approx(high, abs=0.45 * spread)
    # Sharp enough to tell: only one of the rounds redrawn, or quantile beside quantile, would
    # leave bounds at 1.4 deviations or less, not 1.96.
    assert (high - low) / spread == pytest.approx(2 * 1.96, abs=0.1)


@pytest.mark.parametrize("people", [5, 30])
def test_chance_alone_is_seldom_called_a_change(measure: Measure, people: int) -> None:
    # Two rounds of the same population: a 95 % interval misses 0 in one of twenty, a bootstrap of
    # five people in about one of ten. Of 60 comparisons 15 would be four standard errors too many.
    rng = np.random.default_rng(people)

    def round_() -> Measured:
        return measure({name: [int(x) for x in rng.integers(1, 6, people)] for name in ("a", "b")})

    named = [changes(round_(), round_())["p1"].direction for _ in range(60)]
    assert sum(direction is not None for direction in named) < 15
