"""The loop of the fork server: fork when asked, and know what becomes of the forks."""

import json
import os
import select
import signal
import socket
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any

from partnerschap.server.warm.preload import has_one_thread

LONGEST = 200_000
"""Bytes in a request."""


@dataclass(frozen=True)
class Start:
    """A kernel to become."""

    argv: list[str]
    environment: dict[str, str | None]
    """What differs from the fork server's; None for a variable that is not there."""
    cwd: str | None
    status: int
    """File descriptor on which the kernel's life is told."""
    parent: int
    """Process id of the fork server."""


class Forks:
    """The kernels that live, each with the pipe that tells the server of its end."""

    def __init__(self) -> None:
        self._status: dict[int, int] = {}

    def add(self, pid: int, status: int) -> None:
        """Watch over a kernel, and tell the server its process id."""
        with suppress(OSError):  # done by the kernel too; who is first does not matter
            os.setpgid(pid, pid)
        self._status[pid] = status
        _tell(status, f"pid {pid}")

    def signal(self, pid: int, number: int) -> None:
        """Send a signal to a kernel and what it started; no other process can have its number.

        That is certain here only: a number is free for others once this process has heard of the
        end, and then it is no longer in the list.
        """
        if pid in self._status:
            with suppress(ProcessLookupError):
                os.killpg(pid, number)

    def reap(self) -> None:
        """Hear of kernels that ended, end what they left behind, and tell the server."""
        while self._status:
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if ended is None:
                return
            self.signal(ended.si_pid, signal.SIGKILL)
            code = os.waitstatus_to_exitcode(os.waitpid(ended.si_pid, 0)[1])
            status = self._status.pop(ended.si_pid, None)
            if status is not None:
                _tell(status, f"exit {code}")
                os.close(status)

    def end(self) -> None:
        """End every kernel at once."""
        for pid in self._status:
            self.signal(pid, signal.SIGKILL)

    def close(self) -> None:
        """Let go of the pipes."""
        for status in self._status.values():
            os.close(status)
        self._status.clear()


def fork_on_request(control: socket.socket) -> Start | None:
    """Fork for each request on a socket, until nobody holds the other end.

    Returns
    -------
    In a fork: what it has to become; all that belongs to the fork server is closed then. In the
    fork server itself: nothing, when the server is gone.
    """
    with ExitStack() as own:
        own.enter_context(control)
        bell = _ring_when_a_kernel_ends(own)
        forks = Forks()
        own.callback(forks.close)
        poll = select.poll()
        poll.register(control, select.POLLIN)
        poll.register(bell, select.POLLIN)
        while True:
            ready = {descriptor for descriptor, _ in poll.poll()}
            if bell in ready:
                os.read(bell, 4096)
                forks.reap()
            if control.fileno() in ready:
                request, status = _receive(control)
                if request is None:
                    forks.end()
                    return None
                if start := _fulfil(request, status, forks):
                    return start


def _ring_when_a_kernel_ends(own: ExitStack) -> int:
    heard, rung = os.pipe()
    own.callback(os.close, heard)
    own.callback(os.close, rung)
    os.set_blocking(rung, False)
    own.callback(signal.set_wakeup_fd, signal.set_wakeup_fd(rung, warn_on_full_buffer=False))
    own.callback(signal.signal, signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, lambda *_: None)  # the pipe is told, and wakes the loop
    return heard


def _receive(control: socket.socket) -> tuple[dict[str, Any] | None, int | None]:
    try:
        message, descriptors, _, _ = socket.recv_fds(control, LONGEST, 1)
    except ConnectionError:
        return None, None
    for descriptor in descriptors:
        os.set_inheritable(descriptor, False)
    return (json.loads(message) if message else None), next(iter(descriptors), None)


def _fulfil(request: dict[str, Any], status: int | None, forks: Forks) -> Start | None:
    """Do what is asked; only a fork returns something."""
    if status is None:
        forks.signal(request["pid"], request["signal"])
        return None
    parent = os.getpid()
    try:
        pid = os.fork() if has_one_thread() else None
    except OSError:  # no memory or no room for a process
        pid = None
    if pid is None:
        os.close(status)
    elif pid:
        forks.add(pid, status)
    else:
        return Start(
            argv=request["argv"],
            environment=request["environment"],
            cwd=request["cwd"],
            status=status,
            parent=parent,
        )
    return None


def _tell(status: int, line: str) -> None:
    with suppress(BrokenPipeError):  # the server no longer wants to know
        os.write(status, f"{line}\n".encode())
