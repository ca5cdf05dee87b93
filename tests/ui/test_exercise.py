"""What an exercise without a scan hands to its page, and the words that its page looks up."""

import pytest
from pydantic_core import to_jsonable_python

from partnerschap.content import load
from partnerschap.ui.exercise_content import CONTENT_OF
from partnerschap.ui.widgets.exercise import Exercise

CONTENT = load()
ALSO = {"ouderbril": {"plan", "together"}}
"""Words of what an exercise shares with others: the walk puts its changes into the plan."""


@pytest.mark.parametrize("exercise_id", CONTENT_OF)
def test_the_page_gets_what_it_shows(exercise_id: str) -> None:
    exercise = Exercise(exercise_id)
    described = exercise.specification
    assert exercise.front_end == exercise_id
    assert described["exercise"] == exercise_id
    assert described["content"] == to_jsonable_python(CONTENT_OF[exercise_id](CONTENT))
    assert [sector["id"] for sector in described["sectors"]] == [one.id for one in CONTENT.sectors]
    prefixes = {message_id.partition(".")[0] for message_id in described["messages"]}
    assert prefixes == {exercise_id, "exercise"} | ALSO.get(exercise_id, set())


def test_an_exercise_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Exercise("bestaat-niet")


def test_a_sector_without_own_content_would_show_an_empty_screen() -> None:
    for sector in CONTENT.sectors:
        assert any(sector.id in one.sectors for one in CONTENT.activities.activities)
        assert any(route.id == sector.id for route in CONTENT.walk)
