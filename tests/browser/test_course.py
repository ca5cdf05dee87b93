"""A reader goes through the course: reads, does, writes, and takes the progress along."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Frame, Locator, Page, expect

from partnerschap.content import Content, load
from partnerschap.content.practice import DRAWN
from steps import assert_accessible, tab_to

KEY = "partnerschap:progress"
PROGRESS: dict[str, Any] = {
    "what": "partnerschap-voortgang",
    "version": 1,
    "modules": {
        "waarom": {"read": "2026-11-20", "check": "2026-11-21"},
        "visie": {"read": "2026-11-21"},
    },
    "reflections": {"waarom-1": "Ik vroeg het nooit.\nNu wel."},
}
TEST = {"day": "2026-11-26", "right": 15, "total": 20, "attempt": 1, "norm": None}
EMPTY = "Je bent nog niet begonnen."
PAGES = [
    "welkom.html",
    "visie.html",
    "toets.html",
    "bewijs.html",
    "klaarzetten.html",
    "voorbeeld.html",
]
QUIET = "<!doctype html><html lang='nl'><title>Proef</title><body>Proef</body></html>"
TELL = "message => parent.postMessage(message, '*')"
DONE = {"type": "partnerschap:done", "what": "check", "module": "waarom"}


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


def kept(page: Page) -> dict[str, Any]:
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    found = json.loads(text or "{}")
    assert isinstance(found, dict)
    return found


VISION = {"version": 1, "memory": {"screen": "start", "organisation": "De Zwaluw"}}
KEEP = "([name, kept]) => localStorage.setItem(`partnerschap:${name}`, JSON.stringify(kept))"


def kept_of(page: Page, name: str) -> Any:
    return page.evaluate("name => JSON.parse(localStorage.getItem(`partnerschap:${name}`))", name)


def keep(page: Page, progress: dict[str, Any]) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(progress)])
    page.reload()


def row(page: Page, module: str) -> Locator:
    return page.locator(".progress-list > li").filter(has=page.locator(f"[data-steps={module}]"))


def answer_by_keyboard(page: Page, question: Locator) -> None:
    """Choose something at each kind of question, look at the answers, and go on."""
    if question.locator("input").count():
        tab_to(page, question.locator("input").first)
        page.keyboard.press("Space")
    for select in question.locator("select").all():
        tab_to(page, select)
        page.keyboard.press("ArrowDown")
    tab_to(page, question.get_by_role("button", name=re.compile("Bekijk de antwoorden")))
    page.keyboard.press("Enter")
    expect(question.locator(".ps-verdict")).to_be_visible()
    expect(question.locator(".ps-main")).to_be_focused()
    page.keyboard.press("Enter")


def go_on(page: Page, heading: str) -> None:
    """Go to the next movement, whose first heading gets the focus."""
    press_link(page, "Verder")
    expect(page.get_by_role("heading", name=heading)).to_be_focused()


def press_link(page: Page, name: str) -> None:
    tab_to(page, page.get_by_role("link", name=name, exact=True))
    page.keyboard.press("Enter")


def test_a_module_from_begin_to_end_by_keyboard(
    visit: Callable[..., Page], content: Content
) -> None:
    page = visit("laaghangend-fruit.html")
    expect(page.locator(".module-facts")).to_contain_text("Module 10 van 10")
    for heading in ("Kort, samen en zichtbaar", "Doe het zelf"):
        go_on(page, heading)
    tab_to(page, page.locator("form.reflection textarea").first)
    page.keyboard.type("Vrijdag: koffie op het plein.")
    expect(page.get_by_text("Bewaard in deze browser.")).to_be_visible()
    go_on(page, "Check jezelf")
    frame = page.frame_locator("#oefening-kennischeck iframe")
    expect(frame.get_by_role("heading", name="Vragen bij")).to_be_visible()
    quiz = next(quiz for quiz in content.quizzes if quiz.id == "laaghangend-fruit")
    total = min(DRAWN, len(quiz.questions))
    for number in range(1, total + 1):
        expect(frame.get_by_role("heading", name=f"Vraag {number} van de {total}")).to_be_visible()
        answer_by_keyboard(page, frame.locator(".ps-question"))
    expect(frame.get_by_role("heading", name="Overzicht")).to_be_focused()
    go_on(page, "Neem mee naar je team")
    tab_to(page, page.get_by_role("link", name="Bekijk je voortgang"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("welkom.html#je-voortgang"))
    shown = row(page, "laaghangend-fruit").locator(".steps")
    said = re.compile(r"gelezen\s+oefening nog niet gedaan\s+vragen gedaan\s+opgeschreven")
    expect(shown).to_have_text(said, use_inner_text=True)
    expect(shown).not_to_contain_text("nog niet gelezen", use_inner_text=True)
    expect(page.locator(".progress-total")).to_contain_text("1 van de 10 modules gelezen")
    page.reload()
    expect(page.locator(".progress-total")).to_contain_text("1 van de 10 keer de vragen gedaan")


def test_who_has_not_begun_sees_where_to_begin(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    expect(page.get_by_text(EMPTY)).to_be_visible()
    expect(page.locator(".progress-total")).to_be_hidden()
    expect(page.locator(".welcome-back")).to_be_hidden()
    expect(page.locator(".welcome-new")).to_contain_text("Waarom partnerschap, ongeveer")
    expect(page.locator(".progress-list > li")).to_have_count(10)
    assert kept(page) == {}
    page.get_by_role("link", name="Begin met module 1").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Waarom partnerschap")


def test_who_comes_back_goes_on_where_the_reader_was(visit: Callable[..., Page]) -> None:
    """A shorter way each time: what was read before is not counted again."""
    page = visit("welkom.html", width=360)
    keep(page, PROGRESS)
    welcome = page.locator(".welcome")
    expect(welcome).to_contain_text("Welkom terug.")
    expect(welcome).to_contain_text("2 van de 10 modules gelezen")
    expect(page.locator(".welcome-new")).to_be_hidden()
    next_module = welcome.get_by_role("link", name="Verder met module 2: De vijf partnerschappen")
    expect(next_module).to_be_in_viewport(ratio=1)
    done = page.locator(".ring circle").evaluate_all("all => all.map(one => one.dataset.is)")
    assert [number for number, what in enumerate(done, start=1) if what == "done"] == [1, 7]
    assert done[1] == "next"
    whole = minutes_left(page)
    next_module.click()
    page.get_by_role("link", name="Verder", exact=True).click()
    page.get_by_role("link", name="Verder", exact=True).click()
    page.wait_for_url(re.compile("vijf-partnerschappen.html#doen"))
    page.goto(page.url.partition("vijf")[0] + "welkom.html")
    assert 0 < minutes_left(page) < whole
    next_module.click()
    page.wait_for_url(re.compile("vijf-partnerschappen.html#doen"))
    expect(page.get_by_role("heading", name="Doe het zelf")).to_be_in_viewport()


def minutes_left(page: Page) -> int:
    found = re.search(r"nog (\d+) minuten", page.locator(".welcome").inner_text())
    assert found
    return int(found[1])


def test_progress_is_shown_in_words(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    keep(page, PROGRESS)
    expect(page.get_by_text(EMPTY)).to_be_hidden()
    total = page.locator(".progress-total")
    expect(total).to_contain_text("2 van de 10 modules gelezen")
    expect(total).to_contain_text("1 van de 10 keer de vragen gedaan")
    steps = row(page, "visie").locator(".steps > li").all_inner_texts()
    assert [step.strip() for step in steps] == [
        "gelezen",
        "oefening nog niet gedaan",
        "vragen nog niet gedaan",
        "nog niets opgeschreven",
    ]


def test_who_has_read_all_is_led_to_the_certificate(
    visit: Callable[..., Page], content: Content
) -> None:
    page = visit("welkom.html")
    modules = {module.id: {"read": "2026-11-21"} for module in content.modules}
    keep(page, PROGRESS | {"modules": modules})
    page.get_by_role("link", name="Maak je bewijs van deelname").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bewijs van deelname")


def test_the_end_marks_a_module_and_that_is_taken_back_and_other_tabs_hear(
    visit: Callable[..., Page],
) -> None:
    page = visit("visie.html")
    other = page.context.new_page()
    other.goto(page.url.replace("visie", "welkom"))
    page.locator(".movements").get_by_role("link", name="Meenemen").click()
    button = page.locator(".module-end [data-mark-read]")
    button.scroll_into_view_if_needed()
    expect(other.locator(".progress-total")).to_contain_text("1 van de 10 modules gelezen")
    expect(button).to_have_text("Toch nog niet", use_inner_text=True)
    button.click()
    expect(button).to_have_text("Zet op gelezen", use_inner_text=True)
    expect(other.locator(".progress-total")).to_be_hidden()
    assert kept(page)["modules"] == {}
    button.click()
    expect(other.locator(".progress-total")).to_contain_text("1 van de 10 modules gelezen")


def test_progress_goes_to_another_device(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit("welkom.html")
    keep(page, PROGRESS)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar alles in een bestand").click()
    download = waiting.value
    day = page.evaluate("partnerschapProgress.today()")
    assert download.suggested_filename == f"partnerschap-alles-{day}.json"
    file = tmp_path / download.suggested_filename
    download.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["progress"] == PROGRESS

    device = visit("welkom.html")
    expect(device.get_by_text(EMPTY)).to_be_visible()
    with device.expect_file_chooser() as choosing:
        device.get_by_role("button", name="Zet alles terug").click()
    choosing.value.set_files(file)
    expect(device.get_by_text("Alles is teruggezet.")).to_be_visible()
    expect(device.locator(".progress-total")).to_contain_text("2 van de 10 modules gelezen")
    assert kept(device) == PROGRESS


def test_all_that_was_filled_in_goes_along_and_comes_back(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    """A vision in the file that the exercise itself offers; another browser has it and no more."""
    page = visit("voila/render/visie.ipynb")
    page.evaluate(KEEP, ["meedoen:ABCD", {"version": 1, "memory": {"token": "geheim"}}])
    page.evaluate(KEEP, ["visie", VISION | {"memory": {"screen": "text", "organisation": "Zus"}}])
    page.reload()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar alles in een bestand").click()
    file = tmp_path / "alles.json"
    waiting.value.save_as(file)
    assert "geheim" not in file.read_text(encoding="utf-8")

    device = visit("welkom.html")
    device.evaluate(KEEP, ["ouderbril", {"version": 1, "memory": {"sector": "school"}}])
    device.reload()
    device.once("dialog", lambda dialog: dialog.accept())
    device.locator("[data-restore-file]").set_input_files(file)
    expect(device.get_by_text("Alles is teruggezet.")).to_be_visible()
    expect(device.locator("[data-list] li")).to_have_text(["je visie"])
    assert kept_of(device, "ouderbril") is None
    device.goto(device.url.replace("welkom.html", "voila/render/visie.ipynb"))
    expect(device.get_by_role("heading", name="De hele tekst")).to_be_visible()
    device.get_by_role("button", name="Wie en wanneer", exact=True).click()
    expect(device.get_by_label("Naam van de organisatie")).to_have_value("Zus")


def test_how_sure_somebody_feels_and_the_test_go_along(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("welkom.html")
    ratings = {"waarom": {"before": 2, "after": 4}}
    keep(page, PROGRESS | {"modules": {}, "reflections": {}, "ratings": ratings, "test": TEST})
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar alles in een bestand").click()
    file = tmp_path / "voortgang.json"
    waiting.value.save_as(file)
    device = visit("welkom.html")
    device.locator("[data-restore-file]").set_input_files(file)
    expect(device.get_by_text("Alles is teruggezet.")).to_be_visible()
    assert kept(device)["ratings"] == ratings
    assert kept(device)["test"] == TEST
    # There is something to lose now.
    device.once("dialog", lambda dialog: dialog.dismiss())
    file.write_text(json.dumps(PROGRESS), encoding="utf-8")
    device.locator("[data-restore-file]").set_input_files(file)
    assert kept(device)["ratings"] == ratings


def test_what_is_already_there_is_replaced_only_when_asked(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("welkom.html")
    keep(page, PROGRESS)
    file = tmp_path / "ander.json"
    file.write_text(json.dumps(PROGRESS | {"modules": {}}), encoding="utf-8")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator("[data-restore-file]").set_input_files(file)
    expect(page.locator(".progress-total")).to_contain_text("2 van de 10 modules gelezen")
    assert kept(page) == PROGRESS
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-restore-file]").set_input_files(file)
    expect(page.locator(".progress-total")).to_contain_text("0 van de 10 modules gelezen")


ALL = {"what": "partnerschap-alles", "version": 1, "progress": PROGRESS, "kept": {}}


def nested(depth: int) -> dict[str, Any]:
    return {"a": nested(depth - 1)} if depth else {}


WRONG: dict[str, object] = {
    "all without progress": ALL | {"progress": {}},
    "all of another version": ALL | {"version": 2},
    "an unknown exercise": ALL | {"kept": {"buurman": VISION}},
    "no memory": ALL | {"kept": {"visie": {"version": 1}}},
    "a key to a session": ALL | {"kept": {"meedoen:ABCD": VISION}},
    "progress twice": ALL | {"kept": {"progress": VISION}},
    "too deep": ALL | {"kept": {"visie": {"version": 1, "memory": nested(20)}}},
    "too many parts": ALL | {"kept": {"visie": {"version": 1, "memory": {"a": [1] * 30_000}}}},
    "no progress": {"modules": {}},
    "another version": PROGRESS | {"version": 2},
    "a list": [PROGRESS],
    "no day": PROGRESS | {"modules": {"waarom": {"read": True}}},
    "an unknown step": PROGRESS | {"modules": {"waarom": {"gelezen": "2026-11-21"}}},
    "a strange name": PROGRESS | {"modules": {"__proto__": {"read": "2026-11-21"}}},
    "too long": PROGRESS | {"reflections": {"waarom-1": "x" * 2001}},
    "no text": PROGRESS | {"reflections": {"waarom-1": 1}},
    "too sure": PROGRESS | {"ratings": {"waarom": {"before": 6}}},
    "not sure how": PROGRESS | {"ratings": {"waarom": {"before": "heel zeker"}}},
    "an unknown moment": PROGRESS | {"ratings": {"waarom": {"later": 3}}},
    "ratings in a list": PROGRESS | {"ratings": [3]},
    "more right than asked": PROGRESS | {"test": TEST | {"right": 21}},
    "a norm above all": PROGRESS | {"test": TEST | {"norm": 21}},
    "a test without a day": PROGRESS | {"test": TEST | {"day": "gisteren"}},
    "no test": PROGRESS | {"test": None},
    "no place": PROGRESS | {"place": {"module": "waarom"}},
    "a strange place": PROGRESS | {"place": {"module": "waarom", "movement": "<b>"}},
}


def test_a_file_that_is_no_progress_changes_nothing(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("welkom.html")
    keep(page, PROGRESS)
    files = {name: json.dumps(wrong) for name, wrong in WRONG.items()}
    files |= {"no json": "voortgang", "half": json.dumps(PROGRESS)[:-9], "huge": "x" * 2_100_000}
    page.evaluate(KEEP, ["visie", VISION])
    status = page.locator(".progress-tools [role=status]")
    for name, text in files.items():
        file = tmp_path / f"{name}.json"
        file.write_text(text, encoding="utf-8")
        status.evaluate("element => { element.textContent = '' }")
        page.locator("[data-restore-file]").set_input_files(file)
        expect(status, name).to_have_text(
            "Dit bestand is te groot om van deze cursus te zijn. Er is niets veranderd."
            if name == "huge"
            else "Dit is geen bestand van deze cursus, of het is beschadigd. Er is niets veranderd."
        )
        assert kept(page) == PROGRESS, name
        assert kept_of(page, "visie") == VISION, name


def test_progress_is_wiped_only_when_asked(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    keep(page, PROGRESS)
    answers = "partnerschap:kennischeck:waarom"
    page.evaluate("key => localStorage.setItem(key, '{}')", answers)
    page.evaluate(KEEP, ["visie", VISION])
    page.reload()
    expect(page.locator("[data-list] li")).to_have_text(
        ["je voortgang en wat je bij de modules opschreef", "je visie"]
    )
    wipe = page.get_by_role("button", name="Wis alles")
    page.once("dialog", lambda dialog: dialog.dismiss())
    wipe.click()
    assert kept(page) == PROGRESS
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept()

    page.once("dialog", accept)
    wipe.click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    assert "- je visie" in asked[0]
    assert kept_of(page, "visie") is None
    expect(page.get_by_text(EMPTY)).to_be_visible()
    assert kept(page) == {}
    assert page.evaluate("key => localStorage.getItem(key)", answers) is None


def test_progress_that_does_not_fit_is_left_alone(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    keep(page, {"version": 1, "modules": [1]})
    expect(page.get_by_text(EMPTY)).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(visit: Callable[..., Page]) -> None:
    page = visit("visie.html")
    page.add_init_script(
        """const setItem = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
            if (key.startsWith("partnerschap:")) throw new Error("full");
            setItem.call(this, key, text);
        }"""
    )
    page.reload()
    expect(page.locator(".module-top")).to_contain_text("Deze browser bewaart niets.")
    page.goto(f"{page.url}#doen")
    page.locator("form.reflection textarea").first.fill("Wat ik dacht")
    expect(page.locator(".reflection [role=status]")).to_contain_text("bewaart niets")
    page.goto(page.url.partition("#")[0])
    page.goto(page.url.replace("visie", "welkom"))
    page.evaluate("partnerschapProgress.mark('visie', 'read', true)")
    expect(page.locator(".progress-total")).to_contain_text("1 van de 10 modules gelezen")
    expect(page.get_by_text("Let op: deze browser bewaart niets.")).to_be_visible()


def test_a_browser_that_refuses_its_storage_can_read_and_is_told(
    visit: Callable[..., Page],
) -> None:
    """No script of the page stops, and nothing promises to keep what it cannot."""
    page = visit("visie.html")
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
            configurable: true, get() { throw new DOMException("denied", "SecurityError"); },
        });"""
    )
    page.reload()
    expect(page.locator(".module-top")).to_contain_text("Deze browser bewaart niets.")
    page.locator(".movements").get_by_role("link", name="Meenemen").click()
    expect(page.get_by_role("heading", name="Neem mee naar je team")).to_be_focused()
    page.locator(".module-end").scroll_into_view_if_needed()
    expect(page.locator(".module-end .steps > li").first).to_have_attribute("data-is", "done")
    page.goto(page.url.partition("visie")[0] + "welkom.html")
    expect(page.get_by_text("Deze browser bewaart niets")).to_be_visible()
    expect(page.get_by_text(EMPTY)).to_be_hidden()


