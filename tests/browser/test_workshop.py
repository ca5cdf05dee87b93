"""A trainer leads a session of a team, from the first screen to the last."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect

from partnerschap.content import Role, load
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    SessionService,
    TrainerAccess,
    close_round,
    join_round,
    make_example,
    new_token,
    save_answers,
    set_finished,
    show_step,
    trainer_view,
)
from partnerschap.sessions.repository import Store
from partnerschap.sessions.snapshot import as_text
from partnerschap.sessions.use_cases.opening import open_first
from sockets import text_of_frame
from steps import assert_accessible, press, tab_to

WORKSHOP = "voila/render/workshop.ipynb"
ROUNDS = "voila/render/herhaalmeting.ipynb"
KEEP = "Bewaar deze link"
JOIN = "Doe mee"
FIRST = "Bekijk de uitkomst eerst zelf"
FIGURES = ("n_valid", "median", "agreement", "share_interval", "counts_by")
"""What only a message about answers holds."""

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def service(database_url: str) -> SessionService:
    return SessionService(load(), Store(database_url))


def heading(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("heading", name=name, level=2)


def token_of(page: Page) -> str:
    found = re.search(r"#trainer=([\w-]{43})$", page.url)
    assert found is not None
    return found.group(1)


def unfold(page: Page, name: str) -> None:
    page.locator("summary").filter(has_text=name).first.click()


def answer(
    service: SessionService, code: str, role: Role, points: dict[str, Any], *, ready: bool = True
) -> None:
    access = ParticipantAccess(code, new_token())
    join_round(service, access, role)
    save_answers(service, access, points)
    if ready:
        set_finished(service, access, finished=True)


def no_wider_than_the_screen(page: Page) -> None:
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0


def make_by_keyboard(page: Page) -> str:
    """Make a session and keep its link; gives the trainer's secret."""
    expect(heading(page, "Maak een sessie")).to_be_visible()
    assert_accessible(page)
    tab_to(page, page.get_by_label("Hoe noem je dit team?"))
    page.keyboard.type("Onderbouw")
    tab_to(page, page.locator("summary").filter(has_text="Eigen punten"))
    page.keyboard.press("Enter")
    press(page, "Voeg een punt toe")
    expect(page.get_by_label("Het punt")).to_be_focused()
    page.keyboard.type("Wij drinken {samen} koffie.")
    press(page, "Maak de sessie")

    expect(heading(page, KEEP)).to_be_focused()
    token = token_of(page)
    expect(page.locator(".ps-code-text")).to_have_text(page.url)
    with page.expect_download() as kept:
        page.get_by_role("link", name="Bewaar als bestand").click()
    name = r"geheime-link-onderbouw-20\d\d-\d\d-\d\d-(\w{6})\.txt"
    code = re.fullmatch(name, kept.value.suggested_filename)
    assert code is not None
    saved = kept.value.path().read_text(encoding="utf-8")
    assert [one for one in (page.url, "Onderbouw", code[1].upper()) if one not in saved] == []
    assert token not in page.evaluate("JSON.stringify({...localStorage})")
    assert_accessible(page)
    page.reload()  # still not kept
    expect(heading(page, KEEP)).to_be_visible()
    press(page, "Ik heb hem bewaard")
    return token


def watch_the_lobby(page: Page, service: SessionService, token: str) -> str:
    """Let people answer and look at the numbers; gives the item about which they differ."""
    expect(heading(page, JOIN)).to_be_visible()
    view = trainer_view(service, token)
    code = view.session.code
    assert [one.statement for one in view.session.own_items] == ["Wij drinken {samen} koffie."]
    expect(page.locator(".ps-big-code")).to_contain_text(f"{code[:3]} {code[3:]}")
    expect(page.get_by_role("img", name="QR-code")).to_be_visible()
    expect(page.get_by_text("Telefoons kunnen dit adres niet bereiken")).to_be_visible()
    items = [item for item in service.content.items_of("kort") if "parent" in item.respondents]
    everything = {item.id: 4 for item in items}
    first, second = items[0].id, items[1].id
    for _ in range(6):
        answer(service, code, "parent", everything | {first: 1})
    for _ in range(5):
        answer(service, code, "professional", everything | {first: 5})
    answer(service, code, "professional", {second: 2}, ready=False)
    expect(page.locator(".ps-total")).to_have_text("12 mensen doen mee, 11 klaar")
    expect(page.locator("[data-role=parent]")).to_contain_text("6 doen mee, 6 klaar")
    expect(page.locator("[data-role=management]")).to_contain_text("0 doen mee, 0 klaar")
    assert_accessible(page)

    press(page, "Groot op de beamer")
    for hidden in ("Telefoons kunnen", "Sluit de ronde", "Beheer"):
        expect(page.get_by_text(hidden).first).to_be_hidden()
    expect(page.locator(".ps-big-code")).to_be_visible()
    press(page, "Terug naar mijn scherm")
    return first


