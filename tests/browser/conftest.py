"""A real server, and people who visit it in a real browser."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsers import PATIENCE
from partnerschap.content import Content, Item, load
from partnerschap.sessions import Opening, SessionService, new_token, open_first
from partnerschap.sessions.repository import Store
from rooms import Room
from servers import signal_kernels


@pytest.fixture(scope="session")
def database_url(own_database: str) -> str:
    """Address of the database that the server uses, with its tables."""
    Store(own_database).migrate()
    return own_database


@pytest.fixture(scope="session")
def running_server(
    database_url: str,  # noqa: ARG001 - the server finds it in its settings
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `partnerschap serve` as a user does; gives the process and the address of the book."""
    command = [sys.executable, "-m", "partnerschap", "serve", "--port", "0", "--no-browser"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if address := re.search(r"http://\S+/", line):
            yield process, address.group()
            break
    else:
        pytest.fail(f"the server did not start: {said}")
    process.terminate()
    rest = process.communicate(timeout=30)[1]
    # ipykernel may trip over its own sockets while it stops; only our own code is judged here.
    assert "widgets/partnerschap/" not in rest, rest


@pytest.fixture(scope="session")
def server(running_server: tuple[subprocess.Popen[str], str]) -> str:
    """Address of the book."""
    return running_server[1]


@pytest.fixture
def kill_kernels(running_server: tuple[subprocess.Popen[str], str]) -> Callable[[], None]:
    """Kill all kernels behind everybody's back."""
    return lambda: signal_kernels(running_server[0].pid, signal.SIGKILL)


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


@pytest.fixture(scope="session")
def content() -> Content:
    return load()


@pytest.fixture(scope="session")
def items(content: Content) -> list[Item]:
    """Give the points that a parent answers."""
    return [item for item in content.items_of("kort") if "parent" in item.respondents]


@pytest.fixture(scope="session")
def service(content: Content, database_url: str) -> SessionService:
    return SessionService(content, Store(database_url))


@pytest.fixture
def opened(service: SessionService) -> Callable[..., Room]:
    def open_room(*, demo: bool = False, **changes: Any) -> Room:
        fields: dict[str, Any] = {
            "instrument": "kort",
            "sector": "school",
            "roles": ("parent", "professional", "management"),
        }
        token = new_token()
        return Room(
            service, open_first(service, Opening(**fields | changes), token, demo=demo), token
        )

    return open_room


@pytest.fixture
def room(opened: Callable[..., Room]) -> Room:
    return opened()
