"""What is no door of the server: Jupyter's messages and paths, forged requests, foreign origins."""

import asyncio
import http.client
import itertools
import json
import socket
import struct
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tornado.websocket import WebSocketClosedError, websocket_connect

from hostile.row import Row, Size, told
from hostile.served import Served, served, sqlite
from partnerschap.content import load

TYPES = (
    *("execute_request", "inspect_request", "complete_request", "history_request"),
    *("is_complete_request", "kernel_info_request", "comm_info_request", "comm_open", "comm_msg"),
    *("comm_close", "shutdown_request", "interrupt_request", "debug_request", "input_reply"),
    "create_subshell_request",
)
CHANNELS = ("shell", "control", "stdin", "iopub", "hb")
SECRETS = (b"root:x:0", b"SQLite format", b"Traceback", b"[build-system]", b"import ", b"ipykernel")
"""What must stand in no answer: of the system, the database, the code, the kernels."""


def doors(_: Size) -> Iterator[Row]:
    """Try them all on one server, whose log must stay empty."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sqlite(Path(folder)) as url,
        served(url) as server,
    ):
        proof = Path(folder) / "it-ran"
        outcomes = asyncio.run(_answers_to(server, [*_of_jupyter(proof), *_tricks(proof)]))
        yield _row_of_messages(outcomes, ran=proof.exists())
        yield _paths(server)
        yield _forged(server)
        tracebacks, errors = server.log.count("Traceback"), len(server.log.splitlines())
    happened = f"tracebacks {tracebacks}, other lines {errors}"
    yield Row("log of the server", "all of these", happened, not tracebacks)


async def _answers_to(server: Served, frames: list[str | bytes]) -> Counter[str]:
    sentence = load().message("form.invalid")
    return Counter([await _answer_to(server, frame, sentence) for frame in frames])


def _row_of_messages(outcomes: Counter[str], *, ran: bool) -> Row:
    """Say what came of what a kernel would carry out, in both of Jupyter's framings, and tricks."""
    wrong = outcomes.keys() - {"refused in a sentence", "socket closed", "no answer"}
    jupyters = 2 * len(TYPES) * len(CHANNELS)
    tried = f"{jupyters} of Jupyter's messages, {outcomes.total() - jupyters} tricks"
    happened = f"{told(outcomes)}; code ran: {'YES' if ran else 'no'}"
    return Row("code over the socket", tried, happened, not wrong and not ran)


def _of_jupyter(proof: Path) -> Iterator[str | bytes]:
    code = f"open({str(proof)!r}, 'w').close()"
    for kind, channel in itertools.product(TYPES, CHANNELS):
        message = {
            "header": {"msg_id": "a", "msg_type": kind, "session": "s", "version": "5.3"},
            "parent_header": {},
            "metadata": {},
            "content": {"code": code, "cursor_pos": 1, "silent": False, "store_history": True,
                        "target_name": "jupyter.widget", "comm_id": "x", "data": {}, "value": code,
                        "command": "evaluate", "arguments": {"expression": code}, "restart": True},
        }  # fmt: skip
        yield json.dumps({**message, "channel": channel, "buffers": [], "number": 1})
        parts = [channel.encode(), *(json.dumps(one).encode() for one in message.values())]
        offsets = [8 * (len(parts) + 2)]
        for part in parts:
            offsets.append(offsets[-1] + len(part))
        yield struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets) + b"".join(parts)


def _tricks(proof: Path) -> Iterator[str | bytes]:
    """Give requests with more around them than a page sends, and frames within frames."""
    ask: dict[str, Any] = {"kind": "score_own", "number": 1}
    for more in (
        {"method": "update", "state": {"_esm": "alert(1)"}},
        {"method": "custom", "content": {"kind": "score_own"}},
        {"method": "request_state"},
        {"comm_id": "x", "target_name": "jupyter.widget"},
        {"msg_type": "execute_request", "content": {"code": str(proof)}},
        {"buffers": ["x"], "buffer_paths": [["_esm"]]},
        {"__class__": "os.system", "__reduce__": [str(proof)]},
        {"header": {"msg_type": "comm_close"}, "parent_header": {"msg_id": 1}},
        {"number": 1, "kind": "__init__"},
    ):
        yield json.dumps(ask | more)
    inner = json.dumps(ask | {"kind": "close"}).encode()
    framed = len(inner).to_bytes(4, "big") + inner
    yield from (framed + framed, framed[:-1], len(framed).to_bytes(4, "big") + framed, b"\x00" * 9)


async def _answer_to(server: Served, frame: str | bytes, sentence: str) -> str:
    address = f"{server.address}partnerschap/socket/teamscan".replace("http", "ws", 1)
    page = await websocket_connect(address)
    await page.read_message()  # the server's greeting
    try:
        await page.write_message(frame, binary=isinstance(frame, bytes))
        async with asyncio.timeout(10):
            heard = await page.read_message()
    except WebSocketClosedError:
        heard = None
    except TimeoutError:
        return "no answer"
    finally:
        page.close()
    if heard is None:
        return "socket closed"
    content = json.loads(heard).get("content", {})
    is_refused = content.get("kind") == "fault" and content["message"] == sentence
    return "refused in a sentence" if is_refused else f"ANSWERED {str(heard)[:60]!r}"


