"""Whatever people type is text in every file, and the one page stays one page."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

import reports
from partnerschap.report import FILES, Handout, TeamReport, make_file, make_handout
from partnerschap.report.words import clean, short
from partnerschap.sessions import PlanStep
from pdf_reading import opened, says, text_of

HOSTILE = {
    "long": "Samen met ouders overleggen. " * 173,
    "unbroken": "W" * 5_000,
    "right to left": "مرحبا بالآباء والأمهات",
    "emoji": "Feest \N{PARTY POPPER} en \N{THUMBS UP SIGN}",
    "diacritics": "Zoë, Renée, Łukasz, Şükrü, Nguyễn",
    "formula": "=1+1",
    "at": "@SUM(A1)",
    "plus": "+31 6",
    "minus": "-5",
    "wide equals": "\uff1d1+1",
    "wide at": "\uff20SUM(A1)",
    "typst": '#let x = 1 #x #read("/etc/passwd") $x^2$ <label> @ref // weg',
    "markup": "*bold* _it_ `raw` = Kop\n- punt\n+ punt",
    "xml": "</w:t><w:br/>&amp;]]>",
    "backslash": "C:\\map\\n \\u{41} \\",
    "quotes": "\"'“”{braces}{{x}}",
    "calendar": "BEGIN:VEVENT\r\nEND:VEVENT;,\\n",
}


def hostile(text: str) -> TeamReport:
    step = PlanStep(
        text=text,
        owner=text,
        due=date(1999, 12, 31),
        item=None,
        action=None,
        first_step=text,
        evidence=text,
        celebration=text,
        reason=text,
    )
    return reports.report_of(reports.rows_of(6), label=text, plan=(step,) * 5)


@pytest.mark.parametrize("name", HOSTILE)
def test_one_page_stays_one_page(name: str) -> None:
    made = make_file(hostile(HOSTILE[name]), "one-page", "pdf")
    assert len(opened(made).pages) == 1
    assert "31 december 1999" in text_of(made)
    assert "Nog één stap" in text_of(made)


def test_what_was_cut_off_says_where_the_rest_is() -> None:
    report = replace(hostile(HOSTILE["long"]), plan=hostile(HOSTILE["long"]).plan[:1])
    made = make_file(report, "one-page", "pdf")
    assert "\N{HORIZONTAL ELLIPSIS}" in text_of(made)
    assert says(made, "De volledige tekst staat in het hele verslag en in het plan.")
    whole = text_of(make_file(report, "plan", "pdf"))
    assert whole.count("Samen met ouders overleg") >= 170 * 5  # some stand at the end of a page


@pytest.mark.parametrize(
    "name",
    ["formula", "at", "minus", "typst", "xml", "backslash", "quotes", "diacritics"],
)
def test_the_plan_on_paper_is_what_was_typed(name: str) -> None:
    assert says(make_file(hostile(HOSTILE[name]), "plan", "pdf"), HOSTILE[name])


def test_a_word_without_end_is_broken_and_complete() -> None:
    text = text_of(make_file(hostile(HOSTILE["unbroken"]), "plan", "pdf"))
    assert text.count("W") >= 5 * 6 * 5_000  # five steps with six texts each


@pytest.mark.parametrize("name", ["right to left", "emoji"])
def test_letters_of_elsewhere_break_no_file(name: str) -> None:
    made = make_file(hostile(HOSTILE[name]), "plan", "pdf")
    root: Any = opened(made).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "31 december 1999" in text_of(made)


@pytest.mark.parametrize("name", HOSTILE)
def test_word_has_the_text_as_it_is(name: str) -> None:
    document = Document(BytesIO(make_file(hostile(HOSTILE[name]), "plan", "docx")))
    expected = clean(HOSTILE[name])
    (table,) = document.tables
    assert table.rows[1].cells[1].text == expected
    assert expected in [one.text for one in document.paragraphs]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_spreadsheet_computes_nothing(name: str) -> None:
    report = hostile(HOSTILE[name])
    workbook = load_workbook(BytesIO(make_file(report, "full", "xlsx")))
    cells = [cell for sheet in workbook for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    assert workbook["Plan"]["C2"].value == clean(HOSTILE[name])
    text = make_file(report, "full", "csv").decode("utf-8-sig")
    for row in csv.reader(StringIO(text, newline=""), delimiter=";"):
        assert not row[2].startswith(("=", "+", "-", "@", "\uff1d", "\uff20"))
        assert not row[5].startswith(("=", "+", "@", "\uff1d", "\uff20"))
        if row[0] == "plan":
            assert not row[5].startswith("-")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_calendar_keeps_its_entries_apart(name: str) -> None:
    data = make_file(hostile(HOSTILE[name]), "plan", "ics")
    events = Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 6
    assert clean(HOSTILE[name]).split("\n")[0][:20] in str(events[0]["DESCRIPTION"])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@pytest.mark.parametrize("name", HOSTILE)
def test_json_has_the_text_as_it_is(name: str) -> None:
    held = json.loads(make_file(hostile(HOSTILE[name]), "full", "json"))
    assert held["plan"][0]["text"] == clean(HOSTILE[name])


@pytest.mark.parametrize(("kind", "suffix"), FILES)
def test_control_characters_break_no_file(kind: str, suffix: str) -> None:
    text = "\x00\x08\x0b\x1b\x7f\ud800\ufffe\u202eomgekeerd"
    assert make_file(hostile(text), kind, suffix)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_break_no_file(day: date) -> None:
    plan = (PlanStep("Ooit", "", day, None, None),)
    report = reports.in_calendars(replace(hostile("Ooit"), plan=plan, next_round=day))
    for kind, suffix in FILES:
        if suffix != "xlsx" or day.year >= 1900:
            assert make_file(report, kind, suffix)


def test_the_whole_report_of_hostile_text_is_complete() -> None:
    text = HOSTILE["typst"]
    assert says(make_file(hostile(text), "full", "pdf"), text)


def test_a_hostile_label_and_code_are_text_on_a_handout() -> None:
    for text in HOSTILE.values():
        handout = Handout(
            reports.CONTENT, "kort", roles=("parent",), label=text, code="ABC234", link="http://x"
        )
        assert make_handout(handout).startswith(b"%PDF")


def test_a_text_is_cut_off_behind_a_word() -> None:
    assert short("een twee drie", 13) == "een twee drie"
    assert short("een twee drie", 12) == "een twee\N{HORIZONTAL ELLIPSIS}"
    assert short("a" * 20, 10) == "a" * 9 + "\N{HORIZONTAL ELLIPSIS}"
