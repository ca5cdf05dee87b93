"""Small content and answers of our own, so that the tests do not hang on the real content."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from partnerschap.content import ROLES, Action, ActionFile, Content, Role
from partnerschap.content.models import Area, Instrument, Item, Scales, Tip
from partnerschap.scoring import Answers

pytest_plugins = ["browsers", "databases"]

PARTNERSHIPS = ("p1", "p2", "p3", "p4", "p5")
AREAS = (*PARTNERSHIPS, "vision", "policy")
POINTS = {
    "frequency": ("Nooit", "Zelden", "Soms", "Vaak", "Altijd"),
    "progress": ("Geen begin", "Een begin", "Halverwege", "Bijna", "Helemaal"),
}
ADVICE_MESSAGES = Path(__file__).parents[1] / "exercises/content/messages/advice.yml"
DUTCH = {"language": "nl"}
STEPS = ("start", "build", "talk")

BOOK = "book"
"""Folder whose tests share one built book; elsewhere the tests of a file stay together."""
LONG = ("browser", "server", "hosts", "package", BOOK, "quality", "js", "benchmarks")
"""Folders with tests that take long, the longest first."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests in one process that share something that takes long to make."""
    for item in items:
        folder = item.path.parent
        group = BOOK if folder.name == BOOK else f"{folder.name}/{item.path.stem}"
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=_how_late)  # stable


def _how_late(item: pytest.Item) -> int:
    """Begin with what takes long, so that no process is left alone with it at the end."""
    folder = item.path.parent.name
    return LONG.index(folder) if folder in LONG else len(LONG)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name files after their argument: their bytes differ from process to process."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def own_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Keep what the tests start away from the database of whoever runs them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'sessions.sqlite3'}"
    os.environ["PARTNERSCHAP_DATABASE_URL"] = url
    return url


def _nl(text: str) -> dict[str, str]:
    return {"nl": text}


@cache
def _advice_messages() -> dict[str, str]:
    messages = yaml.safe_load(ADVICE_MESSAGES.read_text(encoding="utf-8"))
    return {f"advice.{key}": text["nl"] for key, text in messages.items()}


def _item(item_id: str, given: Mapping[str, Any]) -> Item:
    raw = {
        "area": "p1",
        "source": ["T1"],
        "scale": "frequency",
        "respondents": list(ROLES),
        "statement": _nl(f"Punt {item_id}"),
        "assignment": "high",
    } | dict(given, id=item_id)
    raw.pop("actions", None)
    return Item.model_validate(raw, context=DUTCH)


def _actions(item_id: str, given: Sequence[Any]) -> Iterator[Action]:
    for number, one in enumerate(given, start=1):
        effort, impact, *fits = one
        structural = "structural" in fits
        raw = {
            "id": f"{item_id}-{number}",
            "item": item_id,
            "fits": [name for name in fits if name != "structural"] or list(STEPS),
            "structural": structural,
            "effort": effort,
            "impact": impact,
            "text": _nl(f"Doe {item_id}-{number}"),
            "helps": _nl(f"{item_id}-{number} helpt."),
        }
        yield Action.model_validate(raw, context=DUTCH)


def _instrument(instrument_id: str, areas: Sequence[str], *, core_only: bool = False) -> Instrument:
    raw = {
        "id": instrument_id,
        "name": _nl(instrument_id),
        "summary": _nl(instrument_id),
        "minutes": 1,
        "areas": list(areas),
        "core_only": core_only,
    }
    return Instrument.model_validate(raw, context=DUTCH)


def _make_content(items: Mapping[str, Mapping[str, Any]]) -> Content:
    scales = {
        "scales": [
            {"id": scale, "points": [_nl(point) for point in points]}
            for scale, points in POINTS.items()
        ],
        "extra_answers": [
            {"id": "dont_know", "name": _nl("Weet ik niet")},
            {"id": "not_applicable", "name": _nl("Past niet bij ons")},
        ],
        "effort": [{"value": value, "name": _nl(f"moeite {value}")} for value in (1, 2, 3)],
        "impact": [{"value": value, "name": _nl(f"effect {value}")} for value in (1, 2, 3)],
    }
    areas = [
        {"id": area, "name": _nl(area), "short": _nl(area), "partnership": area in PARTNERSHIPS}
        for area in AREAS
    ]
    tips = [
        {"id": tip, "source": "S", "kind": kind, "summary": _nl(tip)}
        for tip, kind in (("T1", "tip"), ("T2", "tip"), ("T3", "tip"), ("R1", "remark"))
    ]
    return Content.model_construct(
        version="synthetic",
        language="nl",
        instruments=(
            _instrument("all", AREAS),
            _instrument("partnerships", PARTNERSHIPS),
            _instrument("core", AREAS, core_only=True),
        ),
        areas=tuple(Area.model_validate(area, context=DUTCH) for area in areas),
        scales=Scales.model_validate(scales, context=DUTCH),
        roles=(),
        sectors=(),
        sources=(),
        tips=tuple(Tip.model_validate(tip, context=DUTCH) for tip in tips),
        items=tuple(_item(item_id, given) for item_id, given in items.items()),
        action_files=(
            ActionFile(
                id="own",
                actions=tuple(
                    action
                    for item_id, given in items.items()
                    for action in _actions(item_id, given.get("actions", [(1, 2)]))
                ),
            ),
        ),
        exercises=(),
        messages=_advice_messages(),
    )


def _make_answers(
    columns: Mapping[str, Sequence[Any]],
    roles: Sequence[Role] | None = None,
    importance: Mapping[str, int] | None = None,
) -> Answers:
    respondents = list(zip(*columns.values(), strict=True))
    if roles is None:
        roles = ["professional"] * len(respondents)
    rows = [
        (role, dict(zip(columns, given, strict=True)))
        for role, given in zip(roles, respondents, strict=True)
    ]
    return Answers.from_rows(list(columns), rows, importance)


@pytest.fixture(scope="session")
def make_content() -> Callable[..., Content]:
    """Build content from ``{item id: fields}``.

    An action is ``(effort, impact)``, with behind it the situations that it fits, which are start,
    build and talk if unsaid, and ``"structural"``.

    Instruments: ``all`` areas, only the five ``partnerships`` (p1..p5), ``core`` items.
    """
    return _make_content


@pytest.fixture(scope="session")
def make_answers() -> Callable[..., Answers]:
    """Build answers from ``{item id: [one answer a respondent]}``; all professionals if unsaid."""
    return _make_answers
