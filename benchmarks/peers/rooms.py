"""A room: pages opened at the same moment, the memory that they take, and answers in each.

All pages, as large as a phone's, are in one browser on the machine of the server, for every server
alike. What the browser takes of the processor is therefore in the times, and the more a page asks
of a browser the more. Only what moves is held still: thirty spinners that turn in one browser
without a graphics card take more than all else, which no thirty phones would.
"""

import asyncio
import time
from asyncio import FIRST_COMPLETED
from contextlib import AsyncExitStack
from statistics import median
from typing import Any

from playwright.async_api import Browser, Page as Tab

from peers.contenders import Contender
from peers.servers import Server
from peers.visits import PATIENCE, PHONE, fresh, new_tab, visit

ANSWERS = 4
"""That each page gives beside its first; the last part of our form has this many questions."""
PACE = 6.0
"""Answers a second of a whole room: each of thirty people takes five seconds for one."""
SILENCE = 60.0
"""Seconds without one more usable page after which the rest of a room is lost."""
STILL = """
const still = new CSSStyleSheet();
still.replaceSync(`*, ::before, ::after {
  animation: none !important;
  transition: none !important;
}`);
document.adoptedStyleSheets = [still];
"""


async def room(
    browser: Browser, contender: Contender, server: Server, *, pages: int, idle: float
) -> dict[str, Any]:
    """Fill a room; gives figures by name, in s, ms and MB.

    Parameters
    ----------
    pages
        How many.
    idle
        Seconds in which nobody does anything, before the memory is measured again.

    A page that never becomes usable counts as one that takes as long as was waited for it.
    """
    url = server.url + contender.path
    await fresh(browser, contender, url)  # everything is loaded from here on
    server.rest()
    empty = server.megabytes()
    async with AsyncExitStack() as stack:
        tabs = [
            await stack.enter_async_context(new_tab(browser, contender, PHONE))
            for _ in range(pages)
        ]
        for tab in tabs:
            await tab.context.add_init_script(STILL)
        asked = time.time() * 1000
        usable = await _visits(tabs, url)
        lost = pages - len(usable)
        ready = [(one["began"] + one["steps"]["usable"] - asked) / 1000 for _, one in usable]
        ready += [time.time() - asked / 1000] * lost  # at least
        server.rest()
        full = server.megabytes()
        measured: dict[str, Any] = {
            "room_lost": lost,
            "room_first_s": min(ready),
            "room_median_s": median(ready),
            "room_last_s": max(ready),
            "memory_mb": full / pages,
            "memory_added_mb": (full - empty) / pages,
            "raw": {"ready_s": ready, "room": [one for _, one in usable]},
        }
        measured = _with_answers(measured, await answers([tab for tab, _ in usable]))
        await asyncio.sleep(idle)
        server.rest()
        return measured | {"memory_idle_mb": server.megabytes() / pages}


def _with_answers(measured: dict[str, Any], replies: list[dict[str, float]]) -> dict[str, Any]:
    if not replies:
        return measured
    shown, reply = ([one[moment] for one in replies] for moment in ("shown", "reply"))
    measured["raw"]["answer_ms"] = shown
    return measured | {
        "answer_median_ms": median(shown),
        "answer_p99_ms": percentile(shown, 99),
        "reply_median_ms": median(reply),
        "reply_p99_ms": percentile(reply, 99),
    }


async def _visits(tabs: list[Tab], url: str) -> list[tuple[Tab, dict[str, Any]]]:
    """Visit a page in all tabs at once; leaves out those that do not become usable."""
    tasks = {asyncio.create_task(visit(tab, url)): tab for tab in tabs}
    waiting, usable = set(tasks), list[tuple[Tab, dict[str, Any]]]()
    while waiting:
        patience = SILENCE if usable else None
        done, waiting = await asyncio.wait(waiting, timeout=patience, return_when=FIRST_COMPLETED)
        usable += [(tasks[task], task.result()) for task in done if task.exception() is None]
        if not done:
            break
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    return usable


async def answers(tabs: list[Tab]) -> list[dict[str, float]]:
    """Answer at a steady pace, page after page, whether or not the last answer was counted."""
    start = time.monotonic()

    async def one(number: int) -> dict[str, float]:
        await asyncio.sleep(start + number / PACE - time.monotonic())
        try:
            async with asyncio.timeout(PATIENCE):
                replied: dict[str, float] = await tabs[number % len(tabs)].evaluate("probeAgain()")
                return replied
        except TimeoutError:  # a count that never came takes at least that long
            return dict.fromkeys(("shown", "reply"), PATIENCE * 1000)

    return await asyncio.gather(*(one(number) for number in range(ANSWERS * len(tabs))))


def percentile(values: list[float], percent: int) -> float:
    """Give the least value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * percent // 100) - 1]
