"""The whole protocol as JSON Schema, from which the types of the front end are generated.

Only developers and tests load this: building it takes a while, and no page needs it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import core_schema

from partnerschap.content.learning import LONGEST_EXPECTATION
from partnerschap.report import MAX_BYTES
from partnerschap.sessions import ActionText, Opening
from partnerschap.sessions.use_cases.opening import OwnStatement
from partnerschap.sessions.use_cases.planning import (
    FIRST_DUE,
    FIRST_MONTH,
    LAST_DUE,
    MOST_ACTIONS,
    MOST_REMOVED,
)
from partnerschap.ui.protocol import content as c
from partnerschap.ui.protocol.base import LONGEST_VISION
from partnerschap.ui.protocol.participant import (
    LONGEST_CODE,
    PARTICIPANT_REQUEST,
    ParticipantReply,
)
from partnerschap.ui.protocol.plan import PLAN_REQUEST, PlanReply
from partnerschap.ui.protocol.policy import (
    LONGEST_POLICY_LINE,
    LONGEST_POLICY_NAME,
    POLICY_REQUEST,
    PolicyReply,
)
from partnerschap.ui.protocol.scan import SCAN_REQUEST, ScanReply
from partnerschap.ui.protocol.trainer import TRAINER_REQUEST, TrainerReply
from partnerschap.ui.protocol.vision import VISION_REQUEST, VisionReply

REQUESTS: Final[Mapping[str, TypeAdapter[Any]]] = {
    "ScanRequest": SCAN_REQUEST,
    "VisionRequest": VISION_REQUEST,
    "PolicyRequest": POLICY_REQUEST,
    "ParticipantRequest": PARTICIPANT_REQUEST,
    "TrainerRequest": TRAINER_REQUEST,
    "PlanRequest": PLAN_REQUEST,
}
"""What the page of each widget may ask."""

SENT: Final[Mapping[str, Any]] = {
    "ScanReply": ScanReply,
    "VisionReply": VisionReply,
    "PolicyReply": PolicyReply,
    "ParticipantReply": ParticipantReply,
    "TrainerReply": TrainerReply,
    "PlanReply": PlanReply,
    "FormSpecification": c.FormSpecification,
    "ConversationsContent": c.ConversationsContent,
    "QuizContent": c.QuizContent,
    "RoutesContent": c.RoutesContent,
    "SortingContent": c.SortingContent,
    "ExpectationsContent": c.ExpectationsContent,
    "VisionContent": c.VisionContent,
    "PolicyContent": c.PolicyContent,
}
"""What each widget replies, and what it shows."""


def limits() -> dict[str, int | str]:
    """Return the bounds that a page keeps to, so that it offers nothing that is refused."""
    step, opening = ActionText.model_json_schema(), Opening.model_json_schema()
    own = OwnStatement.model_json_schema()
    return {
        "sheetBytes": MAX_BYTES,
        "sessionCode": LONGEST_CODE,
        "visionText": LONGEST_VISION,
        "policyName": LONGEST_POLICY_NAME,
        "policyLine": LONGEST_POLICY_LINE,
        "expectation": LONGEST_EXPECTATION,
        "teamLabel": _bound(opening, "label", "maxLength"),
        "leastGroup": _bound(opening, "min_group", "minimum"),
        "largestGroup": _bound(opening, "min_group", "maximum"),
        "retentionDays": _bound(opening, "retention_days", "maximum"),
        "ownItems": _bound(opening, "own_items", "maxItems"),
        "ownItem": _bound(own, "statement", "maxLength"),
        "planSteps": MOST_ACTIONS,
        "removedPlanSteps": MOST_REMOVED,
        "planStepText": _bound(step, "text", "maxLength"),
        "planStepOwner": _bound(step, "owner", "maxLength"),
        "planStepDetail": _bound(step, "first_step", "maxLength"),
        "firstDue": _iso(FIRST_DUE),
        "lastDue": _iso(LAST_DUE),
        "firstMonth": FIRST_MONTH,
    }


def protocol_schema() -> dict[str, Any]:
    """Return a JSON Schema whose ``$defs`` are all requests, replies and contents, by name."""
    adapters: list[tuple[str, JsonSchemaMode, TypeAdapter[Any]]] = [
        *((name, "validation", adapter) for name, adapter in REQUESTS.items()),
        *((name, "serialization", TypeAdapter(sent)) for name, sent in SENT.items()),
    ]
    named, shared = TypeAdapter.json_schemas(adapters, schema_generator=_Generator)
    definitions: dict[str, Any] = dict(shared["$defs"])
    for (name, _), schema in named.items():
        definitions.setdefault(name, schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {name: _tidy(definitions[name]) for name in sorted(definitions)},
    }


class _Generator(GenerateJsonSchema):
    """JSON Schema for people who read the types: fields keep their own names."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's own
        return False

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        # What is sent has its defaults filled in.
        if self.mode == "serialization" and field["type"] != "typed-dict-field":
            return True
        return super().field_is_required(field, total)


def _bound(schema: Mapping[str, Any], field: str, name: str) -> int:
    return int(schema["properties"][field][name])


def _iso(day: date) -> str:
    return day.isoformat()


def _tidy(schema: Any) -> Any:
    """Close objects, and keep of a docstring its first paragraph."""
    if isinstance(schema, list):
        return [_tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {key: _tidy(one) for key, one in schema.items()}
    match schema:
        case {"description": str(described)}:
            tidy["description"] = " ".join(described.partition("\n\n")[0].split())
    match schema:
        case {"properties": {}}:
            tidy["additionalProperties"] = False
    return tidy
