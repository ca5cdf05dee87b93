"""What an attack came to: a row of the table, and what attacks draw from."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was tried, what happened, and whether that is what ought to happen."""

    check: str
    tried: str
    happened: str
    holds: bool


@dataclass(frozen=True)
class Size:
    """How much of an attack is carried out.

    Attributes
    ----------
    share
        Part of what the table says; 1 is all of it.
    seed
        Of everything that is drawn.
    seconds
        That one kind of attack may take; what was not tried by then is not counted.
    """

    share: float = 1.0
    seed: int = 0
    seconds: float = 600.0

    def of(self, whole: int) -> int:
        """Return how many of so many are tried."""
        return max(1, round(whole * self.share))

    def draw(self) -> random.Random:
        """Return a source of what is drawn, the same each time."""
        return random.Random(self.seed)  # noqa: S311 - attacks, no secrets

    def rounds(self, whole: int) -> Iterator[int]:
        """Count the attempts, until there were enough or the time is over."""
        end = time.monotonic() + self.seconds
        for number in range(self.of(whole)):
            if time.monotonic() > end:
                return
            yield number


Check = Callable[[Size], Iterator[Row]]


def mutated(draw: random.Random, data: bytes, more: tuple[bytes, ...] = ()) -> bytes:
    """Change, cut, repeat, move and add bytes in one to four places.

    Parameters
    ----------
    more
        What is put in now and then.
    """
    changed = bytearray(data)
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(changed) + 1)
        other = draw.randrange(len(changed) + 1)
        length = draw.choice((1, 1, 2, 5, 40))
        match draw.randrange(6 if more else 5):
            case 0 if place < len(changed):
                changed[place] = draw.randrange(256)
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = draw.randbytes(length)
            case 3:
                changed[place:place] = changed[other : other + length]
            case 4:
                changed[place : place + length] = changed[other : other + length]
            case _ if more:
                changed[place:place] = draw.choice(more)
    return bytes(changed)


def told(counts: dict[str, int]) -> str:
    """Say how often each outcome came."""
    return ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))
