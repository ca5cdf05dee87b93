"""A roomful of phones in one session: everybody joins, answers every item apart and is ready.

Run with ``uv run python benchmarks/session.py`` (``--participants 100``). It starts a server of its
own on loopback with a database in a temporary folder, and ends with it. The trainer's numbers are
compared with the answers that were sent.
"""

import argparse
import asyncio
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from page import Page
from partnerschap.content import ROLES, load
from partnerschap.scoring import Answers, score
from partnerschap.sessions import new_token

INSTRUMENT = "kort"
READING = (0.5, 2.0)
"""Seconds, at least and at most, that somebody needs for an item: far less than in a real room."""
MOST = 500
"""Participants at most: a benchmark must not take the machine down."""


@dataclass
class Measured:
    """What the participants met, in seconds."""

    opened: list[float] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)
    saves: list[tuple[float, float]] = field(default_factory=list)
    """Of each save, when it began and how long it took."""
    start: float = field(default_factory=time.perf_counter)
    rows: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)
    again: int = 0
    """How often the database was too busy and was asked again."""


@contextmanager
def running_server(folder: Path) -> Iterator[tuple[str, int]]:
    """Run the server as a user does; gives its address and process id."""
    database = f"sqlite:///{folder / 'sessions.sqlite3'}"
    options = ["--port", "0", "--no-browser", "--database", database]
    process = subprocess.Popen(
        [sys.executable, "-m", "partnerschap", "serve", *options],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        for line in process.stderr or ():
            if found := re.search(r"http://\S+/", line):
                yield found.group(), process.pid
                break
    finally:
        process.terminate()
        process.communicate(timeout=60)


async def take_part(server: str, code: str, number: int, measured: Measured) -> Page:
    """Join as one person, answer every item with a save of its own, and be ready."""
    draw = random.Random(number)  # noqa: S311 - invented answers
    role = ROLES[number % 3]
    token = new_token()
    start = time.perf_counter()
    page = Page(server)
    await page.open("meedoen")
    reply = await insist(page, measured, "join", code=code, token=token, role=role)
    measured.opened.append(time.perf_counter() - start)
    answers = {}
    for item in reply["specification"]["items"]:
        if role in item["respondents"]:
            answers[item["id"]] = draw.choice([1, 2, 3, 4, 5, "dont_know"])
            await asyncio.sleep(draw.uniform(*READING))
            start = time.perf_counter()
            one = {item["id"]: answers[item["id"]]}
            await insist(page, measured, "save", code=code, token=token, answers=one)
            measured.saved.append(time.perf_counter() - start)
            measured.saves.append((start, measured.saved[-1]))
    await insist(page, measured, "finish", code=code, token=token, finished=True)
    measured.rows.append((role, answers))
    return page


async def insist(page: Page, measured: Measured, kind: str, **question: Any) -> dict[str, Any]:
    """Ask, and ask again while the database is too busy, as the page does."""
    while True:
        reply = await page.ask(kind, **question)
        if reply["kind"] != "fault":
            return reply
        if reply["reason"] != "storage_locked":
            raise RuntimeError(reply)
        measured.again += 1
        await asyncio.sleep(1)


def megabytes(server: int) -> float:
    """Proportional memory (PSS) of a server with all that it started."""
    process = psutil.Process(server)
    processes = [process, *process.children(recursive=True)]
    return sum(one.memory_full_info().pss for one in processes) / 1e6


def processor_seconds(server: int) -> float:
    """Processor that a server with all that it started has used."""
    process = psutil.Process(server)
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return sum(one.user + one.system for one in times)


async def hold_session(server: str, pid: int, participants: int) -> dict[str, float]:
    """Hold a whole session, check the trainer's numbers and return what was measured."""
    for exercise in load().exercises:
        page = Page(server)  # as it is a while after the start, which makes all pages
        await page.open(exercise.id)
        page.close()
    empty, used = megabytes(pid), processor_seconds(pid)
    trainer, token, measured = Page(server), new_token(), Measured()
    await trainer.open("workshop")
    opening = {"instrument": INSTRUMENT, "sector": "school", "roles": list(ROLES[:3])}
    opened = await trainer.ask("open", token=token, opening=opening)
    code, session = opened["view"]["code"], opened["view"]["id"]
    start = measured.start = time.perf_counter()
    pages = await asyncio.gather(
        *(take_part(server, code, number, measured) for number in range(participants))
    )
    whole = time.perf_counter() - start
    full, used = megabytes(pid), processor_seconds(pid) - used
    await trainer.until(lambda message: _ready(message["view"]["counts"]) == participants)
    closed = await trainer.ask("close", token=token, session=session)
    check(closed["view"], measured)
    for page in pages:
        await page.until(lambda message: message["view"]["state"] == "closed")
        page.close()
    trainer.close()
    joined, saved = sorted(measured.opened), sorted(measured.saved)
    joining = sorted(took for at, took in measured.saves if at < measured.start + joined[-1])
    return {
        "participants": participants,
        "joined_first": joined[0],
        "joined_median": median(joined),
        "joined_last": joined[-1],
        "saves": len(saved),
        "save_median": median(saved),
        "save_p99": saved[int(len(saved) * 0.99)],
        "save_p99_while_joining": joining[int(len(joining) * 0.99)] if joining else 0.0,
        "asked_again": measured.again,
        "processor_s": used,
        "all_ready": whole,
        "memory_empty_mb": empty,
        "memory_mb": full,
        "memory_a_page_mb": (full - empty) / (participants + 1),
    }


def _ready(counts: list[dict[str, Any]]) -> int:
    return sum(count["finished"] for count in counts)


def check(view: dict[str, Any], measured: Measured) -> None:
    """Compare what the trainer sees with the answers that were sent.

    Raises
    ------
    ValueError
        When a number is wrong.
    """
    content = load()
    items = [item.id for item in content.items_of(INSTRUMENT)]
    scores = score(content, INSTRUMENT, Answers.from_rows(items, measured.rows), min_group=5)
    shown = view["result"]["figures"]
    for expected, found in zip(scores.items, shown["items"], strict=True):
        counts = list(expected.counts) if expected.counts else None
        if (expected.status, counts, expected.share) != (
            found["status"],
            found["counts"],
            found["share"],
        ):
            raise ValueError(f"{expected.id}: {found} instead of {expected}")
    joined = Counter(role for role, _ in measured.rows)
    if {count["role"]: count["finished"] for count in view["counts"]} != joined:
        raise ValueError(f"{view['counts']} instead of {joined}")


def measure(participants: int) -> dict[str, float]:
    """Hold a session on a server of its own."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as (server, pid):
        measured = asyncio.run(hold_session(server, pid, participants))
    return {key: round(value, 3) for key, value in measured.items()}


def main() -> None:
    """Print what the participants met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--participants", type=int, default=100, choices=range(1, MOST + 1), metavar="N"
    )
    print(json.dumps(measure(parser.parse_args().participants), indent=2))


if __name__ == "__main__":
    main()
