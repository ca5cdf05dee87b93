"""Two servers on one PostgreSQL behind nginx, of which one is killed in the middle of a session."""

import asyncio
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hostile.row import Row, Size
from hostile.served import Room, postgresql, served
from page import Page
from partnerschap.sessions import own_answers, set_finished
from session import Measured, check

PEOPLE = 8
_CONFIG = """
daemon off; worker_processes 1; error_log stderr crit; pid {folder}/pid;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  map $http_upgrade $connection_upgrade {{ default upgrade; '' close; }}
  upstream course {{ {servers} }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://course;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_read_timeout 1h;
    }}
  }}
}}
"""


def two_servers(_: Size) -> Iterator[Row]:
    """Kill one of two; everybody comes back by the other, and the trainer's figures are right."""
    with ExitStack() as stack:
        database = stack.enter_context(postgresql()).url()
        first, second = (stack.enter_context(served(database)) for _ in range(2))
        address = stack.enter_context(_nginx([first.port, second.port]))
        room = Room(database, PEOPLE)

        def kill() -> None:
            first.end(signal.SIGKILL)

        back, cut_off = asyncio.run(_lose_one(room, address, kill))
        lost, tracebacks = room.lost(), second.log.count("Traceback")
    happened = (
        f"{cut_off} were cut off, all back after {back:.1f} s; {room.acknowledged} acknowledged, "
        f"lost {lost}; figures right; tracebacks {tracebacks}"
    )
    tried = f"round robin, {PEOPLE} people, SIGKILL of one"
    holds = not lost and not tracebacks and cut_off > 0
    yield Row("two servers behind nginx", tried, happened, holds)


async def _lose_one(room: Room, address: str, kill: Callable[[], None]) -> tuple[float, int]:
    is_over = asyncio.Event()
    people = [asyncio.create_task(one.save_until(address, is_over)) for one in room.people]
    await room.all_save()
    told = [sum(one.told.values()) for one in room.people]
    start = time.monotonic()
    await asyncio.to_thread(kill)
    await room.all_save()
    back = time.monotonic() - start
    cut_off = sum(sum(one.told.values()) > had for one, had in zip(room.people, told, strict=True))
    is_over.set()
    await asyncio.gather(*people)
    await _require_right_figures(room, address)
    return back, cut_off


async def _require_right_figures(room: Room, address: str) -> None:
    """Let the trainer close the round, and compare the figures with what people answered."""
    for one in room.people:
        set_finished(room.service, one.access, finished=True)
    rows = [(one.role, dict(own_answers(room.service, one.access).answers)) for one in room.people]
    trainer = Page(address)
    await trainer.open("workshop")
    closed = await trainer.ask("close", token=room.token, session=room.session.id)
    trainer.close()
    check(closed["view"], Measured(rows=rows))


@contextmanager
def _nginx(ports: list[int]) -> Iterator[str]:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        raise LookupError("no nginx; on Debian: apt-get install nginx-light")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "nginx.conf"
        servers = " ".join(f"server 127.0.0.1:{one};" for one in ports)
        config.write_text(_CONFIG.format(folder=folder, port=port, servers=servers))
        process = subprocess.Popen([program, "-p", folder, "-c", str(config)])
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int) -> None:
    end = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return
