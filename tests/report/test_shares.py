"""Shares in words and people: the same as on the screens (tests/js/in-words.test.ts)."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import reports
from partnerschap.report.shares import (
    balance_words,
    band,
    is_enough_of,
    is_enough_of_area,
    is_enough_of_tip,
    says,
)
from partnerschap.scoring import AreaScore, ItemScore, Scores, TipScore

EXAMPLES: Any = json.loads(
    (Path(__file__).parents[1] / "content/shares.json").read_text(encoding="utf-8")
)
NAMES = ("Een", "Twee", "Drie", "Vier", "Vijf")


def test_the_examples_are_told_in_the_words_of_the_content() -> None:
    messages = reports.CONTENT.messages
    assert {one: messages[one] for one in EXAMPLES["messages"]} == EXAMPLES["messages"]


@pytest.mark.parametrize("example", EXAMPLES["bands"], ids=str)
def test_a_share_is_called_by_its_band(example: dict[str, Any]) -> None:
    assert band(example["share"]) == example["band"]


@pytest.mark.parametrize("example", EXAMPLES["says"], ids=lambda one: one["said"])
def test_it_is_said_in_people(example: dict[str, Any]) -> None:
    item = ItemScore("inf-1", "informeel", "scored", counts=tuple(example["counts"]))
    assert says(reports.CONTENT, item, high=example["end"] == "high") == example["said"]


@pytest.mark.parametrize("example", EXAMPLES["balances"], ids=lambda one: str(one["shares"]))
def test_the_balance_names_every_end(example: dict[str, Any]) -> None:
    partnerships = [area for area in reports.CONTENT.areas if area.partnership]
    areas = [
        area.model_copy(update={"name": name})
        for area, name in zip(partnerships, NAMES, strict=True)
    ]
    content = reports.CONTENT.model_copy(update={"areas": tuple(areas)})
    known = [share for share in example["shares"] if share is not None]
    scores = Scores(
        instrument="teamscan",
        content_version="",
        respondents=6,
        min_group=5,
        seed=0,
        items=(),
        areas=tuple(
            AreaScore(area.id, share, None, 1)
            for area, share in zip(areas, example["shares"], strict=True)
        ),
        tips=(),
        balance=max(known) - min(known) if len(known) > 1 else None,
    )
    assert balance_words(content, scores) == example["said"]


def test_a_percentage_needs_five_people_and_an_area_three_items() -> None:
    area = AreaScore("informeel", 0.5, (0.2, 0.8), 3)
    assert is_enough_of_area(area)
    assert not is_enough_of_area(replace(area, items_scored=2))
    assert not is_enough_of_area(replace(area, interval=None))
    item = ItemScore("inf-1", "informeel", "scored", n_valid=5)
    assert is_enough_of(item)
    assert not is_enough_of(replace(item, n_valid=4))
    assert not is_enough_of(replace(item, n_valid=None))
    tip = TipScore("A01", 0.5, 3)
    scores = reports.report_of(reports.rows_of(6)).scores
    assert is_enough_of_tip(scores, tip)
    assert not is_enough_of_tip(scores, replace(tip, items_scored=2))
    assert not is_enough_of_tip(replace(scores, respondents=4), tip)
