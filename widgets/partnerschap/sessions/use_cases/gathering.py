"""Use cases of importing answers into an open session: sheets, and answer codes."""

from collections.abc import Mapping
from typing import Final

from partnerschap.content import Role
from partnerschap.scoring import BLANK, Answer, Answers, code_of
from partnerschap.sessions.access import TrainerAccess, session_of_trainer
from partnerschap.sessions.codes import hash_token
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.repository import Session, Transaction
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.use_cases.answering import MOST_PARTICIPANTS, asked_of

CODES: Final = "codes"
"""The batch of everything that came by answer code."""


def add_sheet(service: SessionService, access: TrainerAccess, digest: str, answers: Answers) -> int:
    """Add a filled-in sheet, a participant a row; the same file again changes nothing.

    Parameters
    ----------
    digest
        Of the file's bytes; names the batch, so that it can be taken away again.
    answers
        Columns that the session does not ask, and rows without an answer, are left out.

    Returns
    -------
    How many rows were added.

    Raises
    ------
    SessionError
        When the session is closed or full, nothing on the sheet fits it, or a role is not invited.
    """

    def work(transaction: Transaction) -> int:
        session = _open(transaction, access)
        asked = {role: asked_of(service, session, role) for role in set(answers.roles)}
        rows = [
            (role, given)
            for number, role in enumerate(answers.roles)
            if (given := _row(answers, number, asked[role]))
        ]
        if not rows:
            raise SessionError("nothing_fits")
        if not {role for role, _ in rows} <= set(session.roles):
            raise SessionError("role_not_invited")
        for number, (role, given) in enumerate(rows):
            _add(transaction, session, f"sheet {digest} {number}", role, digest, given)
        return len(rows)

    return service.write(work)


def add_answer_code(
    service: SessionService,
    access: TrainerAccess,
    number: int,
    role: Role,
    given: Mapping[str, Answer],
) -> int:
    """Add what somebody answered alone; the same code again replaces it.

    Parameters
    ----------
    number
        Of the code, chosen at random when it was made.

    Returns
    -------
    How many of its answers the session asks.

    Raises
    ------
    SessionError
        When the session is closed or full, the role is not invited, or nothing fits it.
    """

    def work(transaction: Transaction) -> int:
        session = _open(transaction, access)
        if role not in session.roles:
            raise SessionError("role_not_invited")
        asked = asked_of(service, session, role)
        fitting = {
            item: code_of(answer)
            for item, answer in given.items()
            if item in asked and answer is not None
        }
        if not fitting:
            raise SessionError("nothing_fits")
        _add(transaction, session, f"code {number}", role, CODES, fitting)
        return len(fitting)

    return service.write(work)


def remove_batch(service: SessionService, access: TrainerAccess, batch: str) -> int:
    """Take a sheet, or all answer codes, out of an open session.

    Returns
    -------
    How many rows went.

    Raises
    ------
    SessionError
        When the session is closed.
    """
    return service.write(
        lambda transaction: transaction.remove_batch(_open(transaction, access).id, batch)
    )


def _open(transaction: Transaction, access: TrainerAccess) -> Session:
    session = session_of_trainer(transaction, access, to_change=True)
    if session.state != "open" or session.together:
        raise SessionError("closed")
    return session


def _row(answers: Answers, number: int, asked: set[str]) -> dict[str, int]:
    values = zip(answers.item_ids, answers.values[number], strict=True)
    return {item: int(value) for item, value in values if item in asked and value != BLANK}


def _add(  # noqa: PLR0913, PLR0917 - one value a field
    transaction: Transaction,
    session: Session,
    name: str,
    role: str,
    batch: str,
    given: Mapping[str, int],
) -> None:
    token_hash = hash_token(name)
    if transaction.participant(session.id, token_hash) is None and (
        sum(count.joined for count in transaction.role_counts(session.id)) >= MOST_PARTICIPANTS
    ):
        raise SessionError("full")
    added = transaction.add_participant(session.id, token_hash=token_hash, role=role, batch=batch)
    transaction.set_role(added.id, role)
    before = dict.fromkeys(transaction.answers_of(added.id, "now"))
    transaction.save_answers(added.id, "now", {**before, **given})
    transaction.set_finished(added.id, True)
