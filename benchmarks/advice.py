"""Whether advice follows the team: what 4,000 simulated teams are suggested.

Run with ``uv run python benchmarks/advice.py``. It prints each figure of the method beside its
limit, and ends with 1 when one does not hold. What a team reads is not simulated: the rule that no
step is impossible for a sector is one for whoever writes the actions.

A team is 12 people who answer every item of the complete scan. An answer is the sum of a mean of
the team, N(3, 0.5), of the area and of the item, N(0, 0.5) and N(0, 0.7), and of the person at that
item, N(0, 1), rounded and cut to 1..5. Nobody votes, and nobody is a parent.

Why no team of the recipe is given a talk. There are no parents in it, so that only an agreement
below 0 asks for a talk. People of the recipe answer around one middle, so that this happens at
one item in a thousand. And where it does, many are at either end: its need lies around 0.5, and
cannot come above 0.75. With the estimates that most talks have (effort 2, impact 1) its priority
is then about 0.2, where the fifth step of these teams has about 0.4: among 58 items five are
lower. So it is the recipe and the formula together, and no fault in either: the answers decide
what is lacking most, and `discuss_first` names what people disagree on whatever its need. Where
parents and team differ, or where little else is lacking, talks do come among the five.

Whether every action is there for some team is therefore asked of plain teams as well: all is in
place but one item, which nobody does, some do, or half of them do. What to find out and how to
hold on to something are never ranked; ``tests/benchmarks/test_reachable.py`` has a team for each.
"""

import sys
from functools import cache
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from partnerschap.advice.advise import YEAR_STEPS
from partnerschap.advice.ranking import (
    KEEP,
    MOST_EFFORT,
    SITUATIONS,
    Candidates,
    Figures,
    candidates_of,
    structural_steps,
    suggested,
)
from partnerschap.content import Content, load
from partnerschap.scoring import agreement
from partnerschap.scoring.situations import situation_of

INSTRUMENT: Final = "compleet"
TEAMS: Final = 4_000
PEOPLE: Final = 12
OFFERED: Final = 5
MOST_FREQUENT: Final = 13

Figure = tuple[str, float, float | None]
"""A name, what was found, and what it may be at most."""


def simulated(content: Content, rng: np.random.Generator) -> NDArray[np.int64]:
    """Answers of every team: shape (TEAMS, PEOPLE, n_items)."""
    items = content.items_of(INSTRUMENT)
    areas = [area.id for area in content.areas_of(INSTRUMENT)]
    of_team = rng.normal(3, 0.5, (TEAMS, 1, 1))
    of_area = rng.normal(0, 0.5, (TEAMS, 1, len(areas)))
    of_item = rng.normal(0, 0.7, (TEAMS, 1, len(items)))
    of_person = rng.normal(0, 1, (TEAMS, PEOPLE, len(items)))
    columns = [areas.index(item.area) for item in items]
    answers = np.rint(of_team + of_area[:, :, columns] + of_item + of_person)
    return np.clip(answers, 1, 5).astype(np.int64)


@cache
def _agreement(counts: tuple[int, ...]) -> float:
    return agreement(counts)


def figures_of(answers: NDArray[np.int64]) -> Figures:
    """Need, share and situation of each item for each team."""
    counts = np.stack([(answers == point).sum(axis=1) for point in range(1, 6)], axis=-1)
    median = np.median(answers, axis=1)
    situation = np.empty(median.shape, dtype=np.int64)
    for place in np.ndindex(median.shape):
        agreed = _agreement(tuple(counts[place].tolist()))
        found = situation_of("scored", float(median[place]), agreed, different=False)
        situation[place] = SITUATIONS.index(found or "keep")
    return Figures(
        need=(counts @ np.arange(4, -1, -1)) / (4 * PEOPLE),
        share=counts[..., 3:].sum(axis=-1) / PEOPLE,
        situation=situation,
    )


