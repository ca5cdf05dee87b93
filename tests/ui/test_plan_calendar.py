"""Whoever takes the calendar of a team after every change, or now and then, sees its plan.

Two teams without a name are in one calendar. The calendar keeps entries by their UID, takes what is
newer and hides what was cancelled; see `calendar_client`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from calendar_client import CalendarClient, read_calendar
from partnerschap.content import load
from partnerschap.report import make_file
from partnerschap.report.team_reports import HALF_A_YEAR, of_rounds
from partnerschap.sessions import (
    ActionText,
    Opening,
    PlannedAction,
    SessionService,
    TrainerAccess,
    add_action,
    change_action,
    close_round,
    closed_rounds,
    new_token,
    open_first,
    trainer_view,
)
from partnerschap.sessions.repository import Store
from partnerschap.sessions.use_cases.planning import MOST_ACTIONS, MOST_REMOVED

CONTENT = load()
BEGIN = datetime(2026, 9, 1, 12, tzinfo=UTC)
AGAIN = "Samen terugkijken en opnieuw invullen"
MAY, JUNE = date(2027, 5, 1), date(2027, 6, 1)


@dataclass
class TeamPlan:
    """The plan of a team without a name, on a clock that goes on a minute with every change."""

    service: SessionService
    access: TrainerAccess = field(init=False)
    code: str = field(init=False)
    keys: int = 0
    time: datetime = BEGIN

    def __post_init__(self) -> None:
        self.service = replace(self.service, now=lambda: self.time)
        token = new_token()
        opening = Opening(instrument="kort", sector="school", roles=("parent",))
        session = open_first(self.service, opening, token)
        self.access, self.code = TrainerAccess(token, session.id), session.code
        close_round(self.service, self.access)

    @property
    def plan(self) -> tuple[PlannedAction, ...]:
        return trainer_view(self.service, self.access.token, self.access.session_id).plan

    def add(self, **fields: Any) -> PlannedAction:
        self.time += timedelta(minutes=1)
        self.keys += 1
        return add_action(self.service, self.access, f"key-{self.keys}", ActionText(**fields))

    def change(self, place: int, **fields: Any) -> None:
        self.time += timedelta(minutes=1)
        one = self.plan[place]
        change_action(
            self.service,
            self.access,
            one.id,
            one.version,
            ActionText(**({"text": one.text} | fields)) if fields else None,
        )

    def file(self) -> bytes:
        compared = closed_rounds(self.service, self.code)
        return make_file(of_rounds(CONTENT, compared, self.time), "plan", "ics")

    @property
    def expected(self) -> Counter[tuple[date, str]]:
        """Every step with a date that was not stopped, and looking back half a year later."""
        steps = [(one.due, one.text) for one in self.plan if one.due and one.state != "stopped"]
        return Counter([*steps, (BEGIN.date() + HALF_A_YEAR, AGAIN)])


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> SessionService:
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('plan')}/sessions.sqlite3")
    store.migrate()
    return SessionService(CONTENT, store)


@pytest.fixture
def team(service: SessionService) -> TeamPlan:
    return TeamPlan(service)


def steps_of(data: bytes) -> Iterator[tuple[str, Any]]:
    return ((uid, one) for uid, one in read_calendar(data).items() if AGAIN not in one.summary)


texts = st.sampled_from(["Koffie; thee, taart", "Bellen", "Ÿ" * 120])
days = st.dates(date(2026, 9, 1), date(2028, 1, 1))
changes = st.one_of(
    st.builds(lambda text, due: {"text": text, "due": due}, texts, st.none() | days),
    st.builds(lambda due: {"due": due}, st.none() | days),
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda state: {"state": state}, st.sampled_from(["busy", "done", "stopped"])),
    st.just({"first_step": "Morgen"}),
    st.just({}),  # taken away
)
histories = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 4), changes), max_size=10)


@given(history=histories, late=st.integers(1, 4))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_calendar_shows_exactly_the_plans(
    service: SessionService, history: Any, late: int
) -> None:
    teams = TeamPlan(service), TeamPlan(service)
    always, sometimes = CalendarClient(), CalendarClient()
    for one in teams:
        always.take(one.file())
    for number, (which, place, fields) in enumerate(history, start=1):
        team = teams[which]
        if place < len(team.plan):
            team.change(place, **fields)
        elif "text" in fields:
            team.add(**fields)
        always.take(team.file())
        if number % late == 0:
            sometimes.take(team.file())
        assert always.shown == teams[0].expected + teams[1].expected
    for one in teams:
        sometimes.take(one.file())
    assert sometimes.shown == teams[0].expected + teams[1].expected


def test_what_became_of_a_step_is_one_entry_that_gets_newer(team: TeamPlan) -> None:
    """Each change by itself: its UID stays, and what it is now is said."""
    team.add(text="Koffie", due=MAY)
    ((uid, first),) = steps_of(team.file())
    assert (first.sequence, first.cancelled, first.summary) == (0, False, "Koffie")
    assert first.alarms == ["-P6DT15H"]  # nine in the morning, a week before
    changed: list[tuple[dict[str, Any], bool, date]] = [
        ({"text": "Thee"}, False, MAY),
        ({"due": JUNE}, False, JUNE),
        ({"state": "stopped"}, True, JUNE),
        ({"state": "busy"}, False, JUNE),
        ({"due": None}, True, JUNE),
        ({"due": MAY}, False, MAY),
        ({}, True, MAY),
    ]
    for sequence, (fields, cancelled, day) in enumerate(changed, start=1):
        team.change(0, **fields)
        ((same, now),) = steps_of(team.file())
        assert (same, now.sequence, now.cancelled, now.day) == (uid, sequence, cancelled, day)
        assert now.stamp == now.modified == team.time  # to the second


def test_a_step_that_was_taken_away_leaves_no_word(team: TeamPlan) -> None:
    team.add(text="Geheim", due=MAY)
    team.change(0)
    ((_, gone),) = steps_of(team.file())
    assert gone.summary == "Vervallen: een stap die niet meer in het plan staat"
    assert b"Geheim" not in team.file()
    # Chosen again it is another step: the one that went stays off.
    team.add(text="Geheim", due=MAY)
    before, after = (one for _, one in steps_of(team.file()))
    assert (before.cancelled, after.cancelled) == (True, False)


def test_two_equal_steps_are_two_entries(team: TeamPlan) -> None:
    for _ in range(2):
        team.add(text="Koffie", due=MAY)
    client = CalendarClient()
    client.take(team.file())
    assert client.shown[MAY, "Koffie"] == 2
    team.change(0)
    client.take(team.file())
    assert client.shown[MAY, "Koffie"] == 1


def test_who_looks_again_gets_the_same_entries(team: TeamPlan) -> None:
    """Nothing changed, so nothing says that it is newer."""
    team.add(text="Koffie", due=MAY)
    first = read_calendar(team.file())
    team.time += timedelta(days=40)
    again = read_calendar(team.file())
    assert {uid: replace(one, stamp=BEGIN) for uid, one in again.items()} == {
        uid: replace(one, stamp=BEGIN) for uid, one in first.items()
    }
    assert all(again[uid].stamp == first[uid].stamp + timedelta(days=40) for uid in first)


def test_the_names_tell_nothing_of_the_secret_or_the_code(team: TeamPlan) -> None:
    """They are made of a number that the store drew: another number, other names."""
    team.add(text="Koffie", due=MAY)
    compared = closed_rounds(team.service, team.code)
    other = replace(compared, team=replace(compared.team, calendar="0" * 32))
    again = make_file(of_rounds(CONTENT, other, team.time), "plan", "ics")
    assert not set(read_calendar(again)) & set(read_calendar(team.file()))
    changed = replace(
        compared,
        team=replace(compared.team, token_hash="other", label="Anders", sector="club"),  # noqa: S106
    )
    same = make_file(of_rounds(CONTENT, changed, team.time), "plan", "ics")
    assert set(read_calendar(same)) == set(read_calendar(team.file()))
    assert team.code.encode() not in team.file()


def test_a_calendar_does_not_grow_for_ever(team: TeamPlan) -> None:
    for _ in range(MOST_REMOVED + 3):
        team.add(text="Koffie", due=MAY)
        team.change(0)
    for _ in range(MOST_ACTIONS):
        team.add(text="Koffie", due=MAY)
    entries = [one for _, one in steps_of(team.file())]
    assert Counter(one.cancelled for one in entries) == {True: MOST_REMOVED, False: MOST_ACTIONS}
