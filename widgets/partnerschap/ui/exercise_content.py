"""What the front end of an exercise needs to know of the content."""

from collections.abc import Callable, Mapping
from typing import Any

from partnerschap.content import Content
from partnerschap.content.practice import DRAWN, TEST_QUESTIONS
from partnerschap.ui.protocol.content import (
    ConversationsContent,
    ExerciseSpecification,
    ExpectationsContent,
    QuizContent,
    RoutesContent,
    SortingContent,
    VisionContent,
)


def _partnerschappen(content: Content) -> SortingContent:
    help_of = {one.id: one for one in content.activities.partnerships}
    return {
        "partnerships": [
            {
                "id": area.id,
                "name": area.name,
                "short": area.short,
                "label": help_of[area.id].label,
                "recognise": help_of[area.id].recognise,
                "empty": help_of[area.id].empty,
            }
            for area in content.areas
            if area.partnership
        ],
        "activities": content.activities.activities,
    }


def _verwachtingen(content: Content) -> ExpectationsContent:
    return {"sets": content.expectations}


def _ouderbril(content: Content) -> RoutesContent:
    return {"routes": content.walk}


def _aannames(content: Content) -> ConversationsContent:
    return {"cases": content.cases}


def _visie(content: Content) -> VisionContent:
    vision = content.vision
    if vision is None:
        raise KeyError("visie")
    return {
        "points": vision.points,
        "people": vision.people,
        "vague": vision.vague,
        "longest_sentence": vision.longest_sentence,
    }


def _kennischeck(content: Content) -> QuizContent:
    """Give the modules that have check questions, in the order of the course."""
    questions = {quiz.id: quiz.questions for quiz in content.quizzes}
    return {
        "drawn": DRAWN,
        "test_questions": TEST_QUESTIONS,
        "modules": [
            {"id": one.id, "number": number, "title": one.title, "questions": questions[one.id]}
            for number, one in enumerate(content.modules, start=1)
            if one.id in questions
        ],
    }


CONTENT_OF: dict[str, Callable[[Content], Mapping[str, Any]]] = {
    "partnerschappen": _partnerschappen,
    "verwachtingen": _verwachtingen,
    "ouderbril": _ouderbril,
    "aannames": _aannames,
    "visie": _visie,
    "kennischeck": _kennischeck,
}
"""The content that each exercise shows, by the id of the exercise."""


def exercise_specification(
    content: Content, exercise_id: str, words: tuple[str, ...] = ("exercise.",)
) -> ExerciseSpecification[Mapping[str, Any]]:
    """Describe an exercise.

    Parameters
    ----------
    exercise_id
        Id in ``exercises.yml``, and name of the front end.
    words
        With what the ids of the messages begin that it shares with others.

    Returns
    -------
    The exercise's own content under ``content``, the sectors, and the messages whose id
    starts with the exercise's id or with one of `words`.

    Raises
    ------
    KeyError
        When no content is chosen for an exercise of that id.
    """
    return {
        "exercise": exercise_id,
        "language": content.language,
        "sectors": content.sectors,
        "content": CONTENT_OF[exercise_id](content),
        "messages": {
            message_id: text
            for message_id, text in content.messages.items()
            if message_id.startswith((f"{exercise_id}.", *words))
        },
    }