def advised(figures: Figures, candidates: Candidates) -> tuple[NDArray[np.int64], ...]:
    """Positions of what each team is suggested, and of what is for its year plan."""
    now, *_ = suggested(figures, candidates, candidates.effort, candidates.impact, OFFERED)
    later, _ = structural_steps(figures, candidates, now, YEAR_STEPS)
    return now, later


def plain_teams(n_items: int) -> NDArray[np.int64]:
    """Answers of teams with one item each that asks for something: shape (T, PEOPLE, n_items)."""
    half = PEOPLE // 2
    columns = ([1] * PEOPLE, [3] * PEOPLE, [1] * half + [5] * half)
    teams = np.full((len(columns) * n_items, PEOPLE, n_items), 5)
    for team, (item, column) in enumerate(product(range(n_items), columns)):
        teams[team, :, item] = column
    return teams


def never(candidates: Candidates, *given: tuple[NDArray[np.int64], ...]) -> int:
    """How many actions that can be suggested or planned none of the teams is given."""
    times = np.zeros(len(candidates.columns), dtype=np.int64)
    for positions in (one for pair in given for one in pair):
        times += np.bincount(positions[positions >= 0], minlength=len(times))
    now = candidates.fits[:, :KEEP].any(axis=1) & (candidates.effort <= MOST_EFFORT)
    return int(((now | candidates.structural) & (times == 0)).sum())


def shared(first: NDArray[np.int64], second: NDArray[np.int64]) -> float:
    """How many suggestions two teams share, on average over the rows."""
    same = (first[:, :, np.newaxis] == second[:, np.newaxis, :]) & (first >= 0)[:, :, np.newaxis]
    return float(same.sum(axis=(1, 2)).mean())


def measured(content: Content, seed: int = 0) -> tuple[Figure, ...]:
    """Return what must hold."""
    rng = np.random.default_rng(seed)
    answers = simulated(content, rng)
    items = [(item.id, item.area) for item in content.items_of(INSTRUMENT)]
    candidates = candidates_of(content, items, {})
    now, later = advised(figures_of(answers), candidates)
    plain = advised(figures_of(plain_teams(len(items))), candidates)
    opposite, _ = advised(figures_of(6 - answers), candidates)
    times = np.bincount(now[now >= 0], minlength=len(candidates.columns))
    most = np.sort(times)[::-1]
    return (
        (
            "actions that none of these and of the plain teams is given",
            never(candidates, (now, later), plain),
            0,
        ),
        ("actions that no team of the recipe is given", never(candidates, (now, later)), None),
        (
            f"part of all suggestions that the {MOST_FREQUENT} most frequent make up",
            float(most[:MOST_FREQUENT].sum() / most.sum()),
            0.45,
        ),
        ("part of teams that the most frequent is suggested to", float(most[0] / TEAMS), 0.25),
        (f"of {OFFERED} shared by two random teams", shared(now, np.roll(now, 1, axis=0)), 0.65),
        (f"of {OFFERED} shared by two teams with opposite answers", shared(now, opposite), 0.1),
    )


def main() -> int:
    """Print a line a figure."""
    content = load()
    items = content.items_of(INSTRUMENT)
    actions = sum(len(content.actions_of(item.id)) for item in items)
    print(f"{TEAMS} teams of {PEOPLE}, {len(items)} items, {actions} actions")
    found = measured(content)
    print(f"{'figure':<62} {'found':>7} {'limit':>7}")
    for name, figure, limit in found:
        asked = "" if limit is None else f"{limit:.2f}"
        mark = "" if holds(figure, limit) else "  does not hold"
        print(f"{name:<62} {figure:>7.3f} {asked:>7}{mark}")
    return int(not all(holds(figure, limit) for _, figure, limit in found))


def holds(figure: float, limit: float | None) -> bool:
    """Whether a figure is not above its limit."""
    return limit is None or figure <= limit


if __name__ == "__main__":
    sys.exit(main())
