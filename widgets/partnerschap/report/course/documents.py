"""Documents of the pack that print and change: cards, letters, forms and the model on one page.

Each is a part of a page of the course, so that what a trainer reads there is what the file says.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from partnerschap.content import Content
from partnerschap.report.course.blocks import (
    WRITING,
    Block,
    Document,
    Heading,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    flat,
    paragraph,
)
from partnerschap.report.course.pages import CoursePageError, read_page
from partnerschap.report.course.workbook import participant_workbook

_LETTER: Final = 13
_ON_A_TABLE: Final = 16
_ON_A_WALL: Final = 20
"""Sizes of letters, in points."""

_LINES_OF_AN_ANSWER: Final = 2
_PRIVACY_QUESTIONS: Final = 6
_EXAMPLES_APART: Final = 3
"""Parts of the page with examples that begin on a page of their own; what is left is short."""
_NAME_CARDS: Final = 5
"""Rows of two on a page."""


def _form(title: str) -> Document:
    """Make a part of the page on evaluation a form; a bold question gets lines to answer on."""
    blocks: list[Block] = []
    for block in flat(read_page("evaluatie").part(title).blocks):
        blocks.append(block)
        if isinstance(block, Paragraph) and all(run.strong for run in block.runs):
            blocks.append(Lines(_LINES_OF_AN_ANSWER))
    return Document(title, tuple(blocks))


def _card(*titles: str, page: str) -> Document:
    """Make a table of a page a card on a page of its own, with high rows to write in."""
    part = read_page(page).part(*titles)
    rows = next((block for block in part.blocks if isinstance(block, Table)), None)
    if rows is None:
        raise CoursePageError(page, part.title)
    text = [block for block in part.blocks if isinstance(block, Paragraph)]
    height = 200 // len(rows.rows)
    return Document(part.title, (*text, Table(rows.header, rows.rows, min(height, 38))))


def _letter(content: Content, name: str) -> Document:
    """Make a quoted letter of the trainer's page a letter; its first line is its title."""
    letters = read_page("trainer").part(
        content.message("pack.prepare"), content.message("pack.invite")
    )
    introduced = content.message(f"pack.{name}_introduced")
    found = [
        letter
        for before, letter in zip(letters.blocks, letters.blocks[1:], strict=False)
        if isinstance(letter, Quote)
        and isinstance(before, Paragraph)
        and before.text.startswith(introduced)
    ]
    if not found or not isinstance(found[0].blocks[0], Paragraph):
        raise CoursePageError("trainer", introduced)
    title, *rest = found[0].blocks
    return Document(getattr(title, "text", ""), tuple(rest), _LETTER)


def _name_cards(content: Content) -> Document:
    say = content.message
    card = f"{say('pack.name_card')}\n\n\n{say('pack.name_card_roles')}"
    return Document(
        say("pack.title_name_cards"),
        (Table((), ((card, card),) * _NAME_CARDS, height=46),),
        _LETTER,
    )


def _model(content: Content) -> Document:
    recognise = {one.id: one.recognise for one in content.activities.partnerships}
    blocks: list[Block] = [paragraph(content.message("pack.model_intro"))]
    for area in content.areas:
        if area.partnership:
            blocks += [
                Heading(area.name, 1),
                paragraph(area.short),
                Paragraph((Run(recognise[area.id], emphasis=True),)),
            ]
    return Document(content.message("pack.title_model"), tuple(blocks), _ON_A_TABLE)


def _examples(_content: Content) -> Document:
    """Make the page with filled-in sheets and cards a document, which says that all is invented."""
    page = read_page("ingevuld")
    blocks = list(flat(page.blocks))
    for part in page.sections:
        begins = [PageBreak()] if part in page.sections[1:_EXAMPLES_APART] else []
        blocks += [*begins, Heading(part.title, 1), *flat(part.blocks)]
    return Document(page.title, tuple(blocks))


def _poster(content: Content) -> Document:
    say = content.message
    steps = tuple((paragraph(say(f"pack.poster_{number}")),) for number in (1, 2, 3))
    return Document(
        say("pack.title_poster"),
        (
            Listing(steps, numbered=True),
            Table((say("pack.poster_qr"), say("pack.poster_code")), ((WRITING, WRITING),), 80),
            paragraph(say("pack.poster_private")),
        ),
        _ON_A_WALL,
    )


def _privacy(content: Content) -> Document:
    """Answer the questions of the trainer's page on privacy, for who is asked to fill in."""
    say = content.message
    blocks: list[Block] = [paragraph(say("pack.privacy_intro"))]
    for number in range(1, _PRIVACY_QUESTIONS + 1):
        blocks += [
            paragraph(say(f"pack.privacy_ask_{number}"), strong=True),
            paragraph(say(f"pack.privacy_answer_{number}")),
        ]
    return Document(say("pack.title_privacy"), tuple(blocks), _LETTER)


DOCUMENTS: Final[Mapping[str, Callable[[Content], Document]]] = MappingProxyType(
    {
        "workbook": participant_workbook,
        "model": _model,
        "step-card-45": lambda content: _card(
            content.message("pack.print"),
            content.message("pack.step_card"),
            page="workshop-45-minuten",
        ),
        "step-card-2": lambda content: _card(
            content.message("pack.print"), content.message("pack.step_card"), page="workshop-2-uur"
        ),
        "walk-card": lambda content: _card(
            content.message("pack.print"), content.message("pack.walk_card"), page="workshop-dag"
        ),
        "plan-card": lambda content: _card(
            content.message("pack.print"), content.message("pack.plan_card"), page="workshop-dag"
        ),
        "invitation-parents": lambda content: _letter(content, "invitation_parents"),
        "invitation-team": lambda content: _letter(content, "invitation_team"),
        "reminder-parents": lambda content: _letter(content, "reminder_parents"),
        "privacy": _privacy,
        "name-cards": _name_cards,
        "poster": _poster,
        "examples": _examples,
        "measure": lambda content: _form(content.message("pack.measure")),
        "evaluation": lambda content: _form(content.message("pack.evaluation")),
    }
)
"""What makes each document, by its id."""
