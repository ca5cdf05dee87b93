"""A process pool for what takes long: files, pictures and sheets, with limits on time and memory.

So no page waits for somebody else's report, and no sheet, however it was made, eats the kernel.
"""

import atexit
import multiprocessing
import sys
from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore
from typing import Final, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from partnerschap.ui.protocol.base import RefusedError

P = ParamSpec("P")
T = TypeVar("T")

MOST_SECONDS: Final = 30
"""That one piece of work may take."""
MOST_BYTES: Final = 1536 * 1024 * 1024
"""That a process may take, where the system can hold it to that."""
MOST_WAITING: Final = 32
"""Pieces of work that wait for their turn; who comes next is asked to come back."""

_room: Final = BoundedSemaphore(MOST_WAITING)


def in_process(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """Carry out work in another process and wait for what it returns.

    Parameters
    ----------
    work
        A function of a module; what it takes, returns and raises is pickled.

    Raises
    ------
    RefusedError
        When it takes too long or too much memory, or too many wait for their turn.
    """
    if not _room.acquire(blocking=False):
        raise RefusedError("file.busy")
    try:
        return _pool().schedule(work, args=arguments, kwargs=named, timeout=MOST_SECONDS).result()
    except TimeoutError:
        raise RefusedError("file.too_long") from None
    except (MemoryError, ProcessExpired):
        raise RefusedError("file.too_large") from None
    finally:
        _room.release()


@cache
def _pool() -> ProcessPool:
    # A fork would copy the threads' locks as they happen to be.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(max_workers=1, max_tasks=50, initializer=_limit_memory, context=context)
    atexit.register(_end, pool)
    return pool


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
