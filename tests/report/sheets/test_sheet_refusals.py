"""Sheets that are wrong: each one sentence, with the row and column that the person sees."""

import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from partnerschap import report
from partnerschap.content import Content, load
from partnerschap.report.sheets import rows
from partnerschap.report.sheets.cells import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from partnerschap.report.sheets.xlsx_parts import MAX_UNPACKED

Refused = Callable[..., tuple[str, str]]
MakeWorkbook = Callable[[Sequence[Sequence[Any]]], bytes]
HEADER = "respondent;role;a-1;a-2;b-1"


def archive(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("lines", "message_id", "parts"),
    [
        (["role;a-1;x-9"], "column_unknown", ["rij 1", "kolom C", "'x-9'"]),
        (["respondent;a-1", "1;2"], "no_role_column", ["rij 1", "'role'"]),
        (["", HEADER, "1;parent;1;1;1"], "no_role_column", ["rij 1"]),
        (["role\ta-1"], "no_role_column", ["rij 1"]),
        (["respondent;role", "1;parent"], "no_item_columns", ["rij 1"]),
        (["role;a-1;A-1 "], "column_twice", ["kolom B", "kolom C", "'A-1'"]),
        (["role;a-1;role"], "column_twice", ["kolom A", "kolom C", "'role'"]),
        (["role;a-1;", "parent;1;", "parent;1;5"], "column_nameless", ["rij 3", "kolom C", "'5'"]),
        (["role;a-1", "parent;1;;;note"], "column_nameless", ["rij 2", "kolom E", "'note'"]),
        ([HEADER, "1;;;;4"], "role_missing", ["rij 2", "kolom B", "Leiding"]),
        ([HEADER, "", "1;opa;;;4"], "role_unknown", ["rij 3", "kolom B", "'opa'", "Leiding"]),
        ([HEADER, "1;opa;;;"], "role_unknown", ["rij 2"]),
        ([HEADER, "1;parent;6;;"], "answer_unknown", ["rij 2", "kolom C", "'a-1'", "'6'"]),
        ([HEADER, "1;parent;1;;0"], "answer_unknown", ["rij 2", "kolom E", "'b-1'", "'0'"]),
        ([HEADER, "1;parent;2.5;;"], "answer_unknown", ["'2.5'"]),
        ([HEADER, "1;parent;1 2;;"], "answer_unknown", ["'1 2'"]),
        ([HEADER, "1;parent;³;;"], "answer_unknown", ["'³'"]),
        (
            [HEADER, "1;parent;;;Halverwege"],
            "answer_unknown",
            ["kolom E", "Zelden", "Weet ik niet"],
        ),
        ([HEADER, "1;parent;1;Soms;"], "answer_unknown", ["kolom D", "Halverwege"]),
        ([HEADER, '"a\nb";parent;1;;', "2;parent;x;;"], "answer_unknown", ["rij 3", "'x'"]),
        ([HEADER, "_importance;;4;;"], "importance_unknown", ["rij 2", "kolom C", "'4'"]),
        ([HEADER, "_importance;;Soms;;"], "importance_unknown", ["rij 2", "'Soms'"]),
        ([HEADER, "_importance;opa;1;;"], "role_unknown", ["rij 2"]),
        ([HEADER, "_importance;;1;;", "_importance;;1;;"], "importance_twice", ["2", "rij 3"]),
        ([HEADER], "no_answers", []),
        ([HEADER, "1;;;;", "2;;;;"], "no_answers", []),
        ([HEADER, "1;parent;;;"], "no_answers", []),
        ([HEADER, "_importance;;1;1;1"], "no_answers", []),
        ([HEADER, '1;parent;"1;;'], "bad_quotes", ["rij 2"]),
        ([HEADER, '1;parent;"1"2;;'], "bad_quotes", ["rij 2"]),
        (["hallo"], "no_role_column", ["rij 1"]),
    ],
)
def test_names_what_is_wrong_in_a_csv(
    refused: Refused, lines: list[str], message_id: str, parts: list[str]
) -> None:
    found, sentence = refused("\n".join(lines))
    assert found == f"sheet.{message_id}"
    assert [part for part in parts if part not in sentence] == []


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\r\n ", "empty"),
        (b";;;\n;;;\n", "empty"),
        (b"\x00\x01\x02\xff", "not_csv"),
        (b"<!DOCTYPE html><html></html>", "not_csv"),
        (b"\n  <table>", "not_csv"),
        (b"PK\x03\x04rest", "not_csv"),
        ("role;a-1".encode("utf-16"), "wrong_encoding"),
    ],
)
def test_refuses_what_is_no_csv(refused: Refused, data: bytes, message_id: str) -> None:
    assert refused(data)[0] == f"sheet.{message_id}"


def test_names_the_row_from_which_the_encoding_is_wrong(refused: Refused) -> None:
    message_id, sentence = refused(f"{HEADER}\n1;parent;1;;\nRené;parent;1;;\n".encode("cp1252"))
    assert message_id == "sheet.wrong_encoding"
    assert "rij 3" in sentence
    assert "CSV UTF-8" in sentence


