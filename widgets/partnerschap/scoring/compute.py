"""From answers to figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from partnerschap.content import Content, Item
from partnerschap.scoring.answers import BLANK, DONT_KNOW, NOT_APPLICABLE, POINTS, Answers
from partnerschap.scoring.differences import PARENT
from partnerschap.scoring.disclosure import division_of
from partnerschap.scoring.intervals import (
    DRAWS,
    LEAST_PERSONS,
    in_fixed_order,
    middle_95,
    nan_mean,
    ratio,
    redraw_persons,
    wilson,
)
from partnerschap.scoring.ordinal import agreement, cliffs_delta, difference_p
from partnerschap.scoring.scores import (
    AgreementClass,
    AreaScore,
    Counts,
    GroupScore,
    ItemScore,
    Scores,
    Status,
    TipScore,
)
from partnerschap.scoring.situations import differs, situation_of

IN_PLACE: Final = 4
"""Answers from here on count as in place (Epstein's cut)."""

UNKNOWN_FROM: Final = 0.25
LEAST_FOR_AGREEMENT: Final = 3
AGREE_FROM: Final = 0.5


def score(
    content: Content,
    instrument_id: str,
    answers: Answers,
    *,
    min_group: int = 5,
    seed: int = 0,
) -> Scores:
    """Compute every figure of an instrument.

    Parameters
    ----------
    answers
        May hold columns of other instruments as well; those are left aside.
    min_group
        Least number of valid answers that a figure may be about, >= 1.
    seed
        Of the bootstrap; a given seed gives the same figures whatever the order of the rows.

    Raises
    ------
    KeyError
        When there is no such instrument.
    ValueError
        When `min_group` is below 1.
    """
    if min_group < 1:
        raise ValueError("min_group must be at least 1")
    items = content.items_of(instrument_id)
    values = answers.columns([item.id for item in items])
    division = division_of(answers.roles, values, min_group)
    counts_by_group = {
        key: _counts(values[[own in roles for own in answers.roles]])
        for key, roles in (division or {}).items()
    }
    item_scores = tuple(
        _item_score(
            item,
            values[:, column],
            {key: by_item[:, column] for key, by_item in counts_by_group.items()},
            min_group,
        )
        for column, item in enumerate(items)
    )
    areas = _area_scores(content, instrument_id, item_scores, values, seed)
    # Of an area that an instrument asks a few items of for another reason, balance says nothing.
    asked = content.instrument(instrument_id).areas
    partnerships = {area.id for area in content.areas if area.partnership and area.id in asked}
    shares = [area.share for area in areas if area.id in partnerships and area.share is not None]
    return Scores(
        instrument=instrument_id,
        content_version=content.version,
        respondents=len(answers.roles),
        min_group=min_group,
        seed=seed,
        items=item_scores,
        areas=areas,
        tips=_tip_scores(content, items, item_scores),
        balance=max(shares) - min(shares) if len(shares) > 1 else None,
        division=division,
    )


def _counts(values: NDArray[np.int8]) -> NDArray[np.int64]:
    """How often each point was chosen: shape (5,), or (5, n_items) for several items."""
    return np.stack([(values == point).sum(axis=0) for point in range(1, POINTS + 1)])


def _status(n_valid: int, dont_know: int, not_applicable: int, min_group: int) -> Status:
    # What a few people do not know, or say does not apply, is told as little as what they answer:
    # which of the three it was would be an answer of somebody.
    if 0 < (n_valid or dont_know or not_applicable) < min_group:
        return "suppressed"
    if dont_know and dont_know / (n_valid + dont_know) >= UNKNOWN_FROM:
        return "unknown"
    return "scored" if n_valid else "empty"


def agreement_class(value: float) -> AgreementClass:
    """Class of an agreement A: eens, verdeeld or twee kampen."""
    if value >= AGREE_FROM:
        return "agree"
    return "spread" if value >= 0 else "two_camps"


def _item_score(
    item: Item,
    answers: NDArray[np.int8],
    counts_by_group: Mapping[str, NDArray[np.int64]],
    min_group: int,
) -> ItemScore:
    counts = _counts(answers)
    n_valid = int(counts.sum())
    dont_know = int((answers == DONT_KNOW).sum())
    not_applicable = int((answers == NOT_APPLICABLE).sum())
    status = _status(n_valid, dont_know, not_applicable, min_group)
    if status == "suppressed":
        return ItemScore(id=item.id, area=item.area, status=status)
    counted = ItemScore(
        id=item.id,
        area=item.area,
        status=status,
        n_valid=n_valid,
        dont_know=dont_know,
        not_applicable=not_applicable,
        counts=_as_counts(counts),
        situation=situation_of(status, None, None, different=False),
    )
    if n_valid == 0:
        return counted
    in_place = int(counts[IN_PLACE - 1 :].sum())
    missing_steps = int(np.arange(POINTS - 1, -1, -1) @ counts)
    median = float(np.median(np.repeat(np.arange(1, POINTS + 1), counts)))
    agreed = agreement(counts) if n_valid >= LEAST_FOR_AGREEMENT else None
    groups = _groups(counts_by_group, min_group)
    delta, p = _difference(groups) if item.parallel and groups else (None, None)
    return replace(
        counted,
        median=median,
        share=in_place / n_valid,
        share_interval=wilson(in_place, n_valid),
        need=missing_steps / ((POINTS - 1) * n_valid),
        agreement=agreed,
        agreement_class=None if agreed is None else agreement_class(agreed),
        groups=groups,
        situation=situation_of(status, median, agreed, different=differs(delta, p)),
        difference=delta,
        difference_p=p,
    )


def _groups(
    counts_by_group: Mapping[str, NDArray[np.int64]], min_group: int
) -> dict[str, GroupScore] | None:
    """Give the groups of the division where each has answers enough, else none of them."""
    groups = {
        key: GroupScore(int(own.sum()), _as_counts(own)) for key, own in counts_by_group.items()
    }
    enough = all(group.n_valid >= min_group for group in groups.values())
    return groups if groups and enough else None


def _difference(groups: Mapping[str, GroupScore]) -> tuple[float | None, float | None]:
    """Compare parents with everybody else together: Cliff's delta and its p."""
    if PARENT not in groups:
        return None, None
    parents = groups[PARENT].counts
    team = np.sum([group.counts for key, group in groups.items() if key != PARENT], axis=0)
    return cliffs_delta(parents, team), difference_p(parents, team)


def _as_counts(counts: NDArray[np.int64]) -> Counts:
    one, two, three, four, five = (int(count) for count in counts)
    return one, two, three, four, five


def _mean(shares: Sequence[float]) -> float | None:
    return sum(shares) / len(shares) if shares else None


def _area_scores(
    content: Content,
    instrument_id: str,
    item_scores: Sequence[ItemScore],
    values: NDArray[np.int8],
    seed: int,
) -> tuple[AreaScore, ...]:
    # Only what is scored is drawn: hidden answers leave no trace, not even in an interval.
    scored = [item.status == "scored" for item in item_scores]
    drawn = drawn_shares(np.where(scored, values, BLANK), seed)
    areas = []
    for area in content.areas_of(instrument_id):
        columns = [
            column
            for column, item in enumerate(item_scores)
            if item.area == area.id and item.status == "scored"
        ]
        shares = [share for c in columns if (share := item_scores[c].share) is not None]
        interval = None
        persons = (values[:, columns] >= 1).any(axis=1).sum()
        if persons >= LEAST_PERSONS:
            interval = middle_95(nan_mean(drawn[:, columns]))
        status = _area_status(item.status for item in item_scores if item.area == area.id)
        areas.append(AreaScore(area.id, _mean(shares), interval, len(columns), status))
    return tuple(areas)


def _area_status(of_items: Iterable[Status]) -> Status:
    """Say what there is to tell of an area, or why there is nothing."""
    found = set(of_items)
    order: tuple[Status, ...] = ("scored", "unknown", "suppressed")
    return next((status for status in order if status in found), "empty")


def drawn_shares(values: NDArray[np.int8], seed: int) -> NDArray[np.float64]:
    """Share in place of each item in each draw of persons: shape (DRAWS, n_items)."""
    ordered = in_fixed_order(values)
    if not len(ordered):
        return np.full((DRAWS, values.shape[1]), np.nan)
    weights = redraw_persons(len(ordered), np.random.default_rng(seed), DRAWS)
    return ratio(
        weights @ (ordered >= IN_PLACE).astype(np.float64),
        weights @ (ordered >= 1).astype(np.float64),
    )


def _tip_scores(
    content: Content, items: Sequence[Item], item_scores: Sequence[ItemScore]
) -> tuple[TipScore, ...]:
    """Group the same items by the tip of the source documents that they come from."""
    tips = []
    for tip in content.tips:
        own = [
            found for item, found in zip(items, item_scores, strict=True) if tip.id in item.source
        ]
        if tip.kind != "tip" or not own:
            continue
        shares = [
            found.share for found in own if found.status == "scored" and found.share is not None
        ]
        tips.append(TipScore(tip.id, _mean(shares), len(shares)))
    return tuple(tips)
