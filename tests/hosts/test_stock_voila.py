"""An exercise in Voila as anybody installs it, with Voila's own page around it."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from in_jupyter import assert_the_scan_works, open_a_session
from partnerschap.content import Content


def test_the_scan_gives_the_figures_of_the_command(
    voila: str, new_page: Callable[[], Page], content: Content, tmp_path: Path
) -> None:
    page = new_page()
    page.goto(f"{voila}/voila/render/teamscan.ipynb")
    assert_the_scan_works(page, content, tmp_path)


def test_the_address_on_the_beamer_brings_people_to_the_session(
    voila: str, new_page: Callable[[], Page]
) -> None:
    """A first session, in a database that was not there before."""
    trainer, participant = new_page(), new_page()
    trainer.goto(f"{voila}/voila/render/workshop.ipynb")
    code = open_a_session(trainer)
    where = trainer.locator(".ps-invite-where strong").inner_text()
    participant.goto(f"http://{where}?sessie={code}")
    expect(participant.get_by_role("heading", name="Welkom bij deze sessie")).to_be_visible()
