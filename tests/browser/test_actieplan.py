"""From a scan to a plan: alone in the browser, and of a team's round on the server."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from partnerschap.content import load
from partnerschap.sessions import (
    Example,
    SessionService,
    TrainerAccess,
    archive_round,
    close_round,
    make_example,
    trainer_view,
)
from partnerschap.sessions.repository import Store
from steps import assert_accessible, press, tab_to, wipe

PATH = "voila/render/actieplan.ipynb"
WORKSHOP = "voila/render/workshop.ipynb"
START = "Van scan naar plan"
CHOOSE = "Welke stappen passen bij jullie?"
AGREE = "Wie doet wat, en wanneer?"
OVERVIEW = "Ons plan"

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def service(database_url: str) -> SessionService:
    return SessionService(load(), Store(database_url))


@pytest.fixture
def example(service: SessionService) -> Example:
    return make_example(service)


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True, level=2)


def fill_in_a_scan(page: Page) -> None:
    """Let the browser remember a short scan: informal is in place, social is not."""
    items = [item for item in load().items_of("kort") if "professional" in item.respondents]
    points = {"informeel": 5, "maatschappelijk": 1}
    answers = {item.id: points.get(item.area, 4) for item in items}
    scan = {"instrument": "kort", "sector": "youth", "role": "professional", "answers": answers}
    kept = json.dumps({"version": 1, "memory": scan})
    page.evaluate("kept => localStorage.setItem('partnerschap:teamscan', kept)", kept)
    page.reload()


def kept_plan(page: Page) -> list[dict[str, Any]]:
    kept = page.evaluate("JSON.parse(localStorage.getItem('partnerschap:actieplan'))")
    actions: list[dict[str, Any]] = kept["memory"]["actions"]
    return actions


def boxes(page: Page) -> Locator:
    """Give the boxes that put a step for now into the plan."""
    return page.locator(".ps-cards:not(.ps-year-cards)").get_by_role("checkbox")


def cards(page: Page) -> Locator:
    return page.locator(".ps-agree")


def add_own(page: Page, text: str) -> None:
    own = page.locator(".ps-own-step")
    own.get_by_label("Wat gaan we doen?").fill(text)
    own.get_by_role("button", name="Zet deze stap in het plan").click()
    expect(own.get_by_label("Wat gaan we doen?")).to_have_value("")


def no_wider_than_the_screen(page: Page) -> None:
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0


def judge(page: Page) -> None:
    no_wider_than_the_screen(page)
    assert_accessible(page)


# Alone


def test_from_a_scan_to_a_plan_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit(PATH)
    expect(heading(page, START)).to_be_visible()
    sent: list[str] = []
    page.on(
        "websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame)))
    )
    fill_in_a_scan(page)
    expect(page.get_by_text(re.compile("^Korte scan, ingevuld als: Professional"))).to_be_visible()
    assert not [frame for frame in sent if "score_own" in frame], "nobody asked for steps yet"
    press(page, "Kies stappen")
    expect(heading(page, CHOOSE)).to_be_focused()
    take = boxes(page).nth(1)
    expect(take).to_have_accessible_name(re.compile("^Zet in mijn plan: "))
    tab_to(page, take)
    page.keyboard.press("Space")
    expect(take).to_be_checked()
    expect(take).to_be_focused()
    expect(take).to_have_accessible_name(re.compile("^Staat in mijn plan: "))
    expect(page.get_by_role("img", name=re.compile("laaghangend fruit"))).to_be_visible()
    expect(page.locator(".ps-fruit-grid .ps-dot-chosen")).to_have_text("2")
    expect(page.get_by_text("Jullie hebben nu 1 stap te doen.")).to_be_visible()

    press(page, "Spreek af wie wat doet")
    expect(heading(page, AGREE)).to_be_focused()
    card = cards(page)
    tab_to(page, card.get_by_label("Wat gaan we doen?"))
    page.keyboard.press("Control+A")
    page.keyboard.type("Bel twee ouders ")
    tab_to(page, card.get_by_label("Wie zorgt ervoor?"))
    page.keyboard.type("de leiding")
    tab_to(page, card.get_by_label("september"))
    page.keyboard.press("Space")
    tab_to(page, card.get_by_label("Gekozen"))
    page.keyboard.press("ArrowRight")
    expect(card.get_by_text("Bewaard in deze browser")).to_be_visible()

    page.reload()
    expect(card.get_by_label("Wat gaan we doen?")).to_have_value("Bel twee ouders")
    expect(card.get_by_label("Bezig")).to_be_checked()
    expect(card.get_by_label("september")).to_be_checked()
    press(page, "Bekijk het overzicht")
    expect(heading(page, OVERVIEW)).to_be_focused()
    expect(page.locator("[data-month='9']")).to_contain_text("Bel twee ouders")
    expect(page.locator(".ps-planned")).to_contain_text("de leiding")


def test_a_step_for_the_year_plan_is_put_in_the_plan_too(visit: Visit) -> None:
    page = visit(PATH, width=360)
    fill_in_a_scan(page)
    press(page, "Kies stappen")
    page.locator("summary").filter(has_text="Voor het jaarplan").click()
    later = page.locator(".ps-year-cards .ps-card").first
    text = later.locator(".ps-action").inner_text()
    expect(later).to_contain_text("besluit of maanden")
    take = later.get_by_role("checkbox")
    take.check()
    expect(take).to_be_checked()
    expect(page.get_by_text("Jullie hebben nu 1 stap te doen.")).to_be_visible()
    press(page, "Spreek af wie wat doet")
    expect(cards(page).get_by_label("Wat gaan we doen?")).to_have_value(text)


def test_a_step_with_an_agreement_is_taken_out_only_when_that_is_wanted(visit: Visit) -> None:
    page = visit(PATH, width=360)
    fill_in_a_scan(page)
    press(page, "Kies stappen")
    take = boxes(page).first
    take.check()
    box = take.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900, "the box stays where it was tapped"
    page.get_by_role("button", name="Afspreken").click()
    cards(page).get_by_label("Wie zorgt ervoor?").fill("AB")
    page.get_by_role("button", name="Kiezen", exact=True).click()
    take.click()
    expect(page.get_by_text("met alles wat erbij is afgesproken?")).to_be_visible()
    expect(take).to_be_checked()
    page.get_by_role("button", name="Nee, laat staan").click()
    expect(take).to_be_checked()
    take.click()
    page.get_by_role("button", name="Ja, haal weg").click()
    expect(take).not_to_be_checked()
    assert kept_plan(page) == []


def test_a_restart_of_the_browser_keeps_the_plan_and_wiping_does_not(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Kies stappen").click()
    expect(page.get_by_text("Er is nog geen scan, dus")).to_be_visible()
    expect(page.get_by_role("link", name="Naar de teamscan")).to_have_attribute(
        "href", re.compile(r"^http://[^/]+/teamscan\.html$")
    )
    add_own(page, "Koffie bij de deur")
    page.get_by_role("button", name="Spreek af wie wat doet").click()
    cards(page).get_by_label("Hoe vieren we het?").press_sequentially(
        "Taart"
    )  # is kept while it is typed
    assert kept_plan(page)[0]["celebration"] == "Taart"
    state = page.context.storage_state(path=tmp_path / "state.json")
    address = page.url

    browser = page.context.browser
    assert browser is not None
    with browser.new_context(storage_state=state) as context:
        again = context.new_page()
        again.goto(address)
        expect(cards(again).get_by_label("Hoe vieren we het?")).to_have_value("Taart")
        again.get_by_role("button", name="Terug").click()
        again.get_by_role("button", name="Terug").click()
        expect(again.get_by_text("In je plan staat 1 stap: 1 gekozen.")).to_be_visible()
        wipe(again)
        expect(again.get_by_text("In je plan staat 1 stap")).to_have_count(0)
        assert "Koffie" not in again.evaluate("JSON.stringify({...localStorage})")
        again.reload()
        expect(heading(again, START)).to_be_visible()


def test_two_or_three_are_enough_and_more_than_five_is_discouraged(visit: Visit) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Kies stappen").click()
    enough = page.locator(".ps-note[role=status]")
    expect(enough).to_contain_text("Kies er twee of drie.")
    said = {3: "Dat is goed te doen.", 5: "Welke kan wachten?", 6: "lukt bijna nooit"}
    for number in range(1, 7):
        add_own(page, f"Stap {number}")
        if number in said:
            expect(enough).to_contain_text(said[number])
    page.get_by_role("button", name="Afspreken").click()
    expect(cards(page)).to_have_count(6)
    expect(enough).to_contain_text("lukt bijna nooit")
    # What is over no longer asks for time.
    for number in range(3):
        cards(page).nth(number).get_by_label("Gelukt").check()
    expect(enough).to_contain_text("Jullie hebben nu 3 stappen te doen. Dat is goed te doen.")


def test_what_cannot_be_kept_is_said_and_stays(visit: Visit) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Kies stappen").click()
    page.get_by_role("button", name="Zet deze stap in het plan").click()
    what = page.locator(".ps-own-step").get_by_label("Wat gaan we doen?")
    expect(what).to_be_focused()
    expect(what).to_have_accessible_description("Schrijf eerst op wat er gaat gebeuren.")
    what.fill("w" * 500)
    expect(page.get_by_text("Hier past niets meer bij.")).to_be_visible()
    add_own(page, "Koffie")
    page.get_by_role("button", name="Afspreken").click()
    card = cards(page)
    who = card.get_by_label("Wie zorgt ervoor?")
    who.fill("anna@school.nl")
    expect(who).to_have_attribute("aria-invalid", "true")
    expect(who).to_have_accessible_description(re.compile("geen e-mailadres"))
    card.get_by_label("Hoe vieren we het?").fill("Taart")
    card.get_by_label("september").check()
    kept = kept_plan(page)[0]
    assert (kept["owner"], kept["celebration"], kept["months"]) == ("", "Taart", [9])
    card.get_by_label("Wanneer is het klaar?").fill("2025-01-10")
    expect(card.get_by_text("Deze dag is al voorbij. Klopt dat?")).to_be_visible()
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(page.get_by_text("Taart", exact=True)).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="nog niet in dit overzicht")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Terug naar dat veld").click()
    expect(who).to_have_value("anna@school.nl")
    expect(card.get_by_label("Hoe vieren we het?")).to_have_value("Taart")
    card.get_by_label("Wie zorgt ervoor?").fill("AB")
    expect(card.get_by_text("Bewaard in deze browser")).to_be_visible()
    card.get_by_label("Wat gaan we doen?").fill(" ")
    expect(card.get_by_text("Schrijf eerst op wat er gaat gebeuren.")).to_be_visible()
    assert (kept_plan(page)[0]["text"], kept_plan(page)[0]["owner"]) == ("Koffie", "AB")
    remove = card.get_by_role("button", name="Haal deze stap weg")
    remove.click()
    expect(card.get_by_text("met alles wat erbij is afgesproken?")).to_be_visible()
    assert_accessible(page)
    card.get_by_role("button", name="Nee, laat staan").click()
    expect(remove).to_be_focused()
    expect(card).to_have_count(1)
    remove.click()
    card.get_by_role("button", name="Ja, haal weg").click()
    expect(page.get_by_text("Je hebt nog geen stap gekozen.")).to_be_visible()
    expect(heading(page, AGREE)).to_be_focused()
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(page.get_by_text("Je hebt nog geen stap gekozen.")).to_be_visible()


def test_the_balance_says_whether_the_weakest_is_touched(visit: Visit) -> None:
    page = visit(PATH)
    fill_in_a_scan(page)
    page.get_by_role("button", name="Kies stappen").click()
    own = page.locator(".ps-own-step")
    own.get_by_label("Waar hoort deze stap bij?").select_option("informeel")
    add_own(page, "Koffie bij de deur")
    page.get_by_role("button", name="Overzicht", exact=True).click()
    balance = page.locator(".ps-balance")
    expect(page.locator("[data-area=informeel]")).to_contain_text("1 stap")
    expect(page.locator("[data-area=maatschappelijk]")).to_contain_text("0 van 2")
    expect(balance).to_contain_text("Het minst sterk staat nu: Maatschappelijk partnerschap.")
    page.get_by_role("button", name="Afspreken").click()
    cards(page).get_by_label("Waar hoort deze stap bij?").select_option("maatschappelijk")
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(balance).to_contain_text("Het plan raakt wat nu het minst sterk staat")
    # A step that stopped touches nothing any more.
    page.get_by_role("button", name="Afspreken").click()
    cards(page).get_by_label("Gestopt").check()
    cards(page).get_by_label("Waarom is het gestopt?").fill("Te veel tegelijk")
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(balance).to_contain_text("Het minst sterk staat nu")
    expect(page.locator(".ps-planned")).to_contain_text("Te veel tegelijk")


def test_the_year_is_a_table_by_month_that_prints(visit: Visit) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Kies stappen").click()
    add_own(page, "Koffie bij de deur")
    add_own(page, "Nog te plannen")
    page.get_by_role("button", name="Afspreken").click()
    card = cards(page).first
    card.get_by_label("Wanneer is het klaar?").fill("2027-01-31")
    card.get_by_label("november").check()
    card.get_by_label("Hoe vieren we het?").fill("Taart")
    page.get_by_role("button", name="Overzicht", exact=True).click()
    year = page.locator(".ps-year tbody tr")
    expect(year).to_have_count(12)
    assert year.locator("th").all_inner_texts()[:6] == [
        *("augustus", "september", "oktober", "november", "december", "januari")
    ]
    filled = [row for row in year.all_inner_texts() if "Koffie" in row]
    assert [row.split()[0] for row in filled] == ["november", "januari"]
    assert "klaar op 31 januari 2027" in filled[1]
    assert "vieren: Taart" in filled[1]
    expect(page.get_by_text("Nog zonder maand: Nog te plannen.")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".ps-year")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(visit: Visit, width: int, scheme: str) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    expect(heading(page, START)).to_be_visible()
    page.locator("summary").click()
    judge(page)
    fill_in_a_scan(page)
    page.get_by_role("button", name="Kies stappen").click()
    page.locator("summary").filter(has_text="Voor het jaarplan").click()
    boxes(page).first.check()
    judge(page)
    page.get_by_role("button", name="Afspreken").click()
    cards(page).get_by_label("Wat gaan we doen?").fill("w" * 120)
    cards(page).get_by_label("Gestopt").check()
    cards(page).get_by_label("Wie zorgt ervoor?").fill("a@b")
    judge(page)
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(page.locator(".ps-year")).to_be_visible()
    judge(page)


# A team


def test_a_team_opens_its_plan_half_a_year_later(
    visit: Visit, service: SessionService, example: Example
) -> None:
    page = visit(f"{PATH}#trainer={example.token}")
    expect(page.get_by_text("VOORBEELD: de antwoorden zijn verzonnen")).to_be_visible()
    expect(page.get_by_text("In je plan staan 2 stappen: 1 gelukt en 1 bezig.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Verder met het plan").click()
    card = cards(page).nth(1)
    card.get_by_label("Gestopt").check()
    expect(card.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    card.get_by_label("Waarom is het gestopt?").fill("Te veel tegelijk")
    card.get_by_label("maart").check()
    expect(card.get_by_text("Wordt opgeslagen…")).to_have_count(0)
    expect(card.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    assert_accessible(page)
    plan = trainer_view(service, example.token, example.done.id).plan
    assert (plan[1].state, plan[1].reason) == ("stopped", "Te veel tegelijk")
    assert 3 in plan[1].months
    assert "Te veel" not in page.evaluate("JSON.stringify({...localStorage})")
    page.get_by_role("button", name="Bekijk het overzicht").click()
    expect(page.locator(".ps-balance")).to_be_visible()
    assert_accessible(page)

    # The next round gets a plan of its own; the earlier one can still be opened.
    close_round(service, TrainerAccess(example.token, example.open.id))
    page.reload()
    expect(heading(page, OVERVIEW)).to_be_visible()
    expect(page.get_by_text("Te veel tegelijk")).to_be_visible()
    page = visit(f"{PATH}#trainer={example.token}")
    expect(page.get_by_text("Bij deze ronde zijn nog geen stappen gekozen.")).to_be_visible()
    page.get_by_label(re.compile("^Ronde 1, gesloten op")).check()
    expect(page.get_by_text("1 gelukt en 1 gestopt")).to_be_visible()
    page.get_by_label(re.compile("^Ronde 2, gesloten op")).check()
    page.get_by_role("button", name="Kies stappen").click()
    boxes(page).first.click()
    expect(boxes(page).first).to_be_checked()
    (added,) = trainer_view(service, example.token, example.open.id).plan
    assert added.action
    page.set_viewport_size({"width": 360, "height": 740})
    no_wider_than_the_screen(page)


def test_saved_is_said_after_the_server_has_answered(
    visit: Visit, service: SessionService, example: Example
) -> None:
    page = visit(PATH)
    held: list[Callable[[], None]] = []

    def pass_on(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def hold(frame: str | bytes) -> None:
            text = frame if isinstance(frame, str) else frame.decode(errors="ignore")
            if "action_change" in text:
                held.append(lambda: server.send(frame))
            else:
                server.send(frame)

        route.on_message(hold)

    page.route_web_socket(re.compile("/partnerschap/socket/"), pass_on)
    page.goto(f"{page.url}#trainer={example.token}")
    page.reload()
    page.get_by_role("button", name="Verder met het plan").click()
    card = cards(page).first
    card.get_by_label("Wie zorgt ervoor?").fill("AB")
    expect(card.get_by_text("Wordt opgeslagen…")).to_be_visible()
    expect(card.get_by_text("Opgeslagen", exact=True)).to_have_count(0)
    assert trainer_view(service, example.token, example.done.id).plan[0].owner != "AB"
    assert held
    held[0]()
    expect(card.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    assert trainer_view(service, example.token, example.done.id).plan[0].owner == "AB"


def test_what_is_typed_survives_what_somebody_else_saved(
    visit: Visit, service: SessionService, example: Example, database_url: str
) -> None:
    page = visit(f"{PATH}#trainer={example.token}")
    page.get_by_role("button", name="Verder met het plan").click()
    card = cards(page).first
    # Another trainer saves in between; without a new version of the session nobody is told.
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as database:
        database.execute(
            "UPDATE actions SET owner = 'CD', version = version + 1 WHERE session_id = ?",
            (example.done.id,),
        )
    card.get_by_label("Hoe zien we dat het werkt?").fill("Vijf ouders vragen")
    card.get_by_label("Wie zorgt ervoor?").fill("AB")
    expect(card.get_by_text("Iemand anders heeft dit net veranderd.")).to_be_visible()
    expect(card.get_by_text("wie: CD")).to_be_visible()
    expect(card.get_by_label("Wie zorgt ervoor?")).to_have_value("AB")
    expect(card.get_by_label("Hoe zien we dat het werkt?")).to_have_value("Vijf ouders vragen")
    assert_accessible(page)
    card.get_by_role("button", name="Bewaar wat hier staat getypt").click()
    expect(card.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    saved = trainer_view(service, example.token, example.done.id).plan[0]
    assert (saved.owner, saved.evidence) == ("AB", "Vijf ouders vragen")


def test_the_session_leads_to_the_plan_and_back(
    visit: Visit, service: SessionService, example: Example
) -> None:
    access = TrainerAccess(example.token, example.done.id)
    archive_round(service, access)
    page = visit(f"{WORKSHOP}#trainer={example.token}")
    page.locator("summary").filter(has_text="Beheer").click()
    page.get_by_role("button", name="Open ronde 1").click()
    page.get_by_role("link", name="Open het actieplan").click()
    expect(page.get_by_text("In je plan staan 2 stappen")).to_be_visible()
    page.get_by_role("link", name="Naar de sessie").click()
    expect(page.get_by_text("Deze ronde is afgerond")).to_be_visible()
    # A plan of one's own is still possible in a tab that has a session.
    page.goto(page.url.replace("workshop", "actieplan"))
    page.get_by_role("button", name="Een eigen plan, zonder team").click()
    expect(heading(page, START)).to_be_visible()
    page.locator("summary").click()
    page.get_by_role("button", name="Open het plan van de sessie in dit tabblad").click()
    expect(page.get_by_text("In je plan staan 2 stappen")).to_be_visible()


def test_a_wrong_link_leads_to_a_plan_of_ones_own(visit: Visit) -> None:
    page = visit(f"{PATH}#trainer={'x' * 43}")
    expect(page.get_by_text("Deze link geeft geen toegang tot een sessie.")).to_be_visible()
    expect(heading(page, START)).to_be_visible()
    assert "trainer" not in page.url
    page.locator("summary").click()
    page.get_by_label("Plak de geheime link").fill("https://voorbeeld.nl/")
    page.get_by_role("button", name="Open het plan", exact=True).click()
    expect(page.get_by_text("Dit is geen link van een trainer.")).to_be_visible()


# Back and forth


def test_back_goes_a_screen_back_and_a_reload_stays(visit: Visit) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Kies stappen").click()
    add_own(page, "Koffie")
    page.get_by_role("button", name="Afspreken").click()
    page.get_by_role("button", name="Overzicht", exact=True).click()
    page.go_back()
    expect(heading(page, AGREE)).to_be_focused()
    page.reload()
    expect(heading(page, AGREE)).to_be_visible()
    page.go_back()
    expect(heading(page, CHOOSE)).to_be_visible()
    page.go_back()
    expect(heading(page, START)).to_be_visible()
    page.go_forward()
    page.go_forward()
    expect(cards(page).get_by_label("Wat gaan we doen?")).to_have_value("Koffie")


def test_back_leads_from_the_plan_of_a_team_to_ones_own_and_shows_no_secret(
    visit: Visit, example: Example
) -> None:
    page = visit(f"{PATH}#trainer={example.token}")
    page.get_by_role("button", name="Verder met het plan").click()
    expect(cards(page)).to_have_count(2)
    page.reload()
    expect(cards(page)).to_have_count(2)
    page.go_back()
    expect(page.get_by_text("In je plan staan 2 stappen")).to_be_visible()
    page.go_back()
    expect(heading(page, START)).to_be_visible()
    assert example.token not in page.url
    page.reload()
    expect(heading(page, START)).to_be_visible()
    page.go_forward()
    expect(page.get_by_text("In je plan staan 2 stappen")).to_be_visible()


def test_what_is_typed_in_a_plan_of_a_team_is_saved_when_the_reader_goes_back(
    visit: Visit, service: SessionService, example: Example
) -> None:
    page = visit(f"{PATH}#trainer={example.token}")
    page.get_by_role("button", name="Verder met het plan").click()
    cards(page).first.get_by_label("Hoe vieren we het?").fill("Taart")
    page.go_back()
    page.get_by_role("button", name="Verder met het plan").click()
    expect(cards(page).first.get_by_label("Hoe vieren we het?")).to_have_value("Taart")
    saved = trainer_view(service, example.token, example.done.id).plan[0]
    assert saved.celebration == "Taart"
