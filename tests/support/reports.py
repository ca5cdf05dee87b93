"""Reports of invented teams, on the real content, for the tests of files."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

from partnerschap.advice import advise
from partnerschap.content import Role, load
from partnerschap.report import PlanCalendar, PlanEntry, TeamReport
from partnerschap.scoring import (
    Answer,
    Answers,
    Scores,
    area_changes,
    area_spreads,
    group_differences,
    score,
)
from partnerschap.session import PlanStep

CONTENT = load()
MADE_AT = datetime(2026, 11, 21, 14, 30, 5, tzinfo=UTC)
CALENDAR = UUID("0" * 31 + "1")
INSTRUMENT = "teamscan"
Rows = Sequence[tuple[Role, Mapping[str, Answer]]]

PLAN = (
    PlanStep(
        text="Koffie op de eerste vrijdag",
        owner="de leiding",
        due=date(2026, 12, 4),
        item="inf-2",
        action="inf-2-b",
        first_step="De school om de hoek bellen",
        evidence="Drie ouders komen uit zichzelf",
        celebration="Taart",
        state="busy",
    ),
    PlanStep("Een tweede stap", "MvdB", None, None, None),
    PlanStep("Gestopt", "", date(2027, 1, 15), None, None, state="stopped", reason="Te duur"),
)


def rows_of(people: int, *, seed: int = 1, instrument: str = INSTRUMENT) -> Rows:
    """Answers of parents, professionals and one in four of the management."""
    draw = random.Random(seed)  # noqa: S311 - answers, no secret
    ids = [item.id for item in CONTENT.items_of(instrument)]
    middle = {item: draw.choice((2, 3, 3, 4, 4, 5)) for item in ids}
    roles: tuple[Role, ...] = ("parent", "professional", "professional", "management")
    return [
        (
            roles[number % 4],
            {
                item: "dont_know"
                if draw.random() < 0.05
                else min(5, max(1, middle[item] + draw.choice((-1, 0, 0, 1)) - (number % 4 == 0)))
                for item in ids
            },
        )
        for number in range(people)
    ]


def report_of(
    rows: Rows, *, min_group: int = 5, instrument: str = INSTRUMENT, **changed: Any
) -> TeamReport:
    """Score answers and make a report of them."""
    ids = [item.id for item in CONTENT.items_of(instrument)]
    answers = Answers.from_rows(ids, rows)
    scores = score(CONTENT, instrument, answers, min_group=min_group)
    report = TeamReport(
        content=CONTENT,
        instrument=instrument,
        sector="school",
        label="De Regenboog",
        made_at=MADE_AT,
        scores=scores,
        advice=advise(CONTENT, answers, scores),
        differences=group_differences(scores),
        plan=PLAN,
        next_round=date(2027, 5, 20),
    )
    return in_calendars(replace(report, **changed))


def in_calendars(report: TeamReport) -> TeamReport:
    """Give every step of a report that has a date an entry, as new."""
    entries = tuple(
        PlanEntry(uuid5(CALENDAR, f"step {place}"), step.due, 0, MADE_AT, place)
        for place, step in enumerate(report.plan)
        if step.due is not None
    )
    return replace(report, calendar=PlanCalendar(CALENDAR, entries))


def second_round(people: int = 30) -> TeamReport:
    """Make a report of a team that measured before, and did worse then."""
    after = rows_of(people)
    before = [
        (role, {item: max(1, a - 2) if isinstance(a, int) else a for item, a in given.items()})
        for role, given in after
    ]
    earlier, spreads = _scored(before)
    later, later_spreads = _scored(after)
    found = report_of(after)
    first = found.advice.discuss_first[0] if found.advice.discuss_first else "inf-1"
    return replace(
        found,
        round=2,
        joint={first: 3},
        importance={one.item: 3 for one in found.advice.suggestions},
        changes=area_changes(earlier, later, spreads, later_spreads),
    )


def together() -> TeamReport:
    """Make a report of a team that filled in one form together."""
    (_, given), *_ = rows_of(2)[1:]
    return report_of([("professional", given)], min_group=1, together=True)


def _scored(rows: Rows) -> tuple[Scores, Mapping[str, tuple[float, ...]]]:
    ids = [item.id for item in CONTENT.items_of(INSTRUMENT)]
    answers = Answers.from_rows(ids, rows)
    scores = score(CONTENT, INSTRUMENT, answers)
    return scores, area_spreads(CONTENT, INSTRUMENT, answers, scores)