def test_a_reflection_is_kept_printed_and_wiped(visit: Callable[..., Page]) -> None:
    page = visit("visie.html#doen")
    field = page.get_by_label("Jouw antwoord").first
    wipe = page.get_by_role("button", name="Wis dit antwoord").first
    expect(wipe).to_be_hidden()
    field.fill("Wij vragen het.\nElke week.")
    expect(page.get_by_text("Bewaard in deze browser.")).to_be_visible()
    page.reload()
    expect(field).to_have_value("Wij vragen het.\nElke week.")
    page.emulate_media(media="print")
    paper = page.locator(".reflection-paper").first
    expect(paper).to_be_visible()
    expect(paper).to_have_text("Wij vragen het. Elke week.")
    expect(field).to_be_hidden()
    page.emulate_media(media="screen")
    page.once("dialog", lambda dialog: dialog.accept())
    wipe.click()
    expect(page.get_by_text("Je antwoord is gewist.")).to_be_visible()
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    assert kept(page)["reflections"] == {}


def test_what_is_written_is_kept_by_who_leaves_at_once(visit: Callable[..., Page]) -> None:
    page = visit("visie.html#doen")
    page.get_by_label("Jouw antwoord").first.press_sequentially("Meteen weg")
    page.goto(page.url.replace("visie.html#doen", "bewijs.html"))
    assert list(kept(page)["reflections"].values()) == ["Meteen weg"]


