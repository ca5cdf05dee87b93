"""Many at once, on either database: what somebody was told, is true afterwards."""

import threading
from collections.abc import Callable, Iterable
from itertools import count

import pytest

from partnerschap.content import Content, Role
from partnerschap.scoring import Answer, Answers, score
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    SessionError,
    SessionService,
    TrainerAccess,
    add_action,
    close_round,
    join_round,
    new_token,
    open_first,
    open_next,
    own_answers,
    save_answers,
    save_votes,
    show_step,
    trainer_view,
)
from partnerschap.sessions.repository import Store
from partnerschap.sessions.use_cases.planning import ActionText

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]

PATIENCE = 60


@pytest.fixture
def shared(content: Content, database_url: str) -> SessionService:
    return SessionService(content, Store(database_url, patience=PATIENCE))


def at_once(tasks: Iterable[Callable[[], object]]) -> None:
    """Do it all at the same time, and fail when one of it fails."""
    tasks = list(tasks)
    barrier = threading.Barrier(len(tasks))
    faults: list[BaseException] = []

    def run(task: Callable[[], object]) -> None:
        try:
            barrier.wait(PATIENCE)
            task()
        except BaseException as fault:  # noqa: BLE001 - told below
            faults.append(fault)

    threads = [threading.Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    assert faults == []


class Saver:
    """Saves one answer after another until the round is closed."""

    def __init__(
        self, service: SessionService, person: ParticipantAccess, begun: threading.Semaphore
    ) -> None:
        self.service, self.person, self.begun = service, person, begun
        self.told: dict[str, Answer] = {}
        self.refused = ""

    def __call__(self) -> None:
        for number in count():
            answers: dict[str, Answer] = {"a": number % 5 + 1, "b": (number + 2) % 5 + 1}
            try:
                save_answers(self.service, self.person, answers)
            except SessionError as error:
                self.refused = error.reason
                return
            self.told = answers
            self.begun.release()


def test_what_was_saved_while_the_round_closed_is_in_its_figures(
    shared: SessionService, start: Start, come: Come
) -> None:
    access = start(shared)
    begun = threading.Semaphore(0)
    savers = [Saver(shared, come(access, where=shared), begun) for _ in range(4)]

    def closes() -> None:
        for _ in range(len(savers) + 2):  # some were told that they saved
            assert begun.acquire(timeout=PATIENCE)
        close_round(shared, access)

    at_once([*savers, closes])
    assert {saver.refused for saver in savers} == {"closed"}
    rows: list[tuple[Role, dict[str, Answer]]] = []
    for saver in savers:
        assert own_answers(shared, saver.person).answers == saver.told
        if saver.told:  # the others were never first
            rows.append(("professional", saver.told))
    snapshot = trainer_view(shared, access.token).snapshot
    assert snapshot is not None
    everybody = Answers.from_rows(["a", "b"], rows)
    assert snapshot.scores == score(shared.content, "all", everybody, min_group=3)


def test_votes_while_the_vote_closes(
    shared: SessionService, start: Start, come: Come, fill: Callable[..., object]
) -> None:
    access = start(shared)
    fill(access, [("professional", {"a": 2})] * 3, shared)
    close_round(shared, access)
    show_step(shared, access, "vote")
    counted: list[int] = []
    begun = threading.Semaphore(0)

    def votes() -> None:
        person = come(access, where=shared)
        begun.release()
        try:
            save_votes(shared, person, {"a": 3})
        except SessionError as error:
            assert error.reason in {"closed", "not_now"}  # noqa: PT017 - other faults fail as well
        else:
            counted.append(1)

    def closes() -> None:
        for _ in range(4):
            assert begun.acquire(timeout=PATIENCE)
        show_step(shared, access, "actions")

    at_once([*[votes] * 6, closes])
    snapshot = trainer_view(shared, access.token).snapshot
    assert snapshot is not None
    assert snapshot.voters == len(counted)
    assert snapshot.importance == ({"a": 3} if len(counted) >= 3 else {})


def test_the_same_request_at_once_is_one(
    shared: SessionService, opening: Callable[..., Opening]
) -> None:
    token, again, person = (new_token() for _ in range(3))
    at_once([lambda: open_first(shared, opening(), token)] * 4)
    view = trainer_view(shared, token)
    assert len(view.rounds) == 1
    access = TrainerAccess(token, view.session.id)
    joining = ParticipantAccess(view.session.code, person)
    at_once([lambda: join_round(shared, joining, "parent")] * 4)
    assert [(one.role, one.joined) for one in trainer_view(shared, token).counts] == [("parent", 1)]
    at_once([lambda: close_round(shared, access)] * 3)
    at_once([lambda: add_action(shared, access, again, ActionText(text="x"))] * 4)
    assert len(trainer_view(shared, token).plan) == 1


def test_two_next_rounds_at_once_are_one(shared: SessionService, start: Start) -> None:
    access = start(shared)
    close_round(shared, access)
    found = []

    def opens() -> None:
        try:
            found.append(open_next(shared, access.token).id)
        except SessionError as error:
            assert error.reason == "not_now"  # noqa: PT017 - the other was first

    at_once([opens] * 3)
    assert len(set(found)) == 1
    assert [one.round for one in trainer_view(shared, access.token).rounds] == [1, 2]
