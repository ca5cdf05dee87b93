"""Builders of `TeamReport`: from a team's rounds, an answer sheet, or one person's answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from partnerschap.advice import advise
from partnerschap.content import Content, Role
from partnerschap.report import PlanCalendar, PlanEntry, TeamReport
from partnerschap.scoring import (
    EDITION,
    Answer,
    Answers,
    group_differences,
    missing_side,
    score,
)
from partnerschap.sessions import Comparison, Round, content_of

HALF_A_YEAR: Final = timedelta(weeks=26)
"""After which the course advises a team to look back."""


def of_rounds(content: Content, compared: Comparison, now: datetime) -> TeamReport:
    """Make a report of the last of some rounds, against the one before it."""
    last = compared.rounds[-1]
    session, snapshot, team = last.session, last.snapshot, compared.team
    closed = session.closed_at
    return TeamReport(
        content=content_of(content, session),
        instrument=session.instrument,
        sector=team.sector,
        label=team.label,
        made_at=now,
        scores=snapshot.scores,
        advice=snapshot.advice,
        differences=snapshot.differences,
        joint={score.item: score.value for score in last.joint},
        importance=snapshot.importance,
        plan=tuple(action.step for action in last.plan),
        round=session.round,
        changes=compared.changes[-1] if compared.changes else (),
        together=session.together,
        demo=team.demo,
        next_round=(closed or now).date() + HALF_A_YEAR,
        closed_at=closed,
        calendar=calendar_of(UUID(team.calendar), last),
        earlier_edition=snapshot.edition < EDITION,
        missing=snapshot.missing,
        code=session.code,
    )


def of_answers(  # noqa: PLR0913 - one value an option
    content: Content,
    instrument: str,
    answers: Answers,
    *,
    min_group: int,
    sector: str,
    now: datetime,
) -> TeamReport:
    """Score the answers of a sheet and make a report of them."""
    scores = score(content, instrument, answers, min_group=min_group)
    return TeamReport(
        content=content,
        instrument=instrument,
        sector=sector,
        label="",
        made_at=now,
        scores=scores,
        advice=advise(content, answers, scores),
        differences=group_differences(scores),
        importance=dict(answers.importance) or None,
        missing=missing_side(answers.roles_heard([item.id for item in scores.items])),
    )


def of_own(  # noqa: PLR0913 - one value an option
    content: Content,
    instrument: str,
    role: Role,
    given: Mapping[str, Answer],
    *,
    sector: str,
    now: datetime,
) -> TeamReport:
    """Make a report of the answers of one person, for that person.

    Raises
    ------
    KeyError, ValueError
        When there is no such instrument, or an answer is not to one of its items.
    """
    item_ids = [item.id for item in content.items_of(instrument)]
    answers = Answers.from_rows(item_ids, [(role, given)] if given else [])
    found = of_answers(content, instrument, answers, min_group=1, sector=sector, now=now)
    return replace(found, role=role, missing=None)


def calendar_of(team: UUID, closed: Round) -> PlanCalendar:
    """Tell how the plan of a round is known in calendars."""
    positions = {action.id: position for position, action in enumerate(closed.plan)}
    entries = tuple(
        PlanEntry(
            # What a team drew makes of a number that only this database knows one of its own.
            uid=uuid5(team, f"step {entry.action_id}"),
            day=entry.day,
            sequence=entry.version - 1,
            changed_at=entry.changed_at,
            step=positions.get(entry.action_id),
        )
        for entry in closed.entries
    )
    return PlanCalendar(team, entries)
