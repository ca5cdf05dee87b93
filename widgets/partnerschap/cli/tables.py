"""The figures as tables in the terminal, for a trainer."""

import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from partnerschap.advice import Advice, ItemAction, pattern_of, unlisted_low, unlisted_strengths
from partnerschap.cli.words import words
from partnerschap.content import Content
from partnerschap.report import in_every_sector
from partnerschap.report.shares import (
    balance_words,
    counted_words,
    is_enough_of,
    is_enough_of_area,
    percent,
    says,
    share_words,
    unlisted_words,
)
from partnerschap.scoring import AreaScore, ItemScore, Scores, Side
from partnerschap.scoring.intervals import LEAST_PERSONS

_FILE_WIDTH: Final = 120


def as_text(
    content: Content,
    scores: Scores,
    advice: Advice,
    *,
    missing: Side | None = None,
    for_file: bool,
) -> str:
    """Lay out the figures, what goes well before what is lacking.

    Parameters
    ----------
    missing
        The side of the comparison from which nobody answered.
    for_file
        Plain text of a fixed width instead of what the terminal can show.
    """
    terminal = Console(width=_FILE_WIDTH, no_color=True) if for_file else Console()
    written = StringIO()
    console = Console(
        file=written,
        width=terminal.width,
        force_terminal=not for_file and sys.stdout.isatty(),
        markup=False,
        highlight=False,
        emoji=False,
    )
    notes = _notes(content, scores, missing)
    for part in (_who(content, scores), *notes, *_parts(content, scores, advice)):
        console.print(part)
    return written.getvalue()


def _parts(content: Content, scores: Scores, advice: Advice) -> Iterator[RenderableType]:
    by_id = {item.id: item for item in scores.items}
    yield _heading("heading_strengths")
    yield from _points(content, (by_id[one] for one in advice.strengths), "no_strengths")
    if left := unlisted_words(content, unlisted_strengths(scores, advice.strengths), high=True):
        yield left
    if advice.keep:
        yield _heading("heading_keep")
        yield from _item_actions(content, advice.keep, "keep")
    yield _heading("heading_areas")
    yield _areas(content, scores)
    yield balance_words(content, scores)
    yield _heading("heading_discuss")
    yield from _points(content, (by_id[one] for one in advice.discuss_first), "no_discuss")
    torn = [one for one in advice.begin if one.item in advice.discuss_first]
    yield from _item_actions(content, torn, "begin")
    if advice.agree_low:
        yield _heading("heading_agree_low")
        low = (by_id[one] for one in advice.agree_low)
        yield from _points(content, low, "no_discuss", high=False)
        if left := unlisted_words(content, unlisted_low(scores, advice.agree_low), high=False):
            yield left
        begun = [one for one in advice.begin if one.item in advice.agree_low]
        yield from _item_actions(content, begun, "begin")
    yield _heading("heading_suggestions")
    if advice.suggestions:
        yield from _suggestions(content, scores, advice)
    else:
        yield words("no_suggestions")
    if advice.year_plan:
        yield _heading("heading_year_plan")
        yield from _year_plan(content, advice)
    if advice.find_out:
        yield _heading("heading_find_out")
        yield from _item_actions(content, advice.find_out, "find_out")
    yield _heading("heading_items")
    yield _items(content, scores)


def _who(content: Content, scores: Scores) -> str:
    name = content.instrument(scores.instrument).name
    key = "filled_in_one" if scores.respondents == 1 else "filled_in_many"
    filled_in = words(key, name=name, respondents=scores.respondents)
    if scores.min_group == 1:
        return f"{filled_in} {words('shows_everything')}"
    return f"{filled_in} {words('hides_below', min_group=scores.min_group)}"


def _notes(content: Content, scores: Scores, missing: Side | None) -> Iterator[str]:
    """Say what a reader has to know first: answers of one kind alone, or of one side alone."""
    if pattern := pattern_of(scores):
        reader = "own" if scores.respondents == 1 else "team"
        yield content.message(f"result.pattern_{pattern}_{reader}")
    if missing and scores.respondents > 1:
        yield content.message(f"result.missing_{missing}")


