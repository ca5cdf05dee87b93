"""A written policy as a Word file, to go on writing in and to decide on."""

from typing import Any

from partnerschap.report.office.plan_word import add_plan
from partnerschap.report.office.vision_word import add_vision
from partnerschap.report.office.word import GRID, add_detail, new_document, packed, repeat_header
from partnerschap.report.pages.points import PageContext
from partnerschap.report.pages.policy import policy_context
from partnerschap.report.vision_text import VisionPart
from partnerschap.report.words import ReportWords
from partnerschap.report.written_policy import WrittenPolicy


def policy_document(policy: WrittenPolicy) -> bytes:
    """Make the whole policy, with vision and plan where they are given, as a Word file."""
    words = ReportWords(policy.content, policy.sector)
    context = policy_context(policy)
    title = " · ".join(filter(None, (context["title"], context["label"])))
    document = new_document(title, context["language"])
    document.add_heading(context["title"], level=0)
    if context["label"]:
        document.add_paragraph(style="Subtitle").add_run(context["label"])
    document.add_paragraph(" · ".join(context["facts"]))
    for one in context["about"]:
        add_detail(document, one["name"], one["value"])
    if context["vision"]:
        document.add_heading(context["vision_title"], level=1)
        add_vision(document, (VisionPart(**part) for part in context["vision"]), level=2)
    _topics(document, words, context)
    if context["plan"]:
        document.add_heading(words.say("heading_plan"), level=1)
        add_plan(document, words, context["plan"])
    _decision(document, words, context["deciders"])
    return packed(document)


def _topics(document: Any, words: ReportWords, context: PageContext) -> None:
    document.add_heading(words.say("policy_topics"), level=1)
    if not context["topics"]:
        document.add_paragraph(words.say("policy_topics_none"))
    for topic in context["topics"]:
        document.add_heading(f"{topic['number']}. {topic['name']}", level=2)
        for line in topic["lines"]:
            add_detail(document, line["name"], line["value"])
    if context["open"]:
        document.add_heading(words.say("policy_open"), level=2)
        for name in context["open"]:
            document.add_paragraph(name, style="List Bullet")


def _decision(document: Any, words: ReportWords, deciders: list[str]) -> None:
    document.add_heading(words.say("policy_decision"), level=1)
    document.add_paragraph(words.say("policy_decision_how"))
    keys = ("policy_with", "policy_date", "policy_outcome")
    table = document.add_table(rows=1, cols=len(keys), style=GRID)
    repeat_header(table)
    for cell, key in zip(table.rows[0].cells, keys, strict=True):
        cell.paragraphs[0].add_run(words.say(key)).bold = True
    for name in deciders:
        table.add_row().cells[0].paragraphs[0].add_run(name)
