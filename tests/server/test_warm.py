"""Kernels forked from a warm process: apart from each other, and gone when they should be."""

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from partnerschap.server.warm import fork_server, preload
from partnerschap.server.warm.fork_server import FORK_SERVER

from loops import run as in_loop
from partnerschap.content import load
from partnerschap.locations import EXERCISES
from partnerschap.server import kernels
from partnerschap.server.kernels import OwnKernel, PromptClient

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")

PATIENCE = 30
SCAN = "from partnerschap.ui.widgets.scan import Scan\nScan('teamscan')"
MODULE = "partnerschap.server.warm"

Serve = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture(scope="module")
def warm() -> Iterator[None]:
    with FORK_SERVER.running():
        yield


def until(condition: Callable[[], object]) -> None:
    """Wait for something to become true."""
    limit = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.02)


class Kernel:
    """A kernel with somebody who talks to it."""

    def __init__(self, manager: AsyncKernelManager, client: PromptClient) -> None:
        self.manager = manager
        self.client = client

    @property
    def pid(self) -> int:
        return int(self.manager.provisioner.pid)  # type: ignore[union-attr]

    @property
    def is_forked(self) -> bool:
        return MODULE in Path(f"/proc/{self.pid}/cmdline").read_text(encoding="utf-8")

    async def tell(self, code: str) -> Any:
        """Run code and return what it prints, as JSON."""
        said: list[str] = []

        def hear(message: dict[str, Any]) -> None:
            if message["msg_type"] == "stream":
                said.append(message["content"]["text"])

        reply = await self.client.execute_interactive(
            code, output_hook=hear, timeout=PATIENCE, store_history=False
        )
        assert reply["content"]["status"] == "ok", reply["content"]
        return json.loads("".join(said) or "null")


@asynccontextmanager
async def kernel() -> AsyncIterator[Kernel]:
    """Start a kernel as the server does."""
    manager = AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=OwnKernel(),
        client_class=f"{PromptClient.__module__}.{PromptClient.__qualname__}",
    )
    await manager.start_kernel()
    client = manager.client()
    assert isinstance(client, PromptClient)
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=PATIENCE)
        yield Kernel(manager, client)
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


async def each(count: int, code: str) -> list[Any]:
    """What several kernels, alive at once, print."""
    async with AsyncExitStack() as stack:
        living = [await stack.enter_async_context(kernel()) for _ in range(count)]
        assert all(one.is_forked for one in living)
        return [await one.tell(code) for one in living]


@pytest.mark.usefixtures("warm")
def test_a_forked_kernel_runs_the_notebook() -> None:
    notebook = nbformat.read(EXERCISES / "teamscan.ipynb", as_version=4)  # type: ignore[no-untyped-call]

    async def run() -> None:
        async with kernel() as one:
            assert one.is_forked
            client = NotebookClient(notebook, km=one.manager)
            await client.async_execute()
            assert client.kc is not None
            client.kc.stop_channels()  # it leaves to its owner what it was given

    in_loop(run())
    (shown,) = [output for cell in notebook.cells for output in cell.outputs]
    assert "application/vnd.jupyter.widget-view+json" in shown.data


@pytest.mark.usefixtures("warm")
def test_all_that_a_kernel_needs_was_loaded_before_the_fork() -> None:
    """The collector does not know what was there before the fork, so it knows what came after."""
    code = f"""
{SCAN}._score_own(type("R", (), dict(instrument="kort", role="parent", answers={{}})))
import gc, json, sys
after = {{id(one) for one in gc.get_objects()}}
print(json.dumps([name for name, one in sys.modules.items() if id(one) in after]))
"""
    (loaded,) = in_loop(each(1, code))
    assert [name for name in loaded if name != "__main__"] == []


@pytest.mark.usefixtures("warm")
def test_no_two_kernels_share_random_numbers_or_a_session() -> None:
    code = """
import json, os, random, secrets, uuid, numpy
session = get_ipython().kernel.session
print(json.dumps([random.random(), numpy.random.random(), uuid.uuid4().hex, secrets.token_hex(),
                  session.session, session.key.decode(), os.getpid(), os.getpgid(0)]))
"""
    seen = in_loop(each(3, code))
    for values in zip(*seen, strict=True):
        assert len(set(values)) == len(seen)


