"""A server that is killed between an answer and its acknowledgement loses nothing acknowledged."""

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


@pytest.fixture
def killable(lasting_database: str) -> Iterator[Killable]:
    server = Killable(lasting_database)
    yield server
    server.kill()


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(
    killable: Killable, lasting_database: str
) -> None:
    service = SessionService(load(), Store(lasting_database))
    opening = Opening(instrument="kort", sector="school", roles=("professional",))
    session = open_first(service, opening, new_token())
    access = ParticipantAccess(session.code, new_token())
    join_round(service, access, "professional")
    items = sorted(asked_of(service, session, "professional"))
    run(save_and_kill(killable, service, access, items))


async def save_and_kill(
    server: Killable, service: SessionService, access: ParticipantAccess, items: list[str]
) -> None:
    draw = random.Random()  # noqa: S311 - moments to strike
    kills = sorted(draw.sample(range(10, SAVES - 10), KILLS))
    address = server.start()
    page = await opened(address, access)
    acknowledged: dict[str, Answer] = {}
    for number in range(SAVES):
        item, value = items[number % len(items)], number // len(items) % 5 + 1
        if number in kills:
            # Somewhere between the sending of this answer and its acknowledgement, or just after.
            asyncio.get_running_loop().call_later(draw.uniform(0, 0.02), server.strike)
        while True:
            try:
                reply = await page.ask(
                    "save", code=access.code, token=access.token, answers={item: value}
                )
                break
            except LOST:
                found = own_answers(service, access).answers
                assert_kept(found, acknowledged, {item: value})
                server.kill()
                page = await opened(server.start(), access)
        assert reply["kind"] == "saved"
        acknowledged[item] = value
    page.close()
    assert dict(own_answers(service, access).answers) == acknowledged


async def opened(address: str, access: ParticipantAccess) -> Page:
    page = Page(address)
    await page.open("meedoen")
    await page.ask("enter", code=access.code, token=access.token)
    return page


def assert_kept(
    found: Mapping[str, Answer], acknowledged: dict[str, Answer], under_way: dict[str, Answer]
) -> None:
    """What was acknowledged is there; only what was under way may be newer."""
    for item, value in acknowledged.items():
        assert found[item] in {value, under_way.get(item, value)}