def add_from_paper(page: Page, first: str, folder: Path) -> None:
    """Add a sheet, take it out again, and try what is no answer code."""
    sheet = folder / "team.csv"
    sheet.write_text(f"respondent,role,{first}\n1,management,4\n2,management,5\n", encoding="utf-8")
    unfold(page, "Antwoorden van papier")
    page.get_by_role("button", name="Voeg het blad toe").click()
    expect(page.get_by_text("Kies eerst een bestand.")).to_be_visible()
    page.get_by_label("Invulblad").set_input_files(sheet)
    page.get_by_role("button", name="Voeg het blad toe").click()
    expect(page.get_by_text("2 rijen zijn toegevoegd.")).to_be_visible()
    expect(page.locator("[data-role=management]")).to_contain_text("2 doen mee, 2 klaar")
    page.get_by_role("button", name=re.compile("^Haal weg: Invulblad")).click()
    expect(page.get_by_text("2 rijen zijn weggehaald.")).to_be_visible()
    unfold(page, "Antwoordcodes lezen")
    page.get_by_label("Antwoordcode", exact=True).fill("geen code")
    page.get_by_role("button", name="Voeg de code toe").click()
    expect(page.get_by_text("Dit is geen antwoordcode.")).to_be_visible()


def close_and_look(page: Page) -> None:
    """Close the round and look first."""
    press(page, "Sluit de ronde")
    sure = page.get_by_role("group", name="Sluit de ronde")
    expect(sure).to_contain_text("11 mensen zijn klaar.")
    expect(sure).to_contain_text("1 persoon is nog bezig.")
    assert_accessible(page)
    press(page, "Ja, sluit de ronde")
    expect(heading(page, FIRST)).to_be_focused()
    assert_accessible(page)
    page.reload()
    expect(heading(page, FIRST)).to_be_visible()


