"""Requests of every kind, mutated: each is answered rightly, or refused in a sentence."""

import asyncio
import json
import logging
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

import asking
from extremes import USUAL, requests_of, usual
from hostile.mutations import CONTENT, mutated_request
from hostile.row import Row, Size, told
from hostile.served import sqlite
from partnerschap.content.plain_text import plain
from partnerschap.report import read_answer_code
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    SessionService,
    join_round,
    make_example,
    new_token,
    open_first,
    own_answers,
)
from partnerschap.sessions.repository import Store
from partnerschap.ui import file_reply
from partnerschap.ui.protocol.schema import protocol_schema
from partnerschap.ui.widgets import participant, scan, vision, workshop
from partnerschap.ui.widgets.base import PageWidget
from partnerschap.ui.widgets.participant import Participant
from partnerschap.ui.widgets.plan import Plan
from partnerschap.ui.widgets.scan import Scan
from partnerschap.ui.widgets.vision import Vision
from partnerschap.ui.widgets.workshop import Workshop

EACH = 10_000
SHEET = b"respondent,role,inf-1\n1,parent,5\n2,professional,1\n"
SHEETS = (SHEET, b"role,inf-1\nparent,9\n", b"PK\x03\x04", b"", b"\0" * 99)
REPLIES = {
    "Scan": "ScanReply",
    "Vision": "VisionReply",
    "Workshop": "TrainerReply",
    "Participant": "ParticipantReply",
    "Plan": "PlanReply",
}


def requests_of_pages(size: Size) -> Iterator[Row]:
    """Ask each kind of request of each widget so often, in this process and without a server."""
    _make_all_here()
    with tempfile.TemporaryDirectory() as folder, sqlite(Path(folder)) as url:
        service = SessionService(CONTENT, Store(url), sessions_an_hour=10**9)
        trials = asyncio.run(_all_kinds(service, size))
        service.store.close()
    tried = {one.name: one.tried for one in trials}
    heard = sum((one.heard for one in trials), Counter[str]())
    uncaught, wrong = Counter[str](), Counter[str]()
    for one in trials:
        uncaught += Counter({f"{one.name}: {what}": n for what, n in one.uncaught.items()})
        wrong += Counter({f"{one.name}: {what}": n for what, n in one.wrong.items()})
    few = {name: count for name, count in tried.items() if count < size.of(EACH)}
    happened = f"{told(heard)}; uncaught {uncaught.total()}, wrong {wrong.total()}"
    problems = [f"{one} ({n})" for one, n in [*uncaught.most_common(5), *wrong.most_common(5)]]
    asked = f"{sum(tried.values()):,} requests of {len(tried)} kinds"
    if few:
        asked += f" ({told(few)}; {size.of(EACH):,} of each other)"
    yield Row("requests", asked, "; ".join([happened, *problems]), not (wrong or uncaught))


async def _all_kinds(service: SessionService, size: Size) -> list["Trial"]:
    trials = []
    for make, known in _widgets(service):
        widget = make()
        for kind, fields in requests_of(_asked(widget)).items():
            trials.append(Trial(widget, service, kind, {**USUAL, **known()}, size))
            await trials[-1].ask_all(fields, EACH, known)
    return trials


def _asked(widget: PageWidget) -> TypeAdapter[Any]:
    adapter = widget._requests  # noqa: SLF001 - what a page may ask is no business of others
    if adapter is None:
        raise LookupError(widget)
    return adapter


