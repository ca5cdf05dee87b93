"""How a reader answers a check question, whatever its kind."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect

from partnerschap.content.practice import Match, Multiple, Order, Question, Single
from steps import tab_to


def block(page: Page | FrameLocator, question: Question) -> Locator:
    return page.locator(f"section[aria-labelledby='heading-{question.id}']")


def show(page: Page | FrameLocator, question: Question) -> Locator:
    """Go to a question by way of the overview; gives where it is asked."""
    page.get_by_role("button", name="Naar het overzicht").last.click()
    page.locator(".ps-standings button").filter(has_text=question.question).click()
    place = block(page, question)
    expect(place).to_be_visible()
    return place


def look(place: Locator) -> Locator:
    return place.get_by_role("button", name=re.compile("Bekijk de antwoorden"))


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


def unfold(place: Locator) -> None:
    """Open the answers that were not chosen."""
    for summary in place.locator("details:not([open]) > summary").all()[::-1]:
        summary.click()


def feedback_of(question: Question) -> list[str]:
    if isinstance(question, Match):
        return [pair.feedback for pair in question.pairs]
    return [option.feedback for option in question.options]
