"""The participant's workbook: a page a module, and worksheets behind it."""

from collections.abc import Iterator
from typing import Final

from partnerschap.content import Content
from partnerschap.report.course.blocks import (
    WRITING,
    Block,
    Directive,
    Document,
    Heading,
    Lines,
    Listing,
    PageBreak,
    Table,
    flat,
    paragraph,
)
from partnerschap.report.course.pages import CoursePageError, Section, read_page

_LINES_OF_A_REFLECTION: Final = 11
_LINES_FOR_THE_TEAM: Final = 5
_LINES_OF_THE_VISION: Final = 5
_STEPS: Final = 3


def participant_workbook(content: Content) -> Document:
    """Make the workbook from the modules of the course and the exercises.

    Raises
    ------
    CoursePageError
        When a module lacks its goals or its question.
    """
    say = content.message
    blocks: list[Block] = [
        paragraph(say("pack.workbook_intro")),
        paragraph(say("pack.workbook_name"), strong=True),
        Lines(1),
        paragraph(say("pack.workbook_hope"), strong=True),
        Lines(5),
        paragraph(say("pack.workbook_moment"), strong=True),
        Lines(7),
    ]
    for number, module in enumerate(content.modules, 1):
        blocks += [PageBreak(), *_module(content, number, module.id)]
    for sheet in (_expectations, _partnerships, _vision, _steps):
        blocks += [PageBreak(), *sheet(content)]
    return Document(say("pack.title_workbook"), tuple(blocks))


def _module(content: Content, number: int, name: str) -> Iterator[Block]:
    say = content.message
    page = read_page(name)
    yield Heading(say("pack.workbook_module", number=number, title=page.title), 1)
    yield Heading(say("pack.goals"))
    yield from flat(page.part(say("pack.goals")).blocks)
    yield from _how(page)
    yield Heading(say("pack.think"))
    asked = [
        block.blocks
        for section in page.walk()
        for block in section.blocks
        if isinstance(block, Directive) and block.name == "reflection"
    ]
    if not asked:
        raise CoursePageError(name, say("pack.think"))
    for question in asked:
        yield from question
        yield Lines(_LINES_OF_A_REFLECTION)
    yield Heading(say("pack.to_team"))
    yield Lines(_LINES_FOR_THE_TEAM)


def _how(page: Section) -> Iterator[Block]:
    """Yield the first list of steps in a box, where the module has one."""
    for section in page.walk():
        for block in section.blocks:
            if isinstance(block, Directive) and block.name == "admonition":
                steps = [one for one in block.blocks if isinstance(one, Listing) and one.numbered]
                if steps:
                    yield Heading(block.argument)
                    yield steps[0]
                    return


def _expectations(content: Content) -> Iterator[Block]:
    one = content.expectations[0]
    other = content.message("verwachtingen.theme_other")
    yield Heading(content.message("verwachtingen.collect_heading"), 1)
    yield paragraph(one.intro)
    yield Table(
        (WRITING, *(side.title for side in one.sides)),
        tuple(
            (name, *(WRITING for _ in one.sides))
            for name in (*(theme.name for theme in one.themes), other)
        ),
        height=20,
    )


def _partnerships(content: Content) -> Iterator[Block]:
    say = content.message
    questions = {one.id: one.recognise for one in content.activities.partnerships}
    yield Heading(say("report.sheet_places"), 1)
    yield paragraph(say("pack.workbook_partnerships"))
    for area in content.areas:
        if area.partnership:
            yield Heading(area.name)
            yield paragraph(questions[area.id])
            yield Lines(3)


def _vision(content: Content) -> Iterator[Block]:
    say = content.message
    if content.vision is None:
        return
    yield Heading(say("visie.title"), 1)
    yield paragraph(say("report.sheet_visie"))
    for point in content.vision.points:
        yield Heading(point.name)
        yield paragraph(point.question)
        yield Lines(_LINES_OF_THE_VISION)


def _steps(content: Content) -> Iterator[Block]:
    say = content.message
    yield Heading(say("pack.steps"), 1)
    yield paragraph(say("pack.steps_intro"))
    columns = tuple(say(f"pack.steps_{name}") for name in ("what", "who", "when", "notice"))
    yield Table(columns, ((WRITING,) * len(columns),) * _STEPS, height=32)
    yield Heading(say("pack.steps_back"))
    yield Lines(4)
