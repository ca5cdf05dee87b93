"""A team sorts what it does with parents over the five partnerships."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from partnerschap.content import Content, load
from partnerschap.content.learning import Activity
from steps import assert_accessible, press, remember, tab_to, wipe

PATH = "voila/render/partnerschappen.ipynb"
OWN = "Ouders vertellen over hun beroep"
CHOSEN = (0, 1, 3, 6, 9)
"""Positions of the activities that happen; none of them belongs to the last partnership."""


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


@pytest.fixture(scope="module")
def activities(content: Content) -> list[Activity]:
    return [one for one in content.activities.activities if "school" in one.sectors]


def move_to(page: Page, options: Locator, position: int) -> None:
    """Choose with the arrow keys, as a radio group works."""
    tab_to(page, options.first)
    page.keyboard.press("Space")
    for at in range(1, position + 1):
        page.keyboard.press("ArrowDown")
        expect(options.nth(at)).to_be_checked()


def test_the_whole_way_with_the_keyboard_alone(
    visit: Callable[..., Page], content: Content, activities: list[Activity]
) -> None:
    partnerships = [area for area in content.areas if area.partnership]
    ids = [area.id for area in partnerships]
    chosen = [activities[position] for position in CHOSEN]
    page = visit(PATH)
    expect(page.get_by_role("heading", name="Wat gebeurt er al met ouders?")).to_be_visible()
    move_to(page, page.locator("input[name=sector]"), 0)
    for activity in chosen:
        tab_to(page, page.get_by_role("checkbox", name=activity.text))
        page.keyboard.press("Space")
    tab_to(page, page.get_by_label("Eigen activiteit"))
    page.keyboard.type(OWN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Haal weg: {OWN}")).to_be_visible()
    press(page, "Verdeel over de vijf")

    expect(page.get_by_role("heading", name="Waar hoort het bij?")).to_be_focused()
    sort_with_keys(page, chosen, ids)
    expect(card(page)).to_have_text(OWN)
    page.reload()
    expect(page.get_by_text("5 van 6 verdeeld")).to_be_visible()
    tab_to(page, house(page, "informeel"))
    page.keyboard.press("1")
    expect(page.get_by_text("6 van 6 verdeeld")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Alle kaarten hebben een plek.")
    expect(page.get_by_role("button", name="Bekijk de balans")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="De balans", exact=True)).to_be_focused()
    counts = [sum(one.fits[0] == area for one in chosen) for area in ids]
    counts[ids.index("informeel")] += 1
    assert counts[-1] == 0
    assert page.locator(".ps-house-count").all_inner_texts() == [str(count) for count in counts]
    page.get_by_text("Dezelfde cijfers in een tabel").click()
    rows = page.locator("tbody tr").all()
    for area, count, row in zip(partnerships, counts, rows, strict=True):
        expect(row.locator("th")).to_have_text(area.name)
        assert row.locator("td").all_inner_texts() == [str(count), f"{round(100 * count / 6)}%"]
    (help_with,) = (one for one in content.activities.partnerships if one.id == ids[-1])
    expect(page.locator(".ps-card")).to_contain_text(help_with.empty)
    expect(page.get_by_text("Alles staat op een plek die de makers ook kozen")).to_be_visible()

    idea = page.get_by_label("Een klein idee voor: Maatschappelijk partnerschap")
    tab_to(page, idea)
    page.keyboard.type("Een ontbijt in de buurt")
    page.keyboard.press("Tab")
    page.reload()
    expect(idea).to_have_value("Een ontbijt in de buurt")


def sort_with_keys(page: Page, chosen: list[Activity], ids: list[str]) -> None:
    """Put the first card away with the arrows and Enter, the others with a figure a house."""
    first, second, *others = chosen
    expect(card(page)).to_have_text(first.text)
    tab_to(page, house(page, "informeel"))
    for _ in range(ids.index(first.fits[0])):
        page.keyboard.press("ArrowRight")
    expect(house(page, first.fits[0])).to_be_focused()
    page.keyboard.press("Enter")
    expect(house(page, first.fits[0])).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text(f"De volgende kaart: {second.text}")
    for activity in (second, *others):
        expect(card(page)).to_have_text(activity.text)
        page.keyboard.press(str(ids.index(activity.fits[0]) + 1))


def card(page: Page) -> Locator:
    """Give the text of the card on top of the deck."""
    return page.locator(".ps-deck-card p").first


def house(page: Page, area: str) -> Locator:
    return page.locator(f"[data-house={area}]")


def begin(page: Page, names: list[str]) -> None:
    page.get_by_label("School", exact=True).check()
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="Verdeel over de vijf").click()


def test_another_choice_than_the_makers_is_something_to_talk_about(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    first = activities[0]
    page = visit(PATH)
    begin(page, [first.text])
    house(page, "formeel").click()
    page.get_by_role("button", name="Bekijk de balans").click()
    talk = page.locator(".ps-section").filter(has_text="Hier valt over te praten")
    expect(talk).to_contain_text("Jij koos: Formeel.")
    expect(talk).to_contain_text("De makers kozen: Informeel.")
    expect(talk).to_contain_text(first.why)
    expect(page.locator(".ps-card")).to_have_count(4)


def test_each_activity_has_its_reason_in_its_house(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    page = visit(PATH)
    begin(page, [activities[0].text])
    house(page, activities[0].fits[0]).click()
    page.get_by_role("button", name="Bekijk de balans").click()
    place = page.locator(".ps-panel").filter(has_text=activities[0].text)
    expect(place.get_by_text(activities[0].why)).to_be_hidden()
    place.get_by_text(activities[0].text, exact=True).click()
    expect(place.get_by_text(activities[0].why)).to_be_visible()


def test_a_card_is_dragged_into_a_house_and_taken_back(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    first, second, third = activities[:3]
    page = visit(PATH)
    begin(page, [first.text, second.text, third.text])
    drag(page, page.get_by_role("heading", name="Waar hoort het bij?"))
    expect(card(page)).to_have_text(first.text)  # beside the houses it falls back
    drag(page, house(page, "didactisch"))
    expect(card(page)).to_have_text(second.text)
    expect(house(page, "didactisch")).to_have_accessible_name("Didactisch: 1 activiteit")
    expect(page.get_by_role("status")).to_contain_text("Gelegd bij Didactisch, daar nu: 1.")
    page.get_by_role("button", name="Leg onderop").click()
    expect(card(page)).to_have_text(third.text)
    house(page, "formeel").click()
    expect(card(page)).to_have_text(second.text)
    for back in (third, first):
        page.get_by_role("button", name="Pak de laatste terug").click()
        expect(card(page)).to_have_text(back.text)
        expect(house(page, "informeel")).to_be_focused()
    expect(page.get_by_text("0 van 3 verdeeld")).to_be_visible()
    expect(page.get_by_role("button", name="Pak de laatste terug")).to_have_count(0)


def test_a_card_is_taken_out_of_its_house(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    page = visit(PATH)
    begin(page, [activities[0].text])
    house(page, "formeel").click()
    page.get_by_text("Wat ligt in welk huis?").click()
    page.get_by_role("button", name=f"Pak terug: {activities[0].text}").click()
    expect(card(page)).to_have_text(activities[0].text)
    expect(house(page, "informeel")).to_be_focused()


def drag(page: Page, target: Locator) -> None:
    """Take the card on top somewhere with the mouse."""
    grabbed, to = page.locator(".ps-deck-card").bounding_box(), target.bounding_box()
    assert grabbed is not None
    assert to is not None
    page.mouse.move(grabbed["x"] + 20, grabbed["y"] + 20)
    page.mouse.down()
    page.mouse.move(to["x"] + to["width"] / 2, to["y"] + to["height"] / 2, steps=5)
    page.mouse.up()


def test_what_is_not_sorted_does_not_count(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    page = visit(PATH)
    page.get_by_label("School", exact=True).check()
    page.get_by_role("button", name="Verdeel over de vijf").click()
    expect(page.get_by_role("alert")).to_contain_text("Kruis eerst iets aan")
    expect(page.get_by_role("checkbox").first).to_be_focused()
    page.get_by_role("button", name="Kruis alles aan").click()
    page.get_by_role("button", name="Verdeel over de vijf").click()
    page.get_by_role("button", name="Bekijk de balans").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies eerst")
    house(page, "didactisch").click()
    page.get_by_role("button", name="Bekijk de balans").click()
    expect(page.get_by_text("1 activiteit is verdeeld")).to_be_visible()
    left = f"{len(activities) - 1} activiteiten zijn nog niet verdeeld"
    expect(page.get_by_text(left)).to_be_visible()


def test_own_activities_are_checked_and_can_be_taken_away(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.get_by_label("Gemeente", exact=True).check()
    field = page.get_by_label("Eigen activiteit")
    field.fill("   ")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Typ eerst een tekst")
    for text, count in (("Samen <b>koken</b>", 1), ("samen  <B>koken</B>", 1), ("x" * 200, 2)):
        field.fill(text)
        field.press("Enter")
        expect(page.locator(".ps-entries li")).to_have_count(count)
    expect(page.get_by_text("Samen <b>koken</b>", exact=True)).to_be_visible()
    page.get_by_role("button", name="Haal weg: Samen").click()
    expect(page.locator(".ps-entries li")).to_have_count(1)
    expect(field).to_be_focused()


def test_back_goes_one_screen_back_and_a_reload_stays(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    page = visit(PATH)
    begin(page, [activities[0].text])
    house(page, "formeel").click()
    page.get_by_role("button", name="Bekijk de balans").click()
    expect(page.get_by_role("heading", name="De balans", exact=True)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Waar hoort het bij?")).to_be_focused()
    page.reload()
    expect(page.get_by_text("1 van 1 verdeeld")).to_be_visible()
    page.get_by_text("Wat ligt in welk huis?").click()
    expect(page.locator(".ps-inside")).to_contain_text("Formeel")
    expect(page.locator(".ps-inside")).to_contain_text(activities[0].text)
    page.go_back()
    expect(page.get_by_role("checkbox", name=activities[0].text)).to_be_checked()
    page.go_forward()
    page.go_forward()
    expect(page.get_by_role("heading", name="De balans", exact=True)).to_be_focused()


def test_a_screen_without_anything_to_show_gives_way_to_the_one_before(
    visit: Callable[..., Page], activities: list[Activity]
) -> None:
    page = visit(PATH)
    begin(page, [activities[0].text])
    house(page, "formeel").click()
    page.get_by_role("button", name="Bekijk de balans").click()
    page.go_back()
    page.get_by_role("button", name="Terug", exact=True).click()
    page.get_by_role("checkbox", name=activities[0].text).uncheck()
    page.go_back()
    expect(page.get_by_role("heading", name="Wat gebeurt er al met ouders?")).to_be_focused()


STALE: list[tuple[dict[str, Any], str]] = [
    ({"screen": "balance", "sector": "school", "chosen": ["weg"]}, "Wat gebeurt er al met ouders?"),
    ({"screen": "balance", "sector": "weg"}, "Wat gebeurt er al met ouders?"),
    (
        {
            "screen": "balance",
            "own": [{"id": "own-1", "text": OWN}],
            "places": {"own-1": "weg"},
        },
        "Waar hoort het bij?",
    ),
    ({"screen": "weg"}, "Wat gebeurt er al met ouders?"),
]


@pytest.mark.parametrize(("memory", "heading"), STALE)
def test_what_no_longer_fits_the_content_is_left_out(
    visit: Callable[..., Page], memory: dict[str, Any], heading: str
) -> None:
    page = visit(PATH)
    remember(page, "partnerschappen", memory)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()


def test_wiping_leaves_nothing(visit: Callable[..., Page], activities: list[Activity]) -> None:
    page = visit(PATH)
    begin(page, [activities[0].text])
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    kept = page.evaluate("localStorage.getItem('partnerschap:partnerschappen') ?? ''")
    assert activities[0].id not in kept
    page.reload()
    expect(page.get_by_label("School", exact=True)).not_to_be_checked()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], activities: list[Activity], width: int, scheme: str
) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    page.get_by_label("School", exact=True).check()
    page.get_by_label("Eigen activiteit").fill("lang" * 20)
    page.get_by_label("Eigen activiteit").press("Enter")
    page.get_by_role("checkbox", name=activities[0].text).check()
    check(page)
    page.get_by_role("button", name="Verdeel over de vijf").click()
    check(page)
    house(page, "formeel").click()
    page.get_by_text("Wat ligt in welk huis?").click()
    check(page)
    house(page, "formeel").click()
    check(page)
    page.get_by_role("button", name="Bekijk de balans").click()
    page.get_by_text("Dezelfde cijfers in een tabel").click()
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
