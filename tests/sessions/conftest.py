"""A small content, a clock that stands still, and a database in memory for the use cases.

Where locks, files and faults matter a test takes a real file instead; the store has its own tests.
"""

import itertools
import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml
from sqlalchemy import StaticPool, create_engine

from partnerschap.content import Content, Role
from partnerschap.content.models import Sector
from partnerschap.content.practice import WorkshopStep
from partnerschap.scoring import Answer
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    Session,
    SessionError,
    SessionService,
    TrainerAccess,
    close_round,
    join_round,
    new_token,
    open_first,
    save_answers,
    set_finished,
)
from partnerschap.sessions.repository import Store, Transaction

T = TypeVar("T")
Row = tuple[Role, Mapping[str, Answer]]

CONTENT = Path(__file__).parents[2] / "exercises/content"
DUTCH = {"language": "nl"}
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NUMBERS = itertools.count()

ITEMS: dict[str, dict[str, Any]] = {
    "a": {"area": "p1", "core": True, "actions": [(1, 3), (2, 2)]},
    "b": {"area": "p1", "scale": "progress", "source": ["T1", "T2"], "actions": [(3, 3), (1, 1)]},
    "c": {"area": "p2", "respondents": ["professional", "management"], "source": ["T2"]},
    "d": {"area": "vision", "source": ["T3"], "actions": [(2, 3)]},
}
"""Item c is not asked of parents and the municipality."""


class MemoryStore(Store):
    """One connection to a copy of a migrated file; it refuses to write while it reads."""

    def __init__(self, template: bytes) -> None:
        super().__init__("sqlite:////in/memory")

        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(":memory:", isolation_level=None)
            connection.deserialize(template)
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
        self._connection = engine.connect()

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self._do(work, writes=False)

    def write(self, work: Callable[[Transaction], T]) -> T:
        return self._do(work, writes=True)

    def _do(self, work: Callable[[Transaction], T], *, writes: bool) -> T:
        with self._connection.begin():
            self._connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
            self._connection.exec_driver_sql("BEGIN")
            return work(Transaction(self._connection, writes=writes))


@pytest.fixture(scope="session")
def content(make_content: Callable[..., Content]) -> Content:
    """Four items in three areas, with the words and the steps of a session."""
    made = make_content(ITEMS)
    messages = yaml.safe_load((CONTENT / "messages/session.yml").read_text(encoding="utf-8"))
    steps = yaml.safe_load((CONTENT / "workshop.yml").read_text(encoding="utf-8"))["workshop"]
    school = {"id": "school", "name": {"nl": "School"}, "words": {}}
    return made.model_copy(
        update={
            "sectors": (Sector.model_validate(school, context=DUTCH),),
            "workshop": tuple(WorkshopStep.model_validate(one, context=DUTCH) for one in steps),
            "messages": made.messages
            | {f"session.{key}": text["nl"] for key, text in messages.items()},
        }
    )


@pytest.fixture(scope="session")
def in_memory(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    """Make an empty database in memory, for one thread."""
    file = shutil.copy(migrated_file, tmp_path_factory.mktemp("memory"))
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")  # a log needs a file beside it
    tables = connection.serialize()
    connection.close()
    return partial(MemoryStore, tables)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pass_time(clock: Clock) -> Callable[..., None]:
    """Let time pass, as much as a timedelta of these arguments."""

    def passes(**much: float) -> None:
        clock.time += timedelta(**much)

    return passes


@pytest.fixture
def service(content: Content, in_memory: Callable[[], Store], clock: Clock) -> SessionService:
    return SessionService(content, in_memory(), now=clock)


@pytest.fixture
def file_service(content: Content, sqlite_url: str, clock: Clock) -> SessionService:
    """Give a service on ``sessions.sqlite3`` in the test's folder."""
    return SessionService(content, Store(sqlite_url), now=clock)


@pytest.fixture(scope="session")
def opening() -> Callable[..., Opening]:
    """Make an opening, with fields of your own."""

    def make(**fields: Any) -> Opening:
        usual: dict[str, Any] = {
            "instrument": "all",
            "sector": "school",
            "roles": ("parent", "professional", "management"),
            "min_group": 3,
        }
        return Opening.model_validate(usual | fields)

    return make


@pytest.fixture
def start(service: SessionService, opening: Callable[..., Opening]) -> Callable[..., TrainerAccess]:
    """Open the first round of a new team, with fields of your own, on a service of your own."""

    def opens(where: SessionService = service, **fields: Any) -> TrainerAccess:
        token = new_token()
        return TrainerAccess(token, open_first(where, opening(**fields), token).id)

    return opens


@pytest.fixture
def session_of(service: SessionService) -> Callable[..., Session]:
    """Give a session as it is stored."""

    def find(access: TrainerAccess, where: SessionService = service) -> Session:
        found = where.read(lambda transaction: transaction.session(access.session_id))
        assert found is not None
        return found

    return find


@pytest.fixture
def come(
    service: SessionService, session_of: Callable[..., Session]
) -> Callable[..., ParticipantAccess]:
    """Let somebody join a session, without an answer yet."""

    def comes(
        round_: TrainerAccess, role: Role = "professional", where: SessionService = service
    ) -> Any:
        access = ParticipantAccess(session_of(round_, where).code, new_token())
        join_round(where, access, role)
        return access

    return comes


@pytest.fixture
def fill(
    service: SessionService, come: Callable[..., ParticipantAccess]
) -> Callable[..., list[ParticipantAccess]]:
    """Let people join a session, answer and be ready, a row each."""

    def fills(
        round_: TrainerAccess, rows: Sequence[Row], where: SessionService = service
    ) -> list[ParticipantAccess]:
        people = []
        for role, answers in rows:
            people.append(come(round_, role, where))
            save_answers(where, people[-1], answers)
            set_finished(where, people[-1], finished=True)
        return people

    return fills


@pytest.fixture(scope="session")
def refusal() -> Callable[..., str]:
    """Give the reason for which a use case with these arguments is refused."""

    def refuses(use: Callable[..., object], *arguments: Any, **keywords: Any) -> str:
        with pytest.raises(SessionError) as caught:
            use(*arguments, **keywords)
        return str(caught.value.reason)

    return refuses


@pytest.fixture
def closed(
    service: SessionService,
    start: Callable[..., TrainerAccess],
    fill: Callable[..., list[ParticipantAccess]],
) -> TrainerAccess:
    """Give a closed round in which five professionals and five parents answered differently."""
    access = start()
    professionals: list[Row] = [
        ("professional", {"a": 2, "b": value, "c": 1, "d": 5}) for value in (1, 1, 5, 5, 5)
    ]
    parents: list[Row] = [("parent", {"a": 4, "b": 1, "d": 4})] * 5
    fill(access, professionals + parents)
    close_round(service, access)
    return access
