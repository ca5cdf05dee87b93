"""An environment for each server, and the server itself: start, memory, rest and stop."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from peers.contenders import FORMS, Contender

START_SECONDS = 120
REST_SECONDS = 20
"""A server that never rests is measured after this while."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    pid: int

    def processes(self) -> list[int]:
        """Process ids of the server and all that it started."""
        stats = {
            int(folder.name): _stat(int(folder.name)) for folder in Path("/proc").glob("[0-9]*")
        }
        parents = {pid: int(fields[1]) for pid, fields in stats.items() if fields}
        found = [self.pid]
        for process in found:
            found += [one for one, parent in parents.items() if parent == process]
        return found

    def megabytes(self) -> float:
        """Memory of all processes, what they share counted once (PSS)."""
        return sum(map(_pss, self.processes())) / 1024

    def rest(self) -> None:
        """Wait until the server does nothing any more: it may make ready for the next visitor."""
        end = time.monotonic() + REST_SECONDS
        quiet, used = 0, self._ticks()
        while quiet < 3 and time.monotonic() < end:  # noqa: PLR2004 - three times in a row
            time.sleep(0.25)
            before, used = used, self._ticks()
            quiet = quiet + 1 if used - before <= 1 else 0

    def _ticks(self) -> int:
        return sum(map(_processor_ticks, self.processes()))


def _pss(pid: int) -> int:
    """Memory of a process in kB; none when it has just ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0


def _stat(pid: int) -> list[str]:
    """Read what the system tells of a process behind its name; nothing when it has ended."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return []
    return text.rsplit(")", 1)[1].split()


def _processor_ticks(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[11]) + int(fields[12]) if fields else 0


def _started(pid: int) -> str:
    fields = _stat(pid)
    return fields[19] if fields else ""


def prepare(contender: Contender, folder: Path) -> Path:
    """Make the environment of a server, unless it is there.

    Parameters
    ----------
    contender
        Whose.
    folder
        Where environments are kept.

    Returns
    -------
    The folder with its programs.
    """
    if not contender.requirements:
        return Path(sys.executable).parent
    environment = folder / contender.requirements
    requirements = FORMS / f"requirements-{contender.requirements}.txt"
    stamp = environment / "requirements.txt"
    wanted = f"# {sys.version}\n" + requirements.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"making the environment of {contender.requirements}", file=sys.stderr)
        uv = shutil.which(
            "uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        )
        if uv is None:
            raise FileNotFoundError("uv")
        make = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(environment)]
        subprocess.run(make, check=True)
        install = [uv, "pip", "install", "--quiet", "--python", str(environment)]
        subprocess.run([*install, "--requirements", str(requirements)], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return environment / "bin"


def usual_environment() -> dict[str, str]:
    """Give the environment of a process that is measured.

    Python may keep what it compiled, as it does unless it is told not to: or else a process that
    starts would compile all that it imports.
    """
    left_out = {"PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


@contextmanager
def serving(contender: Contender, programs: Path) -> Iterator[Server]:
    """Run a server.

    Raises
    ------
    RuntimeError
        When it does not start.
    """
    port = _free_port()
    program, *arguments = (part.format(port=port) for part in contender.command)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        environment = usual_environment() | {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PARTNERSCHAP_DATABASE_URL": f"sqlite:///{folder}/sessions.sqlite3",
            **dict(contender.environment),
        }
        with log.open("wb") as output:
            process = subprocess.Popen(
                [str(programs / program), *arguments],
                cwd=FORMS,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        server = Server(f"http://127.0.0.1:{port}/", process.pid)
        try:
            yield Server(_address(process, log, contender, server.url), process.pid)
        finally:
            _stop(process, server)


def _address(process: subprocess.Popen[bytes], log: Path, contender: Contender, url: str) -> str:
    """Wait until the server answers; gives its address."""
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
        if contender.ready:
            if found := re.search(contender.ready, log.read_text(encoding="utf-8")):
                return found.group()
            continue
        try:
            with socket.create_connection(("127.0.0.1", int(url.split(":")[2].strip("/"))), 1):
                return url
        except OSError:
            continue
    raise RuntimeError(f"{contender.name} did not start: {log.read_text(encoding='utf-8')}")


def _stop(process: subprocess.Popen[bytes], server: Server) -> None:
    """End a server with its kernels, which a server that is ended may leave behind."""
    started = {pid: _started(pid) for pid in server.processes()[1:]}
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pid, moment in started.items():
        if moment and _started(pid) == moment:  # another process may have the number by now
            os.kill(pid, 9)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
