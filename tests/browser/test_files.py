"""Files to take home: made on the server, saved by the browser, opened again by other readers."""

import json
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from calendar_client import read_calendar
from partnerschap.content import load
from partnerschap.sessions import Example, SessionService, make_example
from partnerschap.sessions.repository import Store
from pdf_reading import opened, says, text_of
from steps import assert_accessible, press, tab_to

SCAN = "voila/render/teamscan.ipynb"
PLAN = "voila/render/actieplan.ipynb"
TEAM = "voorbeeld-verzonnen-antwoorden"
WORKSHOP = "voila/render/workshop.ipynb"

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def example(database_url: str) -> Example:
    return make_example(SessionService(load(), Store(database_url)))


def unfolded(page: Page, file: str) -> Locator:
    """Find the button for a file, in sight: what is seldom asked for is folded away."""
    button = page.locator(f"[data-file='{file}']")
    expect(button).to_be_attached()
    if not button.is_visible():
        page.get_by_text("Alle cijfers", exact=True).click()
    return button


def taken(page: Page, file: str) -> tuple[str, bytes]:
    """Press a button for a file; gives its name and what is in it."""
    button = unfolded(page, file)
    with page.expect_download() as download:
        button.click()
    name = download.value.suggested_filename
    told = page.get_by_role("status").filter(has_text="staat bij de downloads")
    expect(told.filter(has_text=name)).to_be_visible()
    return name, Path(download.value.path()).read_bytes()


def named(what: str, suffix: str) -> str:
    return f"partnerschap-{what}-{datetime.now(UTC).astimezone().date().isoformat()}.{suffix}"


def scan(page: Page) -> None:
    """Fill in the short scan as a professional: social partnership is weak, the rest is not."""
    items = [item for item in load().items_of("kort") if "professional" in item.respondents]
    answers = {item.id: 1 if item.area == "maatschappelijk" else 4 for item in items}
    memory = {"instrument": "kort", "sector": "school", "role": "professional", "answers": answers}
    kept = json.dumps({"version": 1, "memory": {**memory, "screen": "result"}})
    page.evaluate("kept => localStorage.setItem('partnerschap:teamscan', kept)", kept)
    page.reload()


