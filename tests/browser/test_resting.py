"""A page in which nothing happens costs the server no kernel, and its reader notices nothing."""

from collections.abc import Iterator

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

A_WHILE = "01:01"
"""Longer than a page waits before it lets its kernel go."""


@pytest.fixture(scope="module")
def own_server() -> Iterator[OwnServer]:
    with own_server_of(most_kernels=1) as server:
        yield server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with new_page(browser) as page:
        page.clock.install()
        yield page
        page.goto("about:blank")


def expect_a_kernel(page: Page) -> None:
    page.wait_for_function("JSON.parse(document.getElementById('kernel').textContent).id !== ''")


def expect_no_kernel(page: Page) -> None:
    page.wait_for_function("JSON.parse(document.getElementById('kernel').textContent).id === ''")


def test_who_does_nothing_gives_the_place_to_another_and_goes_on_later(
    page: Page, own_server: OwnServer, browser: Browser
) -> None:
    page.goto(own_server.address + SCAN)
    fill_in(page)
    first = kernel_of(page)
    page.clock.fast_forward(A_WHILE)
    expect_no_kernel(page)
    with new_page(browser) as visitor:
        visitor.goto(own_server.address + SCAN)  # this house has room for one
        expect(visitor.get_by_role("heading", name="Eerst drie keuzes")).to_be_visible()
        expect(visitor.locator("script.widget")).to_have_count(1)
        visitor.goto("about:blank")
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect_the_result_without_a_reload(page)
    assert kernel_of(page) != first


def test_a_kernel_is_there_again_before_it_is_needed(page: Page, own_server: OwnServer) -> None:
    page.goto(own_server.address + SCAN)
    fill_in(page)
    page.clock.fast_forward(A_WHILE)
    expect_no_kernel(page)
    page.keyboard.press("Shift")
    expect_a_kernel(page)


def test_who_is_busy_in_the_page_keeps_the_kernel(page: Page, own_server: OwnServer) -> None:
    page.goto(own_server.address + SCAN)
    fill_in(page)
    first = kernel_of(page)
    for _ in range(3):
        page.clock.fast_forward("00:40")
        page.keyboard.press("Shift")
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect_the_result_without_a_reload(page)
    assert kernel_of(page) == first
