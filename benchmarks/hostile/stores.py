"""The store is taken away in every way while people save: it is told, and nothing is lost."""

import asyncio
import math
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from databases import PostgreSQL
from hostile.row import Row, Size, told
from hostile.served import Room, postgresql, served, sqlite

PEOPLE = 8
LOCKED = 20.0
"""Seconds that SQLite is locked or PostgreSQL is away: longer than anybody waits for it."""
AWAY = 8.0
"""Seconds that the file is away or spoiled, or its disk full."""
DISK = "2m"
HEAD = 100
"""Bytes with which a file of SQLite says what it is."""

Fault = Callable[[], Callable[[], None]]
"""Does something to the store, and gives what undoes it."""


def stores(size: Size) -> Iterator[Row]:
    """Lock, remove, spoil and fill the file; restart, kill and stop the other server."""
    for name, make, seconds in (
        ("SQLite locked", _lock, LOCKED),
        ("SQLite file removed", _remove, AWAY),
        ("SQLite garbage head", _spoil, AWAY),
        ("SQLite disk full", _fill, AWAY),
    ):
        with _small_disk(is_small="full" in name) as folder, sqlite(folder) as url:
            fault = make(folder / "sessions.sqlite3")
            yield _suffered(name, url, fault, seconds * min(1.0, size.share))
    for name, how, seconds in (
        ("PostgreSQL restarted", signal.SIGINT, 0.0),
        ("PostgreSQL SIGKILLed", signal.SIGKILL, 2.0),
        ("PostgreSQL stopped", signal.SIGINT, LOCKED),
    ):
        with postgresql() as server:
            yield _suffered(name, server.url(), _stop(server, how), seconds)


def _suffered(name: str, url: str, fault: Fault, seconds: float) -> Row:
    room = Room(url, PEOPLE)
    with served(url) as server:
        back = asyncio.run(_suffer(room, server.address, fault, seconds))
    lost, tracebacks = room.lost(), server.log.count("Traceback")
    room.service.store.close()
    happened = (
        f"{room.acknowledged} acknowledged, lost {lost}; told {told(room.told) or 'nothing'}; "
        f"saves again {back:.1f} s after it was mended; tracebacks {tracebacks}"
    )
    holds = (
        not lost
        and not tracebacks
        and back < math.inf
        and all(reason.startswith("storage_") for reason in room.told)
    )
    return Row(f"store, {name}", f"{seconds:.0f} s, {PEOPLE} people", happened, holds)


async def _suffer(room: Room, address: str, fault: Fault, seconds: float) -> float:
    """Let people save before, during and after a fault; gives how soon all save again."""
    is_over = asyncio.Event()
    people = [asyncio.create_task(one.save_until(address, is_over)) for one in room.people]
    await room.all_save()
    mend = await asyncio.to_thread(fault)
    await asyncio.sleep(seconds)
    await asyncio.to_thread(mend)
    start = time.monotonic()
    try:
        await room.all_save()
        back = time.monotonic() - start
    except TimeoutError:
        back = math.inf
    is_over.set()
    await asyncio.gather(*people)
    return back


def _lock(file: Path) -> Fault:
    def lock() -> Callable[[], None]:
        connection = sqlite3.connect(
            file, isolation_level=None, check_same_thread=False, timeout=60
        )
        connection.execute("BEGIN IMMEDIATE")

        def unlock() -> None:
            connection.rollback()
            connection.close()

        return unlock

    return lock


def _remove(file: Path) -> Fault:
    aside = file.parent / "aside"

    def remove() -> Callable[[], None]:
        aside.mkdir()
        for one in file.parent.glob(f"{file.name}*"):
            one.rename(aside / one.name)

        def put_back() -> None:
            if file.exists():
                raise RuntimeError("an empty file was made")
            for one in aside.iterdir():
                one.rename(file.parent / one.name)

        return put_back

    return remove


def _spoil(file: Path) -> Fault:
    def spoil() -> Callable[[], None]:
        # What is in the log is put into the file first: a head that changes there is no fault.
        connection = sqlite3.connect(file, isolation_level=None, timeout=60)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        head, garbage = file.read_bytes()[:HEAD], os.urandom(HEAD)
        _write_head(file, garbage)

        def put_back() -> None:
            # Who saved meanwhile may have written a new one, which the old one would spoil.
            if file.read_bytes()[:HEAD] == garbage:
                _write_head(file, head)

        return put_back

    return spoil


def _write_head(file: Path, head: bytes) -> None:
    with file.open("r+b") as opened:
        opened.write(head)


def _fill(file: Path) -> Fault:
    filler = file.parent / "filler"

    def fill() -> Callable[[], None]:
        with filler.open("wb", buffering=0) as opened:
            try:
                while True:
                    opened.write(b"x" * 4096)
            except OSError:
                pass
        return filler.unlink

    return fill


def _stop(server: PostgreSQL, how: signal.Signals) -> Fault:
    def stop() -> Callable[[], None]:
        server.stop(how)
        return server.start

    return stop


@contextmanager
def _small_disk(*, is_small: bool) -> Iterator[Path]:
    """Give a folder, on a disk of its own if it is to be a small one (which takes root)."""
    folder = Path(tempfile.mkdtemp())
    try:
        if is_small:
            mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
            subprocess.run(mount, check=True)
        yield folder
    finally:
        if is_small:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)
        shutil.rmtree(folder, ignore_errors=True)
