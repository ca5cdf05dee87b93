"""What a page consists of: blocks of text, as a Word file and a PDF can both show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Final, Literal

WRITING: Final = ""
"""The text of a cell of a table that somebody writes in."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading inside a document, from level 1 (a chapter) down."""

    text: str
    level: int = 2
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]
    kind: Literal["paragraph"] = "paragraph"

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Listing:
    """A list; an entry may be of several paragraphs."""

    entries: tuple[tuple["Block", ...], ...]
    numbered: bool = False
    kind: Literal["listing"] = "listing"


@dataclass(frozen=True)
class Definition:
    """A term with what is said of it, a paragraph a time."""

    term: str
    said: tuple[str, ...]
    kind: Literal["definition"] = "definition"


@dataclass(frozen=True)
class Quote:
    """What somebody says aloud, or a letter."""

    blocks: tuple["Block", ...]
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True)
class Table:
    """A table; a cell without text is there to write in.

    Attributes
    ----------
    height
        Of a row that is written in, in millimetres.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    height: int = 14
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Lines:
    """Lines to write on."""

    count: int
    kind: Literal["lines"] = "lines"


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""

    kind: Literal["page"] = "page"


@dataclass(frozen=True)
class Directive:
    """A directive of the book, such as an admonition or a reflection, with what stands in it."""

    name: str
    argument: str
    blocks: tuple["Block", ...]
    kind: Literal["directive"] = "directive"


Block = Heading | Paragraph | Listing | Definition | Quote | Table | Lines | PageBreak | Directive


@dataclass(frozen=True)
class Document:
    """Something to print or to change: a title and blocks. A directive has no place in it.

    Attributes
    ----------
    size
        Of its letters, in points; what hangs on a wall has larger ones.
    """

    title: str
    blocks: tuple[Block, ...]
    size: int = 11


def paragraph(text: str, *, strong: bool = False) -> Paragraph:
    """Make a paragraph in one style."""
    return Paragraph((Run(text, strong=strong),))


def plain(blocks: Iterable[Block]) -> str:
    """Return blocks as text without styles, with an empty line between them."""
    return "\n\n".join(filter(None, map(_plain, blocks)))


@singledispatch
def _plain(_block: Block) -> str:
    return ""  # nothing to read


@_plain.register
def _(block: Heading | Paragraph) -> str:
    return block.text


@_plain.register
def _(block: Listing) -> str:
    return "\n".join(
        (f"{number}. " if block.numbered else "- ") + plain(entry)
        for number, entry in enumerate(block.entries, 1)
    )


@_plain.register
def _(block: Definition) -> str:
    return "\n".join((block.term, *block.said))


@_plain.register
def _(block: Quote) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{plain(block.blocks)}\N{RIGHT DOUBLE QUOTATION MARK}"


@_plain.register
def _(block: Directive) -> str:
    return plain(block.blocks)


@_plain.register
def _(block: Table) -> str:
    return "\n".join(" | ".join(row) for row in (block.header, *block.rows))


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, and what stands inside a directive in the place of the directive."""
    for block in blocks:
        if isinstance(block, Directive):
            yield from flat(block.blocks)
        else:
            yield block
