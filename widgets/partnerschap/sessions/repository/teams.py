"""Queries on teams."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, delete, select

from partnerschap.sessions.model import Team
from partnerschap.sessions.repository.query_base import QueryBase, fields
from partnerschap.sessions.repository.tables import TEAMS


class Teams(QueryBase):
    """Queries on teams: who measures, round after round."""

    def add_team(  # noqa: PLR0913 - the fields of a team
        self, *, token_hash: str, label: str, sector: str, language: str, demo: bool, at: datetime
    ) -> Team:
        """Add a team, or give the one that has this token already, unchanged."""
        values = {
            "token_hash": token_hash,
            "label": label,
            "sector": sector,
            "language": language,
            "demo": demo,
            "created_at": at,
            # Not of the token or the name: a calendar is shared, and two teams may have no name.
            "calendar": uuid4().hex,
        }
        # Not "select, then insert": two requests at once would both find nothing.
        insert = self._insert(TEAMS).values(values).on_conflict_do_nothing()
        self.connection.execute(insert)
        row = self.connection.execute(select(TEAMS).where(TEAMS.c.token_hash == token_hash))
        return Team(**fields(row.mappings().one()))

    def team(self, team_id: int) -> Team | None:
        """Find a team by its id."""
        return self._team(TEAMS.c.id == team_id)

    def team_by_token(self, token_hash: str) -> Team | None:
        """Find a team by the hash of the trainer's secret."""
        return self._team(TEAMS.c.token_hash == token_hash)

    def delete_team(self, team_id: int) -> None:
        """Delete a team with all its sessions and what belongs to them."""
        self.connection.execute(delete(TEAMS).where(TEAMS.c.id == team_id))
        self.removed = True

    def _team(self, which: ColumnElement[bool]) -> Team | None:
        row = self.connection.execute(select(TEAMS).where(which)).mappings().first()
        return Team(**fields(row)) if row else None
