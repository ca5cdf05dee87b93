"""Small workbooks that would take much time or memory: refused before they do."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerschap.content import Content
from partnerschap.report import read_sheet
from partnerschap.report.sheets.cells import MAX_COLUMNS, MAX_ROWS
from partnerschap.report.sheets.xlsx_parts import MAX_ELEMENTS, MAX_PARTS, MAX_UNPACKED
from partnerschap.report.sheets.xlsx_sheet import MAX_CELLS
from workbooks import archive, header, parts_of, person, sheet, workbook_of

Refused = Callable[..., tuple[str, str]]
NAMES = header("role", "a-1")
MUCH = 4_800_000
"""Bytes, just within what may be unpacked."""


def filled_up(xml: str) -> str:
    return xml * (MUCH // len(xml))


@pytest.mark.parametrize(
    ("data", "message_id", "limit"),
    [
        (
            workbook_of(sheet(NAMES, f'<row r="2">{"<c/>" * (MAX_CELLS + 1)}</row>')),
            "too_many_cells",
            str(MAX_CELLS),
        ),
        (workbook_of(sheet(NAMES, filled_up("<row/>"))), "too_many_parts", str(MAX_ELEMENTS)),
        (
            workbook_of(sheet(NAMES), styles=f"<cellXfs>{filled_up('<xf/>')}</cellXfs>"),
            "too_many_parts",
            str(MAX_ELEMENTS),
        ),
        (workbook_of(sheet(NAMES), strings=filled_up("<si/>")), "too_many_parts", "600000"),
        (
            archive(parts_of(sheet(NAMES)) | {f"{n}.xml": "" for n in range(MAX_PARTS)}),
            "too_many_parts",
            str(MAX_PARTS),
        ),
        (workbook_of(sheet(NAMES), styles=" " * MAX_UNPACKED), "unpacked_too_large", "5 MB"),
        (
            workbook_of(sheet(NAMES, '<row r="2"><c r="XFD2"><v>1</v></c></row>')),
            "too_many_columns",
            f"Rij 2 heeft meer dan {MAX_COLUMNS}",
        ),
        (workbook_of(sheet(NAMES, person(MAX_ROWS + 2))), "too_many_rows", str(MAX_ROWS)),
    ],
)
def test_says_which_limit(refused: Refused, data: bytes, message_id: str, limit: str) -> None:
    found, sentence = refused(data, "blad.xlsx")
    assert found == f"sheet.{message_id}"
    assert limit in sentence


def test_empty_rows_and_cells_with_a_colour_count_for_nothing(content: Content) -> None:
    empty = "".join(
        f'<row r="{number}"><c r="A{number}" s="0"/></row>' for number in range(3, 9000)
    )
    last = '<row r="1048576"><c r="XFD1048576"><v></v></c></row>'
    data = workbook_of(sheet(NAMES, person(2, '<c r="B2"><v>4</v></c>'), empty, last))
    assert read_sheet(data, "blad.xlsx", content).values.tolist() == [[4]]


@pytest.mark.parametrize(
    "parts",
    [
        parts_of(sheet(NAMES, person(3), person(2))),
        parts_of(sheet(NAMES, person(2), person(2))),
        parts_of(sheet(NAMES, '<row r="2"><c r="B2"><v>1</v></c><c r="A2"/></row>')),
        parts_of(sheet(NAMES, '<row r="2"><c r="B3"><v>1</v></c></row>')),
        parts_of(sheet(NAMES, '<row r="2"><c t="s"><v>-1</v></c></row>'), strings="<si/>"),
        parts_of(sheet(NAMES, '<row r="2"><c t="s"><v>7</v></c></row>'), strings="<si/>"),
        parts_of(sheet(NAMES), states=["hidden"]),
        parts_of(sheet(NAMES, person(2), after='<mergeCell ref="C1:XFD1048576"/>' * 3000)),
        parts_of(sheet(NAMES)) | {"xl/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
    ],
)
def test_refuses_what_no_spreadsheet_writes(
    refused: Refused, parts: dict[str, bytes | str]
) -> None:
    assert refused(archive(parts), "blad.xlsx")[0] == "sheet.workbook_unreadable"


def test_a_text_that_is_too_long_is_refused_where_it_counts(
    content: Content, refused: Refused
) -> None:
    data = workbook_of(sheet(NAMES, person(2, NAMED)), strings=f"<si><t>{'x' * 201}</t></si>")
    message_id, sentence = refused(data, "blad.xlsx")
    assert message_id == "sheet.cell_too_long"
    assert "B2" in sentence
    data = workbook_of(RESPONDENTS, strings=f"<si><t>{'x' * 50_000}</t></si>")
    assert len(read_sheet(data, "blad.xlsx", content).roles) == MAX_ROWS


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_refuses_a_compression_that_asks_for_memory_itself(
    refused: Refused, compression: int
) -> None:
    data = archive(parts_of(sheet(NAMES, person(2))), compression)
    assert refused(data, "blad.xlsx")[0] == "sheet.workbook_unreadable"


NAMED = '<c t="s"><v>0</v></c>'
PREFIXED = '<c p:a=""/>'
LONG = "x" * 2_300_000


def named(text: str) -> bytes:
    """Let half as many cells as there may be name one text."""
    row = f"<row>{NAMED * 40}</row>"
    return workbook_of(sheet(NAMES, row * 2_500), strings=f"<si><t>{text}</t></si>")


RESPONDENTS = sheet(
    header("respondent", "role", "a-1"),
    f'<row>{NAMED}<c t="str"><v>parent</v></c><c><v>4</v></c></row>' * MAX_ROWS,
)

TRUE = '<c t="b"><v>1</v></c>'
STYLES = filled_up('<xf numFmtId="7"/>')
WORST = {
    "cells": workbook_of(sheet(NAMES, filled_up("<row>" + "<c/>" * 40 + "</row>"))),
    "one row": workbook_of(sheet(NAMES, f"<row>{filled_up('<c/>')}</row>")),
    "wide rows": workbook_of(
        sheet(NAMES, *(f'<row><c r="SF{n}"><v>1</v></c></row>' for n in range(2, MAX_ROWS)))
    ),
    "faults": workbook_of(sheet(NAMES, *(f"<row>{TRUE * 39}</row>" for _ in range(MAX_ROWS)))),
    "merged": workbook_of(sheet(NAMES, person(2), after=filled_up('<mergeCell ref="ZZ1"/>'))),
    "strings": workbook_of(sheet(NAMES), strings=filled_up("<si></si>")),
    "styles": workbook_of(sheet(NAMES), styles=f"<cellXfs>{STYLES}</cellXfs>"),
    "format": workbook_of(
        sheet(NAMES), styles=f'<numFmt numFmtId="9" formatCode="{filled_up("[")}"/>'
    ),
    "format that goes on": workbook_of(
        sheet(NAMES), styles=f'<numFmt numFmtId="9" formatCode="{filled_up("#,")}x"/>'
    ),
    "namespace": workbook_of(sheet(NAMES, after=f'<x xmlns="{LONG}">{"<c/>" * 500_000}</x>')),
    "namespace of attributes": workbook_of(
        sheet(NAMES, after=f'<x xmlns:p="{LONG}">{PREFIXED * 200_000}</x>')
    ),
    "one text": named(LONG),
    "one text with a sign that nobody sees": named(f"\u200b{LONG}"),
    "one name": workbook_of(RESPONDENTS, strings=f"<si><t>{LONG}</t></si>"),
    "one text on many sheets": workbook_of(
        sheet(NAMES, person(2)),
        *[sheet(f"<row>{NAMED * 400}</row>")] * 240,
        strings=f"<si><t>{LONG}</t></si>",
    ),
}


MEASURE = """
import json, resource, sys
from pathlib import Path
from partnerschap.content import load
from partnerschap.report import SheetError, read_sheet
content = load()
before = resource.getrusage(resource.RUSAGE_SELF)
outcomes = []
for file in sys.argv[1:]:
    try:
        read_sheet(Path(file).read_bytes(), "blad.xlsx", content)
    except SheetError as error:
        outcomes.append(error.message_id)
after = resource.getrusage(resource.RUSAGE_SELF)
megabytes = (after.ru_maxrss - before.ru_maxrss) / 1024
print(json.dumps([outcomes, megabytes, after.ru_utime - before.ru_utime]))
"""


def test_takes_little_memory_and_time_whatever_a_file_holds(tmp_path: Path) -> None:
    """Such a file took 1.7 GiB and 35 seconds when nothing was counted while it unpacked."""
    for name, data in WORST.items():
        assert len(data) < 200_000
        (tmp_path / name).write_bytes(data)
    files = sorted(map(str, tmp_path.iterdir()))
    command = [sys.executable, "-c", MEASURE, *files]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    outcomes, megabytes, seconds = json.loads(done.stdout)
    assert len(outcomes) == len(WORST)
    assert megabytes < 200
    assert seconds < 5 * len(WORST)
