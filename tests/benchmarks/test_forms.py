"""The forms of the peers ask the same, from one file, with versions that are set."""

import json
import re

import pytest

from peers.contenders import CONTENDERS, FORMS, OURS, Contender
from peers.traffic import Traffic

PEERS = [one for one in CONTENDERS if one.name != OURS]
ASKED = json.loads((FORMS / "questions.json").read_text(encoding="utf-8"))


def source(contender: Contender) -> str:
    (name,) = (part for part in contender.command if part.endswith(("_form.py", "_form.ipynb")))
    text = (FORMS / name).read_text(encoding="utf-8")
    if name.endswith(".py"):
        return text
    return "\n".join(cell["source"] for cell in json.loads(text)["cells"])


def test_there_are_24_questions_with_five_points_and_two_extra_answers() -> None:
    assert len(set(ASKED["questions"])) == 24
    assert len(set(ASKED["answers"])) == 7
    assert ASKED["answers"][5:] == ["Weet ik niet", "Niet van toepassing"]


@pytest.mark.parametrize("contender", PEERS, ids=lambda one: one.name)
def test_each_peer_asks_all_questions_of_the_file_and_counts(contender: Contender) -> None:
    text = source(contender)
    for part in ('"questions.json"', 'ASKED["questions"]', 'ASKED["answers"]', 'ASKED["count"]'):
        assert part in text
    assert not re.search(r"\bpandas\b", text), "see contenders.py"
    assert contender.page.said.format(done=3) in ASKED["count"].format(done=3, total=24)


@pytest.mark.parametrize("contender", PEERS, ids=lambda one: one.name)
def test_each_peer_has_one_version_of_all_that_it_needs(contender: Contender) -> None:
    path = FORMS / f"requirements-{contender.requirements}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(re.match(r"[a-z0-9.-]+==[0-9][\w.]*( ; .+)?$", line) for line in lines)
    assert any(line.startswith(contender.requirements) for line in lines)


def test_messages_over_a_socket_are_counted_as_they_went() -> None:
    counted = Traffic("http://127.0.0.1:1/")
    extension = {"Sec-WebSocket-Extensions": "permessage-deflate"}
    for socket, headers in (("plain", {}), ("packed", extension)):
        counted._opened({"requestId": socket, "response": {"headers": headers}})  # noqa: SLF001
    sizes = []
    for socket, opcode, text in (("plain", 1, "é" * 500), ("plain", 2, "AAAA"), ("packed", 1, "x")):
        before = counted.socket_bytes
        message = {"opcode": opcode, "payloadData": text * (1000 if text == "x" else 1)}
        counted._frame("in", {"requestId": socket, "response": message})  # noqa: SLF001
        sizes.append(counted.socket_bytes - before)
    assert counted.requests == 2
    assert sizes[:2] == [1000, 3], "two bytes a letter; four characters of base64 are three bytes"
    assert 0 < sizes[2] < 50
