"""The workbook, letters, cards and forms, opened by independent readers."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from docx import Document as WordDocument

from partnerschap.content import load
from partnerschap.report.course.blocks import Document, Lines, PageBreak, Paragraph
from partnerschap.report.course.documents import DOCUMENTS
from partnerschap.report.course.pages import read_page
from partnerschap.report.office.document_word import document_word
from partnerschap.report.pages.course_pdf import document_pdf
from pdf_reading import opened, says, tags

CONTENT = load()
ON_ONE_PAGE = set(DOCUMENTS) - {"workbook"}


def _word_text(made: bytes) -> str:
    document: Any = WordDocument(BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize("name", DOCUMENTS)
class TestDocument:
    def test_it_prints_as_a_tagged_pdf_in_dutch(self, name: str) -> None:
        document = DOCUMENTS[name](CONTENT)
        made = document_pdf(CONTENT, document)
        read = opened(made)
        root: Any = read.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert str(root["/Lang"]).startswith("nl")
        assert b"pdfuaid:part" in root["/Metadata"].get_data()
        assert [round(float(side)) for side in read.pages[0].mediabox[2:]] == [595, 842]
        assert "H1" in {tag for tag, _ in tags(made)}
        assert says(made, document.title)

    def test_it_takes_the_pages_it_should(self, name: str) -> None:
        document = DOCUMENTS[name](CONTENT)
        breaks = sum(isinstance(block, PageBreak) for block in document.blocks)
        assert len(opened(document_pdf(CONTENT, document)).pages) == 1 + breaks

    def test_word_says_the_same(self, name: str) -> None:
        document = DOCUMENTS[name](CONTENT)
        text = _word_text(document_word(CONTENT, document))
        assert document.title in text
        printed = document_pdf(CONTENT, document)
        lines = {line.strip() for line in text.splitlines() if line.strip()}
        assert [line for line in lines if not says(printed, re.sub(r"^\d+\. ", "", line))] == []

    def test_it_is_the_same_each_time(self, name: str) -> None:
        document = DOCUMENTS[name](CONTENT)
        assert document_word(CONTENT, document) == document_word(CONTENT, document)

    def test_nothing_of_markdown_is_left(self, name: str) -> None:
        text = _word_text(document_word(CONTENT, DOCUMENTS[name](CONTENT)))
        assert not re.search(r"\*\*|\{\w+|`|\]\(|&nbsp;|<br", text)


def _workbook() -> Document:
    return DOCUMENTS["workbook"](CONTENT)


def test_the_workbook_has_a_page_a_module_with_goals_a_question_and_room() -> None:
    read = opened(document_pdf(CONTENT, _workbook()))
    for number, module in enumerate(CONTENT.modules, 1):
        text = " ".join(read.pages[number].extract_text().split())
        assert text.startswith(f"{number}. {module.title}")
        page = read_page(module.id)
        (goals,) = page.part("Wat je straks kunt").blocks
        assert "Om over na te denken" in text
        assert "Dit neem ik mee naar mijn team" in text
        assert goals


def test_worksheets_stand_behind_the_modules() -> None:
    read = opened(document_pdf(CONTENT, _workbook()))
    behind = [page.extract_text() for page in read.pages[1 + len(CONTENT.modules) :]]
    assert [text.splitlines()[0] for text in behind] == [
        "Verwachtingen opschrijven",
        "De vijf partnerschappen",
        "Onze visie op samenwerken met ouders",
        "Mijn volgende stappen",
    ]


def test_word_begins_a_page_where_the_pdf_does() -> None:
    document: Any = WordDocument(BytesIO(document_word(CONTENT, _workbook())))
    begin = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    breaks = sum(isinstance(block, PageBreak) for block in _workbook().blocks)
    assert len(begin) == breaks
    assert begin[0] == f"1. {CONTENT.modules[0].title}"
    numbers = [one.text[:2] for one in document.paragraphs if one.style.name == "List"]
    assert numbers.count("1.") > 5, "every list counts from one"


@pytest.mark.parametrize(
    "name", ["invitation-parents", "reminder-parents", "evaluation", "privacy"]
)
def test_what_parents_read_says_u_and_never_jij(name: str) -> None:
    text = _word_text(document_word(CONTENT, DOCUMENTS[name](CONTENT)))
    assert re.search(r"\b[Uu]w?\b", text)
    assert not re.search(r"\b(?:jij|je|jou|jouw|jullie)\b", text, flags=re.IGNORECASE)


def test_an_open_question_has_lines_to_answer_on() -> None:
    blocks = DOCUMENTS["evaluation"](CONTENT).blocks
    asked = [
        after
        for block, after in pairwise(blocks)
        if isinstance(block, Paragraph) and all(run.strong for run in block.runs)
    ]
    assert len(asked) == 4
    assert all(isinstance(after, Lines) for after in asked)


@pytest.mark.parametrize("name", ["invitation-parents", "reminder-parents"])
def test_a_letter_to_parents_is_plain(name: str) -> None:
    text = _word_text(document_word(CONTENT, DOCUMENTS[name](CONTENT)))
    sentences = [one for one in re.split(r"(?<=[.?!])\s+|\n", text) if one.strip()]
    assert max(len(one.split()) for one in sentences) <= 15
