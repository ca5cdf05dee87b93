"""Word, Excel, calendar, CSV and JSON, each opened by a program of its own."""

import csv
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import reports
from partnerschap.report import FILES, ReportKindError, TeamReport, figures, file_name, make_file
from partnerschap.report.office.report_json import SCHEMA


@pytest.fixture(scope="module")
def report() -> TeamReport:
    return reports.second_round()


def schema() -> Any:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_the_word_file_is_a_real_document(report: TeamReport) -> None:
    document = Document(BytesIO(make_file(report, "plan", "docx")))
    properties = document.core_properties
    assert properties.title == "Partnerschap met ouders: het plan · De Regenboog"
    assert properties.language == "nl-NL"
    assert 'w:val="nl-NL"' in document.styles.element.xml
    assert 'w:val="en-US"' not in document.styles.element.xml
    headings = [
        one.text
        for one in document.paragraphs
        if one.style is not None and str(one.style.name).startswith("Heading")
    ]
    assert headings[:4] == ["Het plan", "Stap 1", "Stap 2", "Stap 3"]
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Stap", "Wie", "Klaar op", "Stand"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "1. Koffie op de eerste vrijdag",
        "de leiding",
        "4 december 2026",
        "mee bezig",
    ]
    text = "\n".join(one.text for one in document.paragraphs)
    for said in ("Eerste stap: De school om de hoek bellen", "Toelichting: Te duur", "20 mei 2027"):
        assert said in text


def test_the_workbook_has_the_figures_as_numbers(report: TeamReport) -> None:
    workbook = load_workbook(BytesIO(make_file(report, "full", "xlsx")))
    assert workbook.sheetnames == ["Verslag", "Onderdelen", "Punten", "Plan"]
    rows = list(workbook["Punten"].iter_rows(min_row=2, values_only=True))
    for row, item in zip(rows, report.scores.items, strict=True):
        assert row[3] == item.n_valid
        assert row[4:9] == (item.counts or (None,) * 5)
        assert row[11] == pytest.approx(item.share)
    areas = list(workbook["Onderdelen"].iter_rows(min_row=2, values_only=True))
    # Excel keeps fifteen digits.
    assert [row[1] for row in areas] == pytest.approx([area.share for area in report.scores.areas])
    plan = list(workbook["Plan"].iter_rows(min_row=2, values_only=True))
    assert plan[0][1:4] == ("Koffie op de eerste vrijdag", "de leiding", datetime(2026, 12, 4))  # noqa: DTZ001
    read = "\n".join(str(row[0]) for row in workbook["Verslag"].iter_rows(values_only=True))
    assert "Vertrouwelijk, niet anoniem" in read
    assert not [
        cell for sheet in workbook for row in sheet for cell in row if cell.data_type == "f"
    ]


def test_the_calendar_has_a_day_a_dated_step(report: TeamReport) -> None:
    data = make_file(report, "plan", "ics")
    calendar = Calendar.from_ical(data)
    assert "partnerschap" in str(calendar["PRODID"])
    coffee, stopped, again = events(data)
    assert coffee["DTSTART"].dt == date(2026, 12, 4)
    assert coffee["DTEND"].dt == date(2026, 12, 5)
    (alarm,) = coffee.walk("VALARM")
    assert alarm["TRIGGER"].dt == -timedelta(days=6, hours=15)  # nine in the morning
    assert b"TRIGGER:-P6DT15H\r\n" in data
    assert stopped["STATUS"] == "CANCELLED"
    assert not stopped.walk("VALARM")
    assert again["DTSTART"].dt == date(2027, 5, 20)
    assert all(event["DTSTAMP"] for event in (coffee, stopped, again))
    for private in (b"ATTENDEE", b"ORGANIZER", b"de leiding", b"MvdB"):
        assert private not in data
    # A trainer's own calendar holds the plans of several teams.
    for event in (coffee, stopped, again):
        assert event["SUMMARY"].startswith("De Regenboog: ")
    assert str(calendar["X-WR-CALNAME"]).startswith("De Regenboog: ")


def test_an_empty_plan_says_so_in_every_file(report: TeamReport) -> None:
    empty = reports.in_calendars(replace(report, plan=(), next_round=None))
    (event,) = events(make_file(empty, "plan", "ics"))
    assert event["SUMMARY"] == "De Regenboog: In het plan staat nog geen stap met een datum."
    document = Document(BytesIO(make_file(empty, "plan", "docx")))
    assert "Er is nog niets afgesproken." in [one.text for one in document.paragraphs]
    workbook = load_workbook(BytesIO(make_file(empty, "full", "xlsx")))
    assert workbook["Plan"]["B2"].value == "Er is nog niets afgesproken."


def test_the_json_is_what_its_schema_says(report: TeamReport) -> None:
    Draft202012Validator.check_schema(schema())
    for one in (report, reports.together(), reports.report_of(reports.rows_of(3), plan=())):
        held = json.loads(make_file(one, "full", "json"))
        Draft202012Validator(schema()).validate(held)
        assert held["figures"] == json.loads(json.dumps(figures(one.scores, one.advice)))
        assert len(held["plan"]) == len(one.plan)


def test_the_csv_is_a_figure_a_row(report: TeamReport) -> None:
    data = make_file(report, "full", "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    found = {(row["kind"], row["id"], row["group"], row["figure"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    for item in report.scores.items:
        share = found["item", item.id, "", "share"].replace(",", ".")
        assert (float(share) if share else None) == item.share
        for role, group in (item.groups or {}).items():
            counts = [int(found["item", item.id, role, f"count_{n}"]) for n in range(1, 6)]
            assert tuple(counts) == group.counts
    assert found["plan", "1", "", "text"] == "Koffie op de eerste vrijdag"
    assert found["plan", "1", "", "due"] == "2026-12-04"


@pytest.mark.parametrize(("kind", "suffix"), FILES)
def test_the_same_report_gives_the_same_bytes(kind: str, suffix: str) -> None:
    one = reports.report_of(reports.rows_of(3))
    assert make_file(one, kind, suffix) == make_file(one, kind, f".{suffix.upper()}")


@pytest.mark.parametrize(
    ("kind", "suffix"), [("one-page", "docx"), ("poster", "pdf"), ("full", ""), ("plan", "exe")]
)
def test_what_cannot_be_made_is_told_in_one_sentence(
    report: TeamReport, kind: str, suffix: str
) -> None:
    with pytest.raises(ReportKindError) as refused:
        make_file(report, kind, suffix)
    sentence = refused.value.sentence(reports.CONTENT)
    assert sentence.endswith(".")
    assert f"{kind}\N{RIGHT SINGLE QUOTATION MARK}" in sentence
    assert "one-page .pdf" in sentence


def test_a_file_is_named_after_what_it_is_and_its_day() -> None:
    expected = "partnerschap-plan-2026-11-21.docx"
    assert file_name(reports.CONTENT, "plan", reports.MADE_AT.date(), "docx") == expected
    assert file_name(reports.CONTENT, "plan", reports.MADE_AT.date(), ".docx") == expected


def test_every_message_of_a_report_is_used() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.typ")
        for path in SCHEMA.parents[1].rglob(pattern)
    )
    keys = [
        key.removeprefix("report.") for key in reports.CONTENT.messages if key.startswith("report.")
    ]
    filled_in = (
        *("month_", "legend_", "scale_", "change_", "importance_", "axis_"),
        *("state_", "hidden_", "who_", "more_", "name_"),
        *("letter_parents_", "letter_team_"),
    )
    assert [
        key
        for key in keys
        if f'"{key}"' not in source and f".{key}" not in source and not key.startswith(filled_in)
    ] == []
