"""A server to attack, with a database of its own, and people who save while it suffers."""

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import psutil
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClosedError

from databases import PostgreSQL, find_programs
from page import Page
from partnerschap.content import ROLES, load
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

PATIENCE = 60
LOST = (ConnectionError, HTTPClientError, OSError, TimeoutError, WebSocketClosedError, LookupError)
"""How a page notices that its server is away."""


class Served:
    """`partnerschap serve`, which may be ended and started again on the same port."""

    def __init__(self, database: str, **settings: object) -> None:
        self._options = ["--no-browser", "--database", database]
        self._settings = {f"PARTNERSCHAP_{name.upper()}": str(to) for name, to in settings.items()}
        self.port = 0
        self.log = ""

    def start(self) -> str:
        """Start it; gives its address."""
        command = [sys.executable, "-m", "partnerschap", "serve", "--port", str(self.port)]
        self._process = subprocess.Popen(
            [*command, *self._options],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | self._settings,
        )
        errors = self._process.stderr
        assert errors is not None  # noqa: S101 - for the type checker
        for line in errors:
            if found := re.search(r"http://\S+:(\d+)/", line):
                self.port, self.address = int(found[1]), found.group()
                Thread(target=self._keep_log, args=(errors,), daemon=True).start()
                return self.address
            self.log += line
        raise RuntimeError(self.log)

    def _keep_log(self, errors: object) -> None:
        for line in errors:  # type: ignore[attr-defined]
            self.log += line

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether nobody has ended it yet."""
        return self._process.poll() is None

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, float, int]:
        """End it; gives its exit status, the seconds it took, and how many children are left."""
        children = psutil.Process(self.pid).children(recursive=True)
        start = time.monotonic()
        self._process.send_signal(how)
        status = self._process.wait(PATIENCE)
        took = time.monotonic() - start
        _, left = psutil.wait_procs(children, timeout=20)
        for one in left:
            one.kill()
        return status, took, len(left)


@contextmanager
def served(database: str, **settings: object) -> Iterator[Served]:
    """Run a server, and end it whatever became of it."""
    server = Served(database, **settings)
    server.start()
    try:
        yield server
    finally:
        if server.runs:
            server.end()


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    """Make a file with our tables in a folder; gives its address."""
    url = f"sqlite:///{folder / 'sessions.sqlite3'}"
    Store(url).migrate()
    yield url


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Run a PostgreSQL that writes to the disk before it says so, with our tables."""
    programs = find_programs()
    if programs is None:
        raise LookupError("no PostgreSQL")
    server = PostgreSQL(programs, durable=True)
    try:
        server.start()
        Store(server.url()).migrate()
        yield server
    finally:
        server.remove()


class Room:
    """A session with people who save one answer after another, and what was acknowledged."""

    def __init__(self, database: str, people: int) -> None:
        self.service = SessionService(load(), Store(database))
        self.token = new_token()
        opening = Opening(instrument="kort", sector="school", roles=ROLES[:3])
        self.session = open_first(self.service, opening, self.token)
        self.people = [Person(self, number) for number in range(people)]

    async def all_save(self, times: int = 2) -> None:
        """Wait until everybody has saved so often from now on; the first may be under way."""
        before = [one.saves for one in self.people]
        async with asyncio.timeout(2 * PATIENCE):
            while any(  # noqa: ASYNC110 - each save is an event
                one.saves < had + times for one, had in zip(self.people, before, strict=True)
            ):
                await asyncio.sleep(0.02)

    def lost(self) -> int:
        """Count what was acknowledged and is not there; what was under way may be newer."""
        return sum(one.lost() for one in self.people)

    @property
    def acknowledged(self) -> int:
        """How many saves were acknowledged, in all."""
        return sum(one.saves for one in self.people)

    @property
    def told(self) -> Counter[str]:
        """Why saves were refused, and how often."""
        return sum((one.told for one in self.people), Counter[str]())


class Person:
    """Somebody who saves, and whose page finds its way back."""

    def __init__(self, room: Room, number: int) -> None:
        self._room, self._draw = room, random.Random(number)  # noqa: S311 - invented answers
        self.role = ROLES[number % 3]
        self.access = ParticipantAccess(room.session.code, new_token())
        join_round(room.service, self.access, self.role)
        self.items = sorted(asked_of(room.service, room.session, self.role))
        self.acknowledged: dict[str, Answer] = {}
        self.saves, self.told = 0, Counter[str]()
        self.longest = 0.0
        """Seconds between two acknowledgements, at most."""
        self._under_way: dict[str, Answer] = {}
        self._page = Page("")

    async def save_until(self, address: str, is_over: asyncio.Event) -> None:
        """Save one answer after another, and go on after whatever happens."""
        last = time.monotonic()
        while not is_over.is_set():
            self._under_way = {self._draw.choice(self.items): self._draw.randint(1, 5)}
            while not await self._save(address):
                if is_over.is_set():
                    return
                await asyncio.sleep(0.2)
            self.acknowledged |= self._under_way
            self._under_way = {}
            self.saves += 1
            self.longest = max(self.longest, time.monotonic() - last)
            last = time.monotonic()
        self._page.close()

    async def _save(self, address: str) -> bool:
        try:
            if not self._page.is_open:
                self._page = Page(address)
                await self._page.open("meedoen")
                entered = await self._page.ask("enter", **self._who)
                if entered["kind"] == "fault":
                    self.told[entered.get("reason", "no reason")] += 1
                    return False
            reply = await self._page.ask("save", **self._who, answers=self._under_way)
        except LOST as error:
            self.told[type(error).__name__] += 1
            self._page.close()
            self._page = Page("")
            return False
        if reply["kind"] == "saved":
            return True
        self.told[reply.get("reason", "no reason")] += 1
        return False

    @property
    def _who(self) -> dict[str, str]:
        return {"code": self.access.code, "token": self.access.token}

    def lost(self) -> int:
        """Count what was acknowledged and is not there."""
        found = own_answers(self._room.service, self.access).answers
        return sum(
            found.get(item) not in {value, self._under_way.get(item, value)}
            for item, value in self.acknowledged.items()
        )
