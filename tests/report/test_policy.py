"""A written policy as Word and PDF, read back, and the sheet for parents."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from partnerschap.content import load
from partnerschap.report import WrittenPolicy, policy_document, policy_pdf, reading_pdf
from partnerschap.sessions import ActionText
from pdf_reading import opened, says, tags, text_of

CONTENT = load()
assert CONTENT.policy is not None
POLICY = CONTENT.policy
FIRST, SECOND, *REST = POLICY.topics
VISION = (
    "De visie van De Boomgaard op samenwerken met ouders\n\nSamen verantwoordelijk\n"
    "Wij doen het samen.\nDat merken ouders:\n- Wij bellen eerst.\n"
)
STEP = ActionText(text="Koffie bij de deur", owner="mentor", due=date(2027, 3, 1)).step
HOSTILE = {
    "long word": "W" * 400,
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u202eomgekeerd\u202c",
    "emoji": "Feest \N{PARTY POPPER} met \N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}",
    "control": "een\x00twee\x0bdrie\x1b[31m\ufffe\U0001ffff",
    "surrogate": "half \ud83d teken",
    "markup": "#panic() *vet* _schuin_ $x$ </w:t><w:br/>&amp;]]> {naam}",
    "separators": "regel\u2028regel\u2029regel\nregel",
}


def policy(**changes: Any) -> WrittenPolicy:
    known: dict[str, Any] = {
        "made_on": date(2026, 11, 26),
        "sector": "school",
        "organisation": "De Boomgaard",
        "people": ("team", "parents"),
        "found": "op de kaart bij de intake",
        "review": "elk jaar in oktober",
        "changed": "De zin over bellen werd korter.",
        "topics": {
            FIRST.id: FIRST.examples["school"].lines(),
            SECOND.id: {"what": "Wij schrappen\n één avond."},
            "weg": {"what": "Van een onderwerp dat er niet meer is."},
        },
        "vision": VISION,
        "plan": (STEP,),
    }
    return WrittenPolicy(CONTENT, **(known | changes))


def paragraphs(made: bytes) -> list[tuple[str, str]]:
    document: Any = Document(BytesIO(made))
    return [(one.style.name, one.text) for one in document.paragraphs]


def test_the_word_file_has_everything_under_headings() -> None:
    made = policy_document(policy())
    document: Any = Document(BytesIO(made))
    assert document.core_properties.title == "Ons beleid voor samenwerken met ouders · De Boomgaard"
    assert document.core_properties.language == "nl-NL"
    said = paragraphs(made)
    assert [text for style, text in said if style == "Heading 1"] == [
        VISION.splitlines()[0],
        "Onze afspraken",
        "Het plan",
        "Besproken en vastgesteld",
    ]
    assert [text for style, text in said if style == "Heading 2"] == [
        "Samen verantwoordelijk",
        f"1. {FIRST.name}",
        f"2. {SECOND.name}",
        "Nog niet uitgewerkt",
        "Stap 1",
    ]
    texts = [text for _, text in said]
    assert "Concept · School · 26 november 2026" in texts
    assert "Wie meeschreven: ouders, het team" in texts
    for line in POLICY.lines:
        assert f"{line.name}: {FIRST.examples['school'].lines()[line.id]}" in texts
    assert f"{POLICY.lines[0].name}: Wij schrappen één avond." in texts
    assert f"{POLICY.lines[1].name}: nog in te vullen" in texts
    assert [text for style, text in said if style == "List Bullet"] == [
        "Wij bellen eerst.",
        *(topic.name for topic in REST),
    ]
    assert not any("niet meer is" in text for text in texts)


def test_the_word_file_ends_in_a_table_to_decide_in() -> None:
    document: Any = Document(BytesIO(policy_document(policy())))
    table = document.tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["Met wie", "Datum", "Uitkomst"]
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "Ouders die meelazen",
        "Het team",
        "Medezeggenschapsraad (MR)",
        "Directie of bestuur",
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml  # noqa: SLF001 - python-docx has no other way


@pytest.mark.parametrize(
    ("sector", "council"),
    [("childcare", "Oudercommissie"), ("youth", "Cliëntenraad"), ("", "De raad waarin ouders")],
)
def test_the_council_is_that_of_the_sector(sector: str, council: str) -> None:
    assert says(policy_pdf(policy(sector=sector)), council)


def test_the_pdf_says_the_same_and_a_screen_reader_finds_its_way() -> None:
    made = policy_pdf(policy())
    document = opened(made)
    root: Any = document.trailer["/Root"]
    assert str(root["/Lang"]).startswith("nl")
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert {"H1", "H2", "H3", "Table", "TH", "L"} <= {tag for tag, _ in tags(made)}
    said = [text for _, text in paragraphs(policy_document(policy())) if text]
    # The plan is laid out in another way there.
    said = said[: said.index("Het plan")]
    facts = [part for line in said for part in line.split(" · ")]
    assert [one for one in facts if not says(made, one)] == []
    assert says(made, "Koffie bij de deur")
    assert says(made, "Medezeggenschapsraad (MR)")


def test_vision_and_plan_are_left_out_where_they_are_not_given() -> None:
    plain = policy(vision="", plan=())
    headings = [text for style, text in paragraphs(policy_document(plain)) if style == "Heading 1"]
    assert headings == ["Onze afspraken", "Besproken en vastgesteld"]
    assert "visie" not in text_of(policy_pdf(plain))
    assert not says(policy_pdf(plain), "Het plan")


def test_a_policy_without_anything_says_so() -> None:
    empty = WrittenPolicy(CONTENT, date(2026, 11, 26))
    for made in (policy_pdf(empty), reading_pdf(empty)):
        assert says(made, "Er is nog geen onderwerp ingevuld.")
    texts = [text for _, text in paragraphs(policy_document(empty))]
    assert "Er is nog geen onderwerp ingevuld." in texts
    assert {topic.name for topic in POLICY.topics} <= set(texts)


def test_a_parent_gets_the_draft_and_the_questions_and_nothing_else() -> None:
    made = reading_pdf(policy())
    for sentence in (
        "Leest u met ons mee?",
        FIRST.name,
        *FIRST.examples["school"].lines().values(),
        "Wij schrappen één avond.",
        *POLICY.readers,
        "Wij vertellen u wat wij met uw antwoorden doen.",
    ):
        assert says(made, sentence)
    for other in ("nog in te vullen", "Nog niet uitgewerkt", "Koffie bij de deur", "Wij bellen"):
        assert not says(made, other)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_is_text(text: str) -> None:
    topics = {FIRST.id: {"what": text, "known": text}}
    vision = f"{text}\n\n{text}\n- {text}"
    hostile = policy(organisation=text, found=text, review=text, changed=text, topics=topics)
    hostile = WrittenPolicy(**{**vars(hostile), "vision": vision})
    assert opened(policy_pdf(hostile)).pages
    assert opened(reading_pdf(hostile)).pages
    assert Document(BytesIO(policy_document(hostile))).paragraphs


def test_the_same_policy_gives_the_same_bytes() -> None:
    for make in (policy_document, policy_pdf, reading_pdf):
        assert make(policy()) == make(policy())
