"""A real browser on a real server.

The browser is the machine's own Chromium (without its window where Debian's lighter package is
there), or Playwright's, or else is installed here; without one the tests fail.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from partnerschap.store import Store

PATIENCE = 60_000
"""Milliseconds; a kernel takes its time on a busy machine."""

expect.set_options(timeout=PATIENCE)

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


def _found(playwright: Playwright) -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def _install() -> None:
    """Install Playwright's Chromium, or Debian's where that cannot be downloaded."""
    own = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    try:
        if subprocess.run(own, check=False, timeout=300, capture_output=True).returncode == 0:
            return
    except subprocess.TimeoutExpired:
        pass
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*as_root, "apt-get", "update"], check=False, capture_output=True)
    install = [*as_root, "apt-get", "install", "--yes", "--no-install-recommends"]
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for name in NAMES[:2]:
        command = [*install, name]
        if subprocess.run(command, check=False, capture_output=True, env=quietly).returncode == 0:
            return


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = _found(playwright)
    if path is None:
        _install()
        path = _found(playwright)
    if path is None:
        pytest.fail("no Chromium, and it could not be installed; install it by hand")
    running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield running
    running.close()


@pytest.fixture(scope="session")
def database_url(own_database: str) -> str:
    """Address of the database that the server uses, with its tables."""
    Store(own_database).migrate()
    return own_database


@pytest.fixture(scope="session")
def server(database_url: str) -> Iterator[str]:  # noqa: ARG001 - the server finds it in its settings
    """Run `partnerschap serve` as a user does; gives the address of the book."""
    command = [sys.executable, "-m", "partnerschap", "serve", "--port", "0", "--no-browser"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if address := re.search(r"http://\S+/", line):
            yield address.group()
            break
    else:
        pytest.fail(f"the server did not start: {said}")
    process.terminate()
    rest = process.communicate(timeout=30)[1]
    # ipykernel may trip over its own sockets while it stops; only our own code is judged here.
    assert "widgets/partnerschap/" not in rest, rest


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the book in a browser that was never here before.

    What goes wrong in the page, or asks something of another host, fails the test.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(path: str, *, width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="nl-NL",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: _check_host(request.url, server, wrong))
        page.goto(server + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _check_host(url: str, server: str, wrong: list[str]) -> None:
    if not url.startswith((server, "data:", "blob:", server.replace("http", "ws"))):
        wrong.append(f"request to another host: {url}")
