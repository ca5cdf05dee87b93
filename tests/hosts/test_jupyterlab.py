"""An exercise in a notebook that is open in JupyterLab."""

import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from in_jupyter import (
    assert_the_scan_works,
    begin_the_scan,
    open_a_session,
    open_and_run,
    option,
    run_all_cells,
)
from partnerschap.content import Content

SOON = 20_000
"""Milliseconds; less than the half minute for which a page waits for an answer."""

OpenNotebook = Callable[[str], Page]


@pytest.fixture
def open_notebook(jupyter: str, new_page: Callable[[], Page]) -> OpenNotebook:
    """Open a notebook in a new JupyterLab and run it."""

    def opened(name: str) -> Page:
        page = new_page()
        open_and_run(page, f"{jupyter}/lab/tree/{name}.ipynb?reset")
        return page

    return opened


def test_the_scan_gives_the_figures_of_the_command(
    open_notebook: OpenNotebook, content: Content, tmp_path: Path
) -> None:
    assert_the_scan_works(open_notebook("teamscan"), content, tmp_path)


def test_keys_and_looks_are_those_of_the_exercise(
    open_notebook: OpenNotebook, content: Content
) -> None:
    """JupyterLab has keys for itself, such as D D for deleting a cell, and a style for buttons."""
    page = open_notebook("teamscan")
    begin_the_scan(page)
    first = content.items_of("kort")[0]
    option(page, first, 1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(option(page, first, 2)).to_be_focused()
    expect(option(page, first, 2)).to_be_checked()
    cells = page.locator(".jp-Cell").count()
    for key in ("d", "d", "a", "x"):
        page.keyboard.press(key)
    page.keyboard.press("ArrowDown")
    expect(option(page, first, 3)).to_be_checked()
    assert page.locator(".jp-Cell").count() == cells

    button = page.get_by_role("button", name="Volgende", exact=True)
    expect(button).to_have_css("border-radius", "8px")
    heading = page.locator(".ps-exercise h2")
    expect(heading).to_have_css("color", "rgb(32, 38, 44)")
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")  # as a dark theme does
    expect(heading).to_have_css("color", "rgb(233, 230, 223)")


def test_a_kernel_that_was_restarted_is_told_and_nothing_is_lost(
    open_notebook: OpenNotebook, content: Content
) -> None:
    page = open_notebook("teamscan")
    begin_the_scan(page)
    first = content.items_of("kort")[0]
    option(page, first, 5).check()
    for _ in range(7):
        page.get_by_role("button", name="Volgende", exact=True).click()
    page.get_by_role("button", name="Restart the kernel", exact=True).click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.locator(".ps-exercise").get_by_role("alert")).to_be_visible(timeout=SOON)

    run_all_cells(page)
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    strengths = page.locator(".ps-section").filter(has_text=re.compile("^Wat goed gaat"))
    words = content.sectors[0].words
    expect(strengths).to_contain_text(first.statement.format(**words))


def test_a_widget_of_another_version_says_so_in_one_sentence(
    open_notebook: OpenNotebook, notebooks: Path, content: Content
) -> None:
    """As after renewing the package under a kernel that runs on."""
    lines = [
        "from partnerschap.ui.widgets.exercise import Exercise",
        "exercise = Exercise('aannames')",
        "exercise.version = '0.0.1+1'",
        "exercise",
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    cell = nbformat.v4.new_code_cell("\n".join(lines))  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata=kernel)  # type: ignore[no-untyped-call]
    nbformat.write(notebook, notebooks / "version.ipynb")  # type: ignore[no-untyped-call]
    page = open_notebook("version")
    expect(page.locator(".ps-exercise")).to_have_text(content.message("exercise.version"))


def test_people_join_from_jupyterlab_what_was_opened_in_voila(
    open_notebook: OpenNotebook, voila: str, new_page: Callable[[], Page]
) -> None:
    trainer = new_page()
    trainer.goto(f"{voila}/voila/render/workshop.ipynb")
    code = open_a_session(trainer)
    page = open_notebook("meedoen")
    page.get_by_label("Code van de sessie").fill(code)
    page.get_by_role("button", name="Ga verder").click()
    page.locator("input[name='role'][value='parent']").check()
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_text(f"Sessie {code}")).to_be_visible()
    expect(trainer.get_by_text("1 persoon doet mee")).to_be_visible()


def test_a_trainer_in_jupyterlab_gives_the_code_alone(
    open_notebook: OpenNotebook, content: Content
) -> None:
    page = open_notebook("workshop")
    code = open_a_session(page)
    expect(page.get_by_text(content.message("workshop.no_address"))).to_be_visible()
    expect(page.locator(".ps-big-code")).to_contain_text(f"{code[:3]} {code[3:]}")
    assert page.locator(".ps-invite-where, .ps-qr").count() == 0
    assert page.get_by_role("link", name="meedoen").count() == 0
