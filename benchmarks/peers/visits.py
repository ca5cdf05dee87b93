"""A visit by a browser that was never there before: its time, its bytes and its requests."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from json import dumps
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page as Tab, ViewportSize, async_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "tests/support"))

from chromium import ARGUMENTS, find_or_install
from peers.contenders import Contender
from peers.traffic import Traffic

PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
PATIENCE = 180.0
"""Seconds in which a page must be usable."""
SLOW_PHONE = {
    "offline": False,
    "latency": 150,  # ms
    "downloadThroughput": 1_600_000 / 8,  # bytes a second
    "uploadThroughput": 750_000 / 8,
}
SLOWER_PROCESSOR = 4
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""What a page wants from another host fails at once, on every machine alike."""
SCREEN = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=412, height=840)


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    """Run Chromium without a window.

    Raises
    ------
    FileNotFoundError
        When there is none and it cannot be installed.
    """
    async with async_playwright() as playwright:
        path = find_or_install(playwright.chromium.executable_path)
        if path is None:
            raise FileNotFoundError("chromium")
        browser = await playwright.chromium.launch(
            executable_path=path, args=[*ARGUMENTS, NO_OTHER_HOST]
        )
        yield browser
        await browser.close()


@asynccontextmanager
async def new_tab(
    browser: Browser, contender: Contender, viewport: ViewportSize = SCREEN
) -> AsyncIterator[Tab]:
    """Open an empty tab of a browser that was never here, with what does the visit."""
    context = await browser.new_context(viewport=viewport, locale="nl-NL")
    await context.add_init_script(
        f"{PROBE}\nconst probe = new Probe({dumps(contender.page.as_json())});"
        "window.probeVisit = () => probe.visit(); window.probeAgain = () => probe.again();"
    )
    tab = await context.new_page()
    try:
        yield tab
    finally:
        await tab.goto("about:blank")  # who leaves takes the kernel along
        await context.close()


async def visit(tab: Tab, url: str) -> dict[str, Any]:
    """Ask for a page and give the first answer as soon as that can be done.

    Returns
    -------
    `steps`, in ms since the page was asked for, and `began`, that moment in ms since 1970.
    """
    async with asyncio.timeout(PATIENCE):
        await tab.goto(url, wait_until="commit", timeout=PATIENCE * 1000)
        found: dict[str, Any] = await tab.evaluate("probeVisit()")
        return found


async def fresh(browser: Browser, contender: Contender, url: str) -> dict[str, float]:
    """Time a visit; gives its steps in ms."""
    async with new_tab(browser, contender) as tab:
        steps: dict[str, float] = (await visit(tab, url))["steps"]
        return steps


async def slow_phone(browser: Browser, contender: Contender, url: str) -> dict[str, float]:
    """Time a visit with a slow processor and a slow network; gives its steps in ms."""
    async with new_tab(browser, contender, PHONE) as tab:
        tools = await tab.context.new_cdp_session(tab)
        await tools.send("Network.enable")
        await tools.send("Network.emulateNetworkConditions", SLOW_PHONE)
        await tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
        steps: dict[str, float] = (await visit(tab, url))["steps"]
        return steps


async def traffic(browser: Browser, contender: Contender, url: str) -> Traffic:
    """Count what a first visit takes, until the network is at rest."""
    async with new_tab(browser, contender) as tab:
        tools = await tab.context.new_cdp_session(tab)
        counted = Traffic(url)
        counted.listen(tools)
        await tools.send("Network.enable")
        await visit(tab, url)
        await tab.wait_for_load_state("networkidle")
        return counted
