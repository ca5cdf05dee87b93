"""Guessing codes becomes slower."""

import re
from collections.abc import Callable

import pytest

from partnerschap.sessions import (
    Opening,
    Session,
    SessionService,
    TrainerAccess,
    archive_round,
    close_round,
    look_up,
    new_token,
    open_first,
    pause_after_wrong_code,
)
from partnerschap.sessions.codes import TOKEN_PATTERN, hash_token

Refusal = Callable[..., str]


def guess(service: SessionService, refusal: Refusal, times: int, code: str = "ZZZZZZ") -> None:
    """Try wrong codes; a page asks after each how long its answer has to wait."""
    for _ in range(times):
        assert refusal(look_up, service, code) == "unknown_code"
        pause_after_wrong_code(service)


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 1), (1, 1), (9, 1), (10, 2), (25, 3), (89, 9), (90, 10), (150, 10)]
)
def test_the_pause_grows_with_wrong_codes(
    service: SessionService, refusal: Refusal, wrong: int, seconds: float
) -> None:
    guess(service, refusal, wrong)
    assert pause_after_wrong_code(service) == seconds


def test_wrong_codes_are_forgotten_after_a_minute(
    service: SessionService, refusal: Refusal, pass_time: Callable[..., None]
) -> None:
    guess(service, refusal, 20)
    pass_time(seconds=40)
    guess(service, refusal, 10)
    assert pause_after_wrong_code(service) == 4
    pass_time(seconds=30)  # the first twenty are over a minute ago
    assert pause_after_wrong_code(service) == 2
    pass_time(seconds=61)
    assert pause_after_wrong_code(service) == 1


def test_what_can_be_no_code_counts_as_well(service: SessionService, refusal: Refusal) -> None:
    guess(service, refusal, 10, code="nope")
    assert pause_after_wrong_code(service) == 2


def test_a_right_code_does_not_count(
    service: SessionService, opening: Callable[..., Opening]
) -> None:
    session = open_first(service, opening(), new_token())
    for _ in range(30):
        look_up(service, session.code)
    assert pause_after_wrong_code(service) == 1


def test_the_code_of_a_round_that_was_ended_is_right_but_leads_nowhere(
    service: SessionService,
    closed: TrainerAccess,
    session_of: Callable[..., Session],
    refusal: Refusal,
) -> None:
    archive_round(service, closed)
    code = session_of(closed).code
    for _ in range(10):
        assert refusal(look_up, service, code) == "ended"
    assert pause_after_wrong_code(service) == 1


def test_a_closed_round_is_still_found(
    service: SessionService, start: Callable[..., TrainerAccess]
) -> None:
    access = start()
    session = close_round(service, access)
    assert look_up(service, session.code).state == "closed"


def test_secrets_are_long_and_only_their_hash_is_stored(
    service: SessionService, opening: Callable[..., Opening]
) -> None:
    token = new_token()
    assert re.match(TOKEN_PATTERN, token)  # 43 characters of 6 bits: over 256 bits
    assert len({new_token() for _ in range(100)}) == 100
    session = open_first(service, opening(), token)
    team = service.read(lambda transaction: transaction.team(session.team_id))
    assert team is not None
    assert team.token_hash == hash_token(token)
    assert token not in team.token_hash
