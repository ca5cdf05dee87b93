"""People take part in a team session on their own device; the trainer acts in Python."""

import re
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from partnerschap.content import Content, Item
from partnerschap.scoring import Answer
from partnerschap.sessions import (
    Own,
    ParticipantAccess,
    archive_round,
    delete_everything,
    open_next,
    own_answers,
    trainer_view,
)
from partnerschap.sessions.use_cases.opening import OwnStatement
from rooms import (
    PATH,
    SOON,
    Room,
    expect_saved,
    heading,
    kept,
    leave_unsent,
    option,
    take_part,
)
from steps import assert_accessible, press, tab_to

POINTS: list[int | str] = [4, 2, 5, "dont_know", 1, 3, "not_applicable"]
MAY_LEAVE = "window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
VALUES = ["1", "2", "3", "4", "5", "dont_know", "not_applicable"]


def joined(visit: Callable[..., Page], room: Room, role: str = "parent", **options: Any) -> Page:
    page = visit(f"{PATH}?sessie={room.session.code}", **options)
    take_part(page, role)
    return page


def first_area(items: list[Item]) -> list[Item]:
    return [item for item in items if item.area == items[0].area]


def to_last_area(page: Page) -> None:
    page.locator(".ps-step").last.click()


def finish(page: Page) -> None:
    to_last_area(page)
    page.get_by_role("button", name="Klaar", exact=True).click()
    expect(heading(page, "Bedankt, het is opgeslagen")).to_be_visible()


def test_a_parent_follows_the_link_and_answers_with_the_keyboard(
    visit: Callable[..., Page], room: Room, items: list[Item], content: Content
) -> None:
    page = visit(f"{PATH}?sessie={room.session.code}")
    expect(heading(page, "Welkom bij deze sessie")).to_be_visible()
    expect(page.get_by_text("niet anoniem")).to_be_visible()
    expect(page.get_by_text("minder dan 5 antwoorden")).to_be_visible()
    expect(page.get_by_text("30 dagen na het sluiten")).to_be_visible()
    expect(page.locator("input[name='role']")).to_have_count(3)
    press(page, "Doe mee")
    expect(page.get_by_role("alert").filter(has_text="Kies eerst")).to_be_visible()
    tab_to(page, page.locator("input[name='role'][value='parent']"))
    page.keyboard.press("Space")
    press(page, "Doe mee")

    answers: dict[str, Answer] = {}
    for number, item in enumerate(first_area(items)):
        value = POINTS[number % len(POINTS)]
        answers[item.id] = value  # type: ignore[assignment] # all are answers
        options = page.locator(f"input[name='answer-{item.id}']")
        tab_to(page, options.first)
        page.keyboard.press("Space")
        for _ in range(VALUES.index(str(value))):
            page.keyboard.press("ArrowDown")
        expect(options.nth(VALUES.index(str(value)))).to_be_checked()
    expect_saved(page)
    assert room.own(page) == Own("parent", False, answers, {}, {})
    words = content.sectors[0].words
    first = str(items[0].parent).format(**words)
    expect(page.get_by_role("group", name=first)).to_be_visible()

    press(page, "Volgende")
    second = page.locator("h2").inner_text()
    expect(page.locator("h2")).to_be_focused()
    page.reload()
    expect(heading(page, second)).to_be_visible()
    expect(page.get_by_text(f"{len(answers)} van de {len(items)} punten ingevuld")).to_be_visible()
    press(page, "Vorige")
    for item_id, given in answers.items():
        expect(option(page, item_id, given)).to_be_checked()

    clear = page.get_by_role("button", name=f"Antwoord weghalen bij: {first}")
    clear.press("Enter")
    expect_saved(page)
    assert items[0].id not in room.own(page).answers
    to_last_area(page)
    press(page, "Klaar")
    expect(heading(page, "Bedankt, het is opgeslagen")).to_be_focused()
    assert room.own(page).finished
    press(page, "Antwoorden nog veranderen")
    expect(page.locator(".ps-step").last).to_be_visible()
    assert not room.own(page).finished
    assert_secret(page, room)


