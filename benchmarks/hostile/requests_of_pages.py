"""Requests of every kind, mutated: each is answered rightly, or refused in a sentence."""

import asyncio
import copy
import itertools
import json
import logging
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asking
from extremes import ANYTHING, MISSING, TEXTS, requests_of, usual
from hostile.row import Row, Size, told
from hostile.served import sqlite
from jsonschema import Draft202012Validator
from partnerschap.content import load
from partnerschap.report import FILES, read_answer_code
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
CONTENT = load()
SHEET = b"respondent,role,inf-1\n1,parent,5\n2,professional,1\n"
SHEETS = (SHEET, b"role,inf-1\nparent,9\n", b"PK\x03\x04", b"", b"\0" * 99)
REPLIES = {
    "Scan": "ScanReply",
    "Vision": "VisionReply",
    "Workshop": "TrainerReply",
    "Participant": "ParticipantReply",
    "Plan": "PlanReply",
}
_HEAVY = 5_000  # characters from which something is tried seldom: the suite tries it once a field


def requests_of_pages(size: Size) -> Iterator[Row]:
    """Ask each kind of request of each widget so often, in this process and without a server."""
    _make_all_here()
    with tempfile.TemporaryDirectory() as folder, sqlite(Path(folder)) as url:
        service = SessionService(CONTENT, Store(url), sessions_an_hour=10**9)
        trials = asyncio.run(_all_kinds(service, size))
        service.store.close()
    tried = {one.name: one.tried for one in trials}
    heard = sum((one.heard for one in trials), Counter[str]())
    uncaught, wrong = (
        Counter({f"{one.name}: {what}": n for one in trials for what, n in found(one).items()})
        for found in (lambda one: one.uncaught, lambda one: one.wrong)
    )
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
        for kind, fields in requests_of(widget._requests).items():  # noqa: SLF001
            trials.append(Trial(widget, service, kind, {**_USUAL, **known()}, size))
            await trials[-1].ask_all(fields, EACH, known)
    return trials


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
            if number and self._heard_last in {"deleted"}:
                self._known |= known()
            whole = {name: usual(one, self._known, name) for name, one in fields.items()}
            message = _mutated(whole, self._draw)
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
        error = next(self._validator.iter_errors(known), None) if self.tried % 20 == 0 else None
        if error is not None:
            yield f"not its type: {error.message[:80]}"
        yield from self._untrue(message, reply)

    def _untrue(self, message: dict[str, Any], reply: dict[str, Any]) -> Iterator[str]:
        """Hold an answer against what was sent, where that is known without the code under test."""
        answers = message.get("answers", {})
        match self._kind, reply:
            case "score_own", {"figures": figures}:
                for item in figures["items"]:
                    given = answers.get(item["id"])
                    points = [int(given == point) for point in range(1, 6)]
                    if item["n_valid"] != sum(points) or (item["counts"] or [0] * 5) != points:
                        yield f"counts of {item['id']}"
            case "answer_code", {"text": text}:
                code = read_answer_code(text, CONTENT)
                sent = (message["instrument"], message["role"], message["fill_in"], answers)
                if (code.instrument, code.role, code.number, dict(code.answers)) != sent:
                    yield "another code"
            case "save", {"kind": "saved"} if message.get("moment", "now") == "now":
                self._saved = {
                    item: value
                    for item, value in {**self._saved, **answers}.items()
                    if value is not None
                }
                if self.tried % 10 == 0:
                    access = ParticipantAccess(message["code"], message["token"])
                    if dict(own_answers(self._service, access).answers) != self._saved:
                        yield "other answers kept"
            case "file" | "own_file" | "team_file" | "own_plan_file" | "sheet_file", {"name": name}:
                if not name.endswith(str(message["file"]).rpartition(".")[2]):
                    yield f"another file: {name}"


