"""Which actions are offered, in what order, and with which figures."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from partnerschap.advice import Suggestion, advise
from partnerschap.content import Content
from partnerschap.scoring import Answers, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Suggest = Callable[..., tuple[Suggestion, ...]]

NEED_1: list[Given] = [1] * 5
NEED_HALF: list[Given] = [3] * 5


@pytest.fixture(scope="session")
def suggest(make_content: MakeContent, make_answers: MakeAnswers) -> Suggest:
    """Suggest actions for ``{item id: (fields, answers)}``."""

    def run(
        items: dict[str, tuple[dict[str, Any], list[Given]]],
        importance: dict[str, int] | None = None,
        min_group: int = 1,
        top: int = 5,
    ) -> tuple[Suggestion, ...]:
        content = make_content({name: fields for name, (fields, _) in items.items()})
        answers = make_answers(
            {name: column for name, (_, column) in items.items()}, importance=importance
        )
        scores = score(content, "all", answers, min_group=min_group)
        return advise(content, answers, scores, top=top).suggestions

    return run


def ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.action for suggestion in suggestions]


def only(*actions: tuple[Any, ...], area: str = "p1") -> dict[str, Any]:
    return {"area": area, "actions": list(actions)}


@pytest.mark.parametrize(
    ("effort", "impact", "importance"), list(product((1, 2), (1, 2, 3), (1, 2, 3)))
)
def test_priority_follows_its_formula(
    suggest: Suggest, effort: int, impact: int, importance: int
) -> None:
    # Need (4 + 3 + 1 + 2 + 1)/(4 * 5) = 11/20; the median is 3.
    column: list[Given] = [1, 2, 4, 3, 4]
    (found,) = suggest({"a": (only((effort, impact)), column)}, {"a": importance})
    ease = (impact / 3) * ((4 - effort) / 3)
    expected = 11 / 20 * (importance / 3) * (1 + ease) / 2
    assert found.priority == pytest.approx(expected, abs=1e-9)
    assert found.need == pytest.approx(11 / 20, abs=1e-9)
    assert (found.effort, found.impact, found.importance) == (effort, impact, importance)
    assert found.quick_win == (effort == 1 and impact >= 2)
    assert (found.item, found.action, found.situation) == ("a", "a-1", "build")


def test_the_estimates_halve_at_most_what_the_answers_say(suggest: Suggest) -> None:
    # The easiest step where least is needed against the hardest where most is: 1/2 against 5/9.
    items = {
        "easy": (only((1, 3)), NEED_HALF),
        "hard": (only((2, 1), area="p2"), NEED_1),
    }
    assert ids(suggest(items)) == ["hard-1", "easy-1"]


@pytest.mark.parametrize(
    ("column", "situation"),
    [
        ([1, 1, 2, 2, 3], "start"),  # median 2
        ([1, 2, 2, 3], "start"),  # 2, halfway two answers that are the same
        ([1, 2, 3, 3], "build"),  # 2.5
        ([2, 3, 4, 5], "build"),  # 3.5
        ([1, 1, 5, 5, 5], "talk"),  # two camps: A = -3/5
        ([3, 4, 4, 5], None),  # 4: holds on to it, and that is not suggested
        ([4, 4, 4, 4], None),
    ],
)
def test_the_situation_decides_which_kind_of_step_fits(
    suggest: Suggest, column: list[Given], situation: str | None
) -> None:
    kinds = ("start", "build", "talk", "keep", "find_out")
    fields = only(*((1, 2, kind) for kind in kinds))
    found = suggest({"a": (fields, column)})
    assert [(one.action, one.situation) for one in found] == (
        [(f"a-{kinds.index(situation) + 1}", situation)] if situation else []
    )


def test_a_step_may_fit_several_situations(suggest: Suggest) -> None:
    both = only((1, 1, "start", "build"))
    assert ids(suggest({"a": (both, [2] * 5), "b": (both, [3] * 5)})) == ["a-1", "b-1"]


def test_what_takes_most_effort_is_no_step_for_now(suggest: Suggest) -> None:
    assert suggest({"a": (only((3, 3)), NEED_1)}) == ()
    assert ids(suggest({"a": (only((3, 3), (2, 1)), NEED_1)})) == ["a-2"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ([1, 3, 3, 5, 5], True),  # 8/20 = 0.4 exactly
        ([3, 3, 3, 4, 4] * 3, True),  # 24/60
        ([3, 3, 3, 4, 5], False),  # 7/20
        ([1] * 39 + [5] * 61, False),  # 0.39
        ([1] * 40 + [5] * 60, True),
    ],
)
def test_quick_win_starts_at_a_need_of_two_fifths(
    suggest: Suggest, column: list[Given], *, expected: bool
) -> None:
    (found,) = suggest({"a": (only((1, 2)), column)})
    assert found.quick_win is expected


def test_importance_is_two_where_nobody_voted(suggest: Suggest) -> None:
    items = {"a": (only((1, 3)), NEED_1), "b": (only((1, 3), area="p2"), NEED_1)}
    assert [found.importance for found in suggest(items)] == [2, 2]
    assert ids(suggest(items)) == ["a-1", "b-1"]
    voted = suggest(items, {"b": 3})
    assert ids(voted) == ["b-1", "a-1"]
    assert [found.importance for found in voted] == [3, 2]
    assert ids(suggest(items, {"a": 1})) == ["b-1", "a-1"]


def test_highest_priority_comes_first(suggest: Suggest) -> None:
    # Need times 9 plus impact times (4 - effort), over 27: importance is 2 everywhere.
    found = suggest(
        {
            "a": (only((2, 3)), NEED_1),  # 15
            "b": (only((1, 3), area="p2"), NEED_HALF),  # 9
            "c": (only((2, 2), area="p3"), NEED_1),  # 13
            "d": (only((1, 1), area="p4"), [3, 3, 3, 4, 4]),  # 2/5 * 12 = 4.8
        }
    )
    assert ids(found) == ["a-1", "c-1", "b-1", "d-1"]
    priorities = [one.priority for one in found]
    assert priorities == pytest.approx([x / 27 for x in (15, 13, 9, 4.8)], abs=1e-9)


def test_tie_goes_to_the_quick_win(suggest: Suggest) -> None:
    # Need 1/2; impact * (4 - effort) is 3 * 2 and 2 * 3; both areas have share 0.
    found = suggest(
        {
            "slow": (only((2, 3)), NEED_HALF),
            "win": (only((1, 2), area="p2"), NEED_HALF),
        }
    )
    assert ids(found) == ["win-1", "slow-1"]
    assert found[0].priority == pytest.approx(found[1].priority, abs=1e-12)
    assert [one.quick_win for one in found] == [True, False]


def test_quick_win_goes_before_a_tie_in_a_weaker_area(suggest: Suggest) -> None:
    found = suggest(
        {
            "slow": (only((2, 3), area="p1"), [3] * 6),  # area share 0
            "win": (only((1, 2), area="p2"), [2, 2, 2, 4, 4, 4]),  # area share 1/2
        }
    )
    assert ids(found) == ["win-1", "slow-1"]


def test_tie_goes_to_the_area_with_the_lowest_share(suggest: Suggest) -> None:
    found = suggest(
        {
            "half": (only((2, 2), area="p1"), [1, 1, 1, 5, 5, 5]),  # need 1/2, share 1/2
            "none": (only((2, 2), area="p2"), [3] * 6),  # need 1/2, share 0
            "third": (only((2, 2), area="p3"), [1, 1, 3, 3, 5, 5]),  # need 1/2, share 1/3
        }
    )
    assert ids(found) == ["none-1", "third-1", "half-1"]


def test_area_share_of_a_tie_is_over_all_its_scored_items(suggest: Suggest) -> None:
    full: list[Given] = [5] * 6
    found = suggest(
        {
            # Area p1: (0 + 1)/2 = 1/2; area p2: 1/3.
            "a": (only((2, 2), area="p1"), [3] * 6),
            "a_full": (only((1, 1), area="p1"), full),
            "b": (only((2, 2), area="p2"), [1, 1, 3, 3, 5, 5]),
            # Unknown: no part of its area, which would be at 1/4 otherwise.
            "dark": (only((1, 1), area="p1"), [1, None, None, None, None, "dont_know"]),
        }
    )
    assert ids(found) == ["b-1", "a-1"]


def test_area_shares_that_are_equal_in_fractions_tie(suggest: Suggest) -> None:
    # Area p1: (1/10 + 2/10 + 3/10)/3 = 1/5, which is 0.20000000000000004 in floating point;
    # area p2: 1/5. Needs: 3/5 and 3/5 at equal effort and impact. Content order settles it.
    def column(strong: int, low: int) -> list[Given]:
        """Return ten answers: so many fives, so many ones, the rest threes."""
        return [5 if i < strong else 1 if i < strong + low else 3 for i in range(10)]

    # column(s, l): need (4 l + 2 (10 - s - l))/40 = (20 - 2 s + 2 l)/40; for 3/5: l - s = 2.
    found = suggest(
        {
            "a": (only((2, 2), area="p1"), column(1, 3)),
            "b": (only((2, 1), area="p1"), column(2, 4)),
            "c": (only((2, 1), area="p1"), column(3, 5)),
            "d": (only((2, 2), area="p2"), column(2, 4)),
        }
    )
    assert ids(found) == ["a-1", "d-1", "b-1"]


def test_equal_in_fractions_is_equal(suggest: Suggest) -> None:
    # 1/2 * (9 + 1 * 3) and 2/5 * (9 + 3 * 2), of ten and of five answers.
    b: list[Given] = [3, 3, 3, 3, 5] + [None] * 5  # 8/20, share 1/5
    a: list[Given] = [3] * 10  # 20/40, share 0
    found = suggest({"b": (only((2, 3), area="p2"), b), "a": (only((1, 1), area="p1"), a)})
    assert found[0].priority == pytest.approx(found[1].priority, abs=1e-12)
    assert ids(found) == ["a-1", "b-1"]
    # The same with the area shares turned round.
    a = [1, 1, 1, 3, 3, 3, 4, 4, 5, 5]  # 20/40, share 2/5
    found = suggest({"a": (only((1, 1), area="p1"), a), "b": (only((2, 3), area="p2"), b)})
    assert ids(found) == ["b-1", "a-1"]


def test_last_tie_goes_by_content_order(suggest: Suggest) -> None:
    items = {name: (only((2, 2), (2, 2), area=name), NEED_HALF) for name in ("p3", "p1", "p2")}
    assert ids(suggest(items)) == ["p3-1", "p1-1", "p2-1"]


def test_one_action_an_item_and_two_an_area(suggest: Suggest) -> None:
    found = suggest(
        {
            "a": (only((1, 3), (1, 3), (1, 2)), NEED_1),
            "b": (only((1, 3), (2, 1)), NEED_1),
            "c": (only((1, 3)), NEED_1),
            "d": (only((2, 1), (2, 2), area="p2"), [3, 3, 3, 4, 4]),
        }
    )
    assert ids(found) == ["a-1", "b-1", "d-2"]


@pytest.mark.parametrize("top", [0, 1, 3, 5, 7, 20])
def test_as_many_are_offered_as_asked(suggest: Suggest, top: int) -> None:
    areas = ("p1", "p2", "p3", "p4", "p5", "vision", "policy")
    items = {f"i-{area}": (only((1, 2), area=area), NEED_1) for area in areas}
    found = suggest(items, top=top)
    assert ids(found) == [f"i-{area}-1" for area in areas][:top]


def test_five_are_offered_by_default(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    content = make_content(
        {f"i{n}": {"area": f"p{n}"} for n in range(1, 6)} | {"v": {"area": "vision"}}
    )
    answers = make_answers({item.id: [2] * 5 for item in content.items})
    assert len(advise(content, answers, score(content, "all", answers)).suggestions) == 5


def test_what_goes_well_gives_no_suggestion(suggest: Suggest) -> None:
    every = ("start", "build", "talk", "keep", "find_out")
    items: dict[str, Any] = {
        "full": (only((1, 3, *every)), [5] * 5),
        "well": (only((1, 3, *every), area="p2"), [4, 4, 4, 4, 3]),
    }
    assert suggest(items) == ()


def test_only_scored_items_give_actions(suggest: Suggest) -> None:
    items: dict[str, Any] = {
        "thin": (only((1, 3)), [1] * 4 + [None] * 6),
        "dark": (only((1, 3), area="p2"), [1] * 6 + ["dont_know"] * 2 + [None] * 2),
        "none": (only((1, 3), area="p3"), ["not_applicable"] * 10),
        "good": (only((2, 1), area="p4"), [3] * 10),
    }
    assert ids(suggest(items, min_group=5)) == ["good-1"]
