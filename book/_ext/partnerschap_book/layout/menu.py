"""The menu of the course beside every page, and which page comes before and after another."""

from dataclasses import dataclass
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from partnerschap_book.modules import all_modules

_FOLDED = ("trainer", "onderzoek")
"""Parts that stand closed, by their first page: a learner seldom needs them."""


@dataclass(frozen=True)
class Entry:
    """A page in the menu."""

    page: str
    title: str
    number: int | None
    """Of a module."""


@dataclass(frozen=True)
class Part:
    """A part of ``_toc.yml``; the first one begins with the first page of all."""

    caption: str
    entries: tuple[Entry, ...]
    is_folded: bool

    @property
    def pages(self) -> list[str]:
        """The pages in their order."""
        return [entry.page for entry in self.entries]


def _parts(env: BuildEnvironment) -> list[Part]:
    numbers = {module.page: module.number for module in all_modules(env)}
    root = env.external_site_map.root  # type: ignore[attr-defined]  # of sphinx-external-toc
    parts: list[Part] = []
    for tree in root.subtrees:
        pages = [str(item) for item in tree.items]
        before = [] if parts else [root.docname]
        parts.append(
            Part(
                caption=tree.caption or "",
                entries=tuple(
                    Entry(page, env.titles[page].astext(), numbers.get(page))
                    for page in before + pages
                ),
                is_folded=pages[0] in _FOLDED,
            )
        )
    return parts


def give_menu(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Give a page the menu, with the pages before and after it in its own part."""
    parts = _parts(app.env)
    context["menu"] = parts
    context["prev"] = context["next"] = None
    for part in parts:
        if page in part.pages:
            place = part.pages.index(page)
            entries = (None, *part.entries, None)
            context["prev"], context["next"] = entries[place], entries[place + 2]


def setup(app: Sphinx) -> None:
    """Register the menu."""
    app.connect("html-page-context", give_menu)
