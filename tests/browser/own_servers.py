"""A server of one test alone, and the scan as a reader goes through it there."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

SCAN = "voila/render/teamscan.ipynb"
MARK = "window.sameDocument"
"""Gone when the page was loaded again."""


class OwnServer:
    """A server of this test alone, which it may end and start again on the same port."""

    def __init__(self, **settings: int) -> None:
        self.settings = {f"PARTNERSCHAP_{name.upper()}": str(to) for name, to in settings.items()}
        self.port = 0
        self.process = self.start()

    def start(self) -> subprocess.Popen[str]:
        serve = ["serve", "--port", str(self.port), "--no-browser"]
        process = subprocess.Popen(
            [sys.executable, "-m", "partnerschap", *serve],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | self.settings,
        )
        assert process.stderr is not None
        for line in process.stderr:
            if address := re.search(r"http://\S+:(\d+)/", line):
                self.port = int(address[1])
                return process
        raise AssertionError("the server did not start")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def end(self, how: signal.Signals) -> None:
        self.process.send_signal(how)
        self.process.communicate(timeout=30)

    def start_again(self) -> None:
        self.process = self.start()


@contextmanager
def own_server_of(**settings: int) -> Iterator[OwnServer]:
    """Run a server for a test, and end it whatever the test did to it."""
    server = OwnServer(**settings)
    try:
        yield server
    finally:
        server.end(signal.SIGTERM)


@contextmanager
def new_page(browser: Browser) -> Iterator[Page]:
    """Open a page in a browser that was never here before."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.set_default_timeout(60_000)
    try:
        yield page
    finally:
        context.close()


def fill_in(page: Page) -> None:
    """Go through the form to its last screen."""
    page.get_by_label("School").check()
    page.get_by_label("Leiding").check()
    page.get_by_role("button", name="Begin met invullen").click()
    page.get_by_role("radio", name="Vaak").first.check()
    page.evaluate(f"{MARK} = true")
    for _ in range(7):
        page.get_by_role("button", name="Volgende").click()


def expect_the_result_without_a_reload(page: Page) -> None:
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    assert page.evaluate(MARK) is True
