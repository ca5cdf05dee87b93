"""A reader makes the closing test, with or without a norm, and has it on the certificate or not."""

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from partnerschap.content import load
from partnerschap.content.practice import TEST_QUESTIONS, Match, Multiple, Question, Single
from steps import assert_accessible, remember, tab_to, wipe

CONTENT = load()
PATH = "voila/render/kennischeck.ipynb?module=toets"
MODULE_OF = {question.id: quiz.id for quiz in CONTENT.quizzes for question in quiz.questions}
QUESTION = {question.id: question for quiz in CONTENT.quizzes for question in quiz.questions}
KEY = "partnerschap:kennischeck:toets"
PROGRESS = "partnerschap:progress"
DAY = "2026-11-26"


def right_answer(question: Question) -> Any:
    if isinstance(question, Match):
        return list(range(len(question.pairs)))
    if isinstance(question, Single | Multiple):
        right = [number for number, option in enumerate(question.options) if option.correct]
        return right[0] if isinstance(question, Single) else right
    return list(range(len(question.options)))


def wrong_answer(question: Question) -> Any:
    if isinstance(question, Match):
        return [0] * len(question.pairs)
    if isinstance(question, Single | Multiple):
        wrong = next(number for number, one in enumerate(question.options) if not one.correct)
        return wrong if isinstance(question, Single) else [wrong]
    return [*range(1, len(question.options)), 0]


def asked_of_all() -> list[Question]:
    """Choose the questions of a test: two or three of each module, of all kinds."""
    pools = [
        quiz.questions[number:] + quiz.questions[:number]
        for number, quiz in enumerate(CONTENT.quizzes)
    ]
    rounds = zip(*pools, strict=False)
    return [question for one in rounds for question in one][:TEST_QUESTIONS]


ASKED = asked_of_all()


def memory(right: int, answered: int = TEST_QUESTIONS, **more: Any) -> dict[str, Any]:
    """Remember a test: the first answers are right, the next wrong, and the last missing."""
    answers = {
        question.id: right_answer(question) if number < right else wrong_answer(question)
        for number, question in enumerate(ASKED[:answered])
    }
    asked = [question.id for question in ASKED]
    begun = {"screen": "question", "seed": 5, "asked": asked, "at": 0, "attempt": 1, "day": ""}
    return begun | {"answers": answers} | more


def handed_in(right: int, **more: Any) -> dict[str, Any]:
    return memory(right, screen="result", day=DAY, **more)


def kept(page: Page, key: str = KEY) -> dict[str, Any]:
    found = json.loads(page.evaluate("key => localStorage.getItem(key)", key) or "{}")
    assert isinstance(found, dict)
    return found


def answer_somehow(page: Page | FrameLocator) -> None:
    """Choose the first answer, or the first right side of every left one."""
    boxes = page.locator(".ps-question input")
    if boxes.count():
        boxes.first.check()
    for select in page.locator(".ps-question select").all():
        select.select_option(index=1)


def test_a_test_from_begin_to_end(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    expect(page.get_by_role("heading", name="Afsluitende toets")).to_be_visible()
    assert "norm" not in page.locator("#exercise").inner_text().lower()
    page.get_by_role("button", name="Begin de toets").click()
    for number in range(1, TEST_QUESTIONS + 1):
        expect(page.get_by_role("heading", name=f"Vraag {number} van de 20")).to_be_focused()
        expect(page.locator(".ps-verdict, .ps-review")).to_have_count(0)
        answer_somehow(page)
        if number < TEST_QUESTIONS:
            page.get_by_role("button", name="Volgende vraag").click()
    asked = kept(page)["memory"]["asked"]
    assert len(set(asked)) == TEST_QUESTIONS
    counts = Counter(MODULE_OF[one] for one in asked)
    assert set(counts) == {quiz.id for quiz in CONTENT.quizzes}
    assert max(counts.values()) - min(counts.values()) <= 1
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_role("heading", name="Je uitslag")).to_be_focused()
    score = page.locator(".ps-score")
    expect(score).to_have_text(re.compile(r"^\d+ van de 20 vragen goed$"))
    right = int(score.inner_text().split()[0])
    missed = page.locator(".ps-question")
    expect(missed).to_have_count(TEST_QUESTIONS - right)
    shown = page.locator("#exercise").inner_text()
    for question in missed.all_inner_texts():  # whose words are those of their situation
        shown = shown.replace(question, "")
    assert not re.search(r"norm|geslaagd|gezakt|gehaald", shown.lower())
    page.reload()
    expect(page.locator(".ps-score")).to_have_text(f"{right} van de 20 vragen goed")


