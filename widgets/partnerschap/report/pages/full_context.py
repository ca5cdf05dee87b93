"""The template context of the whole report, chapter by chapter, and of the plan alone."""

from partnerschap.report.charts.palette import on_paper
from partnerschap.report.charts.pictures import pictures
from partnerschap.report.pages.context import (
    confidential,
    head,
    hidden,
    next_round,
    picture,
    plan_step,
    respondents,
)
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
from partnerschap.report.shares import balance_words, percent, share_words
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords
from partnerschap.scoring.intervals import LEAST_PERSONS


def whole(report: TeamReport, words: ReportWords) -> PageContext:
    """Return everything that may be shown of a round, with how to read it.

    A parent's own report has no steps, tips and plan of a team: it has what a parent can ask.
    """
    parent = report.role == "parent"
    shown = pictures(report)
    drawn = {drawing.id: picture(drawing.chart) for drawing in shown}
    legend = next((drawing.legend for drawing in shown if drawing.legend), "")
    return {
        **head(report, words, "title_full"),
        "who": respondents(report, words),
        "in_words": report.in_words,
        "parent": parent,
        "notes": notes(report, words),
        "strengths": strengths(report, words),
        "strengths_more": strengths_more(report, words),
        "strengths_none": strengths_none(report, words),
        "discuss": discuss(report, words),
        "agree_low": agree_low(report, words),
        "agree_low_more": agree_low_more(report, words),
        "agree_low_heading": agree_low_heading(report, words),
        "parent_advice": parent_advice(report, words),
        "parent_advice_intro": words.content.message("result.parent_advice_intro"),
        "discuss_none": discuss_none(report, words),
        "partnerships": drawn.get("partnerships"),
        "others": drawn.get("others"),
        "balance": balance_words(words.content, report.scores),
        "answered": is_answered(report),
        "legend": {"svg": on_paper(legend)},
        "scales": [
            {"name": words.say(f"scale_{scale.id}"), "points": list(scale.points)}
            for scale in words.content.scales.scales
        ],
        "areas": [
            _area(report, words, area.id, drawn.get(area.id)) for area in report.scores.areas
        ],
        "groups": drawn.get("groups"),
        "groups_none": _groups_none(report, words),
        "tips": [] if parent else _tips(report, words),
        "actions": drawn.get("actions"),
        "suggestions": [] if parent else _suggestions(report, words),
        "year_plan": [] if parent else _year_plan(report, words),
        "find_out": _find_out(report, words),
        "stability": _stability(report, words),
        "voted": report.importance is not None,
        **plan(report, words),
        "changes": drawn.get("rounds"),
        "hidden": hidden(report, words),
        "confidential": confidential(report, words),
        "least": (
            words.say("least", least=report.scores.min_group) if report.scores.min_group > 1 else ""
        ),
    }


def plan(report: TeamReport, words: ReportWords) -> PageContext:
    """Return the whole plan and when to look back."""
    return {
        "plan": [plan_step(step, number, words) for number, step in enumerate(report.plan, 1)],
        "next": next_round(report, words),
    }


def plan_alone(report: TeamReport, words: ReportWords) -> PageContext:
    """Return the plan as a file of its own."""
    return {**head(report, words, "title_plan"), **plan(report, words)}


def _area(
    report: TeamReport, words: ReportWords, area_id: str, chart: PageContext | None
) -> PageContext:
    area = next(known for known in words.content.areas if known.id == area_id)
    if not report.in_words:
        return {"name": area.name, "short": area.short, "chart": chart}
    answers = []
    for item in (item for item in report.scores.items if item.area == area_id):
        extra = "dont_know" if item.dont_know else "not_applicable" if item.not_applicable else ""
        if item.counts is not None and any(item.counts):
            answer = words.points(item.id)[item.counts.index(1)]
        else:
            answer = words.outside_scale(extra) if extra else words.status(report.scores, item.id)
        answers.append([words.statement(item.id), answer])
    return {"name": area.name, "short": area.short, "chart": None, "answers": answers}


def _tips(report: TeamReport, words: ReportWords) -> list[list[str]]:
    summaries = {tip.id: tip.summary for tip in words.content.tips}
    rows = []
    for tip in report.scores.tips:
        if report.in_words and tip.share is not None:
            count = round(tip.share * tip.items_scored)
            share = words.say("count_of", n=count, total=tip.items_scored)
        elif tip.share is None:
            share = words.say("not_shown")
        else:
            share = share_words(words.content, tip.share)
        rows.append([summaries[tip.id], share])
    return rows


def _suggestions(report: TeamReport, words: ReportWords) -> list[PageContext]:
    return [
        {
            "number": number,
            "text": words.action(suggestion.action),
            "statement": words.statement(suggestion.item),
            "why": suggestion.why,
            "quick_win": suggestion.quick_win,
            "importance": (
                words.say(f"importance_{suggestion.importance}")
                if report.importance is not None and suggestion.item in report.importance
                else ""
            ),
            "effort": words.grade("effort", suggestion.effort),
            "impact": words.grade("impact", suggestion.impact),
        }
        for number, suggestion in enumerate(report.advice.suggestions, 1)
    ]


def _stability(report: TeamReport, words: ReportWords) -> list[list[str]]:
    """Say how certain each suggestion is; of few people there is nobody to draw again."""
    if report.scores.respondents < LEAST_PERSONS:
        return []
    return [
        [
            f"{number}. {words.action(one.action)}",
            words.say("stability", share=percent(one.stability)),
        ]
        for number, one in enumerate(report.advice.suggestions, 1)
    ]


def _groups_none(report: TeamReport, words: ReportWords) -> str:
    if report.in_words:
        return words.say("groups_none_one")
    return words.say("groups_none_parents" if report.missing == "parents" else "groups_none")


def _year_plan(report: TeamReport, words: ReportWords) -> list[PageContext]:
    return [
        {
            "text": words.action(step.action),
            "statement": words.statement(step.item),
            "why": step.why,
            "effort": words.grade("effort", step.effort),
            "impact": words.grade("impact", step.impact),
        }
        for step in report.advice.year_plan
    ]


def _find_out(report: TeamReport, words: ReportWords) -> list[PageContext]:
    """Return how to find out; a parent asks, and a team goes about it."""
    parent = report.role == "parent"
    return [
        {
            "statement": words.statement(one.item),
            "text": (
                " ".join((words.quoted(words.ask(one.item)), words.tell(one.item)))
                if parent and words.ask(one.item)
                else words.action(one.action)
            ),
        }
        for one in report.advice.find_out
    ]
