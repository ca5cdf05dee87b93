"""The template context of a page: what it says of a report, as data for a Typst template.

Here is what all pages share: the head, the plan, and what is not shown.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from partnerschap.report.charts.areas import areas_chart
from partnerschap.report.charts.drawing import Chart
from partnerschap.report.charts.palette import on_paper, palette
from partnerschap.report.pages.points import (
    PageContext,
    agree_low,
    agree_low_heading,
    agree_low_more,
    discuss,
    discuss_none,
    is_answered,
    notes,
    parent_advice,
    strengths,
    strengths_more,
    strengths_none,
)
from partnerschap.report.shares import balance_words
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, short

if TYPE_CHECKING:
    from partnerschap.sessions import PlanStep

_ZERO_WIDTH_SPACE: Final = "\u200b"
_LONG_WORD: Final = re.compile(r"\S{28}(?=\S)")

STATEMENT_ON_A_PAGE: Final = 120
STEP_ON_A_PAGE: Final = 130
OWNER_ON_A_PAGE: Final = 40
STEPS_ON_A_PAGE: Final = 4
LABEL: Final = 80


def head(report: TeamReport, words: ReportWords, title: str) -> PageContext:
    """Return what every file begins with."""
    return {
        "title": words.say(title),
        "label": short(report.label, LABEL),
        "facts": _facts(report, words),
        "demo": words.say("demo") if report.demo else "",
        "earlier": words.say("earlier_edition") if report.earlier_edition else "",
        "day": _parts(report.made_on),
        **shared_context(words),
    }


def shared_context(words: ReportWords) -> PageContext:
    """Return the words and colours that the templates share."""
    return {"w": words.fixed, "colours": dict(palette()), "language": words.content.language}


def one_page(report: TeamReport, words: ReportWords) -> PageContext:
    """Return the figures and the plan that go on one A4, cut off where they would not fit."""
    steps = [step for step in report.plan if step.state != "stopped"]
    more = len(steps) - STEPS_ON_A_PAGE
    chart = areas_chart(report, words, partnerships=True) or areas_chart(
        report, words, partnerships=False
    )
    cut = any(len(step.text) > STEP_ON_A_PAGE for step in steps[:STEPS_ON_A_PAGE])
    return {
        **head(report, words, "title_one_page"),
        "who": respondents(report, words),
        "strengths": [_short(entry, STATEMENT_ON_A_PAGE) for entry in strengths(report, words)],
        "strengths_more": strengths_more(report, words),
        "strengths_none": strengths_none(report, words),
        "notes": notes(report, words),
        "chart": picture(chart) if is_answered(report) else None,
        "chart_reading": words.say("areas_intro_own" if report.in_words else "areas_intro"),
        "balance": balance_words(words.content, report.scores) if _has_partnerships(report) else "",
        "discuss_none": discuss_none(report, words),
        "discuss": [_short(entry, STATEMENT_ON_A_PAGE) for entry in discuss(report, words)],
        "agree_low": [_short(entry, STATEMENT_ON_A_PAGE) for entry in agree_low(report, words)],
        "agree_low_more": agree_low_more(report, words),
        "agree_low_heading": agree_low_heading(report, words),
        "parent": report.role == "parent",
        "parent_advice": parent_advice(report, words),
        "is_planned": bool(steps),
        # What is not agreed yet is left open: there is room to write it. A parent asks instead.
        "plan": []
        if report.role == "parent"
        else [
            {
                "text": short(step.text, STEP_ON_A_PAGE),
                "owner": short(step.owner, OWNER_ON_A_PAGE),
                "due": words.day(step.due),
            }
            for step in steps[:STEPS_ON_A_PAGE]
        ]
        or _steps(report, words),
        "more": _more(words, more, cut=cut),
        "next": next_round(report, words),
        "hidden": hidden(report, words),
        "confidential": confidential(report, words),
    }


def respondents(report: TeamReport, words: ReportWords) -> str:
    """Say how many filled in, and from how many answers on a point is shown."""
    n = report.scores.respondents
    if report.together:
        return words.say("who_together")
    if report.role is not None:
        return words.say("who_own_as", role=words.group(report.role))
    if report.in_words:
        return words.say("who_own")
    form = "one" if n == 1 else "many"
    return words.say(f"who_{form}", n=n)


def plan_step(step: "PlanStep", number: int, words: ReportWords) -> PageContext:
    """Return all of a step; what is empty stays empty."""
    known = words.content.items_by_id
    areas = {area.id: area.name for area in words.content.areas}
    return {
        "number": number,
        "text": step.text or words.say("text_none"),
        "statement": words.statement(step.item) if step.item in known and step.item else "",
        "owner": step.owner or words.say("owner_none"),
        "due": words.day(step.due) or words.say("due_none"),
        "state": words.say(f"state_{step.state}"),
        "first_step": step.first_step,
        "evidence": step.evidence,
        "celebration": step.celebration,
        "reason": step.reason,
        "belongs": areas.get(step.area or "", ""),
        "months": ", ".join(words.say(f"month_{month}") for month in step.months),
    }


def hidden(report: TeamReport, words: ReportWords) -> list[str]:
    """Say in words what is not shown, and why."""
    if report.in_words:
        return []
    said = []
    statuses = [item.status for item in report.scores.items]
    least = report.scores.min_group
    for status in ("suppressed", "unknown", "empty"):
        if count := statuses.count(status):
            form = "one" if count == 1 else "many"
            said.append(words.say(f"hidden_{status}_{form}", n=count, least=least))
    if not said:
        said.append(words.say("hidden_nothing"))
    if least > 1:
        said.append(words.say("hidden_groups", least=least))
    return said


def confidential(report: TeamReport, words: ReportWords) -> str:
    """Say how careful a reader has to be with this file."""
    if report.in_words:
        return words.say("confidential_together" if report.together else "confidential_own")
    if report.scores.min_group == 1:
        return words.say("confidential_all")
    return words.say("confidential")


def next_round(report: TeamReport, words: ReportWords) -> str:
    """Say when the team looks back."""
    if report.next_round is None:
        return words.say("next_round_none")
    return words.say("next_round", date=words.day(report.next_round))


def picture(chart: Chart | None) -> PageContext | None:
    """Return a chart as the templates take it."""
    if chart is None:
        return None
    return {
        "svg": on_paper(chart.svg),
        "alternative": chart.alternative,
        "header": list(chart.header),
        "rows": [list(row) for row in chart.rows],
    }


def breakable(value: Any) -> Any:
    """Let a word that is longer than a line break, anywhere in a context."""
    if isinstance(value, str):
        return _LONG_WORD.sub(lambda part: part[0] + _ZERO_WIDTH_SPACE, value)
    if isinstance(value, Mapping):
        return {key: part if key == "svg" else breakable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [breakable(part) for part in value]
    return value


def _facts(report: TeamReport, words: ReportWords) -> list[str]:
    facts = [
        instrument.name
        for instrument in words.content.instruments
        if instrument.id == report.instrument
    ]
    if report.round is not None:
        facts.append(words.say("round", round=report.round))
    facts += [sector.name for sector in words.content.sectors if sector.id == report.sector]
    if report.role is not None and report.instrument:
        facts.append(words.say("filled_in_as", role=words.group(report.role)))
    return [*facts, words.day(report.made_on)]


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _has_partnerships(report: TeamReport) -> bool:
    partnerships = {area.id for area in report.content.areas if area.partnership}
    return any(area.id in partnerships for area in report.scores.areas)


def _short(one: PageContext, limit: int) -> PageContext:
    return {**one, "text": short(one["text"], limit)}


def _steps(report: TeamReport, words: ReportWords) -> list[PageContext]:
    """Return what can be done now, for a page without a plan yet."""
    return [
        {"text": short(words.action(one.action), STEP_ON_A_PAGE), "owner": "", "due": ""}
        for one in report.advice.suggestions[:STEPS_ON_A_PAGE]
    ]


def _more(words: ReportWords, more: int, *, cut: bool) -> str:
    if more > 0:
        return words.say("more_one" if more == 1 else "more_many", n=more)
    return words.say("more_cut") if cut else ""
