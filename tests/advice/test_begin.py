"""What people disagree on has a talk, and what is low a step: an advised one, or else its own."""

import random
from collections.abc import Callable, Mapping
from itertools import repeat
from typing import Any

import pytest

from partnerschap.advice import Advice, ItemAction, advise
from partnerschap.content import ROLES, Content, Role, load
from partnerschap.scoring import Answer, Answers, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
LOW = [1] * 5
PEOPLE: list[Role] = [*repeat(ROLES[0], 5), *repeat(ROLES[1], 6)]


@pytest.fixture
def advised(make_content: MakeContent, make_answers: MakeAnswers) -> Callable[..., Advice]:
    """Advise a team that answers the lowest to all of some items."""

    def run(items: Mapping[str, Any]) -> Advice:
        content = make_content(items)
        answers = make_answers(dict.fromkeys(items, LOW))
        return advise(content, answers, score(content, "all", answers))

    return run


def test_an_item_that_its_area_has_no_room_for_has_its_own_first_step(
    advised: Callable[..., Advice],
) -> None:
    # Two an area are suggested: the third, whose easiest step that fits is its second.
    third = [(2, 3, "start"), (1, 3, "start"), (1, 3, "start"), (1, 3, "talk"), (3, 3, "start")]
    found = advised(
        {"a": {"actions": [(1, 3)]}, "b": {"actions": [(1, 3)]}, "c": {"actions": third}}
    )
    assert [one.item for one in found.suggestions] == ["a", "b"]
    assert found.agree_low == ("a", "b", "c")
    assert found.begin == (ItemAction("c", "c-2"),)


def test_a_step_for_the_year_is_a_step_too(advised: Callable[..., Advice]) -> None:
    found = advised({"a": {"actions": [(3, 3, "start", "structural"), (2, 1, "keep")]}})
    assert [one.item for one in found.year_plan] == ["a"]
    assert found.agree_low == ("a",)
    assert found.begin == ()


TORN = [1, 2, 3, 4, 5]


def test_what_people_disagree_on_begins_with_a_talk_whatever_its_middle_asks_for(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    # Spread, with a median of 3: the step among the suggestions builds, and is no talk.
    content = make_content({"a": {"actions": [(1, 3, "build"), (2, 1, "talk"), (1, 2, "talk")]}})
    answers = make_answers({"a": TORN})
    found = advise(content, answers, score(content, "all", answers))
    assert found.discuss_first == ("a",)
    assert [one.action for one in found.suggestions] == ["a-1"]
    assert found.begin == (ItemAction("a", "a-3"),)


def test_a_talk_among_the_steps_is_where_a_point_begins(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({"a": {"actions": [(1, 3, "build"), (2, 1, "talk")]}})
    answers = make_answers({"a": [1, 1, 1, 5, 5, 5]})
    found = advise(content, answers, score(content, "all", answers))
    assert found.discuss_first == ("a",)
    assert [one.action for one in found.suggestions] == ["a-2"]
    assert found.begin == ()


@pytest.mark.parametrize("seed", range(5))
def test_nothing_to_talk_about_or_called_low_is_left_without_a_step(seed: int) -> None:
    content, draw = load(), random.Random(seed)  # noqa: S311 - answers, no secret
    ids = [item.id for item in content.items_of("compleet")]
    middle = {item: draw.choice((1, 2, 3, 5)) for item in ids}
    rows: list[tuple[Role, dict[str, Answer]]] = [
        (role, {item: max(1, middle[item] - draw.choice((0, 0, 1))) for item in ids})
        for role in PEOPLE
    ]
    answers = Answers.from_rows(ids, rows)
    found = advise(content, answers, score(content, "compleet", answers))
    about = {one.item for one in (*found.suggestions, *found.year_plan)}
    talked = {one.item for one in found.suggestions if one.situation == "talk"}
    begun = [one.item for one in found.begin]
    assert found.agree_low
    assert begun == [
        *(item for item in found.discuss_first if item not in talked),
        *(item for item in found.agree_low if item not in about),
    ]
