"""A page of an exercise without a browser: what the page's own scripts send and receive."""

import asyncio
import itertools
import json
import re
import uuid
from collections.abc import Callable
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 120.0
"""Seconds in which a kernel starts or answers; a busy machine takes its time."""

AsyncHTTPClient.configure(None, max_clients=500)


class Page:
    """One open page with its kernel; `ask` it something and wait for the reply."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.pushed: list[dict[str, Any]] = []
        """What the kernel sent by itself."""
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._socket: WebSocketClientConnection | None = None
        self._model = ""
        self._session = uuid.uuid4().hex
        self._listening: asyncio.Task[None] | None = None
        self._state: asyncio.Future[dict[str, Any]] | None = None

    async def open(self, exercise: str) -> dict[str, Any]:
        """Load the exercise, connect to its kernel and return the state of its widget."""
        response = await AsyncHTTPClient().fetch(
            f"{self.server}voila/render/{exercise}.ipynb",
            request_timeout=PATIENCE,
            connect_timeout=PATIENCE,
        )
        html = response.body.decode()
        kernel = json.loads(_found(r'<script id="kernel"[^>]*>(.*?)</script>', html))["id"]
        view = json.loads(_found(r'<script class="widget"[^>]*>(.*?)</script>', html))
        self._model = view["model_id"]
        url = f"{self.server}api/kernels/{kernel}/channels?session_id={self._session}"
        request = HTTPRequest(url.replace("http", "ws", 1), connect_timeout=PATIENCE)
        self._socket = await websocket_connect(request, max_message_size=50_000_000)
        self._listening = asyncio.create_task(self._listen())
        for _ in range(60):
            self._state = asyncio.get_running_loop().create_future()
            await self._send({"method": "request_state"})
            try:
                return await asyncio.wait_for(self._state, 2)
            except TimeoutError:
                continue  # what is sent to a kernel that is just waking may be lost
        raise TimeoutError(exercise)

    async def ask(self, kind: str, **question: Any) -> dict[str, Any]:
        """Ask the kernel something.

        Raises
        ------
        TimeoutError, ConnectionError
            When no answer comes.
        """
        number = next(self._numbers)
        reply = asyncio.get_running_loop().create_future()
        self._waiting[number] = reply
        await self._send(
            {"method": "custom", "content": {"kind": kind, "number": number, **question}}
        )
        return await asyncio.wait_for(reply, PATIENCE)

    async def until(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for a message that the kernel sends by itself."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in self.pushed:
                    if condition(message):
                        return message
                await asyncio.sleep(0.02)

    def close(self) -> None:
        """Leave the page."""
        if self._listening is not None:
            self._listening.cancel()
        if self._socket is not None:
            self._socket.close()

    async def _send(self, data: dict[str, Any]) -> None:
        if self._socket is None:
            raise ConnectionError("not open")
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": "comm_msg",
            "session": self._session,
            "username": "",
            "date": "2026-01-01T00:00:00Z",
            "version": "5.3",
        }
        message = {
            "channel": "shell",
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": {"comm_id": self._model, "data": data},
        }
        await self._socket.write_message(json.dumps(message))

    async def _listen(self) -> None:
        while self._socket is not None:
            text = await self._socket.read_message()
            if text is None:
                self._lose()
                return
            message = _decoded(text)
            content = message["content"]
            if message["header"]["msg_type"] != "comm_msg" or content["comm_id"] != self._model:
                continue
            self._receive(content["data"])

    def _lose(self) -> None:
        """Tell who waits for an answer that none will come."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        for reply in self._waiting.values():
            reply.set_exception(ConnectionError("the server is gone"))
        self._waiting.clear()

    def _receive(self, data: dict[str, Any]) -> None:
        if data["method"] == "update" and self._state is not None and not self._state.done():
            self._state.set_result(data["state"])
        if data["method"] != "custom":
            return
        reply = self._waiting.pop(data["content"].get("number") or 0, None)
        if reply is None:
            self.pushed.append(data["content"])
        else:
            reply.set_result(data["content"])


def _decoded(message: str | bytes) -> dict[str, Any]:
    if isinstance(message, bytes):
        parts = int.from_bytes(message[:4], "big")
        offsets = [int.from_bytes(message[4 * n : 4 * n + 4], "big") for n in range(1, parts + 1)]
        message = message[offsets[0] : [*offsets, len(message)][1]].decode()
    decoded: dict[str, Any] = json.loads(message)
    return decoded


def _found(pattern: str, html: str) -> str:
    found = re.search(pattern, html, re.DOTALL)
    if found is None:
        raise LookupError(pattern)
    return found.group(1)
