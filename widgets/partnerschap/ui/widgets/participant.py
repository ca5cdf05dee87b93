"""The participant's page of a team session."""

import asyncio
from dataclasses import asdict
from typing import Any

from partnerschap.session import (
    ParticipantAccess,
    SessionError,
    join,
    look_up,
    own,
    participant_view,
    pause_after_wrong_code,
    save,
    set_finished,
    team_of,
    version_of,
    vote,
)
from partnerschap.ui.protocol.session import (
    PARTICIPANT_REQUEST,
    Enter,
    Finish,
    Join,
    LookUp,
    Save,
    Vote,
)
from partnerschap.ui.replies import Reply
from partnerschap.ui.session_views import invitation, participant_json, session_specification
from partnerschap.ui.widgets.session_widget import SessionWidget


class Participant(SessionWidget):
    """Join with a code, answer, wait, see what the trainer shows, and vote."""

    _requests = PARTICIPANT_REQUEST

    def __init__(self, *arguments: Any, **traits: Any) -> None:
        super().__init__("meedoen", *arguments, **traits)
        self._paused = False

    def _tell(self, reply: Reply, number: int | None) -> None:
        if reply.get("reason") != "unknown_code":
            super()._tell(reply, number)
            return
        try:
            pause = pause_after_wrong_code(self._desk)
        except SessionError:  # the database is gone; a guess gains nothing by that
            pause = 1
        self._paused = True
        asyncio.get_running_loop().create_task(self._tell_later(reply, number, pause))

    async def _tell_later(self, reply: Reply, number: int | None, seconds: float) -> None:
        await asyncio.sleep(seconds)
        super()._tell(reply, number)
        self._paused = False

    def _reply(self, request: Any, buffers: list[Any]) -> Reply:  # noqa: ARG002 - takes no files
        if self._paused:
            raise SessionError("wait")
        desk = self._desk
        if isinstance(request, LookUp):
            session = look_up(desk, request.code)
            team = team_of(desk, session)
            return {
                "kind": "found",
                "session": invitation(session, team.sector, demo=team.demo),
            }
        access = ParticipantAccess(request.code, request.token)
        try:
            return self._of_participant(access, request)
        except SessionError as error:
            return self._refusal(error) | self._what_counts(access, error)

    def _of_participant(self, access: ParticipantAccess, request: Any) -> Reply:
        desk = self._desk
        if isinstance(request, Join):
            join(desk, access, request.role)
            return self._enter(access)
        if isinstance(request, Enter):
            return self._enter(access)
        if isinstance(request, Save):
            save(desk, access, request.answers, request.moment)
            return {"kind": "saved"}
        if isinstance(request, Finish):
            set_finished(desk, access, finished=request.finished)
        if isinstance(request, Vote):
            vote(desk, access, request.votes)
            return {"kind": "saved"}
        return self._view(access)

    def _what_counts(self, access: ParticipantAccess, error: SessionError) -> Reply:
        """Tell with a refusal what was taken: by that the page knows what came too late."""
        if error.reason in {"closed", "not_now"}:
            return {"view": self._view(access)["view"]}
        if error.reason != "ended":
            raise error
        try:
            return {"own": asdict(own(self._desk, access, ended_too=True))}
        except SessionError:  # of nobody who joined, or purged
            return {}

    def _enter(self, access: ParticipantAccess) -> Reply:
        look_up(self._desk, access.code)
        session = participant_view(self._desk, access).session
        self._watch(lambda: version_of(self._desk, access), lambda: self._view(access))
        return self._view(access) | {
            "specification": session_specification(self.content, self._exercise_id, session)
        }

    def _view(self, access: ParticipantAccess) -> Reply:
        view = participant_view(self._desk, access)
        return {"kind": "view", "view": participant_json(self.content, view)}
