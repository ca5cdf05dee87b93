"""The JSON of `score`: its keys, and its numbers computed by hand from the method."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from partnerschap.advice import advise
from partnerschap.content import Content
from partnerschap.report import figures, read_sheet
from partnerschap.scoring import score

TOP = [
    *("instrument", "content_version", "respondents", "min_group", "seed", "division", "items"),
    *("areas", "tips", "balance", "discuss_first", "agree_low", "strengths", "suggestions"),
    *("year_plan", "find_out", "keep"),
]
ITEM = [
    *("id", "area", "n_valid", "dont_know", "not_applicable", "counts", "median", "share"),
    *("share_interval", "need", "agreement", "agreement_class", "status", "situation"),
    *("difference", "groups"),
]
SUGGESTION = [
    *("item", "action", "situation", "need", "importance", "effort", "impact", "priority"),
    *("quick_win", "stability", "why"),
]
YEAR_STEP = [name for name in SUGGESTION if name not in {"quick_win", "stability"}]
AREA = ["id", "status", "share", "interval", "items_scored"]
SHEET = """\
respondent;role;x;y;z;w;v
1;parent;4;5;dont_know;;3
2;professional;1;not_applicable;3;;3
3;management;3;5;;;3
_importance;;3;;;;
"""


@pytest.fixture
def figures_of(
    content: Content, make_content: Callable[..., Content]
) -> Callable[..., dict[str, Any]]:
    own = make_content(
        {
            "x": {"area": "p1", "actions": [(1, 2)], "source": ["T1"]},
            "y": {"area": "p2", "source": ["T1", "T2"]},
            "z": {"area": "p2", "source": ["T2"], "actions": [(1, 1, "find_out")]},
            "w": {"area": "p3", "source": ["T3"]},
            "v": {
                "area": "vision",
                "source": ["R1"],
                "actions": [(3, 2, "start", "structural")],
            },
        }
    )
    own = own.model_copy(update={"roles": content.roles, "messages": content.messages})

    def compute(text: str = SHEET, *, min_group: int = 1) -> dict[str, Any]:
        answers = read_sheet(text.encode(), "blad.csv", own)
        scores = score(own, "all", answers, min_group=min_group)
        return dict(figures(scores, advise(own, answers, scores)))

    return compute


def test_the_keys_are_those_of_the_contract_in_its_order(
    figures_of: Callable[..., dict[str, Any]],
) -> None:
    found = figures_of()
    assert list(found) == TOP
    assert all(list(item) == ITEM for item in found["items"])
    assert all(list(area) == AREA for area in found["areas"])
    assert all(list(tip) == ["id", "share", "items_scored"] for tip in found["tips"])
    assert [list(one) for one in found["suggestions"]] == [SUGGESTION]
    assert [list(one) for one in found["year_plan"]] == [YEAR_STEP]
    assert [list(one) for one in found["find_out"]] == [["item", "action"]]
    assert found["division"] == {role: [role] for role in ("parent", "professional", "management")}


def test_it_is_plain_json(figures_of: Callable[..., dict[str, Any]]) -> None:
    found = figures_of()
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_the_figures_of_an_item(figures_of: Callable[..., dict[str, Any]]) -> None:
    item = figures_of()["items"][0]
    # Answers 4, 1, 3. Wilson: centre (1/3 + 3.841459/6) / 2.280486, half 0.833345 / 2.280486.
    assert item["share_interval"] == pytest.approx([0.061492, 0.792340], abs=1e-5)
    # One layer 1,0,1,1,0: TU = 4, TDU = 2, U = (3*4 - 4*2) / (3*6), times 1 - 2/4.
    assert item["agreement"] == pytest.approx(1 / 9)
    assert {key: item[key] for key in ITEM if key not in {"share_interval", "agreement"}} == {
        "id": "x",
        "area": "p1",
        "n_valid": 3,
        "dont_know": 0,
        "not_applicable": 0,
        "counts": [1, 0, 1, 1, 0],
        "median": 3,
        "share": pytest.approx(1 / 3),
        "need": pytest.approx((1 / 4 + 1 + 2 / 4) / 3),
        "agreement_class": "spread",
        "status": "scored",
        "situation": "build",  # the parent answers higher, but one of three people always may
        "difference": 1.0,
        "groups": {
            "parent": {"n_valid": 1, "counts": [0, 0, 0, 1, 0]},
            "professional": {"n_valid": 1, "counts": [1, 0, 0, 0, 0]},
            "management": {"n_valid": 1, "counts": [0, 0, 1, 0, 0]},
        },
    }


def test_the_status_of_each_item(figures_of: Callable[..., dict[str, Any]]) -> None:
    _, y, z, w, _ = figures_of()["items"]
    assert (y["status"], y["n_valid"], y["not_applicable"], y["agreement"]) == (
        "scored",
        2,
        1,
        None,
    )
    assert (z["status"], z["n_valid"], z["dont_know"]) == ("unknown", 1, 1)
    assert (w["status"], w["n_valid"], w["share"]) == ("empty", 0, None)


def test_areas_tips_and_balance(figures_of: Callable[..., dict[str, Any]]) -> None:
    found = figures_of()
    shares = {area["id"]: (area["share"], area["items_scored"]) for area in found["areas"]}
    assert shares["p1"] == (pytest.approx(1 / 3), 1)
    assert shares["p2"] == (1, 1)
    assert shares["p3"] == (None, 0)
    assert all(area["interval"] is None for area in found["areas"])
    statuses = {area["id"]: area["status"] for area in found["areas"]}
    assert (statuses["p1"], statuses["p2"], statuses["p3"]) == ("scored", "scored", "empty")
    assert found["balance"] == pytest.approx(2 / 3)
    tips = {tip["id"]: (tip["share"], tip["items_scored"]) for tip in found["tips"]}
    assert tips == {"T1": (pytest.approx(2 / 3), 2), "T2": (1, 1), "T3": (None, 0)}


def test_what_to_discuss_and_what_to_do(figures_of: Callable[..., dict[str, Any]]) -> None:
    found = figures_of()
    assert found["discuss_first"] == ["x"]
    assert found["strengths"] == ["y"]
    (suggestion,) = found["suggestions"]
    assert suggestion["item"] == "x"
    assert suggestion["action"] == "x-1"
    # Need 7/12, importance 3 of 3, ease 2/3 * 1: 7/12 * 1 * (1 + 2/3)/2.
    assert suggestion["priority"] == pytest.approx(35 / 72)
    assert suggestion["importance"] == 3
    assert suggestion["quick_win"] is True
    # It drops out only where the median drawn is 4: two or three times the parent, 7 in 27.
    assert suggestion["stability"] == pytest.approx(20 / 27, abs=4.5 * (0.19 / 1000) ** 0.5)
    (later,) = found["year_plan"]
    assert (later["item"], later["action"], later["situation"]) == ("v", "v-1", "build")
    assert later["priority"] == pytest.approx(1 / 2 * 2 / 3 * 2 / 3)
    assert found["find_out"] == [{"item": "z", "action": "z-1"}]
    assert found["agree_low"] == []


def test_a_suppressed_item_shows_nothing_but_its_status(
    figures_of: Callable[..., dict[str, Any]],
) -> None:
    item = figures_of(min_group=5)["items"][0]
    shown = {key: value for key, value in item.items() if value is not None}
    assert shown == {"id": "x", "area": "p1", "status": "suppressed"}
