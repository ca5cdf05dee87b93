"""What the front end of an exercise needs to know of the content, as plain JSON."""

from collections.abc import Callable
from typing import Any

from partnerschap.content import Content
from partnerschap.content.learning import LONGEST_EXPECTATION
from partnerschap.ui.protocol.base import LONGEST_VISION


def _partnerschappen(content: Content) -> dict[str, Any]:
    help_of = {one.id: one.model_dump(exclude={"id"}) for one in content.activities.partnerships}
    return {
        "partnerships": [
            area.model_dump(include={"id", "name", "short"}) | help_of[area.id]
            for area in content.areas
            if area.partnership
        ],
        "activities": [one.model_dump() for one in content.activities.activities],
    }


def _verwachtingen(content: Content) -> dict[str, Any]:
    return {
        "sets": [one.model_dump() for one in content.expectations],
        "longest": LONGEST_EXPECTATION,
    }


def _ouderbril(content: Content) -> dict[str, Any]:
    return {"routes": [route.model_dump() for route in content.walk]}


def _aannames(content: Content) -> dict[str, Any]:
    return {"cases": [case.model_dump() for case in content.cases]}


def _visie(content: Content) -> dict[str, Any]:
    points = content.vision.model_dump() if content.vision else {}
    return points | {"longest": LONGEST_VISION}


def _kennischeck(content: Content) -> dict[str, Any]:
    """Give the modules that have check questions, in the order of the course."""
    questions = {
        quiz.id: [question.model_dump() for question in quiz.questions] for quiz in content.quizzes
    }
    return {
        "modules": [
            {"id": one.id, "number": number, "title": one.title, "questions": questions[one.id]}
            for number, one in enumerate(content.modules, start=1)
            if one.id in questions
        ],
    }


CONTENT_OF: dict[str, Callable[[Content], dict[str, Any]]] = {
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
) -> dict[str, Any]:
    """Describe an exercise.

    Parameters
    ----------
    exercise_id
        Id in ``exercises.yml``, and name of the front end.
    words
        With what the ids of the messages begin that it shares with others.

    Returns
    -------
    JSON of the exercise's own content under ``content``, the sectors, and the messages whose id
    starts with the exercise's id or with one of `words`.

    Raises
    ------
    KeyError
        When no content is chosen for an exercise of that id.
    """
    return {
        "exercise": exercise_id,
        "language": content.language,
        "sectors": [sector.model_dump(include={"id", "name"}) for sector in content.sectors],
        "content": CONTENT_OF[exercise_id](content),
        "messages": {
            message_id: text
            for message_id, text in content.messages.items()
            if message_id.startswith((f"{exercise_id}.", *words))
        },
    }
