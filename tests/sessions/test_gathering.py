"""Sheets and answer codes that a trainer adds to an open round."""

from collections.abc import Callable
from typing import Any

import pytest

from partnerschap.content import Role
from partnerschap.scoring import Answers, score
from partnerschap.sessions import (
    ParticipantAccess,
    SessionService,
    TrainerAccess,
    add_answer_code,
    add_sheet,
    close_round,
    remove_batch,
    trainer_view,
)
from partnerschap.sessions.repository import RoleCount
from partnerschap.sessions.use_cases.answering import MOST_PARTICIPANTS
from partnerschap.sessions.use_cases.gathering import CODES

Start = Callable[..., TrainerAccess]
Come = Callable[..., ParticipantAccess]
Refusal = Callable[..., str]


def sheet(*rows: tuple[Role, dict[str, Any]], items: str = "abcd") -> Answers:
    return Answers.from_rows(list(items), rows)


def stored(service: SessionService, access: TrainerAccess) -> list[tuple[str, dict[str, int]]]:
    """Give roles and answers, sorted."""
    found = service.read(lambda transaction: transaction.all_answers(access.session_id, "now"))
    return sorted(found, key=repr)


def view_of(
    service: SessionService, access: TrainerAccess
) -> tuple[tuple[RoleCount, ...], dict[str, int]]:
    view = trainer_view(service, access.token)
    return view.counts, dict(view.batches)


TWO: tuple[tuple[Role, dict[str, Any]], ...] = (
    ("professional", {"a": 1, "b": "dont_know", "c": "not_applicable"}),
    ("parent", {"a": 5, "d": 2}),
)


def test_each_row_of_a_sheet_is_somebody_who_is_ready(
    service: SessionService, start: Start
) -> None:
    access = start()
    assert add_sheet(service, access, "one", sheet(*TWO)) == 2
    assert stored(service, access) == [
        ("parent", {"a": 5, "d": 2}),
        ("professional", {"a": 1, "b": -1, "c": -2}),
    ]
    assert view_of(service, access) == (
        (RoleCount("parent", 1, 1), RoleCount("professional", 1, 1)),
        {"one": 2},
    )


def test_the_same_sheet_twice_counts_once(service: SessionService, start: Start) -> None:
    access = start()
    for _ in range(2):
        assert add_sheet(service, access, "one", sheet(*TWO)) == 2
    before = view_of(service, access)
    assert before[1] == {"one": 2}
    # Another file with equal rows is of other people.
    assert add_sheet(service, access, "two", sheet(*TWO)) == 2
    assert view_of(service, access)[1] == {"one": 2, "two": 2}
    assert len(stored(service, access)) == 4


def test_a_sheet_can_be_taken_out_and_put_back(
    service: SessionService, start: Start, come: Come
) -> None:
    access = start()
    come(access)
    empty = view_of(service, access)
    add_sheet(service, access, "one", sheet(*TWO))
    add_sheet(service, access, "two", sheet(TWO[0]))
    assert remove_batch(service, access, "one") == 2
    assert stored(service, access) == [("professional", {"a": 1, "b": -1, "c": -2})]
    assert remove_batch(service, access, "one") == 0
    assert remove_batch(service, access, "two") == 1
    assert view_of(service, access) == empty
    add_sheet(service, access, "one", sheet(*TWO))
    assert len(stored(service, access)) == 2


def test_what_does_not_fit_is_left_out(service: SessionService, start: Start) -> None:
    access = start(instrument="core")  # a only
    rows = sheet(
        ("professional", {"a": 3, "b": 4}),
        ("professional", {"b": 4}),
        ("municipality", {"b": 4}),  # not invited, but it has no answer here either
        ("parent", {}),
    )
    assert add_sheet(service, access, "one", rows) == 1
    assert stored(service, access) == [("professional", {"a": 3})]


def test_an_item_that_a_role_is_not_asked_is_left_out(
    service: SessionService, start: Start
) -> None:
    access = start()
    assert add_sheet(service, access, "one", sheet(("parent", {"a": 3, "c": 1}))) == 1
    assert add_answer_code(service, access, 1, "parent", {"c": 1, "d": 4}) == 1
    assert stored(service, access) == [("parent", {"a": 3}), ("parent", {"d": 4})]


@pytest.mark.parametrize(
    "rows", [(), (("professional", {}),), (("parent", {"c": 2}),), (("municipality", {"c": 2}),)]
)
def test_a_sheet_on_which_nothing_fits_is_refused(
    service: SessionService, start: Start, refusal: Refusal, rows: Any
) -> None:
    access = start()
    assert refusal(add_sheet, service, access, "one", sheet(*rows)) == "nothing_fits"
    assert view_of(service, access) == ((), {})


