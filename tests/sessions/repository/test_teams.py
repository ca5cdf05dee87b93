"""Teams are added once, found by id and by token, and go with all that is theirs."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from partnerschap.sessions.repository import Participant, Session, Store, Team


def test_a_team_comes_back_as_it_was_added(store: Store, add_team: Callable[..., Team]) -> None:
    demo = add_team(who="secret", label="De Vlieger ☂", demo=True)
    assert (demo.label, demo.sector, demo.language, demo.demo) == (
        "De Vlieger ☂",
        "school",
        "nl",
        True,
    )
    assert store.read(lambda transaction: transaction.team(demo.id)) == demo
    assert store.read(lambda transaction: transaction.team_by_token("secret")) == demo


def test_who_is_not_there_is_not_found(store: Store, team: Team) -> None:
    assert store.read(lambda transaction: transaction.team(team.id + 1)) is None
    assert store.read(lambda transaction: transaction.team_by_token("other")) is None


def test_the_same_token_again_gives_the_team_that_is_there(add_team: Callable[..., Team]) -> None:
    first = add_team(who="secret", label="first")
    assert add_team(who="secret", label="second") == first
    assert add_team(who="another").id != first.id


def test_moments_come_back_in_utc(add_team: Callable[..., Team], now: datetime) -> None:
    summer_time = timezone(timedelta(hours=2))
    created_at = add_team(at=now.astimezone(summer_time)).created_at
    assert created_at == now
    assert created_at.utcoffset() == timedelta(0)


def test_a_moment_without_a_time_zone_is_refused(
    add_team: Callable[..., Team], now: datetime
) -> None:
    with pytest.raises(ValueError, match="time zone"):
        add_team(at=now.replace(tzinfo=None))


def test_a_deleted_team_goes_with_all_that_is_its_own(
    store: Store, team: Team, session: Session, person: Participant, add_team: Callable[..., Team]
) -> None:
    other = add_team()
    store.write(lambda transaction: transaction.save_answers(person.id, "now", {"a": 1}))
    store.write(lambda transaction: transaction.save_joint_score(session.id, "a", 3, 0))
    store.write(lambda transaction: transaction.delete_team(team.id))
    assert store.read(lambda transaction: transaction.team(team.id)) is None
    assert store.read(lambda transaction: transaction.session(session.id)) is None
    assert store.read(lambda transaction: transaction.role_counts(session.id)) == ()
    assert store.read(lambda transaction: transaction.answers_of(person.id, "now")) == {}
    assert store.read(lambda transaction: transaction.joint_scores(session.id)) == ()
    assert store.read(lambda transaction: transaction.team(other.id)) == other


def test_the_id_of_who_went_is_not_given_to_another(
    store: Store, add_team: Callable[..., Team]
) -> None:
    gone = add_team()
    store.write(lambda transaction: transaction.delete_team(gone.id))
    assert add_team().id > gone.id
