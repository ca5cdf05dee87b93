"""Answer sheets that were spoiled, and traps that look like one."""

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import reports
from hostile.large_sheets import (
    MOST_MEGABYTES,
    MOST_SECONDS,
    csv_of,
    measured,
    workbook_of_people,
)
from hostile.row import Row, Size, mutated, told
from partnerschap.content import load
from partnerschap.report import SheetError, empty_sheet_xlsx, read_sheet
from workbooks import archive, parts_of, sheet

CSV_FILES, WORKBOOKS = 10_000, 8_000
_PIECES = (b";", b",", b'"', b"\n", b"\r", b"\0", b"\xff\xfe", b"5", b"6", b"weet niet", b"=1+1")
_XML = (
    b"<c/>", b"<row>", b"</row>", b'<c t="s"><v>7</v></c>', b"<f>1+1</f>", b"&lt;", b"&x;", b"<!--",
    b"]]>", b'r="A1048577"', b't="e"', b't="d"', b't="b"', b's="9999999999"', b"<v>1e999</v>",
    b"<v>-0</v>", b"<v>nan</v>", b"<v></v>", b' xmlns="x"', b'<mergeCell ref="A1:ZZ9"/>',
    b'Target="../../../etc/passwd"', b'TargetMode="External"', b"999999999999999999999",
)  # fmt: skip


def csv_sheets(size: Size) -> Iterator[Row]:
    """Spoil a filled-in sheet as text."""
    draw = size.draw()
    whole = csv_of(30).encode()
    yield _row("sheets, CSV", size, CSV_FILES, lambda: (mutated(draw, whole, _PIECES), "blad.csv"))


def workbooks(size: Size) -> Iterator[Row]:
    """Spoil workbooks: the archive itself, and more often the parts in it."""
    draw = size.draw()
    wholes = [
        empty_sheet_xlsx(reports.CONTENT, "compleet"),
        workbook_of_people(30),
        workbook_of_people(30, '<c t="s"><v>1</v></c>', frequent=True),
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
    found = measured([(data, "blad.xlsx") for data in made.values()])
    for name, (outcome, seconds, megabytes, *_more) in zip(made, found, strict=True):
        outcomes[outcome] += 1
        if outcome == "accepted" or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES:
            wrong.append(f"{name}: {outcome}, {seconds:.1f} s, {megabytes:.0f} MB")
    yield Row("sheets, traps", f"{len(made)} files", "; ".join([told(outcomes), *wrong]), not wrong)


def _row(check: str, size: Size, whole: int, spoiled: Callable[[], tuple[bytes, str]]) -> Row:
    content, outcomes, uncaught, tried = load(), Counter[str](), [], 0
    for number in size.rounds(whole):
        data, filename = spoiled()
        try:
            read_sheet(data, filename, content)
        except SheetError as error:
            name = error.message_id.removeprefix("sheet.")
            outcomes[name if error.sentence(content) else "NO SENTENCE"] += 1
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
        number = draw.choice((b"99999999999", b"-1", b"1.5"))
        changed = (re.sub(rb'"[^"]*"', b'"x"', tag), re.sub(rb"\d+", number, tag))
        new = draw.choice((b"", other, tag * 2, draw.choice(_XML), *changed))
        part = part[:start] + new + part[end:]
    return part


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
