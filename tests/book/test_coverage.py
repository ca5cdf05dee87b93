"""Every point of the sources has a section with substance, an item or a reason, and practice."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from partnerschap.content import load
from partnerschap.content.coverage import Covered
from partnerschap.locations import BOOK

Pages = Mapping[str, BeautifulSoup]

CONTENT = load()
TIPS = {tip.id for tip in CONTENT.tips}
LEAST_WORDS = 60
"""Words about a point in the sections that explain it: a paragraph, and no mere mention."""

BLOCKS = "p, li, tr, dd, dt"
FIRST_FOUND_THIN = ("A19", "A20", "A22", "A23", "B03", "AX5", "AX6", "AX7", "S1", "S2")
"""What an outside reader of an earlier edition called a token row."""

IN_DEPTH = 150
"""Words that these have at least."""


def _target(pages: Pages, section: str) -> Tag:
    page, anchor = section.split("#")
    assert page in pages, section
    found = pages[page].find(id=anchor)
    assert isinstance(found, Tag), section
    # A label of our own is an empty element before the section's heading.
    return found if found.name == "section" else found.find_parent("section") or found


def words_about(part: Tag, stems: tuple[str, ...]) -> int:
    """Count the words of the blocks in which one of the words begins that show the subject."""
    about = re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)
    blocks = [block for block in part.select(BLOCKS) if not block.select(BLOCKS)]
    texts = [block.get_text(" ", strip=True) for block in blocks]
    return sum(len(re.findall(r"\w+", text)) for text in texts if about.search(text))


@pytest.mark.parametrize("one", CONTENT.coverage, ids=lambda one: one.id)
class TestCovered:
    def test_its_sections_are_there_and_say_something_about_it(
        self, pages: Pages, one: Covered
    ) -> None:
        least = IN_DEPTH if one.id in FIRST_FOUND_THIN else LEAST_WORDS
        said = sum(words_about(_target(pages, section), one.about) for section in one.sections)
        assert said >= least

    def test_every_section_named_is_about_it(self, pages: Pages, one: Covered) -> None:
        for section in one.sections:
            assert words_about(_target(pages, section), one.about) > 0, section

    def test_its_sheets_can_be_filled_in_or_followed(self, pages: Pages, one: Covered) -> None:
        for sheet in one.sheets:
            assert _target(pages, sheet).select("table, li, dd"), sheet

    def test_an_exercise_that_practises_it_stands_in_a_page(
        self, pages: Pages, one: Covered
    ) -> None:
        embedded = {str(f["id"]) for page in pages.values() for f in page.select("figure.exercise")}
        assert {f"oefening-{name}" for name in one.exercises} <= embedded

    def test_a_conversation_of_it_is_in_a_page_of_its_module(
        self, pages: Pages, one: Covered
    ) -> None:
        modules = {case.id: case.modules for case in CONTENT.cases}
        for case in one.cases:
            for module in modules[case]:
                assert pages[module].select_one("#oefening-aannames"), case


@pytest.mark.parametrize("tip", FIRST_FOUND_THIN)
def test_what_was_once_thin_is_scored_and_practised_in_two_ways(tip: str) -> None:
    (row,) = (one for one in CONTENT.coverage if one.id == tip)
    assert any(tip in item.source for item in CONTENT.items)
    assert row.kinds >= 2


def test_every_tip_has_one_row() -> None:
    rows = [one.id for one in CONTENT.coverage if one.id in TIPS]
    assert sorted(rows) == sorted(TIPS)


def test_every_point_of_the_policy_document_is_asked_in_the_policy_scan() -> None:
    asked = {tip for item in CONTENT.items_of("beleidsscan") for tip in item.source}
    assert {f"B{number:02}" for number in range(1, 14)} <= asked


def test_every_module_practises_what_it_teaches(pages: Pages) -> None:
    """No module is only measured: beside a scan it has something to do or to talk through."""
    for module in CONTENT.modules:
        figures = pages[module.id].select("#doe-het-zelf figure.exercise")
        done = {str(figure["id"]).removeprefix("oefening-") for figure in figures}
        assert done - {"teamscan", "beleidsscan"}, module.id
    assert not pages["waarom"].select("#oefening-verwachtingen")
    assert pages["ken-je-ouders"].select("#oefening-verwachtingen")


def test_a_reader_sees_every_row(pages: Pages) -> None:
    page = pages["dekking"]
    for one in CONTENT.coverage:
        row = page.find(id=f"punt-{one.id.lower()}")
        assert isinstance(row, Tag)
        shown = row.get_text(" ", strip=True)
        addresses = {str(link["href"]) for link in row.select("a")}
        for section in one.sections:
            assert section.replace("#", ".html#") in addresses
        for item in (item for item in CONTENT.items if one.id in item.source):
            assert f"punten.html#{item.id}" in addresses
        assert all(question in shown for question in one.questions)
        assert (one.no_item or "") in shown


def test_a_word_counts_only_where_it_is_spoken_of() -> None:
    page = BeautifulSoup(
        "<section><p>Een tolk helpt.</p><p>Iets anders.</p><ul><li>Tolken kosten geld.</li></ul>"
        "</section>",
        "html.parser",
    )
    section = page.find("section")
    assert isinstance(section, Tag)
    assert words_about(section, ("tolk",)) == 6


def test_a_section_that_moved_stops_the_build(
    course: Path, build: Callable[[], subprocess.CompletedProcess[str]]
) -> None:
    (course / "book" / "_toc.yml").write_text(
        "format: jb-book\nroot: bronnen\nchapters:\n  - file: dekking\n", encoding="utf-8"
    )
    shutil.copy(BOOK / "dekking.md", course / "book")

    said = build()

    assert said.returncode != 0
    assert "coverage.yml verwijst naar visie#wij-doen-het-samen" in said.stdout
