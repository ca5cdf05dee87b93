"""The exercises on paper: what stands on the print sheet of each."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Final

from partnerschap.content import Content, practice
from partnerschap.content.learning import ExpectationSet, Route
from partnerschap.report.pages.context import shared_context
from partnerschap.report.pages.pdf import pdf_of
from partnerschap.report.pages.points import PageContext
from partnerschap.report.pages.sheet_parts import (
    Cards,
    Columns,
    Places,
    Prompt,
    Questions,
    RoleCard,
    RoleCards,
    Worksheet,
)
from partnerschap.report.words import ReportWords

_NOTE_LINES: Final = 2
_VISION_LINES: Final = 4
_POLICY_LINES: Final = 3
_CHANGES: Final = 3
_OWN_CARDS: Final = 3
"""At least; one more where the number of cards would be odd."""


def make_worksheet(content: Content, exercise_id: str, sector: str = "") -> bytes:
    """Make the print sheets of an exercise, as PDF.

    Parameters
    ----------
    exercise_id
        One of `WORKSHEETS`.
    sector
        Id; without one the sheets are for every sector.

    Raises
    ------
    KeyError
        When the exercise has no sheet.
    """
    sheets = WORKSHEETS[exercise_id](content, sector)
    return pdf_of(worksheet_context(content, sheets), "worksheet")


def worksheet_context(content: Content, sheets: tuple[Worksheet, ...]) -> PageContext:
    """Return the template context of the sheets of one exercise."""
    return {
        "title": sheets[0].title,
        "label": sheets[0].subject if len(sheets) == 1 else "",
        "day": None,
        **shared_context(ReportWords(content)),
        "sheets": [asdict(sheet) for sheet in sheets],
    }


def _title(content: Content, exercise_id: str) -> str:
    return next(exercise.title for exercise in content.exercises if exercise.id == exercise_id)


def _sector(content: Content, sector: str) -> str:
    return next((known.name for known in content.sectors if known.id == sector), "")


def _ouderbril(content: Content, sector: str) -> tuple[Worksheet, ...]:
    return tuple(_walk(content, route) for route in content.walk if sector in {"", route.id})


def _walk(content: Content, route: Route) -> Worksheet:
    say = content.message
    marks = tuple(say(f"ouderbril.mark_{mark}") for mark in ("good", "better", "unseen"))
    note = Prompt(say("report.sheet_note"), lines=_NOTE_LINES)
    stations = [
        Questions(
            heading=say("report.sheet_numbered", number=number, name=station.name),
            text=station.view,
            prompts=(*(Prompt(point.text, marks=marks) for point in station.points), note),
        )
        for number, station in enumerate(route.stations, start=1)
    ]
    changes = Columns(
        heading=say("ouderbril.changes_heading"),
        text=say("ouderbril.changes_intro"),
        columns=tuple((say(f"ouderbril.plan_{key}"), "") for key in ("what", "who", "when")),
        rows=tuple(str(number) for number in range(1, _CHANGES + 1)),
    )
    return Worksheet(
        title=_title(content, "ouderbril"),
        subject=_sector(content, route.id),
        intro=f"{say('ouderbril.start_intro')} {say('report.sheet_circle')}",
        parts=(*stations, changes),
    )


def _visie(content: Content, _sector_id: str) -> tuple[Worksheet, ...]:
    say = content.message
    points = content.vision.points if content.vision else ()
    parts = [
        Questions(
            heading=say("report.sheet_numbered", number=number, name=point.name),
            text=point.explanation,
            question=point.question,
            prompts=(
                Prompt(say("visie.beliefs"), lines=_VISION_LINES),
                Prompt(
                    say("visie.behaviours"),
                    hint=say("visie.behaviours_hint"),
                    lines=_VISION_LINES,
                ),
            ),
        )
        for number, point in enumerate(points, start=1)
    ]
    last = Questions(
        heading=say("visie.step_start"),
        text="",
        prompts=(Prompt(say("visie.people"), lines=1), Prompt(say("visie.review"), lines=1)),
    )
    return (Worksheet(_title(content, "visie"), "", say("report.sheet_visie"), (*parts, last)),)


def _beleid(content: Content, _sector_id: str) -> tuple[Worksheet, ...]:
    say = content.message
    policy = content.policy
    topics = policy.topics if policy else ()
    lines = policy.lines if policy else ()
    parts = tuple(
        Questions(
            heading=say("report.sheet_numbered", number=number, name=topic.name),
            text=topic.explanation,
            question=topic.question,
            prompts=tuple(Prompt(line.name, hint=line.hint, lines=_POLICY_LINES) for line in lines),
        )
        for number, topic in enumerate(topics, start=1)
    )
    readers = Questions(
        heading=say("report.reading_questions"),
        text="",
        prompts=tuple(
            Prompt(question, lines=_POLICY_LINES) for question in (policy.readers if policy else ())
        ),
    )
    title = _title(content, "beleid")
    return (
        Worksheet(title, "", say("report.sheet_beleid"), parts),
        Worksheet(say("report.title_reading"), "", say("report.reading_intro"), (readers,)),
    )


def _verwachtingen(content: Content, _sector_id: str) -> tuple[Worksheet, ...]:
    return tuple(_expectations(content, expected) for expected in content.expectations)


def _expectations(content: Content, one: ExpectationSet) -> Worksheet:
    other = content.message("verwachtingen.theme_other")
    table = Columns(
        heading=content.message("verwachtingen.collect_heading"),
        text="",
        columns=tuple((side.title, side.hint) for side in one.sides),
        rows=(*(theme.name for theme in one.themes), other),
    )
    subject = " · ".join(side.name for side in one.sides)
    return Worksheet(_title(content, "verwachtingen"), subject, one.intro, (table,))


def _partnerschappen(content: Content, sector: str) -> tuple[Worksheet, ...]:
    say = content.message
    questions = {
        partnership.id: partnership.recognise for partnership in content.activities.partnerships
    }
    places = Places(
        heading=say("report.sheet_places"),
        text=say("report.sheet_places_how"),
        places=tuple(
            (area.id, area.name, area.short, questions[area.id])
            for area in content.areas
            if area.partnership
        ),
    )
    activities = [
        activity.text
        for activity in content.activities.activities
        if not sector or sector in activity.sectors
    ]
    cards = Cards(
        heading=say("report.sheet_cards"),
        text=say("report.sheet_cards_how"),
        cards=(*activities, *[""] * (_OWN_CARDS + (len(activities) + _OWN_CARDS) % 2)),
    )
    return (
        Worksheet(
            title=_title(content, "partnerschappen"),
            subject=_sector(content, sector),
            intro=say("report.sheet_partnerschappen"),
            parts=(places, cards),
        ),
    )


def _aannames(content: Content, sector: str) -> tuple[Worksheet, ...]:
    """Give a sheet a conversation; one outside the sectors suits everybody."""
    return tuple(
        _role_play(content, case)
        for case in content.cases
        if not sector or case.sector in {None, sector}
    )


def _role_play(content: Content, case: practice.Case) -> Worksheet:
    say = content.message
    first = case.moments[0]
    start = say(
        "report.cards_start",
        situation=first.situation,
        name=first.speaker or case.other.name,
        says=first.says,
    )
    observer = RoleCard(
        title=say("report.cards_observer"),
        rows=(
            (say("report.cards_watch"), case.roles.observer),
            (say("report.cards_talk"), case.questions),
        ),
    )
    cards = RoleCards(
        heading=say("report.cards_heading"),
        text=say("report.cards_how"),
        start=start,
        cards=(
            _role_card(content, case.player, case.roles.player),
            _role_card(content, case.other, case.roles.other),
            observer,
        ),
    )
    return Worksheet(
        title=_title(content, "aannames"),
        subject=say("report.cards_subject", setting=case.setting, title=case.title),
        intro=case.opening,
        parts=(cards,),
    )


def _role_card(
    content: Content, character: practice.Character, card: practice.RoleCard
) -> RoleCard:
    return RoleCard(
        title=content.message("report.cards_role", name=character.name, role=character.role),
        rows=(
            (content.message("report.cards_who"), (card.who,)),
            (content.message("report.cards_knows"), (card.knows,)),
            (content.message("report.cards_hides"), (card.hides,)),
            (content.message("report.cards_moves"), (card.moves,)),
        ),
    )


WORKSHEETS: Final[Mapping[str, Callable[[Content, str], tuple[Worksheet, ...]]]] = MappingProxyType(
    {
        "ouderbril": _ouderbril,
        "visie": _visie,
        "beleid": _beleid,
        "verwachtingen": _verwachtingen,
        "partnerschappen": _partnerschappen,
        "aannames": _aannames,
    }
)
"""What makes the sheets of an exercise, by the id of the exercise."""

SECTOR_SHEETS: Final = frozenset({"ouderbril", "partnerschappen", "aannames"})
"""Exercises of which every sector has a sheet of its own."""