def talk(page: Page, service: SessionService, token: str, first: str) -> None:
    """Walk through the first steps, forward and back, and choose an answer together."""
    press(page, "Begin het gesprek")
    expect(heading(page, "Wat goed gaat")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(heading(page, "Alles in één oogopslag")).to_be_visible()
    bar = page.locator(f"[data-item={first}]").get_by_role("img").first
    expect(bar).to_have_attribute(
        "aria-label", re.compile("5 van de 11 zeggen.*ver uit elkaar.*6 keer Nooit, 5 keer Altijd")
    )
    assert_accessible(page)
    page.keyboard.press("PageDown")
    expect(heading(page, "Hierover eerst praten (1)")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(heading(page, "Alles in één oogopslag")).to_be_visible()
    press(page, "Volgende stap")
    expect(page.locator(".ps-discuss")).to_contain_text("Er zijn twee groepen antwoorden.")
    assert trainer_view(service, token).session.step == "discuss-1"
    joint = page.get_by_role("group", name="Samen één antwoord kiezen")
    joint.get_by_label("Soms").check()
    expect(joint.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    assert_accessible(page)
    page.reload()
    expect(joint.get_by_label("Soms")).to_be_checked()
    joint.get_by_role("button", name="Haal de keuze weg").click()
    expect(joint.get_by_label("Soms")).not_to_be_checked()
    joint.get_by_label("Vaak").check()
    expect(joint.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    score = trainer_view(service, token).joint[0]
    assert (score.item, score.value) == (first, 4)


def walk_on(page: Page) -> None:
    """From the first item that was talked about to the choice of steps."""
    press(page, "Start de tijd")
    expect(page.get_by_role("timer")).to_have_text(re.compile("^9:5"))
    press(page, "Volgende stap")
    expect(heading(page, "De kijk van elke groep")).to_be_visible()
    difference = page.locator(".ps-step-view .ps-card").first
    expect(difference).to_contain_text("0 van de 6 ouders en 5 van de 5 mensen van het team")
    assert_accessible(page)
    press(page, "Volgende stap")
    expect(heading(page, "Wat is nu belangrijk?")).to_be_visible()
    expect(page.get_by_text("0 mensen hebben gekozen")).to_be_visible()
    assert_accessible(page)
    press(page, "Sluit de stemming en ga verder")


def choose_steps(page: Page, service: SessionService, token: str) -> None:
    """Choose one that is suggested and one of the team's own."""
    expect(heading(page, "Twee of drie stappen kiezen")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Kies deze: ")).first.click()
    plan = page.locator(".ps-planned-list .ps-card")
    expect(plan).to_have_count(1)
    expect(plan.get_by_label("Wat spreken we af?")).to_be_focused()
    plan.get_by_label("Wie?").fill("a.b@school.nl")
    plan.get_by_label("Wanneer is het klaar?").fill("2027-01-31")
    expect(plan.get_by_text("geen e-mailadres")).to_be_visible()
    plan.get_by_label("Wie?").fill("de leiding")
    plan.get_by_label("Wat spreken we af?").focus()
    expect(plan.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    own = page.locator(".ps-own-step")
    own.get_by_label("Wat spreken we af?").fill("Koffie bij de deur")
    own.get_by_role("button", name="Voeg deze stap toe").click()
    expect(plan).to_have_count(2)
    assert_accessible(page)
    agreed = trainer_view(service, token).plan
    assert (agreed[0].owner, str(agreed[0].due)) == ("de leiding", "2027-01-31")
    assert agreed[0].action is not None
    assert (agreed[1].text, agreed[1].action) == ("Koffie bij de deur", None)


def end_and_go_on(page: Page) -> None:
    """End the round, open the next one, go back, and delete everything."""
    press(page, "Volgende stap")
    expect(heading(page, "Afspraken en afsluiting")).to_be_visible()
    press(page, "Rond af")
    press(page, "Ja, rond af")
    expect(heading(page, "Deze ronde is afgerond")).to_be_focused()
    expect(page.get_by_text("klaar op 31 januari 2027")).to_be_visible()
    assert_accessible(page)

    press(page, "Nieuwe ronde met dit team")
    press(page, "Ja, open een nieuwe ronde")
    expect(heading(page, JOIN)).to_be_visible()
    expect(page.locator(".ps-work-name")).to_contain_text("ronde 2")
    unfold(page, "Beheer")
    page.get_by_role("button", name="Open ronde 1").click()
    expect(heading(page, "Deze ronde is afgerond")).to_be_visible()
    unfold(page, "Beheer")
    press(page, "Verwijder alles van dit team")
    press(page, "Ja, verwijder alles")
    expect(heading(page, "Alles is verwijderd")).to_be_focused()
    assert "trainer" not in page.url
    assert_accessible(page)


def test_a_trainer_leads_a_session(visit: Visit, service: SessionService, tmp_path: Path) -> None:
    page = visit(WORKSHOP)
    received: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(text_of_frame(frame)))

    page.on("websocket", listen)
    page.reload()

    token = make_by_keyboard(page)
    first = watch_the_lobby(page, service, token)
    add_from_paper(page, first, tmp_path)
    assert any('"counts"' in frame for frame in received)
    assert not [name for name in FIGURES for frame in received if f'"{name}"' in frame]

    close_and_look(page)
    talk(page, service, token, first)
    walk_on(page)
    choose_steps(page, service, token)
    end_and_go_on(page)


def test_a_wrong_link_opens_nothing(visit: Visit) -> None:
    page = visit(f"{WORKSHOP}#trainer={'x' * 43}")
    expect(page.get_by_text("Deze link geeft geen toegang tot een sessie.")).to_be_visible()
    expect(heading(page, "Maak een sessie")).to_be_visible()
    assert "trainer" not in page.url
    unfold(page, "Open een sessie die er al is")
    page.get_by_label("Plak de geheime link").fill("https://voorbeeld.nl/")
    page.get_by_role("button", name="Open de sessie").click()
    expect(page.get_by_text("Dit is geen link van een trainer.")).to_be_visible()


def test_a_trainer_who_touches_nothing_still_sees_who_joins(
    visit: Visit, service: SessionService
) -> None:
    """The page is told of what others do, however long nobody asked for anything."""
    token = new_token()
    session = open_first(
        service, Opening(instrument="kort", sector="school", roles=("parent",)), token
    )
    page = visit(f"{WORKSHOP}#trainer={token}")
    page.clock.install()
    page.reload()
    expect(page.locator(".ps-total")).to_be_visible()
    for _ in range(2):
        page.clock.fast_forward("01:01")
    answer(service, session.code, "parent", {})
    expect(page.locator(".ps-total")).to_contain_text("1 klaar", timeout=10_000)


def test_what_is_typed_survives_what_somebody_else_saved(
    visit: Visit, service: SessionService, database_url: str
) -> None:
    example = make_example(service)
    close_round(service, TrainerAccess(example.token, example.open.id))
    show_step(service, TrainerAccess(example.token, example.open.id), "actions")
    page = visit(f"{WORKSHOP}#trainer={example.token}")
    expect(page.get_by_text("VOORBEELD: de antwoorden zijn verzonnen")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Kies deze: ")).first.click()
    plan = page.locator(".ps-planned-list .ps-card")
    plan.get_by_label("Wie?").fill("AB")
    # Another trainer saves in between; without a new version of the session nobody is told.
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as database:
        database.execute("UPDATE actions SET owner = 'CD', version = version + 1")
    plan.get_by_label("Wanneer is het klaar?").fill("2027-02-01")
    plan.get_by_label("Wat spreken we af?").focus()
    expect(plan.get_by_text("Iemand anders heeft dit net veranderd.")).to_be_visible()
    expect(plan.get_by_text("wie: CD")).to_be_visible()
    expect(plan.get_by_label("Wie?")).to_have_value("AB")
    assert_accessible(page)
    plan.get_by_role("button", name="Bewaar wat hier staat getypt").click()
    expect(plan.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    assert trainer_view(service, example.token).plan[0].owner == "AB"


def test_a_team_fills_in_together(visit: Visit, service: SessionService) -> None:
    token = new_token()
    roles: tuple[Role, ...] = ("parent", "professional")
    opening = Opening(instrument="kort", sector="school", roles=roles, together=True)
    session = open_first(service, opening, token)
    page = visit(f"{WORKSHOP}#trainer={token}")
    expect(heading(page, "Samen invullen")).to_be_visible()
    items = service.content.items_of("kort")
    for item, point in zip(items[:2], (4, 2), strict=True):
        page.locator(f"input[name=answer-{item.id}][value='{point}']").check()
    page.locator(f"input[name=answer-{items[0].id}][value='5']").check()
    expect(page.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    given = {one.item: one.value for one in trainer_view(service, token).joint}
    assert given == {items[0].id: 5, items[1].id: 2}
    page.reload()
    expect(page.locator(f"input[name=answer-{items[0].id}][value='5']")).to_be_checked()
    assert_accessible(page)
    press(page, "Sluit de ronde")
    press(page, "Ja, sluit de ronde")
    expect(heading(page, FIRST)).to_be_focused()
    expect(page.get_by_text("Het team heeft samen één formulier ingevuld.")).to_be_visible()
    press(page, "Begin het gesprek")
    press(page, "Volgende stap")
    row = page.locator(f"[data-item={items[0].id}]")
    expect(row).to_contain_text(service.content.scales.scales[0].points[4])
    expect(page.locator(".ps-glance").filter(has_text="%")).to_have_count(0)
    assert_accessible(page)
    assert trainer_view(service, token).session.id == session.id


def test_a_round_of_an_earlier_edition_says_so(visit: Visit, service: SessionService) -> None:
    token = new_token()
    opening = Opening(instrument="kort", sector="school", roles=("professional",))
    opened = open_first(service, opening, token)
    for _ in range(5):
        answer(service, opened.code, "professional", {"inf-1": 3})
    close_round(service, TrainerAccess(token, opened.id))
    page = visit(f"{WORKSHOP}#trainer={token}")
    expect(heading(page, FIRST)).to_be_visible()
    said = page.get_by_text("gemaakt met een eerdere manier van rekenen")
    expect(said).to_have_count(0)

    snapshot = trainer_view(service, token).snapshot
    assert snapshot is not None
    frozen = as_text(replace(snapshot, edition=1))
    service.write(lambda transaction: transaction.update_session(opened.id, result=frozen))
    page.reload()
    expect(heading(page, FIRST)).to_be_visible()
    expect(said).to_be_visible()


def test_every_screen_fits_a_phone_and_the_dark(visit: Visit, service: SessionService) -> None:
    example = make_example(service)
    access = TrainerAccess(example.token, example.open.id)
    page = visit(WORKSHOP, width=360, scheme="dark")
    expect(heading(page, "Maak een sessie")).to_be_visible()
    for summary in page.locator("summary").all():
        summary.click()
    page.get_by_role("button", name="Voeg een punt toe").click()
    _judge(page)
    page.get_by_label("Plak de geheime link").fill(f"{page.url}#trainer={example.token}")
    page.get_by_role("button", name="Open de sessie").click()
    expect(heading(page, JOIN)).to_be_visible()
    expect(page.get_by_role("img", name="QR-code")).to_be_visible()
    for summary in page.locator("summary").all():
        summary.click()
    _judge(page)
    page.get_by_role("button", name="Toon de geheime link").click()
    expect(heading(page, KEEP)).to_be_visible()
    _judge(page)
    page.get_by_role("button", name="Ik heb hem bewaard").click()
    close_round(service, access)
    expect(heading(page, FIRST)).to_be_visible()  # closed elsewhere: this page follows
    for summary in page.locator(".ps-panel > summary").all():
        if summary.is_visible():
            summary.click()
    _judge(page)
    steps = trainer_view(service, example.token).steps
    show_step(service, access, steps[0])
    for number in range(len(steps)):
        page.locator(".ps-talk-steps button").nth(number).click()
        expect(page.locator(".ps-talk-steps button").nth(number)).to_have_attribute(
            "aria-current", "step"
        )
        _judge(page)


def _judge(page: Page) -> None:
    no_wider_than_the_screen(page)
    assert_accessible(page)


def test_the_rounds_of_a_team_side_by_side(visit: Visit, service: SessionService) -> None:
    example = make_example(service)
    page = visit(ROUNDS)
    page.get_by_label("Plak de geheime link").fill(f"http://voorbeeld.nl/#trainer={example.token}")
    page.get_by_role("button", name="Vergelijk de rondes").click()
    expect(page.get_by_text("Er is nog niets te vergelijken")).to_be_visible()  # one is open
    assert_accessible(page)
    close_round(service, TrainerAccess(example.token, example.open.id))
    page.get_by_role("button", name="Kijk opnieuw").click()
    expect(page.locator(".ps-change")).to_have_count(8)
    expect(page.get_by_text("VOORBEELD: de antwoorden zijn verzonnen")).to_be_visible()
    said = page.locator(".ps-change").all_inner_texts()
    changed = [text for text in said if "Veranderd sinds ronde 1: omhoog." in text]
    unchanged = [text for text in said if "geen duidelijke verandering" in text]
    apart = [text for text in said if "andere punten" in text]
    assert len(changed) + len(unchanged) + len(apart) == len(said)
    assert changed
    assert unchanged
    plan = page.locator(".ps-agreed .ps-card")
    expect(plan.first).to_contain_text("Gelukt")  # as the example team wrote down
    expect(plan.nth(1)).to_contain_text("Bezig")
    for summary in page.locator("summary").all():
        summary.click()
    assert_accessible(page)
    page.set_viewport_size({"width": 360, "height": 740})
    no_wider_than_the_screen(page)
    page.go_back()
    expect(heading(page, "Herhaalmeting: wat is er veranderd?")).to_be_focused()
    page.go_forward()
    expect(page.locator(".ps-change")).to_have_count(8)
    page.reload()
    expect(page.locator(".ps-change")).to_have_count(8)
    page.get_by_role("link", name="Naar de sessie").click()
    expect(heading(page, FIRST)).to_be_visible()
    page.reload()  # the tab knows the secret, the address on the beamer does not show it
    expect(heading(page, FIRST)).to_be_visible()
    assert example.token not in page.url
