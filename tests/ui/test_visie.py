"""The Word file that the page of the vision asks for, and what the kernel does not take."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document

import asking
from partnerschap.content import load
from partnerschap.ui import file_reply
from partnerschap.ui.protocol.schema import limits
from partnerschap.ui.widgets.vision import Vision

LONGEST = int(limits()["visionText"])
"""Characters that the page lets somebody write."""

CONTENT = load()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Send a message as a page does; gives the kernel's only answer and its bytes."""
    sent: list[tuple[dict[str, Any], Any]] = []
    monkeypatch.setattr(Vision, "send", lambda _, told, buffers=None: sent.append((told, buffers)))
    monkeypatch.setattr(file_reply, "now", lambda: datetime(2026, 3, 9, tzinfo=UTC))
    widget = Vision()

    def ask(message: object) -> Any:
        sent.clear()
        before = widget.get_state()
        asking.ask(widget, message)
        assert widget.get_state() == before, "nothing is kept"
        (reply,) = sent
        return reply

    return ask


def question(**changes: Any) -> dict[str, Any]:
    return {"kind": "word", "number": 4, "text": "Onze visie\n\nWij bellen eerst."} | changes


def test_the_text_comes_back_as_a_word_file(asked: Any) -> None:
    told, (data,) = asked(question())
    assert told == {
        "kind": "file",
        "number": 4,
        "name": "partnerschap-visie-2026-03-09.docx",
        "media": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
    said = [one.text for one in Document(BytesIO(data)).paragraphs]
    assert said == ["Onze visie", "Wij bellen eerst."]


def test_the_longest_text_is_taken(asked: Any) -> None:
    assert asked(question(text="w " * (LONGEST // 2)))[0]["kind"] == "file"


@pytest.mark.parametrize(
    "message",
    [
        question(text="w" * (LONGEST + 1)),
        question(text=None),
        question(text=["Wij bellen eerst."]),
        question(kind="pdf"),
        question(path="/etc/passwd"),
        {"kind": "word", "number": 4},
    ],
)
def test_anything_else_is_refused_in_a_sentence(asked: Any, message: object) -> None:
    told, data = asked(message)
    assert told == {"kind": "fault", "number": 4, "message": CONTENT.message("file.refused")}
    assert data is None


def test_a_message_that_is_no_question_is_refused(asked: Any) -> None:
    assert asked("word")[0]["kind"] == "fault"


def test_the_page_has_the_words_for_its_file() -> None:
    messages = Vision().specification["messages"]
    assert {"file.making", "file.made", "file.lost", "visie.word", "exercise.next"} <= set(messages)
