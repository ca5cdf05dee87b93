"""The check questions: what must hold of each and of all together, and what an editor is told."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from partnerschap.content import load
from partnerschap.content.practice import DRAWN, TEST_QUESTIONS, Match, Order, Quiz

Told = Callable[[], list[str]]

CONTENT = load()
FILE = "quizzes/waarom.yml"
ALL = "quizzes: options"


def marked(text: str) -> dict[str, str]:
    return {"nl": text}


def option(text: str, *, correct: bool) -> dict[str, Any]:
    return {"text": marked(text), "correct": correct, "feedback": marked("Daarom.")}


def choice(number: int, right: list[int], wrong: list[int], kind: str = "single") -> dict[str, Any]:
    """Give a question whose answers have these lengths; no two answers are the same."""
    options = [option("abc"[place] * length, correct=True) for place, length in enumerate(right)]
    options += [option("xyz"[place] * length, correct=False) for place, length in enumerate(wrong)]
    return {
        "id": f"waarom-{number}",
        "kind": kind,
        "question": marked("Wat helpt?"),
        "options": options,
    }


def order(number: int) -> dict[str, Any]:
    steps = [
        {"text": marked(one), "feedback": marked("Daarom.")} for one in ("Een", "Twee", "Drie")
    ]
    return {
        "id": f"waarom-{number}",
        "kind": "order",
        "question": marked("Wat eerst?"),
        "options": steps,
    }


def match(number: int) -> dict[str, Any]:
    pairs = [
        {"left": marked(one), "right": marked(one.lower()), "feedback": marked("Daarom.")}
        for one in "ABC"
    ]
    return {
        "id": f"waarom-{number}",
        "kind": "match",
        "question": marked("Wat hoort bij wat?"),
        "pairs": pairs,
    }


def pool() -> list[dict[str, Any]]:
    """Give as many questions as a module must have, in all four ways."""
    singles = [choice(number, [9], [8, 9, 10]) for number in range(1, 6)]
    return [*singles, choice(6, [9, 9], [9], "multiple"), order(7), match(8)]


@pytest.fixture
def write(folder: Path) -> Callable[..., None]:
    """Put one pool in the place of all."""

    def write_pool(questions: list[dict[str, Any]], page: str = "waarom") -> None:
        shutil.rmtree(folder / "quizzes")
        (folder / "quizzes").mkdir()
        path = folder / "quizzes" / f"{page}.yml"
        path.write_text(yaml.safe_dump({"questions": questions}), encoding="utf-8")

    return write_pool


@pytest.fixture
def told(told: Told) -> Told:
    """Leave out what coverage.yml says of questions that are not in the one pool."""
    return lambda: [fault for fault in told() if not fault.startswith("coverage.yml")]


def test_every_module_has_check_questions() -> None:
    assert {quiz.id for quiz in CONTENT.quizzes} == {module.id for module in CONTENT.modules}


@pytest.mark.parametrize("quiz", CONTENT.quizzes, ids=lambda quiz: quiz.id)
def test_a_pool_asks_in_all_ways_and_says_something_at_every_answer(quiz: Quiz) -> None:
    assert len(quiz.questions) >= 10
    assert {question.kind for question in quiz.questions} == {
        "single",
        "multiple",
        "order",
        "match",
    }
    for question in quiz.questions:
        if isinstance(question, Match):
            assert all(pair.feedback for pair in question.pairs)
            continue
        assert all(option.feedback for option in question.options)
        if not isinstance(question, Order):
            assert any(option.correct for option in question.options)


def test_three_questions_or_more_take_modules_together() -> None:
    crossing = [
        question.id
        for quiz in CONTENT.quizzes
        for question in quiz.questions
        if len(question.revisits) > 1
    ]
    assert len(crossing) >= 3


def test_a_test_can_be_spread_over_all_modules() -> None:
    """Each module gives the test as many as any other, or one more."""
    share = -(-TEST_QUESTIONS // len(CONTENT.modules))
    assert all(len(quiz.questions) >= share for quiz in CONTENT.quizzes)


def test_without_check_questions_the_content_can_be_used(folder: Path, told: Told) -> None:
    shutil.rmtree(folder / "quizzes")

    assert told() == []


def test_a_good_pool_has_no_fault(write: Callable[..., None], told: Told) -> None:
    write(pool())

    assert told() == []


def change(question: int, **changes: Any) -> Callable[[list[dict[str, Any]]], None]:
    return lambda questions: questions[question].update(changes)


def change_part(
    question: int, part: int, key: str = "options", **changes: Any
) -> Callable[[list[dict[str, Any]]], None]:
    return lambda questions: questions[question][key][part].update(changes)


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (
            change_part(0, 0, correct=False),
            "waarom-1: options: precies één antwoord is goed; nu zijn het er 0",
        ),
        (
            change_part(0, 1, correct=True),
            "waarom-1: options: precies één antwoord is goed; nu zijn het er 2",
        ),
        (
            lambda questions: questions[0]["options"][1].pop("feedback"),
            "waarom-1: options.#2.feedback: dit veld ontbreekt",
        ),
        (
            change_part(0, 1, feedback=marked(" ")),
            "waarom-1: options.#2.feedback: de tekst is leeg",
        ),
        (
            lambda questions: questions[7]["pairs"][2].pop("feedback"),
            "waarom-8: pairs.#3.feedback: dit veld ontbreekt",
        ),
        (
            change(1, id="waarom-1"),
            "waarom-1: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            change(1, id="visie-2"),
            (
                "visie-2: id: de id van een vraag is de naam van de bladzijde met een nummer, "
                "zoals waarom-1"
            ),
        ),
        (
            change(1, id="waarom-a"),
            (
                "waarom-a: id: de id van een vraag is de naam van de bladzijde met een nummer, "
                "zoals waarom-1"
            ),
        ),
        (
            change(6, kind="rank"),
            "waarom-7: kind moet single, multiple, order of match zijn",
        ),
        (
            lambda questions: questions[6].pop("kind"),
            "waarom-7: kind ontbreekt: single, multiple, order of match",
        ),
        (
            lambda questions: questions[6]["options"].pop(),
            "waarom-7: options: hier staan te weinig dingen: minstens 3",
        ),
        (
            change_part(7, 2, "pairs", right=marked("b")),
            "waarom-8: pairs: het antwoord 'b' staat er twee keer",
        ),
        (
            change_part(5, 1, text=marked("a" * 9)),
            "waarom-6: options: het antwoord 'aaaaaaaaa' staat er twee keer",
        ),
        (
            change_part(6, 2, feedback="Laatst."),
            "waarom-7: options.#3.feedback: hier hoort een tekst met een taal ervoor",
        ),
        (
            change(0, revisits=["nergens"]),
            "waarom-1: revisits: 'nergens' staat niet in modules.yml",
        ),
        (
            change(0, revisits=["visie"]),
            (
                "waarom-1: revisits: 'visie' komt niet eerder in de cursus; noem alleen een "
                "module van vóór deze"
            ),
        ),
        (
            change(0, revisits=["waarom"]),
            (
                "waarom-1: revisits: 'waarom' komt niet eerder in de cursus; noem alleen een "
                "module van vóór deze"
            ),
        ),
    ],
)
def test_a_mistake_in_a_question_is_named(
    write: Callable[..., None],
    told: Told,
    spoil: Callable[[list[dict[str, Any]]], object],
    line: str,
) -> None:
    questions = pool()
    spoil(questions)
    write(questions)

    assert any(said.startswith(f"{FILE}: {line}") for said in told())


def test_a_question_with_several_answers_has_at_least_one(
    write: Callable[..., None], told: Told
) -> None:
    questions = pool()
    for one in questions[5]["options"]:
        one["correct"] = False
    write(questions)

    assert told() == [f"{FILE}: waarom-6: options: minstens één antwoord is goed; nu geen enkel"]


def test_a_pool_holds_two_questions_more_than_are_asked(
    write: Callable[..., None], told: Told
) -> None:
    """Else another draw would ask hardly anything else."""
    write(pool()[1:])

    assert told() == [
        (
            f"{FILE}: questions: deze module heeft {DRAWN + 1} vragen; het moeten er minstens "
            f"{DRAWN + 2} zijn, want een lezer krijgt er steeds {DRAWN}"
        )
    ]


def test_a_pool_asks_in_three_ways(write: Callable[..., None], told: Told) -> None:
    questions = [*pool()[:5], order(6), order(7), order(8)]
    write(questions)

    assert told() == [
        f"{FILE}: questions: deze module heeft 2 soorten vragen; het moeten er minstens 3 zijn"
    ]


def test_a_module_after_the_first_comes_back_to_an_earlier_one(
    write: Callable[..., None], told: Told
) -> None:
    questions = [one | {"id": one["id"].replace("waarom", "visie")} for one in pool()]
    write(questions, "visie")
    assert told() == [
        "quizzes/visie.yml: revisits: geen enkele vraag komt terug op een eerdere module"
    ]

    questions[0]["revisits"] = ["waarom"]
    write(questions, "visie")
    assert told() == []


def of_lengths(*questions: tuple[int, list[int]]) -> list[dict[str, Any]]:
    """Give a pool whose first questions have one right answer of a length, beside wrong ones."""
    singles = [
        choice(number, [right], wrong) for number, (right, wrong) in enumerate(questions, start=1)
    ]
    return [*singles, choice(6, [9, 9], [9], "multiple"), order(7), match(8)]


MIDDLE = (9, [8, 9, 10])
LONGEST = (10, [8, 9, 9])
AS_LONG = (10, [8, 9, 10])
SHORTEST = (8, [9, 9, 10])


@pytest.mark.parametrize("telling", [LONGEST, AS_LONG])
def test_the_longest_answer_is_not_the_right_one_too_often(
    write: Callable[..., None], told: Told, telling: tuple[int, list[int]]
) -> None:
    """Of five questions two may be told by their length: that is 40 of 100, and three is 60."""
    write(of_lengths(telling, telling, MIDDLE, MIDDLE, MIDDLE))
    assert told() == []

    write(of_lengths(telling, MIDDLE, telling, MIDDLE, telling))
    assert told() == [
        (
            f"{ALL}: bij 3 van de 5 vragen met één goed antwoord is het goede het langste; dat "
            "mag bij hoogstens 40 van de 100 (waarom-1, waarom-3, waarom-5)"
        )
    ]


def test_nor_is_the_shortest(write: Callable[..., None], told: Told) -> None:
    write(of_lengths(SHORTEST, SHORTEST, MIDDLE, MIDDLE, MIDDLE))
    assert told() == []

    write(of_lengths(MIDDLE, SHORTEST, SHORTEST, SHORTEST, MIDDLE))
    assert told() == [
        (
            f"{ALL}: bij 3 van de 5 vragen met één goed antwoord is het goede het kortste; dat "
            "mag bij hoogstens 40 van de 100 (waarom-2, waarom-3, waarom-4)"
        )
    ]


@pytest.mark.parametrize(
    ("lengths", "apart"),
    [
        ((10, 8), False),  # a quarter longer
        ((11, 8), True),
        ((8, 10), False),  # the others a quarter longer
        ((8, 11), True),
    ],
)
@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_right_answers_are_about_as_long_as_wrong_ones(
    write: Callable[..., None], told: Told, kind: str, lengths: tuple[int, int], *, apart: bool
) -> None:
    """On average: in each question with one right answer something else is longest and shortest."""
    right, wrong = lengths
    questions = pool()
    if kind == "single":
        spread = [1, wrong, 2 * wrong - 1]
        questions[:5] = [choice(number, [right], spread) for number in range(1, 6)]
    else:
        questions[5] = choice(6, [right, right], [wrong, wrong], kind)
    write(questions)

    line = (
        f"{ALL}: bij kind {kind} zijn goede antwoorden gemiddeld {right} tekens en andere {wrong}; "
        "dat mag hoogstens een kwart schelen"
    )
    assert told() == ([line] if apart else [])


def test_a_pool_belongs_to_a_module(write: Callable[..., None], told: Told) -> None:
    write([one | {"id": one["id"].replace("waarom", "anders")} for one in pool()], "anders")

    assert told() == ["quizzes/anders.yml: 'anders' staat niet in modules.yml"]


def test_a_file_that_is_no_list_of_questions(folder: Path, told: Told) -> None:
    (folder / FILE).write_text("vragen: []\n", encoding="utf-8")

    assert told() == [f"{FILE}: dit bestand moet één lijst bevatten, met de naam 'questions'"]
