"""The template context of the whole report, chapter by chapter, and of the plan alone."""

from partnerschap.report.charts.areas import balance_sentence
from partnerschap.report.charts.palette import on_paper
from partnerschap.report.charts.pictures import pictures
from partnerschap.report.pages.context import (
    PageContext,
    confidential,
    discuss,
    discuss_none,
    head,
    hidden,
    next_round,
    picture,
    plan_step,
    respondents,
    strengths,
    strengths_none,
)
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, percent


def whole(report: TeamReport, words: ReportWords) -> PageContext:
    """Return everything that may be shown of a round, with how to read it."""
    shown = pictures(report)
    drawn = {drawing.id: picture(drawing.chart) for drawing in shown}
    legend = next((drawing.legend for drawing in shown if drawing.legend), "")
    return {
        **head(report, words, "title_full"),
        "who": respondents(report, words),
        "in_words": report.in_words,
        "strengths": strengths(report, words),
        "strengths_none": strengths_none(report, words),
        "discuss": discuss(report, words),
        "discuss_none": discuss_none(report, words),
        "partnerships": drawn.get("partnerships"),
        "others": drawn.get("others"),
        "balance": balance_sentence(report, words),
        "legend": {"svg": on_paper(legend)},
        "scales": [
            {"name": words.say(f"scale_{scale.id}"), "points": list(scale.points)}
            for scale in words.content.scales.scales
        ],
        "areas": [
            _area(report, words, area.id, drawn.get(area.id)) for area in report.scores.areas
        ],
        "groups": drawn.get("groups"),
        "groups_none": words.say("groups_none_one" if report.in_words else "groups_none"),
        "tips": _tips(report, words),
        "actions": drawn.get("actions"),
        "suggestions": _suggestions(report, words),
        "year_plan": _year_plan(report, words),
        "find_out": _find_out(report, words),
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
        else:
            share = percent(tip.share) or words.say("not_shown")
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
            # One form has no people to draw again: how certain it is cannot be said.
            "stability": (
                ""
                if report.in_words
                else words.say("stability", share=percent(suggestion.stability))
            ),
        }
        for number, suggestion in enumerate(report.advice.suggestions, 1)
    ]


def _year_plan(report: TeamReport, words: ReportWords) -> list[PageContext]:
    return [
        {
            "text": words.action(step.action),
            "statement": words.statement(step.item),
            "why": step.why,
        }
        for step in report.advice.year_plan
    ]


def _find_out(report: TeamReport, words: ReportWords) -> list[PageContext]:
    return [
        {"statement": words.statement(one.item), "text": words.action(one.action)}
        for one in report.advice.find_out
    ]
