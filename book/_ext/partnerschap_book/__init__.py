"""What the course's pages need beside Jupyter Book.

1. `texts` reads words and numbers from ``exercises/content``.
2. `exercise` turns ``{exercise} NAME`` into a frame with a Voila exercise.
3. `modules` knows number, tips, time and reflections of every module.
4. `course` shows them: ``{module-top}``, ``{reflection}``, ``{progress}``, ``{certificate}``,
   ``{ratings}``.
5. `items` turns ``{items}`` into the list of everything that the scans ask.
6. `sheets` puts empty answer sheets beside the pages.
7. `worksheets` puts the exercises on paper beside them.
8. `pack` turns ``{pack} NAME`` into the slides, forms and sheets of a meeting.
9. `pictures` turns ``{picture} NAME`` into a chart of an invented team.
10. `profiles` turns ``{profile} ID`` into an invented team with its advice.
11. `example` turns ``{example} PART`` into a part of one such team, from answers to plan.
12. `theme` gives the theme's own buttons and messages their Dutch words.
13. `sources` gives citations and the bibliography their Dutch words.
14. `search` says under which words a page is found.
15. `menu` gives every page the menu, and what comes before and after it.
16. `about` says of every page what it is, for who shares or finds it.
17. `assets` joins the style sheets and scripts into one of each.

HTML stands in ``book/_templates``.
"""

from typing import Any

from sphinx.application import Sphinx

from . import (
    about,
    assets,
    course,
    example,
    exercise,
    items,
    menu,
    modules,
    pack,
    pictures,
    profiles,
    search,
    sheets,
    sources,
    texts,
    theme,
    worksheets,
)

__all__ = ["setup"]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the parts with Sphinx."""
    parts = (
        texts,
        exercise,
        modules,
        course,
        items,
        sheets,
        worksheets,
        pack,
        pictures,
        profiles,
        example,
        theme,
        sources,
        search,
        menu,
        about,
        assets,
    )
    for part in parts:
        part.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
