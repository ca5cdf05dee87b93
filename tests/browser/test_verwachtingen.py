"""Two sides write down what they expect of each other."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from partnerschap.content import load
from partnerschap.content.learning import ExpectationSet
from steps import assert_accessible, press, remember, tab_to, wipe

PATH = "voila/render/verwachtingen.ipynb"
SETS = {one.id: one for one in load().expectations}


@pytest.fixture
def parents() -> ExpectationSet:
    return SETS["parents"]


def column(page: Page, position: int) -> Locator:
    return page.locator(".ps-column").nth(position)


def expectation(page: Page, text: str) -> Locator:
    return page.get_by_role("group", name=text, exact=True)


def section(page: Page, heading: str) -> Locator:
    own = page.get_by_role("heading", name=heading, exact=True)
    return page.locator(".ps-section").filter(has=own)


def test_the_whole_way_with_the_keyboard_alone(
    visit: Callable[..., Page], parents: ExpectationSet
) -> None:
    team, other = parents.sides
    example = other.examples[0]
    page = visit(PATH)
    expect(page.get_by_role("heading", name=team.title)).to_be_visible()
    for text in ("Ouders komen op tijd.", "Ouders lezen mee."):
        tab_to(page, column(page, 0).get_by_label("Nieuwe verwachting"))
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    tab_to(page, column(page, 1).locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name=f"Neem over: {example.text}"))
    page.keyboard.press("Enter")
    expect(column(page, 1).get_by_role("button", name="Haal weg")).to_have_count(1)
    press(page, "Groeperen en aankruisen")

    heading = page.get_by_role("heading", name="Groeperen en aankruisen")
    expect(heading).to_be_focused()
    tab_to(page, expectation(page, "Ouders komen op tijd.").get_by_label("Thema"))
    page.keyboard.press("ArrowDown")
    marks = [
        ("Ouders komen op tijd.", "no", "no"),
        ("Ouders lezen mee.", "yes", "no"),
        (example.text, "yes", "yes"),
    ]
    for text, spoken, shared in marks:
        for name, answer in (("spoken", spoken), ("shared", shared)):
            options = expectation(page, text).locator(f"input[name^='{name}-']")
            tab_to(page, options.first)
            page.keyboard.press("Space")
            if answer == "no":
                page.keyboard.press("ArrowDown")
                expect(options.nth(1)).to_be_checked()
    page.reload()
    expect(page.get_by_text("3 van 3 aangekruist")).to_be_visible()
    press(page, "Bekijk het overzicht")

    expect(page.get_by_role("heading", name="Het overzicht")).to_be_focused()
    assert page.locator(".ps-matrix tbody td").all_inner_texts() == ["1", "1", "0", "1"]
    unspoken = section(page, "Nog nooit uitgesproken").locator(".ps-card")
    expect(unspoken).to_have_count(1)
    expect(unspoken).to_contain_text("Ouders komen op tijd.")
    expect(unspoken).to_contain_text(team.openings[parents.themes[0].id])
    disagreed = section(page, "Uitgesproken, maar niet gedeeld").locator(".ps-card")
    expect(disagreed).to_contain_text("Ouders lezen mee.")
    expect(disagreed).to_contain_text(team.ask)
    expect(section(page, "Uitgesproken en gedeeld")).to_contain_text(example.text)
    page.reload()
    expect(page.get_by_role("heading", name="Het overzicht")).to_be_visible()


def test_themes_put_both_sides_beside_each_other(
    visit: Callable[..., Page], parents: ExpectationSet
) -> None:
    page = visit(PATH)
    take(page, 0, 2)
    take(page, 1, 1)
    page.get_by_role("button", name="Groeperen en aankruisen").click()
    page.get_by_role("button", name="Bekijk het overzicht").click()
    themes = {theme.id: theme.name for theme in parents.themes}
    first, second = (parents.sides[0].examples[at] for at in (0, 1))
    both = page.locator(".ps-panel").filter(has_text=themes[first.theme])
    expect(both).to_contain_text(first.text)
    expect(both).to_contain_text(parents.sides[1].examples[0].text)
    expect(both).to_contain_text("Beide kanten verwachten hier iets")
    single = page.locator(".ps-panel").filter(has_text=second.text)
    expect(single).to_contain_text(parents.sides[0].name)
    expect(single).to_contain_text("Wat verwacht de andere kant hier?")
    expect(section(page, "Nog uit te zoeken").locator("li")).to_have_count(3)
    expect(page.get_by_text("Bij 3 verwachtingen heb je nog iets opengelaten")).to_be_visible()


def take(page: Page, side: int, count: int) -> None:
    column(page, side).locator("summary").click()
    for _ in range(count):
        column(page, side).get_by_role("button", name="Neem over").first.click()


def test_organisations_have_questions_and_a_memory_of_their_own(
    visit: Callable[..., Page],
) -> None:
    page = visit(PATH)
    take(page, 0, 1)
    page.goto(page.url + "?set=partners")
    for side in SETS["partners"].sides:
        expect(page.get_by_role("heading", name=side.title)).to_be_visible()
    expect(page.get_by_role("button", name="Haal weg")).to_have_count(0)
    take(page, 1, 2)
    page.goto(page.url.partition("?")[0])
    expect(page.get_by_role("button", name="Haal weg")).to_have_count(1)
    page.goto(page.url + "?set=bestaat-niet")
    expect(page.get_by_role("heading", name=SETS["parents"].sides[0].title)).to_be_visible()


def test_a_text_is_short_and_stays_text(
    visit: Callable[..., Page], parents: ExpectationSet
) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Groeperen en aankruisen").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf eerst minstens één verwachting op")
    field = column(page, 0).get_by_label("Nieuwe verwachting")
    field.press_sequentially("y" * 125, delay=0)
    expect(field).to_have_value("y" * 120)
    expect(page.get_by_text("Hier past niets meer bij.")).to_be_visible()
    field.fill('<img src=x onerror="window.broken = true">')
    field.press("Enter")
    expect(page.locator(".ps-entries").first).to_contain_text("<img src=x")
    assert page.evaluate("window.broken") is None
    for number in range(20):
        field.fill(f"Verwachting {number}")
        field.press("Enter")
    expect(column(page, 0).get_by_role("button", name="Haal weg")).to_have_count(12)
    expect(page.get_by_role("alert")).to_contain_text("De lijst is vol")
    kept = stored(page)
    assert all(one["side"] == parents.sides[0].id for one in kept)
    assert len({one["id"] for one in kept}) == 12


def stored(page: Page) -> list[Any]:
    raw = page.evaluate("localStorage.getItem('partnerschap:verwachtingen')")
    expectations: list[Any] = json.loads(raw)["memory"]["expectations"]
    return expectations


def test_back_goes_one_screen_back_and_a_reload_stays(visit: Callable[..., Page]) -> None:
    page = visit(f"{PATH}?set=partners")
    take(page, 0, 1)
    page.get_by_role("button", name="Groeperen en aankruisen").click()
    page.get_by_role("radio", name="Onuitgesproken").check()
    page.get_by_role("button", name="Bekijk het overzicht").click()
    expect(page.get_by_role("heading", name="Het overzicht")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Groeperen en aankruisen")).to_be_focused()
    page.reload()
    expect(page.get_by_role("radio", name="Onuitgesproken")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("heading", name="Verwachtingen opschrijven")).to_be_focused()
    page.get_by_role("button", name="Haal weg").click()
    page.go_forward()
    expect(page.get_by_role("heading", name="Verwachtingen opschrijven")).to_be_focused()


def test_the_focus_goes_on_from_one_example_to_the_next(
    visit: Callable[..., Page], parents: ExpectationSet
) -> None:
    first, second, *_ = parents.sides[0].examples
    page = visit(PATH)
    take(page, 0, 1)
    expect(page.get_by_role("button", name=f"Neem over: {second.text}")).to_be_focused()
    take_all = len(parents.sides[0].examples) - 1
    for _ in range(take_all):
        page.keyboard.press("Enter")
    expect(column(page, 0).get_by_label("Nieuwe verwachting")).to_be_focused()
    page.get_by_role("button", name=f"Haal weg: {first.text}").click()
    expect(column(page, 0).get_by_label("Nieuwe verwachting")).to_be_focused()
    expect(page.get_by_role("button", name=f"Neem over: {first.text}")).to_be_visible()


def test_an_example_that_no_longer_fits_in_the_list_says_so(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    field = column(page, 0).get_by_label("Nieuwe verwachting")
    for number in range(12):
        field.fill(f"Verwachting {number}")
        field.press("Enter")
    take(page, 0, 1)
    expect(page.get_by_role("alert")).to_contain_text("De lijst is vol")
    page.get_by_role("button", name="Haal weg").first.click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_no_longer_fits_the_content_is_left_out(
    visit: Callable[..., Page], parents: ExpectationSet
) -> None:
    marks = {"spoken": "yes", "shared": "yes"}
    side = parents.sides[0].id
    page = visit(PATH)
    expectations = [
        {"id": "e1", "side": "weg", "text": "Van niemand.", "theme": "", **marks},
        {"id": "e2", "side": side, "text": "Over iets anders.", "theme": "weg", **marks},
    ]
    remember(page, "verwachtingen", {"screen": "overview", "expectations": expectations})
    expect(page.get_by_text("Je hebt 1 verwachting opgeschreven.")).to_be_visible()
    rest = page.locator(".ps-panel").filter(has_text="Zonder thema")
    expect(rest).to_contain_text("Over iets anders.")
    remember(page, "verwachtingen", {"screen": "overview", "expectations": expectations[:1]})
    expect(page.get_by_role("heading", name="Verwachtingen opschrijven")).to_be_visible()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    take(page, 0, 2)
    wipe(page, sure=False)
    assert len(stored(page)) == 2
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    assert page.evaluate("localStorage.getItem('partnerschap:verwachtingen')") is None
    page.reload()
    expect(page.get_by_role("heading", name="Verwachtingen opschrijven")).to_be_visible()
    expect(page.get_by_role("button", name="Haal weg")).to_have_count(0)


def test_the_overview_can_be_printed(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    take(page, 0, 1)
    page.get_by_role("button", name="Groeperen en aankruisen").click()
    page.get_by_role("radio", name="Onuitgesproken").check()
    page.get_by_role("button", name="Bekijk het overzicht").click()
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator(".ps-quote")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    take(page, 0, 2)
    take(page, 1, 1)
    column(page, 1).get_by_label("Nieuwe verwachting").fill("lang" * 30)
    column(page, 1).get_by_role("button", name="Voeg toe").click()
    check(page)
    page.get_by_role("button", name="Groeperen en aankruisen").click()
    page.get_by_role("radio", name="Onuitgesproken").first.check()
    page.get_by_role("radio", name="Uitgesproken", exact=True).nth(1).check()
    page.get_by_role("radio", name="Niet gedeeld").nth(1).check()
    check(page)
    page.get_by_role("button", name="Bekijk het overzicht").click()
    expect(page.locator(".ps-card")).to_have_count(2)
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
