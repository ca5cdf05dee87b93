"""The method again, in plain Python and fractions, written from its text and not from the package.

Slow and literal on purpose. Figures that are drawn at random (intervals of areas, stability) are
not here; their own tests compare them with loops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import comb, erfc, sqrt
from typing import Any

Given = int | str | None
Row = tuple[str, Mapping[str, Given]]

DIVISIONS = (
    (("parent",), ("professional",), ("management",), ("municipality",)),
    (("parent",), ("professional",), ("management", "municipality")),
    (("parent",), ("professional", "management"), ("municipality",)),
    (("parent",), ("professional", "management", "municipality")),
)


@dataclass(frozen=True)
class Step:
    """An action as the method needs it."""

    id: str
    effort: int
    impact: int
    fits: tuple[str, ...]
    structural: bool = False


@dataclass(frozen=True)
class Asked:
    """An item as the method needs it."""

    area: str
    steps: tuple[Step, ...]
    parallel: bool = True


def median(values: Sequence[int]) -> Fraction:
    """Middle answer, or halfway the two in the middle."""
    ordered, half = sorted(values), len(values) // 2
    if len(values) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)


def agreement(counts: Sequence[int]) -> Fraction:
    """Van der Eijk's A, layer by layer."""
    left, n, k = list(counts), sum(counts), len(counts)
    total = Fraction(0)
    while any(left):
        pattern = [1 if count else 0 for count in left]
        smallest, ones = min(count for count in left if count), sum(pattern)
        tu = tdu = 0
        for three in combinations(pattern, 3):
            tu += three in {(1, 1, 0), (0, 1, 1)}
            tdu += three == (1, 0, 1)
        if ones == 1:
            layer = Fraction(1)
        elif tu + tdu == 0:
            layer = Fraction(0)
        else:
            u = Fraction((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu))
            layer = u * (1 - Fraction(ones - 1, k - 1))
        total += Fraction(smallest * ones, n) * layer
        left = [count - smallest if count else 0 for count in left]
    return total


def delta(xs: Sequence[int], ys: Sequence[int]) -> Fraction:
    """Cliff's delta, pair by pair."""
    return Fraction(sum((x > y) - (x < y) for x in xs for y in ys), len(xs) * len(ys))


def p_of_delta(xs: Sequence[int], ys: Sequence[int]) -> float:
    """Share of all ways to divide the answers in which delta is as far from 0."""
    pooled = [(*xs, *ys).count(point) for point in range(1, 6)]
    size, n = len(xs), len(xs) + len(ys)
    observed = abs(delta(xs, ys))
    if n > 60:
        # Mann-Whitney: z is the distance of U from its mean, in standard deviations.
        u = sum((x > y) + (x == y) / 2 for x in xs for y in ys)
        ties = sum(count**3 - count for count in pooled)
        variance = size * (n - size) / 12 * (n + 1 - ties / (n * (n - 1)))
        if variance == 0:
            return 1.0
        z = (u - size * (n - size) / 2) / sqrt(variance)
        return erfc(abs(z) / sqrt(2))
    ways = 0
    for table in product(*(range(min(count, size) + 1) for count in pooled)):
        if sum(table) != size:
            continue
        rest = [count - own for count, own in zip(pooled, table, strict=True)]
        pairs = sum(
            own * ((i > j) - (i < j)) * other
            for i, own in enumerate(table)
            for j, other in enumerate(rest)
        )
        if abs(Fraction(pairs, size * (n - size))) >= observed:
            weight = 1
            for count, own in zip(pooled, table, strict=True):
                weight *= comb(count, own)
            ways += weight
    return ways / comb(n, size)


def division(rows: Sequence[Row], items: Mapping[str, Any], min_group: int) -> dict[str, list[str]]:
    """Give the groups of a round; none where there is no division."""
    roles = [role for role, given in rows if any(given.get(item) is not None for item in items)]
    for groups in DIVISIONS:
        sizes = {group: sum(roles.count(role) for role in group) for group in groups}
        there = [group for group in groups if sizes[group] > 0]
        if all(sizes[group] >= min_group for group in there):
            return {"+".join(one): list(one) for one in there} if len(there) > 1 else {}
    return {}


def item_figures(
    item: str, asked: Asked, rows: Sequence[Row], groups: Mapping[str, list[str]], min_group: int
) -> dict[str, Any]:
    """Give the figures of an item, None for what is not known or not shown."""
    column = [(role, given.get(item)) for role, given in rows]
    valid = [one for _, one in column if isinstance(one, int)]
    unsure = sum(one == "dont_know" for _, one in column)
    unfit = sum(one == "not_applicable" for _, one in column)
    n = len(valid)
    found: dict[str, Any] = {"id": item, "area": asked.area} | dict.fromkeys(FIGURES)
    # Of few answers of whatever kind, also only "does not apply", it is not told which they were.
    if 0 < (n or unsure or unfit) < min_group:
        return found | {"status": "suppressed"}
    unknown = unsure > 0 and Fraction(unsure, n + unsure) >= Fraction(1, 4)
    found["status"] = "unknown" if unknown else "scored" if n else "empty"
    found |= {"n_valid": n, "dont_know": unsure, "not_applicable": unfit}
    found["counts"] = [valid.count(point) for point in range(1, 6)]
    if not n:
        return found | {"situation": "find_out" if unknown else None}
    found["median"] = median(valid)
    found["share"] = Fraction(sum(one >= 4 for one in valid), n)
    found["need"] = sum((Fraction(5 - one, 4) for one in valid), Fraction(0)) / n
    if n >= 3:
        found["agreement"] = a = agreement(found["counts"])
        found["agreement_class"] = (
            "agree" if a >= Fraction(1, 2) else "spread" if a >= 0 else "two_camps"
        )
    found |= _groups(asked, column, groups, min_group)
    return found | {"situation": _situation(found, different=found.pop("different"))}


