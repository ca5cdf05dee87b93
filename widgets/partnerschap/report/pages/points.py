"""What pages say of the points: what goes well, what to talk about, and what a parent can ask."""

from typing import Any, Final

from partnerschap.advice import pattern_of, unlisted_low, unlisted_strengths
from partnerschap.report.shares import says, unlisted_words
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords

PageContext = dict[str, Any]
"""Data of a template by name: texts, numbers, and lists and dicts of them; it goes as JSON."""

QUESTIONS: Final = 3
"""Questions that a parent is given at most."""


def notes(report: TeamReport, words: ReportWords) -> list[str]:
    """Say what a reader has to know first: answers of one kind alone, or of one side alone."""
    said = []
    if pattern := pattern_of(report.scores):
        reader = "parent" if report.role == "parent" else "own" if report.in_words else "team"
        said.append(words.content.message(f"result.pattern_{pattern}_{reader}"))
    if report.missing:
        said.append(words.content.message(f"result.missing_{report.missing}"))
    return said


def is_answered(report: TeamReport) -> bool:
    """Whether there is an answer on the scale, if only one that may not be shown."""
    return pattern_of(report.scores) not in {"none", "unknown"}


def strengths(report: TeamReport, words: ReportWords) -> list[PageContext]:
    """Return what goes well, each with how many say so and how a team holds on to it."""
    kept = {} if report.role == "parent" else {one.item: one for one in report.advice.keep}
    return [
        {
            **_said(report, words, item, high=True),
            "keep": (
                words.content.message("result.keep", text=words.action(kept[item].action))
                if item in kept
                else ""
            ),
        }
        for item in report.advice.strengths
    ]


def agree_low(report: TeamReport, words: ReportWords) -> list[PageContext]:
    """Return what people agree is low, each with how many say so and where a team begins."""
    return [
        {**_said(report, words, item, high=False), "begin": _begin(report, words, item)}
        for item in report.advice.agree_low
    ]


def strengths_more(report: TeamReport, words: ReportWords) -> str:
    """Say how many strengths are not listed; nothing where all are."""
    left = unlisted_strengths(report.scores, report.advice.strengths)
    return unlisted_words(words.content, left, high=True)


def agree_low_more(report: TeamReport, words: ReportWords) -> str:
    """Say how many points that people agree are low are not listed; nothing where all are."""
    left = unlisted_low(report.scores, report.advice.agree_low)
    return unlisted_words(words.content, left, high=False)


def agree_low_heading(report: TeamReport, words: ReportWords) -> str:
    """Return the title of what people agree is low."""
    return words.say("heading_agree_low_own" if report.in_words else "heading_agree_low")


def parent_advice(report: TeamReport, words: ReportWords) -> list[PageContext]:
    """Return what a parent can ask, and whom: about what gives most, else about what is unknown."""
    if report.role != "parent":
        return []
    advice = report.advice
    items = [one.item for one in advice.suggestions] or [one.item for one in advice.find_out]
    return [
        {
            "statement": words.statement(item),
            "ask": words.quoted(words.ask(item)),
            "tell": words.tell(item),
        }
        for item in dict.fromkeys(items)
        if words.ask(item)
    ][:QUESTIONS]


def strengths_none(report: TeamReport, words: ReportWords) -> str:
    """Say that nothing stands out as a strength; nothing where there is no answer to stand out."""
    if not is_answered(report):
        return ""
    if not report.scores.scored:
        return words.say("strengths_none_shown")
    return words.say("strengths_none_own" if report.in_words else "strengths_none")


def discuss_none(report: TeamReport, words: ReportWords) -> str:
    """Say that the answers to no point lie far apart, or that it cannot be seen."""
    if report.role == "parent":
        return words.say("discuss_none_parent")
    if report.in_words:
        return words.say("discuss_none_own")
    return words.say("discuss_none" if report.scores.scored else "discuss_none_shown")


def discuss(report: TeamReport, words: ReportWords) -> list[PageContext]:
    """Return what to talk about first, and what the team chose together where it did."""
    scores = {item.id: item for item in report.scores.items}
    entries = []
    for item in report.advice.discuss_first:
        details = [words.agreement(scores[item].agreement_class)]
        if chosen := words.answer(item, report.joint.get(item, 0)):
            details.append(words.say("joint", point=chosen))
        entries.append(
            {
                "text": words.statement(item),
                "detail": "; ".join(filter(None, details)),
                "begin": _begin(report, words, item),
            }
        )
    return entries


def _begin(report: TeamReport, words: ReportWords, item_id: str) -> str:
    """Say how a team begins with a point, or which step further on is about it."""
    advice = report.advice
    if report.role == "parent":
        return ""
    if own := [one.action for one in advice.begin if one.item == item_id]:
        return words.content.message("result.begin", text=words.action(own[0]))
    for number, step in enumerate(advice.suggestions, 1):
        if step.item == item_id:
            return words.say("begin_step", number=number)
    return words.say("begin_year") if item_id in {one.item for one in advice.year_plan} else ""


def _said(report: TeamReport, words: ReportWords, item_id: str, *, high: bool) -> PageContext:
    score = next(item for item in report.scores.items if item.id == item_id)
    return {"text": words.statement(item_id), "detail": says(words.content, score, high=high)}
