"""Reading the files: language, version, order, and what the models give back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnerschap.content import ContentError, load
from partnerschap.content.loader import read

Edit = Callable[[str, str, str], None]


def test_texts_come_in_the_language_that_is_asked(edit: Edit, folder: Path) -> None:
    edit("areas.yml", 'name: {nl: "Visie"}', 'name: {nl: "Visie", en: "Vision"}')

    areas = {area.id: area.name for area in read(folder).areas}

    assert areas["visie"] == "Visie"
    with pytest.raises(ContentError) as error:
        read(folder, "en")
    untranslated = {(fault.file, fault.id, fault.field) for fault in error.value.faults}
    assert ("areas.yml", "beleid", "name") in untranslated
    assert ("areas.yml", "visie", "name") not in untranslated


def test_the_error_names_file_id_and_field(edit: Edit, folder: Path) -> None:
    edit("items.yml", "scale: frequency", "scale: often")

    with pytest.raises(ContentError, match=r"items\.yml: inf-1 scale: literal_error"):
        load(folder)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("items.yml", "vriendelijk.", "hartelijk."),
        ("actions/informeel.yml", "effort: 1", "effort: 2"),
        ("areas.yml", 'nl: "Visie"', 'nl: "Onze visie"'),
        ("scales.yml", 'nl: "Vaak"', 'nl: "Meestal"'),
        ("tips.yml", "graag binnenkomen", "blij binnenkomen"),
        ("instruments.yml", "core_only: true", "core_only: false"),
    ],
)
def test_the_version_changes_with_what_is_measured(
    edit: Edit, folder: Path, file: str, old: str, new: str
) -> None:
    edit(file, old, new)

    assert read(folder).version != load().version


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("items.yml", "# STELLINGEN:", "# De stellingen:"),
        ("messages/fault.yml", "de tekst is leeg", "hier staat niets"),
        ("exercises.yml", "minutes: 8", "minutes: 11"),
        ("roles.yml", 'nl: "Leiding"', 'nl: "Leidinggevende"'),
    ],
)
def test_the_version_stays_when_nothing_measured_changes(
    edit: Edit, folder: Path, file: str, old: str, new: str
) -> None:
    edit(file, old, new)

    assert read(folder).version == load().version


def test_a_file_saved_by_windows_is_the_same(folder: Path) -> None:
    path = folder / "items.yml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    content = read(folder)

    assert content.items == load().items
    assert content.version == load().version


def test_content_cannot_be_changed_after_loading() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load().items[0].core = False  # type: ignore[misc]


def test_items_and_areas_keep_the_order_of_the_files() -> None:
    content = load()

    assert [area.id for area in content.areas] == [
        *("informeel", "formeel", "didactisch", "pedagogisch", "maatschappelijk"),
        *("visie", "beleid", "omgeving"),
    ]
    assert [item.id for item in content.items_of("kort")][:3] == ["inf-1", "inf-2", "for-1"]
    assert content.items_by_id[content.items[-1].id] is content.items[-1]


def test_an_unknown_instrument_or_message_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load().items_of("none")
    with pytest.raises(KeyError):
        load().message("fault.none")


def test_a_message_is_filled_in() -> None:
    assert load().message("fault.id_missing", value="parent") == "'parent' ontbreekt"
