"""The ten invented teams differ in kind, and so does what they are advised."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations

import pytest

from blind_trial import introductions, key, printed, trial
from partnerschap.content import load
from partnerschap.scoring import differs
from partnerschap_book.profiles import AdvisedProfile, advised, profiles

CONTENT = load()


@cache
def team_of(name: str) -> AdvisedProfile:
    return advised(CONTENT, profiles()[name])


def situations(team: AdvisedProfile) -> Counter[str | None]:
    return Counter(item.situation for item in team.scores.items)


def steps(team: AdvisedProfile) -> list[str | None]:
    """Return what the answers asked for, of each step that can be taken now."""
    return [step.situation for step in team.advice.suggestions]


def areas_of(items: Iterable[str]) -> set[str]:
    return {CONTENT.items_by_id[item].area for item in items}


def steps_in(team: AdvisedProfile, *areas: str) -> int:
    return sum(areas_of([step.item]) <= set(areas) for step in team.advice.suggestions)


def seen_otherwise_by_parents(team: AdvisedProfile, item: str) -> bool:
    figures = next(one for one in team.scores.items if one.id == item)
    return differs(figures.difference, figures.difference_p)


KINDS: dict[str, Callable[[AdvisedProfile], bool]] = {
    "unseen": lambda team: (
        set(steps(team)) == {"talk"}
        and all(seen_otherwise_by_parents(team, step.item) for step in team.advice.suggestions)
        and bool(team.advice.find_out)
    ),
    "camps": lambda team: set(steps(team)) == {"talk"} and not team.advice.year_plan,
    "paper": lambda team: (
        steps_in(team, "informeel") == 2
        and steps_in(team, "visie", "formeel") == 0
        and {CONTENT.items_by_id[item].area for item in team.advice.strengths}
        <= {"visie", "beleid"}
    ),
    "new-team": lambda team: situations(team)["find_out"] > len(team.scores.items) / 2,
    "municipality": lambda team: (
        team.scores.division is not None and set(team.scores.division) == {"parent", "municipality"}
    ),
    "home-visits": lambda team: (
        steps_in(team, "formeel", "maatschappelijk", "omgeving") == 5
        and {item.status for item in team.scores.items if item.id in {"inf-9", "for-11"}}
        == {"empty"}
    ),
    "all-low": lambda team: set(situations(team)) == {"start"} and not team.advice.strengths,
    "all-high": lambda team: set(situations(team)) == {"keep"} and not steps(team),
    "parents-only": lambda team: team.scores.division is None and "talk" not in steps(team),
    "mixed": lambda team: bool(
        team.advice.strengths
        and team.advice.discuss_first
        and team.advice.agree_low
        and team.advice.suggestions
        and team.advice.year_plan
        and team.advice.find_out
    ),
}


def test_every_team_is_of_one_kind() -> None:
    assert list(profiles()) == list(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_team_is_of_its_kind(name: str) -> None:
    assert KINDS[name](team_of(name))


@pytest.mark.parametrize("name", KINDS)
def test_what_a_team_answers_is_asked_of_it(name: str) -> None:
    """An answer under a name that is no item or area would be left out in silence."""
    profile = profiles()[name]
    assert set(profile.answers) == set(profile.people)
    for role, answers in profile.answers.items():
        asked = [item for item in CONTENT.items if role in item.respondents]
        known = {"all"} | {item.id for item in asked} | {item.area for item in asked}
        assert set(answers) - known == set()
        assert all(set(given) <= set("12345?-") and given for given in answers.values())


def test_teams_are_advised_different_things() -> None:
    """Method: two teams that have nothing in common share 0.65 of their five at most."""
    given = {name: {step.action for step in team_of(name).advice.suggestions} for name in KINDS}
    shared = [len(given[one] & given[other]) for one, other in combinations(given, 2)]
    assert sum(shared) / len(shared) <= 0.65
    assert max(shared) <= 2


def test_a_team_reads_its_own_sector() -> None:
    """A step with a wording for a sector is read in it there."""
    differing = 0
    for team in map(team_of, KINDS):
        lists = (team.advice.suggestions, team.advice.year_plan, team.advice.keep)
        for step in (one for steps_given in lists for one in steps_given):
            action = CONTENT.actions_by_id[step.action]
            own = action.sectors.get(team.profile.sector)
            if own and "{" not in own:
                differing += 1
                assert team.action(step.action) == own
    assert differing


def test_every_team_is_introduced_in_three_sentences() -> None:
    told = introductions()
    assert list(told) == list(KINDS)
    for name, text in told.items():
        assert len(re.findall(r"[.!?](?:\s|$)", text)) == 3, name


def test_the_trial_hides_which_advice_belongs_to_whom() -> None:
    order = trial(1)
    assert trial(1) == order
    assert trial(2) != order
    assert sorted(order.advice) == sorted(order.described) == sorted(KINDS)
    shown = "\n".join(printed(order))
    assert all(name not in shown for name in KINDS)
    for line in key(order):
        letter, number, name = line.split()
        start = shown.index(f"=== {letter} ===")
        own = shown[start : shown.index("\n=== ", start + 1)]
        team = team_of(name)
        assert all(team.action(step.action) in own for step in team.advice.suggestions)
        assert f"\n{number}. {introductions()[name]}" in shown
