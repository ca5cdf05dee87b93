"""The trainer's pages of a team session: the workshop, and the rounds side by side."""

import hashlib
from typing import Any

from partnerschap.content import ROLES
from partnerschap.report import (
    AnswerCodeError,
    SheetError,
    qr_svg,
    read_answer_code,
    read_sheet,
)
from partnerschap.scoring import code_of
from partnerschap.sessions import (
    Session,
    SessionError,
    TrainerAccess,
    add_action,
    add_answer_code,
    add_sheet,
    archive_round,
    change_action,
    close_round,
    compare_rounds,
    content_of,
    delete_everything,
    open_first,
    open_next,
    remove_batch,
    set_joint_score,
    show_step,
    trainer_view,
)
from partnerschap.ui.processes import in_process
from partnerschap.ui.protocol import trainer as ask
from partnerschap.ui.protocol.content import FormSpecification
from partnerschap.ui.session_views import round_comparison, session_specification, trainer_session
from partnerschap.ui.static_files import script
from partnerschap.ui.widgets.session_widget import SessionWidget

_DIGEST = 12  # characters that name a sheet


class Workshop(SessionWidget):
    """Everything that a trainer does with a team, with the secret of the link in each request."""

    _requests = ask.TRAINER_REQUEST
    _words = (*SessionWidget._words, "plan.")  # noqa: SLF001 - of the class itself

    def __init__(self, exercise_id: str = "workshop", *arguments: Any, **traits: Any) -> None:
        super().__init__(exercise_id, *arguments, **traits)

    def _reply(self, request: Any, buffers: list[Any]) -> ask.TrainerReply:
        service = self._service
        match request:
            case ask.DrawQrCode():
                reply: ask.TrainerReply = {"kind": "qr", "svg": qr_svg(request.address)}
            case ask.LoadModule():
                reply = {"kind": "module", "data": script(request.name).encode()}
            case ask.OpenSession():
                service.prepare()  # `serve` does so at its start; in Jupyter nobody else would
                opened = open_first(service, request.opening, request.token)
                reply = self._enter(request.token, opened.id)
            case ask.EnterRound():
                reply = self._enter(request.token, request.session)
            case ask.OpenNextRound():
                reply = self._enter(request.token, open_next(service, request.token).id)
            case ask.CompareRounds():
                reply = self._compare(request.token)
            case ask.MakeTeamFile():
                access = TrainerAccess(request.token, request.session)
                reply = self._team_file(access, request.file)
            case ask.MakePaper():
                reply = self._paper(request)
            case ask.DeleteTeam():
                delete_everything(service, request.token)
                self._stop_following()
                reply = {"kind": "deleted"}
            case _:
                access = TrainerAccess(request.token, request.session)
                changed = self._change(access, request, buffers)
                reply = {**self._view(access), **changed}
        return reply

    def _compare(self, token: str) -> ask.RoundsCompared:
        comparison = compare_rounds(self._service, token)
        last = comparison.rounds[-1].session if comparison.rounds else None
        return {
            "kind": "compared",
            "comparison": round_comparison(self.content, comparison),
            "specification": self._specification(last) if last else None,
        }

    def _paper(self, request: ask.MakePaper) -> ask.TrainerReply:
        # What takes long to import is loaded when it is needed, not with the form.
        from partnerschap.report import Handout, make_paper  # noqa: PLC0415
        from partnerschap.ui.file_reply import file_reply, now  # noqa: PLC0415

        view = trainer_view(self._service, request.token, request.session)
        session, team = view.session, view.team
        if session.state != "open":
            raise SessionError("closed")
        handout = Handout(
            content_of(self.content, session),
            session.instrument,
            sector=team.sector,
            label=team.label,
            roles=tuple(role for role in ROLES if role in session.roles),
            code=session.code,
            link=request.link,
            typed=request.typed,
        )
        day = now().date()
        return file_reply(*in_process(make_paper, handout, request.file, day, session.round))

    def _change(self, access: TrainerAccess, request: Any, buffers: list[Any]) -> ask.Changed:
        service = self._service
        match request:
            case ask.CloseRound():
                close_round(service, access)
            case ask.ShowStep():
                show_step(service, access, request.step)
            case ask.EndRound():
                archive_round(service, access)
            case ask.SetJointScore():
                value = None if request.value is None else code_of(request.value)
                set_joint_score(service, access, request.item, value, request.version)
            case ask.AddAction():
                add_action(service, access, request.key, request.action)
            case ask.ChangeAction():
                change_action(service, access, request.id, request.version, request.action)
            case ask.RemoveBatch():
                return {"removed": remove_batch(service, access, request.batch)}
            case ask.AddSheet():
                return self._add_sheet(access, request, buffers)
            case ask.AddAnswerCode():
                return self._add_code(access, request)
        return {}

    def _add_sheet(
        self, access: TrainerAccess, request: ask.AddSheet, buffers: list[Any]
    ) -> ask.Changed:
        if len(buffers) != 1:
            return {"problem": self.content.message("form.sheet_none")}
        data = bytes(buffers[0])
        session = self._session(access)
        try:
            asked = content_of(self.content, session)
            answers = in_process(read_sheet, data, request.filename, asked)
        except SheetError as error:
            return {"problem": error.sentence(self.content)}
        digest = hashlib.sha256(data).hexdigest()[:_DIGEST]
        return {"added": add_sheet(self._service, access, digest, answers)}

    def _add_code(self, access: TrainerAccess, request: ask.AddAnswerCode) -> ask.Changed:
        try:
            code = read_answer_code(request.text, self.content)
        except AnswerCodeError as error:
            return {"problem": error.sentence(self.content)}
        added = add_answer_code(self._service, access, code.number, code.role, code.answers)
        return {"added_code": added}

    def _enter(self, token: str, session_id: int | None) -> ask.TrainerViewed:
        view = trainer_view(self._service, token, session_id)
        access = TrainerAccess(token, view.session.id)
        first = self._follow(view.session.id, lambda: self._view(access))
        return {**first, "specification": self._specification(view.session)}

    def _view(self, access: TrainerAccess) -> ask.TrainerViewed:
        view = trainer_view(self._service, access.token, access.session_id)
        return {"kind": "view", "view": trainer_session(self.content, view)}

    def _session(self, access: TrainerAccess) -> Session:
        return trainer_view(self._service, access.token, access.session_id).session

    def _specification(self, session: Session) -> FormSpecification:
        return session_specification(self.content, self._exercise_id, session)
