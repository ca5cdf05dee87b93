"""A policy is written in five lines a topic, checked, read by parents and taken along."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Download, Locator, Page, expect

from partnerschap.content import load
from partnerschap.content.policy import LINES, Policy, PolicyTopic
from pdf_reading import says
from steps import assert_accessible, press, remember, tab_to, wipe

PATH = "voila/render/beleid.ipynb"
CONTENT = load()
START = "Over jullie beleid"
LIMIT = 400
STEP: dict[str, Any] = {
    "id": 1,
    "item": None,
    "action": None,
    "text": "Koffie bij de deur",
    "owner": "mentor",
    "due": "2027-03-01",
    "area": None,
    "first_step": "",
    "evidence": "",
    "celebration": "",
    "state": "chosen",
    "reason": "",
    "months": [],
}


def the_policy() -> Policy:
    policy = CONTENT.policy
    assert policy is not None
    return policy


POLICY = the_policy()
FIRST, SECOND = POLICY.topics[:2]
NAMES = {line.id: line.name for line in POLICY.lines}


def step(page: Page, name: str) -> None:
    """Go along the steps at the top."""
    page.get_by_role("navigation", name="Stappen").get_by_role("button", name=name).click()
    expect(page.locator("h2")).to_be_focused()


def open_topic(page: Page, topic: PolicyTopic) -> None:
    step(page, "Negen onderwerpen")
    page.get_by_role("button", name=topic.name).click()
    expect(page.get_by_role("heading", name=topic.name)).to_be_focused()


def line(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def finding(page: Page, name: str) -> Locator:
    return page.locator(".ps-check > li").filter(has=page.get_by_text(name, exact=True))


def saved(page: Page, button: str, folder: Path) -> Path:
    """Press the button of a file and save what comes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    download: Download = waiting.value
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def test_a_topic_is_written_with_the_keyboard_alone(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    tab_to(page, page.get_by_role("radio", name="School"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Kinderopvang")).to_be_checked()
    tab_to(page, page.get_by_label("Naam van de organisatie"))
    page.keyboard.type("De Boomgaard")
    tab_to(page, page.get_by_role("checkbox", name="ouders", exact=True))
    page.keyboard.press("Space")
    press(page, "Naar de onderwerpen")
    expect(page.get_by_text("Er staat nog niets.")).to_be_visible()
    tab_to(page, page.get_by_role("button", name=FIRST.name))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=FIRST.name)).to_be_focused()
    for name in NAMES.values():
        tab_to(page, line(page, name))
        page.keyboard.type(f"Over {name.lower()}")
    expect(page.get_by_text("Bewaard in deze browser")).to_be_visible()
    page.reload()
    for name in NAMES.values():
        expect(line(page, name)).to_have_value(f"Over {name.lower()}")
    press(page, "Volgende onderwerp")
    expect(page.get_by_role("heading", name=SECOND.name)).to_be_focused()
    press(page, "Alle onderwerpen")
    expect(page.get_by_role("button", name=FIRST.name)).to_contain_text("ingevuld")
    expect(page.get_by_role("button", name=SECOND.name)).to_contain_text("nog leeg")
    page.go_back()
    expect(page.get_by_role("heading", name=SECOND.name)).to_be_focused()


def test_an_example_is_of_ones_sector_and_comes_in_only_when_asked(
    visit: Callable[..., Page],
) -> None:
    page = visit(PATH)
    page.get_by_role("radio", name="Jeugdhulp").check()
    open_topic(page, FIRST)
    page.get_by_text("Bekijk een voorbeeld").click()
    shown = page.locator(".ps-lines")
    expect(shown).to_contain_text(FIRST.examples["youth"].what)
    page.get_by_role("radio", name="Gemeente").check()
    expect(shown).to_contain_text(FIRST.examples["municipality"].known)
    for name in NAMES.values():
        expect(line(page, name)).to_have_value("")
    line(page, NAMES["who"]).fill("De mentor.")
    page.get_by_role("button", name="Zet dit in mijn lege regels").click()
    expect(page.get_by_text("Het voorbeeld staat in de regels").first).to_be_visible()
    for line_id in LINES:
        own = "De mentor." if line_id == "who" else FIRST.examples["municipality"].lines()[line_id]
        expect(line(page, NAMES[line_id])).to_have_value(own)
    line(page, NAMES["what"]).fill("Iets anders.")
    page.get_by_role("button", name="Zet dit in mijn lege regels").click()
    expect(page.get_by_text("Er is niets veranderd.").first).to_be_visible()
    expect(line(page, NAMES["what"])).to_have_value("Iets anders.")


def test_a_vague_word_is_asked_about_at_its_own_line_and_stops_nobody(
    visit: Callable[..., Page],
) -> None:
    page = visit(PATH)
    open_topic(page, FIRST)
    when = line(page, NAMES["when"])
    when.fill("Regelmatig, en waar nodig vaker.")
    note = page.locator(".ps-line .ps-note")
    expect(note).to_contain_text(re.compile("Regelmatig.+waar nodig"))
    expect(note).to_contain_text("in welke week of maand")
    described = when.get_attribute("aria-describedby") or ""
    assert note.evaluate("element => element.parentElement.id") in described.split()
    page.get_by_role("button", name="Volgende onderwerp").click()
    expect(page.get_by_role("heading", name=SECOND.name)).to_be_focused()
    step(page, "Wat ontbreekt er?")
    expect(finding(page, FIRST.name)).to_contain_text("kijk nog eens")
    expect(finding(page, FIRST.name)).to_contain_text(f"Nog leeg: {NAMES['what']};")
    page.get_by_role("button", name=f"Ga naar: {FIRST.name}").click()
    when.fill("Elke eerste maandag. Lukt dat niet, dan op dinsdag.")
    expect(note).to_have_count(0)


def test_a_line_has_an_end_and_says_when_it_is_near(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    open_topic(page, FIRST)
    field = line(page, NAMES["what"])
    field.fill("a" * (LIMIT - 31))
    expect(page.get_by_text(re.compile(r"nog \d+ tekens?"))).to_have_count(0)
    field.press("End")
    page.keyboard.type("bc")
    expect(page.get_by_text("nog 29 tekens")).to_be_visible()
    page.keyboard.type("d" * 40)
    expect(page.get_by_text("Hier past niets meer bij.")).to_be_visible()
    assert len(field.input_value()) == LIMIT


def test_the_points_of_the_scan_without_a_word_in_the_policy_are_named(
    visit: Callable[..., Page],
) -> None:
    page = visit(PATH)
    open_topic(page, FIRST)
    line(page, NAMES["what"]).fill("De mentor belt.")
    step(page, "Wat ontbreekt er?")
    expect(page.get_by_text("nog geen beleidsscan ingevuld")).to_be_visible()
    link = page.get_by_role("link", name="Naar de Beleidsscan")
    expect(link).to_have_attribute("href", re.compile(r"beleidsscan"))
    gaps = page.locator("section").filter(has_text="Naast de beleidsscan").locator("li")
    expect(gaps).to_have_count(len(POLICY.topics) - 1 + 1)  # the vision too
    expect(gaps.filter(has_text=FIRST.name)).to_have_count(0)
    items = {source: item.id for item in CONTENT.items for source in item.source}
    sources = {topic.id: topic.source for topic in POLICY.topics}
    answers = {
        items[sources["bijeenkomsten"]]: 1,
        items[sources["taken"]]: 5,
        items[sources["informatie"]]: "dont_know",
        items[sources["overleg"]]: 1,
    }
    memory = {"instrument": "beleidsscan", "sector": "school", "answers": answers}
    remember(page, "beleidsscan", {"role": "professional", **memory})
    expect(page.get_by_text("Hieronder staan de punten uit de scan")).to_be_visible()
    names = {topic.id: topic.name for topic in POLICY.topics}
    expect(finding(page, names["bijeenkomsten"])).to_contain_text("nog niet op orde")
    expect(finding(page, names["taken"])).to_contain_text("gebeurt dit al")
    expect(finding(page, names["informatie"])).to_contain_text("Weet ik niet")
    expect(gaps.filter(has_text=FIRST.name)).to_have_count(0)


def test_parents_get_a_sheet_with_the_draft_and_the_questions(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(PATH)
    step(page, "Ouders lezen mee")
    expect(page.get_by_text("Er is nog geen onderwerp ingevuld.")).to_be_visible()
    open_topic(page, FIRST)
    line(page, NAMES["what"]).fill("De mentor belt na een week.")
    step(page, "Ouders lezen mee")
    for question in POLICY.readers:
        expect(page.get_by_text(question, exact=True)).to_be_visible()
    data = saved(page, "De tekst met de vragen (PDF)", tmp_path).read_bytes()
    for sentence in ("De mentor belt na een week.", FIRST.name, *POLICY.readers):
        assert says(data, sentence)
    page.get_by_label("Wat werd er anders doordat ouders meelazen?").fill("Korter.")
    page.emulate_media(media="print")
    expect(page.get_by_text("De mentor belt na een week.")).to_be_visible()
    expect(page.get_by_text(POLICY.readers[0])).to_be_visible()
    expect(page.get_by_label("Wat werd er anders")).to_be_hidden()


def test_the_whole_goes_along_with_vision_and_plan_when_that_is_wanted(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(PATH)
    page.get_by_label("Naam van de organisatie").fill("De Boomgaard")
    page.get_by_label("Waar vinden ouders dit beleid?").fill("op de kaart bij de intake")
    open_topic(page, FIRST)
    line(page, NAMES["what"]).fill("De mentor belt <b>na</b> een week.")
    step(page, "Het hele beleid")
    expect(page.get_by_text("nog geen visie")).to_be_visible()
    expect(page.get_by_text("nog geen actieplan")).to_be_visible()
    remember(page, "actieplan", {"actions": [STEP], "next": 2})
    vision = {"texts": {"samen-beliefs": "Wij doen het samen."}, "people": ["parents"]}
    remember(page, "visie", vision)
    expect(page.get_by_role("checkbox", name="Zet de visie voor de afspraken")).to_be_checked()
    path = saved(page, "Het beleid (Word)", tmp_path)
    assert re.fullmatch(r"partnerschap-beleid-\d{4}-\d\d-\d\d\.docx", path.name)
    said = [one.text for one in Document(str(path)).paragraphs]
    assert {"De Boomgaard", "Wij doen het samen.", "Koffie bij de deur"} <= set(said)
    assert f"{NAMES['what']}: De mentor belt <b>na</b> een week." in said
    assert "Waar ouders het vinden: op de kaart bij de intake" in said
    page.get_by_role("checkbox", name="Zet de visie voor de afspraken").uncheck()
    page.get_by_role("checkbox", name="Zet het actieplan achter de afspraken").uncheck()
    data = saved(page, "Het beleid (PDF)", tmp_path).read_bytes()
    assert says(data, "De mentor belt <b>na</b> een week.")
    assert not says(data, "Wij doen het samen.")
    assert not says(data, "Koffie bij de deur")


def test_without_an_answer_nothing_is_lost(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    open_topic(page, FIRST)
    line(page, NAMES["what"]).fill("De mentor belt.")
    step(page, "Het hele beleid")
    page.clock.install()
    page.evaluate("WebSocket.prototype.send = () => {}")
    page.get_by_role("button", name="Het beleid (Word)").click()
    expect(page.get_by_text("Het bestand wordt gemaakt.").first).to_be_visible()
    page.clock.fast_forward(31_000)
    expect(page.get_by_text("er is even geen verbinding").first).to_be_visible()
    expect(page.get_by_text("De mentor belt.")).to_be_visible()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.get_by_label("Naam van de organisatie").fill("De Boomgaard")
    open_topic(page, FIRST)
    line(page, NAMES["what"]).fill("De mentor belt.")
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    kept = page.evaluate("localStorage.getItem('partnerschap:beleid') ?? ''")
    assert "Boomgaard" not in kept
    assert "mentor" not in kept
    page.reload()
    expect(page.get_by_role("heading", name=START)).to_be_visible()
    expect(page.get_by_label("Naam van de organisatie")).to_have_value("")


@pytest.mark.parametrize(
    ("width", "scheme", "forced"),
    [(1280, "light", False), (360, "dark", False), (360, "light", True)],
)
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str, *, forced: bool
) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    if forced:
        page.emulate_media(forced_colors="active")
    expect(page.get_by_role("heading", name=START)).to_be_visible()
    check(page)
    step(page, "Negen onderwerpen")
    check(page)
    open_topic(page, FIRST)
    page.get_by_text("Bekijk een voorbeeld").click()
    line(page, NAMES["when"]).fill("Regelmatig " + "w" * 200)
    check(page)
    for name in ("Wat ontbreekt er?", "Ouders lezen mee", "Het hele beleid"):
        step(page, name)
        check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
