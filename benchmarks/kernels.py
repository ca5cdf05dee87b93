"""What a kernel costs: forked from a warm process against started as always.

Run with ``uv run python benchmarks/kernels.py`` on Linux; ``--json`` for a program to read. Both
ways are measured in turns, on two servers that run at the same time. Aim for a forked kernel:
under 0.15 s of processor time and well under 20 MB of its own.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median

PAGE = "voila/render/teamscan.ipynb"
TICK = os.sysconf("SC_CLK_TCK")
WAYS = {"warm": "", "normal": "fork_server.FORK_IS_SOUND = False; "}
PROGRAM = (
    "from partnerschap.server.warm import fork_server; {}"
    "from partnerschap.cli import main; main(['serve', '--port', '0', '--no-browser'])"
)


class Server:
    """A running server, and what the system knows of its processes."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.pid = process.pid
        self.url = url

    def page(self) -> tuple[str, float]:
        """Open a page; gives its kernel and the seconds until the page was complete."""
        start = time.perf_counter()
        with urllib.request.urlopen(self.url + PAGE, timeout=300) as answer:  # noqa: S310 - our own
            text = answer.read().decode()
        took = time.perf_counter() - start
        if 'class="widget"' not in text:
            raise RuntimeError("the notebook did not run")
        return re.search(r'id="kernel"[^>]*>\{"id": "([^"]+)"', text)[1], took

    def leave(self, kernel: str) -> None:
        """End a kernel, as a page that closes does."""
        headers = {"Cookie": "_xsrf=benchmark", "X-XSRFToken": "benchmark"}
        url = f"{self.url}api/kernels/{kernel}"
        request = urllib.request.Request(url, method="DELETE", headers=headers)  # noqa: S310
        urllib.request.urlopen(request, timeout=60).close()  # noqa: S310

    def kernels(self) -> list[int]:
        """Process ids of the kernels: children without children."""
        return [pid for pid in descendants(self.pid) if not descendants(pid)]


@contextmanager
def serving(way: str) -> Iterator[Server]:
    """Run a server of one way."""
    command = [sys.executable, "-c", PROGRAM.format(WAYS[way])]
    settings = os.environ | {"PARTNERSCHAP_MOST_KERNELS": "1000"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=settings) as process:
        for line in process.stderr:
            if address := re.search(r"http://\S+/", line):
                break
        server = Server(process, address.group())
        kernel, _ = server.page()  # everything is loaded from here on
        server.leave(kernel)
        yield server
        process.terminate()


def descendants(pid: int) -> list[int]:
    """Process ids of all that a process started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return [one for child in map(int, children) for one in (child, *descendants(child))]


def processor_seconds(pid: int) -> float:
    """Processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def megabytes(pid: int, *names: str) -> float:
    """Sum of fields of the memory that a process uses."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    return sum(int(re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[1]) for name in names) / 1024


def one_page(server: Server) -> dict[str, float]:
    """Open and leave one page on a quiet server."""
    before = processor_seconds(server.pid)
    kernel, took = server.page()
    (pid,) = server.kernels()[-1:]
    measured = {
        "ms to complete": 1000 * took,
        "kernel, processor s": processor_seconds(pid),
        "server, processor s": processor_seconds(server.pid) - before,
    }
    server.leave(kernel)
    return measured


def many_pages(server: Server, pages: int) -> dict[str, float]:
    """Open pages at the same moment, and look at their memory."""
    with ThreadPoolExecutor(pages) as pool:
        opened = list(pool.map(lambda _: server.page(), range(pages)))
    kernels = server.kernels()
    every = descendants(server.pid)
    measured = {
        f"{pages} at once, first ready s": min(took for _, took in opened),
        f"{pages} at once, median s": median(took for _, took in opened),
        f"{pages} at once, last ready s": max(took for _, took in opened),
        f"MB a page at {pages} (PSS, all processes but the server)": (
            sum(megabytes(pid, "Pss") for pid in every) / pages
        ),
        f"MB private a kernel at {pages}": median(
            megabytes(pid, "Private_Clean", "Private_Dirty") for pid in kernels
        ),
    }
    idle = sum(map(processor_seconds, kernels))
    time.sleep(5)
    measured[f"idle, % of a processor for {pages}"] = (
        sum(map(processor_seconds, kernels)) - idle
    ) * 20
    for kernel, _ in opened:
        server.leave(kernel)
    return measured


def main() -> None:
    """Measure both ways in turns, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pages", type=int, default=30)
    asked = parser.parse_args()
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    with serving("warm") as warm, serving("normal") as normal:
        servers = {"warm": warm, "normal": normal}
        for _ in range(asked.rounds):
            for way, server in servers.items():
                found[way].append(one_page(server))
        for way, server in servers.items():
            crowd = many_pages(server, asked.pages)
            for measured in found[way]:
                measured.update(crowd)
    medians = {
        way: {name: round(median(one[name] for one in all_of), 3) for name in all_of[0]}
        for way, all_of in found.items()
    }
    if asked.json:
        print(json.dumps(medians))
        return
    for name, value in medians["warm"].items():
        print(f"{name:<60} {value:>9.3f} {medians['normal'][name]:>9.3f}")


if __name__ == "__main__":
    main()
