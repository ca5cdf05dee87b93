"""A written policy as PDF: the whole of it to decide on, and its topics for parents to read."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from partnerschap.content.policy import LineId, PolicyTopic
from partnerschap.report.pages.context import plan_step, shared_context
from partnerschap.report.pages.pdf import pdf_of
from partnerschap.report.pages.points import PageContext
from partnerschap.report.vision_text import vision_parts
from partnerschap.report.words import ReportWords, clean, cleaned_step, short
from partnerschap.report.written_policy import WrittenPolicy

_ORGANISATION: Final = 120
"""Characters of a name in the head."""

READING_LINES: Final = 3
"""To write on, below each question."""


def policy_pdf(policy: WrittenPolicy) -> bytes:
    """Make the whole policy, with vision and plan where they are given, as PDF."""
    return pdf_of(policy_context(policy), "policy")


def reading_pdf(policy: WrittenPolicy) -> bytes:
    """Make a sheet for a parent who reads the draft: its topics, with questions, as PDF."""
    words = ReportWords(policy.content, policy.sector)
    written = policy.content.policy
    context = {
        **_head(policy, words, "title_reading"),
        "topics": _topics(policy, words, open_lines=False),
        "questions": list(written.readers) if written else [],
        "lines": READING_LINES,
    }
    return pdf_of(context, "reading")


def policy_context(policy: WrittenPolicy) -> PageContext:
    """Return the template context of the whole policy, which the Word file has as well."""
    words = ReportWords(policy.content, policy.sector)
    topics = _topics(policy, words, open_lines=True)
    named = {topic["name"] for topic in topics}
    title, vision = vision_parts(policy.content, policy.vision)
    return {
        **_head(policy, words, "title_policy"),
        "about": _about(policy, words),
        "vision_title": title,
        "vision": [asdict(part) for part in vision],
        "topics": topics,
        "open": [topic.name for topic in _known(policy) if topic.name not in named],
        "plan": [
            plan_step(cleaned_step(step), number, words)
            for number, step in enumerate(policy.plan, 1)
        ],
        "deciders": _deciders(policy, words),
    }


def _head(policy: WrittenPolicy, words: ReportWords, title: str) -> PageContext:
    day = policy.made_on
    sectors = [one.name for one in policy.content.sectors if one.id == policy.sector]
    return {
        "title": words.say(title),
        "label": short(clean(policy.organisation), _ORGANISATION),
        "facts": [words.say("policy_draft"), *sectors, words.day(day)],
        "demo": "",
        "day": [day.year, day.month, day.day],
        **shared_context(words),
    }


def _about(policy: WrittenPolicy, words: ReportWords) -> list[PageContext]:
    """Return what is known of the policy as a whole."""
    groups = policy.content.vision.people if policy.content.vision else ()
    people = [group.name for group in groups if group.id in policy.people]
    said = {
        "policy_people": ", ".join(people),
        "policy_changed": _line(policy.changed),
        "policy_found": _line(policy.found),
        "policy_review": _line(policy.review),
    }
    return [{"name": words.say(key), "value": value} for key, value in said.items() if value]


def _known(policy: WrittenPolicy) -> tuple[PolicyTopic, ...]:
    return policy.content.policy.topics if policy.content.policy else ()


def _topics(policy: WrittenPolicy, words: ReportWords, *, open_lines: bool) -> list[PageContext]:
    """Return the topics of which something is written.

    Parameters
    ----------
    open_lines
        Whether a line that is still empty stands there, to be filled in.
    """
    topics: list[PageContext] = []
    for topic in _known(policy):
        written = _lines(policy, policy.topics.get(topic.id, {}))
        if not any(line["value"] for line in written):
            continue
        lines = [
            line if line["value"] else {**line, "value": words.say("policy_line_none")}
            for line in written
            if line["value"] or open_lines
        ]
        topics.append({"number": len(topics) + 1, "name": topic.name, "lines": lines})
    return topics


def _lines(policy: WrittenPolicy, written: Mapping[LineId, str]) -> list[PageContext]:
    lines = policy.content.policy.lines if policy.content.policy else ()
    return [{"name": line.name, "value": _line(written.get(line.id, ""))} for line in lines]


def _deciders(policy: WrittenPolicy, words: ReportWords) -> list[str]:
    """Return who the policy goes to, each with room to write what came of it."""
    councils = [
        str(one.words["council"]) for one in policy.content.sectors if one.id == policy.sector
    ] or [words.say("policy_council")]
    council = councils[0]
    return [
        words.say("policy_readers"),
        words.say("policy_team"),
        council[:1].upper() + council[1:],
        words.say("policy_board"),
    ]


def _line(text: str) -> str:
    return " ".join(clean(text).split())
