"""What goes wrong with the database is told as a `SessionError`."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Never, get_args

import pytest

from partnerschap.content import Content
from partnerschap.sessions import (
    ActionText,
    Opening,
    ParticipantAccess,
    SessionError,
    SessionService,
    TrainerAccess,
    add_action,
    add_answer_code,
    archive_round,
    change_action,
    change_markers,
    close_round,
    closed_round,
    compare_rounds,
    delete_everything,
    join_round,
    look_up,
    make_example,
    open_first,
    open_next,
    own_answers,
    participant_view,
    pause_after_wrong_code,
    purge_expired,
    remove_batch,
    save_answers,
    save_votes,
    set_finished,
    set_joint_score,
    show_step,
    trainer_view,
)
from partnerschap.sessions.errors import Reason
from partnerschap.sessions.repository import Store, StoreError, VersionConflictError

Refusal = Callable[..., str]
Start = Callable[..., TrainerAccess]

PERSON = ParticipantAccess("ABCDEF", "token")
TRAINER = TrainerAccess("token", 1)
OPENING = Opening(instrument="core", sector="school", roles=("parent",))

USES: list[tuple[Callable[..., object], tuple[Any, ...]]] = [
    (open_first, (OPENING, "token")),
    (open_next, ("token",)),
    (look_up, ("ABCDEF",)),
    (pause_after_wrong_code, ()),
    (join_round, (PERSON, "parent")),
    (save_answers, (PERSON, {"a": 1})),
    (own_answers, (PERSON,)),
    (participant_view, (PERSON,)),
    (save_votes, (PERSON, {"a": 1})),
    (trainer_view, ("token",)),
    (change_markers, ((1,),)),
    (compare_rounds, ("token",)),
    (close_round, (TRAINER,)),
    (show_step, (TRAINER, "strengths")),
    (archive_round, (TRAINER,)),
    (set_joint_score, (TRAINER, "a", 1, 0)),
    (add_action, (TRAINER, "key", ActionText(text="x"))),
    (change_action, (TRAINER, 1, 1, None)),
    (add_answer_code, (TRAINER, 1, "parent", {"a": 1})),
    (remove_batch, (TRAINER, "digest")),
    (purge_expired, ()),
    (closed_round, ("ABCDEF",)),
    (delete_everything, ("token",)),
]


class BrokenStore(Store):
    """It can do nothing, for a reason of your own."""

    def __init__(self, error: Exception) -> None:
        super().__init__("sqlite:////broken")
        self._error = error

    def read(self, work: object) -> Never:
        del work
        raise self._error

    def write(self, work: object) -> Never:
        del work
        raise self._error

    def migrate(self) -> None:
        raise self._error


@pytest.mark.parametrize("reason", ["locked", "unavailable", "read_only", "full"])
@pytest.mark.parametrize(("use", "arguments"), USES, ids=[use.__name__ for use, _ in USES])
def test_every_use_case_says_what_is_wrong_with_the_database(
    content: Content,
    refusal: Refusal,
    use: Callable[..., object],
    arguments: tuple[Any, ...],
    reason: Any,
) -> None:
    service = SessionService(content, BrokenStore(StoreError(reason)))
    assert refusal(use, service, *arguments) == f"storage_{reason}"


def test_the_rest_as_well(content: Content, refusal: Refusal) -> None:
    service = SessionService(content, BrokenStore(StoreError("full")))
    assert refusal(set_finished, service, PERSON, finished=True) == "storage_full"
    assert refusal(make_example, service, "core") == "storage_full"
    assert refusal(service.prepare) == "storage_full"


def test_the_fault_underneath_stays_to_be_found(content: Content) -> None:
    fault = StoreError("locked")
    with pytest.raises(SessionError) as caught:
        look_up(SessionService(content, BrokenStore(fault)), "ABCDEF")
    assert caught.value.__cause__ is fault


def test_somebody_elses_change_is_a_conflict(content: Content, refusal: Refusal) -> None:
    service = SessionService(content, BrokenStore(VersionConflictError()))
    assert refusal(close_round, service, TRAINER) == "conflict"


def test_other_faults_pass_unchanged(content: Content) -> None:
    with pytest.raises(ZeroDivisionError):
        close_round(SessionService(content, BrokenStore(ZeroDivisionError())), TRAINER)


def test_an_address_that_is_none(content: Content, refusal: Refusal) -> None:
    assert refusal(SessionService.of_settings, content, "mysql://elsewhere/x") == "storage_bad_url"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNERSCHAP_DATABASE_URL", "sqlite://")
        assert refusal(SessionService.of_settings, content) == "storage_bad_url"


def test_every_reason_has_a_sentence(content: Content) -> None:
    for reason in get_args(Reason):
        sentence = SessionError(reason).sentence(content)
        assert sentence.endswith("."), reason
        assert "{" not in sentence


def test_a_file_that_is_gone(
    file_service: SessionService, tmp_path: Path, start: Start, refusal: Refusal
) -> None:
    access = start(file_service)
    for path in tmp_path.glob("sessions.sqlite3*"):
        path.unlink()
    assert refusal(trainer_view, file_service, access.token) == "storage_unavailable"
    assert refusal(close_round, file_service, access) == "storage_unavailable"
    assert list(tmp_path.glob("sessions.sqlite3*")) == []


def test_a_file_that_is_none_of_ours(
    file_service: SessionService, tmp_path: Path, refusal: Refusal
) -> None:
    (tmp_path / "sessions.sqlite3").write_bytes(b"a letter to the parents" * 100)
    assert refusal(look_up, file_service, "ABCDEF") == "storage_unavailable"


def test_a_database_that_another_keeps_busy(
    content: Content, sqlite_url: str, start: Start, refusal: Refusal
) -> None:
    service = SessionService(content, Store(sqlite_url, patience=0.2))
    access = start(service)
    holder = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert refusal(close_round, service, access) == "storage_locked"
    assert trainer_view(service, access.token).session.state == "open"  # reading goes on
    holder.execute("ROLLBACK")
    holder.close()
    assert close_round(service, access).state == "closed"