def words_of(data: bytes) -> list[str]:
    """Every paragraph and cell of a Word file."""
    document: Any = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_from_a_scan_to_a_plan_to_files_and_back_after_a_restart(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(SCAN)
    scan(page)
    name, data = taken(page, "one-page.pdf")
    assert (name, len(opened(data).pages)) == (named("een-blad", "pdf"), 1)
    assert says(data, "Dit is de kijk van één persoon, ingevuld als: Professional.")
    name, data = taken(page, "full.json")
    figures = json.loads(data)["figures"]
    social = next(one for one in figures["areas"] if one["id"] == "maatschappelijk")
    assert (name, social["share"]) == (named("verslag", "json"), 0)

    page.goto(page.url.replace(SCAN, PLAN))
    page.get_by_role("button", name="Kies stappen").click()
    own = page.locator(".ps-own-step")
    own.get_by_label("Wat gaan we doen?").fill("=1+1 koffie bij de deur")
    own.get_by_role("button", name="Zet deze stap in het plan").click()
    page.get_by_role("button", name="Afspreken").click()
    card = page.locator(".ps-agree")
    card.get_by_label("Wie zorgt ervoor?").fill("#conciërge *AB*")
    card.get_by_label("Wanneer is het klaar?").fill("2027-03-01")
    card.get_by_label("november").check()
    page.get_by_role("button", name="Overzicht", exact=True).click()

    # By keyboard: the focus stays on the button while the file is made.
    word = page.locator("[data-file='plan.docx']")
    tab_to(page, word)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    expect(word).to_be_focused()
    assert download.value.suggested_filename == named("plan", "docx")
    said = words_of(Path(download.value.path()).read_bytes())
    assert any("=1+1 koffie bij de deur" in one for one in said)
    assert "#conciërge *AB*" in said
    name, data = taken(page, "plan.pdf")
    assert name == named("plan", "pdf")
    assert says(data, "1. =1+1 koffie bij de deur")
    assert says(data, "#conciërge *AB*")
    assert "1 maart 2027" in text_of(data)
    assert says(data, "In deze maanden: november")
    assert "Korte scan" in text_of(data)
    name, data = taken(page, "plan.ics")
    entries = read_calendar(data)
    assert [(one.summary, str(one.day)) for one in entries.values()] == [
        ("=1+1 koffie bij de deur", "2027-03-01")
    ]
    assert_accessible(page)

    state = page.context.storage_state(path=tmp_path / "state.json")
    browser = page.context.browser
    assert browser is not None
    with browser.new_context(storage_state=state, accept_downloads=True) as context:
        again = context.new_page()
        again.set_default_timeout(60_000)  # as every page has it that `visit` opens
        again.goto(page.url)
        expect(again.get_by_role("definition").get_by_text("#conciërge *AB*")).to_be_visible()
        same = read_calendar(taken(again, "plan.ics")[1])
        assert {uid: (one.sequence, one.said) for uid, one in same.items()} == {
            uid: (one.sequence, one.said) for uid, one in entries.items()
        }


def test_a_plan_without_a_scan_says_nothing_of_one(visit: Visit) -> None:
    page = visit(PLAN)
    page.get_by_role("button", name="Kies stappen").click()
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(page.get_by_text("Je hebt nog geen stap gekozen.")).to_be_visible()
    expect(page.locator("[data-file]")).to_have_count(0)
    page.get_by_role("button", name="Terug").click()
    page.get_by_role("button", name="Terug").click()
    own = page.locator(".ps-own-step")
    own.get_by_label("Wat gaan we doen?").fill("Koffie bij de deur")
    own.get_by_role("button", name="Zet deze stap in het plan").click()
    page.get_by_role("button", name="Overzicht", exact=True).click()
    _, data = taken(page, "plan.pdf")
    assert says(data, "1. Koffie bij de deur")
    assert "scan" not in text_of(data).lower()


def test_the_figures_of_a_sheet_in_pictures_on_a_phone_in_the_dark(visit: Visit) -> None:
    """Six parents answer 5 and six professionals 1: each point is half in place."""
    page = visit(SCAN, width=360, scheme="dark")
    page.get_by_text("Of: de uitkomst van een team bekijken").click()
    rows = b"respondent,role,inf-1\n" + b"1,parent,5\n" * 6 + b"2,professional,1\n" * 6
    sheet: Any = {"name": "team.csv", "mimeType": "text/csv", "buffer": rows}
    page.locator("input[type=file]").set_input_files(sheet)
    page.get_by_role("button", name="Toon de uitkomst").click()
    press(page, "Teken de grafieken")
    first = page.get_by_role("heading", name="De vijf partnerschappen", level=4)
    expect(first).to_be_focused()
    shown = page.locator(".ps-picture").filter(has=first)
    told = "Informeel partnerschap: ongeveer de helft"
    expect(shown.get_by_role("img", name=told)).to_have_count(1)
    expect(shown.locator("figcaption")).to_contain_text(told)
    shown.get_by_text("Hoe weten we dit?").click()
    row = shown.get_by_role("row", name="Informeel partnerschap")
    expect(row.get_by_role("cell").first).to_have_text("ongeveer de helft")
    groups = page.locator(".ps-picture").filter(has_text="De kijk van elke groep")
    said = re.compile("6 van de 6 ouders en 0 van de 6 mensen van het team antwoorden")
    expect(groups.get_by_role("img", name=said)).to_have_count(1)

    light = "getComputedStyle(element).fill === 'rgb(233, 230, 223)'"  # --ps-text in the dark
    texts = shown.locator("svg text").filter(has_text="Informeel partnerschap")
    assert texts.evaluate(f"element => {light}")
    wider = "element => element.scrollWidth - element.clientWidth"
    assert page.locator("html").evaluate(wider) <= 0
    place = shown.get_by_role("region", name="De vijf partnerschappen")
    assert place.evaluate(wider) > 0
    tab_to(page, place)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert_accessible(page)


def test_a_team_takes_its_round_home(visit: Visit, example: Example) -> None:
    page = visit(f"{WORKSHOP}#trainer={example.token}")
    page.get_by_text("Beheer: rondes").click()
    page.get_by_role("button", name="Open ronde 1", exact=True).click()
    expect(page.locator("[data-file]").first).to_be_visible()
    assert_accessible(page)
    for file in ("one-page.pdf", "full.pdf", "plan.pdf"):
        _, data = taken(page, file)
        assert "VOORBEELD" in text_of(data)
    name, data = taken(page, "full.xlsx")
    assert name == named(f"verslag-{TEAM}-ronde-1", "xlsx")
    book = load_workbook(BytesIO(data))
    assert "15 mensen hebben ingevuld." in [cell.value for (cell,) in book.worksheets[0].rows]
    assert len(json.loads(taken(page, "full.json")[1])["plan"]) == 2
    assert b"VOORBEELD" in taken(page, "full.csv")[1]
    assert len(Calendar.from_ical(taken(page, "plan.ics")[1]).events) == 3
    assert any("VOORBEELD" in one for one in words_of(taken(page, "plan.docx")[1]))
    press(page, "Teken de grafieken")
    expect(page.locator(".ps-picture")).to_have_count(12)  # 2 of areas, 8 of items, groups, actions
    assert_accessible(page)


def test_an_open_round_gives_its_own_paper(visit: Visit, example: Example) -> None:
    page = visit(f"{WORKSHOP}#trainer={example.token}")
    page.get_by_text("Op papier", exact=True).click()
    # What only this computer reaches is not printed.
    expect(page.get_by_text("Dit adres werkt niet op telefoons")).to_be_visible()
    name, data = taken(page, "paper.zip")
    assert name == named(f"op-papier-{TEAM}-ronde-2", "zip")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheet = next(one for one in archive.namelist() if "invulblad-ouder" in one)
        assert len(opened(archive.read(sheet)).pages) == 2
    poster = text_of(taken(page, "poster.pdf")[1])
    assert example.open.code in poster.replace(" ", "")
    assert "meedoen.html" not in poster
    assert_accessible(page)


def test_the_plan_of_a_team_has_the_files_of_its_round(visit: Visit, example: Example) -> None:
    page = visit(f"{PLAN}#trainer={example.token}", width=360, scheme="dark")
    page.get_by_role("button", name="Verder met het plan").click()
    press(page, "Overzicht")
    assert len(opened(taken(page, "one-page.pdf")[1]).pages) == 1
    _, data = taken(page, "plan.docx")
    assert any("mee bezig" in one for one in words_of(data))
    assert_accessible(page)
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0


def test_without_an_answer_a_sentence_says_so_and_the_button_works_again(visit: Visit) -> None:
    page = visit(SCAN)
    page.clock.install()
    held: list[str | bytes] = []

    def hold_first(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def pass_on(frame: str | bytes) -> None:
            asked = b"own_file" in (frame if isinstance(frame, bytes) else frame.encode())
            if asked and not held:
                held.append(frame)
            else:
                server.send(frame)

        route.on_message(pass_on)

    page.route_web_socket(re.compile("/partnerschap/socket/"), hold_first)
    scan(page)
    button = unfolded(page, "full.csv")
    button.click()
    expect(page.get_by_text("Het bestand wordt gemaakt.")).to_be_visible()
    expect(button).to_have_attribute("aria-disabled", "true")
    page.clock.fast_forward(40_000)
    expect(page.get_by_text("Het bestand is niet gemaakt")).to_be_visible()
    assert held
    assert taken(page, "full.csv")[0] == named("verslag", "csv")
