"""What the pages of a team session are sent of it, as plain JSON."""

from dataclasses import asdict
from typing import Any, Final

from partnerschap.content import Content
from partnerschap.report import figures
from partnerschap.scoring import answer_of
from partnerschap.session import (
    Comparison,
    JointScore,
    ParticipantView,
    PlannedAction,
    Session,
    Snapshot,
    TrainerView,
    content_of,
)
from partnerschap.ui.specification import specification

MOST_DIFFERENCES: Final = 5

Json = dict[str, Any]


def session_specification(content: Content, exercise_id: str, session: Session) -> Json:
    """Describe the form of a session: its instrument with the team's own points."""
    asked = content_of(content, session)
    return specification(
        asked, exercise_id, instruments=[session.instrument], catalogue=()
    )  # the page has the words already


def invitation(session: Session, sector: str, *, demo: bool) -> Json:
    """Describe a session to somebody who has its code."""
    return {
        "code": session.code,
        "state": session.state,
        "step": session.step,
        "round": session.round,
        "instrument": session.instrument,
        "roles": list(session.roles),
        "sector": sector,
        "together": session.together,
        "min_group": session.min_group,
        "retention_days": session.retention_days,
        "demo": demo,
    }


def participant_json(content: Content, view: ParticipantView) -> Json:
    """Put a participant's view into JSON: of the figures only the part of the step."""
    session = view.session
    shown = None
    if view.snapshot is not None and session.step:
        shown = {
            "step": _step(content, session.step),
            **_part(view.snapshot, session.step),
            "joint": [_joint(one) for one in view.joint],
            "plan": [action_json(one) for one in view.plan] if session.step in _PLAN else [],
        }
    return invitation(session, view.team.sector, demo=view.team.demo) | {
        "takes": list(view.takes),
        "own": asdict(view.own),
        "shown": shown,
    }


def trainer_json(content: Content, view: TrainerView) -> Json:
    """Put the trainer's view into JSON; while the round is open it holds numbers only."""
    session, snapshot = view.session, view.snapshot
    return invitation(session, view.team.sector, demo=view.team.demo) | {
        "id": session.id,
        "label": view.team.label,
        "rounds": [
            {
                "id": one.id,
                "round": one.round,
                "state": one.state,
                "code": one.code,
                "opened": one.opened_at.isoformat(),
            }
            for one in view.rounds
        ],
        "counts": [asdict(one) for one in view.counts],
        "batches": [{"id": batch, "rows": rows} for batch, rows in view.batches.items()],
        "purge_after": session.purge_after.isoformat(),
        "purged": session.purged_at is not None,
        "steps": [_step(content, step, to_say=True) for step in view.steps],
        "voters": view.voters,
        "result": None if snapshot is None else _whole(snapshot),
        "joint": [_joint(one) for one in view.joint],
        "plan": [action_json(one) for one in view.plan],
    }


def comparison_json(comparison: Comparison) -> Json:
    """Put the rounds of a team side by side."""
    return {
        "label": comparison.team.label,
        "sector": comparison.team.sector,
        "demo": comparison.team.demo,
        "rounds": [
            {
                "round": one.session.round,
                "closed": one.session.closed_at.isoformat() if one.session.closed_at else None,
                "result": _whole(one.snapshot),
                "then": [asdict(area) for area in one.snapshot.then.areas]
                if one.snapshot.then
                else None,
                "joint": [_joint(score) for score in one.joint],
                "plan": [action_json(action) for action in one.plan],
            }
            for one in comparison.rounds
        ],
        "changes": [[asdict(area) for area in changes] for changes in comparison.changes],
    }


_PLAN: Final = ("actions", "end")
_STRENGTHS: Final = ("strengths", "end")


def _step(content: Content, step: str, *, to_say: bool = False) -> Json:
    name, _, number = step.partition("-")
    described = next(one for one in content.workshop if one.id == name)
    fields = {"title", "minutes", "aim"} | ({"say"} if to_say else set())
    return {"id": step, "kind": name, "number": int(number or 0)} | described.model_dump(
        include=fields
    )


def _whole(snapshot: Snapshot) -> Json:
    return {
        "figures": figures(snapshot.scores, snapshot.advice),
        "differences": [asdict(one) for one in snapshot.differences],
        "biggest_differences": _biggest(snapshot),
        "importance": snapshot.importance,
        "vote_items": list(snapshot.vote_items),
        "voters": snapshot.voters,
    }


def _biggest(snapshot: Snapshot) -> list[Json]:
    """Give the largest differences between groups; at most one an item."""
    by_size = sorted(snapshot.differences, key=lambda one: -abs(one.delta))
    first = {one.item: one for one in reversed(by_size)}
    largest = [one for one in by_size if first[one.item] is one and one.delta]
    return [asdict(one) for one in largest[:MOST_DIFFERENCES]]


def _part(snapshot: Snapshot, step: str) -> Json:
    """Take what a step shows out of the whole."""
    whole = _whole(snapshot)
    all_figures = whole["figures"]
    kind, _, number = step.partition("-")
    items: set[str] | None = set()
    if kind in _STRENGTHS:
        items = set(all_figures["strengths"])
    elif kind == "glance":
        items = None
    elif kind == "discuss":
        items = {all_figures["discuss_first"][int(number) - 1]}
    elif kind == "differences":
        items = {one["item"] for one in whole["biggest_differences"]}
    elif kind == "actions":
        items = {one["id"] for one in all_figures["items"] if one["status"] == "unknown"}
    shown = all_figures | {
        "items": [one for one in all_figures["items"] if items is None or one["id"] in items],
        "areas": all_figures["areas"] if kind in {"strengths", "glance", "end"} else [],
        "tips": [],
        "suggestions": all_figures["suggestions"] if kind == "actions" else [],
        "strengths": all_figures["strengths"] if kind in _STRENGTHS else [],
        "discuss_first": sorted(items or ()) if kind == "discuss" else [],
        "balance": all_figures["balance"] if kind in {"strengths", "glance", "end"} else None,
    }
    return {
        "figures": shown,
        "biggest_differences": whole["biggest_differences"] if kind == "differences" else [],
        "differences": [
            one for one in whole["differences"] if items is None or one["item"] in items
        ],
        "vote_items": whole["vote_items"] if kind == "vote" else [],
        "importance": whole["importance"] if kind in _PLAN else None,
    }


def _joint(score: JointScore) -> Json:
    return asdict(score) | {"value": answer_of(score.value)}


def action_json(action: PlannedAction) -> Json:
    """Put an action of the plan into JSON."""
    return asdict(action) | {"due": action.due.isoformat() if action.due else None}
