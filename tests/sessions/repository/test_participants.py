"""Participants join once, and sheets come and go as a whole."""

from collections.abc import Callable

from partnerschap.sessions.repository import Participant, RoleCount, Session, Store, Team

Join = Callable[..., Participant]


def test_who_joins_is_found_by_token_within_the_session(
    store: Store, team: Team, session: Session, join: Join, add_session: Callable[..., Session]
) -> None:
    other = add_session(team)
    here = join(session, who="token", role="parent")
    there = join(other, who="token", role="professional")
    assert here == Participant(here.id, session.id, "parent", None, finished=False)
    assert store.read(lambda transaction: transaction.participant(session.id, "token")) == here
    assert store.read(lambda transaction: transaction.participant(other.id, "token")) == there
    assert store.read(lambda transaction: transaction.participant(session.id, "x")) is None


def test_who_joins_again_is_who_joined(store: Store, session: Session, join: Join) -> None:
    first = join(session, who="token", role="parent")
    assert join(session, who="token", role="professional", batch="sheet") == first
    assert store.read(lambda transaction: transaction.role_counts(session.id)) == (
        RoleCount("parent", 1, 0),
    )


def test_roles_are_counted_with_who_is_ready(store: Store, session: Session, join: Join) -> None:
    people = [join(session, role=role) for role in ("professional", "parent", "parent", "parent")]
    store.write(lambda transaction: transaction.set_finished(people[1].id, True))
    store.write(lambda transaction: transaction.set_finished(people[2].id, True))
    store.write(lambda transaction: transaction.set_finished(people[2].id, False))
    store.write(lambda transaction: transaction.set_role(people[3].id, "professional"))
    assert store.read(lambda transaction: transaction.role_counts(session.id)) == (
        RoleCount("parent", 2, 1),
        RoleCount("professional", 2, 0),
    )


def test_nobody_gives_no_counts(store: Store, session: Session) -> None:
    assert store.read(lambda transaction: transaction.role_counts(session.id)) == ()
    assert store.read(lambda transaction: transaction.batches(session.id)) == {}


def test_the_rows_of_a_sheet_are_counted_and_removed_together(
    store: Store, team: Team, session: Session, join: Join, add_session: Callable[..., Session]
) -> None:
    other = add_session(team)
    rows = [join(session, batch=batch) for batch in ("one", "one", "two")]
    join(other, batch="one")
    person = join(session)
    store.write(lambda transaction: transaction.save_answers(rows[0].id, "now", {"a": 1}))
    assert store.read(lambda transaction: transaction.batches(session.id)) == {"one": 2, "two": 1}
    assert store.write(lambda transaction: transaction.remove_batch(session.id, "one")) == 2
    assert store.write(lambda transaction: transaction.remove_batch(session.id, "one")) == 0
    assert store.read(lambda transaction: transaction.batches(session.id)) == {"two": 1}
    assert store.read(lambda transaction: transaction.batches(other.id)) == {"one": 1}
    assert store.read(lambda transaction: transaction.answers_of(rows[0].id, "now")) == {}
    counts = store.read(lambda transaction: transaction.role_counts(session.id))
    assert counts == (RoleCount(person.role, 2, 0),)
