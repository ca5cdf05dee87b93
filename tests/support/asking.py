"""Asking a widget as its page does: a message of its comm, and the wait until it is answered."""

from collections.abc import Sequence
from typing import Any

from loops import run


def tell(widget: Any, message: object, buffers: Sequence[bytes] = ()) -> None:
    """Deliver a message; in a running loop, which carries the answer out."""
    deliver(widget, {"method": "custom", "content": message}, buffers)


def deliver(widget: Any, data: object, buffers: Sequence[bytes] = ()) -> None:
    """Deliver what a comm may hold, also what no page sends."""
    widget._handle_msg(  # noqa: SLF001 - what a message from the page arrives at
        {"content": {"data": data}, "buffers": list(buffers)}
    )


def ask(widget: Any, message: object, buffers: Sequence[bytes] = ()) -> None:
    """Deliver a message and wait until it is answered; what it says arrives at `widget.send`."""

    async def work() -> None:
        tell(widget, message, buffers)
        await widget.answered()

    run(work())
