"""Kernels that many pages share: each page hears its own widget, whatever becomes of a kernel."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Callable, Coroutine, Iterator
from itertools import pairwise
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, TypeVar

import psutil
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from partnerschap.content import load
from partnerschap.server import kernel_pool
from partnerschap.server.frames import Request
from partnerschap.server.kernel_pool import SharedKernels
from partnerschap.server.kernels import OwnKernel, SharedKernel
from partnerschap.settings import Settings

T = TypeVar("T")
PATIENCE = 60
"""Seconds in which a kernel starts or answers, on a busy machine too."""


class House:
    """A loop of its own in a thread, with kernels in it."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever)
        self._thread.start()
        self.manager: Any = None
        self._folder = TemporaryDirectory()

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(3 * PATIENCE)

    async def start(self, count: int, most_mebibytes: int = 600) -> SharedKernels:
        self.manager = AsyncMappingKernelManager(  # type: ignore[no-untyped-call]
            kernel_spec_manager=OwnKernel(), connection_dir=self._folder.name
        )
        kernels = SharedKernels(self.manager, count, most_mebibytes)
        kernels.start()
        await until(lambda: len(kernels.ready) == count)
        return kernels

    def end(self, kernels: SharedKernels) -> None:
        self.do(until(lambda: len(kernels.ready) == kernels.count))  # Jupyter ends none that starts
        self.do(kernels.stop())
        self.do(self.manager.shutdown_all(now=True))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._folder.cleanup()


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - of another process
            await asyncio.sleep(0.02)


class Page:
    """What a socket is to a kernel; asks again after a move, as a browser does."""

    def __init__(self, kernels: SharedKernels, name: int, notebook: str = "teamscan") -> None:
        self._kernels, self.notebook = kernels, notebook
        self.numbers = iter(range(name * 10_000, (name + 1) * 10_000))
        self.kernel: SharedKernel | None = None
        self.comm_id = ""
        self.unanswered: set[int] = set()
        self.heard: list[dict[str, Any]] = []
        self.is_over = False
        self.moves = 0

    async def attach(self) -> None:
        self.kernel = await self._kernels.least()
        self.comm_id = self.kernel.open(self, self.notebook)
        for number in self.unanswered:
            self._tell(number)

    def ask(self) -> None:
        number = next(self.numbers)
        self.unanswered.add(number)
        if self.kernel is not None:
            self._tell(number)

    def _tell(self, number: int) -> None:
        assert self.kernel is not None
        text = json.dumps({"kind": "nothing", "number": number})
        self.kernel.tell(self.comm_id, Request(text, {}))

    def hear(self, content: dict[str, Any], file: bytes | None) -> None:
        assert file is None
        self.heard.append(content)
        self.unanswered.discard(content.get("number", -1))

    def end(self) -> None:
        self.is_over = True

    def move(self) -> None:
        self.moves += 1
        self.kernel = None
        self._moving = asyncio.get_running_loop().create_task(self.attach())

    def leave(self) -> None:
        if self.kernel is not None:
            self.kernel.close([self.comm_id])
            self.kernel = None


@pytest.fixture(scope="module")
def house() -> Iterator[tuple[House, SharedKernels]]:
    house = House()
    kernels = house.do(house.start(2))
    yield house, kernels
    house.end(kernels)


