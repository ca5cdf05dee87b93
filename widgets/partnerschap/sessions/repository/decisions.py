"""Queries on what the team decides: joint scores and planned actions."""

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, delete, select, update

from partnerschap.sessions.model import ActionState, JointScore, PlannedAction
from partnerschap.sessions.repository.errors import VersionConflictError
from partnerschap.sessions.repository.query_base import QueryBase, fields
from partnerschap.sessions.repository.tables import ACTIONS, JOINT_SCORES

_SCORE = [column for column in JOINT_SCORES.c if column.name != "session_id"]
_ACTION = [column for column in ACTIONS.c if column.name not in {"session_id", "key"}]


class _Agreed(TypedDict, total=False):
    """What may be agreed about an action, and later otherwise."""

    owner: str
    due: date | None
    area: str | None
    first_step: str
    evidence: str
    celebration: str
    state: ActionState
    reason: str
    months: tuple[int, ...]


class ActionFields(_Agreed):
    """What an action starts with."""

    text: str


class ActionChanges(_Agreed, total=False):
    """What may change of an action; what it was chosen for stays."""

    text: str


class Decisions(QueryBase):
    """Joint scores and planned actions, each guarded by a version."""

    def save_joint_score(
        self, session_id: int, item: str, value: int | None, version: int
    ) -> JointScore | None:
        """Keep what the team agreed on an item.

        Parameters
        ----------
        value
            1..5, -1 don't know, -2 not applicable, or None to take it away.
        version
            Of the joint score that is changed; 0 when there was none.

        Raises
        ------
        VersionConflictError
            What stands has another version.
        """
        if version == 0:
            if value is not None:
                return self._add_score(session_id, item, value)
            if any(score.item == item for score in self.joint_scores(session_id)):
                raise VersionConflictError
            return None
        change = (
            update(JOINT_SCORES)
            .where(
                JOINT_SCORES.c.session_id == session_id,
                JOINT_SCORES.c.item == item,
                JOINT_SCORES.c.version == version,
                JOINT_SCORES.c.value.is_not(None),
            )
            .values(value=value, version=version + 1)
            .returning(*_SCORE)
        )
        row = self.connection.execute(change).mappings().first()
        if row is None:
            raise VersionConflictError
        return None if value is None else JointScore(**fields(row))

    def joint_scores(self, session_id: int) -> tuple[JointScore, ...]:
        """Give the joint scores of a session, by item."""
        query = (
            select(*_SCORE)
            .where(JOINT_SCORES.c.session_id == session_id, JOINT_SCORES.c.value.is_not(None))
            .order_by(JOINT_SCORES.c.item)
        )
        return tuple(JointScore(**fields(row)) for row in self.connection.execute(query).mappings())

    def add_action(
        self,
        session_id: int,
        *,
        key: str,
        item: str | None,
        action: str | None,
        **given: Unpack[ActionFields],
    ) -> PlannedAction:
        """Add an action, or give the one that has this key in this session, unchanged.

        Parameters
        ----------
        key
            Chosen by the page, so that a request that is repeated adds once.
        """
        values = {
            "session_id": session_id,
            "key": key,
            "item": item,
            "action": action,
            "owner": "",
            "version": 1,
            **given,
        }
        self.connection.execute(self._insert(ACTIONS).values(values).on_conflict_do_nothing())
        query = select(*_ACTION).where(ACTIONS.c.session_id == session_id, ACTIONS.c.key == key)
        return PlannedAction(**fields(self.connection.execute(query).mappings().one()))

    def update_action(
        self, session_id: int, action_id: int, version: int, **changes: Unpack[ActionChanges]
    ) -> PlannedAction:
        """Change an action of a session; what is not given stays as it is.

        Raises
        ------
        VersionConflictError
            Another version stands, or it is gone.
        """
        change = (
            update(ACTIONS)
            .where(_that(session_id, action_id), ACTIONS.c.version == version)
            .values({**changes, "version": version + 1})
            .returning(*_ACTION)
        )
        row = self.connection.execute(change).mappings().first()
        if row is None:
            raise VersionConflictError
        return PlannedAction(**fields(row))

    def remove_action(self, session_id: int, action_id: int, version: int) -> bool:
        """Take an action of a session away; tells whether it was still there.

        Raises
        ------
        VersionConflictError
            Another version stands.
        """
        that = _that(session_id, action_id)
        removal = delete(ACTIONS).where(that, ACTIONS.c.version == version)
        removed = self.connection.execute(removal).rowcount > 0
        if self.connection.execute(select(ACTIONS.c.id).where(that)).first():
            raise VersionConflictError
        return removed

    def actions(self, session_id: int) -> tuple[PlannedAction, ...]:
        """Give the actions of a session, in the order in which they were added."""
        query = select(*_ACTION).where(ACTIONS.c.session_id == session_id).order_by(ACTIONS.c.id)
        rows = self.connection.execute(query).mappings()
        return tuple(PlannedAction(**fields(row)) for row in rows)

    def _add_score(self, session_id: int, item: str, value: int) -> JointScore:
        row = {"session_id": session_id, "item": item, "value": value, "version": 1}
        # One that was taken away left its version: who still sees the old one must not match it.
        add = (
            self._insert(JOINT_SCORES)
            .values(row)
            .on_conflict_do_update(
                index_elements=JOINT_SCORES.primary_key,
                set_={"value": value, "version": JOINT_SCORES.c.version + 1},
                where=JOINT_SCORES.c.value.is_(None),
            )
            .returning(*_SCORE)
        )
        added = self.connection.execute(add).mappings().first()
        if added is None:
            raise VersionConflictError
        return JointScore(**fields(added))


def _that(session_id: int, action_id: int) -> ColumnElement[bool]:
    return (ACTIONS.c.session_id == session_id) & (ACTIONS.c.id == action_id)
