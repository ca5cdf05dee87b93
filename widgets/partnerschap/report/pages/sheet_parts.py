"""What a print sheet can consist of; `templates/worksheet.typ` sets each by its `kind`."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Prompt:
    """Something to answer.

    Attributes
    ----------
    marks
        Answers to circle one of.
    lines
        Number of lines to write on.
    """

    text: str
    hint: str = ""
    marks: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Questions:
    """Prompts below each other; a quote or question may introduce them."""

    heading: str
    text: str
    prompts: tuple[Prompt, ...]
    question: str = ""
    kind: Literal["questions"] = "questions"


@dataclass(frozen=True)
class Columns:
    """A table to write in: the columns each with a hint, the rows each with a name."""

    heading: str
    text: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[str, ...]
    kind: Literal["columns"] = "columns"


@dataclass(frozen=True)
class Places:
    """Headings to sort cards under: of each the id of its colour, its name, text and question."""

    heading: str
    text: str
    places: tuple[tuple[str, str, str, str], ...]
    kind: Literal["places"] = "places"


@dataclass(frozen=True)
class Cards:
    """Cards to cut out, numbered from 1; an empty text is a card to write on."""

    heading: str
    text: str
    cards: tuple[str, ...]
    kind: Literal["cards"] = "cards"


@dataclass(frozen=True)
class RoleCard:
    """Who somebody plays, or that somebody watches: labels with one or more texts each."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class RoleCards:
    """Cards to cut apart and play a conversation with; `start` is how it begins."""

    heading: str
    text: str
    start: str
    cards: tuple[RoleCard, ...]
    kind: Literal["roles"] = "roles"


@dataclass(frozen=True)
class Worksheet:
    """A sheet to print; `subject` says below the title what it is about and may be empty."""

    title: str
    subject: str
    intro: str
    parts: tuple[Questions | Columns | Places | Cards | RoleCards, ...]
