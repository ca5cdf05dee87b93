"""Slides in PowerPoint: titles, text and speaker's notes that can all be changed."""

from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Cm, Length, Pt

from partnerschap.content import Content
from partnerschap.report.charts.palette import palette
from partnerschap.report.course.decks import Deck, Slide
from partnerschap.report.office.word import LANGUAGE
from partnerschap.report.zipping import without_time

WIDTH: Final = Pt(960)
HEIGHT: Final = Pt(540)
"""With the width 16:9."""

_MARGIN: Final = Cm(2.4)
_TITLE_AND_TEXT: Final = 1
_TITLE_ONLY: Final = 5
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"


def slides_pptx(content: Content, deck: Deck) -> bytes:
    """Make a deck as a PowerPoint file."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    _arrange(made)
    made.core_properties.title = deck.title
    made.core_properties.author = "partnerschap"
    made.core_properties.language = LANGUAGE.get(content.language, content.language)
    for number, slide in enumerate(deck.slides, 1):
        counted = content.message("pack.slide_number", number=number, total=len(deck.slides))
        _add(made, slide, counted)
    for shown in made.slides:
        _speak(shown, made.core_properties.language)
    packed = BytesIO()
    made.save(packed)
    return without_time(packed.getvalue())


def _arrange(made: Any) -> None:
    """Lay out the template's two layouts for a wide slide, and leave out the others."""
    layouts = made.slide_layouts
    keep = [layouts[at] for at in (_TITLE_AND_TEXT, _TITLE_ONLY)]
    for layout in list(layouts):
        if layout not in keep:
            layouts.remove(layout)
    for holder in (made.slide_master, *keep):
        for place in list(holder.placeholders):
            if place.placeholder_format.type in {13, 15, 16}:  # number, foot, date
                place.element.getparent().remove(place.element)
        for place in holder.placeholders:
            top, height = (Cm(1.5), Cm(2.6)) if place.placeholder_format.idx == 0 else _body()
            place.left, place.top = _MARGIN, top
            place.width, place.height = WIDTH - 2 * _MARGIN, height


def _body() -> tuple[Length, Length]:
    return Cm(4.6), Cm(11.4)


def _add(made: Any, slide: Slide, counted: str) -> None:
    with_text = slide.layout != "timetable"
    layouts = made.slide_layouts
    added = made.slides.add_slide(layouts[0] if with_text else layouts[1])
    _bar(added)
    opening = slide.layout == "opening"
    title = added.shapes.title
    title.text_frame.text = slide.title
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if opening else MSO_ANCHOR.MIDDLE
    _style(title.text_frame, 48 if opening else 36, "accent", bold=True)
    if opening:
        title.left, title.width = _MARGIN, WIDTH - 2 * _MARGIN
        title.top, title.height = Cm(3.2), Cm(5)
    if with_text:
        _text(added.placeholders[1], slide)
    else:
        _rows(added, slide)
    _foot(added, slide.foot, _MARGIN, PP_ALIGN.LEFT)
    _foot(added, counted, WIDTH / 2, PP_ALIGN.RIGHT)
    added.notes_slide.notes_text_frame.text = slide.notes


def _bar(added: Any) -> None:
    bar = added.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Cm(0.9), HEIGHT)
    bar.fill.solid()
    bar.fill.fore_color.rgb = _colour("accent")
    bar.line.fill.background()
    # Decoration: a screen reader passes over a shape with an empty description.
    bar._element.nvSpPr.cNvPr.set("descr", "")  # noqa: SLF001 - python-pptx has no other way


def _text(place: Any, slide: Slide) -> None:
    opening = slide.layout == "opening"
    frame = place.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE  # when a trainer adds a line
    frame.vertical_anchor = MSO_ANCHOR.TOP if opening else MSO_ANCHOR.MIDDLE
    frame.text = "\n".join(slide.lines)
    _style(frame, 28 if opening else slide.size, "text")
    for line in frame.paragraphs:
        line.space_after = Pt(10)
        _without_bullet(line)
        _in_colour(line)
    if opening:
        place.left, place.width = _MARGIN, WIDTH - 2 * _MARGIN
        place.top, place.height = Cm(8.8), Cm(6)


def _without_bullet(line: Any) -> None:
    settings = line._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no other way
    settings.set("marL", "0")
    settings.set("indent", "0")
    none = settings.makeelement(f"{{{_DRAWING}}}buNone", {})
    settings.insert_element_before(none, "a:tabLst", "a:defRPr", "a:extLst")


def _in_colour(line: Any) -> None:
    """Give the name of a partnership its own colour, as in the exercises."""
    name, colon, rest = line.text.partition(":")
    if colon and name.lower() in palette():
        run = line.runs[0]
        run.text = name
        size = run.font.size
        after = line.add_run()
        after.text = colon + rest
        after.font.size, after.font.color.rgb = size, _colour("text")
        run.font.bold, run.font.color.rgb = True, _colour(name.lower())


def _rows(added: Any, slide: Slide) -> None:
    top, height = _body()
    grid = added.shapes.add_table(
        len(slide.rows), 2, _MARGIN, top, WIDTH - 2 * _MARGIN, height
    ).table
    grid.first_row = grid.horz_banding = False
    grid.first_col = True
    grid.columns[0].width, grid.columns[1].width = Cm(6), WIDTH - 2 * _MARGIN - Cm(6)
    for at, (name, time) in enumerate(slide.rows):
        for column, text in enumerate((time, name)):
            cell = grid.cell(at, column)
            cell.fill.background()
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.text_frame.text = text
            _style(cell.text_frame, 28, "text" if column else "accent", bold=not column)


def _foot(added: Any, text: str, left: float, align: Any) -> None:
    if not text:
        return
    box = added.shapes.add_textbox(round(left), Cm(17), round(WIDTH / 2 - _MARGIN), Cm(1.2))
    box.text_frame.text = text
    _style(box.text_frame, 18, "muted")
    box.text_frame.paragraphs[0].alignment = align


def _style(frame: Any, size: int, colour: str, *, bold: bool = False) -> None:
    for line in frame.paragraphs:
        line.alignment = PP_ALIGN.LEFT
        for run in line.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = _colour(colour)


def _colour(name: str) -> Any:
    made: Any = RGBColor  # python-pptx types only part of itself
    return made(*bytes.fromhex(palette()[name].removeprefix("#")))


def _speak(added: Any, language: str) -> None:
    """Say of every text in which language it is, for spelling and for a screen reader."""
    for part in (added, added.notes_slide):
        for settings in part._element.iter(f"{{{_DRAWING}}}rPr"):  # noqa: SLF001 - idem
            settings.set("lang", language)
