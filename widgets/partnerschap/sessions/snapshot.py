"""The figures of a round, computed once at closing and stored as JSON: a snapshot.

What is shown afterwards never comes from answers.

So two views of one round never differ by one person's answers, and figures outlive the answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from statistics import median
from typing import Final, cast

from pydantic import TypeAdapter

from partnerschap.advice import Advice, advise
from partnerschap.content import Content, Role
from partnerschap.scoring import (
    EDITION,
    Answers,
    GroupDifference,
    Scores,
    Side,
    area_spreads,
    group_differences,
    missing_side,
    score,
)
from partnerschap.sessions.instrument import content_of
from partnerschap.sessions.repository import JointScore, RoleCount, Session

MOST_VOTED: Final = 10
"""Items that the team votes about at most: those of the actions that come first without votes."""

_OWN_COUNT: Final = 1  # the one form of a team that fills it in together hides nobody


@dataclass(frozen=True)
class Snapshot:
    """The frozen figures and advice of a round: all that is shown of it.

    Attributes
    ----------
    counts
        Who had joined and was ready at closing, by role.
    spreads
        Quantiles of the bootstrap draws by area, to compare with a later round.
    then
        The figures of looking back half a year; None where nobody did.
    vote_items
        The items to vote about, in the order of their actions.
    importance
        Importance 1..3 by item, for items with votes enough; None until the vote is closed.
    voters
        How many voted.
    edition
        Of the method by which it was computed: a round of before is shown as it was, and never
        computed anew by half.
    missing
        The side of the comparison from which nobody answered.
    """

    scores: Scores
    advice: Advice
    differences: tuple[GroupDifference, ...]
    counts: tuple[RoleCount, ...]
    spreads: Mapping[str, tuple[float, ...]]
    then: Scores | None
    vote_items: tuple[str, ...]
    importance: Mapping[str, int] | None = None
    voters: int = 0
    edition: int = 1
    missing: Side | None = None


_SNAPSHOT: Final = TypeAdapter(Snapshot)

Rows = Sequence[tuple[str, Mapping[str, int]]]
"""A role and coded answers a person."""


@dataclass(frozen=True)
class Votes:
    """Votes 1..3 by item, of so many voters."""

    by_item: Mapping[str, Sequence[int]]
    voters: int


def as_text(snapshot: Snapshot) -> str:
    """Write a snapshot as JSON."""
    return _SNAPSHOT.dump_json(snapshot).decode()


def from_text(text: str) -> Snapshot:
    """Read a snapshot back, exactly as it was."""
    return _SNAPSHOT.validate_json(text)


def compute(
    content: Content,
    session: Session,
    rows: Rows,
    *,
    then: Rows = (),
    counts: Sequence[RoleCount] = (),
) -> Snapshot:
    """Compute the figures of a round from its answers.

    Parameters
    ----------
    rows, then
        A row a person who answered; for a team that fills in one form together, that form.
    """
    asked = content_of(content, session)
    answers = _answers(asked, session, rows)
    min_group = _OWN_COUNT if session.together else session.min_group
    scores = score(asked, session.instrument, answers, min_group=min_group)
    advice = advise(asked, answers, scores)
    wide = advise(asked, answers, scores, top=MOST_VOTED)
    looked_back = None
    if then:
        looked_back = score(
            asked, session.instrument, _answers(asked, session, then), min_group=min_group
        )
    heard = answers.roles_heard([item.id for item in scores.items])
    return Snapshot(
        scores=scores,
        advice=advice,
        differences=group_differences(scores),
        counts=tuple(counts),
        spreads=area_spreads(asked, session.instrument, answers, scores),
        then=looked_back,
        vote_items=tuple(suggestion.item for suggestion in wide.suggestions),
        edition=EDITION,
        missing=None if session.together else missing_side(heard),
    )


def with_votes(
    content: Content,
    session: Session,
    snapshot: Snapshot,
    rows: Rows,
    votes: Votes,
) -> Snapshot:
    """Give the items the importance that the team voted, and advise again by the same method.

    A vote about an item counts from `min_group` votes on: a figure about fewer persons is not
    shown, and not used.
    """
    importance = {
        item: importance_of(given)
        for item, given in votes.by_item.items()
        if item in snapshot.vote_items and len(given) >= session.min_group
    }
    voted = replace(snapshot, importance=importance, voters=votes.voters)
    if snapshot.edition != EDITION:
        return voted
    asked = content_of(content, session)
    answers = replace(_answers(asked, session, rows), importance=importance)
    advice = advise(asked, answers, snapshot.scores)
    return replace(voted, advice=advice)


def importance_of(votes: Sequence[int]) -> int:
    """Median of the votes 1..3, halves rounded up."""
    return floor(median(votes) + 0.5)


def joint_row(joint: Sequence[JointScore]) -> Rows:
    """Return the form that a team filled in together as the answers of one respondent."""
    return [("professional", {score.item: score.value for score in joint})] if joint else []


def _answers(content: Content, session: Session, rows: Rows) -> Answers:
    items = [item.id for item in content.items_of(session.instrument)]
    return Answers.from_codes(items, [(cast("Role", role), given) for role, given in rows])
