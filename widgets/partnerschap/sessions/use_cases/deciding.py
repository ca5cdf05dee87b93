"""Use cases after closing: the step of the conversation, joint scores, and votes on importance."""

from collections.abc import Mapping

from partnerschap.sessions.access import (
    ParticipantAccess,
    TrainerAccess,
    joined,
    session_of_trainer,
)
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.instrument import content_of
from partnerschap.sessions.repository import JointScore, Session, State, Transaction
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.snapshot import Snapshot, Votes, as_text, with_votes
from partnerschap.sessions.steps import is_deciding, steps_of
from partnerschap.sessions.use_cases.closing import freeze, result_of


def show_step(service: SessionService, access: TrainerAccess, step: str) -> Session:
    """Show a step of the conversation to everybody; going beyond the vote closes it.

    Raises
    ------
    SessionError
        When the round is still open, or there is no such step.
    """
    session = freeze(service, _of_trainer(service, access))
    snapshot = _closed_result(session)
    steps = steps_of(session, snapshot)
    if step not in steps:
        raise SessionError("invalid")
    beyond_vote = "vote" in steps and steps.index(step) > steps.index("vote")

    def work(transaction: Transaction) -> Session:
        current = session_of_trainer(transaction, access, to_change=True)
        if current.state == "archived":
            raise SessionError("ended")
        if beyond_vote:
            _close_vote(service, transaction, current)
        later: State = (
            "planned" if is_deciding(step) or current.state == "planned" else "discussion"
        )
        return transaction.update_session(current.id, step=step, state=later)

    return service.write(work)


def archive_round(service: SessionService, access: TrainerAccess) -> Session:
    """Archive a round: its code leads nowhere any more; the trainer keeps the figures and the plan.

    Raises
    ------
    SessionError
        When the round is still open.
    """

    def work(transaction: Transaction) -> Session:
        session = session_of_trainer(transaction, access, to_change=True)
        if session.state == "open":
            raise SessionError("not_now")
        _close_vote(service, transaction, session)
        return transaction.update_session(session.id, state="archived")

    return service.write(work)


def set_joint_score(
    service: SessionService, access: TrainerAccess, item: str, value: int | None, version: int
) -> JointScore | None:
    """Keep what the team agreed on an item, or None to take it away.

    Parameters
    ----------
    version
        Of the joint score that the screen showed, 0 where there was none.

    Raises
    ------
    SessionError
        When the item is not asked, the value is not 1..5 (for a team that answers together: or an
        extra answer), it is not the time for it, or somebody else changed it meanwhile.
    """

    def work(transaction: Transaction) -> JointScore | None:
        session = session_of_trainer(transaction, access, to_change=True)
        is_open = session.state == "open"
        if session.state == "archived" or (session.together and not is_open):
            raise SessionError("too_late")
        if is_open and not session.together:
            raise SessionError("not_now")
        asked = content_of(service.content, session).items_of(session.instrument)
        allowed = {None, 1, 2, 3, 4, 5, *((-1, -2) if session.together else ())}
        if value not in allowed or item not in {item_asked.id for item_asked in asked}:
            raise SessionError("invalid")
        saved = transaction.save_joint_score(session.id, item, value, version)
        transaction.touch(session.id)
        return saved

    return service.write(work)


def votes_taken(session: Session, snapshot: Snapshot | None) -> bool:
    """Whether a vote is held now, with the figures of the round if they are there."""
    return (
        session.step == "vote"
        and snapshot is not None
        and snapshot.importance is None
        and session.purged_at is None
    )


def save_votes(
    service: SessionService, access: ParticipantAccess, votes: Mapping[str, int | None]
) -> None:
    """Keep a participant's votes on importance, 1..3 by item, while the vote is held.

    Raises
    ------
    SessionError
        When there is no vote now, or it is not about these items.
    """

    def work(transaction: Transaction) -> None:
        session, participant = joined(transaction, access)
        held = transaction.session(session.id, lock="share")
        snapshot = result_of(held) if held else None
        if held is None or snapshot is None or held.step != "vote":
            raise SessionError("not_now")
        if not votes_taken(held, snapshot):
            raise SessionError("closed")
        if not set(votes) <= set(snapshot.vote_items) or not set(votes.values()) <= {None, 1, 2, 3}:
            raise SessionError("invalid")
        transaction.save_votes(participant.id, votes)

    service.write(work)


def _close_vote(service: SessionService, transaction: Transaction, session: Session) -> None:
    """Weigh the votes, if the vote was held and is not closed yet."""
    snapshot = result_of(session)
    voters = transaction.voters(session.id)
    held = session.step == "vote" or voters > 0
    if not held or snapshot is None or snapshot.importance is not None or session.purged_at:
        return
    voted = with_votes(
        service.content,
        session,
        snapshot,
        transaction.all_answers(session.id, "now"),
        Votes(transaction.all_votes(session.id), voters),
    )
    transaction.update_session(session.id, result=as_text(voted))


def _of_trainer(service: SessionService, access: TrainerAccess) -> Session:
    return service.read(lambda transaction: session_of_trainer(transaction, access))


def _closed_result(session: Session) -> Snapshot:
    snapshot = result_of(session)
    if snapshot is None:
        raise SessionError("not_now")
    return snapshot
