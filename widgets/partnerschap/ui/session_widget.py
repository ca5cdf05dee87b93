"""What the pages of a team session share: requests with an answer, and following along."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import anywidget
import traitlets
from pydantic import TypeAdapter, ValidationError

from partnerschap.content import Content, load
from partnerschap.session import Desk, SessionError, TrainerAccess, closed_rounds, trainer_view
from partnerschap.ui.replies import Reply, send_reply
from partnerschap.ui.specification import CATALOGUE, specification

LOOK_EVERY: Final = 1.0
"""Seconds between two looks at whether there is something new to show."""


class SessionWidget(anywidget.AnyWidget):
    """One widget and one comm; every request carries what it needs, so a new kernel can go on.

    Once the page has entered a session it is sent a new view whenever there is one.
    """

    _esm = Path(__file__).parent / "load.js"
    front_end = traitlets.Unicode().tag(sync=True)
    specification = traitlets.Dict().tag(sync=True)
    asks = traitlets.Bool(default_value=True).tag(sync=True)
    follows = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the page is told of changes by itself, so that its kernel may not rest."""

    _requests: TypeAdapter[Any]
    _words: tuple[str, ...] = ("together.",)
    """With what the ids of the other words begin that the page shows."""
    _asks_everything = False
    """Whether the page knows the items of all instruments, not only of the exercise's own."""

    def __init__(self, exercise_id: str, desk: Desk | None = None) -> None:
        self.content: Content = desk.content if desk else load()
        self._given_desk = desk
        self._exercise_id = exercise_id
        self._watching: asyncio.Task[None] | None = None
        every = [one.id for one in self.content.instruments] if self._asks_everything else None
        super().__init__(
            front_end=exercise_id,
            specification=specification(
                self.content,
                exercise_id,
                instruments=every,
                catalogue=(*CATALOGUE, f"{exercise_id}.", *self._words),
            ),
        )
        self.on_msg(self._answer)

    @cached_property
    def _desk(self) -> Desk:
        """Made when it is needed: a page with a wrong setting still shows, and says so."""
        return self._given_desk or Desk.of_settings(self.content)

    def _answer(self, _: object, message: object, buffers: list[Any]) -> None:
        number = message.get("number") if isinstance(message, dict) else None
        try:
            request = self._requests.validate_python(message)
            reply = self._reply(request, buffers)
        except SessionError as error:
            reply = self._refusal(error)
            if pause := self._pause(error):
                asyncio.get_running_loop().create_task(self._send_later(reply, number, pause))
                return
        except ValidationError:
            reply = {"kind": "fault", "message": self.content.message("form.invalid")}
        send_reply(self.send, reply, number)

    def _reply(self, request: Any, buffers: list[Any]) -> Reply:
        raise NotImplementedError

    def _team_file(self, access: TrainerAccess, file: str) -> Reply:
        """Make a file of a closed round."""
        # What takes long to import is loaded when it is needed, not with the form.
        from partnerschap.ui.made_file import made_file, now  # noqa: PLC0415
        from partnerschap.ui.team_reports import of_rounds  # noqa: PLC0415

        session = trainer_view(self._desk, access.token, access.session_id).session
        compared = closed_rounds(self._desk, session.code)
        return made_file(self.content, of_rounds(self.content, compared, now()), file)

    def _pause(self, error: SessionError) -> float:  # noqa: ARG002 - most answers need no pause
        """Seconds to wait before a refusal is sent."""
        return 0

    def _refusal(self, error: SessionError) -> Reply:
        return {
            "kind": "fault",
            "reason": error.reason,
            "message": error.sentence(self.content),
        }

    async def _send_later(self, reply: Reply, number: object, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self.send(reply | {"number": number})

    def _watch(self, look: Callable[[], object], view: Callable[[], Reply]) -> None:
        """Send a new view whenever there is one, from now on.

        Parameters
        ----------
        look
            Gives something that differs when there is something new to show; cheap.
        view
            Makes the message to send.
        """
        self._stop_watching()
        self.follows = True
        self._watching = asyncio.get_running_loop().create_task(self._follow(look(), look, view))

    def _stop_watching(self) -> None:
        self.follows = False
        if self._watching is not None:
            self._watching.cancel()

    async def _follow(
        self, seen: object, look: Callable[[], object], view: Callable[[], Reply]
    ) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                found: object = look()
                message = view() if found != seen else None
            except SessionError as error:
                found = error.reason
                message = self._refusal(error) if found != seen else None
            if message is not None:
                self.send(message)
            seen = found
