"""The content as frozen models: what a scan asks, and what may follow from it."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from partnerschap.content.base import Identifier, Model, Text
from partnerschap.content.coverage import Covered
from partnerschap.content.learning import ExpectationSet, Route, Sorting
from partnerschap.content.policy import Policy
from partnerschap.content.practice import Case, CourseModule, Quiz, Vision, WorkshopStep

Role = Literal["parent", "professional", "management", "municipality"]
ScaleId = Literal["frequency", "progress"]
ExtraAnswer = Literal["dont_know", "not_applicable"]
Certainty = Literal["high", "medium", "low"]

Situation = Literal["find_out", "talk", "start", "build", "keep"]
"""What the answers to an item ask for."""

ROLES: tuple[Role, ...] = ("parent", "professional", "management", "municipality")
"""The roles in the order in which groups name them."""


class Area(Model):
    """One of the five partnerships, or vision, policy or environment."""

    id: Identifier
    name: Text
    short: Text
    partnership: bool
    """Whether it is one of the five partnerships, between which the model asks for balance."""
    tell: Text | None = None
    """Whom a parent can ask or tell something about it."""


class Scale(Model):
    """Five answers in words, worth 1 to 5."""

    id: ScaleId
    points: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]


class Wording(Model):
    """An answer outside the scale with its words."""

    id: ExtraAnswer
    name: Text


class Grade(Model):
    """What effort or impact 1, 2 or 3 means, in words."""

    value: Literal[1, 2, 3]
    name: Text


class Scales(Model):
    """Everything that can be answered, and how actions are graded."""

    scales: tuple[Scale, ...]
    extra_answers: tuple[Wording, ...]
    effort: tuple[Grade, ...]
    impact: tuple[Grade, ...]


class RoleWords(Model):
    """A role as a reader sees it."""

    id: Role
    name: Text
    explanation: Text


class Sector(Model):
    """A kind of organisation, with the words that differ in it."""

    id: Identifier
    name: Text
    words: dict[Identifier, Text]
    """Replacements for ``{word}`` in item and action texts."""


class Source(Model):
    """A source document."""

    id: Identifier
    title: Text
    publisher: str


class Tip(Model):
    """A tip or policy point of a source document, summarised in own words."""

    id: Identifier
    source: Identifier
    kind: Literal["tip", "remark", "addition"]
    """A listed point, a sentence outside the list, or an addition of this project."""
    summary: Text


class Action(Model):
    """A step that a team can take about an item."""

    id: Identifier
    item: Identifier
    fits: Annotated[tuple[Situation, ...], Field(min_length=1)]
    """The situations of the item that it answers."""
    structural: bool = False
    """Whether it changes how the work is organised: hours, money, a fixed place in the year."""
    effort: Literal[1, 2, 3]
    impact: Literal[1, 2, 3]
    text: Text
    sectors: dict[Identifier, Text] = Field(default_factory=dict)
    """Other words for the step, by sector, where it would not fit as it stands."""
    helps: Text
    """Why it helps, in one sentence."""
    source: tuple[str, ...] = ()
    """The tips, or the works in the book's list of sources, that it comes from."""

    def text_in(self, sector: str) -> str:
        """Return the step as a sector reads it; ``{word}`` of the sector is not filled in yet."""
        return self.sectors.get(sector, self.text)


class ActionFile(Model):
    """The actions of one file: the id is the file's name, that of an area."""

    id: Identifier
    actions: tuple[Action, ...]


class Item(Model):
    """A statement that people answer from their own side."""

    id: Identifier
    area: Identifier
    source: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    core: bool = False
    scale: ScaleId
    respondents: Annotated[tuple[Role, ...], Field(min_length=1)]
    """The roles that can judge it."""
    statement: Text
    parent: Text | None = None
    """The same point as a parent sees it."""
    ask: Text | None = None
    """What a parent can ask about it, in a parent's own words."""
    no_parent: Text | None = None
    """Why a core item has no parent wording."""
    assignment: Certainty
    """How sure it is that the item belongs to its area; an estimate of the makers."""
    also: tuple[Identifier, ...] = ()
    """Other areas that it touches."""
    parallel: bool = True
    """Whether all roles are asked about the same thing, so that their answers can be compared."""
    doubt: Text | None = None
    """What may be weak about it, for whoever tries it out with people."""


