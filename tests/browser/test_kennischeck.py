"""A reader answers the check questions of a module; nobody fails."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from partnerschap.content import load
from partnerschap.content.practice import DRAWN, Match, Multiple, Order, Question, Single
from questions import answer_right, answer_wrong, block, feedback_of, look, show, unfold
from steps import assert_accessible, remember, tab_to, wipe

CONTENT = load()
PATH = "voila/render/kennischeck.ipynb"
QUIZ = CONTENT.quizzes[0]


def one_of_each_kind(questions: tuple[Question, ...]) -> list[Question]:
    """Choose as many questions as are drawn, of all four kinds."""
    first = {question.kind: question for question in reversed(questions)}.values()
    others = [question for question in questions if question not in first]
    return [*first, *others][:DRAWN]


ASKED = one_of_each_kind(QUIZ.questions)
assert len({question.kind for question in ASKED}) == 4

DRAW: dict[str, Any] = {
    "seed": 7,
    "drawn": [question.id for question in ASKED],
    "answers": {},
    "open": [],
    "done": [],
    "finished": False,
}
"""What a browser remembers when these questions were drawn and nothing was done yet."""

MODULE_PATH = f"{PATH}?module={QUIZ.id}"
PARENT = """<!doctype html><html lang="nl"><title>Proef</title>
<link rel="icon" href="data:,"><body><script>
  window.heard = [];
  addEventListener("message", ({data, origin}) => {
    if (data.type === "partnerschap:done") heard.push({...data, same: origin === location.origin});
  });
