"""Use cases of the plan: add, change and remove steps, each with who, when and how it goes."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from partnerschap.content import Content
from partnerschap.sessions.access import TrainerAccess, session_of_trainer
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.fields import LINE, Id
from partnerschap.sessions.instrument import content_of
from partnerschap.sessions.repository import ActionState, PlannedAction, PlanStep, Transaction
from partnerschap.sessions.service import SessionService

MOST_ACTIONS: Final = 20
MOST_REMOVED: Final = 100
"""Actions that were taken away and that calendars still hear of; the oldest are forgotten."""

LONGEST_TEXT: Final = 500
LONGEST_OWNER: Final = 60
LONGEST_OTHER: Final = 300
FIRST_DUE: Final = date(2020, 1, 1)
LAST_DUE: Final = date(2099, 12, 31)
"""Limits of a date in the plan; beyond these somebody forgot a digit of the year."""

FIRST_MONTH: Final = 8
"""Of a school year."""

_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]")


def _no_mail(text: str) -> str:
    if _MAIL.search(text):
        raise ValueError("an address of somebody")
    return text


def _no_at(text: str) -> str:
    if "@" in text:
        raise ValueError("a role or initials have none")
    return text


def _school_year(months: tuple[int, ...]) -> tuple[int, ...]:
    """Put months in the order of a school year, each once."""
    return tuple(sorted(set(months), key=lambda month: (month - FIRST_MONTH) % 12))


_Other = Annotated[str, LINE, Field(max_length=LONGEST_OTHER), AfterValidator(_no_mail)]
Day = Annotated[date, Field(ge=FIRST_DUE, le=LAST_DUE)]
_Month = Annotated[int, Field(strict=True, ge=1, le=12)]


class ActionText(BaseModel):
    """An action as the team agrees it.

    Attributes
    ----------
    item, action
        Ids of the content, or None for an action of the team's own.
    owner
        A role or initials; may be empty.
    area
        Id of the content, or None: where an action of the team's own belongs.
    first_step, evidence, celebration, reason
        See `PlanStep`; may be empty.
    due
        From `FIRST_DUE` up to and including `LAST_DUE`.
    months
        1..12.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: Id | None = None
    action: Id | None = None
    text: Annotated[
        str, LINE, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_no_mail)
    ]
    owner: Annotated[str, LINE, Field(max_length=LONGEST_OWNER), AfterValidator(_no_at)] = ""
    due: Day | None = None
    area: Id | None = None
    first_step: _Other = ""
    evidence: _Other = ""
    celebration: _Other = ""
    state: ActionState = "chosen"
    reason: _Other = ""
    months: Annotated[tuple[_Month, ...], Field(max_length=12), AfterValidator(_school_year)] = ()

    @property
    def step(self) -> PlanStep:
        """The same as a step of a plan."""
        return PlanStep(**self.model_dump())


def add_action(
    service: SessionService, access: TrainerAccess, key: str, given: ActionText
) -> PlannedAction:
    """Choose an action; again with the same key changes nothing.

    Raises
    ------
    SessionError
        When the round is still open, there are too many actions, or the content has no such item,
        action or area.
    """

    def work(transaction: Transaction) -> PlannedAction:
        session = session_of_trainer(transaction, access, to_change=True)
        if session.state == "open":
            raise SessionError("not_now")
        asked = content_of(service.content, session)
        known: dict[str | None, set[str]] = {
            item.id: {action.id for action in asked.actions_of(item.id)} for item in asked.items
        } | {None: set()}
        if given.item not in known or (
            given.action is not None and given.action not in known[given.item]
        ):
            raise SessionError("invalid")
        _require_area(asked, given)
        added = transaction.add_action(session.id, key=key, **given.model_dump())
        transaction.note_entry(session.id, added.id, added.due, added.version, service.now())
        # Counted afterwards: the same key again is no action more.
        if len(transaction.actions(session.id)) > MOST_ACTIONS:
            raise SessionError("invalid")
        transaction.touch(session.id)
        return added

    return service.write(work)


def change_action(
    service: SessionService,
    access: TrainerAccess,
    action_id: int,
    version: int,
    given: ActionText | None,
) -> PlannedAction | None:
    """Change an action of the plan, or take it away with None.

    Parameters
    ----------
    given
        Fields that are not set in it stay as they are: not every screen shows them all. What the
        action was chosen for always stays.

    Raises
    ------
    SessionError
        When somebody else changed it meanwhile, or the content has no such area.
    """

    def work(transaction: Transaction) -> PlannedAction | None:
        session = session_of_trainer(transaction, access, to_change=True)
        if given is None:
            if transaction.remove_action(session.id, action_id, version):
                transaction.note_entry(session.id, action_id, None, version + 1, service.now())
                transaction.forget_old_entries(session.id, MOST_REMOVED)
            transaction.touch(session.id)
            return None
        _require_area(content_of(service.content, session), given)
        fields = given.model_dump(exclude_unset=True, exclude={"item", "action"})
        changed = transaction.update_action(session.id, action_id, version, **fields)
        transaction.note_entry(session.id, changed.id, changed.due, changed.version, service.now())
        transaction.touch(session.id)
        return changed

    return service.write(work)


def _require_area(content: Content, given: ActionText) -> None:
    if given.area is not None and given.area not in {area.id for area in content.areas}:
        raise SessionError("invalid")
