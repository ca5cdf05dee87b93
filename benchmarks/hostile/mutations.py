"""What requests usually hold, what else they plausibly might, and what is put in their place."""

import copy
import itertools
import random
from collections.abc import Iterator
from typing import Any

from extremes import ANYTHING, MISSING, TEXTS
from partnerschap.content import load
from partnerschap.report import FILES

CONTENT = load()
_HEAVY = 5_000  # characters from which something is tried seldom: the suite tries it once a field
_MAPS = ("answers", "votes")
_PLAUSIBLE: dict[str, list[Any]] = {
    "instrument": [one.id for one in CONTENT.instruments],
    "sector": ["", *(one.id for one in CONTENT.sectors)],
    "role": [one.id for one in CONTENT.roles],
    "item": [one.id for one in CONTENT.items],
    "area": [one.id for one in CONTENT.areas],
    "step": [one.id for one in CONTENT.workshop],
    "file": [f"{kind}.{suffix}" for kind, suffix in FILES if suffix in {"json", "csv", "ics"}],
    "filename": ["a.csv", "a.xlsx", "a.CSV", "a", ".csv", "a.csv.exe"],
    "value": [1, 5, None, "dont_know", "not_applicable"],
    "due": ["2026-12-01", "2027-02-28", None],
    "text": ["Koffie", "PMO1-00000", "PMO2-", "=1+1", "x" * 200],
    "key": ["k", "l", "m"],
    "version": [0, 1, 2, 3],
    "id": [1, 2, 3],
    "finished": [True, False],
    "moment": ["now", "then"],
    "min_group": [1, 3, 5, 20],
    "together": [True, False],
    "state": ["open", "busy", "done", "stopped"],
}


def mutated_request(whole: dict[str, Any], draw: random.Random) -> Any:
    """Change one to three values, keys or places in a request; of half of them only plausibly."""
    message: Any = copy.deepcopy(whole)
    is_plausible = draw.random() < 0.5  # noqa: PLR2004
    for _ in range(draw.choice((1, 1, 2, 3))):
        places = list(_places(message))
        known = [(holder, key) for holder, key in places if key in _PLAUSIBLE or key in _MAPS]
        if known and is_plausible:
            holder, key = draw.choice(known)
            holder[key] = (
                _answers(draw, key) if key in _MAPS else copy.deepcopy(draw.choice(_PLAUSIBLE[key]))
            )
        elif places:
            _spoil(*draw.choice(places), draw)
    return message if draw.random() > 0.01 else draw.choice(_LIGHT)  # noqa: PLR2004


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every place in a value, by what holds it and where."""
    keys: Any = ()
    if isinstance(value, dict):
        keys = [key for key in value if key != "kind"]
    elif isinstance(value, list):
        keys = range(len(value))
    for key in keys:
        yield value, key
        yield from itertools.islice(_places(value[key]), 50)


_LIGHT = [one for one in ANYTHING if one is not MISSING and len(repr(one)) < _HEAVY]
_SEVERE = [one for one in ANYTHING if one is not MISSING]


def _spoil(holder: Any, key: Any, draw: random.Random) -> None:
    old = holder[key]
    match draw.randrange(7):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(draw.choice(_SEVERE if draw.random() < 0.02 else _LIGHT))  # noqa: PLR2004
        case 2 if isinstance(old, str):
            cut = draw.randint(0, len(old))
            holder[key] = old[:cut] + draw.choice([*TEXTS[:-2], "-", "a", "0", "é"]) + old[cut:]
        case 3 if isinstance(old, str):
            holder[key] = draw.choice((old[:-1], old.upper(), old + old, old[::-1], [old]))
        case 2 | 3 if type(old) is int:
            holder[key] = draw.choice((old + 1, old - 1, -old, str(old), 1.0, 2**31, 2**63))
        case 4 if isinstance(holder, dict):
            holder[draw.choice(("x", f"{key} ", "__class__", "", "\0"))] = old
        case 5 if isinstance(old, list):
            holder[key] = old * draw.choice((0, 2, 3, 20))
        case _:
            holder[key] = copy.deepcopy(draw.choice(_LIGHT))


def _answers(draw: random.Random, key: str) -> dict[str, Any]:
    """Draw answers or votes, of which one in some is none."""
    items = draw.sample(CONTENT.items, draw.randint(0, 12))
    instrument = draw.choice(("", "kort", "teamscan"))
    if instrument:
        items = draw.sample(CONTENT.items_of(instrument), draw.randint(0, 12))
    values = (1, 2, 3, 4, 5, "dont_know", "not_applicable", None, 0, 6, True, "3")
    most = draw.choice((3, 3, 4) if key == "votes" else (5, 7, 7, 8, len(values)))
    return {item.id: draw.choice(values[:most]) for item in items}
