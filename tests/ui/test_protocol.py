"""The types of the front end tell the truth about what widgets show and send, and of its bounds."""

from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from partnerschap.content import load
from partnerschap.sessions import ActionText, Opening
from partnerschap.ui.exercise_content import CONTENT_OF
from partnerschap.ui.protocol.schema import limits, protocol_schema
from partnerschap.ui.widgets.exercise import Exercise
from partnerschap.ui.widgets.participant import Participant
from partnerschap.ui.widgets.plan import Plan
from partnerschap.ui.widgets.scan import Scan
from partnerschap.ui.widgets.vision import Vision
from partnerschap.ui.widgets.workshop import Workshop

CONTENT = load()
CONTENT_TYPES = {
    "aannames": "ConversationsContent",
    "kennischeck": "QuizContent",
    "ouderbril": "RoutesContent",
    "partnerschappen": "SortingContent",
    "verwachtingen": "ExpectationsContent",
    "visie": "VisionContent",
    "beleid": "PolicyContent",
}
Validator = Callable[[str], Draft202012Validator]


@pytest.mark.parametrize("exercise_id", CONTENT_OF)
def test_the_content_of_an_exercise_is_of_its_type(exercise_id: str, validator: Validator) -> None:
    content = Exercise(exercise_id).specification["content"]
    errors = validator(CONTENT_TYPES[exercise_id]).iter_errors(content)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("widget", [lambda: Scan("teamscan"), Workshop, Participant, Plan])
def test_a_form_is_of_its_type(
    widget: Callable[[], Scan | Workshop | Participant | Plan], validator: Validator
) -> None:
    errors = validator("FormSpecification").iter_errors(widget().specification)
    assert [error.message for error in errors] == []


def test_a_reply_with_a_field_that_no_page_knows_is_noticed(replies: list[str]) -> None:
    """The fixture that holds every reply of these tests against its type bites."""
    widget = Vision()
    widget._send_reply({"kind": "fault", "message": "Nee."})  # noqa: SLF001 - as a widget does
    assert replies == []
    widget._send_reply({"kind": "fault", "message": "Nee.", "extra": 1})  # noqa: SLF001
    widget._send_reply({"kind": "fault"})  # noqa: SLF001
    assert len(replies) == 2
    replies.clear()


def test_no_type_has_the_name_of_its_module_because_two_have_the_same_name() -> None:
    assert [name for name in protocol_schema()["$defs"] if "__" in name or "-" in name] == []


@pytest.mark.parametrize(
    ("field", "limit"),
    [("text", "planStepText"), ("owner", "planStepOwner"), ("celebration", "planStepDetail")],
)
def test_a_page_that_keeps_to_the_bounds_is_not_refused(field: str, limit: str) -> None:
    longest = int(limits()[limit])
    fits = {"text": "a", field: "a" * longest}
    assert ActionText.model_validate(fits)
    with pytest.raises(ValidationError):
        ActionText.model_validate(fits | {field: "a" * (longest + 1)})


def test_the_first_and_the_last_day_of_a_step_are_taken() -> None:
    for limit in ("firstDue", "lastDue"):
        assert str(ActionText.model_validate({"text": "a", "due": limits()[limit]}).due)
    with pytest.raises(ValidationError):
        ActionText.model_validate({"text": "a", "due": "2100-01-01"})


def test_a_session_at_its_bounds_is_taken() -> None:
    bounds = {name: int(bound) for name, bound in limits().items() if isinstance(bound, int)}
    own = {"statement": "a" * bounds["ownItem"], "scale": "frequency"}
    opening = {
        "instrument": "kort",
        "sector": "school",
        "roles": ("parent",),
        "label": "a" * bounds["teamLabel"],
        "own_items": (own,) * bounds["ownItems"],
        "min_group": bounds["leastGroup"],
        "retention_days": bounds["retentionDays"],
    }
    assert Opening.model_validate(opening)
    assert Opening.model_validate(opening | {"min_group": bounds["largestGroup"]})
    for field, value in (
        ("label", "a" * (bounds["teamLabel"] + 1)),
        ("own_items", (own,) * (bounds["ownItems"] + 1)),
        ("min_group", bounds["leastGroup"] - 1),
        ("retention_days", bounds["retentionDays"] + 1),
    ):
        with pytest.raises(ValidationError):
            Opening.model_validate(opening | {field: value})
