"""Cells of a workbook: what a reader sees counts, and what he does not see never counts."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from partnerschap.content import Content
from partnerschap.report import read_sheet
from partnerschap.report.sheets.xlsx_formats import what_it_shows
from workbooks import archive, header, parts_of, person, sheet, text_cell, workbook_of

Refused = Callable[..., tuple[str, str]]
NAMES = header("role", "a-1")
B2 = '<c r="B2"><v>4</v></c>'
RICH = "<si><r><rPr><b/></rPr><t>So</t></r><r><t>ms</t></r><rPh><t>x</t></rPh></si>"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>4</v></c>", 4),
        ('<c r="B2" t="n"><v>4.0</v></c>', 4),
        ('<c r="B2"><v>2.9999999999999996</v></c>', 3),
        ('<c r="B2"><f>2+2</f><v>4</v></c>', 4),
        ('<c r="B2" t="str"><f>T("Soms")</f><v>Soms</v></c>', 3),
        ('<c r="B2" t="str"><f>IF(TRUE,"")</f><v></v></c>', 0),
        ('<c r="B2" t="str"><v>4</v></c>', 4),
        ('<c r="B2" t="s"><v>0</v></c>', 3),
        ('<c r="B2" t="s"><v>1</v></c>', 5),
        ('<c r="B2" t="s"><v>2</v></c>', 0),
        ('<c r="B2" t="inlineStr"><is><r><t>So</t></r><r><t>ms</t></r></is></c>', 3),
        ('<c r="B2"><is><t>Soms</t></is></c>', 3),
        ('<c r="B2"/>', 0),
        ('<c r="B2"><v></v></c>', 0),
    ],
)
def test_reads_what_a_reader_sees(content: Content, cell: str, value: int) -> None:
    strings = f"{RICH}<si><t> 5 </t></si><si><t/></si>"
    data = workbook_of(
        sheet(NAMES, person(2, cell), person(3, B2.replace("2", "3"))), strings=strings
    )
    assert read_sheet(data, "blad.xlsx", content).values.tolist() == [[value], [4]]


def test_reads_a_workbook_in_excels_strict_format(content: Content) -> None:
    main = "openxmlformats.org/spreadsheetml/2006/main"
    relations = "schemas.openxmlformats.org/officeDocument/2006/"
    strict = {
        f"schemas.{main}": "purl.oclc.org/ooxml/spreadsheetml/main",
        relations: "purl.oclc.org/ooxml/officeDocument/",
    }
    parts = parts_of(sheet(NAMES, person(2, B2)))
    for name in parts:
        for loose, tight in strict.items():
            parts[name] = str(parts[name]).replace(loose, tight)
    assert "purl.oclc.org" in str(parts["xl/worksheets/sheet1.xml"])
    assert read_sheet(archive(parts), "blad.xlsx", content).values.tolist() == [[4]]


@pytest.mark.parametrize(
    ("cell", "message_id"),
    [
        ('<c r="B2"><f>1+2</f></c>', "cell_formula"),
        ('<c r="B2"><f>1+2</f><v></v></c>', "cell_formula"),
        ('<c r="B2"><f t="shared" si="0"/><v/></c>', "cell_formula"),
        ('<c r="B2" t="str"><f>T("Soms")</f></c>', "cell_formula"),
        ('<c r="B2" t="e"><v>#N/A</v></c>', "cell_error"),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "cell_error"),
        ('<c r="B2" t="b"><v>1</v></c>', "cell_boolean"),
        ('<c r="B2" t="b"><v>0</v></c>', "cell_boolean"),
        ('<c r="B2" t="d"><v>2026-11-26</v></c>', "cell_format"),
        ('<c r="B2" s="1"><v>2</v></c>', "cell_format"),
        ('<c r="B2" s="2"><v>2</v></c>', "cell_format"),
        ('<c r="B2" s="3"><v>2</v></c>', "cell_format"),
        ('<c r="B2" s="3" t="inlineStr"><is><t>Soms</t></is></c>', "cell_format"),
    ],
)
def test_names_the_cell_that_cannot_count(refused: Refused, cell: str, message_id: str) -> None:
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="170"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs>'
    )
    data = workbook_of(sheet(NAMES, person(2, cell)), styles=styles)
    found, sentence = refused(data, "blad.xlsx")
    assert found == f"sheet.{message_id}"
    assert "In cel B2 " in sentence


def test_names_a_formula_without_a_value_in_a_role_and_in_the_header(refused: Refused) -> None:
    names = '<c r="B1"><f>"a-1"</f></c>'
    for rows, place in (
        ((NAMES, f'<row r="2"><c r="A2"><f>B9</f></c>{B2}</row>'), "A2"),
        ((f'<row r="1">{text_cell("A1", "role")}{names}</row>', person(2, B2)), "B1"),
        ((f'<row r="1">{names.replace("B1", "A1")}</row>', person(2, B2)), "A1"),
    ):
        found, sentence = refused(workbook_of(sheet(*rows)), "blad.xlsx")
        assert found == "sheet.cell_formula"
        assert f"In cel {place} " in sentence


def test_a_number_before_each_person_may_be_anything(content: Content) -> None:
    names = header("a-1", "role", "respondent")
    cells = f'<c r="A2"><v>2</v></c>{text_cell("B2", "parent")}<c r="C2"><f>C1+1</f></c>'
    data = workbook_of(sheet(names, f'<row r="2">{cells}</row>'))
    assert read_sheet(data, "blad.xlsx", content).values.tolist() == [[2]]


def test_refuses_a_date_that_openpyxl_wrote(
    refused: Refused, workbook: Callable[..., bytes]
) -> None:
    day = datetime(2024, 5, 3, tzinfo=UTC).date()
    found, sentence = refused(workbook([["role", "a-1"], ["parent", day]]), "blad.xlsx")
    assert found == "sheet.cell_format"
    assert "In cel B2 " in sentence


@pytest.mark.parametrize("attributes", [{"hidden": "1"}, {"hidden": "true"}, {"ht": "0"}])
def test_refuses_an_answer_in_a_row_that_is_hidden(
    refused: Refused, attributes: dict[str, str]
) -> None:
    data = workbook_of(sheet(NAMES, person(2, B2), person(3, **attributes)))
    found, sentence = refused(data, "blad.xlsx")
    assert found == "sheet.cell_in_hidden_row"
    assert "In cel A3 " in sentence


@pytest.mark.parametrize("attributes", ['hidden="1"', 'hidden="true"', 'width="0"'])
def test_refuses_an_answer_in_a_column_that_is_hidden(refused: Refused, attributes: str) -> None:
    columns = f'<cols><col min="1" max="1"/><col min="2" max="16384" {attributes}/></cols>'
    data = workbook_of(sheet(NAMES, person(2, B2), before=columns))
    found, sentence = refused(data, "blad.xlsx")
    assert found == "sheet.cell_in_hidden_column"
    assert "In cel B2 " in sentence


def test_what_is_hidden_and_counts_for_nothing_may_stay(content: Content) -> None:
    columns = '<cols><col min="1" max="1" hidden="1"/><col min="4" max="4" hidden="1"/></cols>'
    rows = (
        header("respondent", "role", "a-1", "b-1"),
        f'<row r="2"><c><v>1</v></c>{text_cell("B2", "parent")}<c><v>5</v></c></row>',
        '<row r="3" hidden="1"><c><v>2</v></c></row>',
    )
    data = workbook_of(sheet(*rows, before=columns))
    assert read_sheet(data, "blad.xlsx", content).values.tolist() == [[5, 0]]


@pytest.mark.parametrize("area", ["A2:A3", "B2:C2", "B1:B3", "A1:B1"])
def test_refuses_merged_cells_with_something_in_them(refused: Refused, area: str) -> None:
    merged = f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'
    data = workbook_of(sheet(NAMES, person(2, B2), person(4), after=merged))
    found, sentence = refused(data, "blad.xlsx")
    assert found == "sheet.cells_merged"
    assert area in sentence


def test_merged_cells_without_anything_may_stay(content: Content) -> None:
    merged = '<mergeCells><mergeCell ref="A3:B9"/><mergeCell ref="C1:D2"/></mergeCells>'
    data = workbook_of(sheet(NAMES, person(2, B2), after=merged))
    assert read_sheet(data, "blad.xlsx", content).values.tolist() == [[4]]


def test_does_not_read_a_sheet_that_is_hidden(content: Content) -> None:
    other = sheet(NAMES, person(2, B2.replace("4", "1")))
    parts = parts_of(
        other, sheet(NAMES, person(2, B2)), other, states=["hidden", "visible", "veryHidden"]
    )
    assert read_sheet(archive(parts), "blad.xlsx", content).values.tolist() == [[4]]


def test_refuses_answers_on_a_second_sheet(refused: Refused) -> None:
    first = sheet(NAMES, person(2, B2))
    found, sentence = refused(workbook_of(first, sheet(), first), "blad.xlsx")
    assert found == "sheet.second_sheet"
    assert "'Blad3'" in sentence
    assert "'Blad1'" in sentence


def test_other_sheets_without_answers_may_stay(content: Content) -> None:
    empty = sheet(header("respondent", "role", "a-1"), '<row r="2"><c r="A2"><v>1</v></c></row>')
    notes = sheet(f'<row r="1">{text_cell("XFD1", "ver weg")}</row>')
    data = workbook_of(sheet(NAMES, person(2, B2)), empty, notes, sheet())
    assert read_sheet(data, "blad.xlsx", content).values.tolist() == [[4]]


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("General", True, True),
        ("GENERAL;[Red]-General", True, True),
        ("0", True, True),
        ("0.00", True, True),
        ("#,##0_ ;-#,##0 ", True, True),
        ("[$-413]#,##0.0", True, True),
        ("[Blue]0", True, True),
        ("@", True, True),
        ("0;-0;0;@", True, True),
        ('0;-0;0;"x"@', True, False),
        ('"x"@', False, False),
        (";;;", False, False),
        ('0;0;0;""', True, False),
        ("0%", False, True),
        ("d mmm", False, True),
        ("[h]:mm", False, True),
        ("0.0E+00", False, True),
        ("# ?/?", False, True),
        ("0,", False, True),
        ('"€" 0', False, True),
        ("[$€-413] 0", False, True),
        (r"\1\20", False, True),
        ("[<3]0;0", False, True),
        ('"Nooit"', False, True),
    ],
)
def test_knows_which_formats_show_what_a_cell_holds(code: str, number: bool, text: bool) -> None:
    found = what_it_shows(code)
    assert (found.shows_number, found.shows_text) == (number, text)
