"""All charts of a report, in order: for the screen, for the book and for the whole PDF."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnerschap.report.charts.actions import actions_chart
from partnerschap.report.charts.areas import areas_chart
from partnerschap.report.charts.drawing import Chart
from partnerschap.report.charts.groups import groups_chart
from partnerschap.report.charts.items import items_chart, legend
from partnerschap.report.charts.rounds import rounds_chart
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, cleaned


@dataclass(frozen=True)
class Picture:
    """A chart with its place in the report.

    Attributes
    ----------
    id
        ``partnerships``, ``others``, ``groups``, ``actions``, ``rounds``, or the area of which it
        shows every item.
    heading
        What it is about.
    reading
        How to read it; empty where a picture before it says the same.
    legend
        What its colours stand for, as SVG; empty where they stand for nothing.
    """

    id: str
    heading: str
    chart: Chart
    reading: str = ""
    legend: str = ""


def pictures(report: TeamReport) -> tuple[Picture, ...]:
    """Draw everything of a report that can be drawn, in the order of the whole report.

    Vega is loaded here, at the first picture: it takes a second.
    """
    tidy = cleaned(report)
    return tuple(_drawn(tidy, ReportWords.of(tidy)))


def _drawn(report: TeamReport, words: ReportWords) -> Iterator[Picture]:
    reading = words.say("areas_intro_own" if report.in_words else "areas_intro")
    for name, heading, partnerships in (
        ("partnerships", "heading_partnerships", True),
        ("others", "heading_others", False),
    ):
        if chart := areas_chart(report, words, partnerships=partnerships):
            yield Picture(name, words.say(heading), chart, reading)
    if not report.in_words:  # one answer to an item is said in words, and has no groups
        yield from _of_answers(report, words)
    # The steps are the team's: a parent reads what to ask.
    if report.role != "parent" and (chart := actions_chart(report, words)):
        reading = words.say("suggestions_intro")
        yield Picture("actions", words.say("heading_suggestions"), chart, reading)
    if chart := rounds_chart(report, words):
        reading = words.say("changes_intro")
        yield Picture("rounds", words.say("heading_changes"), chart, reading)


def _of_answers(report: TeamReport, words: ReportWords) -> Iterator[Picture]:
    key, reading = legend(words), words.say("read_bars")
    for area in report.scores.areas:
        items = [item for item in report.scores.items if item.area == area.id]
        heading = words.say("heading_items_of", area=words.area(area.id))
        yield Picture(area.id, heading, items_chart(report, words, items), reading, key)
        reading = ""
    if chart := groups_chart(report, words):
        reading = words.say("groups_intro")
        yield Picture("groups", words.say("heading_groups"), chart, reading, key)