def test_each_question_that_was_missed_has_its_thoughts_and_its_module(
    visit: Callable[..., Page],
) -> None:
    page = visit(PATH)
    remember(page, "kennischeck:toets", handed_in(17))
    expect(page.locator(".ps-score")).to_have_text("17 van de 20 vragen goed")
    expect(page.locator(".ps-question")).to_have_count(3)
    for question in ASKED[17:]:
        place = page.locator(f"section[aria-labelledby='heading-{question.id}']")
        expect(place.get_by_text(question.question, exact=True)).to_be_visible()
        options = question.pairs if isinstance(question, Match) else question.options
        for option in options:
            expect(place.get_by_text(option.feedback, exact=True)).to_be_visible()
        module = MODULE_OF[question.id]
        title = next(one.title for one in CONTENT.modules if one.id == module)
        link = place.get_by_role("link", name=re.compile(re.escape(title)))
        expect(link).to_have_attribute("href", re.compile(f"/{module}.html$"))


def test_all_right_is_said(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    remember(page, "kennischeck:toets", handed_in(20))
    expect(page.get_by_text("20 van de 20 vragen goed")).to_be_visible()
    expect(page.get_by_text("Alles goed.")).to_be_visible()


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (13, "De norm van je trainer is 14. Die heb je nog niet gehaald."),
        (14, "De norm van je trainer is 14. Die heb je gehaald."),
    ],
)
def test_a_norm_of_a_trainer_is_said_before_and_after(
    visit: Callable[..., Page], right: int, said: str
) -> None:
    page = visit(f"{PATH}&norm=14")
    expect(page.get_by_text("Je trainer vraagt 14 van de 20 vragen goed.")).to_be_visible()
    remember(page, "kennischeck:toets", handed_in(right))
    expect(page.get_by_text(said)).to_be_visible()


def test_a_norm_that_is_no_number_of_questions_is_named(visit: Callable[..., Page]) -> None:
    page = visit(f"{PATH}&norm=70%25")
    expect(page.get_by_role("alert")).to_contain_text("een getal van 1 tot en met 20")
    remember(page, "kennischeck:toets", handed_in(3))
    expect(page.locator(".ps-score")).to_be_visible()
    assert "gehaald" not in page.locator("#exercise").inner_text()


