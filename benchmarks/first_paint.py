"""How heavy a page of the book is on a first visit, and when a slow phone shows something of it.

::

    uv run python benchmarks/first_paint.py
    uv run python benchmarks/first_paint.py --beside http://127.0.0.1:9000/

The second compares with a server that runs already, such as one of an older version: both are
visited in turn, so that what else the machine does is the same for both.
"""

import argparse
import contextlib
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/support"))

from chromium import ARGUMENTS, find_or_install
from servers import started_servers

PAGES = ("welkom.html", "waarom.html", "teamscan.html")
SLOWER = 6
"""How many times slower than this machine the processor is."""

FAST_3G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
}
"""As Chromium's own tools have it: milliseconds, and bytes a second."""

_PAINTED = """() => new Promise((tell) => {
    new PerformanceObserver((seen) => {
        const first = seen.getEntriesByName("first-contentful-paint")[0];
        if (first) tell(first.startTime);
    }).observe({ type: "paint", buffered: true });
})"""


class Visit(NamedTuple):
    """What one visit of a browser that was never there before took."""

    painted: float
    """Seconds to the first text."""
    kilobytes: float
    """Received before any exercise is loaded, compressed."""
    requests: int


def visit(browser: Browser, url: str, *, slow: bool) -> Visit:
    """Open a page on a phone, as a first visit."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="nl-NL")
    # What an exercise loads comes after the page, when a reader comes near.
    context.route("**/voila/**", lambda route: route.abort())
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda told: received.append(told["encodedDataLength"]))
    if slow:
        session.send("Network.emulateNetworkConditions", FAST_3G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="load", timeout=120_000)
    painted = page.evaluate(_PAINTED)
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(painted / 1000, sum(received) / 1000, len(received))


def measure(browser: Browser, servers: dict[str, str], times: int) -> Iterator[tuple[str, ...]]:
    """Give a row of the table for each page and server; the medians of a few visits in turn."""
    for page in PAGES:
        for server in servers.values():
            visit(browser, server + page, slow=False)  # the server makes a page at its first visit
        slow: dict[str, list[float]] = {name: [] for name in servers}
        for _ in range(times):
            for name, server in servers.items():
                slow[name].append(visit(browser, server + page, slow=True).painted)
        for name, server in servers.items():
            quick, painted = visit(browser, server + page, slow=False), slow[name]
            median = f"{statistics.median(painted):.1f} ({min(painted):.1f}-{max(painted):.1f})"
            yield page, name, f"{quick.kilobytes:.0f}", str(quick.requests), median


@contextlib.contextmanager
def _servers(beside: str | None) -> Iterator[dict[str, str]]:
    with started_servers() as start:
        servers = {"this": start()[1]}
        yield servers if beside is None else {"beside": beside} | servers


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", help="address of a server to compare with, with a / at its end")
    parser.add_argument("--times", type=int, default=5, help="slow visits of each page")
    asked = parser.parse_args()
    print("| page | server | kB received | requests | first text, s |")
    print("|---|---|---|---|---|")
    with _servers(asked.beside) as servers, sync_playwright() as playwright:
        path = find_or_install(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for row in measure(browser, servers, asked.times):
            print(f"| {' | '.join(row)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
