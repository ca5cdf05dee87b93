"""Authorisation: a trainer by the team's token, a participant by a session's code and a token."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from partnerschap.sessions.codes import hash_token, is_code, tidy_code
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.repository import Participant, Session, Team, Transaction
from partnerschap.sessions.service import SessionService

_LOOK_BACK: Final = timedelta(minutes=1)
_LONGEST_PAUSE: Final = 10.0


@dataclass(frozen=True)
class TrainerAccess:
    """The credentials of a trainer for one round: the trainer token and the round's id."""

    token: str
    session_id: int


@dataclass(frozen=True)
class ParticipantAccess:
    """The credentials of a participant: the code as typed, and the token that the browser made."""

    code: str
    token: str


def of_trainer(transaction: Transaction, token: str) -> Team:
    """Return the team of a trainer.

    Raises
    ------
    SessionError
        When there is no team with that secret.
    """
    team = transaction.team_by_token(hash_token(token))
    if team is None:
        raise SessionError("unknown_trainer")
    return team


def session_of_trainer(
    transaction: Transaction, access: TrainerAccess, *, to_change: bool = False
) -> Session:
    """Return a round of the trainer's own team.

    Raises
    ------
    SessionError
        When the secret or the round is not the trainer's.
    """
    team = of_trainer(transaction, access.token)
    session = transaction.session(access.session_id, lock="update" if to_change else "none")
    if session is None or session.team_id != team.id:
        raise SessionError("unknown_trainer")
    return session


def session_of_code(transaction: Transaction, code: str, *, ended_too: bool = False) -> Session:
    """Return the session with a code, as typed.

    Parameters
    ----------
    ended_too
        Whether a session that the trainer has ended may be returned.

    Raises
    ------
    SessionError
        When there is none, or the trainer has ended it.
    """
    tidy = tidy_code(code)
    session = transaction.session_by_code(tidy) if is_code(tidy) else None
    if session is None:
        raise SessionError("unknown_code")
    if session.state == "archived" and not ended_too:
        raise SessionError("ended")
    return session


def joined(
    transaction: Transaction, access: ParticipantAccess, *, ended_too: bool = False
) -> tuple[Session, Participant]:
    """Return the session and the participant that a browser's secret belongs to.

    Parameters
    ----------
    ended_too
        Whether a session that the trainer has ended may be returned.

    Raises
    ------
    SessionError
        When there is no such session or participant.
    """
    session = session_of_code(transaction, access.code, ended_too=ended_too)
    participant = transaction.participant(session.id, hash_token(access.token))
    if participant is None:
        raise SessionError("not_joined")
    return session, participant


def look_up(service: SessionService, code: str) -> Session:
    """Find a session by its code.

    Raises
    ------
    SessionError
        When the code is wrong or the session has ended.
    """
    return service.read(lambda transaction: session_of_code(transaction, code))


def team_of(service: SessionService, session: Session) -> Team:
    """Return the team of a session.

    Raises
    ------
    SessionError
        When it was deleted meanwhile.
    """
    team = service.read(lambda transaction: transaction.team(session.team_id))
    if team is None:
        raise SessionError("ended")
    return team


def pause_after_wrong_code(service: SessionService) -> float:
    """Rate-limit guesses: count a wrong code, and say how long its answer has to wait.

    Returns
    -------
    Seconds, 1 to 10: longer as more of them were tried lately, on all pages together.
    """

    def work(transaction: Transaction) -> int:
        before = transaction.wrong_codes_since(service.now() - _LOOK_BACK)
        transaction.add_wrong_code(service.now())
        return before

    wrong = service.write(work)
    return min(_LONGEST_PAUSE, 1.0 + wrong // 10)
