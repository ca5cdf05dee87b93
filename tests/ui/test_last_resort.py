"""What nobody foresaw reaches the page in one sentence, and the log of the server."""

import asyncio
from typing import Any

import pytest

from asking import ask, tell
from loops import run
from partnerschap.content import load
from partnerschap.sessions import Example, SessionService, make_example
from partnerschap.sessions.repository import Store
from partnerschap.ui import following
from partnerschap.ui.widgets.scan import Scan
from partnerschap.ui.widgets.workshop import Workshop

CONTENT = load()
FAILED = {"kind": "fault", "reason": "failed", "message": CONTENT.message("form.failed")}
PATIENCE = 10
"""Seconds in which a kernel says something, on a busy machine too."""


def broken(*_: object) -> Any:
    raise ZeroDivisionError


QUESTION = {
    "kind": "score_own",
    "number": 7,
    "instrument": "kort",
    "role": "parent",
    "answers": {"inf-1": 3},
}


def test_a_request_that_goes_wrong_is_answered_and_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(Scan, "send", lambda _, content: sent.append(content))
    monkeypatch.setattr(Scan, "_score_own", broken)
    ask(Scan("teamscan"), QUESTION)
    assert sent == [FAILED | {"number": 7}]
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.undo()


def test_an_answer_that_cannot_be_sent_is_answered_too(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []

    def send(_: object, content: Any) -> None:
        if content["kind"] == "scored":
            raise ValueError("half a character")
        sent.append(content)

    monkeypatch.setattr(Scan, "send", send)
    ask(Scan("teamscan"), QUESTION)
    assert sent == [FAILED | {"number": 7}]


@pytest.fixture
def service(sqlite_url: str) -> SessionService:
    return SessionService(CONTENT, Store(sqlite_url))


@pytest.fixture
def example(service: SessionService) -> Example:
    return make_example(service)


def test_a_page_that_follows_is_told_once_and_goes_on_following(
    service: SessionService,
    example: Example,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(following, "LOOK_EVERY", 0.01)
    sent: asyncio.Queue[Any] = asyncio.Queue()
    monkeypatch.setattr(Workshop, "send", lambda _, content: sent.put_nowait(content))

    async def follow() -> list[Any]:
        async with asyncio.timeout(PATIENCE):
            widget = Workshop("workshop", service)
            tell(widget, {"kind": "enter", "number": 1, "token": example.token})
            heard = [await sent.get()]
            with monkeypatch.context() as patched:
                patched.setattr(Workshop, "_view", broken)
                service.store.write(lambda transaction: transaction.touch(example.open.id))
                heard.append(await sent.get())
            heard.append(await sent.get())
            return heard

    entered, failed, again = run(follow())
    assert (entered["kind"], failed, again["kind"]) == ("view", FAILED, "view")
    assert caplog.text.count("Traceback") == 1
