"""A person fills in the scan inside the page of the book."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from figures import assert_figures_shown, figures_of_command, write_sheet
from partnerschap.content import Content, Item, load
from pdf_reading import text_of
from steps import assert_accessible, tab_to, wipe

POINTS: list[int | str] = [4, 2, 5, 3, 1, 4, "dont_know", 5, "not_applicable", 2]
"""What is answered, item after item, over and over."""


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


@pytest.fixture(scope="module")
def items(content: Content) -> list[Item]:
    return [item for item in content.items_of("kort") if "professional" in item.respondents]


def in_frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def answer_by_keyboard(page: Page, item: Item, value: int | str) -> None:
    """Go to an item's answers and move with the arrow keys, as a radio group works."""
    values = [1, 2, 3, 4, 5, "dont_know", "not_applicable"]
    options = in_frame(page).locator(f"input[name='answer-{item.id}']")
    tab_to(page, options.first)
    page.keyboard.press("Space")
    for position in range(1, values.index(value) + 1):
        page.keyboard.press("ArrowDown")
        expect(options.nth(position)).to_be_checked()
    expect(options.nth(values.index(value))).to_be_checked()


def press_button(page: Page, name: str) -> None:
    button = in_frame(page).get_by_role("button", name=name, exact=True)
    tab_to(page, button)
    page.keyboard.press("Enter")


