"""From scan to plan: of one person in the browser, or of a team on the server."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from partnerschap.content import Content
from partnerschap.report import AreaFigures, figures
from partnerschap.sessions import (
    SessionError,
    TrainerAccess,
    TrainerView,
    add_action,
    change_action,
    trainer_view,
)
from partnerschap.ui.own_figures import own_figures, require_own
from partnerschap.ui.protocol import trainer as ask
from partnerschap.ui.protocol.plan import (
    PLAN_REQUEST,
    MakeOwnPlanFile,
    PlanReply,
    PlanScored,
    PlanViewed,
)
from partnerschap.ui.protocol.replies import MadeReply
from partnerschap.ui.protocol.scan import ScoreOwn
from partnerschap.ui.protocol.views import TeamPlan, TeamSummary
from partnerschap.ui.widgets.session_widget import SessionWidget

_DECIMALS: Final = 12
"""Shares that are the same to so many decimals are equal, as in the order of the actions."""


class Plan(SessionWidget):
    """A plan with its suggestions.

    The plan of one person comes here only to be made into a file, and is not kept. The plan of
    a team is kept with its round, and asked for with the trainer's secret in each request.
    """

    _requests = PLAN_REQUEST
    _words = (*SessionWidget._words, "plan.")  # noqa: SLF001 - of the class itself
    _asks_everything = True

    def __init__(self, exercise_id: str = "actieplan", *arguments: Any, **traits: Any) -> None:
        super().__init__(exercise_id, *arguments, **traits)

    def _reply(self, request: Any, buffers: list[Any]) -> PlanReply:
        del buffers
        if isinstance(request, ScoreOwn):
            return self._score_own(request)
        if isinstance(request, ask.EnterRound):
            return self._enter(request.token, request.session)
        if isinstance(request, MakeOwnPlanFile):
            return self._own_file(request)
        access = TrainerAccess(request.token, request.session)
        if isinstance(request, ask.MakeTeamFile):
            return self._team_file(access, request.file)
        if isinstance(request, ask.AddAction):
            add_action(self._service, access, request.key, request.action)
        else:
            change_action(self._service, access, request.id, request.version, request.action)
        return self._plan(access)

    def _score_own(self, request: ScoreOwn) -> PlanScored:
        self._require(request.instrument, request.answers)
        own, pattern = own_figures(self.content, request)
        return {
            "kind": "scored",
            "figures": own,
            "pattern": pattern,
            "weakest": weakest(self.content, own["areas"]),
        }

    def _own_file(self, request: MakeOwnPlanFile) -> MadeReply:
        # What takes long to import is loaded when it is needed, not with the form.
        from partnerschap.report.team_reports import of_own  # noqa: PLC0415
        from partnerschap.ui.file_reply import made_file, now  # noqa: PLC0415

        instrument = request.instrument or self.content.instruments[0].id
        self._require(instrument, request.answers)
        report = of_own(
            self.content,
            instrument,
            request.role,
            request.answers,
            sector=request.sector,
            now=now(),
        )
        plan = tuple(one.step for one in request.plan)
        planned = replace(report, instrument=request.instrument or "", plan=plan)
        if request.calendar is not None:
            planned = replace(planned, calendar=request.calendar.for_report())
        return made_file(self.content, planned, request.file)

    def _require(self, instrument: str, answered: Iterable[str]) -> None:
        every = {one.id for one in self.content.instruments}
        require_own(self.content, every, instrument, answered)

    def _enter(self, token: str, session_id: int | None) -> PlanViewed:
        """Open a closed round, the last one unless another is asked, and follow it."""
        self._stop_following()
        view = trainer_view(self._service, token, session_id)
        if session_id is None and view.snapshot is None:
            closed = [one for one in view.rounds if one.closed_at]
            if not closed:
                return {"kind": "plan", "plan": _team(view)}
            view = trainer_view(self._service, token, closed[-1].id)
        access = TrainerAccess(token, view.session.id)
        return self._follow(view.session.id, lambda: self._plan(access))

    def _plan(self, access: TrainerAccess) -> PlanViewed:
        view = trainer_view(self._service, access.token, access.session_id)
        return {"kind": "plan", "plan": team_plan(self.content, view)}


def team_plan(content: Content, view: TrainerView) -> TeamPlan:
    """Describe the plan of a closed round, with the figures that it follows from.

    Raises
    ------
    SessionError
        When the round is still open.
    """
    if view.snapshot is None:
        raise SessionError("still_open")
    whole = figures(view.snapshot.scores, view.snapshot.advice)
    return {
        **_team(view),
        "id": view.session.id,
        "round": view.session.round,
        "figures": whole,
        "weakest": weakest(content, whole["areas"]),
        "actions": list(view.plan),
    }


def weakest(content: Content, areas: Iterable[AreaFigures]) -> list[str]:
    """Name the partnerships with the lowest share; none when all shares are equal or unknown."""
    partnerships = {area.id for area in content.areas if area.partnership}
    shares = {
        one["id"]: round(one["share"], _DECIMALS)
        for one in areas
        if one["id"] in partnerships and one["share"] is not None
    }
    low, high = min(shares.values(), default=0), max(shares.values(), default=0)
    return [area_id for area_id, share in shares.items() if share == low < high]


def _team(view: TrainerView) -> TeamSummary:
    return {
        "id": None,
        "label": view.team.label,
        "sector": view.team.sector,
        "demo": view.team.demo,
        "rounds": [
            {"id": one.id, "round": one.round, "closed": one.closed_at.isoformat()}
            for one in view.rounds
            if one.closed_at
        ],
    }
