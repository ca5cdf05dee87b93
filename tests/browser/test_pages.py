"""What every page must offer: readable for all, on a phone as well, with words of our own."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from steps import assert_accessible

PAGES = [
    "welkom.html",
    "model.html",
    "teamscan.html",
    "verantwoording.html",
    "profielen.html",
    "onderzoekers.html",
]


def show_exercise(page: Page) -> None:
    frame = page.locator("iframe")
    if frame.count():
        frame.scroll_into_view_if_needed()
        expect(page.frame_locator("iframe").locator(".ps-exercise h2")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_the_rules_of_accessibility(
    visit: Callable[..., Page], path: str, scheme: str
) -> None:
    page = visit(path, scheme=scheme)
    show_exercise(page)
    assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_and_result_keep_the_rules_of_accessibility(
    visit: Callable[..., Page], scheme: str
) -> None:
    page = visit("voila/render/teamscan.ipynb", scheme=scheme)
    page.get_by_label("School").check()
    page.get_by_label("Professional").check()
    page.get_by_role("button", name="Begin met invullen").click()
    page.get_by_role("radio", name="Soms").first.check()
    assert_accessible(page)
    page.locator(".ps-step").last.click()
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true }")
    assert_accessible(page)


def test_what_is_chosen_and_how_far_it_is_shows_in_forced_colours(
    visit: Callable[..., Page],
) -> None:
    """The reader's own few colours take away every colour and shadow that a sheet gives."""
    page = visit("voila/render/teamscan.ipynb")
    page.emulate_media(forced_colors="active")
    for name in ("School", "Professional"):
        page.get_by_label(name).check()
    outline = "element => getComputedStyle(element).outlineStyle"
    assert page.locator(".ps-choice:has(:checked)").first.evaluate(outline) == "solid"
    assert page.locator(".ps-choice:not(:has(:checked))").first.evaluate(outline) == "none"
    page.get_by_role("button", name="Begin met invullen").click()
    progress = page.locator("progress")
    empty = progress.screenshot()
    for at, item in enumerate(page.locator(".ps-item").all()):
        item.get_by_role("radio").nth(3 if at else 0).check()
    expect(progress).not_to_have_attribute("value", "0")
    assert progress.screenshot() != empty
    current, other = page.locator(".ps-step").first, page.locator(".ps-step").last
    assert (current.evaluate(outline), other.evaluate(outline)) == ("solid", "none")
    other.click()
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    filled = "element => getComputedStyle(element).backgroundColor"
    edged = "element => getComputedStyle(element).borderTopStyle"
    high = page.locator(".ps-column").filter(has=page.locator(".ps-column-high")).first
    assert high.locator(".ps-column-high").evaluate(filled) != high.evaluate(filled)
    assert high.evaluate(edged) == "solid"
    assert page.locator(".ps-column-low").first.evaluate(edged) == "solid"


def test_a_dark_exercise_is_printed_on_white_paper(visit: Callable[..., Page]) -> None:
    page = visit("voila/render/teamscan.ipynb", scheme="dark")
    text = page.locator(".ps-exercise h2")
    expect(text).to_be_visible()
    colour = "element => getComputedStyle(element).color"
    on_the_screen = text.evaluate(colour)
    page.emulate_media(media="print", color_scheme="dark")
    printed = text.evaluate(colour)
    assert printed != on_the_screen
    page.emulate_media(media="print", color_scheme="light")
    assert text.evaluate(colour) == printed


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_narrow_phone(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, width=360)
    show_exercise(page)
    for frame in page.frames:
        wide = frame.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, f"{frame.url} is {wide} px wide"


def test_the_exercise_is_as_high_as_its_content(visit: Callable[..., Page]) -> None:
    """No scroll bar inside the page: the frame grows with the form."""
    page = visit("teamscan.html")
    show_exercise(page)
    inside = page.frames[1]
    page.wait_for_function(
        """() => {
            const frame = document.querySelector("iframe");
            const inside = frame.contentDocument.body.getBoundingClientRect().height;
            return Math.abs(frame.clientHeight - inside) <= 2;
        }"""
    )
    assert inside.evaluate("getComputedStyle(document.documentElement).overflowY") == "hidden"


def test_the_exercise_follows_light_and_dark(visit: Callable[..., Page]) -> None:
    page = visit("teamscan.html", scheme="dark")
    show_exercise(page)
    inside = page.frame_locator("iframe").locator("html")
    expect(inside).to_have_attribute("data-theme", "dark")
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    expect(inside).to_have_attribute("data-theme", "light")


def test_a_page_that_is_not_there_says_so_in_dutch(visit: Callable[..., Page]) -> None:
    page = visit("bestaat-niet.html")
    expect(page.get_by_role("heading", name="Deze bladzijde is er niet")).to_be_visible()
    page.get_by_role("link", name="Naar het begin van de cursus").click()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()


def test_an_exercise_that_is_not_there_says_so_in_dutch(visit: Callable[..., Page]) -> None:
    page = visit("voila/render/bestaat-niet.ipynb")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
