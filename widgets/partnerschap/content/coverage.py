"""Where the course takes up each point of its sources."""

from typing import Annotated

from pydantic import Field

from partnerschap.content.base import Identifier, Model, Text

Section = str
"""A section of a page of the book: ``page#anchor``."""


class Covered(Model):
    """A point of a source with what explains, scores and practises it.

    The items that score a tip are those that name it as their source, so they are not repeated.
    """

    id: Identifier
    """That of a tip, or of something in a source that is no tip."""
    summary: Text | None = None
    """What a source says that is no tip; a tip has its own summary."""
    no_item: Text | None = None
    """Why no item scores it."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    about: Annotated[tuple[str, ...], Field(min_length=1)]
    """Beginnings of words that show that a paragraph is about it; no reader sees them."""
    exercises: tuple[Identifier, ...] = ()
    cases: tuple[Identifier, ...] = ()
    """Practice conversations in which it is at work."""
    questions: tuple[Identifier, ...] = ()
    sheets: tuple[Section, ...] = ()
    """Sections to do something with on paper, with a team."""

    @property
    def practised(self) -> tuple[str, ...]:
        """Everything that practises it."""
        return (*self.exercises, *self.cases, *self.questions, *self.sheets)

    @property
    def kinds(self) -> int:
        """In how many ways it is practised."""
        return sum(map(bool, (self.exercises, self.cases, self.questions, self.sheets)))
