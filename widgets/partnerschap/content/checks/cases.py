"""Check the practice conversations: every way comes to an end, and all they name is there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from partnerschap.content.faults import Fault, unknown_references
from partnerschap.content.models import Content
from partnerschap.content.practice import Case, Choice, Ending

MODULE_CASES = 2
"""Conversations a module has at least, if it has any: a reader who likes one wants another."""


def check_cases(content: Content) -> Iterator[Fault]:
    """Find what does not hold together in a conversation, or with the rest of the content."""
    sectors = [sector.id for sector in content.sectors]
    modules = [module.id for module in content.modules]
    tips = [tip.id for tip in content.tips]
    for case in content.cases:
        file = _file(case)
        if case.sector:
            place = (file, case.id, "sector")
            yield from unknown_references(place, [case.sector], sectors, "sectors.yml")
        place = (file, case.id, "modules")
        yield from unknown_references(place, case.modules, modules, "modules.yml")
        for field, choice in _choices(case):
            if choice.tip:
                place = (file, case.id, f"{field}.tip")
                yield from unknown_references(place, [choice.tip], tips, "tips.yml")
        yield from _graph(case)
    of_module = Counter(module for case in content.cases for module in set(case.modules))
    for module, found in of_module.items():
        if module in modules and found < MODULE_CASES:
            place = ("cases", module, "modules")
            yield Fault.of(place, "case_number", found=found, needed=MODULE_CASES)


def _graph(case: Case) -> Iterator[Fault]:
    file = _file(case)
    nodes = [moment.id for moment in case.moments] + [ending.id for ending in case.endings]
    yield from _repeated((file, case.id, "id"), nodes)
    for moment in case.moments:
        place = (file, case.id, f"moments.{moment.id}.choices")
        yield from _repeated(place, [choice.id for choice in moment.choices])
    for field, choice in _choices(case):
        yield from unknown_references((file, case.id, f"{field}.to"), [choice.to], nodes, case.id)
    following = {moment.id: [choice.to for choice in moment.choices] for moment in case.moments}
    for ending in case.endings:
        yield from _again(case, ending, following)
    later = {ending.id: [ending.again] for ending in case.endings if ending.again}
    reached = _reached(case.moments[0].id, following | later)
    for one in nodes:
        if one not in reached:
            yield Fault.of((file, case.id, one), "node_unreachable")
    for one, nexts in following.items():
        # A moment that can be met again starts a conversation without an end.
        if any(one in _reached(after, following) for after in nexts):
            yield Fault.of((file, case.id, one), "node_endless")


def _again(case: Case, ending: Ending, following: dict[str, list[str]]) -> Iterator[Fault]:
    """Find whether what failed for now can be tried again, and then succeed."""
    place = (_file(case), case.id, f"endings.{ending.id}.again")
    if ending.again is None:
        if ending.outcome == "not_yet":
            yield Fault.of(place, "again_missing")
    elif ending.outcome != "not_yet":
        yield Fault.of(place, "again_unused")
    elif ending.again not in following:
        yield from unknown_references(place, [ending.again], following, "moments")
    else:
        reached = _reached(ending.again, following)
        if all(one.outcome == "not_yet" for one in case.endings if one.id in reached):
            yield Fault.of(place, "again_in_vain")


def _choices(case: Case) -> Iterator[tuple[str, Choice]]:
    """Give every choice with the field that holds it."""
    for moment in case.moments:
        for choice in moment.choices:
            yield f"moments.{moment.id}.choices.{choice.id}", choice


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


def _repeated(place: tuple[str, str, str], ids: Iterable[str]) -> Iterator[Fault]:
    for times in Counter(ids).values():
        if times > 1:
            yield Fault.of(place, "duplicate_id")


def _file(case: Case) -> str:
    return f"cases/{case.id}.yml"
