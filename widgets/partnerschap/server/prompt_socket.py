"""The WebSocket between a page and its kernel: checked frames, and no waiting (TCP_NODELAY)."""

import re
from asyncio import Future
from typing import Any, Final

from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.iostream import StreamBufferFullError
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from partnerschap.server.frames import FrameError, check_frame

MAX_UNREAD: Final = 16 * 1024 * 1024
"""Bytes that wait for a page that does not read them; beyond that its socket is closed."""

_SESSION: Final = re.compile(r"[\w.-]{0,64}", re.ASCII)
"""What a page may call itself; ZeroMQ takes no name that is long."""


class PromptSocket(VoilaKernelWebsocketHandler):
    """Kernel WebSocket that passes on whole messages only, and sends each at once.

    A frame that is no message of a page closes the socket, before Jupyter reads it.

    The system otherwise keeps a small message back until the one before it has been received, and
    a kernel answers with three: that it is busy, the answer, and that it is idle again.
    """

    is_refused = False

    async def get(self, kernel_id: str) -> None:
        """Take a page that gives itself a name that can be one."""
        if not _SESSION.fullmatch(self.get_query_argument("session_id", "")):
            raise HTTPError(400)
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        """Connect to the kernel."""
        self.set_nodelay(True)
        self.ws_connection.stream.max_write_buffer_size = MAX_UNREAD
        await super().open(kernel_id)

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ARG002 - its signature
        """End with the status alone: Jupyter's pages for errors need what is not served here."""
        self.finish()

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """Choose how messages are written; nothing for who left before the socket was open."""
        return None if self.connection is None else super().select_subprotocol(subprotocols)

    def on_message(self, message: str | bytes) -> None:
        """Hand a message to the kernel, or close the socket with what is wrong (1003, 1009)."""
        if self.is_refused:  # what was on its way while the socket closes
            return
        try:
            check_frame(message, self.selected_subprotocol)
        except FrameError as error:
            self.is_refused = True
            self.close(error.code)
        else:
            super().on_message(message)

    def write_message(self, message: bytes | dict[str, Any] | str, binary: bool = False) -> Any:
        """Send a message to the page.

        Voila looks for a header in bytes as protocol v1 has it. Somebody who speaks the older one,
        which our pages do not, would keep the whole server busy with that search.
        """
        try:
            if isinstance(message, bytes) and self.selected_subprotocol is None:
                sent = KernelWebsocketHandler.write_message(self, message, binary)
            else:
                sent = super().write_message(message, binary)
        except StreamBufferFullError:  # who asks and never reads: there is no room to say goodbye
            self.ws_connection.stream.close()
            return None
        except WebSocketClosedError:  # who asked is no longer there
            return None
        if isinstance(sent, Future):  # nobody waits for it, nor wants to hear that somebody left
            sent.add_done_callback(lambda done: done.cancelled() or done.exception())
        return sent
