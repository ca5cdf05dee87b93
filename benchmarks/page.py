"""A page of an exercise without a browser: what the page's own scripts send and receive."""

import asyncio
import itertools
import json
import re
from collections.abc import Callable
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 120.0
"""Seconds in which the server answers; a busy machine takes its time."""

_SIZE = 4  # bytes of the length of the JSON in a binary frame

AsyncHTTPClient.configure(None, max_clients=1000)


class Page:
    """One open page; `ask` it something and wait for the reply."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.pushed: list[dict[str, Any]] = []
        """What the widget sent by itself."""
        self.revived = 0
        """How often the widget was made anew in another kernel."""
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._socket: WebSocketClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a connection."""
        return self._socket is not None

    async def open(self, exercise: str) -> dict[str, Any]:
        """Load the exercise, connect to its widget and return the widget's state."""
        response = await AsyncHTTPClient().fetch(
            f"{self.server}voila/render/{exercise}.ipynb",
            request_timeout=PATIENCE,
            connect_timeout=PATIENCE,
        )
        found = re.search(r'<script id="state"[^>]*>(.*?)</script>', response.body.decode())
        if found is None:
            raise LookupError("no state in the page")
        state: dict[str, Any] = json.loads(found[1])
        url = f"{self.server}partnerschap/socket/{exercise}".replace("http", "ws", 1)
        request = HTTPRequest(url, connect_timeout=PATIENCE)
        self._socket = await websocket_connect(request, max_message_size=50_000_000)
        hello = _decoded(await self._socket.read_message())
        if hello["method"] != "hello":
            raise ConnectionError(hello)
        self._listening = asyncio.create_task(self._listen())
        return state

    async def ask(self, kind: str, **question: Any) -> dict[str, Any]:
        """Ask the widget something.

        Raises
        ------
        TimeoutError, ConnectionError
            When no answer comes.
        """
        if self._socket is None:
            raise ConnectionError("not open")
        number = next(self._numbers)
        reply = asyncio.get_running_loop().create_future()
        self._waiting[number] = reply
        await self._socket.write_message(json.dumps({"kind": kind, "number": number, **question}))
        return await asyncio.wait_for(reply, PATIENCE)

    async def until(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for a message that the widget sends by itself."""
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

    async def _listen(self) -> None:
        while self._socket is not None:
            frame = await self._socket.read_message()
            if frame is None:
                self._lose()
                return
            self._receive(_decoded(frame))

    def _lose(self) -> None:
        """Tell who waits for an answer that none will come."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        for reply in self._waiting.values():
            if not reply.done():
                reply.set_exception(ConnectionError("the server is gone"))
        self._waiting.clear()

    def _receive(self, told: dict[str, Any]) -> None:
        if told["method"] == "revived":
            self.revived += 1
            for reply in self._waiting.values():
                if not reply.done():
                    reply.set_exception(ConnectionError("the kernel is gone"))
            self._waiting.clear()
            return
        asked = self._waiting.pop(told["content"].get("number") or 0, None)
        if asked is None:
            self.pushed.append(told["content"])
        elif not asked.done():
            asked.set_result(told["content"])


def _decoded(frame: str | bytes | None) -> dict[str, Any]:
    if frame is None:
        raise ConnectionError("the server closed the socket")
    if isinstance(frame, bytes):
        frame = frame[_SIZE : _SIZE + int.from_bytes(frame[:_SIZE], "big")].decode()
    decoded: dict[str, Any] = json.loads(frame)
    return decoded
