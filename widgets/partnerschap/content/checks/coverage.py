"""Check that every point of the sources is explained, scored and practised."""

import re
from collections.abc import Iterator

from partnerschap.content.coverage import Covered
from partnerschap.content.faults import Fault, repeated_ids, unknown_references
from partnerschap.content.models import Content

FILE = "coverage.yml"
_SECTION = re.compile(r"[a-z0-9-]+#[a-z0-9-]+")


def check_coverage(content: Content) -> Iterator[Fault]:
    """Find points that have no row, and rows that name what is not there."""
    found = [one.id for one in content.coverage]
    yield from repeated_ids(FILE, found)
    for tip in content.tips:
        if tip.id not in found:
            yield Fault.of((FILE, tip.id, ""), "coverage_missing")
    for one in content.coverage:
        for section in (*one.sections, *one.sheets):
            if not _SECTION.fullmatch(section):
                yield Fault.of((FILE, one.id, ""), "coverage_section", value=section)
        yield from _scored(content, one)
        yield from _practised(content, one)


def _scored(content: Content, one: Covered) -> Iterator[Fault]:
    """Check that a point has items or a reason, and its words once."""
    is_tip = one.id in {tip.id for tip in content.tips}
    if is_tip == bool(one.summary):
        reason = "coverage_summary_unused" if is_tip else "coverage_summary_missing"
        yield Fault.of((FILE, one.id, "summary"), reason)
    is_scored = any(one.id in item.source for item in content.items)
    if is_scored == bool(one.no_item):
        reason = "coverage_reason_unused" if one.no_item else "coverage_reason_missing"
        yield Fault.of((FILE, one.id, "no_item"), reason)


def _practised(content: Content, one: Covered) -> Iterator[Fault]:
    if not one.practised:
        yield Fault.of((FILE, one.id, ""), "coverage_not_practised")
    cases = {case.id: case for case in content.cases}
    lists = (
        ("exercises", one.exercises, [exercise.id for exercise in content.exercises]),
        ("cases", one.cases, list(cases)),
        ("questions", one.questions, [q.id for quiz in content.quizzes for q in quiz.questions]),
    )
    for field, named, known in lists:
        target = {"exercises": "exercises.yml", "cases": "cases"}.get(field, "quizzes")
        # A course can do without check questions.
        if known:
            yield from unknown_references((FILE, one.id, field), named, known, target)
    if one.id not in {tip.id for tip in content.tips}:
        return
    for case in (cases[name] for name in one.cases if name in cases):
        at_work = {choice.tip for moment in case.moments for choice in moment.choices}
        if one.id not in at_work:
            yield Fault.of((FILE, one.id, "cases"), "coverage_not_at_work", value=case.id)
