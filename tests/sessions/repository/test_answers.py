"""The last answer that somebody gives on an item stands; the same for votes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from partnerschap.sessions.repository import Moment, Participant, Session, Store, StoreError, Team

Join = Callable[..., Participant]

ITEMS = [f"i{number}" for number in range(6)]


def save(
    store: Store, person: Participant, answers: Mapping[str, int | None], moment: Moment = "now"
) -> None:
    store.write(lambda transaction: transaction.save_answers(person.id, moment, answers))


def vote(store: Store, person: Participant, votes: Mapping[str, int | None]) -> None:
    store.write(lambda transaction: transaction.save_votes(person.id, votes))


SAVES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["now", "then"]),
        st.dictionaries(
            st.sampled_from(ITEMS), st.none() | st.sampled_from([-2, -1, 1, 2, 3, 4, 5])
        ),
    ),
    max_size=12,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(saves=SAVES)
def test_the_last_answer_stands(
    store: Store,
    session: Session,
    join: Join,
    saves: list[tuple[int, Moment, dict[str, int | None]]],
) -> None:
    people = [join(session), join(session)]
    expected: dict[tuple[int, str], dict[str, int]] = {
        (who, moment): {} for who in (0, 1) for moment in ("now", "then")
    }
    for who, moment, answers in saves:
        save(store, people[who], answers, moment)
        for item, value in answers.items():
            expected[who, moment].pop(item, None)
            if value is not None:
                expected[who, moment][item] = value
    moments: tuple[Moment, Moment] = ("now", "then")
    saved = store.read(
        lambda transaction: {
            (who, moment): transaction.answers_of(people[who].id, moment)
            for who in (0, 1)
            for moment in moments
        }
    )
    assert saved == expected


def test_all_answers_come_by_person_and_not_in_order_of_arrival(
    store: Store, team: Team, session: Session, join: Join, add_session: Callable[..., Session]
) -> None:
    elsewhere = join(add_session(team), who="a")
    last = join(session, who="z", role="parent")
    first = join(session, who="b", role="professional")
    join(session, who="c", role="parent")  # says nothing
    then = join(session, who="d", role="parent")
    for person, value in ((elsewhere, 5), (last, 1), (first, 2)):
        save(store, person, {"x": value, "y": -1})
    save(store, then, {"x": 4}, "then")
    assert store.read(lambda transaction: transaction.all_answers(session.id, "now")) == [
        ("professional", {"x": 2, "y": -1}),
        ("parent", {"x": 1, "y": -1}),
    ]
    assert store.read(lambda transaction: transaction.all_answers(session.id, "then")) == [
        ("parent", {"x": 4})
    ]


@pytest.mark.parametrize("value", [-3, 0, 6])
def test_no_other_answer_is_kept(store: Store, person: Participant, value: int) -> None:
    with pytest.raises(StoreError):
        save(store, person, {"a": 1, "b": value})
    assert store.read(lambda transaction: transaction.answers_of(person.id, "now")) == {}


@pytest.mark.parametrize("value", [-1, 0, 4])
def test_no_other_vote_is_kept(store: Store, person: Participant, value: int) -> None:
    with pytest.raises(StoreError):
        vote(store, person, {"a": value})


def test_nobody_answers_who_is_not_there(store: Store, person: Participant) -> None:
    with pytest.raises(StoreError):
        save(store, replace(person, id=person.id + 1), {"a": 1})


def test_votes_are_kept_counted_and_collected(
    store: Store, team: Team, session: Session, join: Join, add_session: Callable[..., Session]
) -> None:
    people = [join(session) for _ in range(4)]
    elsewhere = join(add_session(team))
    vote(store, people[0], {"a": 3, "b": 1})
    vote(store, people[1], {"a": 1})
    vote(store, people[2], {"a": 2})
    vote(store, elsewhere, {"a": 3})
    vote(store, people[2], {"a": None})
    vote(store, people[0], {"b": 2})
    assert store.read(lambda transaction: transaction.votes_of(people[0].id)) == {"a": 3, "b": 2}
    assert store.read(lambda transaction: transaction.all_votes(session.id)) == {
        "a": [1, 3],
        "b": [2],
    }
    assert store.read(lambda transaction: transaction.voters(session.id)) == 2


def test_many_answers_are_kept_at_once(store: Store, person: Participant) -> None:
    answers = {f"item-{number}": number % 5 + 1 for number in range(500)}
    save(store, person, answers)
    assert store.read(lambda transaction: transaction.answers_of(person.id, "now")) == answers
