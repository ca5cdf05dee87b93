"""Reads answers from a filled-in answer sheet; nothing is guessed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from partnerschap.content import Content, Item, Role
from partnerschap.report.sheets.cells import Row
from partnerschap.report.sheets.error import SheetError, column_letters
from partnerschap.report.sheets.rows import read_rows
from partnerschap.report.sheets.vocabulary import (
    IMPORTANCE,
    RESPONDENT,
    ROLE,
    SheetWords,
    folded,
    importance,
)
from partnerschap.scoring import Answer, Answers


@dataclass(frozen=True)
class _Columns:
    """Where what stands; positions count from 0."""

    names: tuple[str, ...]
    respondent: int | None
    role: int
    items: tuple[tuple[int, Item], ...]


@dataclass
class _Collected:
    """What has been read so far."""

    rows: list[tuple[Role, dict[str, Answer]]] = field(default_factory=list)
    importance: dict[str, int] = field(default_factory=dict)
    importance_row: int | None = None


def read_sheet(data: bytes, filename: str, content: Content) -> Answers:
    """Read an answer sheet.

    Rows without anything, or with a respondent only, are left aside: a printed sheet numbers
    more rows than there are people. A row with a role and no answer is a respondent.

    Parameters
    ----------
    data
        CSV in UTF-8 with commas or semicolons, or an Excel workbook of which the first sheet that
        is not hidden is read. The columns are ``respondent``, ``role`` and item ids, in any order.
    filename
        Its suffix, ``.csv`` or ``.xlsx``, must fit the data.

    Returns
    -------
    The answers to the items of the columns, which may be of several instruments.

    Raises
    ------
    SheetError
        When anything is wrong; nothing is guessed.
    """
    rows = iter(read_rows(data, filename))
    words = SheetWords.of(content)
    header = next(rows, None)
    if header is None:
        raise SheetError("empty")
    columns = _columns(header, words)
    collected = _Collected()
    for row in rows:
        _take(row, columns, words, collected)
    if not any(answers for _, answers in collected.rows):
        raise SheetError("no_answers")
    return Answers.from_rows(
        [item.id for _, item in columns.items], collected.rows, collected.importance
    )


def _columns(header: Row, words: SheetWords) -> _Columns:
    at_top = range(len(header.cells) if header.number == 1 else 0)
    names = [folded(header.cell(position)) for position in at_top]
    if ROLE not in names:
        raise SheetError("no_role_column", column=ROLE)
    items = []
    for position, name in enumerate(names):
        if not name:
            continue
        place = {"letter": column_letters(position), "column": header.cells[position]}
        if (first := names.index(name)) != position:
            raise SheetError("column_twice", **place, other=column_letters(first))
        if name in words.items:
            items.append((position, words.items[name]))
        elif name not in {RESPONDENT, ROLE}:
            raise SheetError("column_unknown", **place)
    if not items:
        raise SheetError("no_item_columns")
    return _Columns(
        names=tuple(names),
        respondent=names.index(RESPONDENT) if RESPONDENT in names else None,
        role=names.index(ROLE),
        items=tuple(items),
    )


def _take(row: Row, columns: _Columns, words: SheetWords, collected: _Collected) -> None:
    for position, cell in enumerate(row.cells):
        if cell and not (position < len(columns.names) and columns.names[position]):
            letter = column_letters(position)
            raise SheetError("column_nameless", row=row.number, letter=letter, value=cell)
    respondent = "" if columns.respondent is None else row.text(columns.respondent)
    role = _role(row, columns, words)
    if folded(respondent) == IMPORTANCE:
        if collected.importance_row is not None:
            other = collected.importance_row
            raise SheetError("importance_twice", row=row.number, other=other, name=IMPORTANCE)
        collected.importance_row = row.number
        collected.importance.update(_importances(row, columns))
        return
    answers = dict(_answers(row, columns, words))
    if role is not None:
        collected.rows.append((role, answers))
    elif answers:
        raise SheetError(
            "role_missing", **_place(row, columns.role, ROLE), choices=_listed(words.role_names)
        )


def _role(row: Row, columns: _Columns, words: SheetWords) -> Role | None:
    text = row.cell(columns.role)
    if not text:
        return None
    try:
        return words.roles[folded(text)]
    except KeyError:
        place = _place(row, columns.role, ROLE)
        choices = _listed(words.role_names)
        raise SheetError("role_unknown", **place, value=text, choices=choices) from None


def _answers(row: Row, columns: _Columns, words: SheetWords) -> Iterator[tuple[str, Answer]]:
    for position, item in columns.items:
        text = row.cell(position)
        if not text:
            continue
        try:
            yield item.id, words.answer(item, text)
        except KeyError:
            place = _place(row, position, item.id)
            choices = _listed(words.labels[item.scale])
            raise SheetError("answer_unknown", **place, value=text, choices=choices) from None


def _importances(row: Row, columns: _Columns) -> Iterator[tuple[str, int]]:
    for position, item in columns.items:
        text = row.cell(position)
        if not text:
            continue
        try:
            yield item.id, importance(text)
        except KeyError:
            place = _place(row, position, item.id)
            raise SheetError("importance_unknown", **place, value=text, name=IMPORTANCE) from None


def _place(row: Row, position: int, column: str) -> dict[str, object]:
    return {"row": row.number, "letter": column_letters(position), "column": column}


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
