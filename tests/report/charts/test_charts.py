"""Charts: their figures are those of the scoring, and everybody can read them."""

import re
from dataclasses import replace
from typing import Any

import altair as alt
import pytest

import reports
from partnerschap.locations import BOOK
from partnerschap.report import TeamReport, pictures
from partnerschap.report.charts.actions import actions_chart
from partnerschap.report.charts.areas import areas_chart
from partnerschap.report.charts.drawing import Chart
from partnerschap.report.charts.groups import groups_chart
from partnerschap.report.charts.items import items_chart
from partnerschap.report.charts.palette import ANSWERS, ON_ANSWERS, on_paper, palette
from partnerschap.report.charts.rounds import rounds_chart
from partnerschap.report.pages.context import one_page
from partnerschap.report.pages.full_context import whole
from partnerschap.report.shares import balance_words, percent
from partnerschap.report.words import ReportWords

WORDS = ReportWords(reports.CONTENT, "school")
SHEET = (BOOK / "_static/tokens.css").read_text(encoding="utf-8")
INK = re.compile(r"var\(--ps-([\w-]+)\)")


@pytest.fixture(scope="module")
def report() -> TeamReport:
    return reports.second_round()


@pytest.fixture(scope="module")
def charts(report: TeamReport) -> dict[str, Chart]:
    items = [item for item in report.scores.items if item.area == "informeel"]
    made = {
        "areas": areas_chart(report, WORDS, partnerships=True),
        "items": items_chart(report, WORDS, items),
        "groups": groups_chart(report, WORDS),
        "actions": actions_chart(report, WORDS),
        "rounds": rounds_chart(report, WORDS),
    }
    return {name: chart for name, chart in made.items() if chart is not None}


def values(chart: Chart, layer: int) -> Any:
    return chart.specification["layer"][layer]["data"]["values"]


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_are_those_of_the_course() -> None:
    sheet = (BOOK / "_static/tokens.css").read_text(encoding="utf-8")
    for name in ("accent", "answer-1", "informeel", "surface-2"):
        assert f"--ps-{name}: {palette()[name]};" in sheet


def test_answers_keep_their_order_in_grey_with_readable_numbers() -> None:
    light = [luminance(palette()[name]) for name in ANSWERS]
    assert light == sorted(light, reverse=True)
    for box, number in zip(ANSWERS, ON_ANSWERS, strict=True):
        low, high = sorted((luminance(palette()[box]), luminance(palette()[number])))
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_a_picture_has_colours_of_the_course_alone_in_light_and_dark(report: TeamReport) -> None:
    light, dark = (set(re.findall(r"--ps-([\w-]+): #", part)) for part in SHEET.split("html[")[:2])
    drawn = [svg for one in pictures(report) for svg in (one.chart.svg, one.legend) if svg]
    for svg in drawn:
        given = set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) - {"none", "transparent"}
        names = {found[1] for colour in given if (found := INK.fullmatch(colour))}
        assert len(names) == len(given) > 0
        assert names <= light & dark


def test_paper_gets_the_light_colours(report: TeamReport) -> None:
    made = f"{whole(report, WORDS)}{one_page(report, WORDS)}"
    assert made.count("<svg") > 10
    assert "var(" not in made
    assert on_paper('<text fill="var(--ps-text)">') == f'<text fill="{palette()["text"]}">'


def test_what_a_person_typed_is_not_taken_for_a_colour() -> None:
    for typed in ("<text>var(--ps-text)</text>", '<text fill="var(--ps-bestaat-niet)">'):
        assert on_paper(typed) == typed


def test_pictures_stand_in_the_order_of_the_whole_report(report: TeamReport) -> None:
    areas = [area.id for area in report.scores.areas]
    drawn = pictures(report)
    assert [one.id for one in drawn] == ["partnerships", *areas, "groups", "actions", "rounds"]
    of_answers = {one.id for one in drawn if one.legend}
    assert of_answers == {*areas, "groups"}
    statements = [row[0] for one in drawn if one.id in areas for row in one.chart.rows]
    assert statements == [WORDS.statement(item.id) for item in report.scores.items]


def test_one_form_has_no_picture_of_answers() -> None:
    assert {one.id for one in pictures(reports.together())} <= {"partnerships", "actions"}


def test_there_is_a_chart_of_everything(charts: dict[str, Chart]) -> None:
    assert set(charts) == {"areas", "items", "groups", "actions", "rounds"}


@pytest.mark.parametrize("name", ["areas", "items", "groups", "actions", "rounds"])
def test_a_chart_has_words_a_table_and_nothing_from_elsewhere(
    charts: dict[str, Chart], name: str
) -> None:
    chart = charts[name]
    alt.Chart.from_dict(dict(chart.specification)).to_dict()
    assert chart.alternative.endswith(".")
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.header)}
    addresses = set(re.findall(r"https?://[^\"' ]+", chart.svg))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "<script" not in chart.svg
    assert re.match(r'<svg[^>]* width="482"', chart.svg)


def test_bars_of_areas_are_as_long_as_their_shares(
    report: TeamReport, charts: dict[str, Chart]
) -> None:
    shares = [area.share for area in report.scores.areas]
    assert [bar["x2"] for bar in values(charts["areas"], 1)] == shares
    assert [row[1] for row in charts["areas"].rows] == [percent(share) for share in shares]
    for area in report.scores.areas:
        assert WORDS.area(area.id) in charts["areas"].svg


