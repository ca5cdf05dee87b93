"""Servers as a user starts them."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from signal import Signals

import psutil


@contextmanager
def started_servers() -> Iterator[Callable[..., tuple[subprocess.Popen[str], str]]]:
    """Start `partnerschap serve` with settings; gives the process and its address."""
    command = [sys.executable, "-m", "partnerschap", "serve", "--port", "0", "--no-browser"]
    with ExitStack() as stack:

        def start(**settings: object) -> tuple[subprocess.Popen[str], str]:
            given = {f"PARTNERSCHAP_{name.upper()}": str(to) for name, to in settings.items()}
            process = stack.enter_context(
                subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | given)
            )
            stack.callback(process.terminate)
            assert process.stderr is not None
            for line in process.stderr:
                if address := re.search(r"http://\S+/", line):
                    return process, address.group()
            raise AssertionError("the server did not start")

        yield start


def kernels_of(server: int) -> list[psutil.Process]:
    """The kernels of a server, by its process id."""
    return [
        child
        for child in psutil.Process(server).children()
        if "ipykernel_launcher" in " ".join(child.cmdline())
    ]


def signal_kernels(server: int, how: Signals) -> None:
    """Stop, continue or kill the kernels of a server."""
    for kernel in kernels_of(server):
        kernel.send_signal(how)
