"""One mistake in otherwise good content: what the person who edits the files is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnerschap.content import Fault, check, read_messages, render_fault

Edit = Callable[[str, str, str], None]
Told = Callable[[], list[str]]

INFORMAL = "actions/informeel.yml"
INF_1_STATEMENT = 'statement: {nl: "Wij ontvangen elke ouder vriendelijk."}'
INF_1_PARENT = 'parent: {nl: "Ik word hier vriendelijk ontvangen."}'
NO_LANGUAGE = 'hier hoort een tekst met een taal ervoor, zoals {nl: "..."}'
BRACES = "de accolades kloppen niet; schrijf {naam}, of een dubbele accolade voor een gewone"


def test_the_content_has_no_fault() -> None:
    assert [render_fault(fault, read_messages()) for fault in check()] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            INFORMAL,
            "effort: 1",
            "effort: 4",
            f"{INFORMAL}: inf-1-a: effort: moet 1, 2 of 3 zijn, niet '4'",
        ),
        (
            INFORMAL,
            "effort: 1",
            "effort: veel",
            f"{INFORMAL}: inf-1-a: effort: moet 1, 2 of 3 zijn, niet 'veel'",
        ),
        (
            "items.yml",
            "scale: frequency",
            "scale: vaak",
            "items.yml: inf-1: scale: moet frequency of progress zijn, niet 'vaak'",
        ),
        (
            "items.yml",
            "    area: informeel\n",
            "",
            "items.yml: inf-1: area: dit veld ontbreekt",
        ),
        (
            "items.yml",
            "    core: true\n",
            "    kern: true\n",
            "items.yml: inf-1: kern: dit veld bestaat niet; is het goed gespeld?",
        ),
        (
            "items.yml",
            "  - id: inf-1\n    area",
            "  - area",
            "items.yml: #1: id: dit veld ontbreekt",
        ),
        (
            "items.yml",
            "source: [A08]",
            "source: []",
            "items.yml: inf-1: source: hier staan te weinig dingen: minstens 1",
        ),
        (
            "items.yml",
            INF_1_STATEMENT,
            "statement: Wij zijn er.",
            f"items.yml: inf-1: statement: {NO_LANGUAGE}",
        ),
        (
            "items.yml",
            INF_1_STATEMENT,
            'statement: {en: "We are here."}',
            f"items.yml: inf-1: statement: {NO_LANGUAGE}",
        ),
        (
            "items.yml",
            INF_1_STATEMENT,
            'statement: {nl: " "}',
            "items.yml: inf-1: statement: de tekst is leeg",
        ),
        (
            "areas.yml",
            "id: informeel",
            "id: in formeel",
            (
                "areas.yml: in formeel: id: 'in formeel' kan niet: gebruik letters, cijfers, "
                "- en _, en begin met een letter"
            ),
        ),
        (
            "areas.yml",
            "partnership: true",
            "partnership: misschien",
            "areas.yml: informeel: partnership: hier hoort true of false, niet 'misschien'",
        ),
        (
            "instruments.yml",
            "minutes: 5",
            "minutes: 0",
            "instruments.yml: kort: minutes: '0' is te klein; het kleinste dat mag is 1",
        ),
        (
            "instruments.yml",
            "minutes: 5",
            "minutes: lang",
            "instruments.yml: kort: minutes: hier hoort een heel getal, niet 'lang'",
        ),
        (
            "scales.yml",
            '      - {nl: "Soms"}\n',
            "",
            "scales.yml: scales.frequency.points: hier staan te weinig dingen: minstens 5",
        ),
        (
            "messages/fault.yml",
            'missing: {nl: "dit veld ontbreekt"}',
            'missing: "dit veld ontbreekt"',
            f"messages/fault.yml: missing: {NO_LANGUAGE}",
        ),
    ],
)
def test_an_entry_that_does_not_fit(  # noqa: PLR0913, PLR0917 - the columns of the table
    edit: Edit, told: Told, file: str, old: str, new: str, line: str
) -> None:
    edit(file, old, new)

    assert told() == [line]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "items.yml",
            "id: inf-2\n",
            "id: inf-1\n",
            "items.yml: inf-1: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            INFORMAL,
            "id: inf-2-a",
            "id: inf-1-a",
            f"{INFORMAL}: inf-1-a: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "tips.yml",
            "id: AX2",
            "id: AX1",
            "tips.yml: AX1: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "scales.yml",
            "- value: 3",
            "- value: 2",
            "scales.yml: effort: '3' ontbreekt",
        ),
        (
            "scales.yml",
            '- {nl: "Vaak"}',
            '- {nl: "Soms"}',
            "scales.yml: frequency: points: het antwoord 'Soms' staat er twee keer",
        ),
        (
            "scales.yml",
            '- {nl: "Vaak"}',
            '- {nl: "Weet ik niet"}',
            "scales.yml: frequency: points: het antwoord 'Weet ik niet' staat er twee keer",
        ),
        (
            "roles.yml",
            "id: municipality",
            "id: parent",
            "roles.yml: roles: 'municipality' ontbreekt",
        ),
        (
            "items.yml",
            "also: [beleid]",
            "also: [beleidd]",
            "items.yml: inf-6: also: 'beleidd' staat niet in areas.yml",
        ),
        (
            "items.yml",
            "also: [beleid]",
            "also: [informeel]",
            "items.yml: inf-6: also: 'informeel' is al het gebied van deze stelling",
        ),
        (
            "items.yml",
            "source: [AX1]",
            "source: [AX9]",
            "items.yml: inf-9: source: 'AX9' staat niet in tips.yml",
        ),
        (
            "tips.yml",
            "source: A\n",
            "source: Z\n",
            "tips.yml: A01: source: 'Z' staat niet in sources.yml",
        ),
        (
            "instruments.yml",
            "areas: [visie, beleid, omgeving]",
            "areas: [visie, beleid, buurt]",
            "instruments.yml: beleidsscan: areas: 'buurt' staat niet in areas.yml",
        ),
        (
            "exercises.yml",
            "instruments: [beleidsscan]",
            "instruments: [snel]",
            "exercises.yml: beleidsscan: instruments: 'snel' staat niet in instruments.yml",
        ),
        (
            "tips.yml",
            "id: B13",
            "id: B14",
            "tips.yml: B13: deze tip uit de bron ontbreekt",
        ),
        (
            "items.yml",
            "source: [A15]",
            "source: [A16]",
            "tips.yml: A15: geen enkele stelling hoort bij deze tip",
        ),
        (
            "items.yml",
            "    core: true\n",
            "",
            "areas.yml: informeel: dit gebied heeft 1 kernstellingen; het moeten er 2 zijn",
        ),
        (
            "items.yml",
            f"    {INF_1_PARENT}\n",
            "",
            (
                "items.yml: inf-1: parent: ouders beantwoorden deze stelling, "
                "maar de tekst voor ouders ontbreekt"
            ),
        ),
        (
            "items.yml",
            "respondents: [parent, professional, management]",
            "respondents: [professional, management]",
            (
                "items.yml: inf-1: parent: er is een tekst voor ouders, "
                "maar ouders staan niet bij respondents"
            ),
        ),
        (
            "items.yml",
            "de {council}",
            "de {raad}",
            (
                "items.yml: for-8: statement: het woord {raad} staat bij geen enkele sector in "
                "sectors.yml"
            ),
        ),
        (
            "actions/beleid.yml",
            "de {council}",
            "de {raad}",
            (
                "actions/beleid.yml: bel-14-f: text: het woord {raad} staat bij geen enkele sector "
                "in sectors.yml"
            ),
        ),
        (
            INFORMAL,
            "Wie begroet wordt",
            "Wie door de {council} begroet wordt",
            (
                f"{INFORMAL}: inf-1-a: helps: een woord tussen accolades wordt hier niet "
                "ingevuld: {council}"
            ),
        ),
        (
            "items.yml",
            "elke ouder vriendelijk",
            "elke {} vriendelijk",
            f"items.yml: inf-1: statement: {BRACES}",
        ),
        (
            "sectors.yml",
            '      room: {nl: "groep"}\n',
            "",
            "sectors.yml: childcare: words: het woord {room} ontbreekt bij deze sector",
        ),
        (
            "tips.yml",
            "makkelijk te bereiken",
            "makkelijk te {vinden}",
            "tips.yml: A07: summary: een woord tussen accolades wordt hier niet ingevuld: {vinden}",
        ),
        (
            "exercises.yml",
            "en zie wat al goed gaat",
            "op https://example.org",
            "exercises.yml: teamscan: summary: in deze tekst mag geen link staan",
        ),
        (
            "items.yml",
            "elke ouder vriendelijk",
            "elke ouder <b>vriendelijk</b>",
            "items.yml: inf-1: statement: in deze tekst mag geen opmaak staan, alleen gewone tekst",
        ),
        (
            "messages/fault.yml",
            "'{value}' ontbreekt",
            "'{value' ontbreekt",
            f"messages/fault.yml: id_missing: {BRACES}",
        ),
    ],
)
def test_entries_that_do_not_fit_together(  # noqa: PLR0913, PLR0917 - the columns of the table
    edit: Edit, told: Told, file: str, old: str, new: str, line: str
) -> None:
    edit(file, old, new)

    assert line in told()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("items:\n  - [", "items.yml: regel 3 klopt niet als YAML"),
        ("items:\n\t- id: x\n", "items.yml: regel 2 klopt niet als YAML"),
        ("items: []\nitems: []\n", "items.yml: regel 2: 'items' staat er twee keer"),
        ("items:\n  - id: x\n    id: y\n", "items.yml: regel 3: 'id' staat er twee keer"),
        ("", "items.yml: dit bestand moet één lijst bevatten, met de naam 'items'"),
        ("stellingen: []\n", "items.yml: dit bestand moet één lijst bevatten, met de naam 'items'"),
        ("items: []\nmore: []\n", "items.yml: dit bestand moet één lijst bevatten"),
        ("items: [2026-99-99]\n", "items.yml: regel ? klopt niet als YAML"),
        ("items: [los]\n", "items.yml: #1: hier horen velden met een naam"),
    ],
)
def test_a_file_that_is_no_list(folder: Path, told: Told, text: str, line: str) -> None:
    (folder / "items.yml").write_text(text, encoding="utf-8")

    (said,) = told()

    assert said.startswith(line)


def test_a_missing_file(folder: Path, told: Told) -> None:
    (folder / "tips.yml").unlink()

    assert told() == ["tips.yml: dit bestand ontbreekt"]


def test_a_folder_without_anything(tmp_path: Path) -> None:
    said = [render_fault(fault, read_messages()) for fault in check(tmp_path)]

    assert "items.yml: dit bestand ontbreekt" in said
    assert "messages: dit bestand ontbreekt" in said


def test_a_file_in_another_encoding(folder: Path, told: Told) -> None:
    (folder / "areas.yml").write_bytes("areas: [] # één".encode("latin-1"))

    assert told() == [
        (
            "areas.yml: dit bestand is niet opgeslagen als UTF-8; "
            "kies bij het opslaan de codering UTF-8"
        )
    ]


def test_a_folder_in_the_place_of_a_file(folder: Path, told: Told) -> None:
    (folder / "areas.yml").unlink()
    (folder / "areas.yml").mkdir()

    assert told() == ["areas.yml: dit bestand kan niet worden gelezen"]


def test_a_catalogue_that_is_no_mapping(folder: Path, told: Told) -> None:
    (folder / "messages/fault.yml").write_text("- los\n", encoding="utf-8")

    assert told() == [
        (
            "messages/fault.yml: dit bestand moet regels bevatten met een naam, "
            "een dubbele punt en een tekst"
        )
    ]


INF_1_ASK = "Mag ik vertellen hoe ik hier ontvangen word, en wat ik graag anders zie?"
VIS_9 = "Wij hebben als team opgeschreven wat wij belangrijk vinden in het werk met ouders."


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            f'    ask: {{nl: "{INF_1_ASK}"}}\n',
            "",
            "items.yml: inf-1: ask: schrijf bij ask welke vraag een ouder hierover kan stellen",
        ),
        (
            INF_1_ASK,
            "Mag ik " + "nog " * 18 + "vragen?",
            "items.yml: inf-1: ask: deze vraag is te lang voor aan de deur; hoogstens 20 woorden",
        ),
        (
            f'{VIS_9}"}}\n',
            f'{VIS_9}"}}\n    ask: {{nl: "Hoe zit dit?"}}\n',
            (
                "items.yml: vis-9: ask: er is een vraag voor ouders, "
                "maar geen tekst voor ouders bij parent"
            ),
        ),
    ],
)
def test_a_parent_has_something_to_ask(
    edit: Edit, told: Told, old: str, new: str, line: str
) -> None:
    edit("items.yml", old, new)

    assert told() == [line]


def test_an_area_without_somebody_to_ask_is_named(folder: Path, told: Told) -> None:
    path = folder / "areas.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "tell: {" not in line), encoding="utf-8")

    assert told() == [
        f"areas.yml: {area}: tell: schrijf bij tell aan wie een ouder iets over dit gebied kan "
        "vragen of vertellen"
        for area in (
            *("informeel", "formeel", "didactisch", "pedagogisch", "maatschappelijk"),
            *("visie", "beleid", "omgeving"),
        )
    ]


def test_every_file_with_a_mistake_is_named_at_once(edit: Edit, told: Told) -> None:
    edit("items.yml", "scale: frequency", "scale: often")
    edit("areas.yml", "partnership: true", "partner: true")

    assert {line.split(":")[0] for line in told()} == {"items.yml", "areas.yml"}


def test_a_fault_is_told_with_whatever_catalogue_is_left() -> None:
    fault = Fault("items.yml", "inf-1", "effort", "new_kind", (("problem", "no such thing"),))

    assert render_fault(fault, read_messages()) == (
        "items.yml: inf-1: effort: dit klopt niet (no such thing)"
    )
    assert render_fault(fault, {}) == "items.yml: inf-1: effort: no such thing"
    assert render_fault(fault, {"fault.new_kind": "{unknown}"}).endswith("no such thing")
    assert render_fault(fault, {"fault.new_kind": "{"}).endswith("no such thing")
    assert render_fault(Fault("a.yml", "", "", "odd"), {}) == "a.yml: odd"


def test_messages_that_can_be_read_are_there_when_others_cannot(folder: Path, edit: Edit) -> None:
    edit("messages/fault.yml", 'missing: {nl: "dit veld ontbreekt"}', "missing: []")

    messages = read_messages(folder)

    assert "fault.missing" not in messages
    assert messages["fault.empty_text"] == "de tekst is leeg"
