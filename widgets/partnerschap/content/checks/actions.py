"""Check the actions: every item needs a step for whatever its answers ask for."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from partnerschap.content.faults import Fault, unknown_references
from partnerschap.content.models import Action, Content, Item, Situation
from partnerschap.locations import BOOK

STEPS: Final[tuple[Situation, ...]] = ("start", "build", "talk")
"""Situations for which every item has a step that can be taken now."""

MOST_EFFORT: Final = 2
"""Effort of a step that can be taken now, at most."""

QUICK_WINS: Final = (1, 3)
"""The largest part of all actions that the makers may call a quick win."""

_STRUCTURAL: Final = frozenset({2, 3})
_REFERENCES: Final = BOOK / "references.bib"


def is_quick_win(action: Action) -> bool:
    """Whether an action is a quick win by its estimates alone."""
    return action.effort == 1 and action.impact >= 2  # noqa: PLR2004 - as the method has it


def check_actions(content: Content) -> Iterator[Fault]:
    """Find what is missing for an item, contradicts itself, or stands there twice."""
    seen_ids: set[str] = set()
    for file in content.action_files:
        for action in file.actions:
            name = f"actions/{file.id}.yml"
            if action.id in seen_ids:
                yield Fault.of((name, action.id, "id"), "duplicate_id")
            seen_ids.add(action.id)
            yield from _references(content, name, action)
            yield from _structural(name, action)
    yield from _repeated_texts(content)
    yield from _quick_wins(content)
    for item in content.items:
        yield from _missing(content, item)


def _references(content: Content, file: str, action: Action) -> Iterator[Fault]:
    if action.item not in {item.id for item in content.items}:
        place = (file, action.id, "item")
        yield Fault.of(place, "unknown_reference", value=action.item, target="items.yml")
    elif not re.fullmatch(rf"{re.escape(action.item)}-[a-z]", action.id):
        yield Fault.of((file, action.id, "id"), "action_id", item=action.item)
    sectors = {sector.id for sector in content.sectors}
    yield from unknown_references(
        (file, action.id, "sectors"), action.sectors, sectors, "sectors.yml"
    )
    sources = {tip.id for tip in content.tips} | references()
    yield from unknown_references(
        (file, action.id, "source"), action.source, sources, "tips.yml, references.bib"
    )


@cache
def references(file: Path = _REFERENCES) -> frozenset[str]:
    """Return the keys of the works in the book's list of sources."""
    return frozenset(
        re.findall(r"^@\w+\{([^,\s]+),", file.read_text(encoding="utf-8"), re.MULTILINE)
    )


def _structural(file: str, action: Action) -> Iterator[Fault]:
    if not action.structural:
        return
    for field in ("effort", "impact"):
        if (value := getattr(action, field)) not in _STRUCTURAL:
            yield Fault.of((file, action.id, field), "structural_grade", value=value)
    if not {"start", "build"}.intersection(action.fits):
        yield Fault.of((file, action.id, "fits"), "structural_fits")


def _repeated_texts(content: Content) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for file in content.action_files:
        for action in file.actions:
            fields = {"text": action.text} | {
                f"sectors.{sector}": text for sector, text in action.sectors.items()
            }
            for field, text in fields.items():
                plain = " ".join(re.findall(r"\w+", text.casefold()))
                place = (f"actions/{file.id}.yml", action.id, field)
                if plain in seen:
                    yield Fault.of(place, "duplicate_text", other=seen[plain])
                seen.setdefault(plain, action.id)


def _quick_wins(content: Content) -> Iterator[Fault]:
    actions = content.actions_by_id.values()
    found = sum(map(is_quick_win, actions))
    part, whole = QUICK_WINS
    if whole * found > part * len(actions):
        limit = part * len(actions) // whole
        yield Fault.of(("actions", "", "effort"), "quick_wins", found=found, limit=limit)


def _missing(content: Content, item: Item) -> Iterator[Fault]:
    actions = content.actions_of(item.id)
    place = (_file_of(content, item), item.id, "fits")
    soon = {one for action in actions if action.effort <= MOST_EFFORT for one in action.fits}
    ever = {one for action in actions for one in action.fits}
    for situation in STEPS:
        if situation not in soon:
            yield Fault.of(place, "action_missing_soon", value=situation, effort=MOST_EFFORT)
    for situation in ("keep", "find_out"):
        if situation not in ever:
            yield Fault.of(place, "action_missing", value=situation)
    if not any(action.structural for action in actions):
        yield Fault.of((*place[:2], "structural"), "structural_missing")


def _file_of(content: Content, item: Item) -> str:
    """Name the file that holds the item's actions, or that of its area where there are none."""
    for file in content.action_files:
        if any(action.item == item.id for action in file.actions):
            return f"actions/{file.id}.yml"
    return f"actions/{item.area}.yml"
