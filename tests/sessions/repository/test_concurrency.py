"""Many at once lose nothing, and who closes a session waits for who saves."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from partnerschap.sessions.repository import Participant, Session, State, Store, Team, Transaction

SAVING = Path(__file__).parent / "saving.py"
SOON = 30
"""Seconds in which another thread surely comes; a busy machine takes its time."""


def run_at_once(arguments: Sequence[Sequence[object]]) -> None:
    """Run `saving.py` with each of these arguments; all begin at the same time."""
    processes = [
        subprocess.Popen(
            [sys.executable, str(SAVING), *map(str, given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for given in arguments
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert said == [""] * len(processes)


def test_processes_that_save_at_once_lose_nothing(
    store: Store, session: Session, person: Participant
) -> None:
    names = ["a", "b", "c", "d"]
    run_at_once([(store.url, session.id, person.id, name) for name in names])
    expected = {f"{name}-{number}": number % 5 + 1 for name in names for number in range(50)}
    assert store.read(lambda transaction: transaction.answers_of(person.id, "now")) == expected
    after = store.read(lambda transaction: transaction.session(session.id))
    assert after is not None
    assert after.version == session.version + len(expected)


def test_processes_that_migrate_at_once_make_one_schema(bare_database_url: str) -> None:
    run_at_once([(bare_database_url, 0, 0, "")] * 4)
    assert Store(bare_database_url).read(lambda transaction: transaction.team(1)) is None


def test_who_joins_twice_at_once_joins_once(store: Store, session: Session) -> None:
    together = threading.Barrier(6)

    def join(_: int) -> Participant:
        together.wait(SOON)
        return store.write(
            lambda transaction: transaction.add_participant(
                session.id, token_hash=str(session.code), role="parent"
            )
        )

    with ThreadPoolExecutor(6) as threads:
        assert len(set(threads.map(join, range(6)))) == 1


def test_a_save_waits_for_who_closes_the_session(store: Store, session: Session) -> None:
    locked, asked = threading.Event(), threading.Event()

    def close(transaction: Transaction) -> None:
        transaction.session(session.id, lock="update")
        locked.set()
        assert asked.wait(SOON)
        time.sleep(0.3)
        transaction.update_session(session.id, state="closed")

    def state(transaction: Transaction) -> State:
        found = transaction.session(session.id, lock="share")
        assert found is not None
        return found.state

    with ThreadPoolExecutor(1) as thread:
        closing = thread.submit(store.write, close)
        assert locked.wait(SOON)
        unlocked = store.read(state)  # reading locks nothing and waits for nobody
        asked.set()
        assert store.write(state) == "closed"
        closing.result()
    assert unlocked == "open"


def test_reading_sees_one_moment(store: Store, session: Session) -> None:
    def versions(transaction: Transaction) -> list[Session | None]:
        before = transaction.session(session.id)
        with ThreadPoolExecutor(1) as thread:
            thread.submit(store.write, lambda other: other.touch(session.id)).result()
        return [before, transaction.session(session.id)]

    assert store.read(versions) == [session, session]
    after = store.read(lambda transaction: transaction.session(session.id))
    assert after is not None
    assert after.version == session.version + 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_that_wait_for_each_other_both_succeed(store: Store, session: Session) -> None:
    both = threading.Barrier(2)
    runs: list[int] = []

    def touch(who: int) -> None:
        def work(transaction: Transaction) -> None:
            transaction.session(session.id, lock="share")
            runs.append(who)
            if runs.count(who) == 1:
                both.wait(SOON)
            transaction.touch(session.id)

        store.write(work)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(touch, range(2)))
    assert len(runs) > 2
    after = store.read(lambda transaction: transaction.session(session.id))
    assert after is not None
    assert after.version == session.version + 2


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_lost_connection_is_made_again(store: Store, session: Session) -> None:
    runs: list[Transaction] = []

    def work(transaction: Transaction) -> None:
        transaction.touch(session.id)
        runs.append(transaction)
        if len(runs) == 1:
            transaction.connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    store.write(work)
    after = store.read(lambda transaction: transaction.session(session.id))
    assert after is not None
    assert (len(runs), after.version) == (2, session.version + 1)


def test_a_server_that_starts_again_is_waited_for(start_postgresql: Callable[..., Any]) -> None:
    server = start_postgresql()
    store = Store(server.url(), patience=SOON)
    store.migrate()
    server.stop()
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(store.read, lambda transaction: transaction.team(1))
        time.sleep(0.3)
        assert not reading.done()
        server.start()
        assert reading.result() is None


def test_threads_share_a_store(store: Store, add_team: Callable[..., Team]) -> None:
    with ThreadPoolExecutor(8) as threads:
        teams = list(threads.map(lambda _: add_team(), range(40)))
    assert len({team.id for team in teams}) == 40
    found = store.read(lambda transaction: [transaction.team(team.id) for team in teams])
    assert found == teams