def test_each_area_of_a_chart_has_its_own_icon(charts: dict[str, Chart]) -> None:
    (layer,) = [one for one in charts["areas"].specification["layer"] if "shape" in one["encoding"]]
    areas = [area for area in reports.CONTENT.areas if area.partnership]
    icons = layer["data"]["values"]
    assert len({icon["shape"] for icon in icons}) == len(areas)
    assert [icon["stroke"] for icon in icons] == [f"var(--ps-{area.id})" for area in areas]


@pytest.mark.parametrize(("people", "least", "apart"), [(1, 1, 3), (3, 1, 2), (6, 5, 2)])
def test_low_and_middle_answers_are_drawn_and_said_apart(
    people: int, least: int, apart: int
) -> None:
    ids = [item.id for item in reports.CONTENT.items_of("kort")]
    charts = []
    for value in (1, 2, 3):
        rows: reports.Rows = [("professional", dict.fromkeys(ids, value))] * people
        report = reports.report_of(rows, min_group=least, instrument="kort")
        if chart := areas_chart(report, ReportWords.of(report), partnerships=True):
            charts.append(chart)
    # One person's lowest two answers are told apart as well; a team's are both low.
    assert len({chart.svg for chart in charts}) == apart
    assert len({chart.alternative for chart in charts}) == apart
    assert len({chart.rows for chart in charts}) == 1  # no high answer in any


def test_one_form_has_a_column_an_answer_as_high_as_the_answer() -> None:
    asked = [item for item in reports.CONTENT.items_of("kort") if item.area == "informeel"]
    rows: reports.Rows = [("professional", {asked[0].id: 2, asked[1].id: 5})]
    report = reports.report_of(rows, min_group=1, instrument="kort")
    chart = areas_chart(report, ReportWords.of(report), partnerships=True)
    assert chart is not None
    whole, high, low = (values(chart, layer) for layer in range(3))
    tall = [one["y2"] - one["y"] for one in (whole[0], *high, *low)]
    assert tall == pytest.approx([tall[0], tall[0], tall[0] * 2 / 5])
    assert "1 keer Altijd, 1 keer Zelden" in chart.alternative


def test_the_balance_names_the_ends(report: TeamReport) -> None:
    shares = {area.id: area.share or 0 for area in report.scores.areas}
    sentence = balance_words(WORDS.content, report.scores)
    assert WORDS.area(max(shares, key=lambda one: shares[one])) in sentence.split(".")[0]
    assert WORDS.area(min(shares, key=lambda one: shares[one])) in sentence.split(".")[1]


def test_answers_lie_on_both_sides_of_the_line_between_three_and_four(
    report: TeamReport, charts: dict[str, Chart]
) -> None:
    items = [item for item in report.scores.items if item.area == "informeel"]
    boxes = values(charts["items"], 0)
    for item in items:
        if item.status != "scored" or item.counts is None:
            continue
        own = boxes[: sum(1 for count in item.counts if count)]
        boxes = boxes[len(own) :]
        n = sum(item.counts)
        assert own[0]["x"] == pytest.approx(-sum(item.counts[:3]) / n)
        assert own[-1]["x2"] == pytest.approx(item.share)
    assert boxes == []


def test_a_suppressed_item_has_words_and_no_bar() -> None:
    report = reports.report_of(reports.rows_of(4))
    chart = items_chart(report, WORDS, report.scores.items[:3])
    assert values(chart, 0) == []
    assert "te weinig antwoorden" in chart.svg
    assert not re.search(r"\d", "".join("".join(row[1:]) for row in chart.rows))
    assert "geen met genoeg antwoorden" in chart.alternative


def test_groups_are_those_that_may_be_shown(charts: dict[str, Chart], report: TeamReport) -> None:
    shown = {
        WORDS.say("group", name=WORDS.group(role), n=group.n_valid)
        for item in report.scores.items
        for role, group in (item.groups or {}).items()
    }
    assert {row[1] for row in charts["groups"].rows} <= shown
    largest = max(report.differences, key=lambda one: abs(one.delta))
    assert WORDS.statement(largest.item).rstrip(".") in charts["groups"].alternative


def test_every_suggestion_has_its_number_in_a_square(
    report: TeamReport, charts: dict[str, Chart]
) -> None:
    dots = {dot["text"]: dot["x"] for dot in values(charts["actions"], 1)}
    for number, one in enumerate(report.advice.suggestions, 1):
        assert one.effort - 1 < dots[str(number)] < one.effort


def test_a_round_is_called_changed_only_where_it_is(
    report: TeamReport, charts: dict[str, Chart]
) -> None:
    said = [row[-1] for row in charts["rounds"].rows]
    expected = {"up": "veranderd: omhoog", "down": "veranderd: omlaag", None: "niet duidelijk"}
    assert said == [expected[change.direction] for change in report.changes]
    assert any(change.direction == "up" for change in report.changes)


def test_without_rounds_groups_or_actions_there_is_no_chart() -> None:
    report = reports.report_of(reports.rows_of(4))
    assert groups_chart(report, WORDS) is None
    assert actions_chart(report, WORDS) is None
    assert rounds_chart(report, WORDS) is None
    assert areas_chart(replace(report), WORDS, partnerships=False) is None


def test_one_form_has_counts_and_no_percentages() -> None:
    chart = areas_chart(reports.together(), WORDS, partnerships=True)
    assert chart is not None
    assert "%" not in chart.svg + chart.alternative
    assert re.fullmatch(r"\d van \d", chart.rows[0][1])