class _Log(logging.Handler):
    """Keeps what nobody caught."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self.seen.append(f"{record.getMessage()[:80]} {error!r:.120}")


class Trial:
    """One widget that is asked one kind of request again and again."""

    def __init__(
        self, widget: PageWidget, service: SessionService, kind: str, known: Any, size: Size
    ) -> None:
        self.name = f"{type(widget).__name__}.{kind}"
        self.tried, self.heard = 0, Counter[str]()
        self.wrong, self.uncaught = Counter[str](), Counter[str]()
        self._widget, self._service, self._kind, self._size = widget, service, kind, size
        self._known, self._draw = known, size.draw()
        self._sent: list[tuple[Any, Any]] = []
        self._validator = _validator(REPLIES[type(widget).__name__])
        self._saved: dict[str, Any] = {}
        widget.send = lambda content, buffers=None: self._sent.append((content, buffers))

    async def ask_all(self, fields: Any, each: int, known: Callable[[], Any]) -> None:
        """Ask, and judge each reply."""
        log = _Log()
        logging.getLogger().addHandler(log)
        self._widget.log.addHandler(log)
        for number in self._size.rounds(each):
            if number and self._heard_last == "deleted":
                self._known |= known()
            whole = {name: usual(one, self._known, name) for name, one in fields.items()}
            message = mutated_request(whole, self._draw)
            self._sent.clear()
            sheets = [self._draw.choice(SHEETS)] if self._draw.random() < 0.95 else []  # noqa: PLR2004
            asking.deliver(
                self._widget,
                json.loads(json.dumps({"method": "custom", "content": message})),
                sheets,
            )
            await self._widget.answered()
            self._judge(message)
            self.tried = number + 1
            if log.seen:
                self.uncaught[log.seen[0]] += 1
                log.seen.clear()
        logging.getLogger().removeHandler(log)
        self._widget.log.removeHandler(log)
        follows = getattr(self._widget, "_stop_following", None)
        if follows is not None and self.heard.keys() & {"view", "plan"}:
            follows()

    _heard_last = ""

    def _judge(self, message: Any) -> None:
        replies = [content for content, _ in self._sent if "number" in content]
        if len(replies) != 1:
            self.wrong[f"{len(replies)} replies"] += 1
            return
        (reply,) = replies
        self._heard_last = reply["kind"]
        self.heard["fault" if reply["kind"] == "fault" else "answer"] += 1
        for problem in self._problems(message, reply):
            self.wrong[problem] += 1

    def _problems(self, message: Any, reply: dict[str, Any]) -> Iterator[str]:
        number = message.get("number") if isinstance(message, dict) else None
        is_number = type(number) is int and 0 <= number < 2**31
        if reply["number"] != (number if is_number else None):
            yield f"number {reply['number']!r}"
        try:
            json.dumps(reply, ensure_ascii=False, allow_nan=False).encode()
        except ValueError as error:
            yield f"no JSON: {error!r}"
        if reply["kind"] == "fault":
            if not reply["message"].endswith(".") or reply["message"] == FAILED:
                yield f"fault {reply['message'][:60]}"
            if reply.get("reason", "").startswith("storage"):
                yield f"fault {reply['reason']}"
            return
        known = {key: one for key, one in reply.items() if key != "number"}
        if self._sent[-1][1]:
            known["data"] = None
        if self.tried % 20 == 0:
            for fault in self._validator.iter_errors(known):
                yield f"not its type: {fault.message[:80]}"
        yield from self._untrue(message, reply)

    def _untrue(self, message: dict[str, Any], reply: dict[str, Any]) -> Iterator[str]:
        """Hold an answer against what was sent, where that is known without the code under test."""
        match reply:
            case {"kind": "scored", "figures": figures} if self._kind == "score_own":
                yield from _wrong_counts(figures, message["answers"])
            case {"kind": "answer_code", "text": text}:
                code = read_answer_code(text, CONTENT)
                sent = (plain(message["instrument"]), plain(message["role"]), message["fill_in"])
                found = (code.instrument, code.role, code.number)
                if (*found, dict(code.answers)) != (*sent, message["answers"]):
                    yield "another code"
            case {"kind": "saved"} if self._kind == "save":
                yield from self._not_kept(message)
            case {"kind": "file", "name": name} if "file" in message:
                if not name.endswith(plain(message["file"]).rpartition(".")[2]):
                    yield f"another file: {name}"

    def _not_kept(self, message: dict[str, Any]) -> Iterator[str]:
        if message.get("moment", "now") == "now":
            whole = {**self._saved, **message["answers"]}
            self._saved = {item: value for item, value in whole.items() if value is not None}
        if self.tried % 10 == 0:
            access = ParticipantAccess(self._known["code"], self._known["token"])
            if dict(own_answers(self._service, access).answers) != self._saved:
                yield "other answers kept"


def _wrong_counts(figures: Any, answers: dict[str, Any]) -> Iterator[str]:
    for item in figures["items"]:
        points = [int(answers.get(item["id"]) == point) for point in range(1, 6)]
        if item["n_valid"] != sum(points) or (item["counts"] or [0] * 5) != points:
            yield f"counts of {item['id']}"


FAILED = CONTENT.message("form.failed")


def _make_all_here() -> None:
    """Make files in this process, and wait for no wrong code."""

    def here(work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        return work(*arguments, **named)

    for module in (file_reply, scan, vision, workshop):
        module.in_process = here  # type: ignore[attr-defined]
    vars(participant)["pause_after_wrong_code"] = lambda _: 0.0


def _widgets(
    service: SessionService,
) -> Iterator[tuple[Callable[[], PageWidget], Callable[[], dict[str, Any]]]]:
    """Give each widget, and what makes a team for it of which it may ask anything."""
    example = make_example(service)

    def nothing() -> dict[str, Any]:
        return {}

    def team() -> dict[str, Any]:
        token = new_token()
        opening = Opening(instrument="kort", sector="school", roles=("parent", "professional"))
        session = open_first(service, opening, token)
        return {"token": token, "session": session.id, "code": session.code, "id": 1, "version": 1}

    def somebody() -> dict[str, Any]:
        known = team() | {"token": new_token()}
        join_round(service, ParticipantAccess(known["code"], known["token"]), "parent")
        return known

    def planned() -> dict[str, Any]:
        return {"token": example.token, "session": example.done.id, "id": 1, "version": 1}

    yield lambda: Scan("teamscan"), nothing
    yield Vision, nothing
    yield lambda: Participant(service), somebody
    yield lambda: Workshop("workshop", service), team
    yield lambda: Plan("actieplan", service), planned


def _validator(name: str) -> Draft202012Validator:
    schema = protocol_schema()
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})
