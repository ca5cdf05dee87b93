"""The files that the page of the policy asks for, and what the kernel does not take."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document

import asking
from partnerschap.content import load
from partnerschap.ui import file_reply
from partnerschap.ui.protocol.schema import limits
from partnerschap.ui.widgets.policy import Policy
from pdf_reading import says

LINE, NAME = int(limits()["policyLine"]), int(limits()["policyName"])
"""Characters that the page lets somebody write."""

CONTENT = load()
assert CONTENT.policy is not None
TOPIC = CONTENT.policy.topics[0]
WHAT = "De mentor belt na een week."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Send a message as a page does; gives the kernel's only answer and its bytes."""
    sent: list[tuple[dict[str, Any], Any]] = []
    monkeypatch.setattr(Policy, "send", lambda _, told, buffers=None: sent.append((told, buffers)))
    monkeypatch.setattr(file_reply, "now", lambda: datetime(2026, 3, 9, tzinfo=UTC))
    widget = Policy()

    def ask(message: object) -> Any:
        sent.clear()
        before = widget.get_state()
        asking.ask(widget, message)
        assert widget.get_state() == before, "nothing is kept"
        (reply,) = sent
        return reply

    return ask


def question(file: str = "policy.docx", **changes: Any) -> dict[str, Any]:
    known = {"kind": "policy_file", "number": 4, "topics": [{"id": TOPIC.id, "what": WHAT}]}
    return {**known, "file": file, **changes}


def test_a_policy_comes_back_as_a_word_file(asked: Any) -> None:
    told, (data,) = asked(question())
    assert told["name"] == "partnerschap-beleid-2026-03-09.docx"
    assert told["media"].endswith("wordprocessingml.document")
    assert f"Dit spreken we af: {WHAT}" in [one.text for one in Document(BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("file", "name", "sentence"),
    [
        ("policy.pdf", "partnerschap-beleid-2026-03-09.pdf", "Besproken en vastgesteld"),
        ("reading.pdf", "partnerschap-meelezen-2026-03-09.pdf", "Leest u met ons mee?"),
    ],
)
def test_a_policy_comes_back_as_pdf(asked: Any, file: str, name: str, sentence: str) -> None:
    told, (data,) = asked(question(file))
    assert told["name"] == name
    assert says(data, sentence)
    assert says(data, WHAT)


def test_vision_and_plan_come_along(asked: Any) -> None:
    plan = [{"text": "Koffie bij de deur", "months": [9]}]
    _, (data,) = asked(question("policy.pdf", vision="Onze visie\n\nWij bellen.", plan=plan))
    assert says(data, "Wij bellen.")
    assert says(data, "Koffie bij de deur")


def test_the_longest_texts_are_taken(asked: Any) -> None:
    lines = dict.fromkeys(("what", "whom", "who", "when", "known"), "w " * (LINE // 2))
    topics = [{"id": topic.id, **lines} for topic in CONTENT.policy.topics]  # type: ignore[union-attr]
    longest = question(
        topics=topics,
        organisation="w" * NAME,
        review="w" * NAME,
        found="w" * LINE,
        changed="w" * LINE,
        people=[person.id for person in CONTENT.vision.people],  # type: ignore[union-attr]
    )
    assert asked(longest)[0]["kind"] == "file"


@pytest.mark.parametrize(
    "message",
    [
        question("policy.xlsx"),
        question(topics=[{"id": TOPIC.id, "what": "w" * (LINE + 1)}]),
        question(topics=[{"id": TOPIC.id, "weten": "x"}]),
        question(topics=[{"what": "x"}]),
        question(organisation="w" * (NAME + 1)),
        question(plan=[{"text": "mail mij op a@b.nl"}]),
        question(vision=None),
        question(path="/etc/passwd"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(asked: Any, message: object) -> None:
    told, data = asked(message)
    assert told == {"kind": "fault", "number": 4, "message": CONTENT.message("file.refused")}
    assert data is None


def test_a_topic_that_is_there_no_more_is_left_out(asked: Any) -> None:
    told, (data,) = asked(question("policy.pdf", topics=[{"id": "weg", "what": WHAT}]))
    assert told["kind"] == "file"
    assert not says(data, WHAT)
