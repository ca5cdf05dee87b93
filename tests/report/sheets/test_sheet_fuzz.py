"""Whatever somebody uploads: answers, or a sentence that says what is wrong."""

from collections.abc import Callable

from hypothesis import given, settings, strategies as st

from partnerschap.content import Content
from partnerschap.report import SheetError, empty_sheet_xlsx, read_sheet
from partnerschap.scoring import Answers

HEADER = "respondent;role;a-1;a-2;b-1\n"
CELLS = st.sampled_from(
    ["", "1", "5", "3,0", "Soms", "parent", "Leiding", "dont_know", "_importance", '"', "a-1", "7"]
)


def outcome(data: bytes, filename: str, content: Content) -> None:
    found: Answers | str
    try:
        found = read_sheet(data, filename, content)
    except SheetError as error:
        found = error.sentence(content)
    assert found if isinstance(found, str) else found.values.size


@settings(deadline=None)
@given(data=st.binary(max_size=400), suffix=st.sampled_from([".csv", ".xlsx", ".CSV", ""]))
def test_any_bytes(content: Content, data: bytes, suffix: str) -> None:
    outcome(data, f"blad{suffix}", content)


@settings(deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_behind_the_signature_of_a_workbook(content: Content, data: bytes) -> None:
    outcome(b"PK\x03\x04" + data, "blad.xlsx", content)


@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_below_a_header(content: Content, text: str) -> None:
    outcome((HEADER + text).encode(errors="surrogatepass"), "blad.csv", content)


@settings(deadline=None)
@given(rows=st.lists(st.lists(CELLS, max_size=7), max_size=6))
def test_any_cells_below_a_header(content: Content, rows: list[list[str]]) -> None:
    text = HEADER + "\n".join(";".join(row) for row in rows)
    outcome(text.encode(), "blad.csv", content)


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(st.lists(CELLS | st.integers() | st.booleans(), max_size=7), max_size=4))
def test_any_cells_of_a_workbook(
    content: Content, workbook: Callable[..., bytes], rows: list[list[str | int]]
) -> None:
    data = workbook([["respondent", "role", "a-1", "a-2", "b-1"], *rows])
    outcome(data, "blad.xlsx", content)


@settings(deadline=None, max_examples=40)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=9)
)
def test_a_workbook_with_changed_bytes(content: Content, changes: list[tuple[int, int]]) -> None:
    data = bytearray(empty_sheet_xlsx(content, "all"))
    for position, byte in changes:
        data[position % len(data)] = byte
    outcome(bytes(data), "blad.xlsx", content)
