"""The participant's page of a team session."""

import asyncio
from typing import Any

from partnerschap.sessions import (
    ParticipantAccess,
    SessionError,
    join_round,
    look_up,
    own_answers,
    participant_view,
    pause_after_wrong_code,
    save_answers,
    save_votes,
    set_finished,
    team_of,
)
from partnerschap.ui.protocol.participant import (
    PARTICIPANT_REQUEST,
    EnterSession,
    FindSession,
    JoinSession,
    ParticipantFault,
    ParticipantReply,
    ParticipantViewed,
    SaveAnswers,
    SaveVotes,
    SetFinished,
)
from partnerschap.ui.protocol.replies import Fault
from partnerschap.ui.session_views import (
    participant_session,
    session_specification,
    session_summary,
)
from partnerschap.ui.widgets.base import Reply
from partnerschap.ui.widgets.session_widget import SessionWidget


class Participant(SessionWidget):
    """Join with a code, answer, wait, see what the trainer shows, and vote."""

    _requests = PARTICIPANT_REQUEST

    def __init__(self, *arguments: Any, **traits: Any) -> None:
        super().__init__("meedoen", *arguments, **traits)
        self._is_paused, self._pause = False, 0.0

    def _refusal(self, error: SessionError) -> Fault:
        if error.reason == "unknown_code":
            self._pause = self._pause_after_wrong_code()
        return super()._refusal(error)

    def _pause_after_wrong_code(self) -> float:
        try:
            return pause_after_wrong_code(self._service)
        except SessionError:  # the database is gone; a guess gains nothing by that
            return 1

    def _tell(self, reply: Reply, number: int | None) -> None:
        if reply.get("reason") != "unknown_code":
            super()._tell(reply, number)
            return
        self._is_paused = True
        task = asyncio.get_running_loop().create_task(self._tell_later(reply, number))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _tell_later(self, reply: Reply, number: int | None) -> None:
        await asyncio.sleep(self._pause)
        super()._tell(reply, number)
        self._is_paused = False

    def _reply(self, request: Any, buffers: list[Any]) -> ParticipantReply:  # noqa: ARG002 - takes no files
        if self._is_paused:
            raise SessionError("wait")
        service = self._service
        if isinstance(request, FindSession):
            session = look_up(service, request.code)
            team = team_of(service, session)
            return {
                "kind": "found",
                "session": session_summary(session, team.sector, demo=team.demo),
            }
        access = ParticipantAccess(request.code, request.token)
        try:
            return self._of_participant(access, request)
        except SessionError as error:
            return self._late(access, error)

    def _of_participant(self, access: ParticipantAccess, request: Any) -> ParticipantReply:
        service = self._service
        if isinstance(request, JoinSession):
            join_round(service, access, request.role)
            return self._enter(access)
        if isinstance(request, EnterSession):
            return self._enter(access)
        if isinstance(request, SaveAnswers):
            save_answers(service, access, request.answers, request.moment)
            return {"kind": "saved"}
        if isinstance(request, SetFinished):
            set_finished(service, access, finished=request.finished)
        if isinstance(request, SaveVotes):
            save_votes(service, access, request.votes)
            return {"kind": "saved"}
        return self._view(access)

    def _late(self, access: ParticipantAccess, error: SessionError) -> ParticipantFault:
        """Tell with a refusal what was taken: by that the page knows what came too late."""
        fault: ParticipantFault = {
            "kind": "fault",
            "reason": error.reason,
            "message": error.sentence(self.content),
        }
        if error.reason in {"closed", "not_now"}:
            fault["view"] = self._view(access)["view"]
            return fault
        if error.reason != "ended":
            raise error
        try:
            fault["own"] = own_answers(self._service, access, ended_too=True)
        except SessionError as unknown:
            if unknown.reason != "not_joined":  # nor purged
                raise  # the storage is away for a moment: the page asks again
        return fault

    def _enter(self, access: ParticipantAccess) -> ParticipantViewed:
        session = look_up(self._service, access.code)
        view = self._follow(session.id, lambda: self._view(access), lambda marker: marker.version)
        specification = session_specification(self.content, self._exercise_id, session)
        return {**view, "specification": specification}

    def _view(self, access: ParticipantAccess) -> ParticipantViewed:
        view = participant_view(self._service, access)
        return {"kind": "view", "view": participant_session(self.content, view)}
