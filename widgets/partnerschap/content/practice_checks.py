"""Check vision and check questions: their references and answers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from partnerschap.content.faults import Fault
from partnerschap.content.models import Content
from partnerschap.content.practice import Match, Multiple, Question, Quiz, Single

QUESTIONS = range(4, 6)
"""How many check questions a module may have."""

KINDS = 3
"""Kinds of questions a module has at least."""


def check_practice(content: Content) -> Iterator[Fault]:
    """Find what does not hold together in vision, modules and check questions."""
    yield from _vision(content)
    yield from _repeated("modules.yml", "", [module.id for module in content.modules])
    modules = {module.id for module in content.modules}
    for quiz in content.quizzes:
        if quiz.id not in modules:
            place = (f"quizzes/{quiz.id}.yml", "", "")
            yield Fault.of(place, "unknown_reference", value=quiz.id, target="modules.yml")
        yield from _quiz(quiz)


def _vision(content: Content) -> Iterator[Fault]:
    file, vision = "vision.yml", content.vision
    if vision is None:
        return
    ids = [point.id for point in vision.points] + [person.id for person in vision.people]
    yield from _repeated(file, "", ids)
    tips = {tip.id for tip in content.tips}
    for point in vision.points:
        if point.source not in tips:
            place = (file, point.id, "source")
            yield Fault.of(place, "unknown_reference", value=point.source, target="tips.yml")
        sentences = [*point.beliefs, *point.behaviours]
        yield from _same_text((file, point.id, ""), sentences)
    if not any(person.parents for person in vision.people):
        yield Fault.of((file, "", "people"), "people_without_parents")


def _quiz(quiz: Quiz) -> Iterator[Fault]:
    file = f"quizzes/{quiz.id}.yml"
    yield from _repeated(file, "", [question.id for question in quiz.questions])
    if len(quiz.questions) not in QUESTIONS:
        limits = {"low": QUESTIONS.start, "high": QUESTIONS.stop - 1}
        yield Fault.of((file, "", ""), "quiz_number", found=len(quiz.questions), **limits)
    kinds = {question.kind for question in quiz.questions}
    if len(kinds) < KINDS:
        yield Fault.of((file, "", ""), "quiz_kinds", found=len(kinds), needed=KINDS)
    for question in quiz.questions:
        if not re.fullmatch(rf"{re.escape(quiz.id)}-[1-9]\d*", question.id):
            yield Fault.of((file, question.id, "id"), "question_id", page=quiz.id)
        yield from _answers(file, question)


def _answers(file: str, question: Question) -> Iterator[Fault]:
    place = (file, question.id, "options")
    if isinstance(question, Match):
        place = (file, question.id, "pairs")
        yield from _same_text(place, [pair.left for pair in question.pairs])
        yield from _same_text(place, [pair.right for pair in question.pairs])
        return
    yield from _same_text(place, [option.text for option in question.options])
    if isinstance(question, Single | Multiple):
        found = sum(option.correct for option in question.options)
        if isinstance(question, Single) and found != 1:
            yield Fault.of(place, "correct_not_one", found=found)
        if isinstance(question, Multiple) and found == 0:
            yield Fault.of(place, "correct_none")


def _same_text(place: tuple[str, str, str], texts: Iterable[str]) -> Iterator[Fault]:
    for twice, times in Counter(texts).items():
        if times > 1:
            yield Fault.of(place, "duplicate_answer", value=twice)


def _repeated(file: str, owner: str, ids: Iterable[str], field: str = "id") -> Iterator[Fault]:
    for twice, times in Counter(ids).items():
        if times > 1:
            yield Fault.of((file, owner or twice, field), "duplicate_id")
