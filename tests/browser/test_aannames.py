"""A reader practises a conversation, goes back, and chooses otherwise."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from partnerschap.content import load
from partnerschap.content.practice import Case, Choice, Ending, Moment
from steps import assert_accessible, press, wipe

PATH = "voila/render/aannames.ipynb"
KEY = "partnerschap:aannames"
CASES = load().cases
CASE = next(case for case in CASES if case.id == "telefoon")


def way(case: Case, pick: int) -> tuple[list[tuple[Moment, Choice]], Ending]:
    """Choose at every moment the choice at a position, or the last one."""
    moments = {moment.id: moment for moment in case.moments}
    endings = {ending.id: ending for ending in case.endings}
    steps = []
    at = case.moments[0].id
    while at in moments:
        choice = moments[at].choices[min(pick, len(moments[at].choices) - 1)]
        steps.append((moments[at], choice))
        at = choice.to
    return steps, endings[at]


def way_to(case: Case, start: str, ending: str) -> list[Choice]:
    """Find the shortest way from a moment to an ending."""
    moments = {moment.id: moment for moment in case.moments}
    waiting: list[tuple[str, list[Choice]]] = [(start, [])]
    while waiting:
        at, taken = waiting.pop(0)
        if at == ending:
            return taken
        if at in moments:
            waiting += [(choice.to, [*taken, choice]) for choice in moments[at].choices]
    raise AssertionError("no way there")


def choose(page: Page, choices: list[Choice]) -> None:
    for choice in choices:
        page.get_by_role("button", name=choice.text, exact=True).click()
        page.get_by_role("button", name="Verder", exact=True).click()


def begin(page: Page, case: Case = CASE) -> None:
    page.get_by_role("button", name=f"Begin: {case.title}").click()


def walk(page: Page, steps: list[tuple[Moment, Choice]]) -> None:
    for _, choice in steps:
        page.get_by_role("button", name=choice.text, exact=True).click()
        page.get_by_role("button", name="Verder", exact=True).click()


def test_a_conversation_to_its_end_with_the_keyboard_alone(visit: Callable[..., Page]) -> None:
    steps, ending = way(CASE, 0)
    page = visit(PATH)
    press(page, f"Begin: {CASE.title}")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    expect(page.get_by_role("heading", level=2)).to_contain_text(CASE.title)
    expect(page.get_by_text(CASE.opening)).to_be_visible()
    for position, (moment, choice) in enumerate(steps):
        expect(page.get_by_text(moment.situation)).to_be_visible()
        expect(page.get_by_text(moment.says)).to_be_visible()
        if position == 1:
            page.reload()
            expect(page.get_by_text(moment.situation)).to_be_visible()
        press(page, choice.text)
        said = page.locator(".ps-turn-player").last
        expect(said).to_be_focused()
        expect(said).to_contain_text(choice.text)
        expect(page.get_by_text(choice.consequence)).to_be_visible()
        expect(page.get_by_text(choice.feedback)).to_be_visible()
        # What was said before stays there to read, and nothing of it is told a second time.
        for earlier, _ in steps[: position + 1]:
            expect(page.get_by_text(earlier.says)).to_be_visible()
        expect(page.get_by_role("status")).to_have_text("")
        press(page, "Verder")
        if position + 1 < len(steps):
            expect(page.locator(".ps-happening").last).to_be_focused()
    expect(page.get_by_role("heading", name=ending.title)).to_be_focused()
    expect(page.get_by_text(ending.situation)).to_be_visible()
    expect(page.get_by_text(ending.thought)).to_be_visible()
    looked_back = page.locator(".ps-path > li")
    expect(looked_back).to_have_count(len(steps))
    for shown, (moment, choice) in zip(looked_back.all(), steps, strict=True):
        expect(shown).to_contain_text(moment.says)
        expect(shown).to_contain_text(choice.text)
        expect(shown).to_contain_text(choice.consequence)
    page.reload()
    expect(page.get_by_role("heading", name=ending.title)).to_be_visible()
    press(page, "Ander gesprek")
    expect(page.get_by_text(f"Gezien: 1 van de {len(CASE.endings)}")).to_be_visible()


def test_another_choice_is_always_possible(visit: Callable[..., Page]) -> None:
    (first, first_choice), *_ = way(CASE, 0)[0]
    page = visit(PATH)
    begin(page)
    page.get_by_role("button", name=first_choice.text, exact=True).click()
    page.get_by_role("button", name="Kies iets anders").click()
    expect(page.get_by_text(first.situation)).to_be_visible()
    expect(page.locator(".ps-turn-player")).to_have_count(0)
    page.get_by_role("button", name=first_choice.text, exact=True).click()
    page.get_by_role("button", name="Verder", exact=True).click()
    page.get_by_role("button", name="Een stap terug").click()
    expect(page.get_by_text(first_choice.consequence)).to_be_visible()
    page.get_by_role("button", name="Kies iets anders").click()

    steps, ending = way(CASE, 2)
    walk(page, steps)
    expect(page.get_by_role("heading", name=ending.title)).to_be_visible()
    page.get_by_role("button", name="Kies iets anders bij stap 2").click()
    expect(page.get_by_text(steps[1][0].situation)).to_be_visible()
    expect(page.get_by_text("stap 2")).to_be_visible()


def test_the_map_shows_which_endings_were_seen_and_leads_to_another(
    visit: Callable[..., Page],
) -> None:
    steps, ending = way(CASE, 0)
    page = visit(PATH)
    begin(page)
    walk(page, steps)
    endings = page.locator(".ps-endings li")
    expect(endings).to_have_count(len(CASE.endings))
    expect(endings.filter(has_text=ending.title)).to_have_attribute("aria-current", "true")
    unseen = endings.filter(has_text="Nog niet gezien")
    expect(unseen).to_have_count(len(CASE.endings) - 1)
    for other in CASE.endings:
        if other is not ending:
            expect(page.get_by_text(other.title, exact=True)).to_have_count(0)
    another = page.get_by_role("button", name="Probeer het anders, vanaf stap")
    step = int(another.inner_text().split()[-1])
    another.click()
    expect(page.get_by_text(f"stap {step}", exact=False).first).to_be_visible()
    expect(page.get_by_text(steps[step - 1][0].situation)).to_be_focused()
    # Back goes the same way, an entry a turn.
    page.go_back()
    expect(page.get_by_role("heading", name=ending.title)).to_be_focused()
    page.go_back()
    expect(page.locator(".ps-turn-player").last).to_be_focused()


def test_a_conversation_is_found_back_and_can_be_done_again(visit: Callable[..., Page]) -> None:
    steps, ending = way(CASE, 0)
    page = visit(PATH)
    begin(page)
    walk(page, steps[:1])
    page.get_by_role("button", name="Ander gesprek").click()
    page.get_by_role("button", name=f"Verder: {CASE.title}").click()
    expect(page.get_by_text(steps[0][1].consequence)).to_be_visible()
    page.get_by_role("button", name="Verder", exact=True).click()
    walk(page, steps[1:])
    expect(page.get_by_role("heading", name=ending.title)).to_be_visible()
    page.get_by_role("button", name="Begin dit gesprek opnieuw").click()
    expect(page.get_by_text(steps[0][0].situation)).to_be_visible()


def test_what_fails_for_now_is_tried_again_later(visit: Callable[..., Page]) -> None:
    case = next(case for case in CASES if case.id == "tolk")
    failed = next(ending for ending in case.endings if ending.outcome == "not_yet")
    good = next(ending for ending in case.endings if ending.outcome == "good")
    later = next(moment for moment in case.moments if moment.id == failed.again)
    first = way_to(case, case.moments[0].id, failed.id)
    page = visit(PATH)
    begin(page, case)
    choose(page, first)
    expect(page.get_by_role("heading", name=failed.title)).to_be_focused()
    expect(page.get_by_text("Nu lukt het nog niet.")).to_be_visible()
    press(page, "Probeer het later opnieuw")
    expect(page.locator(".ps-happening").last).to_have_text(later.situation)
    page.reload()
    expect(page.locator(".ps-happening").last).to_have_text(later.situation)
    page.get_by_role("button", name="Een stap terug").click()
    expect(page.get_by_role("heading", name=failed.title)).to_be_visible()
    page.get_by_role("button", name="Probeer het later opnieuw").click()
    page.get_by_role("button", name="Ander gesprek").click()
    page.get_by_role("button", name=f"Verder: {case.title}").click()
    expect(page.locator(".ps-happening").last).to_have_text(later.situation)
    second = way_to(case, later.id, good.id)
    choose(page, second)
    expect(page.get_by_role("heading", name=good.title)).to_be_visible()
    expect(page.get_by_text("Hier kunnen ze samen mee verder.")).to_be_visible()
    expect(page.get_by_role("button", name="Probeer het later opnieuw")).to_have_count(0)
    expect(page.locator(".ps-path > li")).to_have_count(len(first) + len(second))
    page.get_by_role("button", name=f"Kies iets anders bij stap {len(first) + 1}").click()
    expect(page.locator(".ps-happening").last).to_have_text(later.situation)
    page.get_by_role("button", name="Ander gesprek").click()
    expect(page.get_by_text(f"Gezien: 2 van de {len(case.endings)}")).to_be_visible()


def test_the_page_of_a_module_has_its_own_conversations(visit: Callable[..., Page]) -> None:
    own = [case for case in CASES if "welkom-heten" in case.modules]
    cards = (page := visit(f"{PATH}?module=welkom-heten")).locator(".ps-card")
    expect(cards).to_have_count(len(own))
    for case in own:
        expect(page.get_by_role("button", name=f"Begin: {case.title}")).to_be_visible()
    chosen = page.get_by_role("link", name="Welkom", exact=True)
    expect(chosen).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Alle gesprekken").click()
    expect(cards).to_have_count(len(CASES))
    expect(page.get_by_text(f"Er staan hier {len(CASES)} gesprekken.")).to_be_visible()
    page.go_back()
    expect(cards).to_have_count(len(own))
    begin(page, own[0])
    page.reload()
    expect(page.get_by_text(own[0].opening)).to_be_visible()
    page.goto(page.url.replace("welkom-heten", "ervaringsdeskundigen"))
    expect(page.get_by_role("heading", name="Kies een gesprek")).to_be_visible()
    page.goto(page.url.replace("ervaringsdeskundigen", "bestaat-niet"))
    expect(cards).to_have_count(len(CASES))


def test_feedback_names_the_tip_that_was_at_work(visit: Callable[..., Page]) -> None:
    tips = {tip.id: tip.summary for tip in load().tips}
    choice = next(choice for choice in CASE.moments[0].choices if choice.tip)
    page = visit(PATH)
    begin(page)
    page.get_by_role("button", name=choice.text, exact=True).click()
    assert choice.tip is not None
    expect(page.get_by_text(tips[choice.tip])).to_be_visible()


def test_somebody_else_than_the_other_can_say_something(visit: Callable[..., Page]) -> None:
    case = next(case for case in CASES if case.id == "jongere")
    moment = next(moment for moment in case.moments if moment.speaker)
    page = visit(PATH)
    begin(page, case)
    choose(page, way_to(case, case.moments[0].id, moment.id))
    expect(page.get_by_text(f"{moment.speaker} zegt:")).to_be_visible()
    expect(page.get_by_text(moment.says)).to_be_visible()


def test_inside_the_book_a_new_message_is_in_sight(visit: Callable[..., Page]) -> None:
    page = visit("ken-je-ouders.html#doen", width=360)
    page.locator("#oefening-aannames").scroll_into_view_if_needed()
    frame = page.frame_locator("#oefening-aannames iframe")
    frame.get_by_role("button", name="Begin:").first.click()
    for _ in range(2):
        frame.locator(".ps-answer").first.click()
        expect(frame.locator(".ps-turn-player").last).to_be_focused()
        expect(frame.locator(".ps-turn-player").last).to_be_in_viewport(ratio=1)
        frame.get_by_role("button", name="Verder", exact=True).click()
        expect(frame.locator(".ps-happening").last).to_be_focused()
        expect(frame.locator(".ps-happening").last).to_be_in_viewport(ratio=1)


STALE: list[dict[str, Any]] = [
    {"screen": "moment", "talk": "bestaat-niet", "path": []},
    {"screen": "after", "talk": CASE.id, "path": []},
    {"screen": "ending", "talk": CASE.id, "path": []},
    {"screen": "moment", "talk": CASE.id, "path": [{"moment": "bellen", "choice": "z"}]},
    {"screen": "moment", "talk": CASE.id, "path": [{"moment": "geweten", "choice": ":again"}]},
    {"screen": "bestaat-niet", "talk": None, "path": []},
]


def test_what_no_longer_fits_the_content_leads_to_the_choice(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    for memory in STALE:
        text = json.dumps({"version": 1, "memory": memory})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.reload()
        expect(page.get_by_role("heading", name="Kies een gesprek")).to_be_visible()
        expect(page.locator(".ps-card")).to_have_count(len(CASES))


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    begin(page)
    walk(page, way(CASE, 0)[0])
    page.get_by_role("button", name="Ander gesprek").click()
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    expect(page.get_by_text("Gezien:")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name=f"Begin: {CASE.title}")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    expect(page.get_by_role("heading", name="Kies een gesprek")).to_be_visible()
    check(page)
    begin(page)
    check(page)
    steps, ending = way(CASE, 1)
    page.get_by_role("button", name=steps[0][1].text, exact=True).click()
    check(page)
    page.get_by_role("button", name="Verder", exact=True).click()
    walk(page, steps[1:])
    expect(page.get_by_role("heading", name=ending.title)).to_be_visible()
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
