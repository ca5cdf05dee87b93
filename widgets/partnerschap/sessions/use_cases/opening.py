"""Use cases of opening a session: the first round of a team, or a next one."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from partnerschap.content import Role
from partnerschap.content.models import ScaleId
from partnerschap.sessions.access import of_trainer
from partnerschap.sessions.codes import hash_token, new_code
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.fields import LINE, Id
from partnerschap.sessions.repository import CodeTakenError, OwnItem, Session, Team, Transaction
from partnerschap.sessions.service import SessionService

MOST_OWN_ITEMS: Final = 8
LEAST_GROUP: Final = 3
OPEN_DAYS: Final = 90
"""After so many days a session that nobody closed goes away, answers and all."""


class OwnStatement(BaseModel):
    """A point that the team adds itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statement: Annotated[str, LINE, Field(min_length=1, max_length=200)]
    scale: ScaleId


class Opening(BaseModel):
    """What a trainer chooses for a session.

    Attributes
    ----------
    label
        What the trainer calls the team; no name of a person.
    min_group
        Least number of valid answers that a figure may be about, 3..20.
    retention_days
        Days after closing at which the answers go, 1..90.
    together
        Whether the team fills in one joint form on one screen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    instrument: Id
    sector: Id
    roles: Annotated[tuple[Role, ...], Field(min_length=1, max_length=4)]
    own_items: Annotated[tuple[OwnStatement, ...], Field(max_length=MOST_OWN_ITEMS)] = ()
    min_group: Annotated[int, Field(ge=LEAST_GROUP, le=20)] = 5
    retention_days: Annotated[int, Field(ge=1, le=90)] = 30
    together: bool = False
    label: Annotated[str, LINE, Field(max_length=80)] = ""
    language: Id = "nl"

    @model_validator(mode="after")
    def _each_role_once(self) -> Self:
        if len(set(self.roles)) != len(self.roles):
            raise ValueError("each role once")
        return self


def open_first(
    service: SessionService, opening: Opening, token: str, *, demo: bool = False
) -> Session:
    """Open the first round of a new team.

    Parameters
    ----------
    token
        The trainer's secret, of `codes.TOKEN_PATTERN`. The same secret again gives the same
        session, so that a request whose answer got lost can be repeated.

    Raises
    ------
    SessionError
        When the content has no such instrument, sector or language, or nothing can be stored.
    """
    content = service.content
    if (
        opening.instrument not in {instrument.id for instrument in content.instruments}
        or opening.sector not in {sector.id for sector in content.sectors}
        or opening.language != content.language
    ):
        raise SessionError("invalid")
    own_items = tuple(
        OwnItem(f"own-{number}", own.statement, own.scale)
        for number, own in enumerate(opening.own_items, start=1)
    )

    def work(code: str, transaction: Transaction) -> Session:
        _require_room(service, transaction, token)
        team = transaction.add_team(
            token_hash=hash_token(token),
            label=opening.label,
            sector=opening.sector,
            language=opening.language,
            demo=demo,
            at=service.now(),
        )
        return transaction.add_session(
            team_id=team.id,
            round=1,
            code=code,
            instrument=opening.instrument,
            content_version=content.version,
            roles=opening.roles,
            own_items=own_items,
            min_group=opening.min_group,
            retention_days=opening.retention_days,
            together=opening.together,
            opened_at=service.now(),
            purge_after=service.now() + timedelta(days=OPEN_DAYS),
        )

    return _with_free_code(service, work)


def _require_room(service: SessionService, transaction: Transaction, token: str) -> None:
    """Refuse another team for now when so many came within an hour; a repeated request is none."""
    if transaction.team_by_token(hash_token(token)) is not None:
        return
    an_hour_ago = service.now() - timedelta(hours=1)
    if transaction.count_opened(an_hour_ago) >= service.sessions_an_hour:
        raise SessionError("too_many")


def open_next(service: SessionService, token: str) -> Session:
    """Open the next round of a team, asked as the last one was; once that one is closed.

    Raises
    ------
    SessionError
        When the secret is not a trainer's, or the last round is still open.
    """

    def work(code: str, transaction: Transaction) -> Session:
        team = of_trainer(transaction, token)
        last = transaction.sessions_of(team.id)[-1]
        if last.state == "open":
            raise SessionError("not_now")
        return _after(service, transaction, team, last, code)

    return _with_free_code(service, work)


def _after(
    service: SessionService, transaction: Transaction, team: Team, last: Session, code: str
) -> Session:
    return transaction.add_session(
        team_id=team.id,
        round=last.round + 1,
        code=code,
        instrument=last.instrument,
        content_version=service.content.version,
        roles=last.roles,
        own_items=last.own_items,
        min_group=last.min_group,
        retention_days=last.retention_days,
        together=last.together,
        opened_at=service.now(),
        purge_after=service.now() + timedelta(days=OPEN_DAYS),
    )


def _with_free_code(
    service: SessionService, work: Callable[[str, Transaction], Session]
) -> Session:
    while True:
        try:
            return service.write(partial(work, new_code()))
        except CodeTakenError:
            continue  # one in a billion, for each session that there is
