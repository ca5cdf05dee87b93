"""Check conversations, the vision and the modules: their graphs and references."""

from collections.abc import Iterator

from partnerschap.content.faults import Fault, repeated_ids, repeated_texts
from partnerschap.content.models import Content
from partnerschap.content.practice import Case


def check_practice(content: Content) -> Iterator[Fault]:
    """Find what does not hold together in conversations, vision and modules."""
    yield from repeated_ids("cases.yml", "", [case.id for case in content.cases])
    for case in content.cases:
        yield from _case(case)
    yield from _vision(content)
    yield from repeated_ids("modules.yml", "", [module.id for module in content.modules])


def _case(case: Case) -> Iterator[Fault]:
    ids = [moment.id for moment in case.moments] + [ending.id for ending in case.endings]
    yield from repeated_ids("cases.yml", case.id, ids)
    following = {moment.id: [choice.to for choice in moment.choices] for moment in case.moments}
    for moment in case.moments:
        place = f"moments.{moment.id}.choices"
        yield from repeated_ids("cases.yml", case.id, [one.id for one in moment.choices], place)
        for choice in moment.choices:
            if choice.to not in ids:
                where = ("cases.yml", case.id, f"{place}.{choice.id}.to")
                yield Fault.of(where, "unknown_reference", value=choice.to, target=case.id)
    reached = _reached(case.moments[0].id, following)
    for one in ids:
        if one not in reached:
            yield Fault.of(("cases.yml", case.id, one), "node_unreachable")
    for one, nexts in following.items():
        # A moment that can be met again starts a conversation without an end.
        if any(one in _reached(after, following) for after in nexts):
            yield Fault.of(("cases.yml", case.id, one), "node_endless")


def _reached(start: str, following: dict[str, list[str]]) -> set[str]:
    """Return everything that a conversation can come to, its start included."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += following.get(one, [])
    return reached


def _vision(content: Content) -> Iterator[Fault]:
    file, vision = "vision.yml", content.vision
    if vision is None:
        return
    ids = [point.id for point in vision.points] + [person.id for person in vision.people]
    yield from repeated_ids(file, "", ids)
    tips = {tip.id for tip in content.tips}
    for point in vision.points:
        if point.source not in tips:
            place = (file, point.id, "source")
            yield Fault.of(place, "unknown_reference", value=point.source, target="tips.yml")
        sentences = [*point.beliefs, *point.behaviours]
        yield from repeated_texts((file, point.id, ""), sentences)
    if not any(person.parents for person in vision.people):
        yield Fault.of((file, "", "people"), "people_without_parents")
