"""A reader answers the check questions of a module; nobody fails."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from partnerschap.content import load
from partnerschap.content.practice import Match, Multiple, Order, Question, Single
from steps import assert_accessible, tab_to, wipe

CONTENT = load()
PATH = "voila/render/kennischeck.ipynb"
QUIZ = next(
    quiz for quiz in CONTENT.quizzes if len({question.kind for question in quiz.questions}) == 4
)
"""The first module that asks in all four ways."""

MODULE_PATH = f"{PATH}?module={QUIZ.id}"
MODULE_KEY = f"partnerschap:kennischeck:{QUIZ.id}"
PARENT = """<!doctype html><html lang="nl"><title>Proef</title>
<link rel="icon" href="data:,"><body><script>
  window.heard = [];
  addEventListener("message", ({data, origin}) => {
    if (data.type === "partnerschap:done") heard.push({...data, same: origin === location.origin});
  });
</script><iframe src="/%s" width="900" height="900"></iframe></body></html>"""


def block(page: Page, question: Question) -> Locator:
    return page.locator(f"section[aria-labelledby='heading-{question.id}']")


def look(place: Locator) -> Locator:
    return place.get_by_role("button", name=re.compile("Bekijk de antwoorden"))


def order_shown(page: Page) -> dict[str, list[str]]:
    """Return the order of the questions and of the choices in each, as a reader sees them."""
    ids = page.locator(".ps-question").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-labelledby'))"
    )
    texts = ".ps-choice span, .ps-order-text, .ps-match label, .ps-match:first-of-type option"
    shown = {
        one: page.locator(f"section[aria-labelledby='{one}']").locator(texts).all_text_contents()
        for one in ids
    }
    return {"questions": ids, **shown}


def answer_right(page: Page, question: Question) -> None:
    """Answer as the makers had in mind, with the keyboard alone."""
    place = block(page, question)
    if isinstance(question, Single | Multiple):
        answer_boxes(page, place, question)
    elif isinstance(question, Match):
        for number, pair in enumerate(question.pairs):
            select = place.get_by_label(pair.left, exact=True)
            tab_to(page, select)
            page.keyboard.type(pair.right)
            expect(select).to_have_value(str(number))
    else:
        answer_order(page, place, question)
    tab_to(page, look(place))
    page.keyboard.press("Enter")


def answer_boxes(page: Page, place: Locator, question: Single | Multiple) -> None:
    boxes = place.locator("input")
    right = {str(number) for number, option in enumerate(question.options) if option.correct}
    if isinstance(question, Single):
        tab_to(page, boxes.first)
        page.keyboard.press("Space")
        for _ in range(boxes.count()):
            if place.locator("input:checked").get_attribute("value") in right:
                return
            page.keyboard.press("ArrowDown")
    for box in boxes.all():
        if box.get_attribute("value") in right:
            tab_to(page, box)
            page.keyboard.press("Space")


def answer_order(page: Page, place: Locator, question: Order) -> None:
    texts = [option.text for option in question.options]
    for target, text in enumerate(texts):
        shown = place.locator(".ps-order-text").all_inner_texts()
        for _ in range(shown.index(text) - target):
            tab_to(page, place.get_by_role("button", name=f"Omhoog: {text}", exact=True))
            page.keyboard.press("Enter")
    assert place.locator(".ps-order-text").all_inner_texts() == texts


def answer_wrong(place: Locator, question: Question) -> None:
    if isinstance(question, Single | Multiple):
        wrong = next(number for number, one in enumerate(question.options) if not one.correct)
        place.locator(f"input[value='{wrong}']").check()
    elif isinstance(question, Match):
        for select in place.locator("select").all():
            select.select_option("0")
    look(place).click()


def feedback_of(question: Question) -> list[str]:
    if isinstance(question, Match):
        return [pair.feedback for pair in question.pairs]
    return [option.feedback for option in question.options]


RIGHT = {
    "single": "Dit antwoord past hier goed.",
    "multiple": "Precies deze antwoorden passen hier.",
    "order": "Zo\u2019n volgorde helpt.",
    "match": "Deze combinaties horen bij elkaar.",
}
OTHER = {
    "single": "Er is een antwoord dat hier beter past.",
    "multiple": "Niet alles komt overeen.",
    "order": "Een andere volgorde helpt vaak beter.",
    "match": "Niet alles komt overeen.",
}


def test_all_questions_with_the_keyboard_alone(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    total = len(QUIZ.questions)
    expect(page.get_by_text(f"0 van de {total} vragen bekeken")).to_be_visible()
    for done, question in enumerate(QUIZ.questions, start=1):
        answer_right(page, question)
        place = block(page, question)
        expect(place.locator(".ps-verdict")).to_be_focused()
        expect(place.locator(".ps-verdict")).to_have_text(RIGHT[question.kind])
        for feedback in feedback_of(question):
            expect(place.get_by_text(feedback, exact=True)).to_be_visible()
        expect(page.get_by_text(f"{done} van de {total} vragen bekeken")).to_be_visible()
    expect(page.get_by_text("Alle vragen zijn bekeken.")).to_be_visible()
    page.reload()
    expect(page.get_by_text(f"{total} van de {total} vragen bekeken")).to_be_visible()
    for question in QUIZ.questions:
        expect(block(page, question).locator(".ps-verdict")).to_have_text(RIGHT[question.kind])


def test_another_answer_gets_every_thought_and_another_chance(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    for question in QUIZ.questions:
        place = block(page, question)
        answer_wrong(place, question)
        expect(place.locator(".ps-verdict")).to_contain_text(OTHER[question.kind])
        for feedback in feedback_of(question):
            expect(place.get_by_text(feedback, exact=True)).to_be_visible()
        shown = place.locator(".ps-review > li")
        good = place.locator(".ps-review > li:has(.ps-quick)")
        if isinstance(question, Single | Multiple):
            right = [option.text for option in question.options if option.correct]
            assert set(good.locator(".ps-review-text").all_inner_texts()) == set(right)
            expect(place.get_by_text("gekozen", exact=True)).to_have_count(1)
        elif isinstance(question, Match):
            expect(good).to_have_count(1)
            expect(shown).to_have_count(len(question.pairs))
        else:
            texts = [option.text for option in question.options]
            assert place.locator(".ps-review-text").all_inner_texts() == texts
    first = block(page, QUIZ.questions[0])
    first.get_by_role("button", name=re.compile("opnieuw")).click()
    expect(look(first)).to_be_visible()
    expect(page.get_by_text(f"{len(QUIZ.questions)} van de")).to_be_visible()


def test_an_answer_is_needed_first(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    for question in QUIZ.questions:
        if not isinstance(question, Order):
            place = block(page, question)
            look(place).click()
            expect(place.get_by_role("alert")).to_contain_text("Kies eerst")


def test_a_reload_keeps_order_and_answers_and_a_button_gives_another_order(
    visit: Callable[..., Page],
) -> None:
    page = visit(MODULE_PATH)
    expect(page.locator(".ps-question").first).to_be_visible()
    before = order_shown(page)
    single = next(one for one in QUIZ.questions if isinstance(one, Single))
    ordered = next(one for one in QUIZ.questions if isinstance(one, Order))
    assert before[f"heading-{ordered.id}"] != [option.text for option in ordered.options]
    block(page, single).locator("input").first.check()
    chosen = block(page, single).locator("input:checked").get_attribute("value")
    page.reload()
    expect(page.locator(".ps-question").first).to_be_visible()
    assert order_shown(page) == before
    for _ in range(3):
        earlier = order_shown(page)["questions"]
        page.get_by_role("button", name="Andere volgorde").click()
        after = order_shown(page)["questions"]
        assert after != earlier
        assert sorted(after) == sorted(earlier)
    assert block(page, single).locator("input:checked").get_attribute("value") == chosen


def test_the_book_hears_when_all_questions_are_done(
    visit: Callable[..., Page], server: str
) -> None:
    page = visit("health")  # any page of this origin
    page.route(
        "**/proef.html",
        lambda route: route.fulfill(body=PARENT % MODULE_PATH, content_type="text/html"),
    )
    page.goto(f"{server}proef.html")
    frame = page.frame_locator("iframe")
    for number, question in enumerate(QUIZ.questions):
        place = frame.locator(f"section[aria-labelledby='heading-{question.id}']")
        expect(place).to_be_visible()
        assert page.evaluate("heard") == [], f"told after {number} questions"
        answer_wrong(place, question)
    page.wait_for_function("heard.length > 0")
    told = {"type": "partnerschap:done", "what": "check", "module": QUIZ.id, "same": True}
    assert page.evaluate("heard[0]") == told
    expect(frame.get_by_role("link", name="Andere module")).to_have_count(0)


def test_without_a_module_there_is_a_choice(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    titles = [module.title for module in CONTENT.modules]
    expect(page.locator(".ps-modules a")).to_have_count(len(CONTENT.quizzes))
    for link, title in zip(page.locator(".ps-modules a").all(), titles, strict=False):
        expect(link).to_contain_text(title)
    number = next(n for n, one in enumerate(CONTENT.modules, start=1) if one.id == QUIZ.id)
    title = titles[number - 1]
    tab_to(page, page.get_by_role("link", name=f"Module {number}: {title}"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile(re.escape(title)))).to_be_visible()
    for question in QUIZ.questions:
        answer_wrong(block(page, question), question)
    page.get_by_role("link", name="Andere module").click()
    expect(page.locator(".ps-modules li").nth(number - 1)).to_contain_text("gedaan")
    expect(page.get_by_text("gedaan", exact=True)).to_have_count(1)


def test_a_module_without_questions_leads_to_the_choice(visit: Callable[..., Page]) -> None:
    page = visit(f"{PATH}?module=bestaat-niet")
    expect(page.get_by_role("alert")).to_contain_text("geen vragen")
    expect(page.locator(".ps-modules a").first).to_be_visible()


def test_back_leads_to_the_place_before_and_a_reload_stays(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.wait_for_function("document.querySelector('.ps-modules')")
    page.evaluate("window.stays = true")
    choice = page.get_by_role("heading", name="Kies een module")
    first, second = CONTENT.modules[:2]
    for module in (first, second):
        page.get_by_role("link", name=module.title).click()
        heading = page.get_by_role("heading", name=f"Vragen bij \u2018{module.title}\u2019")
        expect(heading).to_be_focused()
        assert page.url.endswith(f"?module={module.id}")
        page.get_by_role("link", name="Andere module").click()
        expect(choice).to_be_focused()
        assert "module=" not in page.url
    page.go_back()
    expect(heading).to_be_focused()
    page.go_back()
    expect(choice).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name=re.compile(re.escape(first.title)))).to_be_focused()
    assert page.evaluate("window.stays"), "another module took another page, with another kernel"
    page.reload()
    expect(page.get_by_role("heading", name=re.compile(re.escape(first.title)))).to_be_visible()
    page.go_back()
    expect(choice).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name=re.compile(re.escape(first.title)))).to_be_visible()


def test_a_line_that_moves_keeps_the_focus(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    ordered = next(one for one in QUIZ.questions if isinstance(one, Order))
    place = block(page, ordered)
    expect(place.locator(".ps-order-text").first).to_be_visible()
    text = place.locator(".ps-order-text").first.inner_text()
    down = place.get_by_role("button", name=f"Omlaag: {text}", exact=True)
    tab_to(page, down)
    for position in range(2, len(ordered.options) + 1):
        expect(down).to_be_focused()
        page.keyboard.press("Enter")
        said = f"Nu op plek {position} van {len(ordered.options)}: {text}"
        expect(page.get_by_role("status").filter(has_text=said)).to_have_count(1)
        assert place.locator(".ps-order-text").nth(position - 1).inner_text() == text
    # Lower it cannot go, and the reader is still at the same line.
    expect(place.get_by_role("button", name=f"Omhoog: {text}", exact=True)).to_be_focused()


STALE: list[dict[str, Any]] = [
    {question.id: 99 for question in QUIZ.questions},
    {question.id: [99, 1] for question in QUIZ.questions},
    {question.id: "alles" for question in QUIZ.questions},
    {question.id: [None] for question in QUIZ.questions},
    {question.id: [None] * 5 for question in QUIZ.questions},
    {question.id: [None] * 4 for question in QUIZ.questions},
    {question.id: [None] * 3 for question in QUIZ.questions},
]


def test_answers_that_no_longer_fit_are_asked_again(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    ids = [question.id for question in QUIZ.questions]
    for answers in STALE:
        memory = {"seed": 7, "answers": answers, "open": ids, "done": []}
        text = json.dumps({"version": 1, "memory": memory})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [MODULE_KEY, text])
        page.reload()
        for question in QUIZ.questions:
            expect(look(block(page, question))).to_be_visible()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    answer_wrong(block(page, QUIZ.questions[0]), QUIZ.questions[0])
    other = next(one for one in QUIZ.questions[1:] if not isinstance(one, Order))
    look(block(page, other)).click()
    expect(page.get_by_text("Kies eerst")).to_be_visible()
    for _ in range(2):
        wipe(page)
        expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    expect(page.get_by_text("Kies eerst")).to_have_count(0)
    expect(page.locator(".ps-verdict")).to_have_count(0)
    page.reload()
    expect(page.get_by_text(f"0 van de {len(QUIZ.questions)} vragen")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(MODULE_PATH, width=width, scheme=scheme)
    expect(page.locator(".ps-question").first).to_be_visible()
    check(page)
    for question in QUIZ.questions:
        answer_wrong(block(page, question), question)
    check(page)
    page.get_by_role("link", name="Andere module").click()
    expect(page.locator(".ps-modules").first).to_be_visible()
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
