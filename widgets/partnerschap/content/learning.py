"""What a learner sorts, writes down and walks past: the content of three exercises."""

from typing import Annotated, Literal

from pydantic import Field

from partnerschap.content.base import Identifier, Model, PickLanguage, Text

Place = Literal["street", "door", "hall", "corridor", "room", "digital", "first_contact"]
"""Where a parent comes by, from the street to the room; the last two may be anywhere."""

LONGEST_EXPECTATION = 120
"""Characters of an expectation, those that a reader writes included."""


class Activity(Model):
    """Something that organisations do with parents, to be sorted over the partnerships."""

    id: Identifier
    sectors: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    text: Text
    fits: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Where it belongs; an estimate of the makers."""
    also: tuple[Identifier, ...] = ()
    """Where it may belong as well."""
    why: Text


class PartnershipHelp(Model):
    """What helps to sort: the id is that of a partnership."""

    id: Identifier
    label: Text
    """Its name in one word, where there is little room."""
    recognise: Text
    """The question to ask of an activity."""
    empty: Text
    """The question to ask when nothing is sorted here."""


class Sorting(Model):
    """Everything that is sorted, and the help with it."""

    partnerships: tuple[PartnershipHelp, ...] = ()
    activities: tuple[Activity, ...] = ()


class Theme(Model):
    """What expectations can be about."""

    id: Identifier
    name: Text


class Example(Model):
    """An expectation to start from."""

    text: Annotated[str, Field(max_length=LONGEST_EXPECTATION), PickLanguage]
    theme: Identifier


class Side(Model):
    """What one of two parties expects of the other."""

    id: Identifier
    name: Text
    title: Text
    hint: Text
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    openings: dict[Identifier, Text]
    """A first sentence to say about an unspoken expectation, for each theme."""
    opening: Text
    """The same for one without a theme."""
    ask: Text
    """A first sentence about an expectation that the other does not share."""


class ExpectationSet(Model):
    """Two parties that expect something of each other."""

    id: Identifier
    intro: Text
    sentence: Text
    """What stands above a first sentence: who says it to whom."""
    sides: Annotated[tuple[Side, ...], Field(min_length=2, max_length=2)]
    themes: Annotated[tuple[Theme, ...], Field(min_length=2)]


class Point(Model):
    """Something to look at; in order, or not."""

    id: Identifier
    text: Text


class Station(Model):
    """A place on the way of a parent."""

    id: Identifier
    place: Place
    name: Text
    view: Text
    """What a parent may think here, in the first person."""
    points: Annotated[tuple[Point, ...], Field(min_length=3, max_length=4)]


class Route(Model):
    """The walk through one kind of organisation: the id is that of a sector."""

    id: Identifier
    stations: Annotated[tuple[Station, ...], Field(min_length=1)]
