"""Check the content of `partnerschap.content.policy`: its references, and its own examples."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from partnerschap.content.faults import Fault, repeated_ids, same_ids, unknown_references
from partnerschap.content.models import Content
from partnerschap.content.policy import LINES, Policy, PolicyTopic
from partnerschap.content.practice import Vision

_FILE: Final = "policy.yml"
_TO_A_COLLEAGUE: Final = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def check_policy(content: Content) -> Iterator[Fault]:
    """Find what does not hold together in the topics, their examples and the readers' questions."""
    policy = content.policy
    if policy is None:
        return
    yield from same_ids((_FILE, "", "lines"), LINES, [line.id for line in policy.lines], _FILE)
    yield from repeated_ids(_FILE, [line.id for line in policy.lines])
    yield from repeated_ids(_FILE, [topic.id for topic in policy.topics])
    yield from repeated_ids(_FILE, [topic.source for topic in policy.topics], "source")
    for topic in policy.topics:
        yield from _topic(content, policy, topic)
    for question in policy.readers:
        # Whoever reads along is a parent.
        if _TO_A_COLLEAGUE.search(question):
            yield Fault.of((_FILE, "", "readers"), "reader_not_formal", value=question)


def _topic(content: Content, policy: Policy, topic: PolicyTopic) -> Iterator[Fault]:
    tips = [tip.id for tip in content.tips]
    yield from unknown_references((_FILE, topic.id, "source"), [topic.source], tips, "tips.yml")
    sectors = [sector.id for sector in content.sectors]
    place = (_FILE, topic.id, "examples")
    yield from same_ids(place, sectors, topic.examples, "sectors.yml")
    if content.vision is None:
        return
    for sector, example in topic.examples.items():
        for line in policy.lines:
            text = example.lines()[line.id]
            where = (_FILE, topic.id, f"examples.{sector}.{line.id}")
            yield from _plain(where, text, content.vision, line.vague)


def _plain(
    place: tuple[str, str, str], text: str, vision: Vision, vague: Iterable[str]
) -> Iterator[Fault]:
    """Hold an example to what the exercise asks of others."""
    for start in (*vision.vague, *vague):
        if re.search(rf"\b{re.escape(start)}", text, re.IGNORECASE):
            yield Fault.of(place, "example_vague", value=start)
    for sentence in re.split(r"[.?!:\n]+", text):
        if len(sentence.split()) > vision.longest_sentence:
            yield Fault.of(place, "example_long", limit=vision.longest_sentence)
