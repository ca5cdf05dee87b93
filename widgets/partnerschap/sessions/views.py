"""Read models: what the trainer and a participant may see, and never an answer of an open round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from partnerschap.scoring import AreaChange, area_changes
from partnerschap.sessions.access import (
    ParticipantAccess,
    TrainerAccess,
    joined,
    of_trainer,
    session_of_trainer,
)
from partnerschap.sessions.repository import (
    CalendarEntry,
    JointScore,
    Moment,
    PlannedAction,
    RoleCount,
    Session,
    Team,
    Transaction,
)
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.snapshot import Snapshot
from partnerschap.sessions.steps import steps_of
from partnerschap.sessions.use_cases.answering import Own, moments_taken, own_of
from partnerschap.sessions.use_cases.closing import freeze, result_of
from partnerschap.sessions.use_cases.deciding import votes_taken

AnswerSet = Moment | Literal["votes"]
"""A set of answers of one participant: how it is now, how it was then, or votes on importance."""


@dataclass(frozen=True)
class TrainerView:
    """A round on the trainer's screen.

    Attributes
    ----------
    rounds
        All rounds of the team, this one included.
    counts
        Who has joined and is ready: numbers only.
    batches
        How many rows came with each sheet, and by answer code.
    voters
        How many have voted so far.
    snapshot, steps
        The figures and the steps of the conversation; None and empty while the round is open.
    joint
        The joint scores; for a team that answers together also while the round is open.
    """

    team: Team
    session: Session
    rounds: tuple[Session, ...]
    counts: tuple[RoleCount, ...]
    batches: Mapping[str, int]
    voters: int
    snapshot: Snapshot | None
    steps: tuple[str, ...]
    joint: tuple[JointScore, ...]
    plan: tuple[PlannedAction, ...]


@dataclass(frozen=True)
class ParticipantView:
    """A round on a participant's own screen.

    Attributes
    ----------
    takes
        What can be filled in or changed now: answers about a moment, or votes.
    own
        For a set that is not in `takes`: what was taken of it, for good unless a vote is held
        again. What a page has on its way of it comes too late.
    snapshot
        None until the trainer starts the conversation; the screen shows what of it belongs to
        the session's step.
    """

    team: Team
    session: Session
    takes: tuple[AnswerSet, ...]
    own: Own
    snapshot: Snapshot | None
    joint: tuple[JointScore, ...]
    plan: tuple[PlannedAction, ...]


@dataclass(frozen=True)
class Round:
    """A closed round with its figures.

    Attributes
    ----------
    entries
        What a calendar may hold of the plan, also of what was taken away.
    """

    session: Session
    snapshot: Snapshot
    plan: tuple[PlannedAction, ...]
    joint: tuple[JointScore, ...]
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True)
class Comparison:
    """The closed rounds of a team, oldest first, and how the last one differs from each earlier."""

    team: Team
    rounds: tuple[Round, ...]
    changes: tuple[tuple[AreaChange, ...], ...]


def trainer_view(service: SessionService, token: str, session_id: int | None = None) -> TrainerView:
    """Return a round of the trainer's team, the last one unless another is asked.

    Raises
    ------
    SessionError
        When the secret or the round is not the trainer's.
    """

    def find(transaction: Transaction) -> Session:
        if session_id is not None:
            return session_of_trainer(transaction, TrainerAccess(token, session_id))
        return transaction.sessions_of(of_trainer(transaction, token).id)[-1]

    access = TrainerAccess(token, freeze(service, service.read(find)).id)

    def work(transaction: Transaction) -> TrainerView:
        team = of_trainer(transaction, token)
        session = session_of_trainer(transaction, access)
        snapshot = result_of(session)
        return TrainerView(
            team=team,
            session=session,
            rounds=transaction.sessions_of(team.id),
            counts=snapshot.counts if snapshot else transaction.role_counts(session.id),
            batches=transaction.batches(session.id),
            voters=snapshot.voters or transaction.voters(session.id) if snapshot else 0,
            snapshot=snapshot,
            steps=steps_of(session, snapshot) if snapshot else (),
            joint=transaction.joint_scores(session.id),
            plan=transaction.actions(session.id),
        )

    return service.read(work)


@dataclass(frozen=True)
class ChangeMarker:
    """Change marker of a session: it differs when a page has something new to show.

    Attributes
    ----------
    version
        Changes with every step of the trainer; all that a participant's page needs to follow.
    counts, voters
        Who joined and who is ready while the session is open; who voted while there is a vote.
    """

    version: tuple[int, bool]
    counts: tuple[RoleCount, ...] = ()
    voters: int = 0


def change_markers(service: SessionService, session_ids: Iterable[int]) -> dict[int, ChangeMarker]:
    """Return the change markers of sessions, in one transaction; those that are gone are left out.

    It is cheap: versions and a few counts, no figures. It tells nothing of anybody, so it asks for
    no secret; what changed is asked for with one.

    Raises
    ------
    SessionError
        When the database cannot be read.
    """

    def work(transaction: Transaction) -> dict[int, ChangeMarker]:
        return {
            session_id: ChangeMarker(
                (version, is_purged),
                transaction.role_counts(session_id) if state == "open" else (),
                transaction.voters(session_id) if state == "planned" else 0,
            )
            for session_id, version, state, is_purged in transaction.versions(session_ids)
        }

    return service.read(work)


def participant_view(service: SessionService, access: ParticipantAccess) -> ParticipantView:
    """Return what a participant sees now.

    Raises
    ------
    SessionError
        When the code is wrong, the session has ended, or the secret is of nobody who joined.
    """

    def work(transaction: Transaction) -> ParticipantView:
        # The session before the answers: what is read once it is closed is all there will be.
        session, participant = joined(transaction, access)
        team = transaction.team(session.team_id)
        if team is None:  # a session goes with its team
            raise LookupError(session.team_id)
        shown = session.state in {"discussion", "planned"}
        snapshot = result_of(session) if shown else None
        return ParticipantView(
            team=team,
            session=session,
            takes=("votes",) if votes_taken(session, snapshot) else moments_taken(session),
            own=own_of(transaction, participant),
            snapshot=snapshot,
            joint=transaction.joint_scores(session.id) if shown else (),
            plan=transaction.actions(session.id) if shown else (),
        )

    return service.read(work)


def compare_rounds(service: SessionService, token: str) -> Comparison:
    """Compare the closed rounds of a team, the last one with each before it.

    Raises
    ------
    SessionError
        When the secret is not a trainer's.
    """
    for session in service.read(
        lambda transaction: transaction.sessions_of(of_trainer(transaction, token).id)
    ):
        freeze(service, session)

    def work(transaction: Transaction) -> Comparison:
        team = of_trainer(transaction, token)
        sessions = transaction.sessions_of(team.id)
        rounds = tuple(one for session in sessions if (one := round_of(transaction, session)))
        changes = tuple(
            area_changes(
                earlier.snapshot.scores,
                rounds[-1].snapshot.scores,
                earlier.snapshot.spreads,
                rounds[-1].snapshot.spreads,
            )
            for earlier in rounds[:-1]
        )
        return Comparison(team, rounds, changes)

    return service.read(work)


def round_of(transaction: Transaction, session: Session) -> Round | None:
    """Return a round with what was decided in it; None while it is open."""
    snapshot = result_of(session)
    if snapshot is None:
        return None
    return Round(
        session=session,
        snapshot=snapshot,
        plan=transaction.actions(session.id),
        joint=transaction.joint_scores(session.id),
        entries=transaction.calendar_entries(session.id),
    )
