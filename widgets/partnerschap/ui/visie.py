"""A vision that is written in the page alone, unless somebody asks for it as a Word file."""

from typing import Any

import traitlets
from pydantic import ValidationError

from partnerschap.content import Content, load
from partnerschap.ui.exercise import Exercise
from partnerschap.ui.replies import send_reply
from partnerschap.ui.requests import MakeVision


class Visie(Exercise):
    """The exercise, which makes a file of the text that the page sends and keeps nothing of it."""

    asks = traitlets.Bool(default_value=True).tag(sync=True)

    _words = (*Exercise._words, "file.")  # noqa: SLF001 - of the class itself

    def __init__(self, content: Content | None = None) -> None:
        self._content = content or load()
        super().__init__("visie", self._content)
        self.on_msg(self._answer)

    def _answer(self, _: object, message: object, _buffers: list[Any]) -> None:
        # What takes long to import is loaded when it is needed, not with the exercise.
        from partnerschap.report import file_name, make_vision  # noqa: PLC0415
        from partnerschap.ui.made_file import file_reply, now  # noqa: PLC0415

        number = message.get("number") if isinstance(message, dict) else None
        try:
            text = MakeVision.model_validate(message).text
        except ValidationError:
            reply = {"kind": "fault", "message": self._content.message("file.refused")}
        else:
            name = file_name(self._content, "vision", now().date(), "docx")
            reply = file_reply(name, make_vision(self._content, text))
        send_reply(self.send, reply, number)
