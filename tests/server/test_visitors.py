"""What one visitor can do to the server that others use: nothing."""

import asyncio
import http.client
import json
import re
import socket
import struct
import subprocess
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from loops import run
from partnerschap.content import load
from servers import started_servers

V1 = "v1.kernel.websocket.jupyter.org"
Serve = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture(scope="module")
def started() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """One server for all of them; its log must hold no traceback."""
    log: list[str] = []
    with started_servers() as start, ThreadPoolExecutor(1) as threads:
        process, url = start()
        assert process.stderr is not None
        threads.submit(log.extend, process.stderr)  # a full pipe would hold the server up
        yield process, url
        text = "".join(log)  # before kernels are told to stop in the middle of something
        process.terminate()
    assert "Traceback" not in text, text


def is_well(url: str) -> bool:
    with urllib.request.urlopen(f"{url}health", timeout=5) as answer:  # noqa: S310 - our own
        return bool(json.load(answer)["status"] == "ok")


def memory(process: subprocess.Popen[str]) -> int:
    """MiB of the server itself, without its kernels."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) // 1024


async def opened(
    url: str, protocol: str | None, exercise: str = "teamscan"
) -> WebSocketClientConnection:
    """A socket to a kernel of one's own, as a page opens it."""
    loop = asyncio.get_running_loop()
    page = f"{url}voila/render/{exercise}.ipynb"
    body = await loop.run_in_executor(
        None,
        lambda: urllib.request.urlopen(page, timeout=60).read().decode(),  # noqa: S310
    )
    found = re.search(r'<script id="kernel"[^>]*>(.*?)</script>', body)
    assert found is not None
    address = f"{url}api/kernels/{json.loads(found[1])['id']}/channels?session_id=x"
    return await websocket_connect(
        HTTPRequest(address.replace("http", "ws", 1)), subprotocols=[protocol] if protocol else []
    )


FRAMES: dict[str, tuple[str | bytes, str | None, int]] = {
    "fifty million parts": ((50_000_000).to_bytes(8, "little"), V1, 1003),
    "2**62 parts": ((2**62).to_bytes(8, "little"), V1, 1003),
    "text": ("{}", V1, 1003),
    "a hundred million buffers": (struct.pack("!I", 100_000_000), None, 1003),
    "depth": ("[" * 100_000, None, 1009),
    "eleven megabytes": (b"x" * 11 * 1024 * 1024, V1, 1009),
}


async def hang_up(page: WebSocketClientConnection) -> None:
    """Close a socket and wait until it is: the loop must not end around an open one."""
    page.close()
    while await page.read_message() is not None:
        pass  # what was on its way


