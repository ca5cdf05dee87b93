"""The scan: a form, and what its answers or a team's answer sheet show."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from partnerschap.content import Content, load
from partnerschap.ui.own_figures import own_figures, require_own
from partnerschap.ui.processes import in_process
from partnerschap.ui.protocol.replies import Fault, MadeReply
from partnerschap.ui.protocol.scan import (
    SCAN_REQUEST,
    AnswerCodeMade,
    MakeAnswerCode,
    MakeOwnFile,
    MakeSheetFile,
    OwnScored,
    ScanReply,
    ScanRequest,
    ScoreOwn,
    ScoreSheet,
    SheetScored,
)
from partnerschap.ui.specification import CATALOGUE, specification
from partnerschap.ui.widgets.base import PageWidget

if TYPE_CHECKING:
    from partnerschap.report import TeamReport

_WORDS = ("plan.", "together.")
"""With what the ids of the words begin by which a step is agreed, beside those of every form."""


class Scan(PageWidget):
    """A whole scan.

    The page keeps the answers; it sends them along when it asks for the result, and the kernel
    keeps nothing. Messages from the page are described in `partnerschap.ui.protocol.scan`.
    """

    _requests = SCAN_REQUEST

    def __init__(self, exercise_id: str, content: Content | None = None) -> None:
        content = content or load()
        self._exercise_id = exercise_id
        super().__init__(
            content,
            front_end="scan",
            specification=specification(content, exercise_id, catalogue=(*CATALOGUE, *_WORDS)),
        )

    def _reply(self, request: ScanRequest, buffers: list[Any]) -> ScanReply:
        if isinstance(request, ScoreOwn):
            return self._score_own(request)
        if isinstance(request, MakeAnswerCode):
            return self._answer_code(request)
        if isinstance(request, MakeOwnFile):
            return self._own_file(request)
        if len(buffers) != 1:
            return self._fault("form.sheet_none")
        data = bytes(buffers[0])
        if isinstance(request, MakeSheetFile):
            return self._sheet_file(request, data)
        return self._score_sheet(request, data)

    def _score_own(self, request: ScoreOwn) -> OwnScored:
        self._require(request)
        own, pattern = own_figures(self.content, request)
        return {"kind": "scored", "figures": own, "pattern": pattern}

    def _answer_code(self, request: MakeAnswerCode) -> AnswerCodeMade:
        # What takes long to import is loaded when it is needed, not with the form.
        from partnerschap.report import (  # noqa: PLC0415
            AnswerCode,
            qr_svg,
            write_answer_code,
        )

        self._require(request)
        code = AnswerCode(request.instrument, request.role, request.fill_in, request.answers)
        text = write_answer_code(code, self.content)
        return {"kind": "answer_code", "text": text, "svg": qr_svg(text)}

    def _own_file(self, request: MakeOwnFile) -> MadeReply:
        from partnerschap.report.team_reports import of_own  # noqa: PLC0415
        from partnerschap.ui.file_reply import made_file, now  # noqa: PLC0415

        self._require(request)
        report = of_own(
            self.content,
            request.instrument,
            request.role,
            request.answers,
            sector=request.sector,
            now=now(),
        )
        return made_file(self.content, _planned(report, request), request.file)

    def _sheet_file(self, request: MakeSheetFile, data: bytes) -> MadeReply:
        from partnerschap.report import SheetError, read_sheet  # noqa: PLC0415
        from partnerschap.report.team_reports import of_answers  # noqa: PLC0415
        from partnerschap.ui.file_reply import made_file, now  # noqa: PLC0415

        try:
            answers = in_process(read_sheet, data, request.filename, self.content)
        except SheetError as error:
            return {"kind": "fault", "message": error.sentence(self.content)}
        report = of_answers(
            self.content,
            self._smallest_instrument(set(answers.item_ids)),
            answers,
            min_group=request.min_group,
            sector=request.sector,
            now=now(),
        )
        return made_file(self.content, _planned(report, request), request.file)

    def _score_sheet(self, request: ScoreSheet, data: bytes) -> SheetScored | Fault:
        from partnerschap.advice import advise, pattern_of  # noqa: PLC0415
        from partnerschap.report import SheetError, read_sheet  # noqa: PLC0415
        from partnerschap.scoring import group_differences, missing_side, score  # noqa: PLC0415
        from partnerschap.ui.form_figures import form_figures  # noqa: PLC0415

        try:
            answers = in_process(read_sheet, data, request.filename, self.content)
        except SheetError as error:
            return {"kind": "fault", "message": error.sentence(self.content)}
        instrument_id = self._smallest_instrument(set(answers.item_ids))
        asked = [item.id for item in self.content.items_of(instrument_id)]
        scores = score(self.content, instrument_id, answers, min_group=request.min_group)
        return {
            "kind": "scored",
            "figures": form_figures(self.content, scores, advise(self.content, answers, scores)),
            "pattern": pattern_of(scores),
            "differences": list(group_differences(scores)),
            "left_out": [item_id for item_id in answers.item_ids if item_id not in asked],
            "missing": missing_side(answers.roles_heard(asked)),
        }

    def _smallest_instrument(self, item_ids: set[str]) -> str:
        """Choose the first instrument that asks all that is on the sheet, else the last."""
        exercise = next(one for one in self.content.exercises if one.id == self._exercise_id)
        for instrument_id in exercise.instruments:
            if item_ids <= {item.id for item in self.content.items_of(instrument_id)}:
                return instrument_id
        return exercise.instruments[-1]

    def _require(self, request: ScoreOwn | MakeAnswerCode | MakeOwnFile) -> None:
        offered = {one["id"] for one in self.specification["instruments"]}
        require_own(self.content, offered, request.instrument, request.answers)


def _planned(report: "TeamReport", request: MakeOwnFile | MakeSheetFile) -> "TeamReport":
    return replace(report, plan=tuple(one.step for one in request.plan))
