"""Every suggestion says why: a sentence from the team's own answers, and one why it helps."""

import re
from collections.abc import Callable
from itertools import repeat
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.advice import advise
from partnerschap.content import Content, Role
from partnerschap.scoring import Answers, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Why = Callable[..., str]


@pytest.fixture(scope="session")
def why(make_content: MakeContent, make_answers: MakeAnswers) -> Why:
    """Give the reason for the one action of the one item with these answers."""

    def run(
        column: list[Given],
        importance: dict[str, int] | None = None,
        roles: list[Role] | None = None,
        **fields: Any,
    ) -> str:
        content = make_content({"a": {"actions": [(1, 2)], **fields}})
        answers = make_answers({"a": column}, roles, importance)
        scores = score(content, "all", answers, min_group=1 if roles is None else 3)
        (suggestion,) = advise(content, answers, scores).suggestions
        return suggestion.why

    return run


def test_counts_the_answers_that_are_not_in_place_yet(why: Why) -> None:
    found = why([1, 2, 3, 3, 3, 5, 5, 5, None, "not_applicable"])
    # Five of eight at the third point of the frequency scale or lower.
    assert re.search(r"\b5 van de 8 antwoorden zijn\b", found)
    assert re.search(r"\bSoms\W+of lager", found)


def test_a_first_step_counts_what_is_low_and_another_what_is_not_in_place(why: Why) -> None:
    assert re.search(r"\b3 van de 5 antwoorden zijn nog \W?Zelden\W+of lager", why([1, 2, 2, 3, 5]))
    assert re.search(r"\b4 van de 5 antwoorden zijn nog \W?Soms\W+of lager", why([1, 3, 3, 3, 5]))


def test_all_answers_are_called_all_and_then_no_group_is_counted(why: Why) -> None:
    assert re.search(r"^Alle 3 antwoorden zijn nog \W?Zelden\W+of lager\. ", why([1, 2, 2]))
    found = why([3, 2, 3, 3, 2, 3, 3, 2, 3, 3, 3], roles=ROLES_OF_BOTH)
    assert re.search(r"^Alle 11 antwoorden zijn nog \W?Soms\W+of lager\. ", found)


def test_uses_the_words_of_the_items_own_scale(why: Why) -> None:
    found = why([1, 2, 3], scale="progress")
    assert re.search(r"\b2 van de 3 antwoorden\b", found)
    assert re.search(r"\bEen begin\W+of lager", found)


def test_one_answer_is_spoken_of_as_one(why: Why) -> None:
    # The median of 3 and 4 is below 4, so there is something to build.
    assert re.search(r"\b1 van de 2 antwoorden is\b", why([3, 4]))
    assert re.search(r"\b2 van de 3 antwoorden zijn\b", why([3, 3, 4]))


def test_own_answer_is_named_in_its_words(why: Why) -> None:
    found = why([2])
    assert "Zelden" in found
    assert not re.search(r"\d", found.removesuffix("a-1 helpt."))


def test_ends_with_why_the_step_helps(why: Why) -> None:
    assert why([1, 2, 3]).endswith(". a-1 helpt.")


def test_two_camps_are_told_as_two_camps(why: Why) -> None:
    found = why([1, 1, 1, 5, 5])
    assert re.search(r"\b2 keer \W?Vaak\W+of hoger en 3 keer \W?Soms\W+of lager", found)
    assert "ver uit elkaar" in found


IN_TEAM = "in het team zelf"
AMONG_PARENTS = "bij ouders onderling"


@pytest.mark.parametrize(
    ("parents", "team", "told"),
    [
        ([3, 3, 4, 3, 4], [1, 5, 1, 5, 1, 5], IN_TEAM),
        ([1, 5, 1, 5, 1], [5, 5, 5, 5, 5, 5], AMONG_PARENTS),
        ([1, 5, 1, 5, 1], [1, 5, 1, 5, 1, 5], ""),
        ([], [1, 5, 1, 5, 1, 5], IN_TEAM),
        ([1, 5, 1, 5, 1], [], AMONG_PARENTS),
    ],
)
def test_two_camps_within_one_side_begin_their_talk_there(
    why: Why, parents: list[Given], team: list[Given], told: str
) -> None:
    roles = [*repeat(PARENT, len(parents)), *repeat(PROFESSIONAL, len(team))]
    found = why([*parents, *team], roles=roles)
    assert "liggen ver uit elkaar" in found
    assert [one for one in (IN_TEAM, AMONG_PARENTS) if one in found] == ([told] if told else [])


def test_camps_in_the_team_begin_there_and_forbid_no_talk_with_parents(why: Why) -> None:
    # The steps of a talk ask parents and colleagues alike.
    roles = [*repeat(PARENT, 5), *repeat(PROFESSIONAL, 6)]
    found = why([3, 3, 4, 3, 4, 1, 5, 1, 5, 1, 5], roles=roles)
    assert "begin met een gesprek in het eigen team" in found
    assert "pas met ouders" not in found