def test_answers_can_be_changed_until_they_are_handed_in(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    remember(page, "kennischeck:toets", memory(20, answered=18, at=19))
    expect(page.get_by_role("heading", name="Vraag 20 van de 20")).to_be_visible()
    page.get_by_role("button", name="Lever in").click()
    open_ones = [
        number
        for number, question in enumerate(ASKED, start=1)
        if number > 18 and not (number == 20 and question.kind == "order")
    ]
    listed = ", ".join(map(str, open_ones))
    expect(page.get_by_role("alert")).to_have_text(f"Nog niet beantwoord: vraag {listed}.")
    page.get_by_role("button", name=f"Naar vraag {open_ones[0]}").click()
    expect(page.get_by_role("heading", name="Vraag 19 van de 20")).to_be_focused()
    answer_somehow(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Vraag 20 van de 20")).to_be_focused()
    answer_somehow(page)
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_role("heading", name="Je uitslag")).to_be_focused()
    # What was handed in stays as it is.
    page.go_back()
    expect(page.get_by_role("heading", name="Je uitslag")).to_be_visible()


def test_another_attempt_asks_other_questions_and_counts(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    remember(page, "kennischeck:toets", handed_in(10))
    page.get_by_role("button", name="Nog een keer, met andere vragen").click()
    page.get_by_role("button", name="Nee, laat staan").click()
    expect(page.locator(".ps-score")).to_be_visible()
    page.get_by_role("button", name="Nog een keer, met andere vragen").click()
    page.get_by_role("button", name="Ja, begin opnieuw").click()
    expect(page.get_by_role("heading", name="Vraag 1 van de 20")).to_be_focused()
    now = kept(page)["memory"]
    assert now["attempt"] == 2
    assert set(now["asked"]).isdisjoint(question.id for question in ASKED)


def test_questions_that_are_gone_are_not_counted(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    gone = ["waarom-999", *(question.id for question in ASKED[1:])]
    remember(page, "kennischeck:toets", handed_in(20) | {"asked": gone})
    expect(page.get_by_text("19 van de 19 vragen goed")).to_be_visible()
    remember(page, "kennischeck:toets", handed_in(20) | {"asked": ["waarom-999"]})
    expect(page.get_by_role("button", name="Begin de toets")).to_be_visible()


def test_the_test_stands_beside_the_modules(visit: Callable[..., Page]) -> None:
    page = visit("voila/render/kennischeck.ipynb")
    tab_to(page, page.get_by_role("link", name="Naar de toets"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Afsluitende toets")).to_be_focused()
    assert page.url.endswith("?module=toets")
    page.get_by_role("button", name="Begin de toets").click()
    expect(page.get_by_role("heading", name="Vraag 1 van de 20")).to_be_focused()
    page.go_back()
    page.get_by_role("link", name="Vragen bij een module").click()
    expect(page.get_by_role("heading", name="Kies een module")).to_be_focused()


def test_wiping_leaves_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    remember(page, "kennischeck:toets", handed_in(10))
    wipe(page)
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name="Begin de toets")).to_be_visible()


def go_to_certificate(page: Page, frame: FrameLocator) -> None:
    page.wait_for_function("partnerschapProgress.load().test !== null")
    frame.get_by_role("link", name="Naar je bewijs").click()
    page.wait_for_url(re.compile(r"bewijs\.html"))


def test_the_result_is_on_the_certificate_only_when_wanted(visit: Callable[..., Page]) -> None:
    page = visit("toets.html?norm=14")
    remember(page, "kennischeck:toets", handed_in(15, attempt=2))
    frame = page.frame_locator("#oefening-kennischeck iframe")
    page.locator("#oefening-kennischeck").scroll_into_view_if_needed()
    expect(frame.get_by_text("15 van de 20 vragen goed")).to_be_visible()
    go_to_certificate(page, frame)
    line = page.locator(".certificate-test")
    choice = page.get_by_label("Zet de uitslag van de afsluitende toets op het bewijs")
    expect(choice).not_to_be_checked()
    expect(line).to_be_hidden()
    choice.check()
    expect(line).to_have_text(
        "Afsluitende toets op 26 november 2026: 15 van de 20 vragen goed (poging 2). "
        "De norm van de trainer was 14."
    )
    assert_accessible(page)
    page.emulate_media(media="print")
    expect(line).to_be_visible()
    page.emulate_media(media="screen")
    choice.uncheck()
    expect(line).to_be_hidden()
    page.reload()
    expect(choice).not_to_be_checked()


def test_without_a_norm_none_is_on_the_certificate(visit: Callable[..., Page]) -> None:
    page = visit("bewijs.html")
    choice = page.get_by_label("Zet de uitslag van de afsluitende toets op het bewijs")
    expect(page.get_by_label("Naam")).to_be_visible()
    expect(choice).to_be_hidden()
    test = {"day": DAY, "right": 12, "total": 20, "attempt": 1, "norm": None}
    page.evaluate("test => partnerschapProgress.keepTest(test)", test)
    choice.check()
    expect(page.locator(".certificate-test")).to_have_text(
        "Afsluitende toets op 26 november 2026: 12 van de 20 vragen goed (poging 1)."
    )


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_screen_is_accessible_and_fits(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(f"{PATH}&norm=14", width=width, scheme=scheme)
    expect(page.get_by_role("button", name="Begin de toets")).to_be_visible()
    check(page)
    for kind in ("single", "multiple", "order", "match"):
        at = next(number for number, one in enumerate(ASKED) if one.kind == kind)
        remember(page, "kennischeck:toets", memory(0, answered=0, at=at))
        expect(page.get_by_role("heading", name=f"Vraag {at + 1} van")).to_be_visible()
        check(page)
    remember(page, "kennischeck:toets", handed_in(0))
    expect(page.locator(".ps-question")).to_have_count(20)
    check(page)


def check(page: Page) -> None:
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
