"""Every screen of the trainer is a place in the browser's history, the secret in none of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from partnerschap.content import load
from partnerschap.sessions import (
    Example,
    SessionService,
    TrainerAccess,
    close_round,
    make_example,
    show_step,
    trainer_view,
)
from partnerschap.sessions.repository import Store

WORKSHOP = "voila/render/workshop.ipynb"
START = "Maak een sessie"
KEEP = "Bewaar deze link"
JOIN = "Doe mee"
FIRST = "Bekijk de uitkomst eerst zelf"
STRENGTHS = "Wat goed gaat"
GLANCE = "Alles in één oogopslag"
DISCUSS = "Hierover eerst praten (1)"
END = "Afspraken en afsluiting"
DONE = "Deze ronde is afgerond"

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def service(database_url: str) -> SessionService:
    return SessionService(load(), Store(database_url))


@pytest.fixture
def closed(service: SessionService) -> Example:
    example = make_example(service)
    close_round(service, TrainerAccess(example.token, example.open.id))
    return example


def expect_at(page: Page, name: str) -> None:
    """Expect a screen, to which the reader was taken, and no secret in the address."""
    expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_focused()
    assert "#" not in page.url


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def expect_first_of_round(page: Page) -> None:
    """Wait until the page went back over the entries that it no longer needs."""
    page.wait_for_function("!window.history.state.partnerschap.workshop.below")


def step_of(service: SessionService, example: Example) -> str:
    return trainer_view(service, example.token, example.open.id).session.step


def test_back_shows_the_step_before_to_everybody(
    visit: Visit, service: SessionService, closed: Example
) -> None:
    page = visit(f"{WORKSHOP}#trainer={closed.token}")
    press(page, "Begin het gesprek")
    expect_at(page, STRENGTHS)
    press(page, "Volgende stap")
    expect_at(page, GLANCE)
    press(page, "Volgende stap")
    expect_at(page, DISCUSS)
    page.go_back()
    expect_at(page, GLANCE)
    assert step_of(service, closed) == "glance"
    page.reload()
    expect(page.get_by_role("heading", name=GLANCE, exact=True)).to_be_visible()
    page.go_back()
    expect_at(page, STRENGTHS)
    page.go_forward()
    expect_at(page, GLANCE)
    page.go_forward()
    expect_at(page, DISCUSS)
    assert step_of(service, closed) == "discuss-1"


def test_a_step_that_somebody_else_shows_is_no_way_back(
    visit: Visit, service: SessionService, closed: Example
) -> None:
    page = visit(f"{WORKSHOP}#trainer={closed.token}")
    press(page, "Begin het gesprek")
    expect_at(page, STRENGTHS)
    press(page, "Volgende stap")
    expect_at(page, GLANCE)
    show_step(service, TrainerAccess(closed.token, closed.open.id), "discuss-1")
    expect_at(page, DISCUSS)
    page.go_back()
    expect_at(page, STRENGTHS)


def test_back_out_of_a_session_there_is_a_way_into_it(visit: Visit, closed: Example) -> None:
    page = visit(f"{WORKSHOP}#trainer={closed.token}")
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()
    page.go_back()
    expect_at(page, START)
    page.reload()
    expect(page.get_by_role("heading", name=START, exact=True)).to_be_visible()
    press(page, "Terug naar de sessie")
    expect_at(page, FIRST)
    page.go_back()
    expect_at(page, START)
    page.go_forward()
    expect_at(page, FIRST)


def test_the_link_is_in_the_address_of_its_own_screen_alone(visit: Visit) -> None:
    page = visit(WORKSHOP)
    press(page, "Maak de sessie")
    expect(page.get_by_role("heading", name=KEEP)).to_be_focused()
    secret = page.url.partition("#")[2]
    assert secret.startswith("trainer=")
    page.go_back()
    expect_at(page, START)
    page.go_forward()
    expect(page.get_by_role("heading", name=KEEP)).to_be_focused()
    assert page.url.endswith(secret)
    press(page, "Ik heb hem bewaard")
    expect_at(page, JOIN)
    page.go_back()
    expect_at(page, START)
    page.go_forward()
    expect_at(page, JOIN)

    page.locator("summary", has_text="Beheer").click()
    press(page, "Toon de geheime link")
    expect(page.get_by_role("heading", name=KEEP)).to_be_focused()
    assert page.url.endswith(secret)
    page.go_back()
    expect_at(page, JOIN)
    page.locator("summary", has_text="Beheer").click()
    press(page, "Toon de geheime link")
    expect(page.get_by_role("heading", name=KEEP)).to_be_focused()
    press(page, "Ik heb hem bewaard")
    expect_at(page, JOIN)
    expect_first_of_round(page)
    page.go_back()
    expect_at(page, START)
    for _ in range(2):
        page.go_forward()
        expect_at(page, JOIN)


def test_back_from_a_round_that_ended_does_not_go_through_its_steps(
    visit: Visit, closed: Example
) -> None:
    page = visit(f"{WORKSHOP}#trainer={closed.token}")
    press(page, "Begin het gesprek")
    expect_at(page, STRENGTHS)
    press(page, "Volgende stap")
    expect_at(page, GLANCE)
    page.locator(".ps-talk-steps button").last.click()
    expect_at(page, END)
    press(page, "Rond af")
    press(page, "Ja, rond af")
    expect_at(page, DONE)
    expect_first_of_round(page)
    page.reload()
    expect(page.get_by_role("heading", name=DONE)).to_be_visible()
    page.go_back()
    expect_at(page, START)
    page.go_forward()
    expect_at(page, DONE)


def test_another_round_is_another_place(visit: Visit, closed: Example) -> None:
    page = visit(f"{WORKSHOP}#trainer={closed.token}")
    page.locator("summary", has_text="Beheer").click()
    press(page, "Open ronde 1")
    expect_at(page, END)
    page.reload()
    expect(page.get_by_role("heading", name=END)).to_be_visible()
    page.go_back()
    expect_at(page, FIRST)


def test_who_left_a_session_does_not_come_back_to_it_with_back(
    visit: Visit, closed: Example
) -> None:
    page = visit(f"{WORKSHOP}#trainer={closed.token}")
    page.locator("summary", has_text="Beheer").click()
    press(page, "Open ronde 1")
    expect_at(page, END)
    page.locator("summary", has_text="Beheer").click()
    press(page, "Sluit de sessie in dit tabblad")
    expect_at(page, START)
    page.go_back()
    expect(page.get_by_role("heading", name=START, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Terug naar de sessie")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name=START, exact=True)).to_be_visible()