@pytest.mark.parametrize("name", ["blad.xls", "blad.ods", "blad.csv.pdf", "blad", "", ".csv"])
def test_refuses_other_suffixes(refused: Refused, name: str) -> None:
    message_id, sentence = refused("role;a-1\nparent;1", name)
    assert message_id == "sheet.wrong_suffix"
    assert ".csv" in sentence
    assert ".xlsx" in sentence


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "empty"),
        (b"role;a-1\nparent;1", "not_xlsx"),
        (b"<html></html>", "not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 with a password", "not_xlsx"),
        (b"PK\x03\x04 and then nothing of use", "workbook_unreadable"),
        (archive({"letter.txt": b"hallo"}), "workbook_unreadable"),
        (archive({"[Content_Types].xml": b"<"}), "workbook_unreadable"),
    ],
)
def test_refuses_what_is_no_workbook(refused: Refused, data: bytes, message_id: str) -> None:
    assert refused(data, "blad.xlsx")[0] == f"sheet.{message_id}"


def test_refuses_a_workbook_that_is_cut_off(refused: Refused, workbook: MakeWorkbook) -> None:
    whole = workbook([["role", "a-1"], ["parent", 4]])
    assert refused(whole[: len(whole) // 2], "blad.xlsx")[0] == "sheet.workbook_unreadable"


def test_refuses_a_workbook_whose_sheet_is_damaged(
    refused: Refused, workbook: MakeWorkbook
) -> None:
    with zipfile.ZipFile(BytesIO(workbook([["role", "a-1"], ["parent", 4]]))) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-40]
    assert refused(archive(parts), "blad.xlsx")[0] == "sheet.workbook_unreadable"


def test_refuses_a_workbook_that_unpacks_too_large(refused: Refused) -> None:
    bomb = archive({"xl/worksheets/sheet1.xml": bytes(MAX_UNPACKED + 1)})
    assert len(bomb) < MAX_BYTES
    assert refused(bomb, "blad.xlsx")[0] == "sheet.unpacked_too_large"


@pytest.mark.parametrize("name", ["blad.csv", "blad.xlsx"])
def test_refuses_a_file_that_is_too_large(refused: Refused, name: str) -> None:
    message_id, sentence = refused(b"a" * (MAX_BYTES + 1), name)
    assert message_id == "sheet.too_large"
    assert "5 MB" in sentence


def test_counts_rows_as_the_spreadsheet_does(refused: Refused, workbook: MakeWorkbook) -> None:
    rows: list[list[Any]] = [
        ["respondent", "role", "a-1"],
        [],
        [1, "parent", 3],
        [],
        [2, "parent", 9],
    ]
    message_id, sentence = refused(workbook(rows), "blad.xlsx")
    assert message_id == "sheet.answer_unknown"
    assert "rij 5" in sentence
    assert "kolom C ('a-1')" in sentence


@pytest.mark.parametrize("cell", [2.5, 12, "WAAR"])
def test_refuses_other_cells_of_a_workbook(
    refused: Refused, workbook: MakeWorkbook, cell: object
) -> None:
    message_id, sentence = refused(workbook([["role", "a-1"], ["parent", cell]]), "blad.xlsx")
    assert message_id == "sheet.answer_unknown"
    assert f"'{cell}'" in sentence


def test_reads_as_many_rows_as_it_says(content: Content, refused: Refused) -> None:
    lines = ["role;a-1", *["parent;1"] * MAX_ROWS]
    assert len(report.read_sheet("\n".join(lines).encode(), "a.csv", content).roles) == MAX_ROWS
    message_id, sentence = refused("\n".join([*lines, "parent;1"]))
    assert message_id == "sheet.too_many_rows"
    assert str(MAX_ROWS) in sentence


def test_does_not_walk_over_empty_lines_without_end(
    refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "FAR_ROW", 200)
    assert refused("role;a-1" + "\n" * 200)[0] == "sheet.no_answers"
    assert refused("role;a-1" + "\n" * 202)[0] == "sheet.too_many_rows"


def test_refuses_more_columns_than_any_sheet_has(refused: Refused, workbook: MakeWorkbook) -> None:
    header = ["role", *(f"x-{number}" for number in range(MAX_COLUMNS))]
    for data, name in ((";".join(header), "blad.csv"), (workbook([header]), "blad.xlsx")):
        message_id, sentence = refused(data, name)
        assert message_id == "sheet.too_many_columns"
        assert "Rij 1" in sentence


def test_shortens_what_it_repeats_from_the_file(refused: Refused) -> None:
    cell = "lang\n{0}\u202e" * 500
    _, sentence = refused(f'{HEADER}\n1;parent;"{cell}";;')
    assert len(sentence) < 400


def test_each_message_has_words_and_all_words_are_used() -> None:
    folder = Path(report.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    used = set(re.findall(r'SheetError\(\s*"(\w+)"', source))
    used |= set(re.findall(r'"sheet\.(\w+)"', source))
    used |= set(re.findall(r'"(how_\w+|cell_\w+)"', source))
    headers = re.findall(r"_headers\(content, ([^)]*)\)", source)
    used |= {f"header_{key}" for keys in headers for key in re.findall(r"\w+", keys)}
    used |= {f"scale_{scale.id}" for scale in load().scales.scales}
    given = {key.removeprefix("sheet.") for key in load().messages if key.startswith("sheet.")}
    assert used == given
