"""Areas, tips and the balance between partnerships."""

from collections.abc import Callable

import pytest

from partnerschap.content import Content
from partnerschap.scoring import Answers, Scores, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None

Columns = dict[str, list[Given]]


def in_place(share_of_ten: int, n: int = 10) -> list[Given]:
    """Return `n` answers with so many tenths in place."""
    strong = share_of_ten * n // 10
    return [5 if person < strong else 1 for person in range(n)]


def shares(scores: Scores) -> dict[str, float | None]:
    return {area.id: area.share for area in scores.areas}


def test_area_share_is_the_mean_of_its_scored_items(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({name: {"area": "p1"} for name in ("a", "b", "thin", "dark", "none")})
    columns: Columns = {
        "a": in_place(8),
        "b": [5, 1, 1, 1, 1] + [None] * 5,  # half as many answers, the same weight
        "thin": [1] * 4 + [None] * 6,  # suppressed
        "dark": [1] * 6 + ["dont_know"] * 4,  # unknown
        "none": ["not_applicable"] * 10,  # empty
    }
    area = score(content, "all", make_answers(columns)).areas[0]
    assert area.share == pytest.approx((0.8 + 0.2) / 2, abs=1e-9)
    assert area.items_scored == 2


def test_area_without_scored_items_has_no_figure(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({"a": {"area": "p1"}, "b": {"area": "p2"}})
    columns: Columns = {"a": [4] * 4 + [None] * 6, "b": [5] * 10}
    first, second, *rest = score(content, "all", make_answers(columns)).areas
    assert (first.share, first.interval, first.items_scored) == (None, None, 0)
    assert (second.share, second.interval, second.items_scored) == (1, (1, 1), 1)
    assert all(area.share is None and area.items_scored == 0 for area in rest)


def test_areas_are_those_of_the_instrument_in_content_order(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({"z": {"area": "p3"}, "a": {"area": "p1"}})
    answers = make_answers({"a": [3] * 5})
    assert list(shares(score(content, "all", answers))) == [
        "p1", "p2", "p3", "p4", "p5", "vision", "policy",
    ]  # fmt: skip
    assert list(shares(score(content, "partnerships", answers))) == ["p1", "p2", "p3", "p4", "p5"]


def test_balance_looks_at_partnerships_alone(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content(
        {
            "a": {"area": "p1"},
            "b": {"area": "p2"},
            "c": {"area": "p4"},
            "hidden": {"area": "p5"},
            "v": {"area": "vision"},
            "w": {"area": "policy"},
        }
    )
    columns: Columns = {
        "a": in_place(3),
        "b": in_place(9),
        "c": in_place(5),
        "hidden": [1] * 4 + [None] * 6,
        "v": in_place(0),
        "w": in_place(10),
    }
    scores = score(content, "all", make_answers(columns))
    assert scores.balance == pytest.approx(0.9 - 0.3, abs=1e-9)


def test_balance_needs_two_partnerships(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content({"a": {"area": "p1"}, "v": {"area": "vision"}})
    scores = score(content, "all", make_answers({"a": in_place(3), "v": in_place(9)}))
    assert scores.balance is None


def test_balance_of_equals_is_zero(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    content = make_content({"a": {"area": "p1"}, "b": {"area": "p5"}})
    scores = score(content, "all", make_answers({"a": in_place(3), "b": in_place(3)}))
    assert scores.balance == 0


def test_tip_share_is_the_mean_of_its_scored_items(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content(
        {
            "a": {"area": "p1", "source": ["T1"]},
            "b": {"area": "p2", "source": ["T1", "T2"]},
            "c": {"area": "p3", "source": ["T2", "R1"]},
            "dark": {"area": "p1", "source": ["T1"]},
            "thin": {"area": "p1", "source": ["T3"]},
        }
    )
    columns: Columns = {
        "a": in_place(2),
        "b": in_place(6),
        "c": in_place(10),
        "dark": [1] * 6 + ["dont_know"] * 4,
        "thin": [1] * 4 + [None] * 6,
    }
    tips = score(content, "all", make_answers(columns)).tips
    assert [(tip.id, tip.items_scored) for tip in tips] == [("T1", 2), ("T2", 2), ("T3", 0)]
    first, second, third = (tip.share for tip in tips)
    assert (first, second) == pytest.approx((0.4, 0.8), abs=1e-9)
    assert third is None


def test_tips_are_those_of_the_instrument(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    content = make_content(
        {"a": {"area": "vision", "source": ["T1"]}, "b": {"area": "p1", "source": ["T2"]}}
    )
    answers = make_answers({"a": [5] * 5, "b": [5] * 5})
    assert [tip.id for tip in score(content, "partnerships", answers).tips] == ["T2"]
