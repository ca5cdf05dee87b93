"""The base of all widgets: one anywidget an exercise, and an answer to all that its page asks."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Final
from weakref import WeakValueDictionary

import anywidget
import traitlets
from comm.base_comm import BaseComm
from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from partnerschap.content import Content
from partnerschap.ui.protocol.base import RefusedError, number_of, read_request
from partnerschap.ui.protocol.replies import Fault
from partnerschap.ui.static_files import script, style
from partnerschap.ui.version import VERSION

Reply = Mapping[str, Any]
"""Any of the typed dicts of `partnerschap.ui.protocol`."""


_THREADS: Final = ThreadPoolExecutor(64, "answer")
"""Most of them wait: for the database, or for a file that another process makes."""
_LANE: Final = 4
"""Requests of one kind about one session that are carried out at once: nobody waits for another
team's, and an answer that is kept does not wait for all who come in."""
_KIND_LANE: Final = 16
"""The same for requests of one kind that are about no session, such as files of one's own."""
_lanes: Final[WeakValueDictionary[str, asyncio.Semaphore]] = WeakValueDictionary()


def lane_of(message: object) -> asyncio.Semaphore:
    """Return the semaphore of the kind of a message and the session that it says it is about."""
    named = message if isinstance(message, dict) else {}
    session = named.get("code") or named.get("token")
    key = repr((named.get("kind"), session))[:120]
    lane = _lanes.get(key)
    if lane is None:
        _lanes[key] = lane = asyncio.Semaphore(_LANE if session else _KIND_LANE)
    return lane


_COMM: ContextVar[BaseComm | None] = ContextVar("comm", default=None)


@contextmanager
def on_comm(comm: BaseComm) -> Iterator[None]:
    """Let a widget that is made meanwhile talk over a comm that the other side opened."""
    token = _COMM.set(comm)
    try:
        yield
    finally:
        _COMM.reset(token)


class PageWidget(anywidget.AnyWidget):
    """An ordinary Jupyter widget for a whole exercise, in whatever shows widgets.

    It carries its front end along (``_esm``, ``_css``). Whatever a page sends, it hears something:
    an answer, or one sentence that says why there is none. A page asks; it does not set the
    widget's state.
    """

    front_end = traitlets.Unicode().tag(sync=True)
    """Name of what is built for it; see `partnerschap.ui.static_files`."""
    version = traitlets.Unicode(VERSION).tag(sync=True)
    """The front end shows one sentence in place of the exercise when it is of another version."""
    specification = traitlets.Dict().tag(sync=True)
    asks = traitlets.Bool(default_value=True).tag(sync=True)
    """Whether the page ever asks its kernel for something; if not, it opens no socket."""

    _requests: ClassVar[TypeAdapter[Any] | None] = None
    """What the page may ask; nothing unless an exercise says so."""
    _invalid = "form.invalid"
    """Id of the sentence for what it may not."""

    def __init__(
        self, content: Content, *, front_end: str, specification: Mapping[str, Any]
    ) -> None:
        self.content = content
        self._turn = asyncio.Lock()
        self._answering: set[asyncio.Task[None]] = set()
        shown = {"front_end": front_end, "specification": to_jsonable_python(specification)}
        comm = _COMM.get()
        if comm is None:
            self._esm, self._css = script(front_end), style(front_end)
            super().__init__(**shown)
        else:  # the page has its front end and what it shows already
            super().__init__(**shown, comm=comm)
        self.comm.on_close(lambda _message: self.close())

    def add_traits(self, **traits: Any) -> None:
        """Leave out the front end where the page has it: a trait more is a class more."""
        if _COMM.get() is None:
            super().add_traits(**traits)

    def _reply(self, request: Any, buffers: list[Any]) -> Reply:
        """Carry out a request; raise `RefusedError` where it asks for what there is not."""
        raise NotImplementedError

    def _handle_msg(self, msg: dict[str, Any]) -> None:
        """Take any message of the page's comm; ipywidgets itself would let it set every trait."""
        data = msg["content"].get("data")
        match data:
            case {"method": "request_state"}:
                self.send_state()
            case {"method": "custom", "content": message}:
                self._begin_answer(message, msg.get("buffers") or [])
            case _:
                self._begin_answer(None, [])

    def _begin_answer(self, message: object, buffers: list[Any]) -> None:
        self._loop = asyncio.get_running_loop()
        task = self._loop.create_task(self._answer(message, buffers))
        self._answering.add(task)  # the loop itself does not hold on to it
        task.add_done_callback(self._answering.discard)

    async def _answer(self, message: object, buffers: list[Any]) -> None:
        """Answer in a thread, so that no other page in this kernel waits; one after another."""
        number = number_of(message)
        async with self._turn, lane_of(message):
            if self.comm is None:
                return  # the page left meanwhile
            try:
                work = self._loop.run_in_executor(_THREADS, self._replied, message, buffers)
                self._tell(await work, number)
            except Exception:
                # The last resort: a page that hears nothing waits, and its reader with it.
                self.log.exception("a request was not answered")
                self._tell(self._failed(), number)

    def _soon(self, work: Callable[..., object], *arguments: Any) -> None:
        """Call something in the loop, from the thread that answers."""
        self._loop.call_soon_threadsafe(work, *arguments)

    async def answered(self) -> None:
        """Wait until all that was asked is answered."""
        while self._answering:
            await asyncio.gather(*self._answering)

    def _replied(self, message: object, buffers: list[Any]) -> Reply:
        if self._requests is None:
            return self._fault(self._invalid)
        try:
            request = read_request(self._requests, message)
        except ValueError:
            return self._fault(self._invalid)
        try:
            return self._reply(request, buffers)
        except RefusedError as error:
            return self._fault(error.message_id)

    def _tell(self, reply: Reply, number: int | None) -> None:
        """Send the answer to a request, under the page's own number of it."""
        self._send_reply({**reply, "number": number})

    def _send_reply(self, reply: Reply) -> None:
        """Send a reply as JSON; its `data`, if any, as bytes beside it."""
        told = to_jsonable_python({key: one for key, one in reply.items() if key != "data"})
        if "data" in reply:
            self.send(told, [reply["data"]])
        else:
            self.send(told)

    def _fault(self, message_id: str) -> Fault:
        return {"kind": "fault", "message": self.content.message(message_id)}

    def _failed(self) -> Fault:
        """Say that something went wrong that nobody foresaw; the page keeps what it has."""
        return {**self._fault("form.failed"), "reason": "failed"}
