"""Use case of closing a round: nobody can answer any more, and the figures are frozen."""

from datetime import timedelta

from partnerschap.sessions.access import TrainerAccess, session_of_trainer
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.repository import Session, Transaction
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.snapshot import Snapshot, as_text, compute, from_text, joint_row


def close_round(service: SessionService, access: TrainerAccess) -> Session:
    """Close a round; closing twice is closing once.

    Raises
    ------
    SessionError
        When the round is not the trainer's.
    """

    def work(transaction: Transaction) -> Session:
        session = session_of_trainer(transaction, access, to_change=True)
        if session.state != "open":
            return session
        now = service.now()
        return transaction.update_session(
            session.id,
            state="closed",
            closed_at=now,
            purge_after=now + timedelta(days=session.retention_days),
        )

    return freeze(service, service.write(work))


def freeze(service: SessionService, session: Session) -> Session:
    """Compute the figures of a closed round that has none yet, such as after a crash."""
    if session.state == "open" or session.result is not None:
        return session

    # Computed outside the lock: after closing, what it is computed from does not change.
    def answers(transaction: Transaction) -> Snapshot:
        rows = transaction.all_answers(session.id, "now")
        return compute(
            service.content,
            session,
            joint_row(transaction.joint_scores(session.id)) if session.together else rows,
            then=() if session.together else transaction.all_answers(session.id, "then"),
            counts=transaction.role_counts(session.id),
        )

    result = as_text(service.read(answers))

    def keep(transaction: Transaction) -> Session:
        current = transaction.session(session.id, lock="update")
        if current is None:
            raise SessionError("unknown_trainer")
        return current if current.result else transaction.update_session(session.id, result=result)

    return service.write(keep)


def result_of(session: Session) -> Snapshot | None:
    """Return the figures of a round, None while it is open."""
    return from_text(session.result) if session.result else None
