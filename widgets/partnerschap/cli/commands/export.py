"""The command `export`: what may be shown of a closed round, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content
from partnerschap.cli.sessions import Database, run_use_case
from partnerschap.cli.words import words

if TYPE_CHECKING:
    from partnerschap.sessions import Round


def export(
    session: Annotated[str, typer.Argument(metavar=words("code"), help=words("export_session"))],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar=words("file"), help=words("option_output"), readable=False
        ),
    ] = None,
    database: Database = None,
) -> None:
    """Write what may be shown of a closed session, as JSON.

    Raises
    ------
    Refusal
        When there is no such round, it is still open, or the file cannot be written.
    """
    from partnerschap.sessions import closed_round

    require_writable(output)
    closed = run_use_case(load_content(), database, lambda service: closed_round(service, session))
    text = json.dumps(exported(closed), ensure_ascii=False, indent=2, allow_nan=False)
    write_output(f"{text}\n".encode(), output)


def exported(closed: Round) -> dict[str, Any]:
    """Put what may be shown of a round into JSON: no answers, and nobody's own votes."""
    from partnerschap.report import figures, step_json
    from partnerschap.report.team_reports import plan_of

    session, snapshot = closed.session, closed.snapshot
    return {
        "code": session.code,
        "round": session.round,
        "state": session.state,
        "opened": session.opened_at.isoformat(),
        "closed": session.closed_at.isoformat() if session.closed_at else None,
        "together": session.together,
        "own_items": [asdict(item) for item in session.own_items],
        "joined": [asdict(count) for count in snapshot.counts],
        "figures": figures(snapshot.scores, snapshot.advice),
        "differences": [asdict(difference) for difference in snapshot.differences],
        "then": [asdict(area) for area in snapshot.then.areas] if snapshot.then else None,
        "importance": dict(snapshot.importance) if snapshot.importance is not None else None,
        "voters": snapshot.voters,
        "joint_scores": [{"item": score.item, "value": score.value} for score in closed.joint],
        "plan": [step_json(step) for step in plan_of(closed.plan)],
    }
