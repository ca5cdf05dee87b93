"""Check the content of `partnerschap.content.learning` against the rest of the content."""

from collections.abc import Iterator
from typing import get_args

from partnerschap.content.faults import Fault, repeated_ids, same_ids, unknown_references
from partnerschap.content.learning import ExpectationSet, Place, Route
from partnerschap.content.models import Content

ACTIVITIES = range(12, 16)
"""How many activities a sector may have, so that sorting them stays short."""


def check_learning(content: Content) -> Iterator[Fault]:
    """Find what is missing, given twice or unknown in activities, expectations and walk."""
    yield from _activities(content)
    for one in content.expectations:
        yield from _expectations(one)
    yield from _walk(content)


def _activities(content: Content) -> Iterator[Fault]:
    file = "activities.yml"
    sectors = [sector.id for sector in content.sectors]
    partnerships = [area.id for area in content.areas if area.partnership]
    sorting = content.activities
    helped = [one.id for one in sorting.partnerships]
    yield from same_ids((file, "", "partnerships"), partnerships, helped, "areas.yml")
    yield from repeated_ids(file, [one.id for one in sorting.activities])
    for one in sorting.activities:
        yield from unknown_references(
            (file, one.id, "sectors"), one.sectors, sectors, "sectors.yml"
        )
        yield from unknown_references((file, one.id, "fits"), one.fits, partnerships, "areas.yml")
        yield from unknown_references((file, one.id, "also"), one.also, partnerships, "areas.yml")
        for twice in (area for area in one.also if area in one.fits):
            yield Fault.of((file, one.id, "also"), "fits_already", value=twice)
    for sector in sectors:
        own = [one for one in sorting.activities if sector in one.sectors]
        if len(own) not in ACTIVITIES:
            limits = {"low": ACTIVITIES.start, "high": ACTIVITIES.stop - 1}
            yield Fault.of((file, sector, ""), "activity_number", found=len(own), **limits)
        fitted = {area for one in own for area in one.fits}
        for missing in (area for area in partnerships if area not in fitted):
            yield Fault.of((file, sector, ""), "activity_missing", value=missing)


def _expectations(one: ExpectationSet) -> Iterator[Fault]:
    file = "expectations.yml"
    themes = [theme.id for theme in one.themes]
    yield from repeated_ids(file, [*themes, *(side.id for side in one.sides)])
    for side in one.sides:
        place = (file, one.id, f"{side.id}.openings")
        yield from same_ids(place, themes, side.openings, "themes")
        place = (file, one.id, f"{side.id}.examples")
        used = [example.theme for example in side.examples]
        yield from unknown_references(place, used, themes, "themes")


def _walk(content: Content) -> Iterator[Fault]:
    file = "walk.yml"
    sectors = [sector.id for sector in content.sectors]
    yield from same_ids(
        (file, "", "walk"), sectors, [one.id for one in content.walk], "sectors.yml"
    )
    stations = [station for route in content.walk for station in route.stations]
    points = [point.id for station in stations for point in station.points]
    yield from repeated_ids(file, [*(station.id for station in stations), *points])
    for route in content.walk:
        yield from _places(file, route)


def _places(file: str, route: Route) -> Iterator[Fault]:
    found = [station.place for station in route.stations]
    for missing in (place for place in get_args(Place) if place not in found):
        yield Fault.of((file, route.id, "place"), "id_missing", value=missing)
    yield from repeated_ids(file, found)
