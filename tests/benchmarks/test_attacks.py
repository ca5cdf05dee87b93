"""The attacks tell what does not hold: each is made here on something that is broken."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from hostile import answer_codes, expressions, sheets
from hostile.row import Row, Size
from partnerschap.content import Content
from partnerschap.report import AnswerCode, read_answer_code

FEW = Size(share=0.002)


def only(rows: Iterator[Row]) -> Row:
    (row,) = rows
    return row


def test_what_holds_is_told_so() -> None:
    assert only(answer_codes.answer_codes(FEW)).holds
    assert only(sheets.csv_sheets(FEW)).holds


def test_a_code_that_is_read_as_something_else_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def guess(text: str, content: Content) -> AnswerCode:
        return replace(read_answer_code(text, content), number=7)

    monkeypatch.setattr(answer_codes, "read_answer_code", guess)
    row = only(answer_codes.answer_codes(FEW))
    assert not row.holds
    assert "READ AS SOMETHING ELSE" in row.happened


def test_what_nobody_caught_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sheets, "read_sheet", fails)
    assert not only(sheets.csv_sheets(FEW)).holds


def test_an_expression_that_takes_long_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = (r"(a+)+b", 0, ("search",), "nowhere.py")
    monkeypatch.setattr(expressions, "_of_python", lambda: [slow])
    monkeypatch.setattr(expressions, "_of_scripts", lambda: [(r"a|b", "", (), "nowhere.ts")])
    monkeypatch.setattr(expressions, "PATIENCE", 2.0)
    verdicts = [row.holds for row in expressions.expressions(Size(share=0.01))]
    assert verdicts == [False, True]
