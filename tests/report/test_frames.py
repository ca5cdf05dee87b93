"""Answers and figures as tables."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from partnerschap.content import Content
from partnerschap.report import answers_from_frame, items_frame
from partnerschap.scoring import Answers, score


def test_a_table_gives_the_same_answers_as_rows() -> None:
    frame = pd.DataFrame(
        {
            "role": ["parent", "management", "professional"],
            "a": [4, np.nan, 2],
            "b": ["dont_know", 5, None],
        }
    )
    answers = answers_from_frame(frame)
    assert answers.item_ids == ("a", "b")
    assert answers.roles == ("parent", "management", "professional")
    assert answers.values.tolist() == [[4, -1], [0, 5], [2, 0]]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"a": [1]}),
        pd.DataFrame({"role": ["buurman"], "a": [1]}),
        pd.DataFrame({"role": ["parent"], "a": [2.5]}),
        pd.DataFrame({"role": ["parent"], "a": ["vaak"]}),
    ],
)
def test_a_table_with_something_else_in_it_is_refused(frame: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match=r"role|answer"):
        answers_from_frame(frame)


def test_figures_as_a_table_hide_what_is_suppressed(
    make_content: Callable[..., Content], make_answers: Callable[..., Answers]
) -> None:
    content = make_content({"a": {"area": "p1"}, "b": {"area": "p2"}})
    answers = make_answers({"a": [5, 5, 4, 4, 1], "b": [3, 3, 3, 3, None]})
    table = items_frame(score(content, "all", answers, min_group=5))
    assert table.index.tolist() == ["a", "b"]
    assert table.loc["a", "share"] == pytest.approx(4 / 5)
    assert table.loc["b", "status"] == "suppressed"
    assert table.loc["b"].drop(["status", "area"]).isna().all()
