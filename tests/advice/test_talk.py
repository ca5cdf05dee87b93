"""What to start from, and what to talk about: where people disagree, and what they agree is low."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.advice import (
    Advice,
    ItemAction,
    Unlisted,
    advise,
    unlisted_low,
    unlisted_strengths,
)
from partnerschap.content import Content
from partnerschap.scoring import Answers, Scores, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None


def spread_out(counts: list[int], n: int) -> list[Given]:
    """Return one answer a point counted, and blanks up to `n` respondents."""
    column: list[Given] = [point for point, count in enumerate(counts, 1) for _ in range(count)]
    return column + [None] * (n - len(column))


def advise_on(
    make_content: MakeContent,
    make_answers: MakeAnswers,
    counts: dict[str, list[int]],
    min_group: int = 1,
) -> tuple[Scores, Advice]:
    n = max(map(sum, counts.values()))
    answers = make_answers({name: spread_out(own, n) for name, own in counts.items()})
    content = make_content({name: {} for name in counts})
    scores = score(content, "all", answers, min_group=min_group)
    return scores, advise(content, answers, scores)


def test_lowest_agreement_is_discussed_first(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    _, advice = advise_on(
        make_content,
        make_answers,
        {
            "agreed": [0, 3, 3, 3, 0],  # A = 0.5 exactly: no need to
            "even": [2, 2, 2, 2, 2],  # 0
            "half": [0, 4, 0, 4, 0],  # 1/6
            "camps": [4, 0, 0, 0, 4],  # -1
            "one": [0, 0, 9, 0, 0],  # 1
        },
    )
    assert advice.discuss_first == ("camps", "even", "half")


def test_three_are_discussed_at_most_and_ties_keep_content_order(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    counts = {name: [2, 2, 2, 2, 2] for name in ("d", "b", "c", "a")}
    _, advice = advise_on(make_content, make_answers, counts)
    assert advice.discuss_first == ("d", "b", "c")


def test_agreement_ties_in_fractions(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    # All three are 0 exactly; the middle one is the sum -1/33 + 1/33.
    counts = {"a": [3, 3, 3, 3, 3], "b": [2, 3, 3, 0, 3], "c": [1, 1, 1, 1, 1]}
    _, advice = advise_on(make_content, make_answers, counts)
    assert advice.discuss_first == ("a", "b", "c")
    # 4/7 * 1/4 + 2/7 * 3/4 + 1/7 = 1/2: agreed.
    _, advice = advise_on(make_content, make_answers, {"a": [0, 1, 1, 2, 3]})
    assert advice.discuss_first == ()


def test_one_person_has_nobody_to_discuss_with(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    _, advice = advise_on(make_content, make_answers, {"a": [1, 0, 0, 0, 0], "b": [0, 0, 0, 0, 1]})
    assert advice.discuss_first == ()
    assert advice.strengths == ("b",)  # no A is needed below three answers


def test_two_people_of_two_minds_have_no_agreement_yet(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    _, advice = advise_on(make_content, make_answers, {"a": [1, 0, 0, 0, 1]})
    assert (advice.discuss_first, advice.strengths) == ((), ())


def test_strengths_by_share_then_median_then_content_order(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    _, advice = advise_on(
        make_content,
        make_answers,
        {
            "nearly": [0, 0, 1, 5, 2],  # 7/8
            "full_four": [0, 0, 0, 8, 0],  # 1, median 4
            "full_five": [0, 0, 0, 0, 8],  # 1, median 5
            "also_five": [0, 0, 0, 3, 5],  # 1, median 5
        },
    )
    assert advice.strengths == ("full_five", "also_five", "full_four")


@pytest.mark.parametrize(
    ("counts", "strong"),
    [
        ([0, 0, 2, 6, 0], True),  # 6/8: the border itself; A 0.75
        ([0, 0, 3, 8, 0], False),  # 8/11
        ([2, 0, 0, 0, 8], False),  # 8/10 in place, but two camps beside each other
        ([0, 0, 1, 1, 1], False),  # 2/3
        ([0, 0, 1, 1, 2], True),  # 3/4, A = 3/4 * 1/2 + 1/4 * 1 = 5/8
        ([0, 0, 0, 1, 1], True),  # two answers, no A
        ([0, 0, 0, 0, 1], True),
    ],
)
def test_strength_at_its_borders(
    make_content: MakeContent, make_answers: MakeAnswers, counts: list[int], *, strong: bool
) -> None:
    _, advice = advise_on(make_content, make_answers, {"a": counts})
    # [2, 0, 0, 0, 8]: 10001 weighs 4/10 with A = -1, 00001 6/10 with 1: A = 0.2.
    assert advice.strengths == (("a",) if strong else ())


def test_what_a_team_agrees_is_low_goes_by_share_then_median_then_content_order(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    _, advice = advise_on(
        make_content,
        make_answers,
        {
            "some": [0, 7, 0, 1, 0],  # share 1/8, median 2; A = 1/4 * 1/6 + 6/8 = 19/24
            "twos": [0, 8, 0, 0, 0],  # share 0, median 2
            "ones": [8, 0, 0, 0, 0],  # share 0, median 1
            "also_twos": [0, 8, 0, 0, 0],
            "half": [0, 4, 4, 0, 0],  # median 2.5: not low
            "torn": [5, 0, 0, 0, 3],  # two camps: discussed for another reason
        },
    )
    assert advice.agree_low == ("ones", "twos", "also_twos")
    _, advice = advise_on(make_content, make_answers, {"some": [0, 7, 0, 1, 0]})
    assert advice.agree_low == ("some",)


def test_low_points_that_are_not_listed_are_counted(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    counts = {"a": [8, 0, 0, 0, 0], **{name: [0, 8, 0, 0, 0] for name in "bcde"}}
    scores, advice = advise_on(make_content, make_answers, counts)
    assert advice.agree_low == ("a", "b", "c")
    assert unlisted_low(scores, advice.agree_low) == Unlisted(2)
    # All three may be listed: nothing is left.
    few = {name: counts[name] for name in "abc"}
    scores, advice = advise_on(make_content, make_answers, few)
    assert unlisted_low(scores, advice.agree_low) == Unlisted()


def test_where_all_is_answered_alike_the_listed_ones_are_examples(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    counts = {name: [0, 0, 0, 0, 8] for name in "abcde"} | {"f": [0, 0, 1, 7, 0]}
    scores, advice = advise_on(make_content, make_answers, counts)
    # Five are alike, of which two are not listed; the sixth is strong, but less so.
    assert unlisted_strengths(scores, advice.strengths) == Unlisted(2, alike=True)
    # A list that was made by another rule, in a round of before, is not counted on from.
    assert unlisted_strengths(scores, ("b", "c")) == Unlisted()
    assert unlisted_strengths(scores, ()) == Unlisted()


def test_one_person_may_find_something_low(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    _, advice = advise_on(make_content, make_answers, {"a": [0, 1, 0, 0, 0]})
    assert advice.agree_low == ("a",)


def test_only_scored_items_are_talked_about(
    make_content: MakeContent, make_answers: MakeAnswers
) -> None:
    fits = {"actions": [(1, 2, "find_out")]}
    content = make_content(dict.fromkeys(("dark_strong", "dark_torn", "thin", "empty"), fits))
    answers = make_answers(
        {
            "dark_strong": [5] * 6 + ["dont_know"] * 2,
            "dark_torn": [1, 1, 1, 5, 5, 5] + ["dont_know"] * 2,
            "thin": [5] * 4 + [None] * 4,
            "empty": ["not_applicable"] * 8,
        }
    )
    advice = advise(content, answers, score(content, "all", answers))
    dark = (ItemAction("dark_strong", "dark_strong-1"), ItemAction("dark_torn", "dark_torn-1"))
    assert advice == Advice(strengths=(), discuss_first=(), suggestions=(), find_out=dark)


def test_nobody_is_advised_nothing(make_content: MakeContent, make_answers: MakeAnswers) -> None:
    content = make_content({"a": {}})
    answers = make_answers({"a": []})
    advice = advise(content, answers, score(content, "all", answers))
    assert advice == Advice(strengths=(), discuss_first=(), suggestions=())


@settings(deadline=None, max_examples=60)
@given(
    columns=st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=5, max_size=7)
)
def test_both_lists_follow_their_rule(
    make_content: MakeContent, make_answers: MakeAnswers, columns: list[list[int]]
) -> None:
    counts = {f"i{9 - number}": own for number, own in enumerate(columns)}
    scores, advice = advise_on(make_content, make_answers, counts)
    torn, strong = [], []
    for place, item in enumerate(scores.items):
        own = counts[item.id]
        n = sum(own)
        if n == 0:
            continue
        share = Fraction(own[3] + own[4], n)
        if item.agreement is not None and item.agreement < 0.5:
            torn.append((item.agreement, place, item.id))
        if share >= Fraction(3, 4) and (n < 3 or (item.agreement or -1) >= 0.5):
            strong.append((-share, -(item.median or 0), place, item.id))
    assert list(advice.discuss_first) == [entry[-1] for entry in sorted(torn)][:3]
    assert list(advice.strengths) == [entry[-1] for entry in sorted(strong)][:3]