@pytest.mark.usefixtures("warm")
def test_a_kernel_gets_its_own_variables_and_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEW", "é")
    monkeypatch.delenv("HOME")
    monkeypatch.chdir(tmp_path)

    async def run() -> tuple[Any, str]:
        manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=OwnKernel())
        await manager.start_kernel(cwd=str(tmp_path))
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready(timeout=PATIENCE)
        one = Kernel(manager, client)  # type: ignore[arg-type]
        found = await one.tell(
            "import json, os; print(json.dumps([os.environ.get('NEW'), 'HOME' in os.environ,"
            " os.getcwd()]))"
        )
        client.stop_channels()
        await manager.shutdown_kernel()
        return found, str(tmp_path)

    found, folder = in_loop(run())
    assert found == ["é", False, folder]


@pytest.mark.usefixtures("warm")
def test_the_end_of_one_kernel_touches_no_other() -> None:
    async def run() -> None:
        async with kernel() as one, kernel() as other:
            os.kill(one.pid, signal.SIGKILL)
            until(lambda: one.manager.provisioner.process.poll() is not None)  # type: ignore[union-attr]
            assert await one.manager.is_alive() is False
            assert await other.tell("print(6 * 7)") == 42

    in_loop(run())


@pytest.mark.usefixtures("warm")
def test_a_kernel_that_asks_for_all_memory_is_refused_it_and_lives() -> None:
    code = """
try:
    taken = bytearray(2 << 30)
except MemoryError:
    print('"refused"')
"""
    assert in_loop(each(1, code)) == ["refused"]


@pytest.mark.usefixtures("warm")
def test_a_kernel_has_the_memory_for_a_chart_and_a_pdf() -> None:
    code = f"""
{SCAN}
import typst, vl_convert
picture = vl_convert.vegalite_to_svg({{"data": {{"values": [{{"a": 1}}]}}, "mark": "bar"}})
print(len(picture) > 100 and typst.compile(b"Hallo")[:4] == b"%PDF" and 1)
"""
    assert in_loop(each(1, code)) == [1]


@pytest.mark.usefixtures("warm")
def test_a_busy_kernel_can_be_interrupted_and_ended() -> None:
    async def run() -> int:
        async with kernel() as one:
            stuck = one.client.execute("print('on my way', flush=True)\nwhile True: pass")
            while (await one.client.get_iopub_msg(timeout=PATIENCE))["msg_type"] != "stream":
                pass
            await one.manager.interrupt_kernel()
            reply = await one.client.get_shell_msg(timeout=PATIENCE)
            assert reply["parent_header"]["msg_id"] == stuck
            assert reply["content"]["ename"] == "KeyboardInterrupt"
            one.client.execute("while True: pass")
            return one.pid

    pid = in_loop(run())
    until(lambda: not alive(pid))


@pytest.mark.usefixtures("warm")
def test_without_its_fork_server_a_kernel_ends_and_the_next_is_forked_again() -> None:
    async def run() -> None:
        async with kernel() as one:
            assert one.is_forked, "else its parent is this test"
            first = parent_of(one.pid)
            os.kill(first, signal.SIGKILL)
            until(lambda: one.manager.provisioner.process.poll() is not None)  # type: ignore[union-attr]
            until(lambda: not alive(one.pid))
            async with kernel() as other:
                assert other.is_forked
                assert parent_of(other.pid) != first

    in_loop(run())


@pytest.mark.usefixtures("warm")
def test_a_kernel_holds_nothing_of_the_fork_server_or_of_another_kernel() -> None:
    async def run() -> None:
        async with kernel() as one, kernel() as other:
            shared = open_files(one.pid) & open_files(parent_of(one.pid))
            told = {file for file in shared if file.startswith("pipe:")} - standard_files()
            assert len(told) <= 1, "the pipe that tells of its own end"
            assert not any(file.startswith("socket:") for file in shared - standard_files())
            both = open_files(one.pid) & open_files(other.pid) - standard_files()
            assert not any(file.startswith(("pipe:", "socket:")) for file in both)

    in_loop(run())


def test_a_second_thread_in_the_fork_server_makes_kernels_start_as_always(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n",
        encoding="utf-8",
    )
    with monkeypatch.context() as patched:
        patched.setenv("PYTHONPATH", str(tmp_path))
        assert_started_as_always()


def test_without_fork_kernels_start_as_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fork_server, "FORK_IS_SOUND", False)
    monkeypatch.setattr(kernels, "FORK_IS_SOUND", False)
    assert "kernel_provisioner" not in OwnKernel().get_kernel_spec("python3").metadata
    assert_started_as_always()


def test_without_a_fork_server_kernels_start_as_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    server = fork_server.ForkServer()
    with server.running():
        assert in_loop(server.fork([], {}, None)) is None
        assert in_loop(server.fork([], {}, None)) is None, "nor is it tried again"