def exercise_frame(page: Page, exercise: str) -> Frame:
    page.locator(f"#oefening-{exercise}").scroll_into_view_if_needed()
    page.wait_for_function(
        "name => document.querySelector(name)?.contentDocument.title === 'Proef'",
        arg=f"#oefening-{exercise} iframe",
    )
    return next(frame for frame in page.frames if f"/{exercise}.ipynb" in frame.url)


def test_only_the_exercises_of_this_module_say_that_they_are_done(
    visit: Callable[..., Page],
) -> None:
    page = visit("waarom.html?alles")
    page.route(
        "**/voila/render/**", lambda route: route.fulfill(body=QUIET, content_type="text/html")
    )
    exercise = exercise_frame(page, "aannames")
    check = exercise_frame(page, "kennischeck")
    assert "module=waarom" in check.url
    page.evaluate("message => postMessage(message, location.origin)", DONE)
    exercise.evaluate(TELL, DONE)
    exercise.evaluate(TELL, DONE | {"what": "exercise", "module": "visie"})
    check.evaluate(TELL, DONE | {"what": "exercise"})
    for wrong in (DONE | {"module": "visie"}, DONE | {"what": "read"}, DONE | {"module": 1}, "x"):
        check.evaluate(TELL, wrong)
    assert kept(page) == {}
    steps = page.locator(".module-end .steps > li")
    check.evaluate(TELL, DONE)
    expect(steps.nth(2)).to_have_text("vragen gedaan", use_inner_text=True)
    assert list(kept(page)["modules"]["waarom"]) == ["check"]
    exercise.evaluate(TELL, DONE | {"what": "exercise"})
    expect(steps.nth(1)).to_have_text("geoefend", use_inner_text=True)
    assert list(kept(page)["modules"]) == ["waarom"]