def _heading(key: str) -> Text:
    return Text(f"\n{words(key)}", style="bold")


def _table(*keys: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for key in keys:
        table.add_column(words(f"column_{key}"))
    return table


def _points(
    content: Content, items: Iterable[ItemScore], none: str, *, high: bool = True
) -> Iterator[str]:
    found = False
    for item in items:
        found = True
        yield words(
            "point",
            id=item.id,
            statement=_statement(content, item.id),
            says=says(content, item, high=high),
            agreement=_agreement(item),
        )
    if not found:
        yield words(none)


def _areas(content: Content, scores: Scores) -> Table:
    names = {area.id: area.name for area in content.areas}
    table = _table("area", "share", "interval", "items")
    for area in scores.areas:
        table.add_row(
            names[area.id],
            _area(content, area),
            _interval(area.interval if is_enough_of_area(area) else None),
            str(area.items_scored),
        )
    return table


def _area(content: Content, area: AreaScore) -> str:
    if area.share is None:
        return words(f"area_{area.status}")
    return percent(area.share) if is_enough_of_area(area) else share_words(content, area.share)


def _suggestions(content: Content, scores: Scores, advice: Advice) -> Iterator[str | Padding]:
    """Paragraphs, not a table: in 80 columns sentences need the whole width."""
    for number, one in enumerate(advice.suggestions, start=1):
        text = _action(content, one.action)
        yield words(
            "step",
            number=number,
            text=words("quick_win", text=text) if one.quick_win else text,
        )
        reasons = words(
            "step_reasons",
            why=one.why,
            statement=_statement(content, one.item),
            id=one.item,
            effort=content.message(f"advice.effort_{one.effort}"),
            impact=content.message(f"advice.impact_{one.impact}"),
            stability=(
                words("stability", share=percent(one.stability))
                if scores.respondents >= LEAST_PERSONS
                else ""
            ),
        )
        yield Padding(reasons.rstrip(), (0, 0, 0, 3))


def _year_plan(content: Content, advice: Advice) -> Iterator[str | Padding]:
    for number, one in enumerate(advice.year_plan, start=1):
        yield words("step", number=number, text=_action(content, one.action))
        reasons = words(
            "year_step_reasons",
            why=one.why,
            statement=_statement(content, one.item),
            id=one.item,
        )
        yield Padding(reasons.rstrip(), (0, 0, 0, 3))


def _item_actions(content: Content, found: Iterable[ItemAction], message: str) -> Iterator[str]:
    for one in found:
        yield words(
            message,
            statement=_statement(content, one.item).rstrip("."),
            id=one.item,
            action=_action(content, one.action),
        )


def _items(content: Content, scores: Scores) -> Table:
    table = _table("item", "statement", "share", "interval", "agreement", "answers")
    for item in scores.items:
        statement = _statement(content, item.id)
        if item.status == "scored":
            table.add_row(
                item.id,
                statement,
                percent(item.share) if is_enough_of(item) else counted_words(content, [item]),
                _interval(item.share_interval if is_enough_of(item) else None),
                _agreement(item),
                str(item.n_valid),
            )
        else:
            # A suppressed item shows nothing but its status.
            table.add_row(item.id, statement, words(f"status_{item.status}"))
    return table


def _statement(content: Content, item_id: str) -> str:
    return in_every_sector(content, content.items_by_id[item_id].statement)


def _action(content: Content, action_id: str) -> str:
    return in_every_sector(content, content.action_text(action_id, ""))


def _interval(interval: tuple[float, float] | None) -> str:
    if interval is None:
        return ""
    low, high = interval
    return words("interval", low=percent(low), high=percent(high))


def _agreement(item: ItemScore) -> str:
    return words(f"class_{item.agreement_class or 'none'}")
