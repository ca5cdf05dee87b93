"""The page *Klaarzetten* offers every file, and the example shows an outcome to a plan."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from partnerschap.content import load
from partnerschap.report import KITS, PACK, CoursePageError, make_files, make_kit, pack_file_name
from partnerschap_book import pack
from partnerschap_book.example import PARTS, example_report

Pages = Mapping[str, BeautifulSoup]
Build = Callable[[], subprocess.CompletedProcess[str]]

CONTENT = load()


def plain(text: str) -> str:
    """Return a text as it reads: straight apostrophes are curled on a page."""
    return " ".join(text.split()).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def test_every_file_of_the_pack_is_offered_whole(pages: Pages, html: Path) -> None:
    offered = {str(link["href"]) for link in pages["klaarzetten"].select("ul.pack a")}
    in_kits = {one for kit, ids in KITS.items() if kit != "all" for one in ids}
    made = make_files(CONTENT)
    expected = {
        f"_downloads/{pack_file_name(CONTENT, *key)}": data
        for key, data in made.items()
        if key[0] in in_kits
    }
    assert offered == set(expected)
    assert {one: (html / one).read_bytes() for one in offered} == expected
    zips = {str(link["href"]) for link in pages["klaarzetten"].select(".pack-zip a")}
    for kit in KITS:
        address = f"_downloads/{pack_file_name(CONTENT, kit, 'zip')}"
        assert address in zips
        assert (html / address).read_bytes() == make_kit(CONTENT, kit, made)


def test_each_link_says_what_it_gives(pages: Pages) -> None:
    entries = pages["klaarzetten"].select("ul.pack li")
    labels = {one.label(CONTENT) for one in PACK.values()}
    for entry in entries:
        assert entry.get_text().split(": ")[0] in {label.split(": ")[0] for label in labels}
        assert {link.get_text() for link in entry.select("a")} <= {
            "PowerPoint",
            "Word",
            "PDF",
            "Excel",
        }


def test_the_example_goes_from_answers_to_a_plan(pages: Pages, html: Path) -> None:
    page, report = pages["voorbeeld"], example_report()
    shown = plain(page.get_text(" "))
    assert "Deze school is verzonnen" in shown
    assert page.select_one("#beeld-partnerships")
    assert len(page.select("ul.example")) == len(PARTS) - 1
    for step in report.advice.suggestions[:3]:
        assert plain(step.why) in shown
    assert len(report.plan) == 2
    for entry in report.plan:
        assert plain(entry.text) in shown
        assert plain(entry.owner) in shown
    link = page.select_one('a[href="_downloads/voorbeeld-een-blad.pdf"]')
    assert link
    paper = PdfReader(html / str(link["href"]))
    assert len(paper.pages) == 1
    text = plain(paper.pages[0].extract_text())
    assert "VOORBEELD" in text
    assert report.label in text
    assert report.plan[0].owner in text


def test_the_example_stands_on_top_of_the_first_page(pages: Pages) -> None:
    """Only the button to begin, or to go on, stands above it."""
    article = pages["welkom"].find("article")
    assert article
    first = article.select_one("p a[href]:not(.headerlink, .course-button)")
    assert first
    assert first["href"] == "voorbeeld.html"


@pytest.mark.parametrize(
    ("directive", "name", "known"),
    [("pack", "picknick", "workshop-45-minuten"), ("example", "toetje", "strengths, talk")],
)
def test_what_is_not_there_stops_the_build(
    build: Build, course: Path, directive: str, name: str, known: str
) -> None:
    with (course / "book" / "bronnen.md").open("a", encoding="utf-8") as page:
        page.write(f"\n```{{{directive}}} {name}\n```\n")
    done = build()
    assert done.returncode != 0
    assert f"'{name}'" in done.stdout
    assert known in done.stdout


def test_a_slide_without_notes_is_named_and_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(_content: object) -> None:
        raise CoursePageError("lezing", "Vijf soorten")

    monkeypatch.setattr(pack, "make_files", lacking)
    app = SimpleNamespace(
        builder=SimpleNamespace(format="html"),
        env=SimpleNamespace(metadata={"klaarzetten": {"offers_pack": True}}),
        outdir=tmp_path,
        doctreedir=tmp_path,
    )
    with pytest.raises(ExtensionError, match=r"'lezing'.*'Vijf soorten'"):
        pack.write_pack(cast("Sphinx", app), None)
