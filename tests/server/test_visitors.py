"""What one visitor can do to the server that others use: nothing."""

import asyncio
import http.client
import json
import re
import signal
import socket
import struct
import subprocess
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from loops import run
from partnerschap.content import load
from partnerschap.server.page_socket import MOST_UNANSWERED
from servers import signal_kernels, started_servers

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


@pytest.fixture(scope="module", autouse=True)
def half_requests(started: tuple[subprocess.Popen[str], str]) -> list[socket.socket]:
    """Begun before all else here and never ended; they take their time to be ended."""
    halves = [
        b"GET / HTTP/1.1\r\nHost: local",
        b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf",
    ]
    port = urlsplit(started[1]).port or 0
    held = [socket.create_connection(("127.0.0.1", port), timeout=60) for _ in halves]
    for half, one in zip(halves, held, strict=True):
        one.sendall(half)
    return held


def is_well(url: str) -> bool:
    with urllib.request.urlopen(f"{url}health", timeout=5) as answer:  # noqa: S310 - our own
        return bool(json.load(answer)["status"] == "ok")


def memory(process: subprocess.Popen[str]) -> int:
    """MiB of the server itself, without its kernels."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) // 1024


async def opened(url: str, exercise: str = "teamscan") -> WebSocketClientConnection:
    """A socket as a page opens it, greeted by the server."""
    page = await websocket_connect(f"{url}partnerschap/socket/{exercise}".replace("http", "ws", 1))
    assert json.loads(str(await page.read_message()))["method"] == "hello"
    return page


async def hang_up(page: WebSocketClientConnection) -> None:
    """Close a socket and wait until it is: the loop must not end around an open one."""
    page.close()
    while await page.read_message() is not None:
        pass  # what was on its way


def asking(**changes: object) -> str:
    """A request that is refused with one sentence, and with the page's own number."""
    return json.dumps({"kind": "nothing", "number": 1} | changes)


FRAMES: dict[str, tuple[str | bytes, int]] = {
    "fifty million parts": ((50_000_000).to_bytes(8, "little"), 1003),
    "2**62 parts": ((2**62).to_bytes(8, "little"), 1003),
    "a hundred million bytes of JSON": (struct.pack("!I", 100_000_000), 1003),
    "no object": ("[]", 1003),
    "Jupyter's own": (json.dumps({"channel": "shell", "header": {"msg_type": 7}})[:-1], 1003),
    "depth": ("[" * 100_000, 1009),
    "eleven megabytes": (b"x" * 11 * 1024 * 1024, 1009),
}


