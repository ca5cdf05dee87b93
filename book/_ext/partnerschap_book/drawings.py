"""The directive ``{drawing} NAME``: a drawing of ``book/drawings``, with its text alternative.

A drawing is an SVG file whose `title` says what it shows. It takes people and things from their own
files by ``<use href="../people/bob.svg" transform="…"/>``, so that somebody who returns is drawn
once. A page gets all of it in one piece: its colours have the names of ``tokens.css`` and follow
light and dark.
"""

from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from partnerschap.locations import BOOK

from .texts import message

DRAWINGS: Final = BOOK / "drawings"

PARTS: Final = ("icons", "people", "things")
"""Folders with what drawings are made of; the exercises show icons and people by themselves."""

_SVG: Final = "http://www.w3.org/2000/svg"
_TITLE: Final = f"{{{_SVG}}}title"
_USE: Final = f"{{{_SVG}}}use"
_GROUP: Final = f"{{{_SVG}}}g"


class DrawingNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place of a drawing in a page."""


def whole(path: Path) -> ET.Element:
    """Read an SVG file, with what it uses in the place of each `use`.

    Raises
    ------
    OSError
        When there is no such file, or none that it uses.
    ET.ParseError
        When it is no XML.
    """
    root = ET.parse(path).getroot()  # noqa: S314 - a file of our own
    for element in [*root.iter(_USE)]:
        used = whole(path.parent / element.attrib.pop("href"))
        element.tag = _GROUP
        element.extend(part for part in used if part.tag != _TITLE)
    return root


def drawings() -> list[str]:
    """Name the drawings for pages: all but what they are made of."""
    found = (path.relative_to(DRAWINGS).with_suffix("") for path in DRAWINGS.rglob("*.svg"))
    return sorted(path.as_posix() for path in found if path.parts[0] not in PARTS)


def area_icon(area: str) -> str:
    """Return the icon of an area as markup, for beside its name."""
    root = whole(DRAWINGS / "icons" / f"{area}.svg")
    root.set("class", "ps-area-icon")
    return _markup(root)


def drawing(name: str) -> tuple[str, str]:
    """Return a drawing as markup for a page, and what it shows in words."""
    root = whole(DRAWINGS / f"{name}.svg")
    title = root.find(_TITLE)
    if title is None or not title.text:
        return _markup(root), ""
    root.remove(title)  # it would show as a tooltip; a reader hears it as the name of the picture
    return _markup(root), " ".join(title.text.split())


def _markup(root: ET.Element) -> str:
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
        element.text, element.tail = (
            text if text and text.strip() else None for text in (element.text, element.tail)
        )
    root.set("aria-hidden", "true")
    return ET.tostring(root, encoding="unicode")


class DrawingDirective(SphinxDirective):
    """Show a drawing by its path in ``book/drawings``, without ``.svg``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave its place; one that is not there, or says nothing, is an error of the build."""
        name = self.arguments[0]
        known = drawings()
        if name not in known or not drawing(name)[1]:
            page, names = self.env.docname, ", ".join(known)
            raise self.error(message("unknown_drawing", page=page, name=name, names=names))
        node = DrawingNode(name=name)
        self.set_source_info(node)
        return [node]


def visit_drawing(translator: HTML5Translator, node: DrawingNode) -> None:
    """Write the drawing."""
    builder = translator.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        raise nodes.SkipNode
    kind, _, _ = node["name"].rpartition("/")
    markup, text = drawing(node["name"])
    context = {"kind": kind or "page", "svg": markup, "text": text}
    translator.body.append(builder.templates.render("drawing.html", context))
    raise nodes.SkipNode


def skip_drawing(_translator: nodes.NodeVisitor, _node: DrawingNode) -> None:
    """Leave it out of every output that is no web page."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directive."""
    skip = (skip_drawing, None)
    app.add_node(DrawingNode, html=(visit_drawing, None), text=skip, latex=skip)
    app.add_directive("drawing", DrawingDirective)
