"""What a team is advised."""

from dataclasses import dataclass

from partnerschap.content import Situation


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step that fits the answers of a team to an item.

    Attributes
    ----------
    item, action
        Ids.
    situation
        What the answers to the item ask for; None in a round of the first edition of the method.
    need
        Of the item, 0..1.
    importance, effort, impact
        1..3.
    priority
        By which steps of its kind are put in order, 0..1.
    why
        In the reader's language: a sentence from the team's own answers, and one why it helps.
    """

    item: str
    action: str
    situation: Situation | None = None
    need: float
    importance: int
    effort: int
    impact: int
    priority: float
    why: str


@dataclass(frozen=True, kw_only=True)
class Suggestion(Step):
    """A step that can be taken now.

    Its priority is need * (importance/3) * (1 + (impact/3) * ((4 - effort)/3))/2.

    Attributes
    ----------
    quick_win
        Whether it is *laaghangend fruit*: little effort, impact and need enough.
    stability
        In what share of the recalculations the action is among the first three, 0..1.
    """

    quick_win: bool
    stability: float


@dataclass(frozen=True, kw_only=True)
class YearStep(Step):
    """A structural step for the year plan.

    Its priority is need * (importance/3) * (impact/3).
    """


@dataclass(frozen=True)
class ItemAction:
    """An action for an item that nothing is ranked of; both by id."""

    item: str
    action: str


@dataclass(frozen=True)
class Advice:
    """What to start from, what to discuss first and what to do.

    Attributes
    ----------
    strengths, discuss_first, agree_low
        Item ids, at most three each.
    suggestions
        Steps that can be taken now, best first.
    year_plan
        Steps for the year plan, best first, at most three.
    find_out
        For each item that the team does not know, how to find out together; in content order.
    keep
        For each strength, how to hold on to it and to share it.
    begin
        For each of `discuss_first` that no talk among the steps is about, its own first talk; and
        for each of `agree_low` that no step is about, its own first step: an area has few of them.
    """

    strengths: tuple[str, ...]
    discuss_first: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    agree_low: tuple[str, ...] = ()
    year_plan: tuple[YearStep, ...] = ()
    find_out: tuple[ItemAction, ...] = ()
    keep: tuple[ItemAction, ...] = ()
    begin: tuple[ItemAction, ...] = ()
