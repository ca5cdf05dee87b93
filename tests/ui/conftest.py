"""Whatever a widget sends in these tests is held against the types that its page is built with."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic_core import to_jsonable_python

from partnerschap.ui.protocol.schema import protocol_schema
from partnerschap.ui.widgets.base import PageWidget

SCHEMA = protocol_schema()
REPLIES = {
    "Exercise": "Fault",  # such a page asks nothing
    "Scan": "ScanReply",
    "Vision": "VisionReply",
    "Policy": "PolicyReply",
    "Workshop": "TrainerReply",
    "Participant": "ParticipantReply",
    "Plan": "PlanReply",
}


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


VALIDATORS = {widget: validator(name) for widget, name in REPLIES.items()}


@pytest.fixture(name="validator")
def _validator() -> Callable[[str], Draft202012Validator]:
    return validator


@pytest.fixture(autouse=True)
def replies(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect what a reply has that its type has not, or lacks; nothing at the end of a test."""
    wrong: list[str] = []
    send = PageWidget._send_reply  # noqa: SLF001 - the one place that everything sent passes

    def send_checked(widget: PageWidget, reply: Mapping[str, Any]) -> None:
        name = type(widget).__name__
        known = {key: one for key, one in reply.items() if key not in {"number", "data"}}
        told = to_jsonable_python(known) | ({"data": None} if "data" in reply else {})
        errors = VALIDATORS[name].iter_errors(told)
        wrong.extend(f"{name} {told.get('kind')}: {error.message[:500]}" for error in errors)
        send(widget, reply)

    monkeypatch.setattr(PageWidget, "_send_reply", send_checked)
    yield wrong
    assert wrong == []
