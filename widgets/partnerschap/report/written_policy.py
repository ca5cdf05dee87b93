"""A policy on partnership with parents as somebody wrote it: the data of its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from partnerschap.content import Content
from partnerschap.content.policy import LineId

if TYPE_CHECKING:  # what a session keeps takes long to import, and a policy needs none of it
    from partnerschap.sessions import PlanStep


@dataclass(frozen=True)
class WrittenPolicy:
    """What a policy holds; everything may be empty.

    Attributes
    ----------
    sector
        Id.
    people
        Ids of those of the vision who helped to write.
    found
        Where parents find it.
    review
        When it is looked at again.
    changed
        What became different because parents read it.
    topics
        The lines of each topic, by their ids. A topic that the content does not have is left out.
    vision
        The whole text of a vision; see `vision_parts`.
    """

    content: Content
    made_on: date
    sector: str = ""
    organisation: str = ""
    people: tuple[str, ...] = ()
    found: str = ""
    review: str = ""
    changed: str = ""
    topics: Mapping[str, Mapping[LineId, str]] = field(default_factory=dict)
    vision: str = ""
    plan: "tuple[PlanStep, ...]" = ()
