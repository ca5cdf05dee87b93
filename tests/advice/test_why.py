"""Every suggestion says why, in the team's own figures."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.advice import advise
from partnerschap.content import Content
from partnerschap.scoring import Answers, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Why = Callable[..., str]


@pytest.fixture(scope="session")
def why(make_content: MakeContent, make_answers: MakeAnswers) -> Why:
    """Give the reason for the one action of the one item with these answers."""

    def run(
        column: list[Given],
        action: tuple[int, int] = (1, 2),
        importance: dict[str, int] | None = None,
        **fields: Any,
    ) -> str:
        content = make_content({"a": {"actions": [action], **fields}})
        answers = make_answers({"a": column}, importance=importance)
        scores = score(content, "all", answers, min_group=1)
        (suggestion,) = advise(content, answers, scores).suggestions
        return suggestion.why

    return run


def test_counts_the_answers_that_are_not_in_place_yet(why: Why) -> None:
    found = why([1, 2, 3, 3, 4, 5, 5, 5, None, "not_applicable"])
    # Four of eight at the third point of the frequency scale or lower.
    assert re.search(r"\b4 van de 8 antwoorden\b", found)
    assert re.search(r"\bSoms\W+of lager", found)


def test_uses_the_words_of_the_items_own_scale(why: Why) -> None:
    found = why([1, 2, 5], scale="progress")
    assert re.search(r"\b2 van de 3 antwoorden\b", found)
    assert re.search(r"\bHalverwege\W+of lager", found)


def test_one_answer_is_spoken_of_as_one(why: Why) -> None:
    found = why([2, 5, 5])
    assert re.search(r"\b1 van de 3 antwoorden is\b", found)
    assert re.search(r"\b2 van de 3 antwoorden zijn\b", why([2, 2, 5]))


def test_names_the_point_below_the_top_where_all_are_in_place(why: Why) -> None:
    found = why([4, 4, 5, 5, 5])
    assert re.search(r"\b2 van de 5 antwoorden\b", found)
    assert re.search(r"\bVaak\W+of lager", found)
    assert "Soms" not in found


def test_own_answer_is_named_in_its_words(why: Why) -> None:
    found = why([2])
    assert "Zelden" in found
    assert not re.search(r"\d", found)


@pytest.mark.parametrize(
    ("effort", "words"), [(1, "twee weken"), (2, "paar dagen werk"), (3, "paar maanden")]
)
def test_says_what_it_takes(why: Why, effort: int, words: str) -> None:
    assert words in why([1, 2, 3], (effort, 2))


@pytest.mark.parametrize(
    ("impact", "words"), [(1, "enkele ouders"), (2, "veel ouders"), (3, "bijna alle ouders")]
)
def test_says_what_it_brings(why: Why, impact: int, words: str) -> None:
    assert words in why([1, 2, 3], (1, impact))


def test_importance_is_named_only_where_the_vote_matters(why: Why) -> None:
    assert "belangrijk" not in why([1, 2, 3])
    assert "belangrijk" not in why([1, 2, 3], importance={"a": 2})
    assert "minder belangrijk" in why([1, 2, 3], importance={"a": 1})
    important = why([1, 2, 3], importance={"a": 3})
    assert "belangrijk" in important
    assert "minder" not in important


@settings(deadline=None, max_examples=60)
@given(
    column=st.lists(st.sampled_from([1, 2, 3, 4, 5, None]), min_size=2, max_size=20).filter(
        lambda column: (
            sum(isinstance(one, int) for one in column) > 1
            and any(one in {1, 2, 3, 4} for one in column)
        )
    ),
    importance=st.integers(1, 3),
    grades=st.tuples(st.integers(1, 3), st.integers(1, 3)),
)
def test_is_one_sentence_with_the_right_numbers(
    why: Why, column: list[Given], importance: int, grades: tuple[int, int]
) -> None:
    found = why(column, grades, {"a": importance})
    valid = [one for one in column if isinstance(one, int)]
    below = sum(one <= 3 for one in valid)
    shown = below or sum(one <= 4 for one in valid)
    assert [int(number) for number in re.findall(r"\d+", found)] == [shown, len(valid)]
    assert found.endswith(".")
    assert found.count(".") == 1
    assert not re.search(r"[{}]|  |\s[.,;]", found)
