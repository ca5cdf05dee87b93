"""What is sent of a session never tells what fewer people than its smallest group answered.

A whole session is played, with everything that its pages are sent at every moment. Played again
with other answers that may not show, everything that is sent must be the same.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from itertools import combinations
from random import Random
from typing import Any, Literal
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings, strategies as st
from pydantic_core import to_jsonable_python

from partnerschap.advice import advise
from partnerschap.content import ROLES, Content, Role
from partnerschap.report import figures
from partnerschap.scoring import Answer, Answers, Scores, group_differences, score
from partnerschap.sessions import (
    Opening,
    ParticipantAccess,
    SessionError,
    SessionService,
    TrainerAccess,
    add_answer_code,
    add_sheet,
    archive_round,
    close_round,
    compare_rounds,
    join_round,
    look_up,
    open_first,
    open_next,
    participant_view,
    remove_batch,
    save_answers,
    save_votes,
    set_finished,
    show_step,
    team_of,
    trainer_view,
)
from partnerschap.sessions.repository import Store
from partnerschap.ui.session_views import (
    participant_session,
    round_comparison,
    session_summary,
    trainer_session,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TRAINER = "trainer"
ITEMS = ("a", "b", "c", "d")
NOT_FOR_ALL = "c"
"""The item that is asked of professionals and management only."""

Given = dict[str, Answer]
Way = Literal["joins", "sheet", "code"]
Json = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """Somebody in a round, with what they answer, and votes by item if they are asked."""

    role: Role
    now: Given
    then: Given = field(default_factory=dict)
    way: Way = "joins"
    votes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Team:
    rounds: tuple[tuple[Person, ...], ...]
    min_group: int
    seed: int
    """Of the order in which things happen, which does not hang on answers."""


@dataclass(frozen=True)
class Look:
    """What one page was sent at a moment."""

    number: int
    """Of the round."""
    moment: str
    page: str
    sent: Json


# Random teams

answer = st.sampled_from([1, 2, 3, 4, 5, 1, 5, "dont_know", "not_applicable", None])
person = st.builds(
    lambda role, answers, then, way, votes: Person(
        role,
        dict(zip(ITEMS, answers, strict=True)),
        dict(zip(ITEMS, then, strict=True)),
        way,
        {item: value for item, value in zip(ITEMS, votes, strict=True) if value},
    ),
    role=st.sampled_from(ROLES[:3]) | st.sampled_from(ROLES),
    answers=st.tuples(*[answer] * 4),
    then=st.tuples(*[answer] * 4),
    way=st.sampled_from(["joins", "joins", "sheet", "code"]),
    votes=st.tuples(*[st.integers(0, 3)] * 4),
)


def _asked(one: Person) -> Person:
    """Leave out what the person's role is not asked, and blanks."""
    wide = one.role in {"professional", "management"}

    def keep(given: Given) -> Given:
        return {
            item: value
            for item, value in given.items()
            if value is not None and (wide or item != NOT_FOR_ALL)
        }

    return replace(one, now=keep(one.now), then=keep(one.then))


@st.composite
def teams(draw: st.DrawFn) -> Team:
    """Two rounds of 0..25 people, the second with some people gone and some come."""
    min_group = draw(st.integers(3, 6))
    # Some people a few times over, so that there are groups that may be shown as well.
    kinds = draw(st.lists(person, max_size=8))
    people = [one for one in kinds for _ in range(draw(st.integers(1, 4)))][:22]
    # An item that only a few answer is what must stay hidden.
    rare = draw(st.sampled_from([(), (), ("d",), ("a",), ("b", "d")]))
    few = draw(st.integers(1, min_group - 1))

    def thinned(group: Sequence[Person]) -> tuple[Person, ...]:
        return tuple(
            _asked(one)
            if number < few
            else _asked(
                replace(
                    one,
                    now=one.now | dict.fromkeys(rare),
                    then=one.then | dict.fromkeys(rare),
                )
            )
            for number, one in enumerate(group)
        )

    gone = draw(st.sets(st.integers(0, 21), max_size=4))
    come = draw(st.lists(person, max_size=3))
    second = [one for number, one in enumerate(people) if number not in gone] + come
    return Team((thinned(people), thinned(second)), min_group, draw(st.integers(0, 2**32)))


# Playing a session