FAILED = CONTENT.message("form.failed")
_USUAL: dict[str, Any] = {
    "instrument": "kort",
    "sector": "school",
    "language": "nl",
    "item": "inf-1",
    "action": None,
    "area": "formeel",
    "step": "strengths",
    "key": "k",
    "answers": {"inf-1": 3},
    "votes": {"inf-1": 3},
    "filename": "blad.csv",
    "address": "https://cursus.example/meedoen",
    "batch": "codes",
    "file": "full.json",
}
_MAPS = ("answers", "votes")
_PLAUSIBLE: dict[str, list[Any]] = {
    "instrument": [one.id for one in CONTENT.instruments],
    "sector": ["", *(one.id for one in CONTENT.sectors)],
    "role": [one.id for one in CONTENT.roles],
    "item": [one.id for one in CONTENT.items],
    "area": [one.id for one in CONTENT.areas],
    "step": [one.id for one in CONTENT.workshop],
    "file": [f"{kind}.{suffix}" for kind, suffix in FILES if suffix in {"json", "csv", "ics"}],
    "filename": ["a.csv", "a.xlsx", "a.CSV", "a", ".csv", "a.csv.exe"],
    "value": [1, 5, None, "dont_know", "not_applicable"],
    "due": ["2026-12-01", "2027-02-28", None],
    "text": ["Koffie", "PMO1-00000", "PMO2-", "=1+1", "x" * 200],
    "key": ["k", "l", "m"],
    "version": [0, 1, 2, 3],
    "id": [1, 2, 3],
    "finished": [True, False],
    "moment": ["now", "then"],
    "min_group": [1, 3, 5, 20],
    "together": [True, False],
    "state": ["open", "busy", "done", "stopped"],
}


def _make_all_here() -> None:
    """Make files in this process, and wait for no wrong code."""

    def here(work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        return work(*arguments, **named)

    for module in (file_reply, scan, vision, workshop):
        module.in_process = here  # type: ignore[attr-defined]
    participant.pause_after_wrong_code = lambda _: 0.0


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


def _mutated(whole: dict[str, Any], draw: random.Random) -> Any:
    """Change one to three values, keys or places in a request; of half of them only plausibly."""
    message: Any = copy.deepcopy(whole)
    is_plausible = draw.random() < 0.5  # noqa: PLR2004
    for _ in range(draw.choice((1, 1, 2, 3))):
        places = list(_places(message))
        known = [(holder, key) for holder, key in places if key in _PLAUSIBLE or key in _MAPS]
        if known and is_plausible:
            holder, key = draw.choice(known)
            holder[key] = (
                _answers(draw, key) if key in _MAPS else copy.deepcopy(draw.choice(_PLAUSIBLE[key]))
            )
        elif places:
            _spoil(*draw.choice(places), draw)
    return message if draw.random() > 0.01 else draw.choice(_LIGHT)  # noqa: PLR2004


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every place in a value, by what holds it and where."""
    keys: Any = ()
    if isinstance(value, dict):
        keys = [key for key in value if key != "kind"]
    elif isinstance(value, list):
        keys = range(len(value))
    for key in keys:
        yield value, key
        yield from itertools.islice(_places(value[key]), 50)


_LIGHT = [one for one in ANYTHING if one is not MISSING and len(repr(one)) < _HEAVY]
_SEVERE = [one for one in ANYTHING if one is not MISSING]


def _spoil(holder: Any, key: Any, draw: random.Random) -> None:
    old = holder[key]
    match draw.randrange(7):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(draw.choice(_SEVERE if draw.random() < 0.02 else _LIGHT))  # noqa: PLR2004
        case 2 if isinstance(old, str):
            cut = draw.randint(0, len(old))
            holder[key] = old[:cut] + draw.choice(TEXTS[:-2] + ["-", "a", "0", "é"]) + old[cut:]
        case 3 if isinstance(old, str):
            holder[key] = draw.choice((old[:-1], old.upper(), old + old, old[::-1], [old]))
        case 2 | 3 if type(old) is int:
            holder[key] = draw.choice((old + 1, old - 1, -old, str(old), 1.0, 2**31, 2**63))
        case 4 if isinstance(holder, dict):
            holder[draw.choice(("x", f"{key} ", "__class__", "", "\0"))] = old
        case 5 if isinstance(old, list):
            holder[key] = old * draw.choice((0, 2, 3, 20))
        case _:
            holder[key] = copy.deepcopy(draw.choice(_LIGHT))


def _answers(draw: random.Random, key: str) -> dict[str, Any]:
    """Draw answers or votes, of which one in some is none."""
    items = draw.sample(CONTENT.items, draw.randint(0, 12))
    instrument = draw.choice(("", "kort", "teamscan"))
    if instrument:
        items = draw.sample(CONTENT.items_of(instrument), draw.randint(0, 12))
    values = (1, 2, 3, 4, 5, "dont_know", "not_applicable", None, 0, 6, True, "3")
    most = draw.choice((3, 3, 4) if key == "votes" else (5, 7, 7, 8, len(values)))
    return {item.id: draw.choice(values[:most]) for item in items}