def test_a_frame_that_lies_closes_its_own_socket_and_costs_nothing(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    run(_send_lies(*started))


async def _send_lies(process: subprocess.Popen[str], url: str) -> None:
    for first in await asyncio.gather(*(opened(url, V1) for _ in range(2))):
        await hang_up(first)  # what the first ones cost is not counted
    before = memory(process)
    for name, (frame, protocol, code) in FRAMES.items():
        page = await opened(url, protocol)
        with suppress(WebSocketClosedError):  # closed before it was sent to the end
            await page.write_message(frame, binary=isinstance(frame, bytes))
        async with asyncio.timeout(10):
            while await page.read_message() is not None:
                pass  # what the kernel said of itself before
        page.close()
        assert page.close_code in {code, None if code == 1009 else code}, name
        assert is_well(url)
    assert memory(process) - before < 60, "what eleven megabytes and a kernel's socket need at once"


@pytest.mark.parametrize("protocol", [V1, None])
def test_who_asks_and_never_reads_is_closed_and_costs_little(
    started: tuple[subprocess.Popen[str], str], protocol: str | None
) -> None:
    run(_ask_without_reading(*started, protocol))


async def _ask_without_reading(
    process: subprocess.Popen[str], url: str, protocol: str | None
) -> None:
    """Tornado's client takes little from a socket until `read_message` is called."""
    page = await opened(url, protocol)
    before = memory(process)
    for number in range(400):
        # A kernel sends the header along with each of three answers.
        frame = asking(protocol, msg_id=str(number), username="x" * 500_000)
        try:
            await page.write_message(frame, binary=protocol == V1)
        except WebSocketClosedError:
            break
        assert memory(process) - before < 60
        assert is_well(url)
    else:
        pytest.fail("the socket is still open")
    await hang_up(page)


def asking(protocol: str | None, **header: str) -> bytes:
    """A frame that asks the kernel about itself."""
    usual = {"msg_type": "kernel_info_request", "session": "x", "username": "", "version": "5.3"}
    parts = {"header": usual | header, "parent_header": {}, "metadata": {}, "content": {}}
    if protocol is None:
        return json.dumps({"channel": "shell", **parts}).encode()
    packed = [json.dumps(part).encode() for part in parts.values()]
    frame: bytes = serialize_msg_to_ws_v1(packed, "shell")
    return frame


@pytest.mark.parametrize("origin", ["http://[", "http://[x]y"])
@pytest.mark.parametrize("name", ["Origin", "Referer"])
def test_a_page_from_an_address_that_is_none_is_refused(
    started: tuple[subprocess.Popen[str], str], name: str, origin: str
) -> None:
    kernel = "/api/kernels/00000000-0000-0000-0000-000000000000"
    for path in ("/", kernel, f"{kernel}/channels", "/voila/render/teamscan.ipynb"):
        assert asked(started[1], "localhost", path, **{name: origin}, **SOCKET) == 404


@pytest.mark.parametrize("session", ["x" * 65, "%ff", "a%0ab", "%C3%A9"])
def test_a_page_with_a_name_that_is_none_is_refused(
    started: tuple[subprocess.Popen[str], str], session: str
) -> None:
    url = started[1]
    with urllib.request.urlopen(f"{url}voila/render/teamscan.ipynb", timeout=60) as answer:  # noqa: S310
        found = re.search(r'<script id="kernel"[^>]*>(.*?)</script>', answer.read().decode())
    assert found is not None
    path = f"/api/kernels/{json.loads(found[1])['id']}/channels?session_id={session}"
    assert asked(url, "localhost", path, **SOCKET) == 400


@pytest.mark.parametrize("protocol", [V1, None])
def test_the_same_message_twice_is_answered_twice(
    started: tuple[subprocess.Popen[str], str], protocol: str | None
) -> None:
    """ipykernel takes the second for an attack, and filled the log with tracebacks."""
    assert run(_answers_to_two(started[1], protocol)) == 2


async def _answers_to_two(url: str, protocol: str | None) -> int:
    page = await opened(url, protocol)
    for _ in range(2):
        await page.write_message(asking(protocol, msg_id="twice"), binary=protocol == V1)
    answers = 0
    async with asyncio.timeout(20):
        while answers < 2:
            message = await page.read_message()
            text = message if isinstance(message, str) else (message or b"").decode("latin1")
            answers += '"twice"' in text and "kernel_info_reply" in text
    await hang_up(page)
    return answers


def test_a_page_cannot_make_widgets(started: tuple[subprocess.Popen[str], str]) -> None:
    assert run(_answered(started[1])) == {"kernel_info_request"}


async def _answered(url: str) -> set[str]:
    """Ask for what a page may not do, and then for what it may; gives what is answered."""
    page = await opened(url, None)

    def message(kind: str, content: Mapping[str, object]) -> str:
        header = {"msg_id": kind, "msg_type": kind, "session": "x", "username": "", "version": "5"}
        parts = {"parent_header": {}, "metadata": {}, "content": content}
        return json.dumps({"channel": "shell", "header": header, **parts})

    made = {
        "comm_id": "f" * 32,
        "target_name": "jupyter.widget",
        "data": {"state": {"_model_name": "FileUploadModel"}, "buffer_paths": []},
    }
    for kind in ("comm_open", "execute_request", "comm_info_request", "shutdown_request"):
        await page.write_message(message(kind, made))
    await page.write_message(message("kernel_info_request", {}))
    answered: set[str] = set()
    async with asyncio.timeout(20):
        while "kernel_info_request" not in answered:
            heard = json.loads(str(await page.read_message()))
            answered.add(heard["parent_header"].get("msg_id", ""))
    await hang_up(page)
    return {one for one in answered if one.endswith(("_request", "_open"))}


def test_a_request_may_hold_64_kilobytes(started: tuple[subprocess.Popen[str], str]) -> None:
    process, url = started
    before = memory(process)
    held = []
    for _ in range(6):
        one = socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=20)
        one.sendall(b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 94371840\r\n\r\n")
        held.append(one)
    for one in held:
        assert one.recv(100).startswith(b"HTTP/1.1 400")
        assert one.recv(100) == b""
        one.close()
    assert memory(process) - before < 20
    assert is_well(url)


def test_a_half_request_ends_within_a_minute(started: tuple[subprocess.Popen[str], str]) -> None:
    _, url = started
    halves = [
        b"GET / HTTP/1.1\r\nHost: local",
        b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf",
    ]
    port = urlsplit(url).port or 0
    held = [socket.create_connection(("127.0.0.1", port), timeout=60) for _ in halves]
    for half, one in zip(halves, held, strict=True):
        one.sendall(half)
    for one in held:
        while one.recv(1000):
            pass
        one.close()
    assert is_well(url)


PATHS = [
    "/voila/templates/x",
    "/voila/templates/partnerschap/static/",
    "/voila/templates/../..",
    "/voila/static/x",
    "/voila/labextensions/x",
    "/voila/api/themes/x",
    "/voila/api/shutdown/%00",
    "/voila/render/%00.ipynb",
    "/voila/render/teamscan.ipynb%00",
    f"/voila/render/{'a' * 5_000}.ipynb",
    "/voila/render/%ff.ipynb",
    "/api/kernels/00000000-0000-0000-0000-000000000000/channels",
    "/partnerschap/page/0123456789abcdef/%00.js",
    f"/partnerschap/page/0123456789abcdef/{'a' * 300}.js",
    f"/partnerschap/ui/{'a' * 300}.js",
    "/partnerschap/ui/%00.js",
    "/index.html%00.js",
    "/%00",
    "/%ff",
    "/%0d%0aX:1",
    "/" + "a/" * 2_000,
    "/index.html/x",
    "/_static/",
]


def test_a_path_that_is_not_there_is_refused_without_a_traceback(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    """What the log holds is looked at when the server stops."""
    _, url = started
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
        for path in PATHS:
            with closing(http.client.HTTPConnection("127.0.0.1", urlsplit(url).port)) as one:
                one.request(method, path)
                answer = one.getresponse()
                assert 400 <= answer.status < 500, (method, path)
                assert b"Traceback" not in answer.read()


def asked(url: str, host: str, path: str, **headers: str) -> int:
    """The status of an answer."""
    port = urlsplit(url).port
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as one:
        one.request("GET", path, headers={"Host": host} | headers)
        with one.getresponse() as answer:
            return answer.status


SOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def test_a_page_and_a_socket_under_another_host_are_refused(serve: Serve) -> None:
    process, url = serve(hosts="cursus.example.nl, Café.example")
    port = urlsplit(url).port
    for host in ("evil.example", "evil.example:8866", "192.0.2.7", "127.0.0.1.evil.example"):
        for path in ("/", "/health", "/voila/render/teamscan.ipynb", "/bestaat-niet"):
            assert asked(url, host, path) == 403
        kernel = "/api/kernels/00000000-0000-0000-0000-000000000000/channels"
        assert asked(url, host, kernel, Origin=f"http://{host}", **SOCKET) == 403
    for host in (
        f"localhost:{port}",
        f"127.0.0.1:{port}",
        f"[::1]:{port}",
        "127.0.0.2",
        socket.gethostname(),
        "CURSUS.example.nl",
        "cursus.example.nl.:80",
        "xn--caf-dma.example",
    ):
        assert asked(url, host, "/health") == 200, host
    for number in range(100):  # the log is not filled by who sends names without end
        asked(url, f"{number}.example", "/health")
    process.terminate()
    assert process.stderr is not None
    log = process.stderr.read()
    sentence = load().message("server.other_host_log", host="evil.example")
    assert log.count(sentence) == 1
    assert log.count("PARTNERSCHAP_HOSTS") <= 20


def test_who_listens_on_all_addresses_is_reached_under_any_of_them(serve: Serve) -> None:
    """In a container or a school's network the server cannot know its addresses; a name it can."""
    _, url = serve(host="0.0.0.0")  # noqa: S104 - what is tested
    address = f"http://127.0.0.1:{urlsplit(url).port}/"
    assert asked(address, "192.0.2.7:8866", "/health") == 200
    assert asked(address, "evil.example", "/health") == 403
