"""What the pages of a team session share: requests with an answer, and following along."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from typing import Any, Final

import traitlets

from partnerschap.content import Content, load
from partnerschap.session import Desk, SessionError, TrainerAccess, closed_rounds, trainer_view
from partnerschap.ui.protocol.replies import Fault, MadeReply
from partnerschap.ui.specification import CATALOGUE, specification
from partnerschap.ui.widgets.base import PageWidget, Reply

LOOK_EVERY: Final = 1.0
"""Seconds between two looks at whether there is something new to show."""


class SessionWidget(PageWidget):
    """Every request carries what it needs, so a new kernel can go on.

    Once the page has entered a session it is sent a new view whenever there is one.
    """

    follows = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the page is told of changes by itself, so that its kernel may not rest."""

    _words: tuple[str, ...] = ("together.",)
    """With what the ids of the other words begin that the page shows."""
    _asks_everything = False
    """Whether the page knows the items of all instruments, not only of the exercise's own."""

    def __init__(self, exercise_id: str, desk: Desk | None = None) -> None:
        content: Content = desk.content if desk else load()
        self._given_desk = desk
        self._exercise_id = exercise_id
        self._watching: asyncio.Task[None] | None = None
        every = [one.id for one in content.instruments] if self._asks_everything else None
        super().__init__(
            content,
            front_end=exercise_id,
            specification=specification(
                content,
                exercise_id,
                instruments=every,
                catalogue=(*CATALOGUE, f"{exercise_id}.", *self._words),
                retired=self._asks_everything,
            ),
        )

    @cached_property
    def _desk(self) -> Desk:
        """Made when it is needed: a page with a wrong setting still shows, and says so."""
        return self._given_desk or Desk.of_settings(self.content)

    def _replied(self, message: object, buffers: list[Any]) -> Reply:
        try:
            return super()._replied(message, buffers)
        except SessionError as error:
            return self._refusal(error)

    def _team_file(self, access: TrainerAccess, file: str) -> MadeReply:
        """Make a file of a closed round."""
        # What takes long to import is loaded when it is needed, not with the form.
        from partnerschap.report.team_reports import of_rounds  # noqa: PLC0415
        from partnerschap.ui.file_reply import made_file, now  # noqa: PLC0415

        session = trainer_view(self._desk, access.token, access.session_id).session
        compared = closed_rounds(self._desk, session.code)
        return made_file(self.content, of_rounds(self.content, compared, now()), file)

    def _refusal(self, error: SessionError) -> Fault:
        return {
            "kind": "fault",
            "reason": error.reason,
            "message": error.sentence(self.content),
        }

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
            except Exception as error:
                # Whatever it is, the page goes on following: it may be over at the next look.
                found = repr(error)
                message = None
                if found != seen:
                    self.log.exception("a page could not be told what is new")
                    message = self._failed()
            if message is not None:
                self._send_reply(message)
            seen = found
