"""What the command `report` was asked, and the report of a filled-in sheet."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from partnerschap.cli.score_work import read_answers, tell_left_out
from partnerschap.content import Content
from partnerschap.report import TeamReport
from partnerschap.report.team_reports import of_answers
from partnerschap.scoring import Answers


@dataclass(frozen=True)
class Wanted:
    """The options of the command, as typed."""

    kind: str | None
    instrument: str
    min_group: int
    sector: str | None
    address: str | None
    with_answers: bool
    output: Path | None
    database: str | None


def of_sheet(
    content: Content, file: Path, wanted: Wanted, now: datetime
) -> tuple[TeamReport, Answers]:
    """Score a filled-in sheet and make a report of it; gives the answers as well.

    Raises
    ------
    Refusal
        When the sheet cannot be used.
    """
    answers = read_answers(file, content)
    tell_left_out(content, wanted.instrument, answers)
    report = of_answers(
        content,
        wanted.instrument,
        answers,
        min_group=wanted.min_group,
        sector=wanted.sector or "",
        now=now,
    )
    return report, answers
