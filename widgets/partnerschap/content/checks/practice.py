"""Check the vision and the modules: their references and lengths."""

from collections.abc import Iterator

from partnerschap.content.faults import Fault, repeated_ids, repeated_texts
from partnerschap.content.models import Content


def check_practice(content: Content) -> Iterator[Fault]:
    """Find what does not hold together in vision and modules."""
    yield from _vision(content)
    yield from repeated_ids("modules.yml", [module.id for module in content.modules])


def _vision(content: Content) -> Iterator[Fault]:
    file, vision = "vision.yml", content.vision
    if vision is None:
        return
    ids = [point.id for point in vision.points] + [person.id for person in vision.people]
    yield from repeated_ids(file, ids)
    tips = {tip.id for tip in content.tips}
    for point in vision.points:
        if point.source not in tips:
            place = (file, point.id, "source")
            yield Fault.of(place, "unknown_reference", value=point.source, target="tips.yml")
        sentences = [*point.beliefs, *point.behaviours]
        yield from repeated_texts((file, point.id, ""), sentences)
    if not any(person.parents for person in vision.people):
        yield Fault.of((file, "", "people"), "people_without_parents")
