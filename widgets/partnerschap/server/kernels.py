"""Shared kernels: a few ordinary Jupyter kernels, each with a widget for every page that asks.

A page has no kernel of its own. It has a comm in one of these, which the server opens for it and
over which the server alone talks; no page knows which kernel that is.
"""

import asyncio
import json
import logging
import time
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, Protocol
from uuid import uuid4

import psutil
import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.session import Session
from traitlets import List, Unicode

from partnerschap.server.frames import Request

EXTENSION: Final = "partnerschap.ui.kernel_extension"
"""What makes a kernel one for pages; it knows the exercises, the server knows their names."""
TARGET: Final = "partnerschap.page"
"""Of the comms that it takes."""

OPTIONS: Final = (
    "--HistoryManager.enabled=False",
    "--InteractiveShell.cache_size=0",  # or it would hold on to what a notebook showed
    "--log-level=ERROR",
    "--IPKernelApp.extensions=ipywidgets",
    f"--IPKernelApp.extensions={EXTENSION}",
    "--IPKernelApp.capture_fd_output=False",  # two threads, for output that is not Python's
)
"""Options of every kernel."""

_TO_COMMS: Final = b"comm-"
"""Topic, at its beginning, of what a kernel says to a comm."""

STARTS_WITHIN: Final = 60.0
_GREETS_EVERY: Final = 0.2

logger: Final = logging.getLogger(__name__)


class OwnKernel(KernelSpecManager):
    """Knows only the Python that runs the server, never a kernel that a user installed."""

    kernel_dirs = List(Unicode(), [])

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Start kernels quietly, with what pages need."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv += OPTIONS
        return spec


class Listener(Protocol):
    """A page, as a kernel meets it."""

    def hear(self, content: dict[str, Any], file: bytes | None) -> None:
        """Take what the widget of the page says."""

    def end(self) -> None:
        """Take that the widget is no more, though the kernel is."""

    def move(self) -> None:
        """Take that the kernel is no more: ask for another."""


@cache
def _context() -> zmq.asyncio.Context:
    """Make sockets that neither drop nor block: what is under way is bounded a page."""
    context = zmq.asyncio.Context()
    context.setsockopt(zmq.SNDHWM, 0)
    context.setsockopt(zmq.RCVHWM, 0)
    return context


class SharedKernel:
    """One kernel, the server's client to it, and the pages that it serves."""

    def __init__(self, kernel_id: str, manager: Any) -> None:
        self.kernel_id = kernel_id
        self.pages: dict[str, Listener] = {}
        """By the id of the comm."""
        self.running = asyncio.Lock()
        """Held by who runs a notebook in it: Jupyter's other clients all go by one name."""
        self._manager = manager
        self.pid = int(manager.provisioner.pid)
        # A session of its own: ZeroMQ hears one of two who go by the same name.
        session = Session(key=manager.session.key)
        self._client: AsyncKernelClient = manager.client(context=_context(), session=session)
        self._tasks: list[asyncio.Task[None]] = []
        self._heard_at = 0.0
        self._answers = False

    async def connect(self) -> None:
        """Wait until the kernel is heard.

        Raises
        ------
        TimeoutError, RuntimeError
            When it takes too long, or ended.
        """
        client = self._client
        client.start_channels(stdin=False, hb=False, control=False)
        # What it says to comms, not what it says to everybody of each message that it takes.
        client.iopub_channel.socket.unsubscribe(b"")
        client.iopub_channel.socket.subscribe(_TO_COMMS)
        self._tasks = [
            asyncio.create_task(self._listen()),
            asyncio.create_task(self._hear_greetings()),
        ]
        async with asyncio.timeout(STARTS_WITHIN):
            while not self._answers:
                self.greet()
                await asyncio.sleep(_GREETS_EVERY)
                if not await self.is_alive():
                    raise RuntimeError("the kernel ended before it answered")

    def greet(self) -> None:
        """Ask for a sign of life."""
        self._client.kernel_info()

    async def is_alive(self) -> bool:
        """Whether its process is there, and is the one in which the widgets are."""
        is_same = getattr(self._manager.provisioner, "pid", None) == self.pid
        return is_same and bool(await self._manager.is_alive())

    @property
    def silence(self) -> float:
        """Seconds since it was heard."""
        return time.monotonic() - self._heard_at

    @property
    def mebibytes(self) -> int:
        """Resident memory; 0 when it is gone."""
        try:
            return int(psutil.Process(self.pid).memory_info().rss >> 20)
        except psutil.Error:
            return 0

    def open(self, page: Listener, notebook: str) -> str:
        """Open a comm for a page of a notebook; gives its id."""
        comm_id = uuid4().hex
        self.pages[comm_id] = page
        content = {"comm_id": comm_id, "target_name": TARGET, "data": {"notebook": notebook}}
        self._send("comm_open", json.dumps(content))
        return comm_id

    def tell(self, comm_id: str, request: Request) -> None:
        """Hand on what a page asks; its JSON as it came, for it was read already."""
        content = f'{{"comm_id":"{comm_id}","data":{{"method":"custom","content":{request.text}}}}}'
        self._send("comm_msg", content, [] if request.file is None else [request.file])

    def close(self, comm_ids: Iterable[str]) -> None:
        """End comms, and with them their widgets."""
        for comm_id in comm_ids:
            self.pages.pop(comm_id, None)
            self._send("comm_close", json.dumps({"comm_id": comm_id, "data": {}}))

    async def end(self) -> None:
        """Have no more to do with it."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._client.stop_channels()

    def _send(self, kind: str, content: str, buffers: Iterable[bytes] = ()) -> None:
        session, socket = self._client.session, self._client.shell_channel.socket
        message = session.msg(kind) | {"content": content}
        parts = [*session.serialize(message), *buffers]
        zmq.Socket.shadow(socket.underlying).send_multipart(parts, flags=zmq.NOBLOCK)

    async def _hear_greetings(self) -> None:
        """Take the answers to greetings; nothing else is answered on that channel."""
        while True:
            await self._client.shell_channel.socket.recv_multipart()
            self._heard_at = time.monotonic()
            self._answers = True

    async def _listen(self) -> None:
        session, socket = self._client.session, self._client.iopub_channel.socket
        while True:
            _, parts = session.feed_identities(await socket.recv_multipart())
            self._heard_at = time.monotonic()
            try:
                message = session.deserialize(parts)
                self._route(message["msg_type"], message["content"], message["buffers"])
            except Exception:  # one page less, but the others go on hearing
                logger.exception("a message of a kernel was not passed on")

    def _route(self, kind: str, content: dict[str, Any], buffers: list[memoryview]) -> None:
        page = self.pages.get(content.get("comm_id", ""))
        if page is None:
            return
        if kind == "comm_msg" and content["data"].get("method") == "custom":
            page.hear(content["data"]["content"], bytes(buffers[0]) if buffers else None)
        elif kind == "comm_close":
            del self.pages[content["comm_id"]]
            page.end()
