"""A server as a user starts it."""

import subprocess
from collections.abc import Callable, Iterator

import pytest

from servers import started_servers


@pytest.fixture
def serve() -> Iterator[Callable[..., tuple[subprocess.Popen[str], str]]]:
    """Start `partnerschap serve` with settings; gives the process and its address."""
    with started_servers() as start:
        yield start
