"""Time to make the files of a team of thirty with two rounds, after start-up.

Run with ``uv run python benchmarks/report.py``. Aim: one page under 1.5 seconds, the whole report
under 3. Start-up is the first chart of a process: Vega-Lite has to be loaded.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/support"))

from partnerschap.report import FILES, make_file
from reports import second_round

REPEATS = 7
AIMS = {("one-page", "pdf"): 1.5, ("full", "pdf"): 3.0}
"""Seconds that a file may take."""


def seconds(run: Callable[[], object]) -> list[float]:
    """Time each of several runs."""
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return times


def main() -> None:
    """Print one line a file."""
    report = second_round(30)
    start = perf_counter()
    make_file(report, "one-page", "pdf")
    print(f"start-up with the first page: {perf_counter() - start:.2f} s; then, of {REPEATS} runs:")
    print(f"{'file':<16} {'median':>7} {'least':>7} {'aim':>5} {'kB':>6}")
    for kind, suffix in FILES:
        size = len(make_file(report, kind, suffix)) / 1_000
        times = seconds(partial(make_file, report, kind, suffix))
        aim = AIMS.get((kind, suffix))
        print(
            f"{f'{kind} .{suffix}':<16} {median(times):>7.3f} {min(times):>7.3f} "
            f"{aim or '':>5} {size:>6.0f}"
        )


if __name__ == "__main__":
    main()
