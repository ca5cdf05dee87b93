"""Letters that bring somebody into a session by its code: to parents, and to the team."""

from io import BytesIO
from typing import Any, Final

import segno
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from partnerschap.report.office.word import new_document, packed
from partnerschap.report.pages.handout import Handout
from partnerschap.report.words import clean

_LETTER: Final = Pt(13)
_CODE: Final = Pt(32)
_QR: Final = Mm(42)
_DOTS: Final = 8
"""Of the picture, for each square of the code: sharp on paper."""


def session_letters(handout: Handout) -> bytes:
    """Make the letters as a Word file to change, a page each.

    Who is not asked to take part gets none.
    """
    content = handout.content
    made = new_document(content.message("report.letter_title"), content.language)
    made.styles["Normal"].font.size = _LETTER
    to_parents = "parent" in handout.roles
    letters = (["parents"] if to_parents else []) + (
        ["team"] if set(handout.roles) - {"parent"} else []
    )
    for at, reader in enumerate(letters):
        heading = made.add_heading(content.message(f"report.letter_{reader}_title"), level=1)
        heading.paragraph_format.page_break_before = at > 0
        _letter(made, handout, reader)
    return packed(made)


def _letter(made: Any, handout: Handout, reader: str) -> None:
    content = handout.content
    minutes = content.instrument(handout.instrument).minutes
    say = content.message
    if handout.label:
        made.add_paragraph(clean(handout.label)).runs[0].bold = True
    for part in ("greeting", "why", "what"):
        made.add_paragraph(say(f"report.letter_{reader}_{part}", minutes=minutes))
    way = "scan" if handout.link else "type"
    made.add_paragraph(say(f"report.letter_{reader}_{way}"))
    if handout.link:
        _qr(made, handout)
        where = made.add_paragraph(clean(handout.typed or handout.link))
        where.alignment = WD_ALIGN_PARAGRAPH.CENTER
    code = made.add_paragraph()
    code.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shown = code.add_run(clean(handout.code))
    shown.bold, shown.font.size = True, _CODE
    for part in ("until", "paper", "free"):
        made.add_paragraph(say(f"report.letter_{reader}_{part}"))


def _qr(made: Any, handout: Handout) -> None:
    drawn = BytesIO()
    segno.make(handout.link, error="m", micro=False).save(drawn, kind="png", scale=_DOTS, border=2)
    place = made.add_paragraph()
    place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture = place.add_run().add_picture(drawn, width=_QR)
    said = handout.content.message("report.alternative_qr", code=clean(handout.code))
    picture._inline.docPr.set("descr", said)  # noqa: SLF001 - no other way
