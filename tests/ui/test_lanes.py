"""Nobody waits for somebody else: who asks for another thing, or about another session, goes on."""

import asyncio
import threading
from typing import Any

import pytest

from asking import tell
from loops import run
from partnerschap.content import load
from partnerschap.ui.widgets.base import PageWidget

MANY = 40
IN_THE_QUEUE = {"kind": "join", "code": "ONE"}
SOON = 20.0


class Slow(PageWidget):
    """Answers those in the queue only once it is let go."""

    go = threading.Event()
    heard: asyncio.Event

    def _replied(self, message: Any, buffers: list[Any]) -> dict[str, Any]:
        del buffers
        if message == IN_THE_QUEUE:
            self.go.wait(SOON)
        return {"kind": "done"}

    def _tell(self, reply: Any, number: int | None) -> None:
        del reply, number
        self.heard.set()


@pytest.mark.parametrize(
    "other", [{"kind": "save", "code": "ONE"}, {"kind": "join", "code": "TWO"}]
)
def test_a_full_queue_holds_up_nothing_else(other: dict[str, str]) -> None:
    def page() -> Slow:
        widget = Slow(load(), front_end="visie", specification={})
        widget.heard = asyncio.Event()
        return widget

    async def work() -> None:
        hall = [page() for _ in range(MANY)]
        for widget in hall:
            tell(widget, IN_THE_QUEUE)
        await asyncio.sleep(0)  # they stand in the queue now
        one = page()
        tell(one, other)
        await asyncio.wait_for(one.heard.wait(), SOON / 2)
        Slow.go.set()
        for widget in hall:
            await widget.answered()

    Slow.go.clear()
    run(work())
