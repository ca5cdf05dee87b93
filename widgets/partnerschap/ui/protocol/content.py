"""What an exercise knows of the content from the start: the `specification` of its widget."""

from typing import Generic, TypeVar

from typing_extensions import TypedDict

from partnerschap.content import Role
from partnerschap.content.learning import Activity, ExpectationSet, Route
from partnerschap.content.models import Area, RoleWords, ScaleId, Sector, Wording
from partnerschap.content.policy import PolicyLine, PolicyTopic
from partnerschap.content.practice import Conversation, CourseModule, Person, Question, VisionPoint
from partnerschap.report import Figures, ItemActionFigures

Content = TypeVar("Content")


class InstrumentChoice(TypedDict):
    """An instrument with the ids of its items.

    Attributes
    ----------
    fingerprint
        Of the items, in hexadecimals; see `partnerschap.content.fingerprint`.
    """

    id: str
    name: str
    summary: str
    minutes: int
    items: list[str]
    fingerprint: str


class FormAction(TypedDict):
    """What an action says to do; see `partnerschap.content.Action`."""

    text: str
    sectors: dict[str, str]


class UnlistedItems(TypedDict):
    """See `partnerschap.advice.Unlisted`."""

    n: int
    alike: bool


class UnlistedFigures(TypedDict):
    """What the lists have no room for."""

    strengths: UnlistedItems
    agree_low: UnlistedItems


class FormFigures(Figures):
    """Figures with what pages show beside them.

    Attributes
    ----------
    begin
        As in `partnerschap.advice.Advice`.
    unlisted
        What `strengths` and `agree_low` have no room for.
    actions
        The texts of the actions that are named here, by the action's id.
    """

    begin: list[ItemActionFigures]
    unlisted: UnlistedFigures
    actions: dict[str, FormAction]


class FormItem(TypedDict):
    """A statement of a form; see `partnerschap.content.models.Item`."""

    id: str
    area: str
    source: tuple[str, ...]
    scale: ScaleId
    respondents: tuple[Role, ...]
    statement: str
    parent: str | None
    ask: str | None


class TipSummary(TypedDict):
    """A tip of a source document in own words."""

    id: str
    summary: str


class FormSpecification(TypedDict):
    """A form of statements.

    Attributes
    ----------
    scales
        The words of the five answers, by scale.
    messages
        Words of the screens, by id.
    """

    exercise: str
    language: str
    instruments: list[InstrumentChoice]
    areas: list[Area]
    scales: dict[ScaleId, tuple[str, ...]]
    extra_answers: tuple[Wording, ...]
    roles: tuple[RoleWords, ...]
    sectors: tuple[Sector, ...]
    items: list[FormItem]
    tips: list[TipSummary]
    messages: dict[str, str]


class ExerciseSpecification(TypedDict, Generic[Content]):
    """An exercise that works in the page alone; `content` is its own."""

    exercise: str
    language: str
    sectors: tuple[Sector, ...]
    content: Content
    messages: dict[str, str]


class ConversationsContent(TypedDict):
    """Of `aannames`.

    Attributes
    ----------
    modules
        Those that have conversations of their own, in the order of the course.
    tips
        Those that were at work in a choice.
    """

    conversations: list[Conversation]
    modules: list[CourseModule]
    tips: list[TipSummary]


class QuizModule(TypedDict):
    """A module of the course with its check questions."""

    id: str
    number: int
    title: str
    questions: tuple[Question, ...]


class QuizContent(TypedDict):
    """Of `kennischeck`: how many questions it asks at a time, and out of which."""

    drawn: int
    test_questions: int
    modules: list[QuizModule]


class RoutesContent(TypedDict):
    """Of `ouderbril`."""

    routes: tuple[Route, ...]


class Partnership(TypedDict):
    """A partnership with what helps to sort; see `partnerschap.content.learning`."""

    id: str
    name: str
    short: str
    label: str
    recognise: str
    empty: str


class SortingContent(TypedDict):
    """Of `partnerschappen`."""

    partnerships: list[Partnership]
    activities: tuple[Activity, ...]


class ExpectationsContent(TypedDict):
    """Of `verwachtingen`."""

    sets: tuple[ExpectationSet, ...]


class VisionContent(TypedDict):
    """Of `visie`."""

    points: tuple[VisionPoint, ...]
    people: tuple[Person, ...]
    vague: tuple[str, ...]
    longest_sentence: int


class PolicyItem(TypedDict):
    """A statement of the scan, and the tips that it comes from."""

    id: str
    source: tuple[str, ...]
    statement: str


class PolicyContent(TypedDict):
    """Of `beleid`.

    Attributes
    ----------
    points
        Of the vision, which a policy can hold.
    people
        Who can have helped to write.
    items
        What the scan asks about the topics and the points.
    """

    lines: tuple[PolicyLine, ...]
    topics: tuple[PolicyTopic, ...]
    readers: tuple[str, ...]
    points: tuple[VisionPoint, ...]
    people: tuple[Person, ...]
    items: list[PolicyItem]
    vague: tuple[str, ...]
    longest_sentence: int
