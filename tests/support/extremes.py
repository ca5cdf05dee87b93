"""What a page could send at worst, derived from what it may send: no list to keep up to date."""

import copy
import math
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from pydantic import TypeAdapter

Path = tuple[str | int, ...]
MISSING = object()

NUMBERS: list[Any] = [
    *(-1, -(2**31) - 1, 0, 2**31 - 1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**400),
    *(math.nan, math.inf, -math.inf, 1.0, 1.5, 1e308),
]
NUL, HALF, TURNED = "a\0b", "\ud83d", "\u202eklm\u2066"
TEXTS: list[Any] = [
    *("", " ", NUL, "\0", HALF, f"{HALF}a\udc00", TURNED, "a\nb", "\x1b[31m", "\x85", "\ufffe"),
    *("a\u2028b", "'; DROP TABLE teams; --", "x" * 30_000, "é" * 101),
]
USUAL: dict[str, Any] = {
    "instrument": "kort",
    "sector": "school",
    "language": "nl",
    "item": "inf-1",
    "action": None,
    "area": "formeel",
    "step": "strengths",
    "key": "k",
    "answers": {"inf-1": 3},
    "votes": {"inf-1": 3},
    "filename": "blad.csv",
    "address": "https://cursus.example/meedoen",
    "batch": "codes",
    "file": "full.json",
}
"""Values that a page sends, by the name of their field."""
OTHER: list[Any] = [None, True, "x", 7, [], {}, [None], {"x": None}, MISSING]


def deep(levels: int) -> Any:
    """Put a list in a list in a list."""
    nested: Any = []
    for _ in range(levels):
        nested = [nested]
    return nested


ANYTHING: list[Any] = [*OTHER, *NUMBERS, *TEXTS, deep(7), deep(400), ["x"] * 30_000]
"""What is tried for every field, of whatever kind."""


def requests_of(adapter: TypeAdapter[Any]) -> dict[str, dict[str, Any]]:
    """Give the fields of every request, by its kind, as pydantic's core sees them."""
    schema = _bare(adapter.core_schema)
    models = schema["choices"].values() if schema["type"] == "tagged-union" else [schema]
    found = [_fields(model) for model in models]
    return {_bare(fields["kind"])["expected"][0]: fields for fields in found}


