"""Ten pieces of advice without a name, for a fresh reader to tell which team each belongs to.

Run with ``uv run python benchmarks/blind_trial.py --seed 1``. It prints what ten invented teams are
advised, lettered and shuffled, and then who the ten teams are, numbered and shuffled as well. Give
that to somebody who has not read ``book/profielen.md``, and ask for a number with each letter, each
used once. ``--key`` with the same seed gives the right ones; eight of ten is the aim.

What says who answered, or did not, is left out: it would tell most teams apart without any advice.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from partnerschap.content import load
from partnerschap.locations import BOOK

sys.path.insert(0, str(BOOK / "_ext"))

from partnerschap_book.profiles import advised, parts, profiles

_SECTION = re.compile(r"^## .+\n\n(.+)\n\n```\{profile\} (\S+)\n```$", re.MULTILINE)


class Trial(NamedTuple):
    """Ids of the teams in the order of their advice, and in that of who they are."""

    advice: list[str]
    described: list[str]


def introductions() -> dict[str, str]:
    """Return who each team is, by id, from the page."""
    page = (BOOK / "profielen.md").read_text(encoding="utf-8")
    return {name: text for text, name in _SECTION.findall(page)}


def trial(seed: int) -> Trial:
    """Shuffle the teams twice."""
    draw = random.Random(seed)  # noqa: S311 - an order of reading
    teams = list(profiles())
    return Trial(draw.sample(teams, len(teams)), draw.sample(teams, len(teams)))


def printed(order: Trial) -> Iterator[str]:
    """Yield the lines for the reader."""
    content, teams = load(), profiles()
    for letter, name in zip("ABCDEFGHIJ", order.advice, strict=True):
        yield f"\n=== {letter} ==="
        for part in parts(advised(content, teams[name])):
            yield f"\n{part.heading}"
            for text, *more in part.entries:
                yield "\n  ".join([f"- {text}", *filter(None, more)])
            if part.more:
                yield part.more
    yield "\n=== ==="
    told = introductions()
    for number, name in enumerate(order.described, start=1):
        yield f"{number}. {told[name]}"


def key(order: Trial) -> Iterator[str]:
    """Yield the right number with each letter."""
    for letter, name in zip("ABCDEFGHIJ", order.advice, strict=True):
        yield f"{letter} {order.described.index(name) + 1} {name}"


def main() -> None:
    """Print the trial or its key."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=0, help="of the two orders")
    parser.add_argument("--key", action="store_true", help="print which belong together")
    given = parser.parse_args()
    order = trial(given.seed)
    print("\n".join(key(order) if given.key else printed(order)))


if __name__ == "__main__":
    main()
