"""What a team is advised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Suggestion:
    """An action that fits the figures of a team.

    Attributes
    ----------
    item, action
        Ids.
    need
        Of the item, 0..1.
    importance, effort, impact
        1..3.
    priority
        need * (importance/3) * (impact/3) * ((4 - effort)/3), 0..1.
    quick_win
        Whether it is *laaghangend fruit*: little effort, impact and need enough.
    stability
        In what share of the recalculations the action is among the first three, 0..1.
    why
        One sentence in the reader's language, from the team's own figures.
    """

    item: str
    action: str
    need: float
    importance: int
    effort: int
    impact: int
    priority: float
    quick_win: bool
    stability: float
    why: str


@dataclass(frozen=True)
class Advice:
    """What to start from, what to discuss first and what to do.

    Attributes
    ----------
    discuss_first, strengths
        Item ids, at most three each.
    """

    strengths: tuple[str, ...]
    discuss_first: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
