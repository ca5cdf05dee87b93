"""Empty sheets: ready to fill in, and read back as they were filled in."""

import random
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from partnerschap.content import Content, Item, load
from partnerschap.report import empty_sheet_csv, empty_sheet_xlsx, read_sheet
from partnerschap.report.sheets.vocabulary import SheetWords
from partnerschap.scoring import Answer, Answers

Refused = Callable[..., tuple[str, str]]
Row = tuple[Any, dict[str, Answer]]
INSTRUMENTS = [instrument.id for instrument in load().instruments]


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def some_rows(items: tuple[Item, ...]) -> list[Row]:
    draw = random.Random(7)  # noqa: S311 - a sheet, no secret
    choices: list[Answer] = [1, 2, 3, 4, 5, "dont_know", "not_applicable", None]
    roles = ["parent", "professional", "management", "municipality"]
    return [
        (draw.choice(roles), {item.id: draw.choice(choices) for item in items}) for _ in range(9)
    ]


def label(content: Content, item: Item, answer: Answer) -> str:
    names = SheetWords.of(content).labels[item.scale]
    extras = {"dont_know": names[5], "not_applicable": names[6]}
    return names[answer - 1] if isinstance(answer, int) else extras[str(answer)]


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_csv_that_is_filled_in_reads_back(instrument: str) -> None:
    content = load()
    items = content.items_of(instrument)
    given = some_rows(items)
    text = StringIO(empty_sheet_csv(content, instrument).decode("utf-8-sig"))
    header = text.read()
    lines = [
        ";".join([str(number), role, *(str(answers[item.id] or "") for item in items)])
        for number, (role, answers) in enumerate(given, 1)
    ]
    found = read_sheet((header + "\r\n".join(lines)).encode("utf-8-sig"), "blad.csv", content)
    expected = Answers.from_rows([item.id for item in items], given)
    assert found.item_ids == expected.item_ids
    assert found.roles == expected.roles
    assert found.values.tolist() == expected.values.tolist()


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_workbook_that_is_filled_in_reads_back(instrument: str) -> None:
    content = load()
    items = content.items_of(instrument)
    given = some_rows(items)
    workbook = opened(empty_sheet_xlsx(content, instrument))
    names = dict(
        zip((role.id for role in content.roles), SheetWords.of(content).role_names, strict=True)
    )
    for row, (role, answers) in enumerate(given, 2):
        workbook.worksheets[0].cell(row, 2, names[role])
        for column, item in enumerate(items, 3):
            answer = answers[item.id]
            # Every other column as a number, the rest in the words of the drop-down.
            as_number = isinstance(answer, int) and column % 2
            shown = answer if as_number or answer is None else label(content, item, answer)
            workbook.worksheets[0].cell(row, column, shown)
    packed = BytesIO()
    workbook.save(packed)
    found = read_sheet(packed.getvalue(), "blad.xlsx", content)
    expected = Answers.from_rows([item.id for item in items], given)
    assert found.item_ids == expected.item_ids
    assert found.roles == expected.roles
    assert found.values.tolist() == expected.values.tolist()


def test_a_csv_opens_as_columns_and_as_utf_8_in_a_dutch_excel(content: Content) -> None:
    assert empty_sheet_csv(content, "all") == b"\xef\xbb\xbfrespondent;role;a-1;a-2;b-1\r\n"


def test_an_empty_sheet_has_no_answers(content: Content, refused: Refused) -> None:
    assert refused(empty_sheet_csv(content, "all"), "blad.csv")[0] == "sheet.no_answers"
    assert refused(empty_sheet_xlsx(content, "all"), "blad.xlsx")[0] == "sheet.no_answers"


def test_the_same_content_gives_the_same_bytes(content: Content) -> None:
    assert empty_sheet_xlsx(content, "all") == empty_sheet_xlsx(content, "all")


def test_an_unknown_instrument_is_a_key_error(content: Content) -> None:
    with pytest.raises(KeyError):
        empty_sheet_csv(content, "none")
    with pytest.raises(KeyError):
        empty_sheet_xlsx(content, "none")


def test_the_first_sheet_is_ready_to_fill_in(content: Content) -> None:
    sheet = opened(empty_sheet_xlsx(content, "all")).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("respondent", "role", "a-1", "a-2", "b-1")
    assert [row[0] for row in rows[1:]] == list(range(1, 31))
    assert sheet.freeze_panes == "C2"
    assert sheet["C1"].comment.text == "Wij spreken met de MR / ouderraad."
    assert all(sheet.column_dimensions[letter].width > 10 for letter in "ABCDE")


def test_each_column_offers_its_own_words(content: Content) -> None:
    workbook = opened(empty_sheet_xlsx(content, "all"))
    choices = workbook["Keuzes"]
    offered = {}
    for validation in workbook.worksheets[0].data_validations.dataValidation:
        name, cells = validation.formula1.split("!")
        assert name == "'Keuzes'"
        offered[str(validation.sqref)] = [cell.value for (cell,) in choices[cells.replace("$", "")]]
        assert validation.error
    often = ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"]
    far = ["Geen begin", "Een begin", "Halverwege", "Bijna", "Helemaal"]
    also = ["Weet ik niet", "Past niet bij ons", 1, 2, 3, 4, 5]
    assert offered == {
        "B2:B31": ["Ouder of verzorger", "Professional", "Leiding", "Gemeente"],
        "C2:C31": often + also,
        "D2:D31": far + also,
        "E2:E31": often + also,
    }
    assert choices.sheet_state == "hidden"


def test_each_column_shows_its_statement_where_it_is_filled_in(content: Content) -> None:
    validations = opened(empty_sheet_xlsx(content, "all")).worksheets[0].data_validations
    shown = {one.promptTitle: one.prompt for one in validations.dataValidation if one.prompt}
    assert shown == {
        "a-1": "Wij spreken met de MR / ouderraad.",
        "a-2": "Punt a-2",
        "b-1": "Punt b-1",
    }


def test_the_second_sheet_explains_everything() -> None:
    content = load()
    guide = opened(empty_sheet_xlsx(content, "compleet")).worksheets[1]
    assert guide.title == "Uitleg"
    rows = [tuple(filter(None, row)) for row in guide.iter_rows(values_only=True)]
    cells = {cell for row in rows for cell in row}
    for item in content.items_of("compleet"):
        (row,) = [row for row in rows if row[:1] == (item.id,)]
        # The words of the sector differ; what stands around them does not.
        assert any(str(cell).startswith(item.statement.split("{", maxsplit=1)[0]) for cell in row)
        if item.parent:
            assert any(str(cell).startswith(item.parent.split("{", maxsplit=1)[0]) for cell in row)
    for role in content.roles:
        assert {role.id, role.name, role.explanation} <= cells
    for extra in content.scales.extra_answers:
        assert {extra.id, extra.name} <= cells
    for scale in content.scales.scales:
        assert set(scale.points) <= cells
    assert any("_importance" in str(cell) for cell in cells)
    assert not any("{" in str(cell) for cell in cells)