class Play:
    """Plays the session of a team and keeps what every page was sent."""

    def __init__(self, content: Content, store: Store, team: Team) -> None:
        self.service = SessionService(content, store, now=lambda: NOW)
        self.team = team
        self.draw = Random(team.seed)  # noqa: S311 - only an order
        self.looks: list[Look] = []

    def play(self, until: int = 2, *, open_only: bool = False) -> list[Look]:
        """Play the rounds until one of them; with `open_only` until just before it is closed."""
        codes = (f"CADE{one}{other}" for one in "23456" for other in "23456")
        with patch("partnerschap.sessions.use_cases.opening.new_code", lambda: next(codes)):
            for number, people in enumerate(self.team.rounds[:until], start=1):
                access, code = self._open(number)
                self._gather(number, access, code, people)
                if open_only and number == until:
                    break
                close_round(self.service, access)
                self._come_late(number, access, code)
                self._talk(number, access, code, people)
        return self.looks

    def _open(self, number: int) -> tuple[TrainerAccess, str]:
        if number == 1:
            chosen = Opening(
                instrument="all",
                sector="school",
                roles=ROLES,
                min_group=self.team.min_group,
            )
            session = open_first(self.service, chosen, TRAINER)
        else:
            session = open_next(self.service, TRAINER)
        return TrainerAccess(TRAINER, session.id), session.code

    def _gather(
        self, number: int, access: TrainerAccess, code: str, people: Sequence[Person]
    ) -> None:
        """Let everybody answer in portions, in any order, and look now and then."""
        queues = [
            list(self._steps_of(access, who, one, number))
            for who, one in self._who(number, code, people)
        ]
        queues.append(list(self._sheets(access, people)))
        queues.append([lambda: self._look(number, "open", code, people)])
        while queues := [queue for queue in queues if queue]:
            self.draw.choice(queues).pop(0)()
        self._look(number, "open", code, people)

    def _who(
        self, number: int, code: str, people: Sequence[Person]
    ) -> Iterator[tuple[ParticipantAccess, Person]]:
        for index, one in enumerate(people):
            yield ParticipantAccess(code, f"round {number} person {index}"), one

    def _steps_of(
        self, access: TrainerAccess, who: ParticipantAccess, one: Person, number: int
    ) -> Iterator[Callable[[], object]]:
        service = self.service
        if one.way == "code" and one.now:
            name = int(who.token.rpartition(" ")[2])
            yield lambda: add_answer_code(service, access, name, one.role, one.now)
        if one.way != "joins":
            return
        items = list(ITEMS)
        self.draw.shuffle(items)
        portion = set(items[:2])
        yield lambda: join_round(service, who, one.role)
        yield lambda: save_answers(
            service, who, {item: value for item, value in one.now.items() if item in portion}
        )
        yield lambda: save_answers(service, who, one.now)
        if number > 1:
            yield lambda: save_answers(service, who, one.then, "then")
        if self.draw.random() < 0.8:
            yield lambda: set_finished(service, who, finished=True)

    def _sheets(
        self, access: TrainerAccess, people: Sequence[Person]
    ) -> Iterator[Callable[[], object]]:
        rows = [(one.role, one.now) for one in people if one.way == "sheet" and one.now]
        middle = self.draw.randint(0, len(rows))
        for name, part in (("one", rows[:middle]), ("two", rows[middle:])):
            if part:
                sheet = Answers.from_rows(ITEMS, part)
                yield lambda name=name, sheet=sheet: add_sheet(self.service, access, name, sheet)  # type: ignore[misc]
                if self.draw.random() < 0.5:
                    yield lambda name=name: remove_batch(self.service, access, name)  # type: ignore[misc]
                    yield lambda name=name, sheet=sheet: add_sheet(
                        self.service, access, name, sheet
                    )  # type: ignore[misc]

    def _come_late(self, number: int, access: TrainerAccess, code: str) -> None:
        """Let somebody try to slip in an answer, and the trainer a sheet."""
        late = ParticipantAccess(code, f"round {number} late")
        self._look(number, "closed", code, self.team.rounds[number - 1])
        join_round(self.service, late, "parent")
        sheet = Answers.from_rows(ITEMS, [("parent", {"a": 1})])
        for refused in (
            lambda: save_answers(self.service, late, {"a": 1}),
            lambda: save_answers(self.service, late, {"a": 1}, "then"),
            lambda: add_sheet(self.service, access, "late", sheet),
            lambda: remove_batch(self.service, access, "one"),
            lambda: add_answer_code(self.service, access, 99, "parent", {"a": 1}),
        ):
            with pytest.raises(SessionError, match="closed"):
                refused()

    def _talk(
        self, number: int, access: TrainerAccess, code: str, people: Sequence[Person]
    ) -> None:
        """Go through the steps, now and then one back, and vote."""
        steps = list(trainer_view(self.service, TRAINER).steps)
        order = [
            step
            for place, step in enumerate(steps)
            for step in (
                [steps[place], steps[place - 1], steps[place]] if self._turns() else [step]
            )
        ]
        for step in order:
            show_step(self.service, access, step)
            if step == "vote":
                self._vote(number, code, people)
            self._look(number, step, code, people)
        if self._turns():
            archive_round(self.service, access)
            self._look(number, "ended", code, people)

    def _turns(self) -> bool:
        return self.draw.random() < 0.15

    def _vote(self, number: int, code: str, people: Sequence[Person]) -> None:
        snapshot = trainer_view(self.service, TRAINER).snapshot
        assert snapshot is not None
        if snapshot.importance is not None:
            return
        for who, one in self._who(number, code, people):
            votes = {
                item: value for item, value in one.votes.items() if item in snapshot.vote_items
            }
            if one.way == "joins" and votes:
                save_votes(self.service, who, votes)

    def _look(self, number: int, moment: str, code: str, people: Sequence[Person]) -> None:
        """Keep what the trainer's pages and somebody's own page are sent."""
        service = self.service

        def see(page: str, sent: Mapping[str, Any]) -> None:
            plain = json.loads(json.dumps(to_jsonable_python(sent), allow_nan=False))
            self.looks.append(Look(number, moment, page, plain))

        see("trainer", trainer_session(service.content, trainer_view(service, TRAINER)))
        if moment in {"open", "closed", "strengths", "end"}:
            see("comparison", round_comparison(service.content, compare_rounds(service, TRAINER)))
        if moment == "ended":
            return
        session = look_up(service, code)
        see("invitation", session_summary(session, team_of(service, session).sector, demo=False))
        pages = [who for who, one in self._who(number, code, people) if one.way == "joins"]
        who = self.draw.choice([*pages, ParticipantAccess(code, f"round {number} late")])
        try:
            view = participant_view(service, who)
        except SessionError as error:
            assert error.reason == "not_joined"  # noqa: PT017 - has yet to come
            return
        sent = participant_session(service.content, view)
        # Nobody else's: looked at elsewhere.
        see("participant", {key: one for key, one in sent.items() if key != "own"})


