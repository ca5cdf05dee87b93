"""What the pages of a team session share: requests with an answer, and following along."""

import asyncio
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from partnerschap.content import Content, load
from partnerschap.sessions import (
    ChangeMarker,
    SessionError,
    SessionService,
    TrainerAccess,
    change_markers,
    closed_rounds,
    trainer_view,
)
from partnerschap.settings import Settings
from partnerschap.ui.following import Follower, Following
from partnerschap.ui.protocol.replies import Fault, MadeReply
from partnerschap.ui.specification import CATALOGUE, specification
from partnerschap.ui.widgets.base import PageWidget, Reply

R = TypeVar("R", bound=Reply)


@lru_cache(maxsize=1)
def _shared_by_all(content_version: str, database: str) -> tuple[SessionService, Follower]:  # noqa: ARG001 - another version is another one
    service = SessionService.of_settings(load(), database)
    return service, Follower(service)


class SessionWidget(PageWidget):
    """Every request carries what it needs, so a new kernel can go on.

    Once the page has entered a session it is sent a new view whenever there is one.
    """

    _words: tuple[str, ...] = ("together.",)
    """With what the ids of the other words begin that the page shows."""
    _asks_everything = False
    """Whether the page knows the items of all instruments, not only of the exercise's own."""

    def __init__(self, exercise_id: str, service: SessionService | None = None) -> None:
        content: Content = service.content if service else load()
        self._given = service
        self._trouble = ""
        self._exercise_id = exercise_id
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
    def _shared(self) -> tuple[SessionService, Follower]:
        """Made when it is needed: a page with a wrong setting still shows, and says so."""
        if self._given is not None:
            return self._given, Follower(self._given)
        return _shared_by_all(self.content.version, Settings().database_url)

    @property
    def _service(self) -> SessionService:
        return self._shared[0]

    @property
    def _follower(self) -> Follower:
        return self._shared[1]

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

        session = trainer_view(self._service, access.token, access.session_id).session
        compared = closed_rounds(self._service, session.code)
        return made_file(self.content, of_rounds(self.content, compared, now()), file)

    def _refusal(self, error: SessionError) -> Fault:
        return {
            "kind": "fault",
            "reason": error.reason,
            "message": error.sentence(self.content),
        }

    def _follow(
        self,
        session_id: int,
        view: Callable[[], R],
        part: Callable[[ChangeMarker], object] = lambda marker: marker,
    ) -> R:
        """Return a view, and send a new one whenever there is one, from now on.

        Parameters
        ----------
        view
            Makes the message to send.
        part
            What of a session's change marker matters to the page.
        """
        # The marker before the view, so that what changes in between is told.
        marker = change_markers(self._service, [session_id]).get(session_id)
        seen = None if marker is None else part(marker)
        first = view()
        self._news = view
        self._soon(self._begin_following, Following(session_id, part, seen))
        return first

    def _begin_following(self, following: Following) -> None:
        if self.comm is not None:  # nobody left meanwhile
            self._follower.add(self, following)

    def _stop_following(self) -> None:
        self._soon(self._follower.remove, self)

    async def tell_news(self) -> bool:
        """Send a new view; `Follower` asks for it."""
        async with self._turn, self._follower.room:
            try:
                message = await asyncio.to_thread(self._news)
            except Exception as error:  # noqa: BLE001 - it is logged, and the page hears of it
                await self.tell_trouble(error)
                return isinstance(error, SessionError) and not error.is_passing
            self._trouble = ""
            self._send_reply(message)
            return True

    async def tell_trouble(self, error: Exception) -> None:
        """Say once why nothing new can be looked up; `Follower` goes on looking."""
        trouble = error.reason if isinstance(error, SessionError) else repr(error)
        if trouble == self._trouble:
            return
        self._trouble = trouble
        if isinstance(error, SessionError):
            self._send_reply(self._refusal(error))
        else:
            self.log.error("a page could not be told what is new", exc_info=error)
            self._send_reply(self._failed())

    def close(self) -> None:
        """Let the page go."""
        if "_shared" in self.__dict__:
            self._follower.remove(self)
        super().close()
