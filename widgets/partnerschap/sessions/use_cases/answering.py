"""Use cases of a participant: join, answer, be ready, come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partnerschap.content import Role
from partnerschap.scoring import Answer, answer_of, code_of
from partnerschap.sessions.access import ParticipantAccess, joined, session_of_code
from partnerschap.sessions.codes import hash_token
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.instrument import content_of
from partnerschap.sessions.repository import Moment, Participant, Session, Transaction
from partnerschap.sessions.service import SessionService

MOST_PARTICIPANTS: Final = 500


@dataclass(frozen=True)
class Own:
    """What a participant filled in; nobody else gets to see it.

    Attributes
    ----------
    then
        How it was half a year ago, looking back; asked from the second round on.
    votes
        Importance 1..3 by item.
    """

    role: str
    finished: bool
    answers: Mapping[str, Answer]
    then: Mapping[str, Answer]
    votes: Mapping[str, int]


def join_round(service: SessionService, access: ParticipantAccess, role: Role) -> None:
    """Join a session; again with the same token changes nothing.

    Who joins after closing can follow and vote, but not answer any more.

    Raises
    ------
    SessionError
        When the code is wrong, the session has ended or is full, or the role is not invited.
    """

    def work(transaction: Transaction) -> None:
        session = session_of_code(transaction, access.code)
        token_hash = hash_token(access.token)
        if transaction.participant(session.id, token_hash) is not None:
            return
        if role not in session.roles:
            raise SessionError("role_not_invited")
        if sum(count.joined for count in transaction.role_counts(session.id)) >= MOST_PARTICIPANTS:
            raise SessionError("full")
        transaction.add_participant(session.id, token_hash=token_hash, role=role)

    service.write(work)


def save_answers(
    service: SessionService,
    access: ParticipantAccess,
    answers: Mapping[str, Answer],
    moment: Moment = "now",
) -> None:
    """Save answers; once this returns they are on disk. The last one a person and item counts.

    Parameters
    ----------
    answers
        By item; None takes an answer away.

    Raises
    ------
    SessionError
        When the session is closed or fills in one form together, an item is not asked of this
        person, or an answer is none.
    """
    try:
        coded = {item: code_of(given) or None for item, given in answers.items()}
    except ValueError as error:
        raise SessionError("invalid") from error

    def work(transaction: Transaction) -> None:
        session, participant = _to_answer(transaction, access)
        if moment not in moments_taken(session):
            raise SessionError("not_now")
        if not set(coded) <= asked_of(service, session, participant.role):
            raise SessionError("invalid")
        transaction.save_answers(participant.id, moment, coded)

    service.write(work)


def set_finished(service: SessionService, access: ParticipantAccess, *, finished: bool) -> None:
    """Say that the answers are ready, or go back to them while the session is open.

    Raises
    ------
    SessionError
        When the session is closed.
    """

    def work(transaction: Transaction) -> None:
        _, participant = _to_answer(transaction, access)
        transaction.set_finished(participant.id, finished)

    service.write(work)


def own_answers(
    service: SessionService, access: ParticipantAccess, *, ended_too: bool = False
) -> Own:
    """Return what a participant filled in.

    Parameters
    ----------
    ended_too
        Whether a session that the trainer has ended still tells it.

    Raises
    ------
    SessionError
        When the browser's secret is of nobody who joined.
    """

    def work(transaction: Transaction) -> Own:
        _, participant = joined(transaction, access, ended_too=ended_too)
        return own_of(transaction, participant)

    return service.read(work)


def own_of(transaction: Transaction, participant: Participant) -> Own:
    """Read what a participant filled in."""
    return Own(
        role=participant.role,
        finished=participant.finished,
        answers=_answers(transaction.answers_of(participant.id, "now")),
        then=_answers(transaction.answers_of(participant.id, "then")),
        votes=transaction.votes_of(participant.id),
    )


def moments_taken(session: Session) -> tuple[Moment, ...]:
    """Return the moments about which a session takes answers now."""
    # The one form of a team hides nobody, so nobody may answer beside it.
    if session.state != "open" or session.together:
        return ()
    return ("now",) if session.round == 1 else ("now", "then")


def asked_of(service: SessionService, session: Session, role: str) -> set[str]:
    """Return the ids of the items that a role answers in a session."""
    content = content_of(service.content, session)
    items = content.items_of(session.instrument)
    return {item.id for item in items if role in item.respondents}


def _to_answer(transaction: Transaction, access: ParticipantAccess) -> tuple[Session, Participant]:
    session, participant = joined(transaction, access)
    # Held until the answers are saved: after closing none may slip in.
    held = transaction.session(session.id, lock="share")
    if held is None or held.state != "open":
        raise SessionError("closed")
    if not moments_taken(held):
        raise SessionError("not_now")
    return held, participant


def _answers(coded: Mapping[str, int]) -> dict[str, Answer]:
    return {item: answer_of(value) for item, value in coded.items()}