FIGURES = (
    *("n_valid", "dont_know", "not_applicable", "counts", "median", "share", "need"),
    *("agreement", "agreement_class", "situation", "difference", "groups"),
)


def _groups(
    asked: Asked, column: Sequence[tuple[str, Given]], groups: Mapping[str, list[str]], least: int
) -> dict[str, Any]:
    by_group = {
        key: [one for role, one in column if role in roles and isinstance(one, int)]
        for key, roles in groups.items()
    }
    if not by_group or any(len(own) < least for own in by_group.values()):
        return {"groups": None, "difference": None, "different": False}
    shown = {
        key: {"n_valid": len(own), "counts": [own.count(point) for point in range(1, 6)]}
        for key, own in by_group.items()
    }
    if not asked.parallel or "parent" not in by_group:
        return {"groups": shown, "difference": None, "different": False}
    team = [one for key, own in by_group.items() if key != "parent" for one in own]
    how_much = delta(by_group["parent"], team)
    p = p_of_delta(by_group["parent"], team)
    different = abs(how_much) >= Fraction("0.474") and p < 0.05
    return {"groups": shown, "difference": how_much, "different": different}


def _situation(found: Mapping[str, Any], *, different: bool) -> str:
    if found["status"] == "unknown":
        return "find_out"
    if different or (found["agreement"] is not None and found["agreement"] < 0):
        return "talk"
    if found["median"] <= 2:
        return "start"
    return "build" if found["median"] < 4 else "keep"


def areas_of(items: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, Fraction | None]]:
    """Give status and share of each area that has items."""
    found: dict[str, tuple[str, Fraction | None]] = {}
    for area in dict.fromkeys(item["area"] for item in items):
        own = [item for item in items if item["area"] == area]
        shares = [item["share"] for item in own if item["status"] == "scored"]
        if shares:
            found[area] = ("scored", sum(shares, Fraction(0)) / len(shares))
            continue
        statuses = [item["status"] for item in own]
        found[area] = (
            "unknown"
            if "unknown" in statuses
            else "suppressed"
            if "suppressed" in statuses
            else "empty",
            None,
        )
    return found


def lists_of(items: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Give what to start from and what to talk about."""
    scored = [(place, item) for place, item in enumerate(items) if item["status"] == "scored"]
    half = Fraction(1, 2)
    agreed = [
        (place, item)
        for place, item in scored
        if item["agreement"] is None or item["agreement"] >= half
    ]
    torn = sorted(
        (item["agreement"], place, item["id"])
        for place, item in scored
        if item["agreement"] is not None and item["agreement"] < half
    )
    low = sorted(
        (item["share"], item["median"], place, item["id"])
        for place, item in agreed
        if item["median"] <= 2
    )
    strong = sorted(
        (-item["share"], -item["median"], place, item["id"])
        for place, item in agreed
        if item["share"] >= Fraction(3, 4)
    )
    return {
        "discuss_first": [one[-1] for one in torn[:3]],
        "agree_low": [one[-1] for one in low[:3]],
        "strengths": [one[-1] for one in strong[:3]],
    }


def steps_of(
    items: Sequence[Mapping[str, Any]],
    asked: Mapping[str, Asked],
    importance: Mapping[str, int],
    top: int,
) -> dict[str, list[dict[str, Any]]]:
    """Give the suggestions, the steps for the year plan, and what to find out."""
    areas = areas_of(items)
    now, later = [], []
    for place, item in enumerate(items):
        if item["status"] != "scored":
            continue
        weight = Fraction(importance.get(item["id"], 2), 3)
        share = areas[item["area"]][1]
        for number, step in enumerate(asked[item["id"]].steps):
            ease = Fraction(step.impact, 3) * Fraction(4 - step.effort, 3)
            described = {
                "item": item["id"],
                "action": step.id,
                "situation": item["situation"],
                "need": item["need"],
                "importance": importance.get(item["id"], 2),
                "effort": step.effort,
                "impact": step.impact,
            }
            win = step.effort == 1 and step.impact >= 2 and item["need"] >= Fraction(2, 5)
            tie = (not win, share, place, number, item["area"])
            fits = item["situation"] in step.fits and item["situation"] != "keep"
            if step.effort <= 2 and fits and item["need"] > 0:
                priority = item["need"] * weight * (1 + ease) / 2
                row = described | {"priority": priority, "quick_win": win}
                now.append((-priority, *tie, row))
            if (
                step.structural
                and item["situation"] in {"start", "build"}
                and item["need"] >= Fraction(2, 5)
            ):
                priority = item["need"] * weight * Fraction(step.impact, 3)
                later.append((-priority, *tie, described | {"priority": priority}))
    suggestions = _taken(now, top, per_area=2)
    chosen = {one["action"] for one in suggestions}
    later = [one for one in later if one[-1]["action"] not in chosen]
    return {
        "suggestions": suggestions,
        "year_plan": _taken(later, 3, per_area=1),
        "find_out": [
            {"item": item["id"], "action": fitting[0]}
            for item in items
            if item["status"] == "unknown"
            and (fitting := [s.id for s in asked[item["id"]].steps if "find_out" in s.fits])
        ],
    }


def _taken(candidates: list[Any], limit: int, per_area: int) -> list[dict[str, Any]]:
    """Take the first ones, one an item and so many an area."""
    taken: list[dict[str, Any]] = []
    areas: list[str] = []
    for *_, area, row in sorted(candidates, key=lambda one: one[:-2]):
        known = row["item"] in {one["item"] for one in taken}
        if len(taken) < limit and not known and areas.count(area) < per_area:
            taken.append(row)
            areas.append(area)
    return taken
