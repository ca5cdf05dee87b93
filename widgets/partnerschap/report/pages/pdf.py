"""PDF files, typeset by Typst: a template filled with a page's context.

A context reaches a template as data, never as markup: whatever somebody typed is text. The files
carry tags, a language, a title and bookmarks; where every letter can be shown they are PDF/UA-1.
"""

import json
from functools import cache
from pathlib import Path
from typing import Final

import typst

from partnerschap.report.charts.drawing import font_folder
from partnerschap.report.pages.context import breakable
from partnerschap.report.pages.points import PageContext

TEMPLATES: Final = Path(__file__).parent / "templates"
_STANDARD: Final = "ua-1"


def pdf_of(context: PageContext, template: str) -> bytes:
    """Typeset a page as a tagged PDF.

    Parameters
    ----------
    template
        Name of a file in the folder ``templates``, without its suffix.

    Returns
    -------
    The same bytes for the same context on the same machine.
    """
    data = {"data": json.dumps(breakable(context), ensure_ascii=False)}
    page = TEMPLATES / f"{template}.typ"
    try:
        made = _typesetter().compile(
            page, format="pdf", sys_inputs=data, pdf_standards=_STANDARD, timestamp=0
        )
    except typst.TypstError:
        # PDF/UA refuses a letter that no font has, such as an emoji; the file is tagged all the
        # same. A fault of the template comes up again here.
        made = _typesetter().compile(page, format="pdf", sys_inputs=data, timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError("Typst returned no file")
    return made


@cache
def _typesetter() -> typst.Compiler:
    """Start Typst once; the fonts of the machine only help out where ours lacks a letter."""
    return typst.Compiler(root=TEMPLATES, font_paths=[font_folder()])
