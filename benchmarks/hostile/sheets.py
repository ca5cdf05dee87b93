"""Answer sheets that were spoiled, and the slowest one that is accepted."""

import io
import json
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import reports
from hostile.row import Row, Size, mutated, told
from partnerschap.content import load
from partnerschap.report import MAX_BYTES, SheetError, empty_sheet_xlsx, read_sheet
from partnerschap.report.sheets.cells import MAX_ROWS
from partnerschap.report.sheets.xlsx_sheet import MAX_CELLS
from workbooks import archive, parts_of, sheet

CSV_FILES, WORKBOOKS = 10_000, 8_000
MOST_SECONDS, MOST_MEGABYTES = 2.0, 200.0
"""That a sheet which is accepted may take."""
_PIECES = (b";", b",", b'"', b"\n", b"\r", b"\0", b"\xff\xfe", b"5", b"6", b"weet niet", b"=1+1")
_XML = (
    b"<c/>", b"<row>", b"</row>", b'<c t="s"><v>7</v></c>', b"<f>1+1</f>", b"&lt;", b"&x;", b"<!--",
    b"]]>", b'r="A1048577"', b't="e"', b't="d"', b't="b"', b's="9999999999"', b"<v>1e999</v>",
    b"<v>-0</v>", b"<v>nan</v>", b"<v></v>", b' xmlns="x"', b'<mergeCell ref="A1:ZZ9"/>', b"\xef\xbf\xbf",
    b'Target="../../../etc/passwd"', b'TargetMode="External"', b"999999999999999999999",
)  # fmt: skip

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


def csv_sheets(size: Size) -> Iterator[Row]:
    """Spoil a filled-in sheet as text."""
    draw = size.draw()
    whole = _csv(30).encode()
    yield _row("sheets, CSV", size, CSV_FILES, lambda: (mutated(draw, whole, _PIECES), "blad.csv"))


def workbooks(size: Size) -> Iterator[Row]:
    """Spoil workbooks: the archive itself, and more often the parts in it."""
    draw = size.draw()
    wholes = [
        empty_sheet_xlsx(reports.CONTENT, "compleet"),
        _workbook(30),
        _workbook(30, texts=True),
    ]

    def spoiled() -> tuple[bytes, str]:
        data = draw.choice(wholes)
        if draw.random() < 0.2:  # noqa: PLR2004
            return mutated(draw, data), "blad.xlsx"
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        read = [name for name in parts if re.search(r"sheet|Strings|styles|workbook|rels", name)]
        name = draw.choice(read)
        parts[name] = _spoiled_xml(parts[name], draw)
        return archive(parts), "blad.xlsx"

    yield _row("sheets, XLSX", size, WORKBOOKS, spoiled)


def traps(_: Size) -> Iterator[Row]:
    """Bombs, entities, and archives that lie; how each is refused stands in the suite."""
    outcomes, wrong = Counter[str](), []
    made = _traps()
    measured = _measured([(data, "blad.xlsx") for data in made.values()])
    for name, (outcome, seconds, megabytes, *_more) in zip(made, measured, strict=True):
        outcomes[outcome] += 1
        if outcome == "accepted" or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES:
            wrong.append(f"{name}: {outcome}, {seconds:.1f} s, {megabytes:.0f} MB")
    yield Row("sheets, traps", f"{len(made)} files", "; ".join([told(outcomes), *wrong]), not wrong)


def slowest(_: Size) -> Iterator[Row]:
    """Measure the largest sheets that are accepted, in the processor's seconds."""
    made = _large()
    for (name, (data, _)), (outcome, seconds, megabytes, scoring, whole) in zip(
        made.items(), _measured(list(made.values())), strict=True
    ):
        happened = (
            f"{outcome}: read in {seconds:.2f} s and {megabytes:.0f} MB; "
            f"scored in {scoring:.2f} s more, {whole:.0f} MB in all"
        )
        is_small = seconds <= MOST_SECONDS and megabytes <= MOST_MEGABYTES
        tried = f"{name}, {len(data) / 1024 / 1024:.2f} MB"
        yield Row("sheets, slowest", tried, happened, is_small)


def _row(check: str, size: Size, whole: int, spoiled: Callable[[], tuple[bytes, str]]) -> Row:
    content, outcomes, uncaught, tried = load(), Counter[str](), [], 0
    for number in size.rounds(whole):
        data, filename = spoiled()
        try:
            read_sheet(data, filename, content)
        except SheetError as error:
            assert error.sentence(content)  # noqa: S101 - a sentence there must be
            outcomes[error.message_id.removeprefix("sheet.")] += 1
        except Exception as error:  # noqa: BLE001 - what is looked for
            uncaught.append(repr(error))
        else:
            outcomes["accepted"] += 1
        tried = number + 1
    most = dict(outcomes.most_common(5))
    others = len(outcomes) - len(most)
    happened = f"{told(most)}, {others} other sentences; uncaught {len(uncaught)} {uncaught[:3]}"
    return Row(check, f"{tried:,} mutated", happened, not uncaught)


def _spoiled_xml(part: bytes, draw: random.Random) -> bytes:
    if draw.random() < 0.5:  # noqa: PLR2004
        return mutated(draw, part, _XML)
    tags = [one.span() for one in re.finditer(rb"<[^>]*>", part)]
    for start, end in sorted(draw.sample(tags, min(len(tags), draw.randint(1, 3))), reverse=True):
        tag = part[start:end]
        other = part[slice(*draw.choice(tags))]
        new = draw.choice((b"", other, tag * 2, draw.choice(_XML), re.sub(rb'"[^"]*"', b'"x"', tag),
                           re.sub(rb"\d+", b"99999999999", tag), re.sub(rb"\d+", b"-1", tag)))  # fmt: skip
        part = part[:start] + new + part[end:]
    return part


