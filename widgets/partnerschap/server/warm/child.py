"""From a fork to a kernel."""

import atexit
import ctypes
import gc
import os
import random
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

from partnerschap.server.warm.forking import Start
from partnerschap.server.warm.prepared import PreparedApp

_PR_SET_PDEATHSIG = 1

MOST_MEMORY = 1536 * 1024 * 1024
"""Bytes of data that a kernel may have, what it was forked with included: one kernel that runs wild
gets a MemoryError, before the machine has none left for all others."""


def death_signal() -> Callable[[], None]:
    """Find the way to ask the system that a process ends when its parent does.

    Raises
    ------
    OSError, AttributeError
        When the system has no such way; then nothing may be forked.
    """
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask() -> None:
        if prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")

    ask()
    prctl(_PR_SET_PDEATHSIG, 0, 0, 0, 0)
    return ask


def run(
    app: PreparedApp,
    start: Start,
    die_with_parent: Callable[[], None],
    *,
    forget: Callable[[], None],
) -> None:
    """Be a kernel, from a fork until the kernel is stopped.

    Parameters
    ----------
    app
        The kernel as it was prepared.
    die_with_parent
        See `death_signal`.
    forget
        Called when what was loaded before the fork is out of date.
    """
    try:
        die_with_parent()
        if os.getppid() != start.parent:  # it ended before it could be asked
            os._exit(1)
        _stand_apart(start)
        forget()
        # Whoever registers later is called earlier: this is the very end. Taking the interpreter
        # down would visit, and so copy, all the memory that is shared with the fork server.
        atexit.register(_leave)
        app.begin(start.argv, start.parent)
        os.write(start.status, b"ready\n")
        app.start()
    except Exception:  # noqa: BLE001 - whatever it is, this is not the fork server's to handle
        traceback.print_exc()
        os._exit(1)


def _stand_apart(start: Start) -> None:
    """Keep nothing of the fork server's own."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    os.closerange(3, start.status)
    os.closerange(start.status + 1, os.sysconf("SC_OPEN_MAX"))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name, value in start.environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    if start.cwd is not None:
        os.chdir(start.cwd)
    sys.argv = ["ipykernel_launcher", *start.argv]
    # Equal streams of random numbers in two kernels would be no random numbers.
    random.seed()
    sys.modules["numpy"].random.seed()
    gc.enable()


def _leave() -> NoReturn:
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            stream.flush()
    os._exit(0)
