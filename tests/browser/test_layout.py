"""What is around the text: menu, light and dark, the typeface, and a small or magnified screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browsers import PATIENCE
from steps import assert_accessible, tab_to

_PAGES = ["welkom.html", "waarom.html", "ervaringsdeskundigen.html", "bewijs.html"]

_CUT = """() => {
    const cut = [], range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.checkVisibility()) continue;
        if (text.parentElement.getBoundingClientRect().width <= 1) continue; // only heard
        for (const word of text.data.matchAll(/\\p{L}{4,}/gu)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) cut.push(word[0]);
        }
    }
    return cut;
}"""
"""Words on two lines; this browser has no hyphens for Dutch, so each is cut just anywhere."""

_MOVED = """() => new Promise((tell) => {
    let moved = 0;
    new PerformanceObserver((seen) => {
        for (const { value } of seen.getEntries()) moved += value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(moved), 300); // entries come in a task of their own
})"""

_SPACING = """*{ line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p{ margin-block-end: 2em !important }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_menu_opens_and_closes_by_keyboard(
    visit: Callable[..., Page], scheme: str
) -> None:
    page = visit("waarom.html", width=360, scheme=scheme)
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    tab_to(page, button)
    page.keyboard.press("Enter")
    menu = page.get_by_role("dialog", name="Menu")
    expect(menu.get_by_role("link", name="1. Waarom partnerschap")).to_be_in_viewport()
    expect(menu.get_by_role("button", name="Sluit het menu")).to_be_in_viewport()
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(" ")
    menu.get_by_role("button", name="Sluit het menu").click()
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_on_a_wide_screen_the_menu_makes_room(visit: Callable[..., Page]) -> None:
    page = visit("recht.html")
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu.get_by_text("Privacy")).to_be_visible()
    expect(menu.get_by_text("Klaarzetten")).to_be_hidden()
    button = page.get_by_role("button", name="Menu", exact=True)
    button.click()
    expect(menu).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(menu).to_be_visible()


def test_the_menu_ticks_the_modules_that_are_read(visit: Callable[..., Page]) -> None:
    page = visit("waarom.html")
    entry = page.get_by_role("navigation", name="Menu").get_by_role("listitem").nth(1)
    expect(entry).not_to_contain_text("gelezen", use_inner_text=True)
    page.evaluate("partnerschapProgress.mark('waarom', 'read', true)")
    expect(entry).to_contain_text("gelezen", use_inner_text=True)
    page.goto(page.url.replace("waarom", "model"))
    expect(entry.locator(".menu-done")).to_be_visible()


def test_without_scripts_the_menu_stands_below_the_text(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{server}waarom.html")
    page.get_by_role("link", name="Menu", exact=True).click()
    expect(page.get_by_role("link", name="2. De vijf partnerschappen").first).to_be_in_viewport()
    context.close()


def test_light_and_dark_can_be_chosen_and_stay(visit: Callable[..., Page]) -> None:
    page = visit("model.html", scheme="dark")
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Licht of donker: zoals je apparaat").click()
    expect(page.get_by_role("button", name="Licht of donker: licht")).to_be_focused()
    expect(root).to_have_attribute("data-theme", "light")
    page.reload()
    expect(root).to_have_attribute("data-theme", "light")


def test_a_browser_that_keeps_nothing_shows_the_page_all_the_same(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    deny = "{ get() { throw new DOMException('denied'); } }"
    context.add_init_script(f"Object.defineProperty(window, 'localStorage', {deny})")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{server}waarom.html")
    page.get_by_role("button", name="Licht of donker: zoals je apparaat").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert wrong == []
    context.close()


@pytest.mark.parametrize("path", _PAGES)
def test_no_word_is_cut_on_a_phone(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, width=360)
    page.evaluate("document.fonts.ready")
    sources = set(page.locator(".citation-list").all_inner_texts())  # addresses break anywhere
    assert [word for word in page.evaluate(_CUT) if not any(word in one for one in sources)] == []


@pytest.mark.parametrize("path", _PAGES)
def test_a_magnified_page_with_more_room_between_letters_fits(
    visit: Callable[..., Page], path: str
) -> None:
    """320 pixels are a screen of 1280 at 400 %."""
    page = visit(path, width=320)
    page.add_style_tag(content=_SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_moves_when_the_letters_come(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(f"{server}model.html", wait_until="domcontentloaded")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    before = page.locator("article").bounding_box()
    assert held  # the letters are on their way
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")
    page.wait_for_function("document.fonts.check('1em \"Partnerschap Sans\"')")
    after = page.locator("article").bounding_box()
    assert before
    assert after
    assert page.evaluate(_MOVED) < 0.1
    assert abs(before["y"] - after["y"]) < 1
    context.close()


def test_nothing_floats_over_a_form(visit: Callable[..., Page]) -> None:
    """A button that stays while a reader scrolls would lie over the answers."""
    page = visit("teamscan.html", width=360)
    floating = """() => [...document.querySelectorAll("body *")].filter((element) =>
        getComputedStyle(element).position === "fixed" && element.checkVisibility()).length"""
    assert page.evaluate(floating) == 0
