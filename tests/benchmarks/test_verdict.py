"""What the benchmark beside peers makes of its figures, with numbers worked out by hand."""

import pytest

from peers.contenders import OURS
from peers.rooms import percentile
from peers.verdict import FIGURES, GOALS, Goal, Judged, judge, medians, ratios, report

FOUND = {
    OURS: {
        "usable_ms": 600.0,
        "slow_usable_ms": 3000.0,
        "first_visit_kb": 140.0,
        "memory_mb": 30.0,
        "memory_idle_mb": 8.0,
        "room_last_s": 10.0,
        "answer_p99_ms": 150.0,
    },
    "voila": {"usable_ms": 4000.0, "memory_mb": 40.0, "memory_idle_mb": 80.0, "room_last_s": 80.0},
    "panel": {"usable_ms": 1500.0},
    "shiny": {"usable_ms": 400.0, "slow_usable_ms": 1000.0},
    "streamlit": {"slow_usable_ms": 0.0},
}


def test_a_median_is_of_the_repetitions_that_have_the_figure() -> None:
    found = medians([{"usable_ms": 5.0, "requests": 3}, {"usable_ms": 1.0}, {"usable_ms": 2.0}])
    assert found == {"usable_ms": 2.0, "requests": 3}


def test_a_ratio_is_ours_divided_by_the_peers() -> None:
    found = ratios(FOUND)
    assert found["voila"] == pytest.approx(
        {"usable_ms": 0.15, "memory_mb": 0.75, "memory_idle_mb": 0.1, "room_last_s": 0.125}
    )
    assert found["shiny"] == pytest.approx({"usable_ms": 1.5, "slow_usable_ms": 3.0})
    assert found["streamlit"] == {}, "nothing is divided by nothing"
    assert OURS not in found


def test_each_goal_is_reached_or_not() -> None:
    # 600 / 1500 = 0.4; 600 / 400 = 1.5, which just reaches 1.5; 600 / 4000 = 0.15;
    # 3000 / 1000 = 3; 8 / 80 = 0.1, which just reaches the aim; 10 / 80 = 0.125.
    assert [one.verdict for one in judge(FOUND)] == [
        "reached, the aim too",
        "reached",
        "reached",
        "not measured",
        "NOT reached",
        "reached, the aim too",
        "NOT reached",
        "reached, the aim too",
        "reached",
        "reached",
        "not measured",
    ]


def test_a_goal_that_is_just_missed_is_not_reached() -> None:
    goal = Goal("answer_p99_ms", reach=150, aim=50)
    found = [Judged(goal, value).verdict for value in (50.0, 50.1, 150.0, 150.1)]
    assert found == ["reached, the aim too", "reached", "reached", "NOT reached"]


def test_every_goal_is_about_a_figure_and_its_aim_is_further_than_what_is_to_be_reached() -> None:
    assert {goal.figure for goal in GOALS} <= set(FIGURES)
    assert all(goal.aim < goal.reach for goal in GOALS)


@pytest.mark.parametrize(("percent", "expected"), [(50, 5.0), (90, 9.0), (99, 10.0), (100, 10.0)])
def test_a_percentile_is_the_least_value_that_so_many_do_not_exceed(
    percent: int, expected: float
) -> None:
    values = [float(value) for value in (3, 1, 2, 10, 9, 8, 7, 6, 5, 4)]
    assert percentile(values, percent) == expected


def test_the_report_names_what_was_measured_and_each_goal() -> None:
    text = report(FOUND, {OURS: {"first_byte": 130.0, "usable": 600.0}})
    assert all(peer in text for peer in FOUND)
    assert FIGURES["usable_ms"] in text
    assert FIGURES["score_s"] not in text.split("goal", 1)[0], "nobody has this figure"
    for goal in GOALS:
        assert goal.name in text
    assert text.count("reached") == len(GOALS) - 2
    assert text.count("NOT reached") == 2
