"""The server's side: the process that forks, and the kernels it forked."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

FORK_IS_SOUND = sys.platform == "linux"
"""Elsewhere fork is absent, or unsafe with the libraries of the system."""

_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Keeps NumPy's libraries from starting threads, which do not survive a fork."""

_WARMING = 30.0
"""Seconds that a kernel waits for the fork server before it starts the normal way."""
_STARTING = 60.0
"""Seconds that a fork may take to become a kernel."""
_SENDING = 1.0
"""Seconds that a message to the fork server may take to send."""


class ForkedKernel:
    """A kernel, with what a provisioner uses of `subprocess.Popen`.

    The fork server writes on the pipe which process it is and how it ended, the kernel itself when
    it is ready. Both hold the pipe; when it ends without a word, neither is there any more.
    """

    stdin = stdout = stderr = None

    def __init__(self, server: "ForkServer", status: int) -> None:
        self._server = server
        self._status = status
        self._said = b""
        self.pid = 0
        self.ready = False
        self.returncode: int | None = None
        os.set_blocking(status, False)

    def poll(self) -> int | None:
        """Return how the kernel ended, or None when it lives."""
        while self.returncode is None:
            try:
                said = os.read(self._status, 512)
            except BlockingIOError:
                break
            self._said += said
            *lines, self._said = self._said.split(b"\n")
            for line in lines:
                self._hear(line.decode())
            if not said:
                self._end(-signal.SIGKILL)
        return self.returncode

    def wait(self) -> int:
        """Return how the kernel ended; called when it has."""
        code = self.poll()
        if code is None:
            raise subprocess.TimeoutExpired("kernel", 0)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel and all that it started."""
        if self.poll() is None:
            self._server.signal(self.pid, number)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)

    async def until_ready(self) -> bool:
        """Wait for the kernel to listen; False when it ended first or takes too long."""
        loop = asyncio.get_running_loop()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_STARTING):
                while self.poll() is None and not self.ready:
                    news = asyncio.Event()
                    loop.add_reader(self._status, news.set)
                    try:
                        await news.wait()
                    finally:
                        loop.remove_reader(self._status)
        return self.ready and self.returncode is None

    def _hear(self, line: str) -> None:
        kind, _, number = line.partition(" ")
        if kind == "pid":
            self.pid = int(number)
        elif kind == "ready":
            self.ready = True
        elif kind == "exit":
            self._end(int(number))

    def _end(self, code: int) -> None:
        self.returncode = code
        os.close(self._status)

    def __del__(self) -> None:
        """Close the pipe of a kernel that nobody asked after."""
        if self.returncode is None:
            os.close(self._status)


class ForkServer:
    """The process that forks; started once, and again when it was lost."""

    def __init__(self) -> None:
        self._wanted = False
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._warm = False
        self._environment: dict[str, str] = {}

    @contextmanager
    def running(self) -> Iterator[None]:
        """Have kernels forked inside this block, where the system can."""
        self._wanted = FORK_IS_SOUND
        if self._wanted:
            self._start()
        try:
            yield
        finally:
            self._wanted = False
            self._stop()

    async def fork(
        self, argv: list[str], environment: Mapping[str, str], cwd: str | None
    ) -> ForkedKernel | None:
        """Fork a kernel.

        Parameters
        ----------
        argv
            Of ``ipykernel_launcher``, without its own name.
        environment
            All the variables that the kernel gets.
        cwd
            Folder to run in; None for the server's own.

        Returns
        -------
        The kernel, listening; None when it cannot be forked and must start the normal way.
        """
        if not await self._is_warm() or self._control is None:
            return None
        read, write = os.pipe()
        kernel = ForkedKernel(self, read)
        names = environment.keys() | self._environment.keys()
        changes = {
            name: environment.get(name)
            for name in names
            if environment.get(name) != self._environment.get(name)
        }
        request = {"argv": argv, "environment": changes, "cwd": cwd}
        try:
            socket.send_fds(self._control, [json.dumps(request).encode()], [write])
        except OSError:  # gone meanwhile, or more variables than fit in a message
            return None
        finally:
            os.close(write)
        if await kernel.until_ready():
            return kernel
        kernel.kill()
        return None

    def signal(self, pid: int, number: int) -> None:
        """Send a signal to a kernel; nothing happens when it has ended."""
        if self._control is not None:
            with contextlib.suppress(OSError):  # without a fork server there is no kernel either
                self._control.send(json.dumps({"pid": pid, "signal": number}).encode())

    async def _is_warm(self) -> bool:
        """Whether kernels can be forked; waits for a fork server that is still loading."""
        if not self._wanted:
            return False
        if self._process is None or self._process.poll() is not None:
            if not self._warm:  # it could not even load; another will not either
                return False
            self._stop()
            self._start()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_WARMING):
                # Kernels of several event loops may wait here, so no event of one of them.
                while not self._warm and self._hears_nothing_yet():  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
        return self._warm

    def _hears_nothing_yet(self) -> bool:
        if self._control is None:
            return False
        self._control.settimeout(0)
        try:
            self._warm = self._control.recv(16) == b"warm"
        except BlockingIOError:
            return True
        except OSError:
            pass
        self._control.settimeout(_SENDING)
        return False

    def _start(self) -> None:
        """Start the process; it loads while the server answers already."""
        self._warm = False
        self._environment = dict(os.environ) | _ONE_THREAD
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-P", "-m", str(__package__), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                env=self._environment,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # a key in the terminal is the server's to handle
            )

    def _stop(self) -> None:
        """Let go of the process, which then ends, and its kernels with it."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            if not self._warm:  # it would not look up before it had loaded everything
                self._process.kill()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


FORK_SERVER = ForkServer()
"""The one of this process; Jupyter makes a provisioner a kernel, and they all ask here."""
