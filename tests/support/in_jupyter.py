"""What a person does with an exercise in somebody else's Jupyter."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, Page, expect

from figures import assert_figures_shown, figures_of_command, write_sheet
from partnerschap.content import Content, Item

POINTS: Final[list[int | str]] = [4, 2, 5, 3, 1, 4, "dont_know", 5, "not_applicable", 2]
"""What is answered, item after item, over and over."""


def open_and_run(page: Page, address: str) -> None:
    """Open a notebook in JupyterLab or Notebook and run it."""
    # Without a connection to a kernel nothing is run, and nothing says so.
    with page.expect_websocket(lambda socket: "/channels" in socket.url):
        page.goto(address)
    run_all_cells(page)


def run_all_cells(page: Page) -> None:
    """Run the notebook that is open, once its kernel is ready."""
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def option(page: Page, item: Item, value: int | str) -> Locator:
    return page.locator(f"input[name='answer-{item.id}'][value='{value}']")


def begin_the_scan(page: Page) -> None:
    expect(page.get_by_role("heading", name="Eerst drie keuzes")).to_be_visible()
    page.locator("input[name='sector'][value='school']").check()
    page.locator("input[name='role'][value='professional']").check()
    page.get_by_role("button", name="Begin met invullen").click()


def fill_in_the_scan(page: Page, content: Content) -> dict[str, int | str]:
    """Go through the short scan as a professional, to its last screen; gives what was answered."""
    items = [item for item in content.items_of("kort") if "professional" in item.respondents]
    answers = {item.id: POINTS[number % len(POINTS)] for number, item in enumerate(items)}
    begin_the_scan(page)
    areas = [area for area in content.areas_of("kort") if any(i.area == area.id for i in items)]
    for area in areas:
        expect(page.get_by_role("heading", name=area.name, exact=True)).to_be_visible()
        for item in items:
            if item.area == area.id:
                option(page, item, answers[item.id]).check()
        if area is not areas[-1]:
            page.get_by_role("button", name="Volgende", exact=True).click()
    return answers


def assert_the_scan_works(page: Page, content: Content, folder: Path) -> None:
    """Fill in the short scan, and see the figures of `partnerschap score` for the same answers."""
    answers = fill_in_the_scan(page, content)
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    sheet = write_sheet(folder / "own.csv", [("professional", answers)])
    figures = figures_of_command(sheet, "--instrument", "kort", "--min-group", "1")
    assert figures["strengths"], "else there is little to compare"
    page.get_by_text("Alle cijfers", exact=True).click()
    assert_figures_shown(page, content, figures, own=True)


def open_a_session(page: Page) -> str:
    """Make a session on the trainer's screen, with what is filled in already; gives its code."""
    page.get_by_role("button", name="Maak de sessie").click()
    page.get_by_role("button", name="Ik heb hem bewaard").click()
    spelled = page.locator(".ps-big-code [aria-hidden]").inner_text()
    return spelled.replace(" ", "")
