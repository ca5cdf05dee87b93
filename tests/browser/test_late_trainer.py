"""Two trainers lead a session; what one of them fills in comes when the other has gone on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from own_servers import new_page
from partnerschap.scoring import code_of
from partnerschap.sessions import (
    Opening,
    SessionService,
    TrainerAccess,
    archive_round,
    close_round,
    make_example,
    new_token,
    open_first,
    set_joint_score,
    show_step,
    trainer_view,
)
from rooms import SOON
from wires import Wire, wire_to

WORKSHOP = "voila/render/workshop.ipynb#trainer="
LATE = "De ronde was al gesloten. {} niet meer meegenomen."


@pytest.fixture
def wire(server: str) -> Iterator[Wire]:
    with wire_to(server) as wire:
        yield wire


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with new_page(browser) as page:
        yield page


@pytest.fixture
def together(service: SessionService) -> TrainerAccess:
    opening = Opening(
        instrument="teamscan", sector="school", roles=("professional",), together=True
    )
    token = new_token()
    return TrainerAccess(token, open_first(service, opening, token).id)


def joint_of(service: SessionService, access: TrainerAccess) -> dict[str, object]:
    return {one.item: one.value for one in trainer_view(service, access.token).joint}


def choose(page: Page, item: str, value: int) -> None:
    page.locator(f"input[name='answer-{item}'][value='{value}']").check()


@pytest.mark.parametrize("is_cut", [True, False])
def test_the_one_form_of_a_team_that_came_too_late(
    page: Page, wire: Wire, service: SessionService, together: TrainerAccess, is_cut: bool
) -> None:
    first, second, third = (one.id for one in service.content.items_of("teamscan")[:3])
    page.goto(f"{wire.address}{WORKSHOP}{together.token}")
    choose(page, first, 4)
    expect(page.get_by_text("Opgeslagen", exact=True)).to_be_visible()
    if is_cut:
        wire.cut()
    else:
        wire.stall()
    choose(page, first, 2)
    choose(page, second, 3)
    choose(page, first, 5)
    choose(page, third, 1)
    # Somebody else chose the same of the third: nothing of it is lost.
    set_joint_score(service, together, third, code_of(1), 0)
    close_round(service, together)
    wire.mend()
    expect(page.get_by_role("heading", name="Bekijk de uitkomst eerst zelf")).to_be_visible()
    alert = page.get_by_role("alert").filter(has_text="niet meer meegenomen")
    expect(alert).to_have_text(LATE.format("2 antwoorden zijn"))
    expect(page.get_by_text("Wordt opgeslagen")).to_have_count(0)
    assert joint_of(service, together) == {first: 4, third: 1}


def test_a_joint_answer_after_the_end(page: Page, wire: Wire, service: SessionService) -> None:
    example = make_example(service)
    access = TrainerAccess(example.token, trainer_view(service, example.token).session.id)
    close_round(service, access)
    show_step(service, access, "discuss-1")
    page.goto(f"{wire.address}{WORKSHOP}{example.token}")
    before = joint_of(service, access)
    free = page.locator(".ps-joint-choice input:not(:checked)").first
    expect(free).to_be_visible()
    wire.cut()
    free.check()
    archive_round(service, access)
    wire.mend()
    expect(page.get_by_role("alert").filter(has_text="Dit kwam te laat")).to_be_visible()
    assert joint_of(service, access) == before


def test_what_is_typed_in_the_plan_is_kept_when_somebody_else_ends_the_round(
    page: Page, wire: Wire, service: SessionService
) -> None:
    example = make_example(service)
    access = TrainerAccess(example.token, trainer_view(service, example.token).session.id)
    close_round(service, access)
    show_step(service, access, "actions")
    page.goto(f"{wire.address}{WORKSHOP}{example.token}")
    page.get_by_role("button", name=re.compile("^Kies deze: ")).first.click()
    owner = page.locator(".ps-planned-list").get_by_label("Wie?").first
    owner.fill("XY")  # and the field is not left
    archive_round(service, access)
    expect(owner).to_be_hidden(timeout=SOON)
    expect(page.get_by_text("XY").first).to_be_visible()
    assert trainer_view(service, example.token).plan[0].owner == "XY"
