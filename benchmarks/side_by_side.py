"""The page of this project beside the same kind of form in other frameworks, in a real browser.

Run with ``uv run python benchmarks/side_by_side.py`` on Linux. It makes an environment for each
peer, which takes a package registry the first time; after that no network is needed. ``--only``
measures some of them, ``--json FILE`` keeps every repetition. It takes some minutes a peer and
repetition; leave the machine alone meanwhile. The peers are measured in turns, each on a server of
its own that was just started and has had one visitor; one server runs at a time.

Usable is a form when an answer has been given and the server's count of the answers is shown. Every
peer shows that count above its questions. Our scan keeps answers in the page until the reader asks
for the outcome; there the kernel's count is in the first line. So our page has more to do: three
choices, the button, the answer, and the whole outcome. *Answer to count* is from the click on the
answer until the count is shown; *reply* is until the last message of the server before that.

Memory is measured twice: when every page of a room has just been used, and when nobody has touched
any for a while, as when people talk or read.
"""

import argparse
import asyncio
import json
import os
import platform
import sys
from pathlib import Path
from statistics import median
from typing import Any

import platformdirs
from playwright.async_api import Browser, Error

from peers.contenders import CONTENDERS, OURS, Contender
from peers.rooms import room
from peers.score_process import score_process
from peers.servers import Server, prepare, serving
from peers.verdict import FIGURES, STEPS, judge, medians, ratios, report
from peers.visits import fresh, running_browser, slow_phone, traffic

VISITS = 3
"""Visits of a fresh browser in each repetition."""


async def measure(
    contender: Contender, programs: Path, *, pages: int, idle: float
) -> dict[str, Any]:
    """Measure one server once; gives its figures and all that they come from.

    The server and the browser of the room are new: what visits left there must not count.
    """
    with serving(contender, programs) as server:
        async with running_browser() as browser:
            single = await one_by_one(browser, contender, server)
    with serving(contender, programs) as server:
        async with running_browser() as browser:
            crowd = await room(browser, contender, server, pages=pages, idle=idle)
    raw = single.pop("raw") | crowd.pop("raw")
    return {**single, **crowd, "raw": raw}


async def one_by_one(browser: Browser, contender: Contender, server: Server) -> dict[str, Any]:
    """Visit a page with nobody else there."""
    url = server.url + contender.path
    await fresh(browser, contender, url)  # everything is loaded from here on
    visits = []
    for _ in range(VISITS):
        server.rest()
        visits.append(await fresh(browser, contender, url))
    server.rest()
    slow = await slow_phone(browser, contender, url)
    server.rest()
    taken = await traffic(browser, contender, url)
    return {
        "usable_ms": median(one["usable"] for one in visits),
        "slow_usable_ms": slow["usable"],
        "requests": taken.requests,
        "first_visit_kb": (taken.bytes + taken.socket_bytes) / 1000,
        "socket_kb": taken.socket_bytes / 1000,
        "raw": {"visits": visits, "slow_phone": slow, "elsewhere": taken.elsewhere},
    }


async def measure_all(asked: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    """Measure all servers in turns; gives the repetitions of each."""
    chosen = [one for one in CONTENDERS if not asked.only or one.name in asked.only]
    programs = {one.name: prepare(one, asked.environments) for one in chosen}
    found: dict[str, list[dict[str, Any]]] = {one.name: [] for one in chosen}
    for repetition in range(asked.repeats):
        for contender in chosen:
            print(f"{repetition + 1} of {asked.repeats}: {contender.name}", file=sys.stderr)
            try:
                one = await measure(
                    contender, programs[contender.name], pages=asked.pages, idle=asked.idle
                )
            except (Error, TimeoutError, RuntimeError) as fault:  # the others are worth having
                print(f"{contender.name} is left out: {fault!r}", file=sys.stderr)
                continue
            if contender.name == OURS:
                one["raw"]["score"] = score_process()
                one |= medians(one["raw"]["score"])
            found[contender.name].append(one)
        if asked.json:  # what there is, should the run be broken off
            keep(asked.json, found, asked.pages)
    return found


def summary(repetitions: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Take the medians and hold them against each other and the goals."""
    found = {
        name: medians([{k: v for k, v in one.items() if k in FIGURES} for one in several])
        for name, several in repetitions.items()
    }
    steps = {
        name: medians(
            [
                {step: visit[step] for step in STEPS if visit[step] is not None}
                for one in several
                for visit in one["raw"]["visits"]
            ]
        )
        for name, several in repetitions.items()
    }
    return {"medians": found, "steps": steps, "ratios": ratios(found)}


def keep(path: Path, repetitions: dict[str, list[dict[str, Any]]], pages: int) -> None:
    """Write all that was measured, and what it comes to."""
    result = summary(repetitions) | {
        "pages": pages,
        "machine": {"system": platform.platform(), "processors": os.cpu_count()},
    }
    result["goals"] = [
        {"goal": one.goal.name, "found": one.found, "verdict": one.verdict}
        | {"reach": one.goal.reach, "aim": one.goal.aim}
        for one in judge(result["medians"])
    ]
    text = json.dumps(result | {"repetitions": repetitions}, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = [one.name for one in CONTENDERS]
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--pages", type=int, default=30, help="in a room")
    parser.add_argument(
        "--idle",
        type=float,
        default=75,
        metavar="SECONDS",
        help="that nobody touches a room before its memory is measured once more",
    )
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument(
        "--environments",
        type=Path,
        metavar="FOLDER",
        default=platformdirs.user_cache_path("partnerschap") / "benchmarks",
        help="where the environments of the peers are kept",
    )
    asked = parser.parse_args()
    repetitions = asyncio.run(measure_all(asked))
    result = summary(repetitions)
    print(report(result["medians"], result["steps"]))
    if any(len(several) < asked.repeats for several in repetitions.values()):
        sys.exit("not every measurement was made")


if __name__ == "__main__":
    main()
