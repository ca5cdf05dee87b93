"""What the method promises of advice holds for the actions as they are."""

from advice import holds, measured
from partnerschap.content import load


def test_advice_follows_the_team() -> None:
    found = measured(load())
    assert sum(limit is not None for *_, limit in found) == 5
    assert [name for name, figure, limit in found if not holds(figure, limit)] == []
