"""Rate limits and quotas per address: what one visitor may ask of a server that others use too.

A school is one address to the server, so the limits of an address are those of a full hall.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

BYTES_A_SECOND: Final = 4 * 1024 * 1024
"""Bytes that an address may send a second, once it has sent a burst of sixteen times as many."""

_BURST: Final = 16
_OPENINGS_A_SECOND: Final = 20
"""Pages that one address may open a second, once it has opened as many as it may have."""
_MOST_REMEMBERED: Final = 10_000
"""Addresses; who left is forgotten before that when its buckets are full again."""


@dataclass
class TokenBucket:
    """Token bucket: so much a second, and at most `burst` at once.

    Attributes
    ----------
    rate
        Tokens that come back a second.
    burst
        Tokens that it holds.
    """

    rate: float
    burst: float
    clock: Callable[[], float] = time.monotonic
    _tokens: float = field(init=False)
    _since: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin full."""
        self._tokens, self._since = self.burst, self.clock()

    def take(self, tokens: float = 1) -> bool:
        """Take tokens, if they are all there."""
        self._fill()
        if tokens > self._tokens:
            return False
        self._tokens -= tokens
        return True

    @property
    def is_full(self) -> bool:
        """Whether nothing was taken lately."""
        self._fill()
        return self._tokens >= self.burst

    def _fill(self) -> None:
        now = self.clock()
        self._tokens = min(self.burst, self._tokens + (now - self._since) * self.rate)
        self._since = now


@dataclass
class Visitor:
    """What one address has open and has sent."""

    messages: TokenBucket
    bytes: TokenBucket
    openings: TokenBucket
    pages: int = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is remembered of it that matters."""
        buckets = (self.messages, self.bytes, self.openings)
        return not self.pages and all(bucket.is_full for bucket in buckets)

    def may_send(self, size: int) -> bool:
        """Count a message of so many bytes, if it may be sent now."""
        return self.messages.take() and self.bytes.take(size)


class Visitors:
    """All addresses that have a page open or had one lately.

    Parameters
    ----------
    most_pages, most_pages_each
        Pages that may be open at once, in all and of one address.
    messages_a_second
        Messages that one address may send, on average; ten seconds' worth at once.
    """

    def __init__(self, most_pages: int, most_pages_each: int, messages_a_second: int) -> None:
        self._most_pages = most_pages
        self._most_pages_each = most_pages_each
        self._messages_a_second = messages_a_second
        self._known: dict[str, Visitor] = {}
        self.pages = 0

    def enter(self, address: str) -> Visitor | None:
        """Count a page that opens; None when there is no room for it now."""
        if self.pages >= self._most_pages:
            return None
        visitor = self._known.get(address) or self._new(address)
        if visitor.pages >= self._most_pages_each or not visitor.openings.take():
            return None
        visitor.pages += 1
        self.pages += 1
        return visitor

    def leave(self, visitor: Visitor) -> None:
        """Count a page that closed."""
        visitor.pages -= 1
        self.pages -= 1

    def _new(self, address: str) -> Visitor:
        if len(self._known) >= _MOST_REMEMBERED:
            self._known = {one: who for one, who in self._known.items() if not who.is_idle}
        rate = self._messages_a_second
        visitor = Visitor(
            TokenBucket(rate, 10 * rate),
            TokenBucket(BYTES_A_SECOND, _BURST * BYTES_A_SECOND),
            TokenBucket(_OPENINGS_A_SECOND, self._most_pages_each),
        )
        return self._known.setdefault(address, visitor)