def assert_secret(page: Page, room: Room) -> None:
    """The secret stands in the browser's storage alone, and nothing is left to be sent there."""
    memory = kept(page, room)
    assert memory["waiting"] == {"now": {}, "then": {}, "votes": {}}
    assert re.fullmatch(r"[\w-]{43}", memory["token"])
    assert memory["token"] not in page.url
    assert memory["token"] not in page.content()


def test_a_code_is_typed_freely_and_a_wrong_one_gets_a_sentence(
    visit: Callable[..., Page], room: Room
) -> None:
    page = visit(PATH)
    field = page.get_by_label("Code van de sessie")
    button = page.get_by_role("button", name="Ga verder")
    for nonsense in ("", "abc", "ABCDE1", "'; drop table", "<b>x</b>"):
        field.fill(nonsense)
        button.click()
        expect(page.get_by_role("alert").filter(has_text="zes letters en cijfers")).to_be_visible()
        expect(field).to_be_focused()
    field.fill("222222")
    button.click()
    expect(page.get_by_role("status").filter(has_text="De code wordt nagekeken")).to_be_visible()
    expect(button).to_be_disabled()
    wrong = page.get_by_role("alert").filter(has_text="hoort niet bij een sessie")
    expect(wrong).to_be_visible()
    expect(field).to_be_focused()
    code = room.session.code.lower()
    field.fill(f" {code[:2]}-{code[2:4]} {code[4:]} ")
    field.press("Enter")
    expect(heading(page, "Welkom bij deze sessie")).to_be_focused()
    page.get_by_role("button", name="Een andere code invullen").click()
    expect(heading(page, "Vul de code in")).to_be_focused()


def test_twelve_quick_answers_are_all_there(
    visit: Callable[..., Page], opened: Callable[..., Room], content: Content
) -> None:
    room = opened(instrument="compleet")
    page = joined(visit, room, "professional")
    asked = [one for one in content.items_of("compleet") if "professional" in one.respondents]
    some = first_area(asked)
    clicked = [(some[n % len(some)].id, 1 + (n * 2) % 5) for n in range(12)]
    script = """async clicked => {
        for (const [item, value] of clicked)
            document.querySelector(`input[name='answer-${item}'][value='${value}']`).click();
        await null;  // in this turn of the browser already, before any answer can come
        return document.querySelector(".ps-sent").textContent;
    }"""
    assert page.evaluate(script, clicked) == "Bewaren…"
    expect_saved(page)
    assert room.own(page).answers == dict(clicked)  # the last one of an item counts


