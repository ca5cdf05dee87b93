"""Files and sheets are made beside the kernel, within limits; past one, there is one sentence."""

import os
import signal
import time
from collections.abc import Iterator
from threading import BoundedSemaphore

import pytest

from partnerschap.content import load
from partnerschap.report import SheetError, read_sheet
from partnerschap.ui import processes
from partnerschap.ui.processes import in_process
from partnerschap.ui.protocol.base import RefusedError


def refusal(error: pytest.ExceptionInfo[RefusedError]) -> str:
    """The sentence, which there must be."""
    return load().message(error.value.message_id)


@pytest.fixture(autouse=True)
def room() -> Iterator[None]:
    """However work ends, there is room for other work afterwards."""
    yield
    assert in_process(os.getpid) != os.getpid()
    assert processes._room._value == processes.MOST_WAITING  # noqa: SLF001


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    in_process(os.getpid)  # the process is there; its start does not count
    monkeypatch.setattr(processes, "MOST_SECONDS", 0.5)
    with pytest.raises(RefusedError) as error:
        in_process(time.sleep, 60)
    assert "te veel tijd" in refusal(error)


def test_what_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(RefusedError) as error:
        in_process(bytearray, processes.MOST_BYTES + 1)
    assert "te groot" in refusal(error)


def test_a_process_that_is_killed_ends_one_piece_of_work_only() -> None:
    with pytest.raises(RefusedError) as error:
        in_process(os.kill, in_process(os.getpid), signal.SIGKILL)
    assert "te groot" in refusal(error)


def test_who_comes_when_many_wait_is_asked_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        full = BoundedSemaphore(1)
        full.acquire()
        patched.setattr(processes, "_room", full)
        with pytest.raises(RefusedError) as error:
            in_process(os.getpid)
    assert "over een minuut" in refusal(error)


def test_an_error_comes_back_as_it_was_raised() -> None:
    content = load()
    with pytest.raises(SheetError) as here:
        read_sheet(b"nothing", "a.csv", content)
    with pytest.raises(SheetError) as there:
        in_process(read_sheet, b"nothing", "a.csv", content)
    assert there.value.sentence(content) == here.value.sentence(content)