# What should be shown, from the answers


def answers_of(people: Sequence[Person], moment: str = "now") -> Answers:
    """Who answered nothing is no respondent; only who joined looks back."""
    if moment == "then":
        rows = [(one.role, one.then) for one in people if one.way == "joins" and one.then]
    else:
        rows = [(one.role, one.now) for one in people if one.now]
    return Answers.from_rows(ITEMS, rows)


def scores_of(content: Content, team: Team, number: int, moment: str = "now") -> Scores:
    answers = answers_of(team.rounds[number - 1], moment)
    return score(content, "all", answers, min_group=team.min_group)


def importance_of(team: Team, number: int, vote_items: Sequence[str]) -> dict[str, int]:
    """Median of the votes, halves up, where there are enough of them."""
    found = {}
    for item in vote_items:
        votes = sorted(
            one.votes[item]
            for one in team.rounds[number - 1]
            if one.way == "joins" and item in one.votes
        )
        if len(votes) >= team.min_group:
            middle = votes[len(votes) // 2] + votes[(len(votes) - 1) // 2]
            found[item] = (middle + 1) // 2
    return found


def table_of(
    content: Content, team: Team, number: int, importance: Mapping[str, int] | None
) -> Json:
    """Make the one table with figures that a round has, before or after its vote."""
    answers = replace(answers_of(team.rounds[number - 1]), importance=importance or {})
    scores = scores_of(content, team, number)
    wide = advise(content, replace(answers, importance={}), scores, top=10)
    made = {
        "figures": figures(scores, advise(content, answers, scores)),
        "differences": [asdict(one) for one in group_differences(scores)],
        "importance": importance,
        "vote_items": [one.item for one in wide.suggestions],
    }
    plain: Json = json.loads(json.dumps(made))
    return plain


def items_in(sent: object) -> Iterator[Json]:
    """Give everything that is sent about an item's answers."""
    if isinstance(sent, dict):
        if "counts" in sent and "status" in sent:
            yield sent
        for value in sent.values():
            yield from items_in(value)
    elif isinstance(sent, list):
        for value in sent:
            yield from items_in(value)


def check_sizes(item: Json, min_group: int) -> None:
    """No table, and no difference of tables, may be about too few answers."""
    shown = {key: value for key, value in item.items() if key not in {"id", "area", "status"}}
    if item["status"] == "suppressed":
        assert set(shown.values()) == {None}
        return
    whole = item["counts"]
    assert sum(whole) == item["n_valid"]
    # Who does not know, or whom it does not fit, is one of enough people who answered.
    answered = item["n_valid"] + item["dont_know"] + item["not_applicable"]
    assert answered == 0 or answered >= min_group
    groups = [group["counts"] for group in (item["groups"] or {}).values()]
    tables = [whole]
    for size in range(1, len(groups) + 1):
        for chosen in combinations(groups, size):
            together = [sum(points) for points in zip(*chosen, strict=True)]
            rest = [all_ - own for all_, own in zip(whole, together, strict=True)]
            assert min(rest) >= 0
            tables += [together, rest]
    for table in tables:
        assert sum(table) == 0 or sum(table) >= min_group
    if item["n_valid"] == 0:
        assert {shown[key] for key in ("median", "share", "need", "agreement")} == {None}


def without_texts(figures: Json) -> Json:
    """Take the texts of actions out of figures, which are of those that the figures name alone."""
    steps = ("suggestions", "year_plan", "find_out", "keep", "begin")
    assert set(figures["actions"]) == {one["action"] for step in steps for one in figures[step]}
    assert {one["item"] for one in figures["begin"]} <= {
        *figures["agree_low"],
        *figures["discuss_first"],
    }
    return {
        key: value for key, value in figures.items() if key not in {"actions", "begin", "unlisted"}
    }


def check_part(shown: Json, table: Json) -> None:
    """What a participant sees at a step is a part of the whole, with the same values."""
    part, whole = without_texts(shown["figures"]), table["figures"]
    for key in ("instrument", "content_version", "respondents", "min_group", "seed"):
        assert part[key] == whole[key]
    for key in ("items", "areas", "tips", "suggestions", "strengths", "discuss_first"):
        assert all(one in whole[key] for one in part[key]), key
    assert part["balance"] in (None, whole["balance"])
    for key in ("differences", "biggest_differences"):
        assert all(one in table["differences"] for one in shown[key]), key
    assert all(one in table["vote_items"] for one in shown["vote_items"])
    if shown["importance"] is not None:
        assert shown["importance"] == table["importance"]


class Expected:
    """What may be sent of a team, by the answers, as its rounds go on."""

    def __init__(self, content: Content, team: Team) -> None:
        self.content, self.team = content, team
        self.closed = 0
        self.voted = dict.fromkeys((1, 2), False)
        """Whether the vote of a round is closed."""
        self.tables: dict[int, list[Json]] = {}
        for number in (1, 2):
            before = table_of(content, team, number, None)
            importance = importance_of(team, number, before["vote_items"])
            self.tables[number] = [before, table_of(content, team, number, importance)]

    def check(self, look: Look) -> None:
        if look.moment != "open":
            self.closed = look.number
        for item in items_in(look.sent):
            check_sizes(item, self.team.min_group)
        getattr(self, look.page)(look)

    def table(self, number: int) -> Json:
        return self.tables[number][self.voted[number]]

    def trainer(self, look: Look) -> None:
        result = look.sent["result"]
        if look.moment == "open":
            assert (result, look.sent["steps"]) == (None, [])
            assert (look.sent["joint"], look.sent["plan"]) == ([], [])
            return
        if result["importance"] is not None:
            self.voted[look.number] = True
        self._same(result, look.number)

    def comparison(self, look: Look) -> None:
        assert [one["round"] for one in look.sent["rounds"]] == list(range(1, self.closed + 1))
        for number, one in enumerate(look.sent["rounds"], start=1):
            self._same(one["result"], number)
            expected = None
            if number > 1 and answers_of(self.team.rounds[1], "then").roles:
                then = scores_of(self.content, self.team, number, "then")
                expected = [asdict(area) for area in then.areas]
            assert one["then"] == json.loads(json.dumps(expected))

    def invitation(self, look: Look) -> None:
        assert not {"figures", "result", "shown", "own", "counts"} & set(look.sent)

    def participant(self, look: Look) -> None:
        shown = look.sent["shown"]
        assert (shown is None) == (look.moment in {"open", "closed"})
        if shown is not None:
            check_part(shown, self.table(look.number))

    def _same(self, result: Json, number: int) -> None:
        table = self.table(number)
        result = {**result, "figures": without_texts(result["figures"])}
        assert {key: result[key] for key in table} == table


def checked(examples: int) -> settings:
    return settings(deadline=None, max_examples=examples)


@checked(12)
@given(team=teams())
def test_all_that_is_sent_is_one_table_about_enough_people(
    content: Content, in_memory: Callable[[], Store], team: Team
) -> None:
    expected = Expected(content, team)
    for look in Play(content, in_memory(), team).play():
        expected.check(look)
    # A vote that was held was closed by going on.
    assert expected.voted == {
        number: bool(before["vote_items"]) for number, (before, _) in expected.tables.items()
    }


def opposite(given: Given) -> Given:
    """Answer everything otherwise."""
    other: dict[Answer, Answer] = {
        1: 5,
        2: 4,
        3: "dont_know",
        4: 1,
        5: 2,
        "dont_know": 3,
        "not_applicable": 5,
    }
    return {item: other[value] for item, value in given.items()}


@checked(8)
@given(team=teams(), number=st.integers(1, 2))
def test_nothing_that_is_sent_before_closing_hangs_on_answers(
    content: Content, in_memory: Callable[[], Store], team: Team, number: int
) -> None:
    def changed(one: Person) -> Person:
        now = opposite(one.now)
        if one.way == "joins":  # that somebody answered at all may not show either
            now = {} if len(one.now) > 2 else _asked(replace(one, now=dict.fromkeys(ITEMS, 3))).now
        return replace(one, now=now, then=opposite(one.then))

    rounds = list(team.rounds)
    rounds[number - 1] = tuple(changed(one) for one in rounds[number - 1])
    other = replace(team, rounds=tuple(rounds))
    one, another = (
        Play(content, in_memory(), each).play(number, open_only=True) for each in (team, other)
    )
    assert one == another


def hidden_in(scores: Scores) -> set[str]:
    return {item.id for item in scores.items if item.status == "suppressed"}


def with_other_hidden(
    people: Sequence[Person], hidden: set[str], then: set[str], least: int
) -> Any:
    """Change each answer to a hidden item, to another of its kind: its status stays.

    Of an item that a few people do not know, or that does not fit a few, and that nobody rated, it
    may not be told which it was either.
    """
    other: dict[Answer, Answer] = {
        1: 5,
        2: 1,
        3: 4,
        4: 2,
        5: 3,
        "dont_know": "not_applicable",
        "not_applicable": "dont_know",
    }

    def change(given: Given, items: set[str]) -> Given:
        return {item: other[value] if item in items else value for item, value in given.items()}

    def alike(items: set[str], everybody: Sequence[Given]) -> set[str]:
        """Leave out what nobody rated and many find unfit: changed, it would be many who do not
        know."""
        given = {item: [one[item] for one in everybody if item in one] for item in items}
        return {
            item
            for item, answers in given.items()
            if len(answers) < least or any(isinstance(one, int) for one in answers)
        }

    hidden = alike(hidden, [one.now for one in people])
    then = alike(then, [one.then for one in people if one.way == "joins"])
    return tuple(
        replace(one, now=change(one.now, hidden), then=change(one.then, then)) for one in people
    )


@checked(8)
@given(team=teams())
def test_nothing_that_is_ever_sent_hangs_on_a_hidden_item(
    content: Content, in_memory: Callable[[], Store], team: Team
) -> None:
    hidden = [hidden_in(scores_of(content, team, number)) for number in (1, 2)]
    then = [set(), hidden_in(scores_of(content, team, 2, "then"))]
    assume(any(hidden) or any(then))
    other = replace(
        team,
        rounds=tuple(
            with_other_hidden(people, items, before, team.min_group)
            for people, items, before in zip(team.rounds, hidden, then, strict=True)
        ),
    )
    assert [hidden_in(scores_of(content, other, number)) for number in (1, 2)] == hidden
    one, another = (Play(content, in_memory(), each).play() for each in (team, other))
    assert one == another
