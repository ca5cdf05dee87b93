"""Check the texts themselves: the words in braces, and that they are plain text."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from pydantic import BaseModel

from partnerschap.content.faults import Fault
from partnerschap.content.models import Action, Content, Item, RetiredAction

_LINK = re.compile(r"https?:|www\.|\]\(", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z!]|&#?\w+;|\*\*|__|`", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def check_texts(content: Content) -> Iterator[Fault]:
    """Find links, markup and braces that would show, or be left empty, before a reader."""
    words = {word for sector in content.sectors for word in sector.words}
    for sector in content.sectors:
        for missing in sorted(words - set(sector.words)):
            yield Fault.of(("sectors.yml", sector.id, "words"), "word_missing", value=missing)
    yield from _in_sectors(content, words)
    others: dict[str, tuple[BaseModel, ...]] = {
        "instruments.yml": content.instruments,
        "areas.yml": content.areas,
        "scales.yml": (content.scales,),
        "roles.yml": content.roles,
        "sectors.yml": content.sectors,
        "sources.yml": content.sources,
        "tips.yml": content.tips,
        "exercises.yml": content.exercises,
        "activities.yml": (content.activities,),
        "expectations.yml": content.expectations,
        "walk.yml": content.walk,
        "vision.yml": (content.vision,) if content.vision else (),
        "policy.yml": (content.policy,) if content.policy else (),
        "modules.yml": content.modules,
        "workshop.yml": content.workshop,
        "coverage.yml": content.coverage,
        **{f"cases/{case.id}.yml": (case,) for case in content.cases},
        **{f"quizzes/{quiz.id}.yml": quiz.questions for quiz in content.quizzes},
    }
    for file, entries in others.items():
        for entry in entries:
            for field, text in _texts(entry):
                filled = words if field == "tell" else set()
                yield from _text_faults((file, getattr(entry, "id", ""), field), text, filled)
    for message_id, text in content.messages.items():
        file, _, key = message_id.partition(".")
        if _placeholders(text) is None:
            yield Fault.of((f"messages/{file}.yml", key, ""), "placeholder")


def _in_sectors(content: Content, words: set[str]) -> Iterator[Fault]:
    """Check what is answered or advised, which alone is put into the words of a sector."""
    entries: list[tuple[str, Item | Action | RetiredAction]] = [
        *(("items.yml", item) for item in content.items),
        *(
            (f"actions/{file.id}.yml", action)
            for file in content.action_files
            for action in file.actions
        ),
        *(("retired.yml", item) for item in content.retired.items),
        *(("retired.yml", action) for action in content.retired.actions),
    ]
    for file, entry in entries:
        for field, text in _texts(entry):
            # Why a step helps is said together with figures, which know no sector.
            filled = set[str]() if field in {"no_parent", "helps"} else words
            yield from _text_faults((file, entry.id, field), text, filled)


def _texts(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield every string in a model with the field that holds it."""
    if isinstance(value, str):
        yield ".".join(path), value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field), (*path, field))
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from _texts(held, (*path, key))
    elif isinstance(value, tuple):
        for index, held in enumerate(value):
            yield from _texts(held, (*path, str(getattr(held, "id", f"#{index + 1}"))))


def _text_faults(place: tuple[str, str, str], text: str, words: set[str]) -> Iterator[Fault]:
    if _LINK.search(text):
        yield Fault.of(place, "link")
    if _MARKUP.search(text):
        yield Fault.of(place, "markup")
    found = _placeholders(text)
    if found is None:
        yield Fault.of(place, "placeholder")
        return
    for unknown in (word for word in found if word not in words):
        yield Fault.of(place, "word_unknown" if words else "word_not_filled", value=unknown)


def _placeholders(text: str) -> list[str] | None:
    """Return the names in braces, or None when the braces cannot be filled in.

    Only names can: a page fills in no ``{n:03}`` or ``{n!r}``, which `str.format` would.
    """
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    names = [name or "" for _, name, _, _ in parts]
    formatted = any(spec or conversion for _, _, spec, conversion in parts)
    return names if not formatted and all(map(_NAME.fullmatch, names)) else None
