"""What a person does in a page, and what every page keeps to."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FrameLocator, Locator, Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
"""The rules of accessibility that the browser tests watch."""


def tab_to(page: Page, place: Locator) -> None:
    """Press Tab until a place has the focus, as somebody without a mouse does."""
    for _ in range(200):
        if place.count() == 1 and place.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("no way there by keyboard")


def press(page: Page, name: str) -> None:
    """Go to a button and press Enter."""
    tab_to(page, page.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")


def assert_accessible(page: Page) -> None:
    """Let axe look at the page as it is now."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def wipe(page: Page | FrameLocator, *, ask: str = "Wis alles", sure: bool = True) -> None:
    """Press the button that wipes an exercise, and answer its question."""
    page.get_by_role("button", name=ask, exact=True).click()
    page.get_by_role("button", name="Ja, wis alles" if sure else "Nee, laat staan").click()


def remember(page: Page, exercise: str, memory: dict[str, Any]) -> None:
    """Open an exercise of which the browser has this memory."""
    text = json.dumps({"version": 1, "memory": memory})
    key = f"partnerschap:{exercise}"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()
