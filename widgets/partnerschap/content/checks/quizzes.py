"""Check the check questions: each pool is large enough, and no question gives itself away."""

import re
from collections.abc import Iterable, Iterator
from statistics import mean

from partnerschap.content.faults import Fault, repeated_ids, repeated_texts
from partnerschap.content.models import Content
from partnerschap.content.practice import DRAWN, Match, Multiple, Option, Question, Quiz, Single

SPARE = 2
"""Questions a pool has at least beyond those that are asked, so that another draw is another."""

KINDS = 3
"""Kinds of questions a module has at least."""

MOST_TELLING = 0.4
"""Share of the questions with one right answer in which that may be the longest, or the shortest.

Of three or four answers chance makes one in three or four the longest; who always takes that one
should do hardly better.
"""

LENGTHS_APART = 1.25
"""How many times longer right answers may be than wrong ones, or the reverse, on average."""

_ALL = ("quizzes", "", "options")
"""The place of what shows only when all questions are taken together."""


def check_quizzes(content: Content) -> Iterator[Fault]:
    """Find what is wrong with the check questions, each and all together."""
    modules = [module.id for module in content.modules]
    for quiz in content.quizzes:
        if quiz.id not in modules:
            place = (_file(quiz), "", "")
            yield Fault.of(place, "unknown_reference", value=quiz.id, target="modules.yml")
        else:
            yield from _revisits(quiz, modules)
        yield from _quiz(quiz)
    questions = [question for quiz in content.quizzes for question in quiz.questions]
    yield from _telling_lengths([one for one in questions if isinstance(one, Single)])
    for kind in ("single", "multiple"):
        options = [option for one in questions if one.kind == kind for option in one.options]
        yield from _mean_lengths(kind, options)


def _file(quiz: Quiz) -> str:
    return f"quizzes/{quiz.id}.yml"


def _revisits(quiz: Quiz, modules: list[str]) -> Iterator[Fault]:
    """Check what comes back to an earlier module; something does in each but the first."""
    earlier = modules[: modules.index(quiz.id)]
    for question in quiz.questions:
        place = (_file(quiz), question.id, "revisits")
        for module in question.revisits:
            if module not in modules:
                yield Fault.of(place, "unknown_reference", value=module, target="modules.yml")
            elif module not in earlier:
                yield Fault.of(place, "revisits_later", value=module)
    if earlier and not any(question.revisits for question in quiz.questions):
        yield Fault.of((_file(quiz), "", "revisits"), "revisits_nothing")


def _quiz(quiz: Quiz) -> Iterator[Fault]:
    file = _file(quiz)
    yield from repeated_ids(file, [question.id for question in quiz.questions])
    if len(quiz.questions) < DRAWN + SPARE:
        found = {"found": len(quiz.questions), "needed": DRAWN + SPARE}
        yield Fault.of((file, "", "questions"), "quiz_pool", drawn=DRAWN, **found)
    kinds = {question.kind for question in quiz.questions}
    if len(kinds) < KINDS:
        yield Fault.of((file, "", "questions"), "quiz_kinds", found=len(kinds), needed=KINDS)
    for question in quiz.questions:
        if not re.fullmatch(rf"{re.escape(quiz.id)}-[1-9]\d*", question.id):
            yield Fault.of((file, question.id, "id"), "question_id", page=quiz.id)
        yield from _answers(file, question)


def _answers(file: str, question: Question) -> Iterator[Fault]:
    place = (file, question.id, "options")
    if isinstance(question, Match):
        place = (file, question.id, "pairs")
        yield from repeated_texts(place, [pair.left for pair in question.pairs])
        yield from repeated_texts(place, [pair.right for pair in question.pairs])
        return
    yield from repeated_texts(place, [option.text for option in question.options])
    if isinstance(question, Single | Multiple):
        found = sum(option.correct for option in question.options)
        if isinstance(question, Single) and found != 1:
            yield Fault.of(place, "correct_not_one", found=found)
        if isinstance(question, Multiple) and found == 0:
            yield Fault.of(place, "correct_none")


def _lengths(options: Iterable[Option], *, correct: bool) -> list[int]:
    return [len(option.text) for option in options if option.correct is correct]


def _telling_lengths(questions: list[Single]) -> Iterator[Fault]:
    """Check that who always takes the longest answer, or the shortest, gets no further by it."""
    # Without one right and one wrong answer there is another fault to tell.
    pairs = {
        one.id: (right[0], wrong)
        for one in questions
        if len(right := _lengths(one.options, correct=True)) == 1
        and (wrong := _lengths(one.options, correct=False))
    }
    found = {
        "telling_longest": [one for one, (right, wrong) in pairs.items() if right >= max(wrong)],
        "telling_shortest": [one for one, (right, wrong) in pairs.items() if right <= min(wrong)],
    }
    for reason, ids in found.items():
        if len(ids) > MOST_TELLING * len(pairs):
            share = {"found": len(ids), "total": len(pairs), "most": round(100 * MOST_TELLING)}
            yield Fault.of(_ALL, reason, ids=", ".join(ids), **share)


def _mean_lengths(kind: str, options: list[Option]) -> Iterator[Fault]:
    """Check that right answers are about as long as wrong ones, over all questions of a kind."""
    right, wrong = _lengths(options, correct=True), _lengths(options, correct=False)
    if not right or not wrong:
        return
    means = mean(right), mean(wrong)
    if max(means) > LENGTHS_APART * min(means):
        found = {"right": round(means[0]), "wrong": round(means[1])}
        yield Fault.of(_ALL, "lengths_apart", kind=kind, **found)
