"""Filled-in sheets that are right, in every way in which they may be written."""

from collections.abc import Callable

import pytest

from partnerschap.content import Content
from partnerschap.report import read_sheet
from partnerschap.report.sheets.error import column_letters
from partnerschap.scoring import Answers

HEADER = "respondent;role;a-1;a-2;b-1"


def same(one: Answers, other: Answers) -> bool:
    return (
        one.item_ids == other.item_ids
        and one.roles == other.roles
        and one.values.tolist() == other.values.tolist()
        and dict(one.importance) == dict(other.importance)
    )


def read(content: Content, *lines: str, separator: str = ";", encoding: str = "utf-8") -> Answers:
    text = "\r\n".join(lines).replace(";", separator)
    return read_sheet(text.encode(encoding), "Blad.CSV", content)


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_reads_both_separators_with_and_without_byte_order_mark(
    content: Content, separator: str, encoding: str
) -> None:
    lines = (HEADER, "1;parent;1;2;3", "2;professional;4;5;dont_know")
    found = read(content, *lines, separator=separator, encoding=encoding)
    expected = Answers.from_rows(
        ["a-1", "a-2", "b-1"],
        [
            ("parent", {"a-1": 1, "a-2": 2, "b-1": 3}),
            ("professional", {"a-1": 4, "a-2": 5, "b-1": "dont_know"}),
        ],
    )
    assert same(found, expected)


def test_takes_columns_in_any_order_and_not_all_of_them(content: Content) -> None:
    found = read(content, "b-1;role;a-1", "3;parent;4")
    assert found.item_ids == ("b-1", "a-1")
    assert found.values.tolist() == [[3, 4]]


def test_finds_the_separator_in_a_header_with_quotes(content: Content) -> None:
    found = read(content, '"role";"a-1"', '"parent";"2"')
    assert found.values.tolist() == [[2]]


def test_does_not_mind_case_and_spaces(content: Content) -> None:
    found = read(content, " Role ;A-1; a-2", " LEIDING ; een  keer ".replace("een  keer", "VAAK"))
    assert found.roles == ("management",)
    assert found.values.tolist() == [[4, 0]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *[("3", 3), ("3.0", 3), ("5.00", 5), ("3,0", 3), ("Altijd", 5), ("  noOIT  ", 1)],
        *[("", 0), ("dont_know", -1), ("weet ik niet", -1), ("not_applicable", -2)],
        ("Past niet bij ons", -2),
    ],
)
def test_reads_values_and_labels(content: Content, cell: str, value: int) -> None:
    found = read(content, "role;a-1;b-1", f"parent;{cell};1")
    assert found.values.tolist() == [[value, 1]]


def test_reads_each_label_on_the_scale_of_its_own_item(content: Content) -> None:
    found = read(content, "role;a-1;a-2", "parent;Soms;Halverwege")
    assert found.values.tolist() == [[3, 3]]


@pytest.mark.parametrize(
    ("cell", "role"),
    [("parent", "parent"), ("ouder of verzorger", "parent"), ("Gemeente", "municipality")],
)
def test_reads_roles_by_id_and_name(content: Content, cell: str, role: str) -> None:
    assert read(content, "role;a-1", f"{cell};1").roles == (role,)


def test_leaves_rows_without_role_and_answers_aside(content: Content) -> None:
    found = read(content, HEADER, "", "1;parent;1;;", "2;;;;", " ; ;;;", "3;parent;2;;", ";;;;")
    assert found.values[:, 0].tolist() == [1, 2]


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u200e\u00ad", " \u2060\u00a0"])
def test_signs_that_nobody_sees_are_no_answer_and_no_part_of_one(
    content: Content, workbook: Callable[..., bytes], unseen: str
) -> None:
    rows = [["role", f"a{unseen.strip()}-1", "b-1"], [f"parent{unseen}", unseen, f"3{unseen}"]]
    for data, name in (
        ("\n".join(";".join(row) for row in rows).encode(), "blad.csv"),
        (workbook(rows), "blad.xlsx"),
    ):
        assert read_sheet(data, name, content).values.tolist() == [[0, 3]]


def test_counts_a_row_with_a_role_and_no_answers(content: Content) -> None:
    found = read(content, HEADER, "1;parent;1;;", "2;management;;;")
    assert found.roles == ("parent", "management")
    assert found.values[1].tolist() == [0, 0, 0]


def test_keeps_commas_lines_and_quotes_in_the_respondent(content: Content) -> None:
    found = read(content, HEADER, '"Jan; ""Piet""\nen Kees";parent;5;;')
    assert found.values.tolist() == [[5, 0, 0]]


@pytest.mark.parametrize("role", ["", "management"])
def test_takes_importance_from_its_own_row(content: Content, role: str) -> None:
    found = read(content, HEADER, "1;parent;1;1;1", f"_Importance;{role};3;;1.0")
    assert dict(found.importance) == {"a-1": 3, "b-1": 1}
    assert found.roles == ("parent",)


def test_an_empty_importance_row_says_nothing(content: Content) -> None:
    found = read(content, HEADER, "_importance;;;;", "1;parent;1;1;1")
    assert dict(found.importance) == {}


def test_reads_a_workbook(content: Content, workbook: Callable[..., bytes]) -> None:
    data = workbook(
        [
            ["respondent", "role", "a-1", "a-2", "b-1"],
            [1, "Ouder of verzorger", 3, 3.0, "3"],
            [None, None, None],
            ["Ans", "professional", "Zelden", "Halverwege", "Weet ik niet"],
            ["_importance", None, 1, 2.0, "3"],
            [4],
        ]
    )
    expected = Answers.from_rows(
        ["a-1", "a-2", "b-1"],
        [
            ("parent", {"a-1": 3, "a-2": 3, "b-1": 3}),
            ("professional", {"a-1": 2, "a-2": 3, "b-1": "dont_know"}),
        ],
        {"a-1": 1, "a-2": 2, "b-1": 3},
    )
    assert same(read_sheet(data, "blad.xlsx", content), expected)


@pytest.mark.parametrize(
    ("position", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")],
)
def test_names_columns_as_a_spreadsheet_does(position: int, letters: str) -> None:
    assert column_letters(position) == letters
