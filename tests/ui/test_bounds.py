"""Whatever a page sends, it hears an answer or one sentence, and what is refused changes nothing.

What is sent is derived from the requests themselves, so a new field is tried without being named.
"""

import asyncio
import importlib
import json
import logging
import pkgutil
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, Select, Table, create_engine, insert, select
from sqlalchemy.pool import NullPool

import asking
from extremes import (
    ANYTHING,
    HALF,
    MISSING,
    NUL,
    TURNED,
    USUAL,
    extremes,
    has_bounds,
    nodes,
    requests_of,
)
from loops import run
from partnerschap.content import load
from partnerschap.report import MAX_BYTES
from partnerschap.sessions import (
    Example,
    ParticipantAccess,
    SessionService,
    join_round,
    make_example,
    new_token,
)
from partnerschap.sessions.repository import Store, Transaction
from partnerschap.sessions.repository.tables import METADATA, WRONG_CODES
from partnerschap.ui import following, widgets as widgets_package
from partnerschap.ui.widgets import participant
from partnerschap.ui.widgets.base import PageWidget
from partnerschap.ui.widgets.exercise import Exercise
from partnerschap.ui.widgets.participant import Participant
from partnerschap.ui.widgets.plan import Plan
from partnerschap.ui.widgets.policy import Policy
from partnerschap.ui.widgets.scan import Scan
from partnerschap.ui.widgets.session_widget import SessionWidget
from partnerschap.ui.widgets.vision import Vision
from partnerschap.ui.widgets.workshop import Workshop

CONTENT = load()
SHEET = b"respondent,role,inf-1\n1,parent,5\n2,professional,1\n"
ALONE: dict[type[PageWidget], Callable[[], PageWidget]] = {
    Scan: lambda: Scan("teamscan"),
    Vision: Vision,
    Policy: Policy,
    Exercise: lambda: Exercise("ouderbril"),
}
TOGETHER: dict[type[SessionWidget], Callable[[SessionService], SessionWidget]] = {
    Workshop: lambda service: Workshop("workshop", service),
    Participant: Participant,
    Plan: lambda service: Plan("actieplan", service),
}

Rows = dict[str, list[Any]]
T = TypeVar("T")


def widgets() -> set[type[PageWidget]]:
    for module in pkgutil.iter_modules(widgets_package.__path__):
        importlib.import_module(f"{widgets_package.__name__}.{module.name}")
    found: set[type[PageWidget]] = set()
    new: set[type[PageWidget]] = {PageWidget}
    while new:
        new = {one for parent in new for one in parent.__subclasses__()}
        found |= new
    found = {one for one in found if one.__module__.startswith("partnerschap.")}
    # traitlets makes a class of its own for each widget that gets traits of its own.
    return {one for one in found if vars(sys.modules[one.__module__]).get(one.__name__) is one}


def test_every_exercise_is_tried_here() -> None:
    assert widgets() - {SessionWidget} == {*ALONE, *TOGETHER}


@pytest.mark.parametrize("widget", sorted(widgets(), key=str))
def test_every_field_of_a_request_has_bounds(widget: type[PageWidget]) -> None:
    if widget._requests is None:  # noqa: SLF001 - what a page may ask is no business of others
        return
    without = [
        f"{kind}.{'.'.join(map(str, path))}: {node['type']}"
        for kind, fields in requests_of(widget._requests).items()  # noqa: SLF001
        for name, field in fields.items()
        for path, node in nodes(field, (name,))
        if not has_bounds(node)
    ]
    assert without == []


class Page:
    """A page whose kernel is asked one thing after the other, over JSON as a real one."""

    def __init__(self, widget: PageWidget) -> None:
        self._widget = widget
        self._sent: list[Any] = []
        self._told = asyncio.Event()
        widget.send = self._send

    def _send(self, content: Any, buffers: Any = None) -> None:
        self._sent.append((content, buffers))
        self._told.set()

    def deliver(self, data: object, buffers: list[bytes]) -> None:
        self._sent.clear()
        self._told.clear()
        asking.deliver(self._widget, json.loads(json.dumps(data)), buffers)

    async def ask(self, message: object, buffers: list[bytes] | None = None) -> dict[str, Any]:
        return await self.answer_to({"method": "custom", "content": message}, buffers or [])

    async def answer_to(self, data: object, buffers: list[bytes] | None = None) -> dict[str, Any]:
        self.deliver(data, buffers or [])
        async with asyncio.timeout(10):
            await self._told.wait()
        return self.reply()

    def reply(self) -> dict[str, Any]:
        """Give the only answer, which must be one that can be sent."""
        ((reply, _),) = self._sent
        json.dumps(reply, ensure_ascii=False, allow_nan=False).encode()
        if reply["kind"] == "fault":
            assert reply["message"].endswith("."), reply
            assert reply["message"] != CONTENT.message("form.failed"), reply
        checked: dict[str, Any] = reply
        return checked


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Look for nothing new, wait after no wrong code; and nothing may be logged."""
    monkeypatch.setattr(following, "LOOK_EVERY", 3600)
    monkeypatch.setattr(participant, "pause_after_wrong_code", lambda _: 0)
    yield
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def tried(widget: type[PageWidget], known: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Give everything that is to be sent to a widget, with where it is extreme."""
    yield from ((("whole",), one) for one in ANYTHING if one is not MISSING)
    adapter = widget._requests  # noqa: SLF001 - what a page may ask is no business of others
    seen: set[Any] = set()
    for kind, fields in (requests_of(adapter) if adapter else {}).items():
        yield from (((kind, *path), message) for path, message in extremes(fields, known, seen))


