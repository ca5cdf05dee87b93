"""Reads a page of the course, Markdown with directives, into sections and blocks.

Roles are gone in what comes out: a term is its text, a citation in brackets is left out, and one
that is part of a sentence is the name and year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from partnerschap.locations import BOOK
from partnerschap.report.course.blocks import (
    Block,
    Definition,
    Directive,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
)

_ROLE: Final = re.compile(r"( ?)\{([a-z:]+)\}`([^`<]+?)(?: <[^`>]*>)?`")
_DIRECTIVE: Final = re.compile(r"\{([\w-]+)\}\s*(.*)")
_OPTION: Final = re.compile(r":[\w-]+:")
_TARGET: Final = re.compile(r"\([\w-]+\)=|\{[.#][^}]*\}")
_ENTRY: Final = re.compile(r"@\w+\{(?P<key>[^,]+),(?P<fields>.*?)\n\}", re.DOTALL)
_FIELD: Final = re.compile(r"^\s*(author|year)\s*=\s*\{+(.*?)\}+,?$", re.MULTILINE)


class CoursePageError(Exception):
    """A page lacks a part that a file is made from."""

    def __init__(self, page: str, part: str) -> None:
        super().__init__(page, part)
        self.page = page
        self.part = part


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: blocks first, then sections one level down."""

    page: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...]

    def part(self, *titles: str) -> "Section":
        """Return the section under these headings, each inside the one before.

        Raises
        ------
        CoursePageError
            When there is none.
        """
        here = self
        for title in titles:
            found = [one for one in here.sections if one.title == title]
            if not found:
                raise CoursePageError(self.page, title)
            here = found[0]
        return here

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all inside it, in the order of the page."""
        yield self
        for section in self.sections:
            yield from section.walk()


def read_page(name: str, folder: Path = BOOK) -> Section:
    """Read a page of the book by its name, such as ``lezing``.

    Raises
    ------
    CoursePageError
        When it does not begin with a title.
    """
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    nodes = _parsed(text, folder).children
    top = [node for node in nodes if node.type not in {"front_matter", "hr"}]
    found = _sections(name, top, 1)
    if len(found) != 1:
        raise CoursePageError(name, "#")
    return found[0]


def _parsed(text: str, folder: Path) -> SyntaxTreeNode:
    names = _cited(folder / "references.bib")

    def said(role: re.Match[str]) -> str:
        space, name, value = role.groups()
        if name == "cite:p":
            return ""
        return space + (names.get(value, value) if name == "cite:t" else value)

    return SyntaxTreeNode(_reader().parse(_ROLE.sub(said, text)))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark").enable("table")
    return reader.use(front_matter_plugin).use(colon_fence_plugin).use(deflist_plugin)


@cache
def _cited(bibliography: Path) -> dict[str, str]:
    """Return how a source is named inside a sentence, by its key."""
    found = {}
    for entry in _ENTRY.finditer(bibliography.read_text(encoding="utf-8")):
        fields = dict(_FIELD.findall(entry["fields"]))
        authors = fields.get("author", "").replace("{", "").replace("}", "").split(" and ")
        first = authors[0].partition(",")[0]
        who = f"{first} e.a." if len(authors) > 1 else first
        dated = fields.get("year", "")[:1].isdigit()
        found[entry["key"]] = f"{who} ({fields['year']})" if dated else who
    return found


def _sections(page: str, nodes: Sequence[SyntaxTreeNode], level: int) -> tuple[Section, ...]:
    """Divide nodes at the headings of a level; what stands before the first is left out."""
    tag = f"h{level}"
    starts = [at for at, node in enumerate(nodes) if node.type == "heading" and node.tag == tag]
    return tuple(
        _section(page, nodes[start], nodes[start + 1 : end], level)
        for start, end in pairwise([*starts, len(nodes)])
    )


def _section(
    page: str, heading: SyntaxTreeNode, inside: Sequence[SyntaxTreeNode], level: int
) -> Section:
    first = next((at for at, node in enumerate(inside) if node.type == "heading"), len(inside))
    title = Paragraph(tuple(_runs(heading))).text
    own = tuple(_blocks(inside[:first]))
    return Section(page, title, own, _sections(page, inside[first:], level + 1))


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                made = Paragraph(tuple(_runs(node)))
                if not _TARGET.fullmatch(made.text.strip()):
                    yield made
            case "bullet_list" | "ordered_list":
                entries = tuple(tuple(_blocks(item.children)) for item in node.children)
                yield Listing(entries, numbered=node.type == "ordered_list")
            case "blockquote":
                yield Quote(tuple(_blocks(node.children)))
            case "table":
                header, *rows = (
                    tuple(Paragraph(tuple(_runs(cell))).text for cell in row.children)
                    for part in node.children
                    for row in part.children
                )
                yield Table(header, tuple(rows))
            case "dl":
                yield from _definitions(node)
            case "fence" | "colon_fence":
                yield _directive(node)


def _definitions(node: SyntaxTreeNode) -> Iterator[Definition]:
    term, said = "", list[str]()
    for part in node.children:
        if part.type == "dt":
            if said:
                yield Definition(term, tuple(said))
            term, said = Paragraph(tuple(_runs(part))).text, []
        else:
            said += [Paragraph(tuple(_runs(inside))).text for inside in part.children]
    yield Definition(term, tuple(said))


def _directive(node: SyntaxTreeNode) -> Block:
    named = _DIRECTIVE.match(node.info)
    if named is None:
        return Directive("", "", ())
    lines = node.content.splitlines()
    while lines and _OPTION.match(lines[0]):
        del lines[0]
    inside = tuple(_blocks(SyntaxTreeNode(_reader().parse("\n".join(lines))).children))
    if named[1] != "list-table":
        return Directive(named[1], named[2], inside)
    (listed,) = (block for block in inside if isinstance(block, Listing))
    header, *rows = (_row(entry) for entry in listed.entries)
    return Table(header, tuple(rows))


def _row(entry: tuple[Block, ...]) -> tuple[str, ...]:
    (cells,) = (block for block in entry if isinstance(block, Listing))
    return tuple(
        " ".join(block.text for block in cell if isinstance(block, Paragraph)).strip()
        for cell in cells.entries
    )


def _runs(node: SyntaxTreeNode, *, strong: bool = False, emphasis: bool = False) -> Iterator[Run]:
    for part in node.children:
        match part.type:
            case "text" | "code_inline":
                # A space that does not break only holds a cell open that is written in.
                if text := part.content.replace("\N{NO-BREAK SPACE}", ""):
                    yield Run(text, strong, emphasis)
            case "softbreak":
                yield Run(" ", strong, emphasis)
            case "hardbreak":
                yield Run("\n", strong, emphasis)
            case "strong":
                yield from _runs(part, strong=True, emphasis=emphasis)
            case "em":
                yield from _runs(part, strong=strong, emphasis=True)
            case "inline" | "link":
                yield from _runs(part, strong=strong, emphasis=emphasis)