@pytest.mark.parametrize(
    ("sides", "column", "told"),
    [
        (
            (("professional", "management"), "professional"),
            [1, 2, 2, 1, 4],
            "4 van de 5 X van het team",
        ),
        (
            (("professional", "management"), "professional"),
            [1, 2, 2, 1, 2],
            "Alle 5 X van het team",
        ),
        # Of the roles that are asked only parents are there.
        ((("parent", "professional"), "municipality"), [1, 2, 2, 1, 4], "4 van de 5 X van ouders"),
        ((("parent", "professional"), "professional"), [1, 2, 2, 1, 4], "4 van de 5 X"),
    ],
)
def test_of_an_item_that_one_side_is_asked_it_is_said_whose_answers_they_are(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    sides: tuple[tuple[Role, ...], Role],
    column: list[Given],
    told: str,
) -> None:
    asked, team = sides
    # All of both sides answer another item, which needs nothing.
    content = make_content({"a": {"actions": [(1, 2)], "respondents": asked}, "b": {}})
    roles: list[Role] = [*repeat(PARENT, 5), *repeat(team, 5)]
    nobody: list[Given] = [None] * 5
    answers = make_answers(
        {"a": column + nobody if PARENT in asked else nobody + column, "b": [5] * 10}, roles
    )
    (suggestion,) = advise(content, answers, score(content, "all", answers)).suggestions
    assert suggestion.why.startswith(f"{told.replace('X', 'antwoorden')} zijn nog ")


def test_where_one_side_alone_answered_no_sentence_repeats_it(why: Why) -> None:
    assert why([1, 2, 2, 1, 4], roles=[PARENT] * 5).startswith("4 van de 5 antwoorden zijn nog ")


def test_of_a_side_that_may_not_be_shown_no_camps_are_told(why: Why) -> None:
    roles = [*repeat(PARENT, 2), *repeat(PROFESSIONAL, 6)]
    found = why([3, 3, 1, 5, 1, 5, 1, 5], roles=roles)
    assert "liggen ver uit elkaar" in found
    assert IN_TEAM not in found


PARENT: Role = "parent"
PROFESSIONAL: Role = "professional"
ROLES_OF_BOTH: list[Role] = [*repeat(PARENT, 5), *repeat(PROFESSIONAL, 5), "management"]


@pytest.mark.parametrize(
    ("parents", "team", "told"),
    [
        # All and one of six: nowhere else do they lie as far apart.
        ([5, 5, 4, 5, 5], [1, 1, 2, 2, 4, 1], (5, 1, "antwoorden \u2018Vaak\u2019 of hoger.")),
        # Nobody is in place: what they differ on lies below that.
        ([1, 1, 1, 2, 1], [3, 3, 2, 3, 3, 3], (0, 5, "antwoorden \u2018Soms\u2019 of hoger.")),
        ([4, 4, 4, 4, 4], [5, 5, 5, 5, 5, 4], (0, 5, "antwoorden \u2018Altijd\u2019.")),
        # All parents and none of the team at the second, third and fourth point: the fourth.
        ([4, 4, 5, 4, 4], [1, 1, 1, 1, 1, 1], (5, 0, "antwoorden \u2018Vaak\u2019 of hoger.")),
    ],
)
def test_parents_are_told_beside_the_team_where_they_are_furthest_apart(
    why: Why, parents: list[Given], team: list[Given], told: tuple[int, int, str]
) -> None:
    found = why([*parents, *team], roles=ROLES_OF_BOTH)
    of_parents, of_team, answer = told
    assert found.startswith(
        f"Ouders zien dit anders dan het team: {of_parents} van de 5 ouders en {of_team} van de 6 "
        f"mensen van het team {answer} "
    )


def test_groups_are_told_apart_only_where_they_may_be_shown(why: Why) -> None:
    roles: list[Role] = [*repeat(PARENT, 4), *repeat(PROFESSIONAL, 3), "management"]
    column: list[Given] = [3, 4, 2, 3, 3, 4, 3, 2]
    found = why(column, roles=roles)
    assert re.search(r"\b6 van de 8 antwoorden\b", found)
    assert " lager (3 van de 4 ouders, 3 van de 4 professionals en leidinggevenden). " in found
    # Two parents are too few to say anything about.
    found = why(column, roles=[*repeat(PARENT, 2), *repeat(PROFESSIONAL, 6)])
    assert re.search(r"\b6 van de 8 antwoorden\b", found)
    assert "ouders" not in found


def test_importance_is_named_only_where_the_vote_matters(why: Why) -> None:
    assert "belangrijk" not in why([1, 2, 3])
    assert "belangrijk" not in why([1, 2, 3], importance={"a": 2})
    assert "minder belangrijk" in why([1, 2, 3], importance={"a": 1})
    important = why([1, 2, 3], importance={"a": 3})
    assert "belangrijk" in important
    assert "minder" not in important


@settings(deadline=None, max_examples=80)
@given(
    column=st.lists(st.sampled_from([1, 2, 3, 4, 5, None]), min_size=2, max_size=20).filter(
        lambda column: sum(one is not None for one in column) > 1
    ),
    importance=st.integers(1, 3),
)
def test_is_two_sentences_with_the_right_numbers(
    make_content: MakeContent, make_answers: MakeAnswers, column: list[Given], importance: int
) -> None:
    content = make_content({"a": {"actions": [(1, 2)]}})
    answers = make_answers({"a": column}, importance={"a": importance})
    scores = score(content, "all", answers, min_group=1)
    for suggestion in advise(content, answers, scores).suggestions:
        valid = [one for one in column if isinstance(one, int)]
        below = sum(one <= (2 if suggestion.situation == "start" else 3) for one in valid)
        told = suggestion.why.removesuffix("a-1 helpt.")
        numbers = [int(number) for number in re.findall(r"\d+", told)]
        if suggestion.situation == "talk":
            assert numbers == [len(valid) - below, below]
        else:
            assert numbers == ([below, len(valid)] if below < len(valid) else [below])
        assert suggestion.why.endswith(".")
        assert suggestion.why.count(". ") == 1
        assert not re.search(r"[{}]|  |\s[.,;]", suggestion.why)
