"""Asking the kernel for an answer code, and the words around it."""

from typing import Any

import pytest

import asking
from partnerschap.content import load
from partnerschap.report import AnswerCode, qr_svg, read_answer_code
from partnerschap.report.answer_code.codec import NUMBERS
from partnerschap.ui.widgets.scan import Scan

CONTENT = load()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Send a message as a page does; gives the kernel's only answer."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Scan, "send", lambda _, content: sent.append(content))

    def ask(**changes: Any) -> Any:
        sent.clear()
        question = {
            "kind": "answer_code",
            "number": 3,
            "instrument": "kort",
            "role": "parent",
            "fill_in": NUMBERS - 1,
            "answers": {"inf-1": 5, "inf-2": "dont_know"},
        }
        asking.ask(Scan("teamscan"), question | changes)
        assert len(sent) == 1
        return sent[0]

    return ask


def test_a_page_gets_the_code_as_text_and_as_a_drawing(asked: Any) -> None:
    reply = asked()
    assert reply == {
        "kind": "answer_code",
        "number": 3,
        "text": reply["text"],
        "svg": qr_svg(reply["text"]),
    }
    assert read_answer_code(reply["text"], CONTENT) == AnswerCode(
        "kort", "parent", NUMBERS - 1, {"inf-1": 5, "inf-2": "dont_know"}
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"fill_in": NUMBERS},
        {"fill_in": -1},
        {"fill_in": 1.5},
        {"fill_in": None},
        {"instrument": "beleidsscan"},
        {"instrument": "bestaat-niet"},
        {"role": "director"},
        {"answers": {"inf-1": 6}},
        {"answers": {"inf-1": True}},
        {"answers": {"vis-2": 3}},
        {"answers": {"bestaat-niet": 3}},
        {"name": "Aylin"},
    ],
)
def test_a_message_that_no_scan_sends_is_refused(asked: Any, changes: dict[str, Any]) -> None:
    reply = asked(**changes)
    assert reply == {"kind": "fault", "number": 3, "message": CONTENT.message("form.invalid")}
