"""The form stands there before its kernel does; what is asked meanwhile is answered."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from own_servers import (
    SCAN,
    OwnServer,
    expect_the_result_without_a_reload,
    fill_in,
    new_page,
    own_server_of,
)

AWAY = "Er is nu geen verbinding met de server"

CHANGED = """
let now;
new MutationObserver(() => {
    const state = document.querySelector("script.state");
    const widget = document.querySelector("script.widget");
    if (state && now === undefined) {
        now = state.textContent;
        state.textContent = now.replaceAll("Eerst drie keuzes", "Zoals het was");
    } else if (widget && !widget.dataset.told) {
        widget.dataset.told = true;
        const right = state.cloneNode();
        right.textContent = now;
        widget.after(right);
    }
    window.wasShown ||= document.getElementById("exercise")?.textContent.includes("Zoals het was");
}).observe(document, { childList: true, subtree: true });
"""
"""The page begins with what the content was, and ends with what the kernel made of it."""


@pytest.fixture
def own_server() -> Iterator[OwnServer]:
    with own_server_of(most_kernels=3) as server:
        yield server


@pytest.fixture
def page(browser: Browser, own_server: OwnServer) -> Iterator[Page]:
    """A page of a browser that was never here, after somebody else was."""
    with new_page(browser) as page:
        page.goto(own_server.address + SCAN)
        expect(page.locator("#kernel")).to_have_count(1)
        page.goto("about:blank")
        page.context.clear_cookies()
        yield page


@contextmanager
def no_kernel_yet(server: OwnServer) -> Iterator[None]:
    """Hold back the process that kernels are forked from."""
    (child,) = (
        Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
        .read_text(encoding="ascii")
        .split()
    )
    os.kill(int(child), signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(int(child), signal.SIGCONT)


def test_who_is_sooner_than_the_kernel_loses_nothing(page: Page, own_server: OwnServer) -> None:
    with no_kernel_yet(own_server):
        page.goto(own_server.address + SCAN, wait_until="commit")
        fill_in(page)
        page.get_by_role("button", name="Bekijk de uitkomst").click()
        expect(page.get_by_text("De uitkomst wordt berekend")).to_be_visible()
        expect(page.locator("#waiting")).to_be_hidden()
        expect(page.locator("#kernel")).to_have_count(0)
    expect_the_result_without_a_reload(page)


def test_a_page_that_gets_no_kernel_says_so_and_goes_on_by_itself(
    page: Page, own_server: OwnServer
) -> None:
    with no_kernel_yet(own_server):
        page.goto(own_server.address + SCAN, wait_until="commit")
        fill_in(page)
        own_server.process.kill()  # the page breaks off before its kernel is told
    own_server.process.communicate(timeout=30)
    expect(page.get_by_text(AWAY)).to_be_visible()
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    own_server.start_again()
    expect_the_result_without_a_reload(page)
    expect(page.get_by_text(AWAY)).to_be_hidden()


def test_a_form_is_shown_while_what_tells_its_kernel_is_there_by_half(
    page: Page, own_server: OwnServer
) -> None:
    """On a slow line. A page that a test hands out may open no socket: only the form is judged."""
    rest: list[Route] = []
    wrong: list[str] = []

    def break_off(route: Route) -> None:
        whole = route.fetch()
        before, after = re.split(r"(?<=json\">)\{\"id\".*?\}", whole.text(), maxsplit=1)
        html = f"{before}</script><script src='/rest.js'>{after}"
        route.fulfill(response=whole, body=html)

    def hold(route: Route) -> None:
        rest.append(route)

    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.route(own_server.address + SCAN, break_off)
    page.route("**/rest.js", hold)
    page.goto(own_server.address + SCAN, wait_until="commit")
    fill_in(page)
    assert wrong == []
    rest[0].abort()


def test_content_that_changed_before_the_kernel_read_it_is_shown(
    page: Page, own_server: OwnServer
) -> None:
    page.add_init_script(CHANGED)
    page.goto(own_server.address + SCAN)
    expect(page.get_by_role("heading", name="Eerst drie keuzes")).to_be_visible()
    page.wait_for_function("window.wasShown")
    expect(page.get_by_text("Zoals het was")).to_have_count(0)
    fill_in(page)
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect_the_result_without_a_reload(page)


def test_a_page_is_few_files_that_the_browser_keeps(page: Page, own_server: OwnServer) -> None:
    taken: list[str] = []
    page.on("request", lambda request: taken.append(request.url))
    page.goto(own_server.address + SCAN)
    expect(page.get_by_role("radio").first).to_be_visible()
    files = [url for url in taken if url.endswith((".js", ".css"))]
    assert len(files) <= 6
    for url in files:
        kept = page.request.get(url).headers["cache-control"]
        assert "immutable" in kept, url
