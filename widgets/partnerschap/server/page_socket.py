"""The WebSocket of a page: requests in, answers out, and not a word of anything else."""

import asyncio
import json
from asyncio import Future
from http import HTTPStatus
from typing import Any, Final

from tornado.iostream import StreamBufferFullError
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from partnerschap.content import load
from partnerschap.server.frames import FrameError, read, write
from partnerschap.server.kernel_pool import SharedKernels
from partnerschap.server.kernels import SharedKernel
from partnerschap.server.limits import Visitor, Visitors
from partnerschap.server.states import NotShownError, States

MOST_UNANSWERED: Final = 8
"""Requests of one page that may be under way; what it sends beyond that waits in its own socket."""

PINGS_EVERY: Final = 30.0

MAX_UNREAD: Final = 16 * 1024 * 1024
"""Bytes that wait for a page that does not read them; beyond that its socket is closed."""

FULL: Final = 4001
"""What a socket is closed with when there is no room for a page: it may try again in a while."""
OVER: Final = 4002
"""The same when the page's widget ended: it may try again."""


class PageSocket(WebSocketHandler):
    """Passes requests on to the page's widget in a shared kernel, and its answers back.

    Whatever becomes of a kernel, the socket stays: the widget is made anew in another, and the page
    is told, so that it asks again what it has no answer to.
    """

    _visitor: Visitor | None = None
    _kernel: SharedKernel | None = None
    _comm_id = ""
    _is_closed = False

    def initialize(self, kernels: SharedKernels, states: States, visitors: Visitors) -> None:
        """Take what all pages share."""
        self._kernels, self._states, self._visitors = kernels, states, visitors
        self._room = asyncio.Semaphore(MOST_UNANSWERED)
        self._moving: asyncio.Task[None] | None = None

    async def get(self, notebook: str) -> None:
        """Take a page of an exercise that there is."""
        if not self._states.has(notebook):
            raise HTTPError(HTTPStatus.NOT_FOUND)
        await super().get(notebook)

    @property
    def ping_interval(self) -> float:
        """Seconds between two signs of life that a page is asked for; phones vanish in silence."""
        return PINGS_EVERY

    @property
    def ping_timeout(self) -> float:
        """Seconds in which it gives one."""
        return PINGS_EVERY

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ARG002 - its signature
        """End with the status alone; no reader sees it."""
        self.finish()

    async def open(self, notebook: str) -> None:
        """Give the page a widget, and tell it of which version that is."""
        self._notebook = notebook
        self.set_nodelay(True)
        self.ws_connection.stream.max_write_buffer_size = MAX_UNREAD  # type: ignore[union-attr]
        self._visitor = self._visitors.enter(self.request.remote_ip or "")
        if self._visitor is None:
            self.close(FULL)
            return
        try:
            state = await self._states.get(notebook)
        except NotShownError:  # its page says so
            self.close(OVER)
            return
        self._say({"method": "hello", "state": state.digest})
        await self._attach()

    async def on_message(self, message: str | bytes) -> None:
        """Hand a request to the widget, or close the socket with what is wrong (1003, 1009).

        Tornado reads the next message only when this one is done, so that a page that asks faster
        than it is answered waits for itself.
        """
        if self._is_closed or self._visitor is None:
            return  # what was on its way while the socket closes
        may_send = self._visitor.may_send(len(message))
        try:
            request = read(message)
        except FrameError as error:
            self.close(error.code)
            self.on_close()
            return
        if not may_send:
            sentence = load().message("server.too_fast")
            fault = {"kind": "fault", "reason": "wait", "message": sentence}
            self._say({"method": "custom", "content": fault | {"number": request.number}})
            return
        room = self._room
        await room.acquire()
        if room is self._room and self._kernel is not None and not self._is_closed:
            self._kernel.tell(self._comm_id, request)
        else:  # nobody answers it: the page asks again when it has a widget
            room.release()

    def on_close(self) -> None:
        """Let the widget go."""
        if self._is_closed:
            return
        self._is_closed = True
        self._make_room()
        if self._moving is not None:
            self._moving.cancel()
        if self._kernel is not None:
            self._kernel.close([self._comm_id])
            self._kernel = None
        if self._visitor is not None:
            self._visitors.leave(self._visitor)

    def hear(self, content: dict[str, Any], file: bytes | None) -> None:
        """Send the page what its widget says."""
        if "number" in content:
            self._room.release()
        self._say({"method": "custom", "content": content}, file)

    def end(self) -> None:
        """Close: the widget is no more, and the page may try again."""
        self._kernel = None
        self.close(OVER)

    def move(self) -> None:
        """Go on in another kernel; what was asked of the one that is gone is asked again."""
        self._kernel = None
        self._make_room()
        self._moving = asyncio.create_task(self._move())

    async def _move(self) -> None:
        await self._attach()
        self._say({"method": "revived"})

    async def _attach(self) -> None:
        kernel = await self._kernels.least()
        if not self._is_closed:
            self._kernel = kernel
            self._comm_id = kernel.open(self, self._notebook)

    def _make_room(self) -> None:
        """Forget what was not answered."""
        waiting, self._room = self._room, asyncio.Semaphore(MOST_UNANSWERED)
        for _ in range(MOST_UNANSWERED):
            waiting.release()

    def _say(self, message: dict[str, Any], file: bytes | None = None) -> None:
        frame = write(json.dumps(message, ensure_ascii=False, separators=(",", ":")), file)
        try:
            sent = self.write_message(frame, binary=isinstance(frame, bytes))
        except StreamBufferFullError:  # who asks and never reads: there is no room to say goodbye
            self.ws_connection.stream.close()  # type: ignore[union-attr]
        except WebSocketClosedError:  # who asked is no longer there
            pass
        else:
            if isinstance(sent, Future):  # nobody waits for it, nor wants to hear who left
                sent.add_done_callback(lambda done: done.cancelled() or done.exception())