</script><iframe src="/%s" width="900" height="900"></iframe></body></html>"""


def visit_module(visit: Callable[..., Page], **how: Any) -> Page:
    page = visit(MODULE_PATH, **how)
    remember(page, f"kennischeck:{QUIZ.id}", DRAW)
    return page


def dot(page: Page, number: int) -> Locator:
    """Give the way to a question by its number, as a reader counts."""
    return page.get_by_role("navigation", name="Alle vragen").get_by_role("button").nth(number - 1)


def asked_on(page: Page) -> list[Question]:
    """Return the questions that are asked, in the order of the content."""
    shown = order_shown(page)["questions"]
    questions = [question for quiz in CONTENT.quizzes for question in quiz.questions]
    return [question for question in questions if f"heading-{question.id}" in shown]


def order_shown(page: Page) -> dict[str, list[str]]:
    """Return the order of the questions and of the choices in each, as a reader sees them."""
    texts = ".ps-choice span, .ps-order-text, .ps-match label, .ps-match:first-of-type option"
    shown: dict[str, list[str]] = {}
    expect(page.locator(".ps-dots button")).to_have_count(DRAWN)
    for number in range(1, DRAWN + 1):
        dot(page, number).click()
        expect(page.get_by_role("heading", name=f"Vraag {number} van de {DRAWN}")).to_be_focused()
        place = page.locator(".ps-question")
        heading = place.get_attribute("aria-labelledby")
        assert heading is not None
        shown[heading] = place.locator(texts).all_text_contents()
    return {"questions": list(shown), **shown}


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
    page = visit_module(visit)
    total = len(ASKED)
    expect(page.get_by_text(f"0 van de {total} vragen bekeken")).to_be_visible()
    for done in range(1, total + 1):
        expect(page.get_by_role("heading", name=f"Vraag {done} van de {total}")).to_be_visible()
        question = next(one for one in ASKED if block(page, one).count())
        answer_right(page, question)
        place = block(page, question)
        verdict = place.locator(".ps-verdict")
        expect(verdict).to_have_text(RIGHT[question.kind])
        expect(dot(page, done)).to_have_accessible_name(f"Vraag {done}: past goed")
        further = place.get_by_role(
            "button", name="Naar het overzicht" if done == total else "Volgende vraag"
        )
        expect(further).to_be_focused()
        expect(further).to_have_accessible_description(RIGHT[question.kind])
        unfold(place)
        for feedback in feedback_of(question):
            expect(place.get_by_text(feedback, exact=True)).to_be_visible()
        expect(page.get_by_text(f"{done} van de {total} vragen bekeken")).to_be_visible()
        tab_to(page, further)
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Overzicht")).to_be_focused()
    expect(page.get_by_text("Alle vragen zijn bekeken.")).to_be_visible()
    expect(page.get_by_text("Om nog eens te lezen")).to_have_count(0)
    page.reload()
    expect(page.get_by_text(f"{total} van de {total} vragen bekeken")).to_be_visible()
    for number, question in enumerate(ASKED):
        if number:
            page.get_by_role("button", name="Naar het overzicht").last.click()
        page.locator(".ps-standings button").filter(has_text=question.question).click()
        expect(block(page, question).locator(".ps-verdict")).to_have_text(RIGHT[question.kind])


def test_another_answer_gets_every_thought_and_another_chance(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    for question in ASKED:
        place = show(page, question)
        answer_wrong(place, question)
        expect(place.locator(".ps-verdict")).to_contain_text(OTHER[question.kind])
        shown = place.locator(".ps-review > li")
        good = place.locator(".ps-review > li:has(.ps-quick)")
        if isinstance(question, Single | Multiple):
            right = [option.text for option in question.options if option.correct]
            assert set(good.locator(".ps-review-text").all_inner_texts()) == set(right)
            expect(place.get_by_text("gekozen", exact=True)).to_have_count(1)
            # What was chosen has its thought at once, and the rest when it is asked for.
            opened = place.locator(".ps-review > li:has(> [open])")
            expect(opened).to_have_count(1)
            expect(opened).to_contain_text("gekozen")
        elif isinstance(question, Match):
            expect(good).to_have_count(1)
            pair = question.pairs[0]
            expect(shown.filter(has_text=pair.left)).to_contain_text(
                f"{pair.left} hoort bij {pair.right}"
            )
            expect(shown).to_have_count(len(question.pairs))
        else:
            texts = [option.text for option in question.options]
            assert place.locator(".ps-review-text").all_inner_texts() == texts
        unfold(place)
        for feedback in feedback_of(question):
            expect(place.get_by_text(feedback, exact=True)).to_be_visible()
    first = show(page, ASKED[0])
    first.get_by_role("button", name="Probeer opnieuw").click()
    expect(look(first)).to_be_visible()
    expect(first.locator("input, select, button").first).to_be_focused()
    expect(page.get_by_text(f"{len(ASKED)} van de")).to_be_visible()


def test_the_overview_says_what_to_read_again(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    answer_wrong(show(page, ASKED[0]), ASKED[0])
    page.get_by_role("button", name="Naar het overzicht").last.click()
    expect(page.locator(".ps-standings")).to_contain_text("Iets anders past beter.")
    link = page.locator(".ps-note").get_by_role("link").first
    expect(link).to_have_attribute("href", re.compile(r"/[\w-]+\.html$"))
    page.get_by_role("button", name=re.compile(r"Verder met vraag \d")).click()
    expect(look(page.locator(".ps-question"))).to_be_visible()


def test_back_leads_to_the_question_before(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    for number in (1, 2, 3):
        dot(page, number).click()
        expect(page.get_by_role("heading", name=f"Vraag {number} van")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Vraag 2 van")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Vraag 1 van")).to_be_focused()


def test_an_answer_is_needed_first(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    for question in ASKED:
        if not isinstance(question, Order):
            place = show(page, question)
            look(place).click()
            expect(place.get_by_role("alert")).to_contain_text("Kies eerst")
            expect(place.locator("input, select").first).to_be_focused()


def test_a_reload_keeps_order_and_answers_and_a_button_gives_another_order(
    visit: Callable[..., Page],
) -> None:
    page = visit_module(visit)
    before = order_shown(page)
    single = next(one for one in ASKED if isinstance(one, Single))
    ordered = next(one for one in ASKED if isinstance(one, Order))
    assert before[f"heading-{ordered.id}"] != [option.text for option in ordered.options]
    place = show(page, single)
    place.locator("input").first.check()
    chosen = place.locator("input:checked").get_attribute("value")
    page.reload()
    assert order_shown(page) == before
    for _ in range(3):
        earlier = order_shown(page)["questions"]
        page.get_by_role("button", name="Naar het overzicht").last.click()
        page.get_by_role("button", name="Andere volgorde").click()
        after = order_shown(page)["questions"]
        assert after != earlier
        assert sorted(after) == sorted(earlier)
    assert show(page, single).locator("input:checked").get_attribute("value") == chosen


def draw_others(page: Page) -> list[Question]:
    if page.locator(".ps-question").count():
        page.get_by_role("button", name="Naar het overzicht").last.click()
    page.get_by_role("button", name="Andere vragen").click()
    expect(page.get_by_role("heading", name=re.compile("Vragen bij"))).to_be_focused()
    return asked_on(page)


def test_a_draw_stays_at_a_reload_and_another_one_begins_with_what_was_not_seen(
    visit: Callable[..., Page],
) -> None:
    page = visit(MODULE_PATH)
    first = asked_on(page)
    answer_wrong(show(page, first[0]), first[0])
    page.reload()
    assert asked_on(page) == first
    expect(page.get_by_text(f"1 van de {DRAWN} vragen bekeken")).to_be_visible()

    second = draw_others(page)
    unseen = [question for question in QUIZ.questions if question not in first]
    assert sum(question in unseen for question in second) == min(len(unseen), DRAWN)
    expect(page.get_by_text(f"0 van de {DRAWN} vragen bekeken")).to_be_visible()
    for question in second:
        expect(look(show(page, question))).to_be_visible()
    page.reload()
    assert asked_on(page) == second


def test_a_module_stays_done_when_other_questions_are_drawn(visit: Callable[..., Page]) -> None:
    page = visit(MODULE_PATH)
    for question in asked_on(page):
        answer_wrong(show(page, question), question)
    page.get_by_role("button", name="Naar het overzicht").last.click()
    expect(page.get_by_text("Alle vragen zijn bekeken.")).to_be_visible()
    draw_others(page)
    expect(page.get_by_text("Alle vragen zijn bekeken.")).to_be_hidden()
    page.get_by_role("link", name="Andere module").click()
    title = next(module.title for module in CONTENT.modules if module.id == QUIZ.id)
    row = page.locator(".ps-modules li").filter(has_text=title)
    expect(row).to_contain_text("gedaan")


def test_two_readers_get_different_questions(visit: Callable[..., Page]) -> None:
    """Or the same set by chance, but hardly six times in a row."""
    draws = set()
    page = visit(MODULE_PATH)
    for _ in range(6):
        draws.add(tuple(question.id for question in asked_on(page)))
        page.evaluate("localStorage.clear()")
        page.reload()
    assert len(draws) > 1


def test_what_was_remembered_before_there_were_draws_can_be_used(
    visit: Callable[..., Page],
) -> None:
    page = visit(MODULE_PATH)
    before = {"screen": "questions", "seed": 3, "answers": {f"{QUIZ.id}-1": 0}, "open": []}
    remember(page, f"kennischeck:{QUIZ.id}", before | {"done": [f"{QUIZ.id}-1"]})
    first = asked_on(page)
    page.reload()
    assert asked_on(page) == first


def test_a_question_that_comes_back_to_another_module_leads_there(
    visit: Callable[..., Page],
) -> None:
    quiz = next(quiz for quiz in CONTENT.quizzes if any(one.revisits for one in quiz.questions))
    question = next(one for one in quiz.questions if one.revisits)
    others = [one for one in quiz.questions if one is not question][: DRAWN - 1]
    page = visit(f"{PATH}?module={quiz.id}")
    drawn = [one.id for one in (question, *others)]
    remember(page, f"kennischeck:{quiz.id}", DRAW | {"drawn": drawn})
    place = show(page, question)
    expect(place.get_by_text("Komt terug op")).to_have_count(0)
    answer_wrong(place, question)
    title = next(one.title for one in CONTENT.modules if one.id == question.revisits[0])
    link = place.get_by_role("link", name=re.compile(re.escape(title)))
    expect(link).to_have_attribute("href", re.compile(f"/{question.revisits[0]}.html$"))
    expect(link).to_have_attribute("target", "_top")


def test_the_book_hears_when_all_questions_are_done(
    visit: Callable[..., Page], server: str
) -> None:
    page = visit("health")  # any page of this origin
    remember(page, f"kennischeck:{QUIZ.id}", DRAW)
    page.route(
        "**/proef.html",
        lambda route: route.fulfill(body=PARENT % MODULE_PATH, content_type="text/html"),
    )
    page.goto(f"{server}proef.html")
    frame = page.frame_locator("iframe")
    for number, question in enumerate(ASKED):
        place = show(frame, question)
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
    for question in asked_on(page):
        answer_wrong(show(page, question), question)
    page.get_by_role("link", name="Andere module").click()
    expect(page.locator(".ps-modules li").nth(number - 1)).to_contain_text(
        f"{title} {DRAWN} vragen gedaan"
    )
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
    page = visit_module(visit)
    ordered = next(one for one in ASKED if isinstance(one, Order))
    place = show(page, ordered)
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


def test_a_line_is_dragged_to_its_place(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    ordered = next(one for one in ASKED if isinstance(one, Order))
    place = show(page, ordered)
    lines = place.locator(".ps-order li")
    before = place.locator(".ps-order-text").all_inner_texts()
    grip, end = lines.first.locator(".ps-grip").bounding_box(), lines.last.bounding_box()
    assert grip is not None
    assert end is not None
    page.mouse.move(grip["x"] + 5, grip["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] - 5, steps=10)
    page.mouse.up()
    assert place.locator(".ps-order-text").all_inner_texts() == [*before[1:], before[0]]
    said = f"Nu op plek {len(before)} van {len(before)}: {before[0]}"
    expect(page.get_by_role("status").filter(has_text=said)).to_have_count(1)
    expect(page.locator(".ps-dragged")).to_have_count(0)
    page.reload()
    shown = show(page, ordered).locator(".ps-order-text")
    assert shown.all_inner_texts() == [*before[1:], before[0]]


STALE: list[dict[str, Any]] = [
    {question.id: 99 for question in ASKED},
    {question.id: [99, 1] for question in ASKED},
    {question.id: "alles" for question in ASKED},
    {question.id: [None] for question in ASKED},
    {question.id: [None] * 5 for question in ASKED},
    {question.id: [None] * 4 for question in ASKED},
    {question.id: [None] * 3 for question in ASKED},
]


def test_answers_that_no_longer_fit_are_asked_again(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    ids = [question.id for question in ASKED]
    for answers in STALE:
        remember(page, f"kennischeck:{QUIZ.id}", DRAW | {"answers": answers, "open": ids})
        for number in range(1, DRAWN + 1):
            dot(page, number).click()
            heading = page.get_by_role("heading", name=f"Vraag {number} van")
            expect(heading).to_be_focused()
            expect(look(page.locator(".ps-question"))).to_be_visible()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit_module(visit)
    answer_wrong(show(page, ASKED[0]), ASKED[0])
    other = next(one for one in ASKED[1:] if not isinstance(one, Order))
    look(show(page, other)).click()
    expect(page.get_by_text("Kies eerst")).to_be_visible()
    for _ in range(2):
        wipe(page)
        expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    expect(page.get_by_text("Kies eerst")).to_have_count(0)
    expect(page.locator(".ps-verdict")).to_have_count(0)
    page.reload()
    expect(page.get_by_text(f"0 van de {len(ASKED)} vragen")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit_module(visit, width=width, scheme=scheme)
    expect(page.locator(".ps-question").first).to_be_visible()
    check(page)
    for question in ASKED[:4]:  # of each kind one; forms are checked in the closing test
        answer_wrong(show(page, question), question)
        check(page)
    page.get_by_role("button", name="Naar het overzicht").last.click()
    check(page)
    page.get_by_role("link", name="Andere module").click()
    expect(page.locator(".ps-modules").first).to_be_visible()
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
