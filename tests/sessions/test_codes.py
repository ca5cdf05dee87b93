"""Guessing codes becomes slower."""

import re
from collections.abc import Callable

import pytest

from partnerschap.sessions import (
    Desk,
    Opening,
    Session,
    TrainerAccess,
    close,
    end,
    look_up,
    new_token,
    open_first,
    pause_after_wrong_code,
)
from partnerschap.sessions.codes import TOKEN_PATTERN, hash_token

Refusal = Callable[..., str]


def guess(desk: Desk, refusal: Refusal, times: int, code: str = "ZZZZZZ") -> None:
    """Try wrong codes; a page asks after each how long its answer has to wait."""
    for _ in range(times):
        assert refusal(look_up, desk, code) == "unknown_code"
        pause_after_wrong_code(desk)


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 1), (1, 1), (9, 1), (10, 2), (25, 3), (89, 9), (90, 10), (150, 10)]
)
def test_the_pause_grows_with_wrong_codes(
    desk: Desk, refusal: Refusal, wrong: int, seconds: float
) -> None:
    guess(desk, refusal, wrong)
    assert pause_after_wrong_code(desk) == seconds


def test_wrong_codes_are_forgotten_after_a_minute(
    desk: Desk, refusal: Refusal, pass_time: Callable[..., None]
) -> None:
    guess(desk, refusal, 20)
    pass_time(seconds=40)
    guess(desk, refusal, 10)
    assert pause_after_wrong_code(desk) == 4
    pass_time(seconds=30)  # the first twenty are over a minute ago
    assert pause_after_wrong_code(desk) == 2
    pass_time(seconds=61)
    assert pause_after_wrong_code(desk) == 1


def test_what_can_be_no_code_counts_as_well(desk: Desk, refusal: Refusal) -> None:
    guess(desk, refusal, 10, code="nope")
    assert pause_after_wrong_code(desk) == 2


def test_a_right_code_does_not_count(desk: Desk, opening: Callable[..., Opening]) -> None:
    session = open_first(desk, opening(), new_token())
    for _ in range(30):
        look_up(desk, session.code)
    assert pause_after_wrong_code(desk) == 1


def test_the_code_of_a_round_that_was_ended_is_right_but_leads_nowhere(
    desk: Desk, closed: TrainerAccess, session_of: Callable[..., Session], refusal: Refusal
) -> None:
    end(desk, closed)
    code = session_of(closed).code
    for _ in range(10):
        assert refusal(look_up, desk, code) == "ended"
    assert pause_after_wrong_code(desk) == 1


def test_a_closed_round_is_still_found(desk: Desk, start: Callable[..., TrainerAccess]) -> None:
    access = start()
    session = close(desk, access)
    assert look_up(desk, session.code).state == "closed"


def test_secrets_are_long_and_only_their_hash_is_stored(
    desk: Desk, opening: Callable[..., Opening]
) -> None:
    token = new_token()
    assert re.match(TOKEN_PATTERN, token)  # 43 characters of 6 bits: over 256 bits
    assert len({new_token() for _ in range(100)}) == 100
    session = open_first(desk, opening(), token)
    team = desk.read(lambda records: records.team(session.team_id))
    assert team is not None
    assert team.token_hash == hash_token(token)
    assert token not in team.token_hash
