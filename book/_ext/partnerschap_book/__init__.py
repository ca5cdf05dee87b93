"""What the course's pages need beside Jupyter Book.

1. `texts` reads words and numbers from ``exercises/content``.
2. `exercise` turns ``{exercise} NAME`` into a frame with a Voila exercise.
3. `movements` divides a module in five, and `modules` knows number, tips, time and reflections.
4. `course` shows them: ``{welcome}``, ``{module-top}``, ``{reflection}``, ``{progress}``,
   ``{certificate}``, ``{ratings}``.
5. `items` turns ``{items}`` into the list of everything that the scans ask.
6. `sheets` puts empty answer sheets beside the pages.
7. `worksheets` puts the exercises on paper beside them.
8. `pack` turns ``{pack} NAME`` into the slides, forms and sheets of a meeting.
9. `pictures` turns ``{picture} NAME`` into a chart of an invented team.
10. `drawings` turns ``{drawing} NAME`` into a drawing of people and things.
11. `profiles` turns ``{profile} ID`` into an invented team with its advice.
12. `example` turns ``{example} PART`` into a part of one such team, from answers to plan.
13. `layout.theme` gives the theme's own buttons and messages their Dutch words.
14. `sources` gives citations and the bibliography their Dutch words.
15. `coverage` turns ``{coverage}`` into what the course does with each point of its sources.
16. `search` says under which words a page is found.
17. `movements` divides the page of a module into its five movements.
18. `layout.menu` gives every page the menu, and what comes before and after it.
19. `layout.about` says of every page what it is, for who shares or finds it.
20. `layout.assets` joins the style sheets and scripts into one of each.

HTML stands in ``book/_templates``.
"""

from typing import Any

from sphinx.application import Sphinx

from . import (
    course,
    coverage,
    drawings,
    example,
    exercise,
    items,
    modules,
    movements,
    pack,
    pictures,
    profiles,
    search,
    sheets,
    sources,
    texts,
    worksheets,
)
from .layout import about, assets, menu, theme

__all__ = ["setup"]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the parts with Sphinx."""
    parts = (
        texts,
        exercise,
        movements,
        modules,
        course,
        items,
        sheets,
        worksheets,
        pack,
        pictures,
        drawings,
        profiles,
        example,
        theme,
        sources,
        coverage,
        search,
        menu,
        about,
        assets,
    )
    for part in parts:
        part.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
