"""A team composes a vision, sees what is missing and takes the text along."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from partnerschap.content import load
from partnerschap.content.practice import Vision
from steps import assert_accessible, press, tab_to, wipe

PATH = "voila/render/visie.ipynb"
OWN = "Wij vragen het gewoon."
LONG = "Wij willen " + "heel graag " * 12 + "samenwerken."


def the_vision() -> Vision:
    vision = load().vision
    assert vision is not None
    return vision


VISION = the_vision()


def tick(page: Page, name: str) -> None:
    tab_to(page, page.get_by_role("checkbox", name=name, exact=True))
    page.keyboard.press("Space")


def open_text(page: Page) -> Locator:
    page.get_by_role("button", name="De hele tekst", exact=True).click()
    return page.get_by_role("textbox", name="De visie", exact=True)


def finding(page: Page, name: str) -> Locator:
    return page.locator(".ps-check > li").filter(has=page.get_by_text(name, exact=True))


def test_a_team_writes_a_whole_vision_with_the_keyboard_alone(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(PATH)
    tab_to(page, page.get_by_label("Naam van de organisatie"))
    page.keyboard.type("De Boomgaard")
    tick(page, "ouders")
    tick(page, "het team")
    tick(page, "de leiding")
    tab_to(page, page.get_by_label("Wanneer kijken jullie er opnieuw naar?"))
    page.keyboard.type("elk jaar in mei")
    press(page, "Volgende")
    for position, point in enumerate(VISION.points):
        expect(page.get_by_role("heading", name=point.name)).to_be_focused()
        tick(page, point.beliefs[0])
        tick(page, point.behaviours[1])
        if position == 1:
            tab_to(page, page.get_by_label("Jullie tekst: dit vinden wij"))
            page.keyboard.press("Control+End")
            page.keyboard.type(f"\n{OWN}")
            page.reload()
            expect(page.get_by_label("Jullie tekst: dit vinden wij")).to_have_value(
                f"{point.beliefs[0]}\n{OWN}"
            )
            expect(page.get_by_role("checkbox", name=point.behaviours[1])).to_be_checked()
        last = position == len(VISION.points) - 1
        press(page, "Naar de hele tekst" if last else "Volgende")

    blocks = ["De visie van De Boomgaard op samenwerken met ouders"]
    for position, point in enumerate(VISION.points):
        lines = [point.name, point.beliefs[0], *([OWN] if position == 1 else [])]
        blocks.append("\n".join([*lines, "Dat merken ouders:", f"- {point.behaviours[1]}"]))
    blocks.append(
        "Deze visie is gemaakt door ouders, het team en de leiding.\n"
        "Wij kijken hier opnieuw naar: elk jaar in mei."
    )
    whole = "\n\n".join(blocks) + "\n"
    text = page.get_by_role("textbox", name="De visie", exact=True)
    expect(text).to_have_value(whole)
    states = page.locator(".ps-check .ps-badge").all_inner_texts()
    assert states == ["staat erin"] * (len(VISION.points) + 4)
    expect(page.get_by_text("Alles staat erin.")).to_be_visible()

    with page.expect_download() as waiting:
        press(page, "Bewaar als tekstbestand")
    file = tmp_path / "visie.txt"
    waiting.value.save_as(file)
    assert waiting.value.suggested_filename == "visie.txt"
    assert file.read_text(encoding="utf-8") == whole

    with page.expect_download() as waiting:
        press(page, "Als Word-bestand")
    name = waiting.value.suggested_filename
    assert re.fullmatch(r"partnerschap-visie-\d{4}-\d\d-\d\d\.docx", name)
    expect(page.get_by_text(re.compile(f"{name}.+bij de downloads")).first).to_be_visible()
    expect(page.get_by_role("button", name="Als Word-bestand")).to_be_focused()
    expect(page.get_by_text("Die maakt het bestand en bewaart de tekst niet.")).to_be_visible()
    waiting.value.save_as(file)
    said = [one.text for one in Document(str(file)).paragraphs]
    assert said == [line.removeprefix("- ") for line in whole.splitlines() if line]


def test_what_is_missing_is_named_and_leads_to_its_place(visit: Callable[..., Page]) -> None:
    first, second = VISION.points[:2]
    page = visit(PATH)
    page.get_by_role("checkbox", name="het team").check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("checkbox", name=first.beliefs[0]).check()
    open_text(page)
    expect(finding(page, first.name)).to_contain_text("staat erin")
    expect(finding(page, second.name)).to_contain_text("ontbreekt nog")
    expect(finding(page, "Gedrag dat ouders merken")).to_contain_text(first.name)
    expect(finding(page, "Ouders schrijven mee")).to_contain_text("ontbreekt nog")
    expect(page.get_by_text("Alles staat erin.")).to_be_hidden()
    page.get_by_role("button", name="Ga naar: Wie en wanneer").first.click()
    expect(page.get_by_role("heading", name="Samen een visie schrijven")).to_be_focused()
    page.get_by_role("checkbox", name="ouders uit de raad of commissie").check()
    open_text(page)
    expect(finding(page, "Ouders schrijven mee")).to_contain_text("staat erin")
    expect(finding(page, "Korte en gewone zinnen")).to_contain_text("staat erin")


def test_long_and_vague_sentences_are_asked_about(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    text = open_text(page)
    plain = finding(page, "Korte en gewone zinnen")
    text.fill(LONG)
    expect(plain).to_contain_text(f"Deze zin telt {len(LONG.split())} woorden")
    text.fill("Wij streven naar 'optimale' zorg. Elke week, voor ieder kind en elke ouder.")
    expect(plain).to_contain_text("optimale, streven")
    text.fill("Wij bellen elke ouder in de eerste week. Dan vragen wij hoe het gaat.")
    expect(plain).to_contain_text("staat erin")


def test_the_whole_text_can_be_changed_and_made_again(visit: Callable[..., Page]) -> None:
    first = VISION.points[0]
    page = visit(PATH)
    text = open_text(page)
    text.fill("Onze eigen woorden.")
    page.reload()
    expect(text).to_have_value("Onze eigen woorden.")
    expect(page.get_by_text("Je hebt iets veranderd bij de punten.")).to_have_count(0)
    page.get_by_role("button", name=f"{first.name}: nog leeg").click()
    page.get_by_role("checkbox", name=first.beliefs[0]).check()
    open_text(page)
    expect(text).to_have_value("Onze eigen woorden.")
    expect(page.get_by_text("Je hebt iets veranderd bij de punten.")).to_be_visible()
    page.get_by_role("button", name="Maak de tekst opnieuw").click()
    page.get_by_role("button", name="Nee, laat staan").click()
    expect(page.get_by_role("button", name="Maak de tekst opnieuw")).to_be_focused()
    expect(text).to_have_value("Onze eigen woorden.")
    page.get_by_role("button", name="Maak de tekst opnieuw").click()
    page.get_by_role("button", name="Ja, maak opnieuw").click()
    expect(text).to_be_focused()
    expect(text).to_have_value(
        f"Onze visie op samenwerken met ouders\n\n{first.name}\n{first.beliefs[0]}\n"
    )
    expect(page.get_by_role("button", name="Maak de tekst opnieuw")).to_be_hidden()


def test_a_sentence_is_changed_or_taken_out_again(visit: Callable[..., Page]) -> None:
    first = VISION.points[0]
    page = visit(PATH)
    page.get_by_role("button", name="Volgende").click()
    box = page.get_by_role("checkbox", name=first.beliefs[0])
    field = page.get_by_label("Jullie tekst: dit vinden wij")
    box.check()
    expect(field).to_have_value(first.beliefs[0])
    field.fill(f"{first.beliefs[0]} Echt.")
    expect(box).not_to_be_checked()
    field.fill(f"{OWN}\n{first.beliefs[0]}")
    expect(box).to_be_checked()
    box.uncheck()
    expect(field).to_have_value(OWN)


def test_the_text_goes_to_the_clipboard_and_to_paper(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = open_text(page)
    text.fill("Wij bellen <b>eerst</b>.")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_text("De tekst is gekopieerd.").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Wij bellen <b>eerst</b>."
    page.emulate_media(media="print")
    expect(page.locator(".ps-paper")).to_have_text("Wij bellen <b>eerst</b>.")
    expect(page.locator(".ps-paper")).to_be_visible()
    expect(text).to_be_hidden()
    expect(page.locator(".ps-check")).to_be_hidden()


def test_without_a_clipboard_the_text_is_selected(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    text = open_text(page)
    text.fill("Wij bellen eerst.")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_text("Kopiëren lukt niet").first).to_be_visible()
    assert page.evaluate("String(getSelection())") == "Wij bellen eerst."


def test_without_an_answer_nothing_is_lost(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    text = open_text(page)
    text.fill("Wij bellen eerst.")
    page.clock.install()
    page.evaluate("WebSocket.prototype.send = () => {}")
    page.get_by_role("button", name="Als Word-bestand").click()
    expect(page.get_by_text("Het bestand wordt gemaakt.").first).to_be_visible()
    page.clock.fast_forward(31_000)
    expect(page.get_by_text("er is even geen verbinding").first).to_be_visible()
    expect(text).to_have_value("Wij bellen eerst.")


def test_back_goes_one_point_back_and_a_reload_stays(visit: Callable[..., Page]) -> None:
    first, second = VISION.points[:2]
    page = visit(PATH)
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("checkbox", name=first.beliefs[0]).check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name=second.name)).to_be_focused()
    open_text(page)
    page.go_back()
    expect(page.get_by_role("heading", name=second.name)).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name=second.name)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=first.name)).to_be_focused()
    expect(page.get_by_label("Jullie tekst: dit vinden wij")).to_have_value(first.beliefs[0])
    page.go_back()
    expect(page.get_by_role("heading", name="Samen een visie schrijven")).to_be_focused()


def test_what_is_typed_in_the_middle_of_a_text_stays_there(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.get_by_role("button", name="Volgende").click()
    field = page.get_by_label("Jullie tekst: dit vinden wij")
    field.fill("Wij graag.")
    field.evaluate("element => element.setSelectionRange(3, 3)")
    page.keyboard.type(" helpen")
    expect(field).to_have_value("Wij helpen graag.")
    expect(field).to_be_focused()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.get_by_label("Naam van de organisatie").fill("De Boomgaard")
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    kept = page.evaluate("localStorage.getItem('partnerschap:visie') ?? ''")
    assert "Boomgaard" not in kept
    page.reload()
    expect(page.get_by_label("Naam van de organisatie")).to_have_value("")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    expect(page.get_by_role("heading", name="Samen een visie schrijven")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("checkbox").first.check()
    check(page)
    open_text(page).fill(LONG)
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