def _csv(people: int, answer: str = "3") -> str:
    items = [item.id for item in reports.CONTENT.items_of("compleet")]
    lines = [";".join(["respondent", "role", *items])]
    lines += [";".join([str(n), "professional", *[answer] * len(items)]) for n in range(people)]
    return "\n".join(lines)


def _workbook(
    people: int, *, texts: bool = False, answer: str = "<v>3</v>", more: str = ""
) -> bytes:
    """Make a workbook of people who answered all items."""
    items = [item.id for item in reports.CONTENT.items_of("compleet")]
    names = ["respondent", "role", *items]
    strings = [*names, "professional", reports.CONTENT.scales.scales[0].points[2]]
    head = "".join(f'<c t="s"><v>{at}</v></c>' for at in range(len(names)))
    one = f'<c t="s"><v>{len(names) + 1}</v></c>' if texts else f"<c{more}>{answer}</c>"
    frequent = [item for item in reports.CONTENT.items_of("compleet") if item.scale == "frequency"]
    count = len(frequent) if texts else len(items)
    person = f'<c/><c t="s"><v>{len(names)}</v></c>' + one * count
    if texts:
        head = "".join(
            f'<c t="s"><v>{names.index(name)}</v></c>'
            for name in ["respondent", "role", *(item.id for item in frequent)]
        )
    rows = [f"<row>{head}</row>", *[f"<row>{person}</row>"] * people]
    packed = "".join(f"<si><t>{text}</t></si>" for text in strings)
    styles = '<numFmts><numFmt numFmtId="200" formatCode="0.0"/></numFmts><cellXfs>' + (
        '<xf numFmtId="200"/>' * 60 + "</cellXfs>"
    )
    return archive(parts_of(sheet(*rows), strings=packed, styles=styles))


def _traps() -> Mapping[str, bytes]:
    plain = parts_of(sheet('<row r="1"><c t="str"><v>role</v></c></row>'))
    bomb = {**plain, "xl/worksheets/sheet1.xml": b"\0" * 200_000_000}
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    quadratic = f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]><x>{"&a;" * 20_000}</x>'
    entities = {
        "billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><x>&a9;</x>',
        "quadratic blow-up": quadratic,
        "external entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x">%a;]><x/>',
        "foreign DTD": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    }
    made = {"zip bomb": archive(bomb), "a million parts": archive({**plain, **_many()})}
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        for name, xml in entities.items():
            made[f"{name} in {part}"] = archive({**plain, part: xml})
    lying = bytearray(archive({**plain, "xl/worksheets/sheet1.xml": b" " * 4_000_000}))
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = lying.rindex(mark) + (24 if mark == b"PK\x01\x02" else 22)
        lying[at : at + 4] = (100).to_bytes(4, "little")
    nested = archive({**plain, "xl/worksheets/sheet1.xml": "<a>" * 300_000})
    return made | {"sizes that lie": bytes(lying), "300,000 levels": nested, "a zip in it": archive(
        {"xl/workbook.xml": archive(plain)})}  # fmt: skip


def _many() -> dict[str, bytes]:
    return {f"x{number}.xml": b"" for number in range(40_000)}


def _large() -> Mapping[str, tuple[bytes, str]]:
    """Make sheets at the limits that are accepted: of rows, cells, elements and bytes."""
    items = len(reports.CONTENT.items_of("compleet"))
    rows = min(MAX_ROWS, MAX_CELLS // (items + 2) - 1)
    per_row = len(_csv(1).splitlines()[1]) + 4
    label = reports.CONTENT.scales.extra_answers[0].name
    long_rows = min(MAX_ROWS, MAX_BYTES // (len(f";{label}") * items + 20) - 1)
    wide = "3" + "\u200b" * 4
    invisible = min(MAX_ROWS, MAX_BYTES // (items * (len(wide.encode()) + 1) + 20) - 1)
    decimals = "<v>3.0000000000000000000</v>"
    return {
        f"CSV, {min(MAX_ROWS, MAX_BYTES // per_row)} people": (
            _csv(min(MAX_ROWS, MAX_BYTES // per_row)).encode(), "blad.csv"),
        f"CSV, {long_rows} people who do not know": (_csv(long_rows, label).encode(), "blad.csv"),
        f"CSV, {invisible} people, signs that nobody sees": (
            _csv(invisible, wide).encode(), "blad.csv"),
        "CSV of 99,000 empty lines": (
            (_csv(1) + "\n" * 99_000).encode(), "blad.csv"),
        f"workbook, {rows} people": (_packed(rows), "blad.xlsx"),
        f"workbook, {rows} people, decimals and formats": (
            _packed(rows, answer=decimals, more=' s="59"'), "blad.xlsx"),
        f"workbook, {rows} people, words": (_packed(rows, texts=True), "blad.xlsx"),
    }  # fmt: skip


def _packed(rows: int, **how: object) -> bytes:
    """Make the largest workbook of that kind of which the parts still unpack."""
    while True:
        data = _workbook(rows, **how)  # type: ignore[arg-type]
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked <= MAX_BYTES:
            return data
        rows = int(rows * MAX_BYTES / unpacked) - 1


def _measured(sheets: list[tuple[bytes, str]]) -> list[tuple[str, float, float, float, float]]:
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
