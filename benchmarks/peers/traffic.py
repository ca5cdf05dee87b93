"""What goes over the network, as the browser's own tools tell it."""

from base64 import b64decode
from typing import Any
from zlib import MAX_WBITS, Z_SYNC_FLUSH, compressobj

from playwright.async_api import CDPSession

Event = dict[str, Any]


class Traffic:
    """Requests and bytes of a page, both ways, compressed where they were.

    Attributes
    ----------
    requests
        Number of requests, those for sockets included.
    bytes
        Of the answers to requests, with their headers.
    socket_bytes
        Of the messages over sockets.
    elsewhere
        Requests to another host than the server's.
    """

    def __init__(self, url: str) -> None:
        self.requests = 0
        self.bytes = 0.0
        self.socket_bytes = 0
        self.elsewhere: list[str] = []
        self._origin = url.split("/")[2]
        self._compressing: set[str] = set()
        self._packers: dict[tuple[str, str], Any] = {}

    def listen(self, tools: CDPSession) -> None:
        """Count from now on."""
        tools.on("Network.requestWillBeSent", self._asked)
        tools.on("Network.loadingFinished", self._loaded)
        tools.on("Network.webSocketHandshakeResponseReceived", self._opened)
        tools.on("Network.webSocketFrameReceived", lambda event: self._frame("in", event))
        tools.on("Network.webSocketFrameSent", lambda event: self._frame("out", event))

    def _asked(self, event: Event) -> None:
        address = event["request"]["url"]
        if not address.startswith(("data:", "blob:")):
            self.requests += 1
            if address.split("/")[2] != self._origin:
                self.elsewhere.append(address)

    def _loaded(self, event: Event) -> None:
        self.bytes += event["encodedDataLength"]

    def _opened(self, event: Event) -> None:
        self.requests += 1
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        if "permessage-deflate" in headers.get("sec-websocket-extensions", ""):
            self._compressing.add(event["requestId"])

    def _frame(self, way: str, event: Event) -> None:
        message, socket = event["response"], event["requestId"]
        text = message["payloadData"]
        data = text.encode() if message["opcode"] == 1 else b64decode(text)
        if socket in self._compressing:
            # The browser tells of a message as it was before, so it is compressed once more.
            packer = self._packers.setdefault((way, socket), compressobj(wbits=-MAX_WBITS))
            data = packer.compress(data) + packer.flush(Z_SYNC_FLUSH)
        self.socket_bytes += len(data)
