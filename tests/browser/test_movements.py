"""A module in five movements: one at a time with a way on, and one long page for who wants that."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browsers import PATIENCE
from partnerschap.content import load
from steps import assert_accessible, remember, tab_to

KEY = "partnerschap:progress"
NAMES = ["verhaal", "kern", "doen", "check", "meenemen"]
SAID = [f"Deel {number} van 5: {name.capitalize()}" for number, name in enumerate(NAMES, start=1)]
LEARNING = next(one for one in load().expectations if one.id == "learning")
FINISHED = {
    "screen": "overview",
    "expectations": [
        {
            "id": "e1",
            "side": LEARNING.sides[0].id,
            "text": "Vragen",
            "theme": "",
            "spoken": "yes",
            "shared": "yes",
        }
    ],
}
COVERED = """element => {
    const bar = document.querySelector(".movement-turn").getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    return bar.top < Math.min(frame.bottom, innerHeight) && bar.bottom > Math.max(frame.top, 0);
}"""


def movement(page: Page, name: str) -> Locator:
    return page.locator(f"#{name}")


def turn(page: Page, name: str) -> Locator:
    return page.locator(".movement-turn").get_by_role("link", name=name, exact=True)


def expect_only(page: Page, name: str) -> None:
    """Look whether a movement is shown, by itself, and whether the page says so."""
    for other in NAMES:
        shown = movement(page, other).locator("h2").first
        expect(shown).to_be_visible() if other == name else expect(shown).to_be_hidden()
    expect(page.locator(".movements [aria-current=step]")).to_have_text(
        re.compile(name, re.IGNORECASE)
    )
    expect(page.locator(".movement-turn [role=status]")).to_have_text(SAID[NAMES.index(name)])


def assert_never_covered(page: Page, exercise: Locator) -> None:
    """Look at the begin, the middle and the end of an exercise on the screen."""
    for share in (0, 0.5, 1):
        exercise.evaluate(
            "(element, share) => scrollTo(0, scrollY + element.getBoundingClientRect().top - 80"
            " + share * (element.offsetHeight - innerHeight + 100))",
            share,
        )
        page.wait_for_function("document.querySelector('.movement-turn').matches('[data-resting]')")
        assert not exercise.evaluate(COVERED)


def kept(page: Page) -> dict[str, Any]:
    found = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")
    assert isinstance(found, dict)
    return found


@pytest.fixture
def phone(browser: Browser, server: str) -> Any:
    """Open pages on a phone that is touched."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, has_touch=True, locale="nl-NL", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(server + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_a_module_on_a_phone_by_touch(phone: Callable[..., Page]) -> None:
    """Through all five to the end: what was done and written, and the next module."""
    page = phone("thuis-leren.html")
    expect_only(page, "verhaal")
    expect(turn(page, "Terug")).to_be_hidden()
    assert page.locator("iframe").evaluate_all("all => all.every(one => !one.src)")
    for name in NAMES[1:3]:
        expect(turn(page, "Verder")).to_be_in_viewport(ratio=1)
        turn(page, "Verder").tap()
        expect_only(page, name)
        assert page.url.endswith(f"#{name}")
        expect(movement(page, name).locator("h2").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert kept(page)["place"] == {"module": "thuis-leren", "movement": "doen"}
    # The exercise says that it is done, and nothing lies over it.
    remember(page, "verwachtingen.learning", FINISHED)
    expect_only(page, "doen")
    exercise = movement(page, "doen").locator("figure.exercise")
    exercise.scroll_into_view_if_needed()
    frame = page.frame_locator("#oefening-verwachtingen iframe")
    expect(frame.locator("h2")).to_be_visible()
    expect(page.locator(".movements [data-step=exercise]")).to_have_attribute("data-is", "done")
    assert_never_covered(page, exercise)
    page.locator("form.reflection textarea").fill("Ik vraag het <b>morgen</b>.")
    # Past the exercise the way on comes back to the edge of the screen, and stays there.
    page.locator("form.reflection").evaluate("element => element.scrollIntoView({block: 'end'})")
    page.wait_for_function("!document.querySelector('.movement-turn').matches('[data-resting]')")
    expect(page.get_by_text("Bewaard in deze browser.")).to_be_visible()
    turn(page, "Verder").tap()
    expect_only(page, "check")
    # Here it waits below the questions, which have to be there.
    questions = page.frame_locator("#oefening-kennischeck iframe")
    expect(questions.locator("h2")).to_be_visible()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(turn(page, "Verder")).to_be_in_viewport(ratio=1)
    turn(page, "Verder").tap()
    expect_only(page, "meenemen")

    end = page.locator(".module-end")
    end.scroll_into_view_if_needed()
    steps = end.locator(".steps > li")
    expect(steps.first).to_have_attribute("data-is", "done")
    expect(steps).to_have_text(
        [re.compile("gelezen"), "geoefend", "vragen nog niet gedaan", "opgeschreven"],
        use_inner_text=True,
    )
    expect(end.locator(".own-words")).to_have_text("Ik vraag het <b>morgen</b>.")
    assert {"read", "exercise"} == set(kept(page)["modules"]["thuis-leren"])
    sources = page.locator("details.sources")
    expect(sources.locator("li").first).to_be_hidden()
    end.get_by_role("link", name="vragen nog niet gedaan").tap()
    expect_only(page, "check")
    page.go_back()
    expect_only(page, "meenemen")
    end.get_by_role("link", name="Volgende module: Een visie die gedragen wordt").tap()
    page.wait_for_url("**/visie.html")


def test_a_module_by_keyboard(visit: Callable[..., Page]) -> None:
    """Each time at the heading of what is shown, from which the way on is near."""
    page = visit("visie.html")
    for name in NAMES[1:]:
        tab_to(page, turn(page, "Verder"))
        page.keyboard.press("Enter")
        expect_only(page, name)
        expect(movement(page, name).locator("h2").first).to_be_focused()
    page.go_back()
    expect_only(page, "check")
    expect(movement(page, "check").locator("h2").first).to_be_focused()
    page.go_forward()
    expect_only(page, "meenemen")
    tab_to(page, turn(page, "Terug"))
    page.keyboard.press("Enter")
    expect_only(page, "check")
    page.reload()
    expect_only(page, "check")
    page.locator(".movements").get_by_role("link", name="Verhaal").press("Enter")
    expect_only(page, "verhaal")


def test_back_brings_a_reader_where_the_reader_was(visit: Callable[..., Page]) -> None:
    page = visit("visie.html#kern")
    cited = movement(page, "kern").locator(".bibtex-citation a").last
    cited.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 0
    cited.click()
    expect_only(page, "meenemen")
    source = page.locator(page.evaluate("CSS.escape(location.hash.slice(1)).replace(/^/, '#')"))
    expect(source).to_be_in_viewport()
    # Who only looks something up has not read the module.
    page.locator(".module-end").scroll_into_view_if_needed()
    expect(page.locator(".module-end")).to_be_in_viewport()
    page.go_back()
    expect_only(page, "kern")
    page.wait_for_function("before => Math.abs(scrollY - before) < 200", arg=before)
    assert kept(page)["modules"] == {}


@pytest.mark.parametrize(
    ("aim", "name", "place"),
    [
        ("#steun-in-het-team", "kern", "#steun-in-het-team"),
        ("#oefening-kennischeck", "check", "#oefening-kennischeck"),
        ("#reflectie-visie-1", "doen", "#reflectie-visie-1"),
        ("#bronnen", "meenemen", "details.sources li"),
        ("#doen", "doen", "#doe-het-zelf"),
        ("#bestaat-niet", "verhaal", "#wat-je-straks-kunt"),
        ("#%E0%A4%A", "verhaal", "#wat-je-straks-kunt"),
    ],
)
def test_a_link_to_any_place_opens_its_movement(
    visit: Callable[..., Page], aim: str, name: str, place: str
) -> None:
    page = visit(f"visie.html{aim}")
    expect_only(page, name)
    expect(page.locator(place).first).to_be_in_viewport()
    assert kept(page) == {}


def test_a_search_result_opens_where_the_word_stands(visit: Callable[..., Page]) -> None:
    page = visit("search.html?q=woordentest")
    page.locator("ul.search a").first.click()
    page.wait_for_url("**/verbinden.html*")
    expect(page.locator(".highlighted").first).to_be_in_viewport()
    expect_only(page, "kern")


def test_all_on_one_page(visit: Callable[..., Page]) -> None:
    page = visit("visie.html")
    page.get_by_role("link", name="Alles op één bladzijde").click()
    for name in NAMES:
        expect(movement(page, name).locator("h2").first).to_be_visible()
    expect(page.locator(".movement-turn")).to_be_hidden()
    assert kept(page) == {}
    page.locator(".module-end").scroll_into_view_if_needed()
    expect(page.locator(".module-end .steps > li").first).to_have_attribute("data-is", "done")
    page.get_by_role("link", name="In vijf delen lezen").click()
    expect_only(page, "verhaal")


def test_on_paper_and_without_scripts_a_module_is_one_page(
    visit: Callable[..., Page], browser: Browser, server: str
) -> None:
    page = visit("visie.html#doen")
    expect_only(page, "doen")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for name in NAMES:
        expect(movement(page, name).locator("h2").first).to_be_visible()
    expect(page.locator("details.sources li").first).to_be_visible()
    for hidden in (".movements", ".movement-turn", ".module-end"):
        expect(page.locator(hidden)).to_be_hidden()

    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{server}visie.html")
    for name in NAMES:
        expect(movement(plain, name).locator("h2").first).to_be_visible()
    expect(plain.locator("details.sources li").first).to_be_visible()
    expect(plain.locator(".movements a")).to_have_count(5)
    for hidden in (".movement-turn", ".module-end", ".movements-other a >> nth=0"):
        expect(plain.locator(hidden)).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_every_movement_keeps_the_rules_of_accessibility(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit("waarom.html", width=width, scheme=scheme)
    for name in ("verhaal", "kern", "meenemen"):
        page.locator(f".movements a[href='#{name}']").click()
        expect_only(page, name)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_show_where_a_reader_is(visit: Callable[..., Page]) -> None:
    page = visit("waarom.html#kern")
    page.emulate_media(forced_colors="active")
    colour = "element => getComputedStyle(element).borderTopColor"
    links = page.locator(".movements a")
    assert links.nth(0).evaluate(colour) == links.nth(1).evaluate(colour)
    assert links.nth(1).evaluate(colour) != links.nth(2).evaluate(colour)
    page.evaluate("partnerschapProgress.mark('waarom', 'read', true)")
    page.goto(page.url.replace("waarom.html#kern", "welkom.html"))
    stroke = "element => getComputedStyle(element).stroke"
    done, _, left = page.locator(".ring circle").all()[:3]
    assert done.evaluate(stroke) != left.evaluate(stroke)


def test_an_exercise_alone_leads_back_to_its_module_and_counts_there(
    visit: Callable[..., Page],
) -> None:
    page = visit("thuis-leren.html#doen")
    page.locator("#oefening-verwachtingen figcaption a").click()
    page.wait_for_url("**/verwachtingen.ipynb?set=learning&module=thuis-leren")
    remember(page, "verwachtingen.learning", FINISHED)
    expect(page.locator(".ps-exercise h2")).to_be_visible()
    page.get_by_role("link", name="Terug naar je plek in de cursus").click()
    page.wait_for_url("**/thuis-leren.html#oefening-verwachtingen")
    expect_only(page, "doen")
    assert list(kept(page)["modules"]["thuis-leren"]) == ["exercise"]
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('done:'))") == []

    page.goto(page.url.partition("thuis-leren")[0] + "teamscan.html")
    page.locator("#oefening-teamscan figcaption a").click()
    page.get_by_role("link", name="Terug naar je plek in de cursus").click()
    page.wait_for_url("**/teamscan.html#oefening-teamscan")


@pytest.mark.parametrize("address", ["", "?module=//kwaad.nl", "?from=javascript:alert(1)"])
def test_an_exercise_that_comes_from_nowhere_leads_to_the_course(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit(f"voila/render/verwachtingen.ipynb{address}")
    link = page.get_by_role("link", name="Naar het begin van de cursus")
    expect(link).to_have_attribute("href", "/")