def test_a_role_that_is_not_invited_is_refused_with_its_whole_sheet(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start(roles=("professional",))
    assert refusal(add_sheet, service, access, "one", sheet(*TWO)) == "role_not_invited"
    assert refusal(add_answer_code, service, access, 1, "parent", {"a": 3}) == "role_not_invited"
    assert view_of(service, access) == ((), {})


def test_an_answer_code_is_somebody_who_is_ready(service: SessionService, start: Start) -> None:
    access = start()
    given: dict[str, Any] = {"a": 3, "b": "dont_know", "c": None, "elsewhere": 2}
    assert add_answer_code(service, access, 7, "professional", given) == 2
    assert add_answer_code(service, access, 8, "professional", given) == 2
    assert stored(service, access) == [("professional", {"a": 3, "b": -1})] * 2
    assert view_of(service, access) == ((RoleCount("professional", 2, 2),), {CODES: 2})
    assert remove_batch(service, access, CODES) == 2


def test_the_same_answer_code_again_replaces_it(service: SessionService, start: Start) -> None:
    access = start()
    add_answer_code(service, access, 7, "professional", {"a": 3, "b": 4})
    add_answer_code(service, access, 7, "professional", {"a": 2, "d": 1})
    assert stored(service, access) == [("professional", {"a": 2, "d": 1})]
    # Somebody answered from the wrong side at first, and came back with the right one.
    add_answer_code(service, access, 7, "parent", {"a": 5})
    assert stored(service, access) == [("parent", {"a": 5})]
    assert view_of(service, access) == ((RoleCount("parent", 1, 1),), {CODES: 1})


@pytest.mark.parametrize("given", [{}, {"a": None}, {"elsewhere": 2}, {"c": 3}])
def test_a_code_of_which_nothing_fits_is_refused(
    service: SessionService, start: Start, refusal: Refusal, given: dict[str, int]
) -> None:
    access = start()
    assert refusal(add_answer_code, service, access, 7, "parent", given) == "nothing_fits"


def test_a_code_of_one_round_counts_in_each_round_apart(
    service: SessionService, start: Start
) -> None:
    one, other = start(), start()
    for access in (one, other):
        add_answer_code(service, access, 7, "parent", {"a": 3})
    remove_batch(service, one, CODES)
    assert (stored(service, one), stored(service, other)) == ([], [("parent", {"a": 3})])


def test_after_closing_nothing_is_added_or_taken_out(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start()
    add_sheet(service, access, "one", sheet(*TWO))
    close_round(service, access)
    before = trainer_view(service, access.token)
    assert refusal(add_sheet, service, access, "two", sheet(*TWO)) == "closed"
    assert refusal(add_answer_code, service, access, 7, "parent", {"a": 3}) == "closed"
    assert refusal(remove_batch, service, access, "one") == "closed"
    assert trainer_view(service, access.token) == before


def test_a_team_that_answers_together_has_one_form_and_no_sheets(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start(together=True)
    assert refusal(add_sheet, service, access, "one", sheet(*TWO)) == "closed"
    assert refusal(add_answer_code, service, access, 7, "parent", {"a": 3}) == "closed"


def test_a_session_holds_so_many_rows(
    service: SessionService, start: Start, refusal: Refusal
) -> None:
    access = start()
    one: tuple[Role, dict[str, Any]] = ("parent", {"a": 3})
    add_sheet(service, access, "one", sheet(one))

    def crowd(transaction: Any) -> None:
        for number in range(MOST_PARTICIPANTS - 2):
            transaction.add_participant(access.session_id, token_hash=str(number), role="parent")

    service.write(crowd)
    assert refusal(add_sheet, service, access, "two", sheet(one, one)) == "full"
    assert len(stored(service, access)) == 1  # not one of the two
    assert add_answer_code(service, access, 7, "parent", {"a": 3}) == 1
    assert refusal(add_answer_code, service, access, 8, "parent", {"a": 3}) == "full"
    assert add_answer_code(service, access, 7, "parent", {"a": 4}) == 1  # again, so no one more
    assert add_sheet(service, access, "one", sheet(one)) == 1


def test_a_session_of_sheets_has_the_figures_of_those_sheets(
    service: SessionService, start: Start
) -> None:
    answers = sheet(
        ("professional", {"a": 5, "b": 1, "c": 2, "d": "dont_know"}),
        ("professional", {"a": 4, "b": 5, "c": 3, "d": 1}),
        ("management", {"a": 5, "b": 5, "c": 3}),
        ("parent", {"a": 1, "b": 2}),
    )
    access = start(min_group=3)
    add_sheet(service, access, "digest", answers)
    close_round(service, access)
    found = trainer_view(service, access.token).snapshot
    assert found is not None
    assert found.scores == score(service.content, "all", answers, min_group=3)
