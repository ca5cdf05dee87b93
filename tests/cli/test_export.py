"""The command `export`: what may be shown of a closed session, and all of it."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from partnerschap.content import load
from partnerschap.report import PlanStep
from partnerschap.sessions import (
    ActionText,
    SessionService,
    TrainerAccess,
    add_action,
    make_example,
)

Run = Callable[..., Any]

AGREED: dict[str, Any] = {
    "text": "Koffie bij de deur",
    "owner": "MR",
    "area": "visie",
    "first_step": "Bellen",
    "evidence": "Vijf ouders",
    "celebration": "Taart",
    "state": "stopped",
    "reason": "Te duur",
}


def test_a_step_is_exported_with_everything_that_was_agreed(run: Run) -> None:
    service = SessionService.of_settings(load())
    service.prepare()
    example = make_example(service)
    step = ActionText(**AGREED, due=date(2027, 5, 1), months=(9, 1))
    add_action(service, TrainerAccess(example.token, example.done.id), "key", step)
    plan = json.loads(run("export", example.done.code).out)["plan"]
    assert plan[-1] == AGREED | {
        "item": None,
        "action": None,
        "due": "2027-05-01",
        "months": [9, 1],
    }
    # The same as in the JSON of the report, from the same place: no field is left behind again.
    assert all(set(one) == {field.name for field in fields(PlanStep)} for one in plan)
