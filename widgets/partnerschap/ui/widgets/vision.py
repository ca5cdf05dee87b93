"""A vision that is written in the page alone, unless somebody asks for it as a Word file."""

from typing import Any

import traitlets

from partnerschap.content import Content
from partnerschap.ui.processes import in_process
from partnerschap.ui.protocol.vision import VISION_REQUEST, MakeVision, VisionReply
from partnerschap.ui.widgets.exercise import Exercise


class Vision(Exercise):
    """The exercise, which makes a file of the text that the page sends and keeps nothing of it."""

    asks = traitlets.Bool(default_value=True).tag(sync=True)

    _requests = VISION_REQUEST
    _invalid = "file.refused"
    _words = (*Exercise._words, "file.")  # noqa: SLF001 - of the class itself

    def __init__(self, content: Content | None = None) -> None:
        super().__init__("visie", content)

    def _reply(self, request: MakeVision, buffers: list[Any]) -> VisionReply:
        # What takes long to import is loaded when it is needed, not with the exercise.
        from partnerschap.report import file_name, make_vision  # noqa: PLC0415
        from partnerschap.ui.file_reply import file_reply, now  # noqa: PLC0415

        del buffers
        name = file_name(self.content, "vision", now().date(), "docx")
        return file_reply(name, in_process(make_vision, self.content, request.text))
