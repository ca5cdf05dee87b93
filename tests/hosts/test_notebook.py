"""An exercise in Notebook 7."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from in_jupyter import assert_the_scan_works, open_and_run
from partnerschap.content import Content


def test_the_scan_gives_the_figures_of_the_command(
    jupyter: str, new_page: Callable[[], Page], content: Content, tmp_path: Path
) -> None:
    page = new_page()
    open_and_run(page, f"{jupyter}/notebooks/teamscan.ipynb")
    assert_the_scan_works(page, content, tmp_path)
