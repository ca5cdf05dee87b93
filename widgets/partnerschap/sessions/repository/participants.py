"""Queries on participants, and the purge that removes them with their answers."""

from typing import Any

from sqlalchemy import delete, func, select, update

from partnerschap.sessions.model import Participant, RoleCount
from partnerschap.sessions.repository.query_base import QueryBase, fields
from partnerschap.sessions.repository.tables import PARTICIPANTS

_RECORD = [column for column in PARTICIPANTS.c if column.name != "token_hash"]


class Participants(QueryBase):
    """Queries on who answers in a session."""

    def add_participant(
        self, session_id: int, *, token_hash: str, role: str, batch: str | None = None
    ) -> Participant:
        """Let somebody join, or give who has this token in this session already, unchanged."""
        values = {
            "session_id": session_id,
            "token_hash": token_hash,
            "role": role,
            "batch": batch,
        }
        self.connection.execute(self._insert(PARTICIPANTS).values(values).on_conflict_do_nothing())
        participant = self.participant(session_id, token_hash)
        if participant is None:  # impossible: a conflict is with this very row
            raise LookupError(session_id)
        return participant

    def participant(self, session_id: int, token_hash: str) -> Participant | None:
        """Find a participant of a session by the hash of its token."""
        query = select(*_RECORD).where(
            PARTICIPANTS.c.session_id == session_id, PARTICIPANTS.c.token_hash == token_hash
        )
        row = self.connection.execute(query).mappings().first()
        return Participant(**fields(row)) if row else None

    def set_finished(self, participant_id: int, finished: bool) -> None:
        """Say whether somebody is ready."""
        self._change(participant_id, finished=finished)

    def set_role(self, participant_id: int, role: str) -> None:
        """Change the side from which somebody answers."""
        self._change(participant_id, role=role)

    def role_counts(self, session_id: int) -> tuple[RoleCount, ...]:
        """Count who joined and who is ready, by role; roles of nobody are left out."""
        ready = func.count().filter(PARTICIPANTS.c.finished)
        query = (
            select(PARTICIPANTS.c.role, func.count(), ready)
            .where(PARTICIPANTS.c.session_id == session_id)
            .group_by(PARTICIPANTS.c.role)
            .order_by(PARTICIPANTS.c.role)
        )
        return tuple(
            RoleCount(role, joined, finished)
            for role, joined, finished in self.connection.execute(query)
        )

    def batches(self, session_id: int) -> dict[str, int]:
        """Count the rows of every sheet in a session."""
        query = (
            select(PARTICIPANTS.c.batch, func.count())
            .where(PARTICIPANTS.c.session_id == session_id, PARTICIPANTS.c.batch.is_not(None))
            .group_by(PARTICIPANTS.c.batch)
            .order_by(PARTICIPANTS.c.batch)
        )
        return {str(batch): rows for batch, rows in self.connection.execute(query)}

    def remove_batch(self, session_id: int, batch: str) -> int:
        """Take the rows of a sheet out, with their answers; gives how many rows."""
        gone = self.connection.execute(
            delete(PARTICIPANTS).where(
                PARTICIPANTS.c.session_id == session_id, PARTICIPANTS.c.batch == batch
            )
        )
        self.removed = True
        return gone.rowcount

    def purge_answers(self, session_id: int) -> None:
        """Remove all participants of a session, with their answers and votes.

        The session, its result, the joint scores and the actions stay.
        """
        everybody = PARTICIPANTS.c.session_id == session_id
        self.connection.execute(delete(PARTICIPANTS).where(everybody))
        self.removed = True

    def _change(self, participant_id: int, **values: Any) -> None:
        one = update(PARTICIPANTS).where(PARTICIPANTS.c.id == participant_id)
        self.connection.execute(one.values(**values))
