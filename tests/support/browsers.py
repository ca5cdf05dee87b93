"""The one browser of a test process; without a browser the tests fail."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from chromium import ARGUMENTS, find_or_install

PATIENCE = 60_000
"""Milliseconds; a kernel takes its time on a busy machine."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find_or_install(playwright.chromium.executable_path)
    if path is None:
        pytest.fail("no Chromium, and it could not be installed; install it by hand")
    running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield running
    running.close()
