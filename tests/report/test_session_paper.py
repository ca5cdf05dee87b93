"""What a session hands out, opened by independent readers: sheets, poster, letters, and the zip."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook

import reports
from partnerschap.content import ROLES, Content, Role
from partnerschap.report import Handout, make_paper, read_sheet
from partnerschap.report.session_paper import PAPER
from partnerschap.report.words import ReportWords
from partnerschap.sessions import content_of
from partnerschap.sessions.repository import OwnItem
from partnerschap.sessions.use_cases.opening import MOST_OWN_ITEMS
from pdf_reading import opened, says

WORDS = ReportWords(reports.CONTENT, "school")
DAY = date(2026, 11, 26)
OWN = "Wij laten binnen twee dagen weten dat een bericht is gelezen."
CODE = "ABC234"


def _content(own_items: int) -> Content:
    own = tuple(OwnItem(f"own-{at}", OWN, "frequency") for at in range(1, own_items + 1))
    session: Any = SimpleNamespace(own_items=own, instrument="kort")
    return content_of(reports.CONTENT, session)


HANDOUT = Handout(
    _content(2),
    "kort",
    sector="school",
    label="De Régenboog!",
    roles=("parent", "professional"),
    code=CODE,
    link=f"https://cursus.example/voila/render/meedoen.ipynb?sessie={CODE}",
    typed="cursus.example/meedoen.html",
)


def _made(name: str, handout: Handout = HANDOUT) -> bytes:
    return make_paper(handout, name, DAY, 2)[1]


def _letters(handout: Handout) -> tuple[str, Any]:
    document: Any = WordDocument(BytesIO(_made("letters", handout)))
    return "\n".join(one.text for one in document.paragraphs), document


def test_names_carry_the_team_and_the_round() -> None:
    names = [make_paper(HANDOUT, name, DAY, 2)[0] for name in ("paper", *PAPER)]
    assert names == [
        "partnerschap-op-papier-de-regenboog-ronde-2-2026-11-26.zip",
        "partnerschap-invulbladen-de-regenboog-ronde-2-2026-11-26.pdf",
        "partnerschap-poster-doe-mee-de-regenboog-ronde-2-2026-11-26.pdf",
        "partnerschap-brief-met-code-de-regenboog-ronde-2-2026-11-26.docx",
        "partnerschap-overtypen-de-regenboog-ronde-2-2026-11-26.xlsx",
    ]
    nameless = make_paper(replace(HANDOUT, label=""), "poster", DAY, 1)[0]
    assert nameless == "partnerschap-poster-doe-mee-abc234-ronde-1-2026-11-26.pdf"


def test_the_zip_has_a_sheet_of_its_own_for_each_role() -> None:
    with zipfile.ZipFile(BytesIO(_made("paper"))) as archive:
        assert archive.testzip() is None
        names = [
            name.removeprefix("partnerschap-").partition("-de-")[0] for name in archive.namelist()
        ]
        assert names == [
            "invulblad-ouder",
            "invulblad-professional",
            "poster-doe-mee",
            "brief-met-code",
            "overtypen",
        ]
        of_parent = archive.read(archive.namelist()[0])
    assert says(of_parent, "Ouder of verzorger")
    assert not says(of_parent, "Professional")
    assert _made("paper") == _made("paper")


@pytest.mark.parametrize("own_items", [0, 3, MOST_OWN_ITEMS])
@pytest.mark.parametrize("role", ROLES)
def test_a_sheet_is_one_paper_with_the_teams_own_points(role: Role, own_items: int) -> None:
    made = _made("sheets", replace(HANDOUT, content=_content(own_items), roles=(role,)))
    pages = [page.extract_text() for page in opened(made).pages]
    assert len(pages) == 2
    assert sum(page.count("binnen twee dagen") for page in pages) == own_items
    assert ["achterkant" in page for page in pages] == [True, False]


def test_each_sheet_begins_on_the_front_of_a_paper() -> None:
    pages = [page.extract_text() for page in opened(_made("sheets")).pages]
    begins = [at for at, page in enumerate(pages) if page.startswith(("Ouder", "Professional"))]
    assert begins == [0, 2]


def test_points_are_numbered_as_the_columns_to_type_them_in() -> None:
    made = _made("sheets", replace(HANDOUT, roles=("municipality",)))
    order = reports.CONTENT.items_of("kort")
    later = next(item for item in reversed(order) if "municipality" in item.respondents)
    assert says(made, f"{order.index(later) + 1}. {WORDS.statement(later.id)}")


def test_the_poster_shows_the_code_and_no_sheet() -> None:
    made = _made("poster")
    (page,) = opened(made).pages
    text = page.extract_text()
    assert CODE in text.replace(" ", "")
    assert "cursus.example/meedoen.html" in text


def test_letters_bring_parents_and_team_in_by_the_code() -> None:
    text, document = _letters(HANDOUT)
    assert text.count(CODE) == 2
    assert text.index("Beste ouder") < text.index("Beste collega")
    assert len(document.inline_shapes) == 2
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]  # noqa: SLF001
    assert all(CODE in one for one in said)
    headings = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    assert [one.paragraph_format.page_break_before for one in headings] == [False, True]


def test_without_an_address_a_letter_tells_where_the_code_is_asked() -> None:
    text, document = _letters(replace(HANDOUT, link="", typed="", roles=("parent",)))
    assert "[adres]" in text
    assert CODE in text
    assert "collega" not in text
    assert len(document.inline_shapes) == 0


def test_the_sheet_to_type_over_takes_the_teams_own_points() -> None:
    book: Any = load_workbook(BytesIO(_made("answers")))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, columns["role"], "parent")
    sheet.cell(2, columns["own-2"], 4)
    filled = BytesIO()
    book.save(filled)
    answers = read_sheet(filled.getvalue(), "blad.xlsx", HANDOUT.content)
    assert answers.roles == ("parent",)
    assert answers.values[0, answers.item_ids.index("own-2")] == 4