def test_the_page_asks_its_own_module_before_what_a_reader_adds(
    visit: Callable[..., Page],
) -> None:
    page = visit("waarom.html?sessie=AB12")
    link = page.locator("#oefening-kennischeck figcaption a")
    expect(link).to_have_attribute(
        "href", "/voila/render/kennischeck.ipynb?module=waarom&sessie=AB12"
    )


def test_only_the_test_of_this_page_says_how_it_went(visit: Callable[..., Page]) -> None:
    page = visit("toets.html")
    page.route(
        "**/voila/render/**", lambda route: route.fulfill(body=QUIET, content_type="text/html")
    )
    page.reload()
    done = {"type": "partnerschap:done", "what": "test", **TEST}
    page.evaluate("message => postMessage(message, location.origin)", done)
    frame = exercise_frame(page, "kennischeck")
    assert frame.url.endswith("?module=toets")
    for wrong in (done | {"right": 21}, done | {"day": 1}, done | {"total": "20"}):
        frame.evaluate(TELL, wrong)
    frame.evaluate(TELL, DONE | {"module": "toets"})
    assert kept(page) == {}
    frame.evaluate(TELL, done | {"name": "Noor"})
    page.wait_for_function("partnerschapProgress.load().test !== null")
    assert kept(page)["test"] == TEST
    assert kept(page)["modules"] == {}

    page.goto(page.url.replace("toets.html", "waarom.html#check"))
    exercise_frame(page, "kennischeck").evaluate(TELL, done | {"right": 20})
    assert kept(page)["test"] == TEST


