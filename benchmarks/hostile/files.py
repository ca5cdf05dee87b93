"""Hostile texts in every file to take home: each opens, computes nothing and reads nothing."""

import csv
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader

import reports
from hostile.row import Row, Size, told
from partnerschap.report import FILES, Handout, TeamReport, make_file, make_handout
from partnerschap.sessions import PlanStep

OF_THE_SYSTEM = "root:x:0:0"
"""What stands in /etc/passwd, and must stand in no file."""

TEXTS = (
    "=1+1",
    "+31 6",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    '\r=HYPERLINK("http://evil.example")',
    "=cmd|' /C calc'!A0",
    "\uff1d1+1",
    '#read("/etc/passwd")',
    '#import "/etc/passwd": *',
    '#eval("1+1") #image("/etc/passwd") $x^2$ <label> @ref // weg',
    "]; #panic() [",
    "\\u{0} \\ ` ``` #`",
    '</w:t></w:r><w:fldSimple w:instr="INCLUDETEXT /etc/passwd"/>&xxe;]]>',
    "{ INCLUDETEXT /etc/passwd } { DDEAUTO c:\\\\a }",
    "END:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:file:///bin/sh\r\nEND:VALARM",
    "x\\nATTENDEE:mailto:a@evil.example;,\\,",
    "\u202eomgekeerd\u2066\u202d \u200f\u061c",
    "\x00\x08\x1b[31m\x85\u2028\ufffe\ud800",
    "Z" + "\u0323\u0301" * 200 + "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u0645\u0631",
)


def files(size: Size) -> Iterator[Row]:
    """Put each text wherever people type, and make every file."""
    outcomes, wrong = Counter[str](), list[str]()
    texts = TEXTS[: size.of(len(TEXTS))]
    made = [*FILES, ("handout", "pdf")]
    for text in texts:
        report = _report(text)
        for kind, suffix in made:
            try:
                found = _wrong_in(_make(report, text, kind, suffix), suffix)
            except Exception as error:  # noqa: BLE001 - what is looked for
                found = f"failed: {error!r}"
            outcomes[found or "opened, all text"] += 1
            if found:
                wrong.append(f"{kind}.{suffix} of {text[:20]!r}")
    tried = f"{len(texts)} texts x {len(made)} files"
    yield Row("files", tried, "; ".join([told(outcomes), *wrong[:5]]), not wrong)


def _report(text: str) -> TeamReport:
    step = PlanStep(
        text=text,
        owner=text,
        due=date(2027, 1, 15),
        item=None,
        action=None,
        first_step=text,
        evidence=text,
        celebration=text,
        reason=text,
    )
    made = reports.report_of(reports.rows_of(6), label=text, plan=(step,) * 2)
    return reports.in_calendars(replace(made, plan=made.plan))


def _make(report: TeamReport, text: str, kind: str, suffix: str) -> bytes:
    if kind != "handout":
        return make_file(report, kind, suffix)
    given = Handout(
        reports.CONTENT, "kort", roles=("parent",), label=text, code="ABC234", link="http://x"
    )
    return make_handout(given)


def _wrong_in(data: bytes, suffix: str) -> str:
    """Say what is wrong with a file, if anything is."""
    match suffix:
        case "pdf":
            text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
            active = any(mark in data for mark in (b"/JavaScript", b"/Launch", b"/EmbeddedFile"))
        case "xlsx":
            text, active = _workbook(data)
        case "docx":
            text, active = _word(data)
        case "csv":
            text = data.decode("utf-8-sig")
            active = _computes(text)
        case "ics":
            text = data.decode()
            allowed = {"VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
            calendar = Calendar.from_ical(data)
            alarms, events = calendar.walk("VALARM"), calendar.walk("VEVENT")
            active = (
                not {one.name for one in calendar.walk()} <= allowed
                or any(one["ACTION"] != "DISPLAY" or "ATTACH" in one for one in alarms)
                or any("ATTENDEE" in one for one in events)
            )
        case "json":
            text, active = data.decode(), not json.loads(data)
        case _:
            raise LookupError(suffix)
    if OF_THE_SYSTEM in text:
        return "A FILE WAS READ"
    return "SOMETHING ACTIVE" if active else ""


def _workbook(data: bytes) -> tuple[str, bool]:
    workbook = load_workbook(BytesIO(data))
    cells = [cell for sheet in workbook for row in sheet for cell in row]
    active = any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    return " ".join(str(cell.value) for cell in cells), active


def _word(data: bytes) -> tuple[str, bool]:
    Document(BytesIO(data))
    with zipfile.ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))  # noqa: S314 - our own file
        text = parts.read("word/document.xml").decode()
    return text, bool(re.search(r"<w:(?:fldSimple|instrText|object)\b", text))


def _computes(text: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula; figures may be negative."""
    cells = [cell for row in csv.reader(StringIO(text, newline=""), delimiter=";") for cell in row]
    is_number = re.compile(r"[-+]?[\d.,]+(?:[eE][-+]?\d+)?")
    return any(
        unicodedata.normalize("NFKC", cell[:1]).startswith(("=", "+", "-", "@", "\t", "\r"))
        and not is_number.fullmatch(cell)
        for cell in cells
    )