STEPS = st.lists(st.tuples(st.sampled_from(["open", "ask", "leave"]), st.integers(0, 7)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_a_page_hears_its_own_widget_and_nothing_else(
    house: tuple[House, SharedKernels], steps: list[tuple[str, int]]
) -> None:
    """Each question has a number that no other page uses, and its answer has the same."""
    do, kernels = house[0].do, house[1]
    everybody: list[Page] = []

    async def live() -> None:
        places: dict[int, Page] = {}
        for what, place in steps:
            page = places.get(place)
            if page is None:
                page = places[place] = Page(kernels, len(everybody))
                everybody.append(page)
                await page.attach()
            elif what == "ask":
                page.ask()
            elif what == "leave":
                places.pop(place).leave()
        await until(lambda: not any(page.unanswered for page in places.values()))
        for page in places.values():
            page.leave()

    do(live())
    for name, page in enumerate(everybody):
        numbers = [content["number"] for content in page.heard]
        assert all(number // 10_000 == name for number in numbers)
        assert len(numbers) == len(set(numbers))


def test_pages_go_on_in_another_kernel_when_theirs_dies(
    house: tuple[House, SharedKernels],
) -> None:
    do, kernels = house[0].do, house[1]

    async def live() -> list[Page]:
        pages = [Page(kernels, name) for name in range(10)]
        for page in pages:
            await page.attach()
        doomed = pages[0].kernel
        assert doomed is not None
        theirs = [page for page in pages if page.kernel is doomed]
        assert 0 < len(theirs) < len(pages)
        os.kill(doomed.pid, signal.SIGKILL)
        for page in pages:
            page.ask()
        await until(lambda: not any(page.unanswered for page in pages))
        assert [page.moves for page in pages] == [int(page in theirs) for page in pages]
        for page in pages:
            assert len(page.heard) == 1
            page.leave()
        await until(lambda: len(kernels.ready) == 2)
        assert doomed not in kernels.ready
        return pages

    do(live())


@pytest.mark.parametrize("kind", ["hangs", "grown"])
def test_a_kernel_that_hangs_or_has_grown_is_replaced(
    house: tuple[House, SharedKernels], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    do, kernels = house[0].do, house[1]

    async def live() -> None:
        page = Page(kernels, 0)
        await page.attach()
        doomed = page.kernel
        assert doomed is not None
        pid = doomed.pid
        if kind == "hangs":
            monkeypatch.setattr(kernel_pool, "HANGS_AFTER", 2.0)
            os.kill(pid, signal.SIGSTOP)
        else:
            monkeypatch.setattr(type(doomed), "mebibytes", property(lambda self: self is doomed))
            monkeypatch.setattr(kernels, "_most_mebibytes", 0)
        page.ask()
        await until(lambda: page.moves and not page.unanswered)
        assert page.kernel is not doomed
        monkeypatch.undo()
        await until(lambda: len(kernels.ready) == 2)
        await until(lambda: not psutil.pid_exists(pid))
        page.leave()

    do(live())


@pytest.mark.parametrize(
    "notebook", ["", "nothing", "../pyproject", "content/items", "a\0b", "x" * 5_000, "/etc/passwd"]
)
def test_a_page_of_no_exercise_hears_one_sentence_and_is_over(
    house: tuple[House, SharedKernels], notebook: str
) -> None:
    do, kernels = house[0].do, house[1]
    page = Page(kernels, 0, notebook)

    async def live() -> None:
        await page.attach()
        await until(lambda: page.is_over)
        assert page.kernel is not None
        assert page.comm_id not in page.kernel.pages

    do(live())
    sentence = load().message("form.failed")
    assert page.heard == [{"kind": "fault", "reason": "failed", "message": sentence}]


def test_what_pages_took_comes_back(house: tuple[House, SharedKernels]) -> None:
    """A thousand pages that each ask something and leave; first what a kernel itself needs."""
    do, kernels = house[0].do, house[1]

    async def visit(count: int) -> None:
        for _ in range(count // 50):
            pages = [Page(kernels, name) for name in range(50)]
            for page in pages:
                await page.attach()
                page.ask()
            await until(lambda: not any(page.unanswered for page in pages))  # noqa: B023
            for page in pages:
                page.leave()

    async def memory() -> int:
        await asyncio.sleep(0)
        return sum(kernel.mebibytes for kernel in kernels.ready)

    do(visit(500))
    sizes = [do(memory())]
    for _ in range(3):  # a leak shows each time; the collector comes when it likes
        do(visit(1000))
        sizes.append(do(memory()))
    assert min(later - earlier for earlier, later in pairwise(sizes)) < 5
    assert all(not kernel.pages for kernel in kernels.ready)


def test_work_of_a_page_that_left_is_left_undone(
    house: tuple[House, SharedKernels],
) -> None:
    """Whoever opens, asks for eight files and closes, over and over, holds up nobody."""
    do, kernels = house[0].do, house[1]

    async def live() -> float:
        question = {
            "kind": "own_file",
            "number": 1,
            "instrument": "kort",
            "role": "parent",
            "sector": "school",
            "answers": {"inf-1": 4},
            "file": "full.pdf",
        }
        for name in range(30):
            page = Page(kernels, name)
            await page.attach()
            assert page.kernel is not None
            for _ in range(8):
                page.kernel.tell(page.comm_id, Request(json.dumps(question), {}))
            page.leave()
        honest = Page(kernels, 99)
        await honest.attach()
        began = time.monotonic()
        honest.ask()
        await until(lambda: not honest.unanswered)
        honest.leave()
        return time.monotonic() - began

    assert do(live()) < 10


def test_there_are_two_kernels_unless_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert Settings().kernels == 2
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert Settings().kernels == 6


def test_a_stop_while_a_kernel_is_replaced_leaves_none_running() -> None:
    house = House()
    kernels = house.do(house.start(1, most_mebibytes=1))  # each has grown as soon as it is there
    first = kernels.ready[0]
    house.do(until(lambda: bool(kernels.ready) and kernels.ready[0] is not first))
    house.end(kernels)  # while the first one is being ended
    assert not psutil.pid_exists(first.pid)


def test_a_kernel_that_has_grown_and_then_dies_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its successor may take long to start; who was there is moved before that."""
    house = House()
    kernels = house.do(house.start(1))
    doomed = kernels.ready[0]
    start = house.manager.start_kernel
    began, may_start = asyncio.Event(), asyncio.Event()

    async def slow_start() -> str:
        began.set()
        await may_start.wait()
        return str(await start())

    async def live() -> None:
        page = Page(kernels, 0)
        await page.attach()
        house.manager.start_kernel = slow_start
        monkeypatch.setattr(kernels, "_most_mebibytes", 1)
        await began.wait()
        os.kill(doomed.pid, signal.SIGKILL)
        page.ask()
        await until(lambda: page.moves)
        monkeypatch.undo()
        may_start.set()
        await until(lambda: not page.unanswered)
        assert len(kernels.ready) == 1
        page.leave()

    house.do(live())
    house.end(kernels)
