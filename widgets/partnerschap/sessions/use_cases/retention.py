"""Data retention: purge answers after a while, delete a team; and reports of closed rounds."""

from dataclasses import dataclass
from functools import partial

from partnerschap.scoring import area_changes
from partnerschap.sessions.access import of_trainer, session_of_code
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.repository import Session, Transaction
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.use_cases.closing import freeze
from partnerschap.sessions.views import Comparison, Round, round_of


@dataclass(frozen=True)
class Purged:
    """What a purge did: in how many sessions answers went, and how many unclosed sessions went."""

    answers: int
    sessions: int


def purge_expired(service: SessionService) -> Purged:
    """Purge the answers of every session whose retention ended; figures and plan stay."""
    service.write(lambda transaction: transaction.forget_wrong_codes(service.now()))
    due = service.read(lambda transaction: transaction.due_for_purge(service.now()))
    for session in due:
        freeze(service, session)
        service.write(partial(_purge, service, session))
    unclosed = sum(session.state == "open" for session in due)
    return Purged(answers=len(due) - unclosed, sessions=unclosed)


def _purge(service: SessionService, session: Session, transaction: Transaction) -> None:
    current = transaction.session(session.id, lock="update")
    if current is None or current.purge_after > service.now():
        return
    if current.state != "open":
        transaction.purge_answers(current.id)
        transaction.update_session(current.id, purged_at=service.now())
        return
    transaction.delete_session(current.id)
    if not transaction.sessions_of(current.team_id):
        transaction.delete_team(current.team_id)


def delete_everything(service: SessionService, token: str) -> None:
    """Delete a team with all its rounds, figures and plans.

    Raises
    ------
    SessionError
        When the secret is not a trainer's.
    """
    service.write(lambda transaction: transaction.delete_team(of_trainer(transaction, token).id))


def closed_round(service: SessionService, code: str) -> Round:
    """Return a closed round by its code, for who runs the server.

    Raises
    ------
    SessionError
        When the code is wrong, or the round is still open.
    """
    session = freeze(
        service,
        service.read(lambda transaction: session_of_code(transaction, code, ended_too=True)),
    )
    closed = service.read(lambda transaction: round_of(transaction, session))
    if closed is None:
        raise SessionError("still_open")
    return closed


def closed_rounds(service: SessionService, code: str) -> Comparison:
    """Return a closed round by its code, last, with the rounds of its team before it.

    Raises
    ------
    SessionError
        When the code is wrong, or the round is still open.
    """
    last = closed_round(service, code)
    for session in service.read(lambda transaction: transaction.sessions_of(last.session.team_id)):
        if session.round < last.session.round:
            freeze(service, session)

    def work(transaction: Transaction) -> Comparison:
        team = transaction.team(last.session.team_id)
        if team is None:  # deleted meanwhile
            raise SessionError("unknown_code")
        before = tuple(
            closed
            for session in transaction.sessions_of(team.id)
            if session.round < last.session.round and (closed := round_of(transaction, session))
        )
        changes = tuple(
            area_changes(
                earlier.snapshot.scores,
                last.snapshot.scores,
                earlier.snapshot.spreads,
                last.snapshot.spreads,
            )
            for earlier in before
        )
        return Comparison(team, (*before, last), changes)

    return service.read(work)
