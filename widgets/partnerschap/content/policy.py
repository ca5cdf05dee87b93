"""What a policy on partnership with parents is written with: its topics, their lines, its readers.

A policy says of each topic, in five lines, what everybody does; see `exercises/content/policy.yml`.
"""

from typing import Annotated, Literal, get_args

from pydantic import Field

from partnerschap.content.base import Identifier, Model, Text

LineId = Literal["what", "whom", "who", "when", "known"]
"""What is agreed, for whom, who does it, when, and how it is known that it works."""

LINES: tuple[LineId, ...] = get_args(LineId)


class PolicyLine(Model):
    """A line that is filled in at every topic."""

    id: LineId
    name: Text
    hint: Text
    advice: Text
    """What to ask where a vague word stands in it."""
    vague: tuple[Text, ...]
    """Beginnings of words that say little here, beside those of the vision."""


class PolicyExample(Model):
    """A topic as one organisation could fill it in."""

    what: Text
    whom: Text
    who: Text
    when: Text
    known: Text

    def lines(self) -> dict[LineId, str]:
        """Return the lines by their ids."""
        return {
            "what": self.what,
            "whom": self.whom,
            "who": self.who,
            "when": self.when,
            "known": self.known,
        }


class PolicyTopic(Model):
    """A subject that belongs in a policy."""

    id: Identifier
    source: Identifier
    """The tip that it comes from."""
    name: Text
    explanation: Text
    question: Text
    examples: dict[Identifier, PolicyExample]
    """By sector."""


class Policy(Model):
    """Everything to write a policy with."""

    lines: tuple[PolicyLine, ...]
    topics: Annotated[tuple[PolicyTopic, ...], Field(min_length=1)]
    readers: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Questions to a parent who reads the draft."""