class RetiredAction(Model):
    """An action that is suggested no more, as the rounds and plans of before read it."""

    id: Identifier
    item: Identifier
    effort: Literal[1, 2, 3]
    impact: Literal[1, 2, 3]
    text: Text


class Retired(Model):
    """What is asked and suggested no more, but is read in the rounds of before."""

    items: tuple[Item, ...] = ()
    actions: tuple[RetiredAction, ...] = ()


class Instrument(Model):
    """A choice of items: by area or source, and whether only the core items."""

    id: Identifier
    name: Text
    summary: Text
    minutes: Annotated[int, Field(ge=1)]
    areas: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    core_only: bool = False
    sources: tuple[Identifier, ...] = ()
    """Tips of which every item is asked as well, whatever area it is in."""


class Exercise(Model):
    """A notebook of ``exercises/`` as the book and a reader know it."""

    id: Identifier
    title: Text
    summary: Text
    minutes: Annotated[int, Field(ge=1)]
    instruments: tuple[Identifier, ...] = ()
    """The instruments that the exercise offers, the first one as default."""


class Content(Model):
    """Everything under ``exercises/content``, in one language, in file order."""

    version: str
    language: str
    instruments: tuple[Instrument, ...]
    areas: tuple[Area, ...]
    scales: Scales
    roles: tuple[RoleWords, ...]
    sectors: tuple[Sector, ...]
    sources: tuple[Source, ...]
    tips: tuple[Tip, ...]
    items: tuple[Item, ...]
    action_files: tuple[ActionFile, ...]
    exercises: tuple[Exercise, ...]
    retired: Retired = Retired()
    activities: Sorting = Sorting()
    expectations: tuple[ExpectationSet, ...] = ()
    walk: tuple[Route, ...] = ()
    cases: tuple[Case, ...] = ()
    vision: Vision | None = None
    policy: Policy | None = None
    modules: tuple[CourseModule, ...] = ()
    quizzes: tuple[Quiz, ...] = ()
    workshop: tuple[WorkshopStep, ...] = ()
    coverage: tuple[Covered, ...] = ()
    messages: dict[str, str]

    @cached_property
    def _instruments_by_id(self) -> dict[str, Instrument]:
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def items_by_id(self) -> dict[str, Item]:
        """Every item under its id, those included that are asked no more."""
        return {item.id: item for item in (*self.retired.items, *self.items)}

    @cached_property
    def actions_by_id(self) -> dict[str, Action]:
        """Every action under its id, in file order."""
        return {action.id: action for file in self.action_files for action in file.actions}

    @cached_property
    def _actions_by_item(self) -> dict[str, tuple[Action, ...]]:
        found: dict[str, list[Action]] = {}
        for action in self.actions_by_id.values():
            found.setdefault(action.item, []).append(action)
        return {item: tuple(actions) for item, actions in found.items()}

    def actions_of(self, item_id: str) -> tuple[Action, ...]:
        """Return the actions of an item in file order; none for a point of a team's own."""
        return self._actions_by_item.get(item_id, ())

    def action_text(self, action_id: str, sector: str) -> str:
        """Return an action as a sector reads it, also one that is suggested no more.

        Raises
        ------
        KeyError
            When there is none of that id.
        """
        if action_id in self.actions_by_id:
            return self.actions_by_id[action_id].text_in(sector)
        return {action.id: action.text for action in self.retired.actions}[action_id]

    def instrument(self, instrument_id: str) -> Instrument:
        """Return one instrument, or raise a `KeyError` when there is none of that id."""
        return self._instruments_by_id[instrument_id]

    def items_of(self, instrument_id: str) -> tuple[Item, ...]:
        """Return the items of an instrument in content order."""
        instrument = self.instrument(instrument_id)
        tips = set(instrument.sources)
        return tuple(
            item
            for item in self.items
            if (item.area in instrument.areas or not tips.isdisjoint(item.source))
            and (item.core or not instrument.core_only)
        )

    def areas_of(self, instrument_id: str) -> tuple[Area, ...]:
        """Return the areas of an instrument in content order."""
        chosen = {*self.instrument(instrument_id).areas}
        chosen |= {item.area for item in self.items_of(instrument_id)}
        return tuple(area for area in self.areas if area.id in chosen)

    def message(self, message_id: str, /, **values: Any) -> str:
        """Fill in a message of the catalogue.

        Raises
        ------
        KeyError
            When the catalogue has no such message, or a value of it is not given.
        """
        return self.messages[message_id].format(**values)
