"""Change notification: one look a second at all sessions that the pages of this process follow."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, Protocol

from partnerschap.sessions import ChangeMarker, SessionService, change_markers

LOOK_EVERY: Final = 1.0
"""Seconds between two looks at whether there is something new to show."""

_AT_ONCE: Final = 8
"""Pages that are told at the same time; the others a moment later."""
_NOTHING: Final = object()
"""Differs from every marker."""


class Page(Protocol):
    """A page that follows a session."""

    async def tell_news(self) -> bool:
        """Send what is new; tells whether that went well, or is to be tried again."""

    async def tell_trouble(self, error: Exception) -> None:
        """Say why nothing new can be looked up, unless that was said before."""


@dataclass
class Following:
    """What a page follows.

    Attributes
    ----------
    session_id
        Of the session.
    part
        What of its marker matters to the page.
    seen
        That part, as it was before the page was last told.
    """

    session_id: int
    part: Callable[[ChangeMarker], object]
    seen: object


class Follower:
    """Polls the database for the pages of a process, with one transaction a look."""

    def __init__(self, service: SessionService) -> None:
        self._service = service
        self._pages: dict[Page, Following] = {}
        self._task: asyncio.Task[None] | None = None
        self._telling: set[asyncio.Task[None]] = set()
        self.room = asyncio.Semaphore(_AT_ONCE)
        """Of the pages whose news is looked up; taken once it is a page's turn."""

    def add(self, page: Page, following: Following) -> None:
        """Tell a page from now on, and of no other session than this one."""
        self._pages[page] = following
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._look_again())

    def remove(self, page: Page) -> None:
        """No longer tell a page."""
        self._pages.pop(page, None)

    async def _look_again(self) -> None:
        while self._pages:
            await asyncio.sleep(LOOK_EVERY)
            sessions = {following.session_id for following in self._pages.values()}
            try:
                markers = await asyncio.to_thread(change_markers, self._service, sessions)
            except Exception as error:  # noqa: BLE001 - it may be over at the next look
                for page in self._pages:
                    self._begin(page.tell_trouble(error))
            else:
                self._compare(markers)

    def _compare(self, markers: dict[int, ChangeMarker]) -> None:
        for page, following in self._pages.items():
            marker = markers.get(following.session_id)
            found = None if marker is None else following.part(marker)
            if found != following.seen:
                following.seen = found
                self._begin(self._tell_news(page, following))

    async def _tell_news(self, page: Page, following: Following) -> None:
        if not await page.tell_news():
            following.seen = _NOTHING

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)