def test_two_tabs_of_one_person_stay_the_same(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    one, two = (item.id for item in first_area(items)[:2])
    first = joined(visit, room)
    second = first.context.new_page()
    second.goto(first.url)
    expect(option(second, one, 3)).to_be_visible()
    option(first, one, 4).check()
    expect(option(second, one, 4)).to_be_checked()
    option(second, one, 2).check()
    option(second, two, 5).check()
    expect(option(first, one, 2)).to_be_checked()
    expect(option(first, two, 5)).to_be_checked()
    for page in (first, second):
        expect_saved(page)
    assert room.own(first).answers == {one: 2, two: 5}
    finish(first)
    expect(heading(second, "Bedankt, het is opgeslagen")).to_be_visible()


def test_nothing_is_called_saved_before_it_is_on_disk(
    visit: Callable[..., Page], room: Room, items: list[Item], database_url: str
) -> None:
    page = joined(visit, room)
    bar = page.locator(".ps-sent")
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # nobody else can write now
    option(page, items[0].id, 4).check()
    expect(bar).to_have_text("Bewaren…")
    expect(bar).to_contain_text("worden vanzelf verstuurd")
    assert items[0].id in kept(page, room)["waiting"]["now"]
    option(page, items[0].id, 5).check()
    expect(bar).not_to_have_text("Opgeslagen")
    assert page.evaluate(MAY_LEAVE) is False
    other.execute("ROLLBACK")
    other.close()
    expect_saved(page)
    assert room.own(page).answers == {items[0].id: 5}
    assert page.evaluate(MAY_LEAVE) is True


def test_a_kernel_that_goes_takes_no_answer_along(
    visit: Callable[..., Page], room: Room, items: list[Item], kill_kernels: Callable[[], None]
) -> None:
    """The kernels end behind the page's back; it goes on without being loaded again."""
    page = joined(visit, room)
    page.evaluate("window.sameDocument = true")
    option(page, items[0].id, 2).check()
    kill_kernels()
    option(page, items[1].id, 4).check()
    expect_saved(page)
    assert room.own(page).answers == {items[0].id: 2, items[1].id: 4}
    room.close()
    expect(heading(page, "De ronde is gesloten")).to_be_visible(timeout=SOON)
    assert page.evaluate("window.sameDocument")


def test_what_was_not_sent_before_the_page_closed_is_sent_afterwards(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    page = joined(visit, room)
    leave_unsent(page, room, {items[0].id: 3, "van-een-andere-versie": 5})
    page.reload()
    expect(option(page, items[0].id, 3)).to_be_checked()
    expect_saved(page)
    assert room.own(page).answers == {items[0].id: 3}
    assert_secret(page, room)


def test_closed_while_somebody_answers(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    page = joined(visit, room)
    option(page, items[0].id, 4).check()
    expect_saved(page)
    room.close()
    expect(heading(page, "De ronde is gesloten")).to_be_visible(timeout=SOON)
    expect(heading(page, "De ronde is gesloten")).to_be_focused()  # the form, and its focus, went
    expect(page.get_by_text("1 antwoord van dit apparaat is opgeslagen")).to_be_visible()
    leave_unsent(page, room, {items[0].id: 1, items[1].id: 2})
    page.reload()
    lost = page.get_by_role("alert").filter(has_text="2 antwoorden zijn niet meer meegenomen")
    expect(lost).to_be_visible()
    expect(page.get_by_text("1 antwoord van dit apparaat is opgeslagen")).to_be_visible()
    assert room.own(page).answers == {items[0].id: 4}


def test_who_comes_late_follows_and_votes(visit: Callable[..., Page], room: Room) -> None:
    for point in range(6):
        room.answer_as("parent", point)
    room.close()
    page = visit(f"{PATH}?sessie={room.session.code}")
    expect(page.get_by_text("invullen kan niet meer")).to_be_visible()
    take_part(page, "professional")
    expect(heading(page, "De ronde is gesloten")).to_be_visible()
    steps = trainer_view(room.service, room.token).steps
    assert "vote" in steps
    for step in steps[: steps.index("vote") + 1]:
        room.go(step)
        expect(heading(page, room.title(step))).to_be_visible(timeout=SOON)
    asked = page.locator(".ps-vote")
    voted = {}
    for number, question in enumerate(asked.all()):
        item = str(question.locator("input").first.get_attribute("name")).removeprefix("vote-")
        question.get_by_role("radio").nth(number % 3).check()
        voted[item] = number % 3 + 1
        progress = f"{number + 1} van de {asked.count()} punten gekozen"
        expect(page.get_by_text(progress)).to_be_visible()
    expect_saved(page)
    assert room.own(page).votes == voted
    page.reload()
    expect(page.get_by_text(f"{len(voted)} van de {len(voted)} punten gekozen")).to_be_visible()

    page.get_by_role("radio").first.focus()
    room.go("vote")  # once more: who votes keeps the focus
    page.wait_for_timeout(1_500)
    expect(page.get_by_role("radio").first).to_be_focused()
    room.go("actions")
    expect(heading(page, "Twee of drie stappen kiezen")).to_be_visible(timeout=SOON)
    archive_round(room.service, room.access)
    expect(heading(page, "Deze sessie is afgelopen")).to_be_visible(timeout=SOON)
    assert kept(page, room) is None
    page.get_by_role("button", name="Een andere code invullen").click()
    expect(page.get_by_label("Code van de sessie")).to_be_visible()
    assert "sessie" not in page.url


def test_a_session_that_was_deleted(visit: Callable[..., Page], room: Room) -> None:
    page = joined(visit, room)
    delete_everything(room.service, room.token)
    expect(heading(page, "Deze sessie is er niet meer")).to_be_visible(timeout=SOON)
    page.reload()
    expect(heading(page, "Deze sessie is er niet meer")).to_be_visible()
    page.get_by_role("button", name="Een andere code invullen").click()
    expect(page.get_by_label("Code van de sessie")).to_have_value("")
    assert kept(page, room) is None


def test_somebody_else_fills_in_on_the_same_device(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    page = joined(visit, room)
    option(page, items[0].id, 4).check()
    finish(page)
    first = kept(page, room)["token"]
    someone_else = page.get_by_role("button", name="Iemand anders vult in op dit apparaat")
    someone_else.click()
    assert_accessible(page)
    page.get_by_role("button", name="Nee, ga hier verder").click()
    expect(someone_else).to_be_focused()
    assert kept(page, room)["token"] == first
    someone_else.click()
    page.get_by_role("button", name="Ja, iemand anders vult in").click()
    take_part(page, "professional")
    expect(option(page, items[0].id, 4)).not_to_be_checked()
    option(page, items[0].id, 1).check()
    expect_saved(page)
    assert room.own(page).answers == {items[0].id: 1}
    before = own_answers(room.service, ParticipantAccess(room.session.code, first))
    assert before == Own("parent", True, {items[0].id: 4}, {}, {})


def test_in_a_second_round_people_may_look_back(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    room.close()
    second = Room(room.service, open_next(room.service, room.token), room.token)
    page = joined(visit, second)
    option(page, items[0].id, 3).check()
    finish(page)
    page.get_by_role("button", name="Kijk terug").click()
    expect(page.get_by_text("hoe het een half jaar geleden was")).to_be_visible()
    expect(option(page, items[0].id, 3)).not_to_be_checked()
    option(page, items[0].id, 5).check()
    expect_saved(page)
    assert second.own(page).answers == {items[0].id: 3}
    assert second.own(page).then == {items[0].id: 5}
    page.reload()
    expect(option(page, items[0].id, 5)).to_be_checked()
    to_last_area(page)
    page.get_by_role("button", name="Klaar met terugkijken").click()
    expect(page.get_by_role("button", name="Verder met terugkijken")).to_be_visible()


def test_a_browser_that_keeps_nothing_can_take_part(
    browser: Browser, server: str, room: Room, items: list[Item]
) -> None:
    context: BrowserContext = browser.new_context(locale="nl-NL")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{server}{PATH}?sessie={room.session.code}")
    expect(page.get_by_text("Deze browser bewaart niets")).to_be_visible()
    take_part(page, "parent")
    option(page, items[0].id, 2).check()
    expect_saved(page)
    room.close()
    expect(heading(page, "De ronde is gesloten")).to_be_visible(timeout=SOON)
    expect(page.get_by_text("1 antwoord van dit apparaat is opgeslagen")).to_be_visible()
    context.close()
    assert wrong == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page],
    opened: Callable[..., Room],
    items: list[Item],
    width: int,
    scheme: str,
) -> None:
    long = OwnStatement(statement="Wij {samen} " + "lang" * 40, scale="progress")
    room = opened(demo=True, own_items=(long,))
    for point in range(6):
        room.answer_as("parent", point)
        room.answer_as("professional", point // 2)
    page = visit(PATH, width=width, scheme=scheme)
    page.get_by_role("button", name="Ga verder").click()
    check(page)
    page.get_by_label("Code van de sessie").fill(room.session.code)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("deze sessie is om te proberen")).to_be_visible()
    check(page)
    take_part(page, "parent")
    option(page, items[0].id, 4).check()
    expect_saved(page)
    check(page)
    to_last_area(page)
    expect(page.get_by_text("Wij {samen} lang")).to_be_visible()
    check(page)
    finish(page)
    check(page)
    room.close()
    expect(heading(page, "De ronde is gesloten")).to_be_visible()
    check(page)
    for step in trainer_view(room.service, room.token).steps:
        room.go(step)
        expect(heading(page, room.title(step))).to_be_visible()
        check(page)
    archive_round(room.service, room.access)
    expect(heading(page, "Deze sessie is afgelopen")).to_be_visible()
    check(page)
    together = opened(together=True, roles=("professional",))
    page.goto(f"{page.url.split('?')[0]}?sessie={together.session.code}")
    expect(page.get_by_text("Dit team vult samen één formulier in")).to_be_visible()
    page.get_by_role("button", name="Doe mee").click()
    expect(heading(page, "Hier hoeft niets te worden ingevuld")).to_be_visible()
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_back_goes_through_the_areas_to_the_code_and_forward_returns(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    page = visit(PATH)
    page.get_by_label("Code van de sessie").fill(room.session.code)
    page.get_by_role("button", name="Ga verder").click()
    take_part(page, "parent")
    first = page.locator("h2").inner_text()
    option(page, items[0].id, 4).check()
    expect_saved(page)
    page.get_by_role("button", name="Volgende").click()
    second = page.locator("h2").inner_text()
    assert second != first
    page.reload()
    expect(heading(page, second)).to_be_visible()
    page.go_back()
    expect(heading(page, first)).to_be_focused()
    expect(option(page, items[0].id, 4)).to_be_checked()
    page.go_back()
    expect(heading(page, "Vul de code in")).to_be_focused()
    expect(page.get_by_label("Code van de sessie")).to_have_value(room.session.code)
    page.reload()
    expect(heading(page, "Vul de code in")).to_be_visible()
    page.go_forward()
    expect(heading(page, first)).to_be_visible()
    expect(option(page, items[0].id, 4)).to_be_checked()
    assert room.own(page).answers == {items[0].id: 4}


def test_back_does_not_undo_what_the_server_knows(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    page = joined(visit, room)
    option(page, items[0].id, 4).check()
    finish(page)
    page.go_back()
    expect(heading(page, "Bedankt, het is opgeslagen")).to_be_visible()
    assert room.own(page).finished
    room.close()
    expect(heading(page, "De ronde is gesloten")).to_be_visible(timeout=SOON)
    page.go_forward()
    expect(heading(page, "De ronde is gesloten")).to_be_visible()


def test_back_out_of_the_session_asks_while_something_is_not_sent(
    visit: Callable[..., Page], room: Room, items: list[Item]
) -> None:
    page = joined(visit, room)
    form = page.locator("h2").inner_text()
    page.context.set_offline(True)
    option(page, items[0].id, 4).check()
    page.go_back()
    question = page.get_by_role("group", name="Een andere code invullen")
    expect(question).to_contain_text("nog iets niet opgeslagen")
    expect(heading(page, form)).to_be_visible()
    page.get_by_role("button", name="Nee, blijf bij deze sessie").click()
    expect(question).to_be_hidden()
    page.go_back()
    page.get_by_role("button", name="Ja, naar een andere code").click()
    expect(heading(page, "Vul de code in")).to_be_focused()
    page.context.set_offline(False)
    page.go_back()
    expect(heading(page, form)).to_be_visible()
    expect_saved(page)
    assert room.own(page).answers == {items[0].id: 4}


def test_a_browser_that_keeps_nothing_can_go_back_to_the_session(
    browser: Browser, server: str, room: Room, items: list[Item]
) -> None:
    context = browser.new_context(locale="nl-NL")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page = context.new_page()
    page.goto(f"{server}{PATH}?sessie={room.session.code}")
    take_part(page, "parent")
    option(page, items[0].id, 2).check()
    expect_saved(page)
    page.go_back()
    expect(heading(page, "Vul de code in")).to_be_focused()
    page.get_by_role("button", name="Ga verder").click()
    expect(option(page, items[0].id, 2)).to_be_checked()
    context.close()
