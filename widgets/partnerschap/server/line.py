"""The line between a page and its kernel."""

from typing import Any

from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler


class Line(VoilaKernelWebsocketHandler):  # type: ignore[misc]  # voila has no types
    """Passes messages on, also those with a file behind them."""

    def write_message(self, message: bytes | dict[str, Any] | str, binary: bool = False) -> Any:
        """Send a message to the page.

        Voila looks for a header in bytes as the newer protocol has it. Our pages speak the older
        one, where that search takes the whole server down; what it looks for never comes as bytes.
        """
        if isinstance(message, bytes) and self.selected_subprotocol is None:
            return KernelWebsocketHandler.write_message(self, message, binary)
        return super().write_message(message, binary)
