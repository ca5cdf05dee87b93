"""Time from answers to figures and advice, on every item of the real content.

Run with ``uv run python benchmarks/scoring.py``. Aim: 30 people well under half a second and
1,000 people under two seconds.
"""

from collections.abc import Callable
from itertools import cycle, islice
from statistics import median
from time import perf_counter

import numpy as np

from partnerschap.advice import advise
from partnerschap.content import ROLES, Content, load
from partnerschap.scoring import Answers, Scores, score

INSTRUMENT = "compleet"
REPEATS = 7
AIMS = {30: 0.5, 1_000: 2.0}
"""Seconds that score and advise may take together, by number of respondents."""


def random_answers(content: Content, respondents: int) -> Answers:
    """Answers of a lively team: all points used, now and then an extra answer or a blank."""
    rng = np.random.default_rng(0)
    item_ids = tuple(item.id for item in content.items_of(INSTRUMENT))
    values = rng.choice(
        np.array([1, 2, 3, 4, 5, 0, -1, -2], dtype=np.int8),
        size=(respondents, len(item_ids)),
        p=[0.1, 0.18, 0.26, 0.22, 0.12, 0.04, 0.05, 0.03],
    )
    return Answers(item_ids, tuple(islice(cycle(ROLES), respondents)), values)


def seconds(run: Callable[[], object]) -> float:
    """Median time of several runs, after one that warms up."""
    run()
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return median(times)


def timed(content: Content, answers: Answers) -> tuple[float, float]:
    """Seconds that scoring and advising take."""
    scores: Scores = score(content, INSTRUMENT, answers)
    return (
        seconds(lambda: score(content, INSTRUMENT, answers)),
        seconds(lambda: advise(content, answers, scores)),
    )


def main() -> None:
    """Print one line a team size."""
    content = load()
    items = content.items_of(INSTRUMENT)
    actions = sum(len(content.actions_of(item.id)) for item in items)
    print(f"{len(items)} items, {actions} actions, median of {REPEATS} runs, in seconds")
    print(f"{'people':>7} {'score':>7} {'advise':>7} {'both':>7} {'aim':>7}")
    for respondents, aim in AIMS.items():
        scoring, advising = timed(content, random_answers(content, respondents))
        both = scoring + advising
        print(f"{respondents:>7} {scoring:>7.3f} {advising:>7.3f} {both:>7.3f} {aim:>7.1f}")


if __name__ == "__main__":
    main()
