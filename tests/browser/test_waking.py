"""A page whose kernel or server is gone goes on by itself, with all that was filled in."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from own_servers import (
    SCAN,
    OwnServer,
    expect_the_result_without_a_reload,
    fill_in,
    kernel_of,
    new_page,
    own_server_of,
)
from steps import assert_accessible


@pytest.fixture
def own_server() -> Iterator[OwnServer]:
    with own_server_of(most_kernels=1) as server:
        yield server


@pytest.fixture
def page(browser: Browser, own_server: OwnServer) -> Iterator[Page]:
    with new_page(browser) as page:
        page.goto(own_server.address + SCAN)
        yield page


def test_a_server_that_was_killed_and_started_again_scores_without_a_reload(
    page: Page, own_server: OwnServer
) -> None:
    fill_in(page)
    kernel = kernel_of(page)
    own_server.end(signal.SIGKILL)
    page.get_by_role("button", name="Bekijk de uitkomst").click()  # asked while nobody is there
    expect(page.get_by_text("De uitkomst wordt berekend")).to_be_visible()
    own_server.start_again()
    expect_the_result_without_a_reload(page)
    assert kernel_of(page) != kernel, "who leaves must take the new kernel along"


def test_a_kernel_that_crashes_is_replaced(page: Page, own_server: OwnServer) -> None:
    fill_in(page)
    first = kernel_of(page)
    os.kill(last_descendant(own_server.process.pid), signal.SIGKILL)
    page.wait_for_function(
        "first => JSON.parse(document.getElementById('kernel').textContent).id !== first", arg=first
    )
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect_the_result_without_a_reload(page)


def test_who_finds_the_house_full_is_let_in_by_itself(
    page: Page, own_server: OwnServer, browser: Browser
) -> None:
    expect(page.get_by_role("heading", name="Eerst drie keuzes")).to_be_visible()
    with new_page(browser) as other:
        other.goto(f"{own_server.address}voila/render/visie.ipynb")
        expect(other.get_by_role("heading", name="Even wachten")).to_be_visible()
        assert_accessible(other)
        page.goto("about:blank")
        expect(other.get_by_role("heading", name="Even wachten")).to_be_hidden()
        expect(other.get_by_role("heading", name="Even wachten")).to_have_count(0)
        expect(other.locator("script.widget")).to_have_count(1)


def last_descendant(pid: int) -> int:
    """The kernel: a child of the server, or of the process that it was forked from."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if parent == pid:
            return last_descendant(int(stat.parent.name))
    return pid