def test_a_frame_that_lies_closes_its_own_socket_and_costs_nothing(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    run(_send_lies(*started))


async def _send_lies(process: subprocess.Popen[str], url: str) -> None:
    for first in await asyncio.gather(*(opened(url) for _ in range(2))):
        await hang_up(first)  # what the first ones cost is not counted
    before = memory(process)
    for name, (frame, code) in FRAMES.items():
        page = await opened(url)
        with suppress(WebSocketClosedError):  # closed before it was sent to the end
            await page.write_message(frame, binary=isinstance(frame, bytes))
        async with asyncio.timeout(10):
            assert await page.read_message() is None, name
        page.close()
        assert page.close_code in {code, None if code == 1009 else code}, name
        assert is_well(url)
    assert memory(process) - before < 60, "what eleven megabytes need at once"


def test_who_asks_and_never_reads_waits_for_itself(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    """The server takes no more from a page than it has room for answers to."""
    run(_ask_without_reading(*started))


async def _ask_without_reading(process: subprocess.Popen[str], url: str) -> None:
    """A socket of the system alone: what it is sent stays unread."""
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port, limit=1)
    lines = [
        "GET /partnerschap/socket/workshop HTTP/1.1",
        f"Host: {address.netloc}",
        *(f"{name}: {value}" for name, value in SOCKET.items()),
    ]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    before = memory(process)
    question = json.dumps({"kind": "module", "number": 1, "name": "qr-decoder"}).encode()
    frame = bytes([0x81, 0x80 | len(question), 0, 0, 0, 0]) + question
    with suppress(ConnectionError, TimeoutError):
        for _ in range(2_000):  # forty kilobytes of answer each
            writer.write(frame)
            async with asyncio.timeout(0.05):
                await writer.drain()
    await asyncio.sleep(0)
    assert memory(process) - before < 60
    assert is_well(url)
    writer.transport.abort()
    del reader


def test_a_flood_of_questions_costs_the_others_little(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    run(_flood(*started))


async def _flood(process: subprocess.Popen[str], url: str) -> None:
    """Pages that send as fast as they can, beside one that asks now and then."""
    before = memory(process)
    floods = await asyncio.gather(*(opened(url) for _ in range(5)))
    quiet = await opened(url)

    async def pour(page: WebSocketClientConnection) -> None:
        for number in range(2_000):
            await page.write_message(asking(number=number))

    async def listen(page: WebSocketClientConnection) -> None:
        for _ in range(2_000):
            assert json.loads(str(await page.read_message()))["content"]["kind"] == "fault"

    pouring = [asyncio.create_task(work(page)) for page in floods for work in (pour, listen)]
    for number in range(10):
        async with asyncio.timeout(10):
            await quiet.write_message(asking(number=number))
            told = json.loads(str(await quiet.read_message()))
        assert told["content"]["number"] == number
    await asyncio.gather(*pouring)
    assert memory(process) - before < 60
    for page in (*floods, quiet):
        await hang_up(page)


@pytest.mark.parametrize("origin", ["http://[", "http://[x]y"])
@pytest.mark.parametrize("name", ["Origin", "Referer"])
def test_a_page_from_an_address_that_is_none_is_refused(
    started: tuple[subprocess.Popen[str], str], name: str, origin: str
) -> None:
    paths = ("/", "/partnerschap/socket/teamscan", "/voila/render/teamscan.ipynb")
    for path in paths:
        assert asked(started[1], "localhost", path, **{name: origin}, **SOCKET) == 404


def test_a_page_of_another_site_gets_no_socket(started: tuple[subprocess.Popen[str], str]) -> None:
    path = "/partnerschap/socket/teamscan"
    for origin in ("http://evil.example", "null"):
        assert asked(started[1], "localhost", path, Origin=origin, **SOCKET) == 403


@pytest.mark.parametrize(
    "path",
    [
        "/partnerschap/socket/",
        "/partnerschap/socket/nothing",
        "/partnerschap/socket/..",
        "/partnerschap/socket/content/items",
        "/partnerschap/socket/" + "x" * 65,
        "/partnerschap/socket/%00",
        "/api/kernels",
        "/api/kernels/00000000-0000-0000-0000-000000000000/channels",
        "/voila/api/shutdown/00000000-0000-0000-0000-000000000000",
    ],
)
def test_there_is_no_socket_but_that_of_an_exercise(
    started: tuple[subprocess.Popen[str], str], path: str
) -> None:
    assert asked(started[1], "localhost", path, **SOCKET) == 404


@pytest.mark.parametrize(
    "message",
    [
        {"method": "update", "state": {"specification": {}}},
        {"comm_id": "x", "data": {"method": "custom", "content": {}}},
        {"header": {"msg_type": "execute_request"}, "content": {"code": "1 / 0"}},
        {"kind": "open", "number": 1},
        {"kind": ["score_own"], "number": {"x": 1}},
        {},
    ],
)
def test_whatever_a_page_sends_is_a_request_to_its_own_widget(
    started: tuple[subprocess.Popen[str], str], message: dict[str, object]
) -> None:
    async def answer() -> dict[str, Any]:
        page = await opened(started[1])
        await page.write_message(json.dumps(message))
        async with asyncio.timeout(20):
            told: dict[str, Any] = json.loads(str(await page.read_message()))
        await hang_up(page)
        return told

    told = run(answer())
    assert told["method"] == "custom"
    assert told["content"]["kind"] == "fault"
    assert told["content"]["message"] == load().message("form.invalid")


def test_a_page_tells_no_kernel(started: tuple[subprocess.Popen[str], str]) -> None:
    with urllib.request.urlopen(f"{started[1]}voila/render/meedoen.ipynb") as answer:  # noqa: S310
        page = answer.read().decode()
    assert "kernel" not in re.sub(r'<script id="state".*?</script>', "", page, flags=re.DOTALL)


def test_what_is_asked_while_there_is_no_kernel_takes_no_place(serve: Serve) -> None:
    """The page asks again when it hears that it has a widget; then it is answered."""
    process, url = serve(kernels=1)

    async def lose_and_ask() -> int:
        page = await opened(url)
        signal_kernels(process.pid, signal.SIGKILL)
        told: dict[str, Any] = {}
        async with asyncio.timeout(60):
            while told.get("method") != "revived":
                for _ in range(2 * MOST_UNANSWERED):
                    await page.write_message(asking())
                told = json.loads(str(await page.read_message()))
            await page.write_message(asking(number=7))
            while told.get("content", {}).get("number") != 7:
                told = json.loads(str(await page.read_message()))
        await hang_up(page)
        return int(told["content"]["number"])

    assert run(lose_and_ask()) == 7


def test_who_asks_too_much_is_asked_to_wait_and_answered_later(serve: Serve) -> None:
    _, url = serve(messages_a_second=1)

    async def ask_much() -> Counter[str]:
        page = await opened(url)
        heard: Counter[str] = Counter()
        for number in range(30):
            await page.write_message(asking(number=number))
            content = json.loads(str(await page.read_message()))["content"]
            assert content["number"] == number
            heard[content.get("reason", "answered")] += 1
        while heard["answered"] < 14:
            await page.write_message(asking(number=99))
            content = json.loads(str(await page.read_message()))["content"]
            heard[content.get("reason", "answered")] += 1
        await hang_up(page)
        return heard

    assert run(ask_much())["wait"] >= 10


def test_who_finds_no_room_is_told_so_and_let_in_later(serve: Serve) -> None:
    _, url = serve(most_pages=1)

    async def come_and_go() -> int | None:
        first = await opened(url)
        address = f"{url}partnerschap/socket/visie".replace("http", "ws", 1)
        second = await websocket_connect(address)
        assert await second.read_message() is None
        code = second.close_code
        second.close()
        await hang_up(first)
        await hang_up(await opened(url, "visie"))
        return code

    assert run(come_and_go()) == 4001


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
        path = "/partnerschap/socket/teamscan"
        assert asked(url, host, path, Origin=f"http://{host}", **SOCKET) == 403
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


def test_a_half_request_is_ended(
    started: tuple[subprocess.Popen[str], str], half_requests: list[socket.socket]
) -> None:
    """Within a minute; the last test here, because meanwhile others need not wait."""
    for one in half_requests:
        while one.recv(1000):
            pass
        one.close()
    assert is_well(started[1])
