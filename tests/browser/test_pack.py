"""A trainer takes what a meeting needs from the page *Klaarzetten*, on a real server."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page
from pptx import Presentation

from partnerschap.content import load
from partnerschap.report import KITS, PACK, pack_file_name

CONTENT = load()


def _taken(page: Page, section: str, link: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.locator(section).get_by_role("link", name=link, exact=True).first.click()
    saved = download.value
    return saved.suggested_filename, Path(saved.path()).read_bytes()


def test_one_button_gives_all_for_a_meeting(visit: Callable[..., Page]) -> None:
    page = visit("klaarzetten.html")
    button = CONTENT.message("pack.kit")
    name, data = _taken(page, "#voor-de-workshop-van-2-uur", button)
    assert name == "klaarzetten-workshop-2-uur.zip"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = [one.rpartition("/")[2] for one in archive.namelist()]
    assert files == [
        pack_file_name(CONTENT, one, suffix)
        for one in KITS["workshop-2-uur"]
        for suffix in PACK[one].makers
    ]


def test_slides_come_as_a_file_that_powerpoint_opens(visit: Callable[..., Page]) -> None:
    name, data = _taken(visit("klaarzetten.html"), "#voor-de-lezing", "PowerPoint")
    assert name == "presentatie-lezing.pptx"
    assert len(Presentation(BytesIO(data)).slides) > 10


def test_a_director_is_shown_an_outcome_from_the_first_page(visit: Callable[..., Page]) -> None:
    page = visit("welkom.html")
    page.get_by_role("link", name="een uitkomst", exact=True).click()
    page.wait_for_url("**/voorbeeld.html")
    page.get_by_role("heading", name="Vijf minuten? Zo ziet een uitkomst eruit").wait_for()
