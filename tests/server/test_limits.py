"""What one visitor may ask: a school behind one address everything, somebody who floods little."""

from partnerschap.server.limits import TokenBucket, Visitors
from partnerschap.settings import Settings


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    clock = Clock()
    bucket = TokenBucket(rate=2, burst=6, clock=clock)
    assert bucket.is_full
    assert [bucket.take() for _ in range(7)] == [True] * 6 + [False]
    clock.now += 1
    assert [bucket.take() for _ in range(3)] == [True, True, False]
    clock.now += 2.9
    assert not bucket.is_full
    assert not bucket.take(6)
    clock.now += 0.2
    assert bucket.is_full
    assert bucket.take(6)


def test_there_is_room_for_so_many_pages_in_all_and_an_address() -> None:
    visitors = Visitors(most_pages=3, most_pages_each=2, messages_a_second=1)
    first, second = visitors.enter("a"), visitors.enter("a")
    assert first is not None
    assert first is second
    assert visitors.enter("a") is None
    third = visitors.enter("b")
    assert third is not None
    assert visitors.enter("c") is None
    visitors.leave(first)
    assert visitors.enter("c") is not None
    assert visitors.pages == 3


def test_who_comes_back_is_no_new_visitor() -> None:
    visitors = Visitors(most_pages=1, most_pages_each=2, messages_a_second=1)
    visitor = visitors.enter("a")
    assert visitor is not None
    assert [visitor.may_send(1) for _ in range(11)] == [True] * 10 + [False]
    visitors.leave(visitor)
    again = visitors.enter("a")
    assert again is not None
    assert not again.may_send(1)


def test_who_opens_and_closes_without_end_is_held_up() -> None:
    """As many at once as may be open, and after that a few a second."""
    visitors = Visitors(most_pages=100, most_pages_each=50, messages_a_second=1)
    opened = 0
    while (visitor := visitors.enter("a")) is not None:
        visitors.leave(visitor)
        opened += 1
    assert 50 <= opened < 60
    assert visitors.enter("b") is not None


def test_bytes_count_beside_messages() -> None:
    visitor = Visitors(most_pages=1, most_pages_each=1, messages_a_second=1000).enter("a")
    assert visitor is not None
    ten = 10 * 1024 * 1024
    assert [visitor.may_send(ten) for _ in range(7)] == [True] * 6 + [False]


def test_a_school_behind_one_address_meets_no_limit() -> None:
    """Five hundred join at once: each opens a page and asks four things in the first seconds."""
    settings = Settings()
    visitors = Visitors(
        settings.most_pages, settings.most_pages_an_address, settings.messages_a_second
    )
    pages = [visitors.enter("school") for _ in range(500)]
    assert all(page is not None and page.may_send(400) for page in pages for _ in range(4))
