"""The socket of a page whose exercise cannot be shown."""

from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import websocket_connect

from loops import run
from partnerschap.server.limits import Visitors
from partnerschap.server.page_socket import OVER, PageSocket
from partnerschap.server.states import NotShownError


class Broken:
    """The states of exercises of which no notebook runs."""

    def has(self, notebook: str) -> bool:
        return bool(notebook)

    async def get(self, notebook: str) -> None:
        raise NotShownError(notebook)


def test_it_is_closed_so_that_the_page_may_try_again_and_its_place_is_free() -> None:
    visitors = Visitors(most_pages=1, most_pages_each=9, messages_a_second=1)
    shared: dict[str, Any] = {"kernels": None, "states": Broken(), "visitors": visitors}

    async def come_twice() -> list[int | None]:
        server = HTTPServer(Application([("/(.*)", PageSocket, shared)]))
        (listening,) = bind_sockets(0, "127.0.0.1")
        server.add_sockets([listening])
        codes = []
        for _ in range(2):
            page = await websocket_connect(f"ws://127.0.0.1:{listening.getsockname()[1]}/x")
            assert await page.read_message() is None
            codes.append(page.close_code)
            page.close()
        server.stop()
        await server.close_all_connections()
        return codes

    assert run(come_twice()) == [OVER, OVER]
