"""What the pages of a team session are sent of it."""

from collections.abc import Iterable
from typing import Final, cast

from partnerschap.advice import pattern_of
from partnerschap.content import Content
from partnerschap.content.practice import StepId
from partnerschap.scoring import EDITION, GroupDifference, answer_of
from partnerschap.sessions import (
    Comparison,
    JointScore,
    ParticipantView,
    Session,
    Snapshot,
    TrainerView,
    content_of,
)
from partnerschap.ui.form_figures import form_figures, named_actions
from partnerschap.ui.protocol.content import FormFigures, FormSpecification
from partnerschap.ui.protocol.views import (
    ConversationStep,
    JointAnswer,
    ParticipantSession,
    RoundComparison,
    RoundResult,
    SessionSummary,
    ShownStep,
    TrainerSession,
    TrainerStep,
)
from partnerschap.ui.specification import specification

MOST_DIFFERENCES: Final = 5


def session_specification(
    content: Content, exercise_id: str, session: Session
) -> FormSpecification:
    """Describe the form of a session: its instrument with the team's own points."""
    asked = content_of(content, session)
    return specification(
        asked,
        exercise_id,
        instruments=[session.instrument],
        catalogue=(),  # the page has the words already
        retired=session.content_version != content.version,
    )


def session_summary(session: Session, sector: str, *, demo: bool) -> SessionSummary:
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


def participant_session(content: Content, view: ParticipantView) -> ParticipantSession:
    """Describe what a participant sees: of the figures only the part of the step."""
    shown = None
    if view.snapshot is not None and view.session.step:
        shown = _shown(content, view, view.snapshot)
    return {
        **session_summary(view.session, view.team.sector, demo=view.team.demo),
        "takes": list(view.takes),
        "own": view.own,
        "shown": shown,
    }


def trainer_session(content: Content, view: TrainerView) -> TrainerSession:
    """Describe what the trainer sees; while the round is open it holds numbers only."""
    session, snapshot = view.session, view.snapshot
    return {
        **session_summary(session, view.team.sector, demo=view.team.demo),
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
        "counts": list(view.counts),
        "batches": [{"id": batch, "rows": rows} for batch, rows in view.batches.items()],
        "purge_after": session.purge_after.isoformat(),
        "purged": session.purged_at is not None,
        "steps": [_trainer_step(content, step) for step in view.steps],
        "voters": view.voters,
        "result": None if snapshot is None else _whole(content, snapshot),
        "joint": [_joint(one) for one in view.joint],
        "plan": list(view.plan),
    }


def round_comparison(content: Content, comparison: Comparison) -> RoundComparison:
    """Put the rounds of a team side by side."""
    return {
        "label": comparison.team.label,
        "sector": comparison.team.sector,
        "demo": comparison.team.demo,
        "rounds": [
            {
                "round": one.session.round,
                "closed": one.session.closed_at.isoformat() if one.session.closed_at else None,
                "result": _whole(content, one.snapshot),
                "then": list(one.snapshot.then.areas) if one.snapshot.then else None,
                "joint": [_joint(score) for score in one.joint],
                "plan": list(one.plan),
            }
            for one in comparison.rounds
        ],
        "changes": [list(changes) for changes in comparison.changes],
    }


_PLAN: Final = ("actions", "end")
_STRENGTHS: Final = ("strengths", "end")


def _step(content: Content, step: str) -> ConversationStep:
    kind, number = _parts(step)
    described = next(one for one in content.workshop if one.id == kind)
    return {
        "id": step,
        "kind": kind,
        "number": number,
        "title": described.title,
        "minutes": described.minutes,
        "aim": described.aim,
    }


def _trainer_step(content: Content, step: str) -> TrainerStep:
    kind, _ = _parts(step)
    say = next(one.say for one in content.workshop if one.id == kind)
    return {**_step(content, step), "say": say}


def _parts(step: str) -> tuple[StepId, int]:
    """Take apart the id of a step; the number is 0 for a kind of which there is one."""
    kind, _, number = step.partition("-")
    return cast("StepId", kind), int(number or 0)


