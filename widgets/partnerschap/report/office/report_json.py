"""A report as JSON, by the schema in ``report.schema.json``."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from partnerschap.report.figures_json import figures
from partnerschap.report.team_report import PlanStep, TeamReport
from partnerschap.report.words import ReportWords

SCHEMA: Final = Path(__file__).parent / "report.schema.json"
VERSION: Final = 1


def report_json(report: TeamReport, _words: ReportWords) -> bytes:
    """Make the file: the figures of ``score --format json``, and what the team made of them."""
    held = {
        "version": VERSION,
        "made_on": report.made_on.isoformat(),
        "label": report.label,
        "sector": report.sector or None,
        "round": report.round,
        "together": report.together,
        "demo": report.demo,
        "next_round": report.next_round.isoformat() if report.next_round else None,
        "figures": figures(report.scores, report.advice),
        "differences": [asdict(difference) for difference in report.differences],
        "joint_scores": [{"item": item, "value": value} for item, value in report.joint.items()],
        "importance": None if report.importance is None else dict(report.importance),
        "plan": [step_json(step) for step in report.plan],
        "changes": [asdict(change) for change in report.changes],
    }
    text = json.dumps(held, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def step_json(step: PlanStep) -> dict[str, Any]:
    """Put a step of the plan into JSON, with every field that it has."""
    return asdict(step) | {"due": step.due.isoformat() if step.due else None}
