"""Whatever is killed between an answer and its acknowledgement, nothing acknowledged is lost."""

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClosedError

from databases import PostgreSQL
from loops import run
from page import Page
from partnerschap.content import load
from partnerschap.scoring import Answer
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    SessionService,
    asked_of,
    join_round,
    new_token,
    open_first,
    own_answers,
)
from partnerschap.sessions.repository import Store
from servers import signal_kernels

SAVES = 200
KILLS = 2
LOST = (ConnectionError, HTTPClientError, OSError, TimeoutError, WebSocketClosedError)


class Killable:
    """A server that can be killed at any moment, and started again on the same port."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._port = 0
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        """Start, as a user does; gives the address."""
        options = ["--port", str(self._port), "--no-browser", "--database", self._database]
        command = [sys.executable, "-m", "partnerschap", "serve", *options]
        self._process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if found := re.search(r"http://\S+:(\d+)/", line):
                self._port = int(found.group(1))
                return found.group()
        pytest.fail("the server did not start")

    def strike(self) -> None:
        """SIGKILL the server itself; what it started must notice."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)

    def strike_kernels(self) -> None:
        """SIGKILL all kernels; the server must notice."""
        assert self._process is not None
        signal_kernels(self._process.pid, signal.SIGKILL)

    def kill(self) -> None:
        """Kill the server, if it still runs, and wait until it is gone."""
        assert self._process is not None
        if self._process.poll() is None:
            self.strike()
        self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def lasting_database(
    request: pytest.FixtureRequest, tmp_path: Path, start_postgresql: Callable[..., PostgreSQL]
) -> str:
    """Address of a database that writes to the disk before it says so."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'sessions.sqlite3'}"
    else:
        url = start_postgresql(durable=True).url()
    Store(url).migrate()
    return url


class Participant:
    """Somebody who saves one answer after another while things are killed around them."""

    def __init__(self, server: Killable, database: str) -> None:
        self.server = server
        self._service = SessionService(load(), Store(database))
        opening = Opening(instrument="kort", sector="school", roles=("professional",))
        session = open_first(self._service, opening, new_token())
        self._access = ParticipantAccess(session.code, new_token())
        join_round(self._service, self._access, "professional")
        self._items = sorted(asked_of(self._service, session, "professional"))
        self._acknowledged: dict[str, Answer] = {}
        self._page = Page("")

    async def save_and_strike(self, strike: Callable[[], None], mend: Callable[[], None]) -> None:
        """Save; at some moments something is killed, and mended when the page noticed."""
        draw = random.Random()  # noqa: S311 - moments to strike
        kills = sorted(draw.sample(range(10, SAVES - 10), KILLS))
        await self._open(self.server.start())
        for number in range(SAVES):
            item = self._items[number % len(self._items)]
            value: Answer = number // len(self._items) % 5 + 1
            if number in kills:
                # Between the sending of this answer and its acknowledgement, or just after.
                asyncio.get_running_loop().call_later(draw.uniform(0, 0.02), strike)
            while not await self._save(item, value):
                mend()
                assert_kept(self._kept(), self._acknowledged, {item: value})
            self._acknowledged[item] = value
        self._page.close()
        assert dict(self._kept()) == self._acknowledged

    async def _open(self, address: str) -> None:
        self._page = Page(address)
        await self._page.open("meedoen")
        await self._page.ask("enter", code=self._access.code, token=self._access.token)

    async def _save(self, item: str, value: Answer) -> bool:
        """Ask once, with a page opened again where it was lost; tells whether it is kept."""
        try:
            if not self._page.is_open:
                await self._open(self.server.start())
            reply = await self._page.ask(
                "save",
                code=self._access.code,
                token=self._access.token,
                answers={item: value},
            )
        except LOST:
            return False
        if reply["kind"] == "saved":
            return True
        assert reply["reason"].startswith("storage_"), reply
        return False

    def _kept(self) -> Mapping[str, Answer]:
        return own_answers(self._service, self._access).answers


@pytest.fixture
def killable(lasting_database: str) -> Iterator[Killable]:
    server = Killable(lasting_database)
    yield server
    server.kill()


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(
    killable: Killable, lasting_database: str
) -> None:
    person = Participant(killable, lasting_database)
    run(person.save_and_strike(killable.strike, killable.kill))


def test_no_acknowledged_answer_is_lost_when_the_kernels_are_killed(
    killable: Killable, lasting_database: str
) -> None:
    """The page stays, and its widget is made anew in another kernel."""
    person = Participant(killable, lasting_database)
    run(person.save_and_strike(killable.strike_kernels, lambda: None))


def test_no_acknowledged_answer_is_lost_when_the_database_is_killed(
    tmp_path: Path, start_postgresql: Callable[..., PostgreSQL]
) -> None:
    del tmp_path
    database = start_postgresql(durable=True)
    Store(database.url()).migrate()
    server = Killable(database.url())
    person = Participant(server, database.url())
    is_struck = False

    def strike() -> None:
        nonlocal is_struck
        is_struck = True
        database.stop(signal.SIGQUIT)  # at once, as after a power cut: it recovers from its log

    def mend() -> None:
        nonlocal is_struck
        if is_struck:
            database.start()
            is_struck = False

    try:
        run(person.save_and_strike(strike, mend))
    finally:
        server.kill()


def assert_kept(
    found: Mapping[str, Answer], acknowledged: dict[str, Answer], under_way: dict[str, Answer]
) -> None:
    """What was acknowledged is there; only what was under way may be newer."""
    for item, value in acknowledged.items():
        assert found[item] in {value, under_way.get(item, value)}
