"""Somebody walks from the street to the room as a parent does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from partnerschap.content import load
from partnerschap.content.learning import Point, Station
from steps import assert_accessible, press, tab_to, wipe

PATH = "voila/render/ouderbril.ipynb"
ROUTES = {route.id: route.stations for route in load().walk}
MARKS = ["In orde", "Kan beter", "Niet gezien"]
NOTE = "De bel hangt te hoog."


def mark_of(station: int, point: int) -> int:
    """Say which mark a test gives; the last point of each third station is left open."""
    return (station + point) % 3


def mark_station(page: Page, station: Station, at: int) -> None:
    for number, point in enumerate(station.points):
        options = page.locator(f"input[name='mark-{point.id}']")
        tab_to(page, options.first)
        page.keyboard.press("Space")
        for other in range(1, mark_of(at, number) + 1):
            page.keyboard.press("ArrowDown")
            expect(options.nth(other)).to_be_checked()


def to_improve(stations: tuple[Station, ...]) -> list[Point]:
    return [
        point
        for at, station in enumerate(stations)
        for number, point in enumerate(station.points)
        if mark_of(at, number) == MARKS.index("Kan beter")
    ]


def test_the_whole_way_with_the_keyboard_alone(visit: Callable[..., Page]) -> None:
    stations = ROUTES["childcare"]
    total = sum(len(station.points) for station in stations)
    page = visit(PATH)
    tab_to(page, page.locator("input[name=sector]").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Kinderopvang", exact=True)).to_be_checked()
    press(page, "Begin op straat")
    for at, station in enumerate(stations):
        heading = page.get_by_role("heading", name=station.name, exact=True)
        expect(heading).to_be_focused()
        expect(page.get_by_text(station.view)).to_be_visible()
        mark_station(page, station, at)
        if at == 3:
            tab_to(page, page.get_by_label("Wat valt hier op?"))
            page.keyboard.type(NOTE)
            page.reload()
            expect(heading).to_be_visible()
            done = sum(len(one.points) for one in stations[: at + 1])
            expect(page.get_by_text(f"{done} van {total} punten bekeken")).to_be_visible()
            expect(page.get_by_label("Wat valt hier op?")).to_have_value(NOTE)
        last = at == len(stations) - 1
        press(page, "Kies de eerste veranderingen" if last else "Volgende")

    expect(page.get_by_role("heading", name="Drie eerste veranderingen")).to_be_focused()
    better = to_improve(stations)
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(len(better))
    for at in range(2):
        tab_to(page, boxes.nth(at))
        page.keyboard.press("Space")
    tab_to(page, page.get_by_label("Wat kan er nog meer anders?"))
    page.keyboard.type("Een bankje bij de deur")
    page.keyboard.press("Enter")
    plan = page.get_by_role("group", name="Een bankje bij de deur")
    tab_to(page, plan.get_by_label("Wie zorgt ervoor?"))
    page.keyboard.type("De leiding")
    press(page, "Bekijk het overzicht")

    expect(page.get_by_role("heading", name="Wat de wandeling opleverde")).to_be_focused()
    names = page.locator(".ps-card .ps-action").all_inner_texts()
    texts = [better[0].text, better[1].text, "Een bankje bij de deur"]
    assert [name.splitlines()[0] for name in names] == texts
    expect(page.locator(".ps-card").last).to_contain_text("De leiding")
    assert_stations_shown(page, stations)
    page.reload()
    expect(page.locator(".ps-card")).to_have_count(3)

    page.get_by_label("Zet in mijn plan").last.check()
    page.get_by_role("link", name="Verder met mijn plan").click()
    step = page.frame_locator("iframe").locator(".ps-agree")
    expect(step.get_by_label("Wat gaan we doen?")).to_have_value("Een bankje bij de deur")
    expect(step.get_by_label("Wie zorgt ervoor?")).to_have_value("De leiding")
    expect(step.get_by_label("Waar hoort deze stap bij?")).to_have_value("omgeving")


def assert_stations_shown(page: Page, stations: tuple[Station, ...]) -> None:
    page.get_by_text("Dezelfde cijfers in een tabel").click()
    for at, station in enumerate(stations):
        marks = [mark_of(at, number) for number in range(len(station.points))]
        row = page.get_by_role("row", name=station.name)
        counts = [str(marks.count(kind)) for kind in range(len(MARKS))]
        assert row.locator("td").all_inner_texts() == [*counts, "0"]
        panel = page.locator(".ps-panel").nth(at)
        for kind, name in enumerate(MARKS):
            told = panel.locator("dl > div").filter(has=page.get_by_text(name, exact=True))
            own = [p.text for p, mark in zip(station.points, marks, strict=True) if mark == kind]
            assert told.locator("dd").all_inner_texts() == own
    expect(page.locator(".ps-panel").nth(3)).to_contain_text(NOTE)


@pytest.mark.parametrize(
    ("sector", "label"),
    [("school", "School"), ("youth", "Jeugdhulp"), ("municipality", "Gemeente")],
)
def test_every_sector_has_its_own_walk(visit: Callable[..., Page], sector: str, label: str) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Begin op straat").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies eerst")
    page.get_by_label(label, exact=True).check()
    page.get_by_role("button", name="Begin op straat").click()
    stations = ROUTES[sector]
    for position in (6, 2, 0):
        page.locator(".ps-stop").nth(position).click()
        station = stations[position]
        expect(page.get_by_role("heading", name=station.name, exact=True)).to_be_focused()
        texts = page.locator(".ps-point legend").all_inner_texts()
        assert texts == [point.text for point in station.points]


def start_with_better(page: Page, count: int) -> None:
    page.get_by_label("School", exact=True).check()
    page.get_by_role("button", name="Begin op straat").click()
    for number in range(count):
        page.get_by_role("radio", name="Kan beter").nth(number).check()
    page.locator(".ps-stop").last.click()
    page.get_by_role("button", name="Kies de eerste veranderingen").click()


def test_there_are_never_more_than_three_first_changes(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    start_with_better(page, 4)
    boxes = page.get_by_role("checkbox")
    for number in range(3):
        boxes.nth(number).check()
    boxes.nth(3).click()
    expect(page.get_by_role("alert").filter(has_text="Je hebt er al 3 gekozen")).to_be_visible()
    expect(boxes.nth(3)).not_to_be_checked()
    own = page.get_by_label("Wat kan er nog meer anders?")
    own.fill("Nog iets")
    own.press("Enter")
    expect(page.locator(".ps-entries li")).to_have_count(0)
    boxes.nth(0).uncheck()
    own.press("Enter")
    expect(page.locator(".ps-plan")).to_have_count(3)
    page.get_by_role("button", name="Haal weg: Nog iets").click()
    expect(page.locator(".ps-plan")).to_have_count(2)
    page.get_by_role("button", name="Bekijk het overzicht").click()
    expect(page.locator(".ps-card")).to_have_count(2)


def test_a_point_that_is_in_order_after_all_is_no_first_change(
    visit: Callable[..., Page],
) -> None:
    page = visit(PATH)
    start_with_better(page, 1)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Terug", exact=True).click()
    page.locator(".ps-stop").first.click()
    page.get_by_role("radio", name="In orde").first.check()
    page.locator(".ps-stop").last.click()
    page.get_by_role("button", name="Kies de eerste veranderingen").click()
    expect(page.get_by_text("Je hebt nog niets aangekruist als")).to_be_visible()
    page.get_by_role("button", name="Bekijk het overzicht").click()
    expect(page.get_by_text("Er zijn nog geen veranderingen gekozen.")).to_be_visible()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    start_with_better(page, 1)
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    kept = page.evaluate("localStorage.getItem('partnerschap:ouderbril') ?? ''")
    assert "better" not in kept
    page.go_back()
    expect(page.get_by_role("heading", name="Een wandeling met andere ogen")).to_be_focused()
    start_with_better(page, 1)
    expect(page.get_by_role("checkbox")).not_to_be_checked()
    wipe(page)
    page.reload()
    expect(page.get_by_label("School", exact=True)).not_to_be_checked()


def test_back_leads_one_screen_back_and_a_reload_stays(visit: Callable[..., Page]) -> None:
    stations = ROUTES["school"]
    page = visit(PATH)
    page.get_by_label("School", exact=True).check()
    page.get_by_role("button", name="Begin op straat").click()
    page.get_by_role("radio", name="Kan beter").first.check()
    page.get_by_role("button", name="Volgende").click()
    page.locator(".ps-stop").last.click()
    page.get_by_role("button", name="Kies de eerste veranderingen").click()
    page.get_by_role("button", name="Bekijk het overzicht").click()
    shown = page.get_by_role("heading", level=2)
    expect(shown).to_have_text("Wat de wandeling opleverde")
    page.reload()
    expect(shown).to_have_text("Wat de wandeling opleverde")
    way = ["Drie eerste veranderingen", stations[-1].name, stations[1].name, stations[0].name]
    for heading in [*way, "Een wandeling met andere ogen"]:
        page.go_back()
        expect(shown).to_have_text(heading)
        expect(shown).to_be_focused()
    page.go_forward()
    expect(shown).to_have_text(stations[0].name)
    expect(page.get_by_role("radio", name="Kan beter").first).to_be_checked()


def test_who_fills_in_keeps_the_focus(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.get_by_label("School", exact=True).check()
    page.get_by_role("button", name="Begin op straat").click()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Naar het begin").click()
    # Another organisation begins at its first station, which is no reason to lose the reader.
    tab_to(page, page.get_by_label("School", exact=True))
    page.keyboard.press("ArrowDown")
    chosen = page.locator("input[name=sector]:checked")
    expect(chosen).not_to_have_value("school")
    expect(chosen).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    expect(page.get_by_role("heading", name="Een wandeling met andere ogen")).to_be_visible()
    check(page)
    start_with_better(page, 2)
    page.get_by_role("checkbox").first.check()
    check(page)
    page.get_by_role("button", name="Terug", exact=True).click()
    page.get_by_label("Wat valt hier op?").fill("lang" * 100)
    check(page)
    page.get_by_role("button", name="Kies de eerste veranderingen").click()
    page.get_by_role("button", name="Bekijk het overzicht").click()
    page.get_by_text("Dezelfde cijfers in een tabel").click()
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
