"""The trainer's pack: every file, alone and in a zip."""

import zipfile
from io import BytesIO

import pytest

from partnerschap.content import load
from partnerschap.locations import BOOK
from partnerschap.report import KITS, PACK, make_files, make_kit, pack_file_name
from partnerschap.report.course.decks import DECKS

CONTENT = load()
FIRST_BYTES = {"pdf": b"%PDF", "pptx": b"PK", "docx": b"PK", "xlsx": b"PK"}


def test_each_meeting_has_a_kit_with_its_own_slides() -> None:
    assert set(KITS) == {*DECKS, "morgen", "all"}
    for name in DECKS:
        assert (BOOK / f"{name}.md").is_file()
        assert f"slides-{name}" in KITS[name]
        assert set(KITS[name]) <= set(PACK)
    assert set(KITS["all"]) == set(PACK)


def test_every_file_is_in_a_kit_of_a_meeting_or_is_an_exercise() -> None:
    given = {one for name in KITS if name != "all" for one in KITS[name]}
    assert {one for one in set(PACK) - given if not one.startswith("worksheet-")} == set()


def test_no_two_files_have_one_name() -> None:
    names = [
        pack_file_name(CONTENT, one, suffix) for one, file in PACK.items() for suffix in file.makers
    ]
    names += [pack_file_name(CONTENT, kit, "zip") for kit in KITS]
    assert len(names) == len(set(names))
    assert all(name.isascii() and " " not in name and name == name.lower() for name in names)


def test_the_zip_of_all_holds_every_file_whole() -> None:
    made = make_files(CONTENT)
    packed = make_kit(CONTENT, "all", made)
    assert packed == make_kit(CONTENT, "all", made)
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        assert archive.testzip() is None
        inside = {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert inside == {pack_file_name(CONTENT, *one): data for one, data in made.items()}
    for (_, suffix), data in made.items():
        assert data.startswith(FIRST_BYTES[suffix])


def test_a_kit_alone_holds_what_its_meeting_needs() -> None:
    with zipfile.ZipFile(BytesIO(make_kit(CONTENT, "lezing"))) as archive:
        assert archive.namelist() == [
            "1-presentaties/presentatie-lezing.pptx",
            "1-presentaties/presentatie-lezing.pdf",
            "6-evaluatie/evaluatieformulier.docx",
            "6-evaluatie/evaluatieformulier.pdf",
        ]


def test_who_prepared_nothing_gets_three_files_that_the_page_names() -> None:
    assert len(KITS["morgen"]) == 3
    page = (BOOK / "klaarzetten.md").read_text(encoding="utf-8")
    section = page.partition("## Morgen om negen uur")[2].partition("\n## ")[0]
    assert "```{pack} morgen\n```" in section
    named = ["dia's", CONTENT.message("pack.label_model"), CONTENT.message("pack.step_card")]
    assert [one for one in named if one.lower() not in section.lower()] == []


def test_an_unknown_kit_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        make_kit(CONTENT, "picknick")
