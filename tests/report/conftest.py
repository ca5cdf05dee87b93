"""A small content with the real messages, and ways to write a sheet for it."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from partnerschap.content import Content, load
from partnerschap.content.models import RoleWords, Sector
from partnerschap.report import SheetError, read_sheet

STRAIGHT = {0x2018: "'", 0x2019: "'"}
DUTCH = {"language": "nl"}
ITEMS = {
    "a-1": {"area": "p1", "statement": {"nl": "Wij spreken met de {council}."}},
    "a-2": {"area": "p1", "scale": "progress", "parent": {"nl": "Ik mag hier meepraten."}},
    "b-1": {"area": "p2"},
}
NAMES = {
    "parent": "Ouder of verzorger",
    "professional": "Professional",
    "management": "Leiding",
    "municipality": "Gemeente",
}


def _nl(text: str) -> dict[str, str]:
    return {"nl": text}


@pytest.fixture(scope="session")
def content(make_content: Callable[..., Content]) -> Content:
    """Items a-1 and b-1 about how often, a-2 about how far; the council differs by sector."""
    roles = [
        {"id": role, "name": _nl(name), "explanation": _nl(f"Uitleg bij {name}")}
        for role, name in NAMES.items()
    ]
    sectors = [
        {"id": sector, "name": _nl(sector), "words": {"council": _nl(word)}}
        for sector, word in {"school": "MR", "club": "ouderraad", "camp": "MR"}.items()
    ]
    more = {
        "roles": tuple(RoleWords.model_validate(role, context=DUTCH) for role in roles),
        "sectors": tuple(Sector.model_validate(sector, context=DUTCH) for sector in sectors),
        "messages": load().messages,
    }
    return make_content(ITEMS).model_copy(update=more)


@pytest.fixture(scope="session")
def workbook() -> Callable[[Sequence[Sequence[Any]]], bytes]:
    """Make a workbook of rows of cells."""

    def make(rows: Sequence[Sequence[Any]]) -> bytes:
        made = Workbook()
        for row in rows:
            made.worksheets[0].append(list(row))
        packed = BytesIO()
        made.save(packed)
        return packed.getvalue()

    return make


@pytest.fixture(scope="session")
def refused(content: Content) -> Callable[..., tuple[str, str]]:
    """Read a sheet that cannot be read; return the message's id and sentence, quotes straight."""

    def read(data: bytes | str, filename: str = "blad.csv") -> tuple[str, str]:
        raw = data.encode() if isinstance(data, str) else data
        with pytest.raises(SheetError) as caught:
            read_sheet(raw, filename, content)
        sentence = caught.value.sentence(content)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        return caught.value.message_id, sentence.translate(STRAIGHT)

    return read
