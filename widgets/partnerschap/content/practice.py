"""What a learner practises: conversations, a vision to compose, and check questions."""

from typing import Annotated, Literal

from pydantic import Field

from partnerschap.content.base import Identifier, Model, Text

DRAWN = 6
"""Check questions that a reader of a module is asked at a time, out of all that it has."""

TEST_QUESTIONS = 20
"""Questions of the closing test, out of those of all modules."""
Outcome = Literal["good", "open", "not_yet"]
"""How a conversation stands at an ending: it went well, something is open, or it failed for now."""


Face = Literal[
    "beard",
    "bob",
    "bun",
    "curls",
    "grey",
    "locks",
    "long",
    "parted",
    "ponytail",
    "puffs",
    "scarf",
    "short",
    "silver",
    "stubble",
    "tuft",
]
"""A drawing of ``book/drawings/people``."""


class Choice(Model):
    """What the player can say or do, and what comes of it."""

    id: Identifier
    text: Text
    consequence: Text
    feedback: Text
    tip: Identifier | None = None
    """The tip that was at work, where there is one."""
    to: Identifier
    """The moment or ending that it leads to."""


class Moment(Model):
    """A moment in a conversation at which the player chooses."""

    id: Identifier
    situation: Text
    speaker: str | None = None
    """Who says it, where that is not the other."""
    face: Face | None = None
    """Of the speaker, where there is one."""
    says: Text
    """What is said to the player, without quotation marks."""
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=3)]


class Ending(Model):
    """How a conversation can end; what has failed for now can be tried again later."""

    id: Identifier
    outcome: Outcome
    again: Identifier | None = None
    """The moment at which it is tried again, some time later; only where it has failed for now."""
    title: Text
    situation: Text
    thought: Text
    """A question to take along."""


class Character(Model):
    """Somebody in a conversation; made up, as the whole story is."""

    name: str
    face: Face
    role: Text


class Conversation(Model):
    """A practice conversation as a graph of moments; it starts at the first one."""

    id: Identifier
    sector: Identifier | None = None
    """Where it plays; none for a place outside the sectors, such as a sports club."""
    modules: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """The modules of the course that have it as their own."""
    setting: Text
    topic: Text
    """What makes it hard, in a few words."""
    title: Text
    opening: Text
    player: Character
    """Who the reader chooses for."""
    other: Character
    """Who the conversation is with."""
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=2)]
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    """To talk about with colleagues afterwards."""


class RoleCard(Model):
    """What somebody who plays a character is told, in the character's own words."""

    who: Text
    knows: Text
    hides: Text
    moves: Text
    """What makes the character come nearer or draw back."""


class RolePlay(Model):
    """The cards to play a conversation with, on paper."""

    player: RoleCard
    other: RoleCard
    observer: Annotated[tuple[Text, ...], Field(min_length=2)]
    """What somebody who watches looks for."""


class Case(Conversation):
    """A practice conversation with the cards to play it live."""

    roles: RolePlay


class VisionPoint(Model):
    """A point that belongs in a vision, with sentences to start from."""

    id: Identifier
    source: Identifier
    """The tip that it comes from."""
    name: Text
    explanation: Text
    question: Text
    beliefs: Annotated[tuple[Text, ...], Field(min_length=2)]
    behaviours: Annotated[tuple[Text, ...], Field(min_length=2)]
    """What a parent can see, hear or notice."""


class Person(Model):
    """A group of people who can have helped to write."""

    id: Identifier
    name: Text
    parents: bool = False


class Vision(Model):
    """Everything to compose a vision with."""

    points: Annotated[tuple[VisionPoint, ...], Field(min_length=4, max_length=4)]
    people: Annotated[tuple[Person, ...], Field(min_length=1)]
    vague: tuple[Text, ...]
    """Beginnings of words that sound well and say little."""
    longest_sentence: Annotated[int, Field(ge=5)]
    """Words a sentence may have before a shorter one is asked for."""


class CourseModule(Model):
    """A module of the course: the id is the name of its page."""

    id: Identifier
    title: Text


class Option(Model):
    """An answer to choose."""

    text: Text
    correct: bool
    feedback: Text


class Step(Model):
    """Something that has its place in an order."""

    text: Text
    feedback: Text
    """Why it stands at this place."""


class Pair(Model):
    """Two things that belong together."""

    left: Text
    right: Text
    feedback: Text


class _Asked(Model):
    id: Identifier
    question: Text
    revisits: tuple[Identifier, ...] = ()
    """Earlier modules of which the question takes something up again."""


class Single(_Asked):
    """Choose the one answer that fits."""

    kind: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)]


class Multiple(_Asked):
    """Choose every answer that fits."""

    kind: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)]


class Order(_Asked):
    """Put in an order that helps; the file has it in that order."""

    kind: Literal["order"]
    options: Annotated[tuple[Step, ...], Field(min_length=3, max_length=5)]


class Match(_Asked):
    """Find what belongs together."""

    kind: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=5)]


Question = Annotated[Single | Multiple | Order | Match, Field(discriminator="kind")]


class Quiz(Model):
    """The pool of check questions of a module: the id is the name of the module's page."""

    id: Identifier
    questions: tuple[Question, ...]


StepId = Literal["strengths", "glance", "discuss", "low", "differences", "vote", "actions", "end"]


class WorkshopStep(Model):
    """A part of the conversation after a team has answered.

    Attributes
    ----------
    minutes
        A suggestion for the clock.
    aim
        What the step brings; everybody reads it.
    say
        What a trainer can say; on the trainer's screen only.
    """

    id: StepId
    title: Text
    minutes: Annotated[int, Field(ge=1)]
    aim: Text
    say: Text
