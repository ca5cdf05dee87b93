"""A wire between a browser and a server that a test can cut, stall and mend.

What a browser's own "offline" does not do: a socket that stays open while nothing passes, in one
direction or in both, and a connection that breaks with something under way.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

CHUNK = 65_536
PATIENCE = 10
"""Seconds in which the wire does what it is told."""

End = Literal["server", "browser"]
ENDS: tuple[End, End] = ("server", "browser")
T = TypeVar("T")


class Wire:
    """Listens on a port of its own, and passes everything on to the server and back."""

    def __init__(self, server: str) -> None:
        target = urlsplit(server)
        self._host, self._port = target.hostname, target.port
        self._is_cut = False
        self._pairs: set[asyncio.Task[None]] = set()
        self._passes = {end: asyncio.Event() for end in ENDS}
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._do(self._listen())}/"

    def cut(self) -> None:
        """Break every connection, with what is under way, and let none through."""
        self._do(self._break())

    def stall(self, *to: End) -> None:
        """Leave connections open while nothing passes, to both ends unless one is named."""
        self._do(self._let_pass(to or ENDS, False))

    def mend(self) -> None:
        """Let everything through again; what was stalled comes after all."""
        self._do(self._let_pass(ENDS, True))

    def end(self) -> None:
        self._do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    async def _listen(self) -> int:
        await self._let_pass(ENDS, True)
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def _let_pass(self, ends: tuple[End, ...], passing: bool) -> None:
        self._is_cut = self._is_cut and not passing
        for end in ends:
            if passing:
                self._passes[end].set()
            else:
                self._passes[end].clear()

    async def _break(self) -> None:
        self._is_cut = True
        for pair in self._pairs:
            pair.cancel()
        await asyncio.gather(*self._pairs, return_exceptions=True)

    async def _stop(self) -> None:
        self._server.close()
        await self._break()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        pair = asyncio.create_task(self._connect(reader, writer))
        self._pairs.add(pair)
        pair.add_done_callback(self._pairs.discard)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        try:
            theirs, ours = await asyncio.open_connection(self._host, self._port)
            ends.append(ours)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pump(reader, ours, "server"))
                both.create_task(self._pump(theirs, writer, "browser"))
        except* OSError:
            pass  # the server is away, or one end left
        finally:
            for end in ends:
                if self._is_cut:
                    end.transport.abort()
                else:
                    end.close()  # once all that was written is on its way

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, to: End
    ) -> None:
        while data := await reader.read(CHUNK):
            await self._passes[to].wait()
            writer.write(data)
            await writer.drain()
        await self._passes[to].wait()
        writer.write_eof()


@contextmanager
def wire_to(server: str) -> Iterator[Wire]:
    """Run a wire for a test, and end it whatever the test did to it."""
    wire = Wire(server)
    try:
        yield wire
    finally:
        wire.end()
