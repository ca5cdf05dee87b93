"""Queries on answers and votes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, select

from partnerschap.sessions.model import Moment
from partnerschap.sessions.repository.query_base import QueryBase
from partnerschap.sessions.repository.tables import ANSWERS, PARTICIPANTS, VOTES


class Answers(QueryBase):
    """Queries on answers and votes of participants, item by item."""

    def save_answers(
        self, participant_id: int, moment: Moment, answers: Mapping[str, int | None]
    ) -> None:
        """Keep answers over those that were there.

        Parameters
        ----------
        answers
            By item: 1..5, -1 for "don't know", -2 for "not applicable", None to take it away.
        """
        self._save(ANSWERS, {"participant_id": participant_id, "moment": moment}, answers)

    def answers_of(self, participant_id: int, moment: Moment) -> dict[str, int]:
        """Give the answers of one participant, by item."""
        return self._saved(ANSWERS, {"participant_id": participant_id, "moment": moment})

    def all_answers(self, session_id: int, moment: Moment) -> list[tuple[str, dict[str, int]]]:
        """Give role and answers of everybody who answered, in an order that says nothing."""
        query = (
            select(PARTICIPANTS.c.id, PARTICIPANTS.c.role, ANSWERS.c.item, ANSWERS.c.value)
            .join_from(PARTICIPANTS, ANSWERS)
            .where(PARTICIPANTS.c.session_id == session_id, ANSWERS.c.moment == moment)
            .order_by(PARTICIPANTS.c.token_hash, ANSWERS.c.item)
        )
        people: dict[int, tuple[str, dict[str, int]]] = {}
        for participant_id, role, item, value in self.connection.execute(query):
            people.setdefault(participant_id, (role, {}))[1][item] = value
        return list(people.values())

    def save_votes(self, participant_id: int, votes: Mapping[str, int | None]) -> None:
        """Keep votes over those that were there: importance 1..3 by item, None to take it away."""
        self._save(VOTES, {"participant_id": participant_id}, votes)

    def votes_of(self, participant_id: int) -> dict[str, int]:
        """Give the votes of one participant, by item."""
        return self._saved(VOTES, {"participant_id": participant_id})

    def all_votes(self, session_id: int) -> dict[str, list[int]]:
        """Give the votes on every item that has one, low to high."""
        query = (
            select(VOTES.c.item, VOTES.c.value)
            .join_from(PARTICIPANTS, VOTES)
            .where(PARTICIPANTS.c.session_id == session_id)
            .order_by(VOTES.c.item, VOTES.c.value)
        )
        votes: dict[str, list[int]] = {}
        for item, value in self.connection.execute(query):
            votes.setdefault(item, []).append(value)
        return votes

    def voters(self, session_id: int) -> int:
        """Count who voted on at least one item."""
        query = (
            select(func.count(VOTES.c.participant_id.distinct()))
            .join_from(PARTICIPANTS, VOTES)
            .where(PARTICIPANTS.c.session_id == session_id)
        )
        return self.connection.execute(query).scalar_one()

    def _save(self, table: Table, whose: dict[str, Any], values: Mapping[str, int | None]) -> None:
        # Sorted, so that two pages of one person cannot wait for each other's rows.
        rows = [whose | {"item": item, "value": values[item]} for item in sorted(values)]
        given = [row for row in rows if row["value"] is not None]
        gone = [
            {f"the_{name}": row[name] for name in (*whose, "item")}
            for row in rows
            if row["value"] is None
        ]
        if given:
            upsert = self._insert(table)
            upsert = upsert.on_conflict_do_update(
                index_elements=table.primary_key, set_={"value": upsert.excluded.value}
            )
            self.connection.execute(upsert, given)
        if gone:
            same = [table.c[name] == bindparam(f"the_{name}") for name in (*whose, "item")]
            self.connection.execute(delete(table).where(*same), gone)

    def _saved(self, table: Table, whose: dict[str, Any]) -> dict[str, int]:
        same = [table.c[name] == value for name, value in whose.items()]
        query = select(table.c.item, table.c.value).where(*same).order_by(table.c.item)
        return dict(self.connection.execute(query).all())