@pytest.mark.parametrize("widget", ALONE)
def test_a_page_alone_always_hears_something(widget: type[PageWidget]) -> None:
    page = Page(ALONE[widget]())

    async def ask_everything() -> dict[str, int]:
        heard: dict[str, int] = {}
        for place, message in tried(widget, USUAL):
            try:
                reply = await page.ask(message, [SHEET])
            except Exception as error:
                raise AssertionError(place, str(message)[:500]) from error
            heard[reply["kind"]] = heard.get(reply["kind"], 0) + 1
        return heard

    heard = run(ask_everything())
    assert heard.pop("fault") > 20
    # What lies within the bounds is answered.
    assert bool(heard) == (widget is not Exercise)


class Noticing(Store):
    """Notices whether something was kept."""

    kept = False

    def write(self, work: Callable[[Transaction], T]) -> T:
        result = super().write(work)
        self.kept = True
        return result


@pytest.fixture
def store(database_url: str) -> Noticing:
    return Noticing(database_url)


@pytest.fixture
def service(store: Noticing) -> SessionService:
    return SessionService(CONTENT, store)


@pytest.fixture
def example(service: SessionService) -> Example:
    return make_example(service)


@pytest.fixture
def connection(service: SessionService) -> Iterator[Connection]:
    url = service.store.url
    with create_engine(url, poolclass=NullPool).connect() as connection:
        yield connection


def _all(table: Table) -> Select[Any]:
    return select(table).order_by(*table.primary_key)


def rows(connection: Connection) -> Rows:
    """Give all that is stored, but how often a wrong code was tried."""
    with connection.begin():
        return {
            table.name: [dict(row) for row in connection.execute(_all(table)).mappings()]
            for table in METADATA.sorted_tables
            if table is not WRONG_CODES
        }


def restore(connection: Connection, kept: Rows) -> None:
    with connection.begin():
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
        for table in METADATA.sorted_tables:
            if kept.get(table.name):
                connection.execute(insert(table), kept[table.name])


@pytest.mark.parametrize("widget", TOGETHER)
def test_what_is_refused_changes_nothing(
    widget: type[SessionWidget],
    store: Noticing,
    service: SessionService,
    example: Example,
    connection: Connection,
) -> None:
    mine = new_token()
    join_round(service, ParticipantAccess(example.open.code, mine), "parent")
    known = USUAL | {
        "token": mine if widget is Participant else example.token,
        "code": example.open.code,
        "session": example.done.id,
        "id": 1,
        "version": 1,
    }
    page = Page(TOGETHER[widget](service))
    before = rows(connection)
    store.kept = False

    async def ask_everything() -> dict[str, int]:
        heard: dict[str, int] = {}
        for place, message in tried(widget, known):
            try:
                reply = await page.ask(message, [SHEET])
            except Exception as error:
                raise AssertionError(place, str(message)[:500]) from error
            heard[reply["kind"]] = heard.get(reply["kind"], 0) + 1
            # Nothing is wrong with the database.
            assert not reply.get("reason", "").startswith("storage"), (place, str(message)[:500])
            if store.kept:
                assert reply["kind"] != "fault" or rows(connection) == before, place
                restore(connection, before)
                store.kept = False
        assert rows(connection) == before
        return heard

    heard = run(ask_everything())
    assert heard.pop("fault") > 100
    assert heard


@pytest.mark.parametrize(
    "buffers", [[], [b""], [SHEET, SHEET], [b"\0" * 99], [b"a" * (MAX_BYTES + 1)]]
)
@pytest.mark.parametrize("kind", ["score_sheet", "sheet_file"])
def test_files_that_are_none_are_refused(kind: str, buffers: list[bytes]) -> None:
    page = Page(Scan("teamscan"))
    message = {"kind": kind, "number": 1, "filename": "a.csv", "min_group": 5}
    if kind == "sheet_file":
        message |= {"sector": "", "file": "full.json"}
    assert run(page.ask(message, buffers))["kind"] == "fault"


@pytest.mark.parametrize(
    "data",
    [
        *ANYTHING[:8],
        {"method": "update"},
        {"method": "update", "state": {"specification": "x", "front_end": "../x", "_esm": "x"}},
        {"method": "update", "state": {"asks": False}, "buffer_paths": [["nowhere", 7]]},
        {"method": "custom"},
        {"method": ["custom"], "content": {}},
        {"method": "echo_update", "state": {}},
    ],
)
def test_a_page_asks_and_sets_nothing(data: object) -> None:
    widget = Scan("teamscan")
    before = widget.get_state()
    page = Page(widget)
    assert run(page.answer_to(data))["message"] == CONTENT.message("form.invalid")
    assert widget.get_state() == before


def test_what_cannot_be_seen_is_taken_out_and_the_rest_is_kept(
    service: SessionService, example: Example
) -> None:
    page = Page(Plan("actieplan", service))
    text = f"{NUL} {HALF}koffie{TURNED}\tthee\ufffe \u00e9\u200d\U0001f600"
    add = {"kind": "action_add", "number": 1, "token": example.token, "session": example.done.id}
    reply = run(page.ask(add | {"key": "k", "action": {"text": text}}))
    assert reply["plan"]["actions"][-1]["text"] == "ab koffieklm thee \u00e9\u200d\U0001f600"
