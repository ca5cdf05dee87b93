"""What stands beside the suggestions: steps for the year, how to find out, how to hold on."""

from collections.abc import Callable
from typing import Any

import pytest

from partnerschap.advice import Advice, ItemAction, advise
from partnerschap.content import Content
from partnerschap.scoring import Answers, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Advised = Callable[..., Advice]
Items = dict[str, tuple[str, list[Any], list[Given]]]

YEAR = (3, 3, "build", "structural")
STEP = (1, 2, "start", "build", "talk")


@pytest.fixture(scope="session")
def advised(make_content: MakeContent, make_answers: MakeAnswers) -> Advised:
    """Advise on ``{item id: (area, actions, answers)}``."""

    def run(items: Items, importance: dict[str, int] | None = None, **options: Any) -> Advice:
        content = make_content(
            {name: {"area": area, "actions": actions} for name, (area, actions, _) in items.items()}
        )
        answers = make_answers(
            {name: column for name, (*_, column) in items.items()}, importance=importance
        )
        return advise(content, answers, score(content, "all", answers, min_group=1), **options)

    return run


def planned(advice: Advice) -> list[str]:
    return [one.action for one in advice.year_plan]


def test_a_structural_step_stands_in_the_year_plan(advised: Advised) -> None:
    advice = advised({"a": ("p1", [STEP, YEAR], [1, 2, 3, 3, 4])}, {"a": 3})
    (found,) = advice.year_plan
    # Need (4 + 3 + 2 + 2 + 1)/20 = 3/5, times 3/3, times 3/3.
    assert found.priority == pytest.approx(3 / 5, abs=1e-9)
    assert (found.item, found.action, found.situation) == ("a", "a-2", "build")
    assert (found.importance, found.effort, found.impact) == (3, 3, 3)
    assert found.need == pytest.approx(3 / 5, abs=1e-9)
    assert [one.action for one in advice.suggestions] == ["a-1"]


@pytest.mark.parametrize(
    ("column", "there"),
    [
        ([3, 3, 3, 4, 4], True),  # 8/20 = 0.4 exactly
        ([3, 3, 3, 4, 5], False),  # 7/20
        ([1, 1, 1, 1, 1], True),  # start: a structural step fits it too
        ([1, 1, 1, 5, 5, 5], False),  # two camps talk first
        ([4, 4, 4, 4, 4], False),
        (["dont_know"] * 5, False),
    ],
)
def test_it_is_for_what_needs_it_and_is_not_talked_about_first(
    advised: Advised, column: list[Given], *, there: bool
) -> None:
    advice = advised({"a": ("p1", [YEAR], column)})
    assert planned(advice) == (["a-1"] if there else [])


def test_what_is_suggested_now_is_not_put_off(advised: Advised) -> None:
    small = (2, 2, "start", "structural")
    items: Items = {"a": ("p1", [small, YEAR], [1] * 5)}
    advice = advised(items)
    assert [one.action for one in advice.suggestions] == ["a-1"]
    assert planned(advice) == ["a-2"]
    # Where it is not among what is suggested, it may be planned.
    assert planned(advised(items, top=0)) == ["a-2"]  # impact 3 before impact 2
    assert planned(advised({"a": ("p1", [small], [1] * 5)}, top=0)) == ["a-1"]


def test_one_an_item_one_an_area_and_three(advised: Advised) -> None:
    items: Items = {
        "a": ("p1", [YEAR, YEAR], [1] * 5),
        "b": ("p1", [YEAR], [1] * 5),
        "c": ("p2", [YEAR], [3] * 5),
        "d": ("p3", [YEAR], [2] * 5),
        "e": ("p4", [YEAR], [1] * 5),
    }
    assert planned(advised(items)) == ["a-1", "e-1", "d-1"]


def test_effort_does_not_count_for_the_year(advised: Advised) -> None:
    items: Items = {
        "a": ("p1", [(3, 2, "build", "structural")], [1] * 5),
        "b": ("p2", [(2, 2, "build", "structural")], [1] * 5),
    }
    advice = advised(items, top=0)
    assert planned(advice) == ["a-1", "b-1"]  # a tie, in content order
    assert len({one.priority for one in advice.year_plan}) == 1


def test_a_tie_goes_to_the_area_with_the_lowest_share(advised: Advised) -> None:
    items: Items = {
        "some": ("p1", [YEAR], [1, 3, 3, 3, 3, 5]),  # need 1/2, share 1/6
        "none": ("p2", [YEAR], [3] * 6),  # need 1/2, share 0
    }
    assert planned(advised(items)) == ["none-1", "some-1"]


def test_what_a_team_does_not_know_has_its_own_way_to_find_out(advised: Advised) -> None:
    find = (1, 2, "find_out")
    items: Items = {
        "known": ("p1", [STEP, find], [2] * 6 + [None] * 3),
        "dark": ("p2", [STEP, find, find], [1] * 6 + ["dont_know"] * 3),
        "black": ("p3", [find], ["dont_know"] * 9),
    }
    advice = advised(items)
    assert advice.find_out == (ItemAction("dark", "dark-2"), ItemAction("black", "black-1"))
    assert [one.item for one in advice.suggestions] == ["known"]


def test_a_strength_comes_with_how_to_hold_on_to_it(advised: Advised) -> None:
    keep = (1, 1, "keep")
    items: Items = {
        "well": ("p1", [STEP, keep], [4] * 6),
        "best": ("p2", [keep, STEP], [5] * 6),
        "bare": ("p3", [STEP], [4, 5, 5, 5, 5, 5]),
        "low": ("p4", [STEP, keep], [1] * 6),
    }
    advice = advised(items)
    assert advice.strengths == ("best", "bare", "well")
    assert advice.keep == (ItemAction("best", "best-1"), ItemAction("well", "well-2"))