def nodes(schema: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give everything in a value that may be sent, with where it stands."""
    node = _bare(schema)
    match node["type"]:
        case "nullable":
            yield from nodes(node["schema"], path)
        case "union":
            for choice in _choices(node):
                yield from nodes(choice, path)
        case "model":
            yield path, node
            for name, field in _fields(node).items():
                yield from nodes(field, (*path, name))
        case "tuple" | "list":
            yield path, node
            yield from nodes(_item(node), (*path, 0))
        case "dict":
            yield path, node
            yield from nodes(node["keys_schema"], (*path, "KEY"))
            yield from nodes(node["values_schema"], (*path, "VALUE"))
        case _:
            yield path, node


def has_bounds(node: Mapping[str, Any]) -> bool:
    """Return whether nothing without an end can be sent there."""
    low, high = {"ge", "gt"} & node.keys(), {"le", "lt"} & node.keys()
    match node["type"]:
        case "int" | "date":
            return bool(low and high)
        case "float":
            return bool(low and high) and node.get("allow_inf_nan") is False
        case "str" | "tuple" | "list" | "dict" | "bytes":
            return "max_length" in node
        case "model":
            return bool(node["config"].get("extra_fields_behavior") == "forbid")
        case "literal" | "bool" | "none" | "uuid":
            return True
    return False


def usual(schema: Any, known: Mapping[str, Any], name: str = "") -> Any:
    """Make a value as a page may send it.

    Parameters
    ----------
    known
        By the name of a field what it usually has, where its form alone does not say it.
    """
    node = _bare(schema)
    while node["type"] in {"nullable", "union"}:
        node = _bare(node["schema"] if node["type"] == "nullable" else _choices(node)[0])
    value: Any = "x"
    match node["type"]:
        case "model":
            value = {one: usual(field, known, one) for one, field in _fields(node).items()}
        case "tuple" | "list":
            value = [usual(_item(node), known)]
        case "literal" if known.get(name) not in node["expected"]:
            value = node["expected"][0]
        case _ if name in known:
            value = known[name]
        case "int":
            value = node["ge"]
        case "date":
            value = node["ge"].isoformat()
        case "bool":
            value = False
        case "uuid":
            value = "00000000-0000-4000-8000-000000000000"
    return value


def extremes(
    fields: Mapping[str, Any], known: Mapping[str, Any], seen: set[Any]
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give a request with, one after the other, everything in it driven to its extremes.

    Parameters
    ----------
    seen
        What was tried; the same field of another request is not tried again, unless it is a
        number: that is looked up with another statement of the database.
    """
    whole = {name: usual(field, known, name) for name, field in fields.items()}
    yield (), whole
    yield ("more",), whole | {"more": 1}
    for name, field in fields.items():
        for path, node in nodes(field, (name,)):
            if "KEY" in path or "VALUE" in path or (path, node["type"]) in seen:
                continue  # tried with the whole, or before
            if node["type"] != "int" or name == "number":
                seen.add((path, node["type"]))
            for value in [*ANYTHING, *_own(node, known)]:
                message = copy.deepcopy(whole)
                _put(message, path, value)
                yield path, message


def _own(node: dict[str, Any], known: Mapping[str, Any]) -> Iterator[Any]:
    """Give each bound of something, and one past it."""
    kind, longest = node["type"], node.get("max_length")
    if kind in {"int", "date"} and has_bounds(node):
        one: Any = 1 if kind == "int" else timedelta(days=1)
        low = node.get("ge", node.get("gt"))
        high = node.get("le", node.get("lt"))
        around = [bound + step for bound in (low, high) for step in (-one, 0 * one, one)]
        yield from around if kind == "int" else [day.isoformat() for day in around]
    if kind == "date":
        yield from ("0001-01-01", "9999-12-31", "12026-01-01", "2026-02-30", "2026-05-01T10:00:00")
    if kind == "str" and longest:
        yield from ("x" * longest, "x" * (longest + 1), "\U0001f600" * longest)
    if kind in {"tuple", "list"} and longest:
        one = usual(_item(node), known)
        yield from ([one] * longest, [one] * (longest + 1), [one, None])
    if kind == "dict" and longest:
        value = usual(node["values_schema"], known)
        keys = [f"inf-{number}" for number in range(longest + 1)]
        yield from (dict.fromkeys(keys, value), dict.fromkeys(keys[:longest], value))
        yield from ({key: value} for key in TEXTS)
        yield from ({"inf-1": one} for one in ANYTHING if one is not MISSING)


def _put(message: Any, path: Path, value: Any) -> None:
    place = message
    for step in path[:-1]:
        place = place[step]
    if value is MISSING:
        del place[path[-1]]
    else:
        place[path[-1]] = value


def _bare(schema: Any) -> dict[str, Any]:
    """Take away what is wrapped around a schema for a default or a check afterwards."""
    while schema["type"] in {
        *("default", "function-after", "function-before", "function-wrap", "model-field"),
    }:
        schema = schema["schema"]
    bare: dict[str, Any] = schema
    return bare


def _fields(model: Any) -> dict[str, Any]:
    inner = _bare(_bare(model)["schema"])
    return {name: field["schema"] for name, field in inner["fields"].items()}


def _choices(union: Any) -> list[Any]:
    return [one[0] if isinstance(one, tuple) else one for one in union["choices"]]


def _item(node: dict[str, Any]) -> Any:
    return node["items_schema"][0] if node["type"] == "tuple" else node["items_schema"]
