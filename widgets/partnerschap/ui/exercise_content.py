"""What the front end of an exercise needs to know of the content."""

from collections.abc import Callable, Mapping
from typing import Any

from partnerschap.content import Content
from partnerschap.content.practice import DRAWN, TEST_QUESTIONS, Conversation
from partnerschap.ui.protocol.content import (
    ConversationsContent,
    ExerciseSpecification,
    ExpectationsContent,
    PolicyContent,
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
    """Give the conversations with the tips that they name; the cards to play are for paper."""
    tips = {choice.tip for case in content.cases for one in case.moments for choice in one.choices}
    modules = {module for case in content.cases for module in case.modules}
    return {
        "conversations": [
            Conversation.model_construct(
                **{name: getattr(case, name) for name in Conversation.model_fields}
            )
            for case in content.cases
        ],
        "modules": [one for one in content.modules if one.id in modules],
        "tips": [{"id": tip.id, "summary": tip.summary} for tip in content.tips if tip.id in tips],
    }


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


def _beleid(content: Content) -> PolicyContent:
    policy, vision = content.policy, content.vision
    if policy is None or vision is None:
        raise KeyError("beleid")
    sources = {topic.source for topic in policy.topics}
    sources |= {point.source for point in vision.points}
    return {
        "lines": policy.lines,
        "topics": policy.topics,
        "readers": policy.readers,
        "points": vision.points,
        "people": vision.people,
        "items": [
            {"id": item.id, "source": item.source, "statement": item.statement}
            for item in content.items
            if not sources.isdisjoint(item.source)
        ],
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
    "beleid": _beleid,
    "kennischeck": _kennischeck,
}
"""The content that each exercise shows, by the id of the exercise."""


SHARED_WORDS: dict[str, tuple[str, ...]] = {
    # What puts a change into the plan.
    "ouderbril": (
        *(f"plan.{one}" for one in ("take", "full", "remove", "to_whole", "mail", "text_empty")),
        "together.due_wrong",
    ),
}
"""With what the ids of words begin that an exercise shares with few others, by its id."""


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
            if message_id.startswith(
                (f"{exercise_id}.", *words, *SHARED_WORDS.get(exercise_id, ()))
            )
        },
    }
