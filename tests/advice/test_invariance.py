"""Advice does not hang on the order of rows or columns, nor on who stays silent."""

from collections.abc import Callable

from hypothesis import given, settings, strategies as st

from partnerschap.advice import Advice, advise
from partnerschap.content import ROLES, Content, Role
from partnerschap.scoring import Answers, score

MakeContent = Callable[..., Content]
MakeAnswers = Callable[..., Answers]
Given = str | int | None
Team = list[tuple[Role, tuple[Given, ...]]]

ITEMS = ("a", "b", "c", "d")
FIELDS = {
    "a": {
        "area": "p1",
        "actions": [(1, 2, "start"), (2, 3, "build", "structural"), (1, 1, "talk")],
    },
    "b": {"area": "p2", "actions": [(2, 2)]},
    "c": {"area": "p1", "actions": [(1, 3), (1, 1)]},
    "d": {"area": "vision", "actions": [(3, 3, "build", "structural")]},
}
answer = st.sampled_from([1, 2, 3, 4, 5, 5, 4, 2, 1, "dont_know", "not_applicable", None])
team = st.lists(
    st.tuples(st.sampled_from(ROLES), st.tuples(answer, answer, answer, answer)), max_size=12
)
thresholds = st.sampled_from([1, 3, 5])


def advise_team(content: Content, answers: Answers, min_group: int, seed: int) -> Advice:
    return advise(content, answers, score(content, "all", answers, min_group=min_group, seed=seed))


@settings(deadline=None, max_examples=60)
@given(rows=team, min_group=thresholds, seed=st.integers(0, 2**32), data=st.data())
def test_order_and_silence_do_not_matter(  # noqa: PLR0913, PLR0917 - drawn values
    make_content: MakeContent,
    make_answers: MakeAnswers,
    rows: Team,
    min_group: int,
    seed: int,
    data: st.DataObject,
) -> None:
    content = make_content(FIELDS)
    importance = data.draw(st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 3)))
    plain = {name: [given[index] for _, given in rows] for index, name in enumerate(ITEMS)}
    answers = make_answers(plain, [role for role, _ in rows], importance)
    advice = advise_team(content, answers, min_group, seed)
    assert advise_team(content, answers, min_group, seed) == advice
    silent: tuple[Role, tuple[Given, ...]] = ("parent", (None, None, None, None))
    shuffled = data.draw(st.permutations([*rows, silent, silent]))
    names = data.draw(st.permutations(["elsewhere", *ITEMS]))
    # A column of another instrument may stand in between.
    columns: dict[str, list[Given]] = {
        name: [2 if name == "elsewhere" else given[ITEMS.index(name)] for _, given in shuffled]
        for name in names
    }
    answers = make_answers(columns, [role for role, _ in shuffled], importance)
    assert advise_team(content, answers, min_group, seed) == advice
