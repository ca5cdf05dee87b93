"""Each of the actions is for some team: a made one for every item and whatever it may ask for."""

import pytest

from partnerschap.advice import advise
from partnerschap.content import Content, Item, Role, Situation, load
from partnerschap.scoring import Answer, Answers, score

CONTENT = load()
ITEMS = CONTENT.items_of("compleet")
PEOPLE: tuple[Role, ...] = ("professional",) * 12
OTHERS: dict[Situation, Answer] = {"keep": 3}
"""How the other items are answered, where that is not with the highest answer."""

MADE: dict[Situation, tuple[Answer, ...]] = {
    "start": (1,) * 12,
    "build": (3,) * 12,
    "talk": (1, 5) * 6,
    "keep": (5,) * 12,
    "find_out": (4, 4, 4, "dont_know") * 3,
}
"""What twelve people answer to the item, for each situation that it can be in."""


def given(content: Content, item: Item, situation: Situation) -> set[str]:
    """Return every action that a team is given of which one item is in a situation."""
    rest = OTHERS.get(situation, 5)
    rows = [
        (role, {one.id: own if one is item else rest for one in ITEMS})
        for role, own in zip(PEOPLE, MADE[situation], strict=True)
    ]
    answers = Answers.from_rows([one.id for one in ITEMS], rows)
    scores = score(content, "compleet", answers)
    assert next(one.situation for one in scores.items if one.id == item.id) == situation
    advice = advise(content, answers, scores)
    lists = (advice.suggestions, advice.year_plan, advice.find_out, advice.keep)
    return {one.action for found in lists for one in found}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_action_of_an_item_is_given_to_some_team(item: Item) -> None:
    found = set().union(*(given(CONTENT, item, situation) for situation in MADE))
    assert {action.id for action in CONTENT.actions_of(item.id)} - found == set()