def assert_started_as_always() -> None:
    async def run() -> None:
        async with kernel() as one:
            assert not one.is_forked
            assert await one.tell(f"{SCAN}; print(1)") == 1

    server = fork_server.ForkServer()
    with pytest.MonkeyPatch.context() as patched, server.running():
        patched.setattr("partnerschap.server.warm.provisioner.FORK_SERVER", server)
        in_loop(run())


def test_an_author_who_changes_the_content_sees_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preload, "CONTENT", tmp_path)
    file = tmp_path / "messages" / "form.yml"
    file.parent.mkdir()
    file.write_text("a", encoding="utf-8")
    stamp = preload.Stamp()
    assert stamp.is_current()
    file.write_text("ab", encoding="utf-8")
    assert not stamp.is_current()
    first = load()
    preload.forget_content()
    assert load() is not first


def test_a_full_house_says_when_to_come_back(serve: Serve) -> None:
    _, url = serve(most_kernels=1)
    with get(f"{url}voila/render/teamscan.ipynb") as page:
        assert page.status == 200
        kernel_id = json.loads(
            page.read().split(b'id="kernel" type="application/json">')[1].split(b"<")[0]
        )
    with get(f"{url}voila/render/teamscan.ipynb") as page:
        assert page.status == 503
        assert int(page.headers["Retry-After"]) > 0
        assert page.headers["Content-Security-Policy"]
        told = page.read().decode()
    assert "Even wachten" in told
    assert "data-again" in told
    token = "0" * 8
    leave = urllib.request.Request(  # noqa: S310 - our own server
        f"{url}api/kernels/{kernel_id['id']}",
        method="DELETE",
        headers={"Cookie": f"_xsrf={token}", "X-XSRFToken": token},
    )
    with get(leave) as done:
        assert done.status == 204
    with get(f"{url}voila/render/teamscan.ipynb") as page:
        assert page.status == 200


def test_an_exercise_that_asks_nothing_needs_no_kernel_in_a_full_house(serve: Serve) -> None:
    _, url = serve(most_kernels=1)
    exercise = f"{url}voila/render/aannames.ipynb"
    with get(exercise) as first:  # the first kernel makes what all visitors are shown
        shown = first.read().split(b'class="state"')[1]
    with get(f"{url}voila/render/teamscan.ipynb") as page:
        assert page.status == 200, "nobody keeps that first kernel"
        assert b'id="kernel"' in page.read()
    with get(exercise) as page:
        assert page.status == 200
        text = page.read()
    assert b'id="kernel"' not in text
    assert text.split(b'class="state"')[1] == shown


def test_a_reader_who_leaves_at_once_leaves_no_traceback(serve: Serve) -> None:
    server, url = serve()
    exercise = f"{url}voila/render/aannames.ipynb"
    with get(exercise) as page:
        page.read()  # from now on the page is there at once
    host, port = url.removeprefix("http://").strip("/").split(":")
    asked = f"GET /voila/render/aannames.ipynb HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n"
    for _ in range(20):
        with socket.create_connection((host, int(port))) as leaving:
            leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            leaving.sendall(asked.encode())
    with get(f"{url}health") as health:
        assert health.status == 200
    server.terminate()
    assert "Traceback" not in server.communicate(timeout=PATIENCE)[1]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_server_that_ends_leaves_no_process(serve: Serve, how: signal.Signals) -> None:
    server, url = serve()
    for _ in range(2):
        with get(f"{url}voila/render/teamscan.ipynb") as page:
            page.read()  # who leaves before the end leaves no kernel
    tree = descendants(server.pid)
    assert len(tree) == 3, "a fork server and two kernels"
    listening = {file for file in open_files(server.pid) if file.startswith("socket:")}
    for pid in tree:
        assert not open_files(pid) & listening - standard_files(), "a socket of the server"
    server.send_signal(how)
    server.wait(PATIENCE)
    until(lambda: not any(alive(pid) for pid in tree))


def get(request: str | urllib.request.Request) -> Any:
    try:
        return urllib.request.urlopen(request, timeout=60)  # noqa: S310 - our own server
    except urllib.error.HTTPError as error:
        return error


def parent_of(pid: int) -> int:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return int(stat.rsplit(")", 1)[1].split()[1])


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended but was not yet asked about does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] not in "ZX"


def descendants(pid: int) -> list[int]:
    found: list[int] = []
    for other in [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]:
        try:
            is_child = parent_of(other) == pid
        except OSError:
            continue
        if is_child:
            found += [other, *descendants(other)]
    return found


def open_files(pid: int) -> set[str]:
    found = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            found.add(str(descriptor.readlink()))
        except OSError:
            continue
    return found


def standard_files() -> set[str]:
    """What everybody inherits: where output goes."""
    return {str(Path(f"/proc/self/fd/{number}").readlink()) for number in range(3)}
