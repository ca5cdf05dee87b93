"""The largest answer sheets that are accepted, and what reading them takes."""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import reports
from hostile.row import Row, Size
from partnerschap.report import MAX_BYTES
from partnerschap.report.sheets.cells import MAX_ROWS
from partnerschap.report.sheets.xlsx_parts import MAX_ELEMENTS
from partnerschap.report.sheets.xlsx_sheet import MAX_CELLS
from workbooks import archive, parts_of, sheet

MOST_SECONDS, MOST_MEGABYTES = 2.0, 200.0
"""That a sheet which is accepted may take."""

ITEMS = reports.CONTENT.items_of("compleet")
FREQUENT = [item for item in ITEMS if item.scale == "frequency"]

_MEASURE = """
import json, sys, time
from pathlib import Path
from partnerschap.advice import advise
from partnerschap.content import load
from partnerschap.report import SheetError, figures, read_sheet
from partnerschap.scoring import score
content = load()
def score_it(answers):
    scores = score(content, "compleet", answers, min_group=5)
    return figures(scores, advise(content, answers, scores))
def megabytes(name):
    text = Path("/proc/self/status").read_text()
    return int(text.partition(name + ":")[2].split()[0]) / 1024
score_it(read_sheet(b"role,inf-1\\nparent,5\\n", "a.csv", content))  # what is loaded at first
for file in map(Path, sys.argv[1:]):
    data = file.read_bytes()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before, start = megabytes("VmRSS"), time.process_time()
    try:
        answers, outcome = read_sheet(data, file.name, content), "accepted"
    except SheetError as error:
        answers, outcome = None, error.message_id
    read, peak = time.process_time(), megabytes("VmHWM")
    if answers is not None:
        score_it(answers)
    print(json.dumps([outcome, read - start, peak - before, time.process_time() - read,
                      megabytes("VmHWM") - before]))
    del answers
"""


def slowest(_: Size) -> Iterator[Row]:
    """Measure the largest sheets that are accepted, in the processor's seconds."""
    for name, one in _large().items():
        # Each in a process of its own: memory that another left would serve this one.
        ((outcome, seconds, megabytes, scoring, whole),) = measured([one])
        happened = (
            f"{outcome}: read in {seconds:.2f} s and {megabytes:.0f} MB; "
            f"scored in {scoring:.2f} s more, {whole:.0f} MB in all"
        )
        is_small = seconds <= MOST_SECONDS and megabytes <= MOST_MEGABYTES
        tried = f"{name}, {len(one[0]) / 1024 / 1024:.2f} MB"
        yield Row("sheets, slowest", tried, happened, is_small)


def csv_of(people: int, answer: str = "3") -> str:
    """Write the sheet of people who gave the same answer to all items."""
    lines = [";".join(["respondent", "role", *(item.id for item in ITEMS)])]
    lines += [f"{n};professional{f';{answer}' * len(ITEMS)}" for n in range(people)]
    return "\n".join(lines)


def workbook_of_people(
    people: int,
    cell: str = "<c><v>3</v></c>",
    *,
    frequent: bool = False,
    strings: str = "",
    sheets: tuple[str, ...] = (),
) -> bytes:
    """Make a workbook of people who gave the same answer to all items.

    Parameters
    ----------
    cell
        The answer. Shared string 0 is a role, 1 an answer, and style 59 has a format of its own.
    frequent
        Whether only items are asked to which string 1 is an answer.
    strings, sheets
        What there is more of.
    """
    items = FREQUENT if frequent else ITEMS
    names = "".join(f'<c t="str"><v>{one}</v></c>' for one in ("role", *(i.id for i in items)))
    person = '<c t="s"><v>0</v></c>' + cell * len(items)
    rows = [f"<row>{names}</row>", *[f"<row>{person}</row>"] * people]
    known = ("professional", reports.CONTENT.scales.scales[0].points[2])
    shared = "".join(f"<si><t>{text}</t></si>" for text in known) + strings
    styles = '<numFmts><numFmt numFmtId="200" formatCode="0.0"/></numFmts><cellXfs>' + (
        '<xf numFmtId="200"/>' * 60 + "</cellXfs>"
    )
    return archive(parts_of(sheet(*rows), *sheets, strings=shared, styles=styles))


def _large() -> Mapping[str, tuple[bytes, str]]:
    """Make sheets at the limits of rows, cells, parts and bytes."""
    label = reports.CONTENT.scales.extra_answers[0].name
    unseen = "3" + "\u200b" * 4
    made: dict[str, tuple[bytes, str]] = {}
    for name, answer in (("points", "3"), ("words", label), ("signs that nobody sees", unseen)):
        people = min(MAX_ROWS, MAX_BYTES // (len(f";{answer}".encode()) * len(ITEMS) + 20) - 1)
        made[f"CSV, {people} people, {name}"] = csv_of(people, answer).encode(), "blad.csv"
    made["CSV, 99,000 empty lines"] = (csv_of(1) + "\n" * 99_000).encode(), "blad.csv"
    empty = sheet(f"<row>{'<c/>' * 190_000}</row>")
    kinds: dict[str, Callable[[int], bytes]] = {
        "points": workbook_of_people,
        "decimals": lambda people: workbook_of_people(
            people, '<c s="59"><v>3.0000000000000000000</v></c>'
        ),
        "words": lambda people: workbook_of_people(people, '<c t="s"><v>1</v></c>', frequent=True),
        "and texts that nothing names": lambda people: workbook_of_people(
            people, strings="<si/>" * 150_000
        ),
        "and a sheet of empty cells": lambda people: workbook_of_people(people, sheets=(empty,)),
    }
    for name, make in kinds.items():
        people, data = _largest(make)
        made[f"workbook, {people} people, {name}"] = data, "blad.xlsx"
    return made


def _largest(make: Callable[[int], bytes]) -> tuple[int, bytes]:
    """Make a workbook of as many people as the limits allow, nearly."""
    people = MAX_CELLS // (len(ITEMS) + 1) - 1
    while True:
        data = make(people)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [packed.read(one) for one in packed.namelist()]
        size = sum(map(len, parts))
        elements = sum(part.count(b"<") - part.count(b"</") for part in parts)
        if size <= MAX_BYTES and elements <= MAX_ELEMENTS:
            return people, data
        people -= people // 20


def measured(sheets: list[tuple[bytes, str]]) -> list[tuple[str, float, float, float, float]]:
    """Read sheets one after the other in a process of their own.

    Returns
    -------
    Of each what came of it, the seconds and megabytes of reading, the seconds of scoring, and the
    megabytes of both.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, (data, filename) in enumerate(sheets):
            files.append(Path(folder) / f"{number}-{filename}")
            files[-1].write_bytes(data)
        command = [sys.executable, "-c", _MEASURE, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]
