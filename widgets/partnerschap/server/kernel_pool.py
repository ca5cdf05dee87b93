"""The pool of shared kernels: which page goes to which, and what becomes of one that is lost."""

import asyncio
import contextlib
import logging
from typing import Any, Final

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from partnerschap.server.kernels import SharedKernel

HANGS_AFTER: Final = 10.0
"""Seconds without a sign of life after which a kernel is replaced."""
LOOKS_EVERY: Final = 0.5
_LARGE: Final = "has grown too large"
_RESTS: Final = 2.0  # before a kernel that did not start is tried again

logger: Final = logging.getLogger(__name__)


class SharedKernels:
    """The kernels of a server: as many as asked for, whatever becomes of one of them.

    Parameters
    ----------
    manager
        Voila's, which starts and ends them.
    count
        How many.
    most_mebibytes
        Resident memory beyond which one is replaced.
    """

    def __init__(self, manager: AsyncMappingKernelManager, count: int, most_mebibytes: int) -> None:
        self._manager = manager
        self.count = count
        self._most_mebibytes = most_mebibytes
        self.ready: list[SharedKernel] = []
        """Those that answer."""
        self._came = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._ending: set[asyncio.Task[None]] = set()
        """Not to be cancelled: Jupyter ends no kernel whose end was broken off."""

    def start(self) -> None:
        """Start all kernels; returns at once."""
        for _ in range(self.count):
            self._begin(self._add())

    async def stop(self) -> None:
        """No longer watch and start kernels; who started them ends them."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*self._ending, return_exceptions=True)
        await asyncio.gather(*(kernel.end() for kernel in self.ready))
        self.ready.clear()

    async def least(self) -> SharedKernel:
        """Return the kernel with the fewest pages; waits until there is one."""
        while not self.ready:
            self._came.clear()
            await self._came.wait()
        return min(self.ready, key=lambda kernel: (kernel.running.locked(), len(kernel.pages)))

    def manager_of(self, kernel: SharedKernel) -> Any:
        """Return Jupyter's manager of a kernel."""
        return self._manager.get_kernel(kernel.kernel_id)

    def _begin(self, work: Any) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _add(self) -> None:
        while True:
            try:
                kernel = await self._started()
                break
            except TimeoutError:  # a busy machine; where it happened tells nobody anything
                logger.warning("A kernel did not start in time; another one is tried.")
            except Exception:
                logger.exception("a kernel did not start")
            await asyncio.sleep(_RESTS)
        self.ready.append(kernel)
        self._came.set()
        self._begin(self._watch(kernel))

    async def _started(self) -> SharedKernel:
        kernel_id = await self._manager.start_kernel()
        # Nobody asks when a kernel was last used, and each of its messages would be read for that.
        self._manager.stop_watching_activity(kernel_id)  # type: ignore[no-untyped-call]
        kernel = SharedKernel(kernel_id, self._manager.get_kernel(kernel_id))
        try:
            await kernel.connect()
        except BaseException:
            await self._end(kernel)
            raise
        return kernel

    async def _watch(self, kernel: SharedKernel) -> None:
        """Replace a kernel that died, hangs or has grown."""
        reason = ""
        successor: asyncio.Task[None] | None = None
        # One that is only large serves on until the next one is there, and is watched till then.
        while not reason or (reason == _LARGE and successor and not successor.done()):
            await asyncio.sleep(LOOKS_EVERY)
            reason = await self._fault_of(kernel) or reason
            if reason == _LARGE and successor is None:
                successor = self._begin(self._add())
        logger.error("A kernel %s and is replaced.", reason)
        self.ready.remove(kernel)
        pages = list(kernel.pages.values())
        kernel.pages.clear()
        for page in pages:
            try:
                page.move()
            except Exception:  # one page less, but the others go on
                logger.exception("a page was not moved to another kernel")
        await self._end(kernel)
        if successor is None:
            await self._add()

    async def _fault_of(self, kernel: SharedKernel) -> str:
        """Return why a kernel is to be replaced; empty when all is well."""
        try:
            kernel.greet()
            is_alive = await kernel.is_alive()
        except Exception:
            logger.exception("a kernel cannot be watched")
            is_alive = False
        if not is_alive:
            return "ended"
        if kernel.silence > HANGS_AFTER:
            return "hangs"
        return _LARGE if kernel.mebibytes > self._most_mebibytes else ""

    async def _end(self, kernel: SharedKernel) -> None:
        """Shut a kernel down, to the end even where who waits for it is cancelled."""
        task = asyncio.create_task(self._shut_down(kernel))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
        await asyncio.shield(task)

    async def _shut_down(self, kernel: SharedKernel) -> None:
        with contextlib.suppress(Exception):  # it is gone, one way or another
            await kernel.end()
        with contextlib.suppress(Exception):
            await self._manager.shutdown_kernel(kernel.kernel_id, now=True)  # type: ignore[no-untyped-call]