def _paths(server: Served) -> Row:
    outcomes, wrong, paths = Counter[str](), [], list(dict.fromkeys(_hidden()))
    for path in paths:
        status, body = _raw(server, f"GET {path} HTTP/1.1\r\n")
        outcomes[str(status)] += 1
        secrets = [secret for secret in SECRETS if secret in body]
        if secrets or not 400 <= status < 500:  # noqa: PLR2004
            wrong.append(f"{path[:60]} {status} {secrets}")
    happened = "; ".join([told(outcomes), *wrong[:6]])
    return Row("paths", f"{len(paths)} paths", happened, not wrong)


def _hidden() -> Iterator[str]:
    for name in (
        *("api", "api/kernels", "api/sessions", "api/contents", "api/contents/items.yml"),
        *("api/terminals", "api/kernelspecs", "api/config/x", "api/status", "api/spec.yaml"),
        *("api/me", "api/shutdown", "terminals/1", "files/content/items.yml", "notebooks/x.ipynb"),
        *("tree", "lab", "edit/x", "nbconvert/html/teamscan.ipynb", "login", "logout", "metrics"),
        *("api/kernels/00000000-0000-4000-8000-000000000000/channels", "custom/custom.css"),
        *("api/shutdown/00000000-0000-4000-8000-000000000000", "nbextensions/x.js", "view/x"),
    ):
        yield from (f"/{name}", f"/voila/{name}")
    up = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..%252f", "....//", "%c0%ae%c0%ae/")
    roots = ("", "_static/", "voila/static/", "voila/templates/", "voila/render/",
             "partnerschap/ui/0123456789abcdef/")  # fmt: skip
    for root, step in itertools.product(roots, up):
        yield f"/{root}{step * 8}etc/passwd"
    for name in ("pyproject.toml", "_config.yml", "widgets/partnerschap/settings.py"):
        yield from (f"/../{name}", f"/_static/../../../{name}", f"/voila/render/../{name}")
    yield from (
        "//etc/passwd",
        "/%2fetc/passwd",
        "/index.html%00.js",
        "/.built-from",
        "/.git/config",
    )
    yield from ("/voila/templates/x", "/voila/templates/partnerschap/static/", "/voila/static/")
    yield from ("/voila/templates/../..", "/voila/render/content/items.yml", "/voila/render/")
    yield from ("/partnerschap/ui/0123456789abcdef/scan.py", "/partnerschap/socket/../x", "/%ff%fe")
    yield from ("/voila/render/teamscan.ipynb/x", "/" + "a" * 5_000, "/x" * 600, "/con", "/a:b")


def _forged(server: Served) -> Row:
    """Send what another site could make a browser send."""
    outcomes, wrong, netloc = Counter[str](), [], urlsplit(server.address).netloc
    pages = ("voila/render/teamscan.ipynb", "partnerschap/socket/workshop", "health", "")
    requests = [
        f"{method} /{page} HTTP/1.1\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\n"
        for method in ("POST", "DELETE")
        for page in pages
    ]
    origins = (
        *("http://evil.example", "null", f"http://{netloc}.evil.example", "http://127.0.0.1:1"),
        f"http://evil@{netloc}.evil.example",
    )
    requests += map(_upgrade, origins)
    for request in requests:
        status, _ = _raw(server, request)
        outcomes[str(status)] += 1
        if not 400 <= status < 500:  # noqa: PLR2004
            wrong.append(f"{request.splitlines()[0]} {request.splitlines()[1]} {status}")
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example"):
        for request in ("GET / HTTP/1.1\r\n", _upgrade(f"http://{host}")):
            status, _ = _raw(server, request, host)
            outcomes[f"{status} for another Host"] += 1
            if status != http.client.FORBIDDEN:
                wrong.append(f"Host {host} {status}")
    happened = "; ".join([told(outcomes), *wrong[:6]])
    return Row(
        "forged requests, foreign origins", f"{len(requests)} and 6 hosts", happened, not wrong
    )


def _upgrade(origin: str) -> str:
    return (
        "GET /partnerschap/socket/workshop HTTP/1.1\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: {origin}\r\n"
    )


def _raw(server: Served, request: str, host: str = "") -> tuple[int, bytes]:
    """Send a request as it is, and give the status and all that comes back."""
    netloc = urlsplit(server.address).netloc
    with socket.create_connection(("127.0.0.1", server.port), 20) as connection:
        is_upgrade = "Upgrade: websocket" in request
        closing = "" if is_upgrade else "Connection: close\r\n"
        connection.sendall(f"{request}{closing}Host: {host or netloc}\r\n\r\n".encode("latin-1"))
        answer = b""
        while not (is_upgrade and b"\r\n\r\n" in answer) and (piece := connection.recv(65_536)):
            answer += piece
    return int(answer.split(b" ", 2)[1]) if answer else 0, answer
