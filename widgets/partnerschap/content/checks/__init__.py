"""Check the content across its files: what the schema of one entry cannot see."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from partnerschap.content.base import DEFAULT_LANGUAGE
from partnerschap.content.checks.actions import check_actions
from partnerschap.content.checks.cases import check_cases
from partnerschap.content.checks.coverage import check_coverage
from partnerschap.content.checks.learning import check_learning
from partnerschap.content.checks.policy import check_policy
from partnerschap.content.checks.practice import check_practice
from partnerschap.content.checks.quizzes import check_quizzes
from partnerschap.content.faults import ContentError, Fault, unknown_references
from partnerschap.content.loader import read
from partnerschap.content.models import (
    ROLES,
    Action,
    Content,
    ExtraAnswer,
    Item,
    RetiredAction,
    ScaleId,
)
from partnerschap.content.practice import StepId
from partnerschap.content.texts import check_texts
from partnerschap.locations import CONTENT

LISTED_TIPS = tuple(f"A{n:02}" for n in range(1, 24)) + tuple(f"B{n:02}" for n in range(1, 14))
"""Every point that the two source documents list; none may get lost."""

CORE_ITEMS = 2
"""Core items an area."""

ASK_WORDS = 20
"""Words of what a parent can ask, at most."""


def check(directory: Path = CONTENT, language: str = DEFAULT_LANGUAGE) -> tuple[Fault, ...]:
    """Return every mistake in the content; none when it can be used.

    What stands between the files is checked only once each file is right by itself.
    """
    try:
        content = read(directory, language)
    except ContentError as error:
        return error.faults
    own = (_ids, _references, _closed_lists, _answers, _tips, _core, _parents)
    checks = (
        *own,
        check_actions,
        check_cases,
        check_coverage,
        check_learning,
        check_practice,
        check_policy,
        check_quizzes,
        check_texts,
    )
    return tuple(fault for one in checks for fault in one(content))


def _ids(content: Content) -> Iterator[Fault]:
    lists: dict[str, list[str]] = {
        "instruments.yml": [instrument.id for instrument in content.instruments],
        "areas.yml": [area.id for area in content.areas],
        "roles.yml": [role.id for role in content.roles],
        "sectors.yml": [sector.id for sector in content.sectors],
        "sources.yml": [source.id for source in content.sources],
        "tips.yml": [tip.id for tip in content.tips],
        "items.yml": [item.id for item in content.items],
        "exercises.yml": [exercise.id for exercise in content.exercises],
        # What is gone for good leaves its id to nobody.
        "retired.yml": [
            *_shared(content.items, content.retired.items),
            *_shared(content.actions_by_id.values(), content.retired.actions),
        ],
    }
    for file, ids in lists.items():
        for twice in _repeated(ids):
            yield Fault.of((file, twice, "id"), "duplicate_id")


def _shared(now: Iterable[Item | Action], before: Iterable[Item | RetiredAction]) -> list[str]:
    """Return the ids of before, and once more those that are in use now."""
    ids = [one.id for one in before]
    return ids + [one.id for one in now if one.id in ids]


def _references(content: Content) -> Iterator[Fault]:
    areas = {area.id for area in content.areas}
    tips = {tip.id for tip in content.tips}
    sources = {source.id for source in content.sources}
    instruments = {instrument.id for instrument in content.instruments}
    for item in content.items:
        yield from unknown_references(
            ("items.yml", item.id, "area"), [item.area], areas, "areas.yml"
        )
        yield from unknown_references(("items.yml", item.id, "also"), item.also, areas, "areas.yml")
        yield from unknown_references(
            ("items.yml", item.id, "source"), item.source, tips, "tips.yml"
        )
        if item.area in item.also:
            yield Fault.of(("items.yml", item.id, "also"), "own_area", value=item.area)
    for tip in content.tips:
        yield from unknown_references(
            ("tips.yml", tip.id, "source"), [tip.source], sources, "sources.yml"
        )
    for instrument in content.instruments:
        place = ("instruments.yml", instrument.id, "areas")
        yield from unknown_references(place, instrument.areas, areas, "areas.yml")
        place = ("instruments.yml", instrument.id, "sources")
        yield from unknown_references(place, instrument.sources, tips, "tips.yml")
    for exercise in content.exercises:
        place = ("exercises.yml", exercise.id, "instruments")
        yield from unknown_references(place, exercise.instruments, instruments, "instruments.yml")


def _closed_lists(content: Content) -> Iterator[Fault]:
    """Compare with the ids that the software counts on and the files only put into words."""
    scales = content.scales
    grades = ("1", "2", "3")
    lists: tuple[tuple[str, str, Iterable[str], list[str]], ...] = (
        ("roles.yml", "roles", ROLES, [role.id for role in content.roles]),
        ("scales.yml", "scales", get_args(ScaleId), [scale.id for scale in scales.scales]),
        (
            "scales.yml",
            "extra_answers",
            get_args(ExtraAnswer),
            [answer.id for answer in scales.extra_answers],
        ),
        ("workshop.yml", "workshop", get_args(StepId), [step.id for step in content.workshop]),
        ("scales.yml", "effort", grades, [str(grade.value) for grade in scales.effort]),
        ("scales.yml", "impact", grades, [str(grade.value) for grade in scales.impact]),
    )
    for file, field, needed, found in lists:
        for missing in (one for one in needed if one not in found):
            yield Fault.of((file, "", field), "id_missing", value=missing)
        if file == "scales.yml":
            for twice in _repeated(found):
                yield Fault.of((file, twice, field), "duplicate_id")


def _answers(content: Content) -> Iterator[Fault]:
    """Find answers that share their words: a filled-in sheet could not tell them apart."""
    extra = [answer.name for answer in content.scales.extra_answers]
    for scale in content.scales.scales:
        for twice in _repeated([*scale.points, *extra]):
            yield Fault.of(("scales.yml", scale.id, "points"), "duplicate_answer", value=twice)


def _tips(content: Content) -> Iterator[Fault]:
    known = {tip.id for tip in content.tips}
    used = {tip_id for item in content.items for tip_id in item.source}
    for tip_id in LISTED_TIPS:
        if tip_id not in known:
            yield Fault.of(("tips.yml", tip_id, ""), "tip_missing")
    for tip in content.tips:
        if tip.kind == "tip" and tip.id not in used:
            yield Fault.of(("tips.yml", tip.id, ""), "tip_without_item")


def _core(content: Content) -> Iterator[Fault]:
    for area in content.areas:
        found = sum(item.core for item in content.items if item.area == area.id)
        if found != CORE_ITEMS:
            place = ("areas.yml", area.id, "")
            yield Fault.of(place, "core_number", found=found, needed=CORE_ITEMS)


def _parents(content: Content) -> Iterator[Fault]:
    for item in content.items:
        reason = _parent_fault(item)
        if reason:
            yield Fault.of(("items.yml", item.id, "parent"), reason)
        if bool(item.ask) != bool(item.parent):
            yield Fault.of(
                ("items.yml", item.id, "ask"), "ask_unused" if item.ask else "ask_missing"
            )
        elif item.ask and len(item.ask.split()) > ASK_WORDS:
            yield Fault.of(("items.yml", item.id, "ask"), "ask_long", limit=ASK_WORDS)
    asked = {item.area for item in content.items if item.parent}
    for area in content.areas:
        if area.id in asked and not area.tell:
            yield Fault.of(("areas.yml", area.id, "tell"), "tell_missing")


def _parent_fault(item: Item) -> str | None:
    if "parent" in item.respondents:
        return None if item.parent else "parent_missing"
    if item.parent:
        return "parent_unused"
    return "core_without_parent" if item.core and not item.no_parent else None


def _repeated(ids: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(ids).items() if times > 1]