def _whole(content: Content, snapshot: Snapshot) -> RoundResult:
    return {
        "figures": form_figures(content, snapshot.scores, snapshot.advice),
        "differences": list(snapshot.differences),
        "biggest_differences": _biggest(snapshot),
        "importance": snapshot.importance,
        "vote_items": list(snapshot.vote_items),
        "voters": snapshot.voters,
        "earlier_edition": snapshot.edition < EDITION,
        "pattern": pattern_of(snapshot.scores),
        "missing": snapshot.missing,
    }


def _biggest(snapshot: Snapshot) -> list[GroupDifference]:
    """Give the largest of what is called a difference between groups; at most one an item."""
    called = [one for one in snapshot.differences if one.differs]
    by_size = sorted(called, key=lambda one: -abs(one.delta))
    first = {one.item: one for one in reversed(by_size)}
    largest = [one for one in by_size if first[one.item] is one and one.delta]
    return largest[:MOST_DIFFERENCES]


def _shown(content: Content, view: ParticipantView, snapshot: Snapshot) -> ShownStep:
    """Take what a step shows out of the whole."""
    step = view.session.step
    kind, _ = _parts(step)
    whole = _whole(content, snapshot)
    items = _items_shown(whole, step)
    differences = whole["differences"]
    if items is not None:
        differences = [one for one in differences if one.item in items]
    return {
        "step": _step(content, step),
        "figures": _figures_shown(whole, kind, items),
        "biggest_differences": whole["biggest_differences"] if kind == "differences" else [],
        "differences": differences,
        "vote_items": whole["vote_items"] if kind == "vote" else [],
        "importance": whole["importance"] if kind in _PLAN else None,
        "joint": [_joint(one) for one in view.joint],
        "plan": list(view.plan) if kind in _PLAN else [],
        "earlier_edition": whole["earlier_edition"],
        "pattern": whole["pattern"],
        "missing": whole["missing"],
    }


def _items_shown(whole: RoundResult, step: str) -> set[str] | None:
    """Name the items that a step is about; None for all."""
    everything = whole["figures"]
    found: Iterable[str]
    match _parts(step):
        case ("strengths", _) if whole["pattern"] == "unknown":
            found = _unknown(everything)
        case ("strengths" | "end", _):
            found = everything["strengths"]
        case ("glance", _):
            return None
        case ("discuss", number):
            return {everything["discuss_first"][number - 1]}
        case ("low", _):
            found = everything["agree_low"]
        case ("differences", _):
            found = [one.item for one in whole["biggest_differences"]]
        case ("actions", _):
            found = _unknown(everything)
        case _:
            found = []
    return set(found)


def _unknown(everything: FormFigures) -> list[str]:
    return [one["id"] for one in everything["items"] if one["status"] == "unknown"]


def _figures_shown(whole: RoundResult, kind: StepId, items: set[str] | None) -> FormFigures:
    everything = whole["figures"]
    overview = kind in {"strengths", "glance", "end"}
    # A team that knows nothing yet begins with how to find out.
    finds_out = kind == "actions" or (kind == "strengths" and whole["pattern"] == "unknown")
    shown: FormFigures = {
        **everything,
        "items": [one for one in everything["items"] if items is None or one["id"] in items],
        "areas": everything["areas"] if overview else [],
        "tips": [],
        "suggestions": everything["suggestions"] if kind == "actions" else [],
        "year_plan": everything["year_plan"] if kind == "actions" else [],
        "find_out": everything["find_out"] if finds_out else [],
        "keep": everything["keep"] if kind in _STRENGTHS else [],
        "agree_low": everything["agree_low"] if kind == "low" else [],
        "begin": [],  # first the question, then the steps
        "strengths": everything["strengths"] if kind in _STRENGTHS else [],
        "discuss_first": sorted(items or ()) if kind == "discuss" else [],
        "balance": everything["balance"] if overview else None,
    }
    named = named_actions(shown)
    texts = {action: text for action, text in shown["actions"].items() if action in named}
    return {**shown, "actions": texts}


def _joint(score: JointScore) -> JointAnswer:
    return {"item": score.item, "value": answer_of(score.value), "version": score.version}
