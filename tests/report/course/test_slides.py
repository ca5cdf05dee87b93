"""Slides, opened by independent readers: python-pptx and pypdf."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from partnerschap.content import load
from partnerschap.locations import BOOK
from partnerschap.report.course import decks
from partnerschap.report.course.decks import DECKS, Deck, read_deck, read_short_deck
from partnerschap.report.course.pages import CoursePageError, read_page
from partnerschap.report.office.slides import slides_pptx
from partnerschap.report.pages.course_pdf import slides_pdf
from pdf_reading import opened, says

CONTENT = load()
MOST_WORDS = 40
SMALLEST = 18
"""Points, of what stands in the corners; what is to be read is larger."""

SMALLEST_TO_READ = 28
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WIDE = 0.5
"""Of a letter, with what is between two, as a part of its size."""

SLIDE = (960, 540)
"""16:9, in points."""


def _texts(slide: Any) -> list[str]:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return [text for text in texts if text]


def _runs(slide: Any) -> list[Any]:
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    frames += [
        cell.text_frame
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    return [run for frame in frames for line in frame.paragraphs for run in line.runs]


@pytest.fixture(scope="module", params=DECKS)
def deck(request: pytest.FixtureRequest) -> Deck:
    return read_deck(CONTENT, request.param)


@pytest.fixture(scope="module")
def shown(deck: Deck) -> Any:
    return Presentation(BytesIO(slides_pptx(CONTENT, deck)))


def test_every_slide_of_powerpoint_has_a_title_and_the_speakers_notes(
    deck: Deck, shown: Any
) -> None:
    assert len(shown.slides) == len(deck.slides)
    for slide, made in zip(shown.slides, deck.slides, strict=True):
        assert slide.shapes.title.text_frame.text == made.title
        assert slide.has_notes_slide
        assert slide.notes_slide.notes_text_frame.text.strip()
        texts = " ".join(_texts(slide))
        assert all(line in texts for line in made.lines)
        assert all(text in texts for row in made.rows for text in row)


def test_a_slide_shows_little_and_in_large_letters(shown: Any) -> None:
    assert (shown.slide_width, shown.slide_height) == (Pt(SLIDE[0]), Pt(SLIDE[1]))
    for slide in shown.slides:
        sizes = {run.font.size.pt for run in _runs(slide)}
        assert min(sizes) >= SMALLEST
        read = [run for run in _runs(slide) if run.font.size.pt > SMALLEST]
        assert min(run.font.size.pt for run in read) >= SMALLEST_TO_READ
        assert sum(len(re.findall(r"\w+", run.text)) for run in read) <= MOST_WORDS


def test_nothing_stands_outside_a_slide(shown: Any) -> None:
    for slide in shown.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= shown.slide_width
            assert shape.top + shape.height <= shown.slide_height


def _height(frame: Any, width: float) -> float:
    """Estimate how high a text stands, in points, from letters that are half as wide as high."""
    high = 0.0
    for line in frame.paragraphs:
        size = max(run.font.size.pt for run in line.runs)
        lines = -(-len(line.text) * size * WIDE // width)
        high += lines * size * 1.2 + (line.space_after or Pt(0)).pt
    return high


def test_no_text_is_higher_than_its_place(shown: Any) -> None:
    inset = 2 * Pt(7.2)  # what PowerPoint leaves open inside a shape
    for slide in shown.slides:
        for shape in slide.placeholders:
            if shape.has_text_frame and shape.text_frame.text:
                assert _height(shape.text_frame, (shape.width - inset) / Pt(1)) <= shape.height.pt


def test_settings_of_a_paragraph_stand_in_the_order_of_the_schema(shown: Any) -> None:
    """PowerPoint offers to repair a file in which they do not."""
    order = ["lnSpc", "spcBef", "spcAft", "buNone", "defRPr"]
    for slide in shown.slides:
        for settings in slide.element.iter(f"{DRAWING}pPr"):
            found = [order.index(part.tag.removeprefix(DRAWING)) for part in settings]
            assert found == sorted(found)


def test_a_slide_is_in_dutch(shown: Any) -> None:
    packed = BytesIO()
    shown.save(packed)
    with zipfile.ZipFile(packed) as parts:
        slides = [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]
        for name in slides:
            runs = re.findall(r"<a:r><a:rPr([^>]*)>", parts.read(name).decode())
            assert runs
            assert [one for one in runs if 'lang="nl-NL"' not in one] == []


def test_the_pdf_shows_the_same_a_slide_a_page(deck: Deck) -> None:
    made = slides_pdf(CONTENT, deck)
    document = opened(made)
    assert len(document.pages) == len(deck.slides), "a slide that does not fit takes two pages"
    sides = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in document.pages}
    assert sides == {SLIDE}
    root: Any = document.trailer["/Root"]
    assert str(root["/Lang"]).startswith("nl")
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    for slide in deck.slides:
        assert says(made, slide.title)
        assert all(says(made, line) for line in slide.lines)


def test_slides_are_the_same_each_time(deck: Deck) -> None:
    assert slides_pptx(CONTENT, deck) == slides_pptx(CONTENT, deck)


@pytest.mark.parametrize("name", DECKS)
def test_what_the_page_shows_is_on_the_slides_and_what_it_says_in_the_notes(name: str) -> None:
    deck, source = read_deck(CONTENT, name), (BOOK / f"{name}.md").read_text(encoding="utf-8")
    told = " ".join(slide.notes for slide in deck.slides)
    shown = re.findall(r"^Op de dia\n((?:: .+\n)+)", source, flags=re.MULTILINE)
    steps = [slide for slide in deck.slides if slide.layout == "step"]
    assert [list(slide.lines) for slide in steps] == [
        [line.removeprefix(": ") for line in lines.splitlines()] for lines in shown
    ]
    for slide in steps:
        assert "Op de dia" not in slide.notes
    first = re.search(r"^> ([^*{\n]{20,}?[.?])", source, flags=re.MULTILINE)
    assert first
    assert first[1].replace("'", "'") in told


@pytest.mark.parametrize("name", DECKS)
def test_every_part_of_the_programme_has_a_slide(name: str) -> None:
    deck = read_deck(CONTENT, name)
    parts = [part for slide in deck.slides for part, _ in slide.rows]
    titles = [slide.title for slide in deck.slides if slide.layout == "step"]
    assert [part for part in parts if part not in titles] == []


def test_who_prepared_nothing_shows_the_slides_of_that_morning_in_its_order() -> None:
    deck = read_short_deck(CONTENT)
    assert [slide.layout for slide in deck.slides[:3]] == ["opening", "timetable", "timetable"]
    parts = [part for slide in deck.slides for part, _ in slide.rows]
    steps = deck.slides[3:]
    assert [slide.title for slide in steps] == parts
    assert {"Wat goed gaat", "Hierover eerst praten"}.isdisjoint(parts)
    notes = {slide.title: slide.notes for slide in steps}
    assert "Welke dingen deden jullie dit jaar" in notes["Onze activiteiten sorteren"]
    assert "Bedenk er in tweetallen" in notes["Stappen kiezen"]
    feet = {slide.title: slide.foot for slide in steps}
    assert feet["Onze activiteiten sorteren"].startswith("20 minuten")


def test_the_notes_of_the_lecture_hold_what_else_may_be_said_at_a_slide() -> None:
    notes = {slide.title: slide.notes for slide in read_deck(CONTENT, "lezing").slides}
    assert "Ze heet Noor" in notes["De andere helft"]
    for title in ("Doen kinderen het beter?", "Verwachtingen op tafel", "De strengste vraag"):
        assert "Bij dia" in notes[title]
    assert "Bent u hier als ouder?" in notes["Vóór vrijdag"]
    assert "Bij dia" not in notes["Vijf soorten"]


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("> Denk aan een keer", "", "Een goed moment"),
        ("Op de dia\n: Waar zijn we", f"Op de dia\n: {'woord ' * 45}\n: Waar zijn we", "Kijken"),
    ],
    ids=["no-notes", "too-much"],
)
def test_a_slide_without_notes_or_with_too_much_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, part: str
) -> None:
    source = (BOOK / "workshop-45-minuten.md").read_text(encoding="utf-8")
    if not after:
        head, rest = source.split("### Een goed moment", 1)
        _, tail = rest.split("\n### ", 1)
        source = f"{head}### Een goed moment (7 minuten)\n\nOp de dia\n: Dag.\n\n### {tail}"
    else:
        source = source.replace(before, after)
    (tmp_path / "workshop-45-minuten.md").write_text(source, encoding="utf-8")
    (tmp_path / "references.bib").write_text("", encoding="utf-8")
    monkeypatch.setattr(decks, "read_page", lambda name: read_page(name, tmp_path))
    with pytest.raises(CoursePageError) as lacking:
        read_deck(CONTENT, "workshop-45-minuten")
    assert lacking.value.page == "workshop-45-minuten"
    assert lacking.value.part.startswith(part)
