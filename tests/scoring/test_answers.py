"""Answers refuse what no figure is defined for."""

from typing import Any

import numpy as np
import pytest

from partnerschap.scoring import Answers, missing_side


@pytest.mark.parametrize(
    "answer",
    [0, 6, -1, -2, 2.5, float("nan"), "3", "", "weet ik niet", "DONT_KNOW", True, False, [3], {}],
)
def test_from_rows_refuses_an_unknown_answer(answer: Any) -> None:
    with pytest.raises(ValueError, match="answer"):
        Answers.from_rows(["i"], [("parent", {"i": answer})])


def test_from_rows_refuses_an_unknown_item() -> None:
    with pytest.raises(ValueError, match="'j'"):
        Answers.from_rows(["i"], [("parent", {"j": 3})])


def test_from_rows_refuses_an_unknown_role() -> None:
    role: Any = "teacher"
    with pytest.raises(ValueError, match="role"):
        Answers.from_rows(["i"], [(role, {"i": 3})])


def test_from_rows_refuses_an_item_twice() -> None:
    with pytest.raises(ValueError, match="unique"):
        Answers.from_rows(["i", "i"], [("parent", {"i": 3})])


@pytest.mark.parametrize("importance", [0, 4, -1, 2.5])
def test_importance_lies_on_its_scale(importance: Any) -> None:
    with pytest.raises(ValueError, match="importance"):
        Answers.from_rows(["i"], [("parent", {"i": 3})], {"i": importance})


@pytest.mark.parametrize(
    "values",
    [
        np.array([[6, 1]], dtype=np.int8),
        np.array([[-3, 1]], dtype=np.int8),
        np.array([[1]], dtype=np.int8),
        np.array([1, 2], dtype=np.int8),
        np.array([[1, 2], [3, 4]], dtype=np.int8),
        np.array([[2.5, 1.0]]),
        np.array([[np.nan, 1.0]]),
    ],
)
def test_values_fit_roles_items_and_scale(values: Any) -> None:
    with pytest.raises(ValueError, match=r"values|answers"):
        Answers(item_ids=("i", "j"), roles=("parent",), values=values)


def test_from_rows_keeps_every_answer_in_its_column() -> None:
    answers = Answers.from_rows(
        ["b", "a"],
        [
            ("parent", {"a": 1, "b": 5}),
            ("management", {"a": "dont_know"}),
            ("municipality", {"b": "not_applicable", "a": None}),
        ],
    )
    assert answers.roles == ("parent", "management", "municipality")
    # What was asked of nobody is as blank as what nobody filled in.
    columns = answers.columns(["a", "absent", "b"]).tolist()
    assert columns == [[1, 0, 5], [-1, 0, 0], [0, 0, -2]]


def test_who_left_everything_blank_is_not_heard() -> None:
    answers = Answers.from_rows(
        ["a", "b", "c"],
        [
            ("parent", {}),
            ("professional", {"a": "dont_know"}),
            ("management", {"c": 4}),
            ("professional", {}),
        ],
    )
    assert answers.roles_heard(["a", "b"]) == {"professional"}
    assert answers.roles_heard(["a", "b", "c"]) == {"professional", "management"}
    # So a parent with an empty row is a side from which nobody is heard.
    assert missing_side(answers.roles_heard(["a", "b", "c"])) == "parents"
    assert missing_side(answers.roles) is None


def test_nobody_may_answer() -> None:
    assert Answers.from_rows(["a", "b"], []).values.shape == (0, 2)


def test_from_codes_is_from_rows_without_a_conversion() -> None:
    answers = Answers.from_codes(
        ["b", "a"], [("parent", {"a": 1, "b": 5}), ("management", {"a": -1, "b": -2})], {"a": 3}
    )
    assert answers.values.tolist() == [[5, 1], [-2, -1]]
    assert answers.roles == ("parent", "management")
    assert answers.importance == {"a": 3}


def test_from_codes_leaves_out_what_is_not_asked() -> None:
    """A session keeps the answers to an item that the content no longer has."""
    answers = Answers.from_codes(["a"], [("parent", {"gone": 4}), ("parent", {"a": 2})])
    assert answers.values.tolist() == [[0], [2]]


@pytest.mark.parametrize("code", [6, -3, 257, 2**40])
def test_from_codes_refuses_what_stands_for_no_answer(code: int) -> None:
    with pytest.raises(ValueError, match="answers"):
        Answers.from_codes(["a"], [("parent", {"a": code})])
