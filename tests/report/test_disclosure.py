"""No file tells more than the scoring allows."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

import reports
from partnerschap.report import FILES, TeamReport, make_file
from partnerschap.report.words import ReportWords
from partnerschap.scoring import Answer
from pdf_reading import says, tags, text_of

WORDS = ReportWords(reports.CONTENT, "school")
HIDDEN = ("inf-1", "did-2")
"""Items that only four people answered."""


def team(answer: int) -> TeamReport:
    """Twelve people; four of them answered the hidden items, all with the same."""
    rows = []
    for number, (role, given) in enumerate(reports.rows_of(12)):
        own: dict[str, Answer] = dict(given)
        for item in HIDDEN:
            own[item] = answer if number < 4 else None
        rows.append((role, own))
    return reports.report_of(rows)


@pytest.mark.parametrize(("kind", "suffix"), FILES)
def test_hidden_answers_leave_no_trace_in_any_file(kind: str, suffix: str) -> None:
    assert {team(1).scores.items[0].status, team(5).scores.items[0].status} == {"suppressed"}
    assert make_file(team(1), kind, suffix) == make_file(team(5), kind, suffix)


def test_what_is_hidden_is_said_in_words() -> None:
    page = make_file(team(1), "one-page", "pdf")
    assert says(page, "2 punten hebben minder dan 5 antwoorden.")
    assert says(make_file(team(1), "full", "pdf"), "te weinig antwoorden om te tonen")


@pytest.mark.parametrize("kind", ["one-page", "full"])
def test_a_team_that_is_too_small_gets_no_figure_at_all(kind: str) -> None:
    report = reports.report_of(reports.rows_of(4), plan=())
    made = make_file(report, kind, "pdf")
    text = text_of(made)
    charts = " ".join(alternative for name, alternative in tags(made) if name == "Figure")
    for area in report.scores.areas:
        assert f"{WORDS.area(area.id)}: te weinig antwoorden" in charts
    assert "geen punt met genoeg antwoorden" in text
    assert "Over geen enkel punt" not in text
    assert "%" not in text.replace("(95%)", "")  # the certainty of an interval


def test_a_small_team_s_workbook_has_no_figure() -> None:
    report = reports.report_of(reports.rows_of(4), plan=())
    workbook: Any = load_workbook(BytesIO(make_file(report, "full", "xlsx")))
    figures = [
        cell
        for row in workbook["Punten"].iter_rows(min_row=2, min_col=4, values_only=True)
        for cell in row
    ]
    assert set(figures) == {None}


def test_everything_shown_comes_with_a_warning() -> None:
    report = reports.report_of(reports.rows_of(4), min_group=1)
    assert says(make_file(report, "one-page", "pdf"), "Deel dit blad daarom niet verder.")