def test_how_sure_a_reader_feels_is_shown_back_to_that_reader_alone(
    visit: Callable[..., Page],
) -> None:
    page = visit("bewijs.html")
    expect(page.get_by_text("Je hebt nog nergens gekozen.")).to_be_visible()
    expect(page.locator(".own-ratings table")).to_be_hidden()
    page.goto(page.url.replace("bewijs", "visie"))
    before = page.get_by_role("group", name="Vooraf: hoe zeker voel je je over dit onderwerp?")
    after = page.get_by_role("group", name="Achteraf: hoe zeker voel je je nu")
    tab_to(page, before.get_by_label("nog niet"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.locator(".movements").get_by_role("link", name="Meenemen").click()
    after.get_by_label("zeker", exact=True).check()
    page.reload()
    expect(before).to_be_hidden()
    expect(after.get_by_label("zeker", exact=True)).to_be_checked()
    assert kept(page)["ratings"] == {"visie": {"before": 2, "after": 4}}
    page.locator(".movements").get_by_role("link", name="Verhaal").click()
    expect(before.get_by_label("een beetje")).to_be_checked()

    page.goto(page.url.replace("visie.html#verhaal", "bewijs.html"))
    rows = page.locator(".own-ratings tbody tr:visible")
    expect(rows).to_have_count(1)
    expect(rows.locator("td")).to_have_text(["een beetje", "zeker"])
    expect(page.locator(".certificate")).not_to_contain_text("zeker")
    page.emulate_media(media="print")
    expect(page.locator(".certificate")).to_be_visible()
    expect(page.locator(".own-ratings")).to_be_hidden()


def test_a_certificate_is_filled_in_and_printed(visit: Callable[..., Page]) -> None:
    page = visit("bewijs.html")
    keep(page, PROGRESS)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_label("Naam").fill("Noor de Vries")
    page.get_by_label("Datum").fill("2026-11-09")
    paper = page.locator(".certificate")
    expect(paper).to_contain_text("Noor de Vries")
    expect(paper).to_contain_text("9 november 2026")
    for module, shown in (
        ("waarom", ["ja", "nog niet", "ja"]),
        ("visie", ["ja", "nog niet", "nog niet"]),
    ):
        cells = paper.locator(f"[data-steps={module}] td")
        expect(cells).to_have_text(shown, use_inner_text=True)
    # What was not begun is said once.
    expect(paper.locator("tbody tr:visible")).to_have_count(2)
    not_begun = paper.locator(".certificate-open")
    expect(not_begun).to_contain_text("Nog niet begonnen: 2. De vijf partnerschappen; 3. Ken")
    expect(not_begun).not_to_contain_text("Waarom")
    page.get_by_role("button", name="Druk het bewijs af").click()
    assert page.evaluate("window.printed") is True
    everything = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "Noor" not in everything
    page.emulate_media(media="print")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text("geen diploma")
    for hidden in (".certificate-form", "h1", "#wat-het-wel-en-niet-is", ".course-footer"):
        expect(page.locator(hidden)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_the_course_keep_the_rules_of_accessibility(
    visit: Callable[..., Page], path: str, scheme: str
) -> None:
    page = visit(path, scheme=scheme)
    keep(page, PROGRESS)
    assert_accessible(page)


@pytest.mark.parametrize("path", PAGES)
def test_pages_of_the_course_fit_a_narrow_phone(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, width=360)
    keep(page, PROGRESS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_course_can_be_read(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}welkom.html")
    expect(page.locator(".progress-list a")).to_have_count(10)
    expect(page.locator(".progress-overview noscript")).to_be_visible()
    expect(page.locator(".progress-buttons")).to_be_hidden()
    page.goto(f"{server}visie.html")
    expect(page.locator(".module-facts")).to_be_visible()
    expect(page.locator(".module-end")).to_be_hidden()
    expect(page.locator(".reflection noscript").first).to_be_visible()
    context.close()
