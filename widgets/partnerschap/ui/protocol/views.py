"""What the pages of a team session are sent of it."""

from collections.abc import Mapping

from typing_extensions import TypedDict

from partnerschap.advice import Pattern
from partnerschap.content.practice import StepId
from partnerschap.report import Figures
from partnerschap.scoring import Answer, AreaChange, AreaScore, GroupDifference, Side
from partnerschap.sessions import AnswerSet, Own, PlannedAction, RoleCount, State


class SessionSummary(TypedDict):
    """A session as who has its code may know it."""

    code: str
    state: State
    step: str
    round: int
    instrument: str
    roles: list[str]
    sector: str
    together: bool
    min_group: int
    retention_days: int
    demo: bool


class JointAnswer(TypedDict):
    """What the team agreed on an item; `version` prevents lost updates."""

    item: str
    value: Answer
    version: int


class ConversationStep(TypedDict):
    """A step of the conversation; `number` counts those of one kind from 1, and is 0 for others."""

    id: str
    kind: StepId
    number: int
    title: str
    minutes: int
    aim: str


class TrainerStep(ConversationStep):
    """The same with what a trainer can say."""

    say: str


class ShownStep(TypedDict):
    """The part of the figures that belongs to a step, as everybody sees it.

    Attributes
    ----------
    earlier_edition, pattern, missing
        As of `RoundResult`.
    """

    step: ConversationStep
    figures: Figures
    biggest_differences: list[GroupDifference]
    differences: list[GroupDifference]
    vote_items: list[str]
    importance: Mapping[str, int] | None
    joint: list[JointAnswer]
    plan: list[PlannedAction]
    earlier_edition: bool
    pattern: Pattern | None
    missing: Side | None


class ParticipantSession(SessionSummary):
    """A round on a participant's own screen; see `partnerschap.sessions.ParticipantView`."""

    takes: list[AnswerSet]
    own: Own
    shown: ShownStep | None


class RoundResult(TypedDict):
    """All that is shown of a closed round; see `partnerschap.sessions.Snapshot`.

    Attributes
    ----------
    earlier_edition
        Whether an earlier edition of the method made it: then it is shown as it was.
    pattern
        The one kind of answers that there is.
    missing
        The side of the comparison from which nobody answered.
    """

    figures: Figures
    differences: list[GroupDifference]
    biggest_differences: list[GroupDifference]
    importance: Mapping[str, int] | None
    vote_items: list[str]
    voters: int
    earlier_edition: bool
    pattern: Pattern | None
    missing: Side | None


class RoundSummary(TypedDict):
    """A round in the trainer's list; `opened` as ISO writes it."""

    id: int
    round: int
    state: State
    code: str
    opened: str


class Batch(TypedDict):
    """A sheet, or all answer codes, that were added, with the number of rows."""

    id: str
    rows: int


class TrainerSession(SessionSummary):
    """A round on the trainer's screen; see `partnerschap.sessions.TrainerView`."""

    id: int
    label: str
    rounds: list[RoundSummary]
    counts: list[RoleCount]
    batches: list[Batch]
    purge_after: str
    purged: bool
    steps: list[TrainerStep]
    voters: int
    result: RoundResult | None
    joint: list[JointAnswer]
    plan: list[PlannedAction]


class ComparedRound(TypedDict):
    """A closed round beside others; `then` is how people look back half a year."""

    round: int
    closed: str | None
    result: RoundResult
    then: list[AreaScore] | None
    joint: list[JointAnswer]
    plan: list[PlannedAction]


class RoundComparison(TypedDict):
    """The closed rounds of a team, oldest first; `changes` of the last one from each earlier."""

    label: str
    sector: str
    demo: bool
    rounds: list[ComparedRound]
    changes: list[list[AreaChange]]


class ClosedRound(TypedDict):
    """A round in the list of a plan; `closed` as ISO writes it."""

    id: int
    round: int
    closed: str


class TeamSummary(TypedDict):
    """A team without a closed round to plan from: then `id` is null."""

    id: int | None
    label: str
    sector: str
    demo: bool
    rounds: list[ClosedRound]


class TeamPlan(TeamSummary):
    """The plan of a closed round, with the figures that it follows from.

    Attributes
    ----------
    weakest
        Ids of the partnerships with the lowest share.
    """

    round: int
    figures: Figures
    weakest: list[str]
    actions: list[PlannedAction]
