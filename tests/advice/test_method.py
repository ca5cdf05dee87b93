"""All figures and all advice of random teams equal the method, written apart from the package."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from method_by_hand import (
    Asked,
    Step,
    areas_of,
    delta,
    division,
    item_figures,
    lists_of,
    p_of_delta,
    steps_of,
)
from partnerschap.advice import advise
from partnerschap.content import ROLES, Content, Role
from partnerschap.report import figures
from partnerschap.scoring import Answers, cliffs_delta, difference_p, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = int | str | None
Team = Sequence[tuple[Role, tuple[Given, ...]]]

AREAS = {"a": "p1", "b": "p2", "c": "p1", "d": "p1", "e": "p3", "f": "vision", "g": "p1"}
NOT_PARALLEL = {"c"}
GRADES = [(1, 2), (2, 3), (1, 1), (2, 1), (1, 3), (2, 2)]
STEPS: dict[str, tuple[Step, ...]] = {
    item: (
        Step(f"{item}-1", *GRADES[n % 6], ("start",)),
        Step(f"{item}-2", *GRADES[(n + 1) % 6], ("build", "start")),
        Step(f"{item}-3", *GRADES[(n + 2) % 6], ("talk",)),
        Step(f"{item}-4", 1, 2, ("keep",)),
        Step(f"{item}-5", 1, 1, ("find_out",)),
        Step(f"{item}-6", 2 + n % 2, 3 - n % 2, ("build",), structural=True),
    )
    for n, item in enumerate(AREAS)
}
ASKED = {
    item: Asked(area, STEPS[item], parallel=item not in NOT_PARALLEL)
    for item, area in AREAS.items()
}


@pytest.fixture(scope="session")
def content(make_content: MakeContent) -> Content:
    return make_content(
        {
            item: {
                "area": asked.area,
                "parallel": asked.parallel,
                "actions": [
                    (s.effort, s.impact, *s.fits, *(["structural"] if s.structural else []))
                    for s in asked.steps
                ],
            }
            for item, asked in ASKED.items()
        }
    )


def near(found: object, expected: object) -> bool:
    """Whether two structures are the same, numbers to 1e-9 and fractions as numbers."""
    if isinstance(expected, Mapping):
        return (
            isinstance(found, Mapping)
            and set(found) >= set(expected)
            and all(near(found[key], value) for key, value in expected.items())
        )
    if isinstance(expected, list):
        return (
            isinstance(found, list)
            and len(found) == len(expected)
            and all(map(near, found, expected))
        )
    if isinstance(expected, Fraction):
        return isinstance(found, float) and abs(found - float(expected)) < 1e-9
    return found == expected


def outlook(lean: int) -> st.SearchStrategy[Given]:
    """Answers that lean to one side, so that groups differ, agree and do not know at times."""
    return st.sampled_from([lean, lean, lean, 1, 2, 3, 4, 5, "dont_know", "not_applicable", None])


@st.composite
def teams(draw: st.DrawFn) -> Team:
    rows: list[tuple[Role, tuple[Given, ...]]] = []
    for role in ROLES:
        size = draw(st.sampled_from([0, 0, 1, 2, 3, 5, 6, 7]))
        leans = [draw(st.integers(1, 5)) for _ in AREAS]
        rows += [(role, tuple(draw(outlook(lean)) for lean in leans)) for _ in range(size)]
    return rows


@settings(deadline=None, max_examples=250)
@given(
    team=teams(),
    min_group=st.sampled_from([1, 3, 5]),
    importance=st.dictionaries(st.sampled_from(sorted(AREAS)), st.integers(1, 3)),
    top=st.sampled_from([0, 3, 5, 9]),
)
def test_every_figure_and_step_is_that_of_the_method(  # noqa: PLR0913, PLR0917 - drawn values
    content: Content,
    make_answers: MakeAnswers,
    team: Team,
    min_group: int,
    importance: dict[str, int],
    top: int,
) -> None:
    columns = {item: [given[place] for _, given in team] for place, item in enumerate(AREAS)}
    answers = make_answers(columns, [role for role, _ in team], importance)
    scores = score(content, "all", answers, min_group=min_group)
    found: Mapping[str, Any] = figures(scores, advise(content, answers, scores, top=top))

    rows = [(role, dict(zip(AREAS, given, strict=True))) for role, given in team]
    groups = division(rows, AREAS, min_group)
    items = [item_figures(item, ASKED[item], rows, groups, min_group) for item in AREAS]
    assert near(found["division"], groups or None)
    for one, expected in zip(found["items"], items, strict=True):
        assert near(one, expected), (one, expected)
    areas = {area["id"]: (area["status"], area["share"]) for area in found["areas"]}
    for area, (status, share) in areas_of(items).items():
        assert areas[area][0] == status
        assert near(areas[area][1], share)
    for name, expected_ids in lists_of(items).items():
        assert found[name] == expected_ids, name
    for name, expected_steps in steps_of(items, ASKED, importance, top).items():
        assert near(found[name], expected_steps), (name, found[name], expected_steps)


def answers_of(counts: Sequence[int]) -> list[int]:
    return [point for point, count in enumerate(counts, 1) for _ in range(count)]


counts = st.lists(st.integers(0, 5), min_size=5, max_size=5).filter(any)


@settings(deadline=None, max_examples=120)
@given(first=counts, second=counts, times=st.sampled_from([1, 1, 4]))
def test_a_difference_and_its_p_are_those_of_the_method(
    first: list[int], second: list[int], times: int
) -> None:
    # Four times as many answers are often more than are divided exactly.
    first, second = [n * times for n in first], [n * times for n in second]
    xs, ys = answers_of(first), answers_of(second)
    assert cliffs_delta(first, second) == pytest.approx(float(delta(xs, ys)), abs=1e-9)
    if times > 1 and len(xs) + len(ys) <= 60:
        return  # what stands here in words takes too long for so many tables
    assert difference_p(first, second) == pytest.approx(p_of_delta(xs, ys), abs=1e-9)


def test_p_counts_all_ways_to_divide_the_answers() -> None:
    # Four answers, two of each group: divided one by one, all six ways to choose the first two.
    pooled = [1, 2, 2, 5]
    deltas = []
    for chosen in product([0, 1], repeat=4):
        if sum(chosen) == 2:
            xs = [one for one, mine in zip(pooled, chosen, strict=True) if mine]
            ys = [one for one, mine in zip(pooled, chosen, strict=True) if not mine]
            deltas.append(abs(delta(xs, ys)))
    # {1, 2} against {2, 5}: above in none, below in three of four pairs, so 3/4.
    assert difference_p([1, 1, 0, 0, 0], [0, 1, 0, 0, 1]) == pytest.approx(
        sum(one >= Fraction(3, 4) for one in deltas) / len(deltas), abs=1e-12
    )