def test_a_professional_does_the_scan_with_the_keyboard_alone(
    visit: Callable[..., Page], content: Content, items: list[Item], tmp_path: Path
) -> None:
    answers = {item.id: POINTS[number % len(POINTS)] for number, item in enumerate(items)}
    areas = [area for area in content.areas_of("kort") if any(i.area == area.id for i in items)]
    page = visit("teamscan.html")
    frame = in_frame(page)
    page.locator("iframe").scroll_into_view_if_needed()
    expect(frame.get_by_role("heading", name="Eerst drie keuzes")).to_be_visible()

    tab_to(page, frame.locator("input[name='sector'][value='school']"))
    page.keyboard.press("Space")
    tab_to(page, frame.locator("input[name='role'][value='parent']"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(frame.locator("input[name='role'][value='professional']")).to_be_checked()
    press_button(page, "Begin met invullen")

    half = len(areas) // 2
    for position, area in enumerate(areas):
        expect(frame.get_by_role("heading", name=area.name, exact=True)).to_be_visible()
        if position == half:
            page.reload()
            page.locator("iframe").scroll_into_view_if_needed()
            expect(frame.get_by_role("heading", name=area.name, exact=True)).to_be_visible()
            done = sum(item.area in {a.id for a in areas[:half]} for item in items)
            expect(frame.get_by_text(f"{done} van de {len(items)} punten")).to_be_visible()
        for item in items:
            if item.area == area.id:
                answer_by_keyboard(page, item, answers[item.id])
        last = position == len(areas) - 1
        press_button(page, "Bekijk de uitkomst" if last else "Volgende")

    expect(frame.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    sheet = write_sheet(tmp_path / "own.csv", [("professional", answers)])
    figures = figures_of_command(sheet, "--instrument", "kort", "--min-group", "1")
    frame.locator("summary").filter(has_text="Alle cijfers").click()
    assert_figures_shown(frame, content, figures, own=True)

    page.reload()
    page.locator("iframe").scroll_into_view_if_needed()
    expect(frame.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()


def team_rows(content: Content) -> list[tuple[str, dict[str, int | str]]]:
    """Twelve people of three roles; the managers are too few to be shown apart."""
    roles = ["professional"] * 5 + ["parent"] * 5 + ["management"] * 2
    return [
        (
            role,
            {
                item.id: 1 + (5 * person + 3 * column) % 5 if person % 3 else 4 + column % 2
                for column, item in enumerate(content.items_of("teamscan"))
            },
        )
        for person, role in enumerate(roles)
    ]


def open_sheet_panel(page: Page) -> FrameLocator:
    page.locator("iframe").scroll_into_view_if_needed()
    frame = in_frame(page)
    frame.get_by_text("Of: de uitkomst van een team bekijken").click()
    return frame


def test_a_trainer_sees_the_result_of_a_sheet(
    visit: Callable[..., Page], content: Content, tmp_path: Path
) -> None:
    sheet = write_sheet(tmp_path / "team.csv", team_rows(content))
    page = visit("teamscan.html")
    frame = open_sheet_panel(page)
    frame.locator("input[type=file]").set_input_files(sheet)
    frame.get_by_role("button", name="Toon de uitkomst").click()
    expect(frame.get_by_role("heading", name="De uitkomst van het team")).to_be_visible()
    expect(frame.get_by_text("12 mensen hebben ingevuld")).to_be_visible()
    figures = figures_of_command(sheet, "--instrument", "teamscan")
    frame.get_by_label("Zet in mijn plan").first.check()
    plan = frame.locator(".ps-section").filter(has_text="Mijn plan")
    expect(plan.get_by_label("Wie zorgt ervoor?")).to_be_visible()
    frame.get_by_label("Staat in mijn plan").first.uncheck()
    expect(plan.get_by_label("Wie zorgt ervoor?")).to_have_count(0)
    frame.locator("summary").filter(has_text="Alle cijfers").click()
    assert_figures_shown(frame, content, figures, own=False)
    discussed = frame.locator(".ps-section").filter(has_text="Hierover eerst praten")
    assert discussed.locator("li > strong").all_inner_texts() == [
        content.items_by_id[one].statement for one in figures["discuss_first"]
    ]
    page.emulate_media(forced_colors="active")
    filled = "element => getComputedStyle(element).backgroundColor"
    edged = "element => getComputedStyle(element).borderTopStyle"
    track = frame.locator(".ps-bar-track").filter(has=frame.locator(".ps-bar-fill")).first
    assert track.locator(".ps-bar-fill").evaluate(filled) != track.evaluate(filled)
    assert track.evaluate(edged) == "solid"
    assert frame.locator(".ps-bar-middle").first.evaluate(edged) == "solid"


WRONG_SHEETS = [
    ("kolom.csv", b"respondent,role,onzin-1\n1,parent,3\n", "onzin-1"),
    ("rol.csv", b"respondent,role,inf-1\n1,buurman,3\n", "buurman"),
    ("waarde.csv", b"respondent,role,inf-1\n1,parent,9\n", "9"),
    ("leeg.csv", b"respondent,role,inf-1\n", "geen"),
    ("geen.xlsx", b"\x00\x01\x02 dit is geen werkblad", "geen"),
    ("groot.csv", b"x" * (6 * 1024 * 1024), "te groot"),
    ("plaatje.png", b"\x89PNG", ".csv of .xlsx"),
]


def test_a_sheet_that_is_wrong_gets_one_sentence_and_another_chance(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("teamscan.html")
    frame = open_sheet_panel(page)
    panel = frame.locator("details").filter(has_text="Of: de uitkomst van een team bekijken")
    for name, data, said in WRONG_SHEETS:
        (tmp_path / name).write_bytes(data)
        panel.evaluate("element => { element.open = true }")
        panel.locator("input[type=file]").set_input_files(tmp_path / name)
        panel.get_by_role("button", name="Toon de uitkomst").click()
        expect(frame.get_by_role("alert").filter(has_text=said)).to_be_visible()


def test_a_parent_reads_the_parent_wording(visit: Callable[..., Page], content: Content) -> None:
    page = visit("teamscan.html", width=360)
    page.locator("iframe").scroll_into_view_if_needed()
    frame = in_frame(page)
    frame.get_by_label("Kinderopvang").check()
    frame.get_by_label("Ouder of verzorger").check()
    frame.get_by_role("button", name="Begin met invullen").click()
    asked = [item for item in content.items_of("kort") if "parent" in item.respondents]
    first = [item.parent for item in asked if item.area == asked[0].area]
    assert frame.locator("legend").all_inner_texts() == first
    expect(frame.get_by_text(f"0 van de {len(asked)} punten")).to_be_visible()


def open_result(page: Page, role: str, answers: dict[str, int | str]) -> None:
    """Open the result of answers that the browser remembers."""
    memory = {"instrument": "kort", "sector": "school", "role": role, "answers": answers}
    kept = json.dumps({"version": 1, "memory": memory | {"screen": "result"}})
    page.evaluate("kept => localStorage.setItem('partnerschap:teamscan', kept)", kept)
    page.reload()
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_a_parent_reads_their_own_sentences_back_and_what_to_ask(
    visit: Callable[..., Page], content: Content, width: int, scheme: str
) -> None:
    page = visit("voila/render/teamscan.ipynb", width=width, scheme=scheme)
    asked = [item for item in content.items_of("kort") if "parent" in item.respondents]
    open_result(page, "parent", {item.id: 1 + number % 5 for number, item in enumerate(asked)})
    expect(page.get_by_text("Ingevuld als: Ouder of verzorger")).to_be_visible()
    page.locator("summary").filter(has_text="Alle cijfers").click()
    low = page.locator(".ps-section").filter(has_text="Dit kan beter").first
    parents = {item.parent for item in asked}
    assert parents.issuperset(low.locator("li strong").all_inner_texts())
    asks = page.locator(".ps-section").filter(has_text="Wat u kunt vragen").first
    expect(asks.locator(".ps-card")).to_have_count(3)
    # The team's own list is not for a parent to do.
    folded = page.locator("details").filter(has_text="Wat het team kan doen").first
    expect(folded.locator("summary").first).to_be_visible()
    expect(folded.locator(".ps-card").first).to_be_hidden()
    known = {f"‘{item.ask}’" for item in asked}  # noqa: RUF001 - as the page quotes
    assert known.issuperset(asks.locator(".ps-quote").all_inner_texts())
    body = page.locator("body").inner_text()
    for item in asked:
        assert item.statement not in body
    for word in ("%", "procentpunt", "marge", "herberekening", "Excel"):
        assert word not in body
    assert_accessible(page)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_from_the_result_to_the_plan_in_one_movement(
    visit: Callable[..., Page], content: Content, width: int, scheme: str
) -> None:
    page = visit("voila/render/teamscan.ipynb", width=width, scheme=scheme)
    asked = [item for item in content.items_of("kort") if "professional" in item.respondents]
    open_result(
        page, "professional", {item.id: 1 + number % 5 for number, item in enumerate(asked)}
    )
    expect(page.get_by_role("heading", name="Eén ding dat goed gaat")).to_be_visible()
    expect(page.get_by_role("heading", name="Eén ding om over te praten")).to_be_visible()
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    for folded in ("Alle punten", "De tips op een rij", "Voor het jaarplan"):
        expect(page.get_by_role("heading", name=folded)).to_be_hidden()
    text = page.locator(".ps-card .ps-action").nth(1).inner_text()
    boxes.nth(1).check()
    plan = page.locator(".ps-section").filter(has_text="Mijn plan")
    expect(plan.get_by_label("Wat gaat er gebeuren?")).to_have_value(text)
    plan.get_by_label("Wie zorgt ervoor?").fill("de IB'er")
    plan.get_by_label("Wanneer is het klaar?").fill("2030-03-01")
    expect(plan.get_by_text("Bewaard in deze browser")).to_be_visible()
    assert_accessible(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Alles op één blad (PDF)").click()
    said = text_of(download.value.path().read_bytes())
    assert "de IB'er" in said
    assert "1 maart 2030" in said
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    plan.get_by_role("link", name="Verder met mijn plan").click()
    planned = in_frame(page).locator(".ps-agree")
    expect(planned.get_by_label("Wat gaan we doen?")).to_have_value(text)
    expect(planned.get_by_label("Wie zorgt ervoor?")).to_have_value("de IB'er")


def test_who_knows_nothing_reads_three_questions_and_no_empty_bars(
    visit: Callable[..., Page], content: Content
) -> None:
    page = visit("voila/render/teamscan.ipynb", width=360)
    asked = [item for item in content.items_of("kort") if "professional" in item.respondents]
    open_result(page, "professional", {item.id: "dont_know" for item in asked})
    expect(page.get_by_text("Dit is nog niet bekend. Dat is geen slechte uitkomst")).to_be_visible()
    questions = page.locator(".ps-section").filter(has_text="Dit is nog niet bekend")
    expect(questions.locator("li:visible")).to_have_count(3)
    assert page.locator(".ps-bar").count() == 0
    assert page.get_by_role("heading", name="Wat goed gaat").count() == 0
    assert_accessible(page)


def test_all_high_is_celebrated_and_leads_to_the_policy_scan(
    visit: Callable[..., Page], content: Content
) -> None:
    page = visit("voila/render/teamscan.ipynb")
    asked = [item for item in content.items_of("kort") if "professional" in item.respondents]
    open_result(page, "professional", {item.id: 5 for item in asked})
    expect(page.get_by_text("Overal het hoogste antwoord")).to_be_visible()
    expect(page.get_by_role("link", name="Naar de beleidsscan")).to_be_visible()
    page.locator("summary").filter(has_text="Alle cijfers").click()
    expect(page.get_by_text(re.compile("^Zo blijft het goed gaan: "))).to_have_count(3)
    assert page.get_by_text("Uit deze antwoorden volgt geen stap.").count() == 0


def test_answers_can_be_taken_back_and_wiped(visit: Callable[..., Page]) -> None:
    page = visit("beleidsscan.html")
    page.locator("iframe").scroll_into_view_if_needed()
    frame = in_frame(page)
    frame.get_by_label("Jeugdhulp").check()
    frame.get_by_label("Leiding").check()
    frame.get_by_role("button", name="Begin met invullen").click()
    frame.get_by_role("radio", name="Soms").first.check()
    expect(frame.get_by_text("1 van de")).to_be_visible()
    frame.get_by_role("button", name="Antwoord weghalen").first.click()
    expect(frame.get_by_text("0 van de")).to_be_visible()
    frame.get_by_role("radio", name="Soms").first.check()
    wipe(frame, ask="Wis alle antwoorden", sure=False)
    expect(frame.get_by_text("1 van de")).to_be_visible()
    wipe(frame, ask="Wis alle antwoorden")
    expect(frame.get_by_text("De antwoorden zijn gewist.")).to_be_visible()
    kept = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('partnerschap:'))")
    assert [key for key in kept if "beleidsscan" in key] in ([], ["partnerschap:beleidsscan"])
    page.reload()
    page.locator("iframe").scroll_into_view_if_needed()
    expect(frame.get_by_role("button", name="Begin met invullen")).to_be_visible()


def test_back_goes_one_screen_back_and_a_reload_stays(
    visit: Callable[..., Page], content: Content
) -> None:
    asked = {item.area for item in content.items_of("kort") if "management" in item.respondents}
    areas = [area.name for area in content.areas_of("kort") if area.id in asked]
    page = visit("voila/render/teamscan.ipynb")
    page.get_by_label("School").check()
    page.get_by_label("Leiding").check()
    page.get_by_role("button", name="Begin met invullen").click()
    page.get_by_role("radio", name="Vaak").first.check()
    for name in areas[1:]:
        page.get_by_role("button", name="Volgende").click()
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused()
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_focused()
    for name in reversed(areas):
        page.go_back()
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused()
    expect(page.get_by_role("radio", name="Vaak").first).to_be_checked()
    page.go_back()
    expect(page.get_by_role("heading", name="Eerst drie keuzes")).to_be_focused()
    expect(page.get_by_label("Leiding")).to_be_checked()
    page.go_forward()
    page.go_forward()
    expect(page.get_by_role("heading", name=areas[1], exact=True)).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name=areas[1], exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=areas[0], exact=True)).to_be_focused()


def test_back_leads_from_the_result_of_a_sheet_to_the_choices(
    visit: Callable[..., Page], content: Content, tmp_path: Path
) -> None:
    """The sheet itself is kept nowhere, so after a reload there is no result of it."""
    page = visit("teamscan.html")
    frame = open_sheet_panel(page)
    sheet = write_sheet(tmp_path / "team.csv", team_rows(content))
    frame.locator("input[type=file]").set_input_files(sheet)
    frame.get_by_role("button", name="Toon de uitkomst").click()
    expect(frame.get_by_role("heading", name="De uitkomst van het team")).to_be_focused()
    page.evaluate("history.back()")  # of the frame: the page itself goes nowhere
    expect(frame.get_by_role("heading", name="Eerst drie keuzes")).to_be_focused()
    page.evaluate("history.forward()")
    expect(frame.get_by_role("heading", name="De uitkomst van het team")).to_be_focused()
    page.reload()
    page.locator("iframe").scroll_into_view_if_needed()
    expect(frame.get_by_role("heading", name="Eerst drie keuzes")).to_be_visible()


def test_whoever_chooses_otherwise_keeps_the_place_and_begins_at_the_first_area(
    visit: Callable[..., Page], content: Content
) -> None:
    page = visit("voila/render/teamscan.ipynb")
    page.get_by_label("School").check()
    page.get_by_label("Leiding").check()
    page.get_by_role("button", name="Begin met invullen").click()
    page.get_by_role("radio", name="Vaak").first.check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Terug naar de keuzes").click()
    page.get_by_label("Leiding").press("ArrowUp")
    expect(page.locator("input[name='role']:checked")).to_be_focused()
    page.get_by_role("button", name=re.compile("^(Begin met|Verder met)")).click()
    first = next(iter(content.areas_of("kort"))).name
    expect(page.get_by_role("heading", name=first, exact=True)).to_be_focused()
