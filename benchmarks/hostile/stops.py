"""SIGTERM while people save: nothing acknowledged is lost, and nothing is left running."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hostile.row import Row, Size
from hostile.served import Room, Served, postgresql, served, sqlite

PEOPLE, TIMES = 8, 2
"""So often on each kind of database."""
SAVING = 3.0
"""Seconds before the signal; the people have all come back by then, or are about to."""


def stops(size: Size) -> Iterator[Row]:
    """End the server politely in the middle of it all, on both databases."""
    times = size.of(TIMES)
    with tempfile.TemporaryDirectory() as folder, sqlite(Path(folder)) as url:
        yield _stopped("SQLite", url, times)
    with postgresql() as server:
        yield _stopped("PostgreSQL", server.url(), times)


def _stopped(name: str, url: str, times: int) -> Row:
    room, ends = Room(url, PEOPLE), []
    with served(url) as server:
        for number in range(times):
            if number:
                server.start()
            ends.append(asyncio.run(_save_and_stop(room, server)))
    lost, left = room.lost(), sum(end[2] for end in ends)
    status = sorted({end[0] for end in ends})
    took = ", ".join(f"{end[1]:.1f}" for end in ends)
    happened = (
        f"{room.acknowledged} acknowledged, lost {lost}, orphans {left}, exit {status}, "
        f"gone after {took} s, tracebacks {server.log.count('Traceback')}"
    )
    holds = not lost and not left and status == [0] and "Traceback" not in server.log
    return Row(f"SIGTERM, {name}", f"{times} times, {PEOPLE} people", happened, holds)


async def _save_and_stop(room: Room, server: Served) -> tuple[int, float, int]:
    is_over = asyncio.Event()
    people = [asyncio.create_task(one.save_until(server.address, is_over)) for one in room.people]
    await room.all_save(5)
    await asyncio.sleep(SAVING)
    end = await asyncio.to_thread(server.end)
    is_over.set()
    await asyncio.gather(*people)
    return end
