"""What the kernel of a participant's page answers, sends by itself, and does not take."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

import asking
from loops import run
from partnerschap.content import load
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    Session,
    SessionService,
    TrainerAccess,
    archive_round,
    close_round,
    join_round,
    new_token,
    open_first,
    own_answers,
    save_answers,
    show_step,
)
from partnerschap.sessions.repository import Store
from partnerschap.ui import following
from partnerschap.ui.widgets import participant
from partnerschap.ui.widgets.participant import Participant

CONTENT = load()
TRAINER = new_token()
TOKEN = new_token()
WRONG = "222222"
PATIENCE = 10
"""Seconds in which a kernel says something, on a busy machine too."""


class Page:
    """A page with its kernel; `sent` is what the kernel told it."""

    def __init__(self, service: SessionService, sent: "asyncio.Queue[dict[str, Any]]") -> None:
        self.widget = Participant(service)
        self.sent = sent

    def tell(self, message: object) -> None:
        asking.tell(self.widget, message)

    async def next(self) -> Any:
        """Wait for what the kernel says next."""
        async with asyncio.timeout(PATIENCE):
            return await self.sent.get()

    async def ask(self, message: object) -> Any:
        self.tell(message)
        return await self.next()


Talk = Callable[[Callable[[Page], Coroutine[Any, Any, Any]]], Any]


@pytest.fixture
def service(sqlite_url: str) -> SessionService:
    return SessionService(CONTENT, Store(sqlite_url))


@pytest.fixture
def talk(service: SessionService, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Let a page talk with its kernel, with less time between than in a real one."""
    sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    monkeypatch.setattr(Participant, "send", lambda _, content: sent.put_nowait(content))
    monkeypatch.setattr(following, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(participant, "pause_after_wrong_code", lambda _: 0.1)

    def talk(work: Callable[[Page], Coroutine[Any, Any, Any]]) -> Any:
        return run(work(Page(service, sent)))

    return talk


@pytest.fixture
def session(service: SessionService) -> Session:
    opening = Opening(instrument="kort", sector="school", roles=("parent", "professional"))
    return open_first(service, opening, TRAINER)


@pytest.fixture
def joined(service: SessionService, session: Session) -> Session:
    """Give a session that a parent with `TOKEN` has joined."""
    join_round(service, ParticipantAccess(session.code, TOKEN), "parent")
    return session


def stored(service: SessionService) -> list[str]:
    """Everything in the database, as text."""
    with sqlite3.connect(service.store.url.removeprefix("sqlite:///")) as connection:
        return list(connection.iterdump())


def request(kind: str, code: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "number": 7, "code": code, "token": TOKEN} | fields


def test_a_person_comes_in_answers_and_is_ready(
    service: SessionService, session: Session, talk: Talk
) -> None:
    code = session.code

    async def conversation(page: Page) -> None:
        found = await page.ask({"kind": "look_up", "number": 1, "code": f" {code[:3]}-{code[3:]}"})
        assert found["kind"] == "found"
        assert found["number"] == 1
        assert found["session"]["code"] == code
        assert found["session"]["roles"] == ["parent", "professional"]
        entered = await page.ask(request("join", code, role="parent"))
        assert entered["view"]["own"] == {
            "role": "parent",
            "finished": False,
            "answers": {},
            "then": {},
            "votes": {},
        }
        assert {one["id"] for one in entered["specification"]["items"]} == {
            one.id for one in CONTENT.items_of("kort")
        }
        answers = {"inf-1": 4, "inf-2": "dont_know"}
        reply = await page.ask(request("save", code, answers=answers))
        assert reply == {"kind": "saved", "number": 7}
        assert own_answers(service, ParticipantAccess(code, TOKEN)).answers == answers
        await page.ask(request("save", code, answers={"inf-2": None}))
        view = (await page.ask(request("finish", code, finished=True)))["view"]
        assert view["own"]["finished"]
        assert view["own"]["answers"] == {"inf-1": 4}
        assert view["shown"] is None

    talk(conversation)


def forged(code: str) -> Iterator[tuple[str, Any]]:
    """Requests that no page sends, each with what is wrong."""
    good = {"inf-1": 3}
    yield "nothing", None
    yield "a text", "save"
    yield "a list", [request("save", code, answers=good)]
    yield "no kind", {"number": 1}
    yield "another kind", request("delete", code)
    yield "the trainer's kind", {"kind": "close", "number": 1, "token": TRAINER, "session": 1}
    yield "no number", {"kind": "look_up", "code": code}
    yield "more than is asked", request("save", code, answers=good, role="parent")
    yield "no token", {"kind": "save", "number": 1, "code": code, "answers": good}
    for token in ("", "x" * 42, "x" * 44, "../" + "x" * 40, TOKEN + "\n", None, 3):
        yield f"token {token!r}", request("save", code, answers=good, token=token)
    yield "who has not joined", request("save", code, answers=good, token=new_token())
    yield "the trainer's token", request("save", code, answers=good, token=TRAINER)
    yield "a code that is none", request("save", "' OR 1=1 --", answers=good)
    yield "a long code", request("save", "A" * 41, answers=good)
    yield "another code", request("save", WRONG, answers=good)
    for value in (0, 6, 9, -1, 3.5, True, "3", "altijd", [3], {"now": 3}):
        yield f"value {value!r}", request("save", code, answers={"inf-1": value})
        yield f"a good one and {value!r}", request("save", code, answers=good | {"inf-2": value})
    yield "no answers", request("save", code, answers="inf-1")
    yield "an item of no instrument", request("save", code, answers=good | {"bestaat-niet": 3})
    other = next(one.id for one in CONTENT.items_of("compleet") if not one.core)
    yield "an item of another instrument", request("save", code, answers=good | {other: 3})
    yield "too many", request("save", code, answers={f"inf-{n}": 3 for n in range(201)})
    yield "a long id", request("save", code, answers={"x" * 101: 3})
    yield "another moment", request("save", code, answers=good, moment="later")
    yield "looking back in the first round", request("save", code, answers=good, moment="then")
    yield "ready in words", request("finish", code, finished="nee")
    yield "a vote before closing", request("vote", code, votes={"inf-1": 3})
    yield "a vote of four", request("vote", code, votes={"inf-1": 4})
    new = {"token": new_token()}
    yield "a role that is not invited", request("join", code, role="municipality", **new)
    yield "no role at all", request("join", code, role="trainer", **new)


def test_what_no_page_sends_is_refused_and_leaves_no_trace(
    service: SessionService, joined: Session, talk: Talk
) -> None:
    before = stored(service)

    async def conversation(page: Page) -> None:
        for name, message in forged(joined.code):
            reply = await page.ask(message)
            assert reply["kind"] == "fault", name
            assert reply["message"].endswith("."), name
            assert stored(service) == before, name

    talk(conversation)


def test_an_item_of_another_role_is_refused(service: SessionService, talk: Talk) -> None:
    opening = Opening(instrument="compleet", sector="school", roles=("parent", "professional"))
    code = open_first(service, opening, TRAINER).code
    join_round(service, ParticipantAccess(code, TOKEN), "parent")
    before = stored(service)
    asked = CONTENT.items_of("compleet")
    not_theirs = next(one.id for one in asked if "parent" not in one.respondents)

    async def conversation(page: Page) -> None:
        answers = {"inf-1": 3, not_theirs: 3}
        reply = await page.ask(request("save", code, answers=answers))
        assert reply["kind"] == "fault"
        assert stored(service) == before

    talk(conversation)


def test_after_closing_no_answer_is_taken(
    service: SessionService, joined: Session, talk: Talk
) -> None:
    close_round(service, TrainerAccess(TRAINER, joined.id))

    async def conversation(page: Page) -> None:
        for message in (
            request("save", joined.code, answers={"inf-1": 3}),
            request("finish", joined.code, finished=True),
        ):
            assert (await page.ask(message))["reason"] == "closed"

    talk(conversation)
    assert own_answers(service, ParticipantAccess(joined.code, TOKEN)).answers == {}


def test_a_refusal_tells_what_was_taken(
    service: SessionService, joined: Session, talk: Talk
) -> None:
    """By that the page knows which answers came too late; a reply may have got lost."""
    trainer = TrainerAccess(TRAINER, joined.id)
    late = request("save", joined.code, answers={"inf-1": 3, "inf-2": 5})

    async def conversation(page: Page) -> None:
        assert (await page.ask(request("enter", joined.code)))["view"]["takes"] == ["now"]
        await page.ask(request("save", joined.code, answers={"inf-1": 4}))
        close_round(service, trainer)
        assert (await page.next())["view"]["takes"] == []
        refused = await page.ask(late)
        assert (refused["kind"], refused["reason"]) == ("fault", "closed")
        assert refused["view"]["takes"] == []
        assert refused["view"]["own"]["answers"] == {"inf-1": 4}
        too_early = await page.ask(request("vote", joined.code, votes={"inf-1": 3}))
        assert (too_early["reason"], too_early["view"]["takes"]) == ("not_now", [])
        archive_round(service, trainer)
        assert "own" not in await page.next()  # by itself it tells the end alone
        for message in (late, request("enter", joined.code)):
            ended = await page.ask(message)
            assert (ended["kind"], ended["reason"]) == ("fault", "ended")
            assert ended["own"]["answers"] == {"inf-1": 4}
            assert "view" not in ended
        stranger = await page.ask(late | {"token": new_token()})
        assert stranger["reason"] == "ended"
        assert "own" not in stranger

    talk(conversation)


def test_joining_again_changes_nothing(
    service: SessionService, joined: Session, talk: Talk
) -> None:
    async def conversation(page: Page) -> Any:
        return await page.ask(request("join", joined.code, role="professional"))

    assert talk(conversation)["view"]["own"]["role"] == "parent"
    assert own_answers(service, ParticipantAccess(joined.code, TOKEN)).role == "parent"


@pytest.mark.parametrize("kind", ["look_up", "join", "enter"])
def test_a_wrong_code_is_answered_after_a_while_and_no_other_is_tried_meanwhile(
    session: Session, talk: Talk, kind: str
) -> None:
    fields: dict[str, Any] = {"look_up": {}, "join": {"role": "parent"}, "enter": {}}
    wrong = request(kind, WRONG, number=1, **fields[kind])
    if kind == "look_up":
        del wrong["token"]

    async def conversation(page: Page) -> None:
        page.tell(wrong)
        assert page.sent.empty()
        other = await page.ask({"kind": "look_up", "number": 2, "code": session.code})
        assert (other["number"], other["reason"]) == (2, "wait")
        first = await page.next()
        assert (first["number"], first["reason"]) == (1, "unknown_code")
        last = await page.ask({"kind": "look_up", "number": 3, "code": session.code})
        assert last["kind"] == "found"

    talk(conversation)


def test_the_page_is_told_by_itself_what_the_trainer_does(
    service: SessionService, joined: Session, talk: Talk
) -> None:
    trainer = TrainerAccess(TRAINER, joined.id)

    async def conversation(page: Page) -> None:
        await page.ask(request("enter", joined.code))
        close_round(service, trainer)
        closed = await page.next()
        assert "number" not in closed
        assert closed["view"]["state"] == "closed"
        assert closed["view"]["shown"] is None
        show_step(service, trainer, "strengths")
        assert (await page.next())["view"]["shown"]["step"]["id"] == "strengths"
        archive_round(service, trainer)
        ended = await page.next()
        assert (ended["kind"], ended["reason"]) == ("fault", "ended")

    talk(conversation)


def test_while_the_round_is_open_nobody_sees_an_answer_of_another(
    service: SessionService, joined: Session, talk: Talk
) -> None:
    for _ in range(6):
        access = ParticipantAccess(joined.code, new_token())
        join_round(service, access, "parent")
        save_answers(service, access, {"inf-1": 5})

    async def conversation(page: Page) -> Any:
        return await page.ask(request("enter", joined.code))

    view = talk(conversation)["view"]
    assert view["own"]["answers"] == {}
    assert view["shown"] is None
    assert set(view) == {
        *("code", "state", "step", "round", "instrument", "roles", "sector", "together"),
        *("min_group", "retention_days", "demo", "takes", "own", "shown"),
    }
