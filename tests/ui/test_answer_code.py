"""Asking the kernel for an answer code, and the words around it."""

import re
from pathlib import Path
from typing import Any

import pytest

from partnerschap import ui
from partnerschap.content import load
from partnerschap.report import AnswerCode, qr_svg, read_answer_code
from partnerschap.report.answer_code import NUMBERS
from partnerschap.ui.specification import specification
from partnerschap.ui.widgets.scan import Scan

CONTENT = load()
FOLDER = Path(ui.__file__).parent / "web" / "controls"
MODULES = ("answer-code", "code-reader", "camera")


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
        message = {"data": {"method": "custom", "content": question | changes}}
        Scan("teamscan")._handle_msg({"content": message, "buffers": []})  # noqa: SLF001
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


def test_every_word_around_a_code_is_there_and_used() -> None:
    catalogue = {one for one in CONTENT.messages if one.startswith("code.")}
    sources = [path for name in MODULES for path in FOLDER.glob(f"{name}.*")]
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r'word\("(code\.\w+)"\)', code))
    used |= set(re.findall(r'\? "(code\.\w+)"', code) + re.findall(r': "(code\.\w+)"', code))
    used |= {
        f"code.camera_{reason}" for reason in re.findall(r'"(insecure|refused|none|busy)"', code)
    }
    used |= {
        f"code.{reason}" for reason in ("not_a_code", "damaged", "other_version", "other_content")
    }
    assert used == catalogue
    assert catalogue <= set(specification(CONTENT, "teamscan")["messages"])
