"""A page goes on by itself, whatever becomes of its kernel, its server or the line to it."""

import json
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from own_servers import (
    SCAN,
    OwnServer,
    expect_the_result_without_a_reload,
    fill_in,
    new_page,
    own_server_of,
)
from servers import kernels_of, signal_kernels
from steps import assert_accessible

AWAY = "Er is nu geen verbinding met de server"
FULL = "Er zijn nu veel mensen tegelijk bezig"
TITLE = "Eerst drie keuzes"


@pytest.fixture
def own_server() -> Iterator[OwnServer]:
    with own_server_of(kernels=2) as server:
        yield server


@pytest.fixture
def page(browser: Browser, own_server: OwnServer) -> Iterator[Page]:
    with new_page(browser) as page:
        page.goto(own_server.address + SCAN)
        yield page


def ask(page: Page) -> None:
    page.get_by_role("button", name="Bekijk de uitkomst").click()


def test_a_server_that_was_killed_and_started_again_scores_without_a_reload(
    page: Page, own_server: OwnServer
) -> None:
    fill_in(page)
    own_server.end(signal.SIGKILL)
    ask(page)  # while nobody is there
    expect(page.get_by_text("De uitkomst wordt berekend")).to_be_visible()
    expect(page.get_by_text(AWAY)).to_be_visible()
    own_server.start_again()
    expect_the_result_without_a_reload(page)
    expect(page.get_by_text(AWAY)).to_be_hidden()


def test_a_kernel_that_crashes_is_replaced(page: Page, own_server: OwnServer) -> None:
    fill_in(page)
    signal_kernels(own_server.process.pid, signal.SIGKILL)
    ask(page)
    expect_the_result_without_a_reload(page)


def test_a_kernel_that_hangs_is_replaced(page: Page, own_server: OwnServer) -> None:
    fill_in(page)
    signal_kernels(own_server.process.pid, signal.SIGSTOP)
    ask(page)
    expect(page.get_by_text("De uitkomst wordt berekend")).to_be_visible()
    expect_the_result_without_a_reload(page)


def test_nothing_is_left_running_after_a_server_that_was_killed(
    page: Page, own_server: OwnServer
) -> None:
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    kernels = kernels_of(own_server.process.pid)
    assert kernels
    own_server.end(signal.SIGKILL)
    for kernel in kernels:
        kernel.wait(timeout=30)


def test_who_finds_no_room_is_told_so_and_let_in_by_itself(browser: Browser) -> None:
    """What is filled in meanwhile stays."""
    with (
        own_server_of(most_pages=1) as server,
        new_page(browser) as first,
        new_page(browser) as second,
    ):
        first.goto(server.address + SCAN)
        expect(first.get_by_role("heading", name=TITLE)).to_be_visible()
        second.goto(server.address + SCAN)
        expect(second.get_by_text(FULL)).to_be_visible()
        assert_accessible(second)
        fill_in(second)
        ask(second)
        first.goto("about:blank")
        expect_the_result_without_a_reload(second)
        expect(second.get_by_text(FULL)).to_be_hidden()


class OtherServer:
    """Another version of the server at the other end of the socket, for so many sockets."""

    def __init__(self, page: Page, times: int) -> None:
        self.greeted = 0
        self._times = times
        page.route_web_socket("**/partnerschap/socket/*", self._pass_on)

    def _pass_on(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def greet(message: str | bytes) -> None:
            told = json.loads(message)
            if told["method"] == "hello":
                self.greeted += 1
                if self.greeted <= self._times:
                    told["state"] = "0" * 16
            socket.send(json.dumps(told))

        server.on_message(greet)


@pytest.mark.parametrize("times", [1, 99], ids=["a change", "two servers of different versions"])
def test_a_page_of_another_version_is_loaded_again_once(
    browser: Browser, own_server: OwnServer, times: int
) -> None:
    """After a change of the content; for ever would be if page and socket came from two servers."""
    with new_page(browser) as page:
        loaded: list[str] = []
        page.on("domcontentloaded", lambda page: loaded.append(page.url))
        other = OtherServer(page, times)
        with page.expect_event("domcontentloaded", lambda _: len(loaded) == 2):
            page.goto(own_server.address + SCAN)
        fill_in(page)
        ask(page)
        expect_the_result_without_a_reload(page)
        assert (len(loaded), other.greeted) == (2, 2)


def test_a_page_is_few_files_that_the_browser_keeps(
    browser: Browser, own_server: OwnServer
) -> None:
    with new_page(browser) as page:
        taken: list[str] = []
        page.on("request", lambda request: taken.append(request.url))
        page.goto(own_server.address + SCAN)
        expect(page.get_by_role("radio").first).to_be_visible()
        files = [url for url in taken if url.endswith((".js", ".css"))]
        assert len(files) <= 6
        for url in files:
            kept = page.request.get(url).headers["cache-control"]
            assert "immutable" in kept, url
