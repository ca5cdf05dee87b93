"""The rules of the actions: one mistake in an otherwise good bank, and what its writer is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

Edit = Callable[[str, str, str], None]
Told = Callable[[], list[str]]

FILE = "actions/informeel.yml"
NONE_SOON = "inf-1: fits: deze stelling heeft geen actie met inspanning 1 of 2 die past bij '{}'"
STRUCTURAL = """\
    fits: [start, build]
    structural: true
    effort: 3
    impact: 3
"""


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "item: inf-1\n",
            "item: inf-0\n",
            [
                "inf-1-a: item: 'inf-0' staat niet in items.yml",
                NONE_SOON.format("start"),
            ],
        ),
        (
            "id: inf-1-a",
            "id: inf-1-aa",
            [
                (
                    "inf-1-aa: id: de id van een actie is die van de stelling met een letter, "
                    "zoals inf-1-a"
                )
            ],
        ),
        (
            "fits: [start]",
            "fits: [begin]",
            ["inf-1-a: fits.#1: moet find_out, talk, start, build of keep zijn, niet 'begin'"],
        ),
        ("fits: [start]", "fits: []", ["inf-1-a: fits: hier staan te weinig dingen: minstens 1"]),
        (
            "fits: [start]",
            "fits: [keep]",
            [NONE_SOON.format("start")],
        ),
        (
            "effort: 1",
            "effort: 3",
            [NONE_SOON.format("start")],
        ),
        (
            "fits: [build]",
            "fits: [start]",
            [NONE_SOON.format("build")],
        ),
        (
            "fits: [talk]",
            "fits: [start]",
            [NONE_SOON.format("talk")],
        ),
        (
            "fits: [keep]",
            "fits: [start]",
            ["inf-1: fits: deze stelling heeft geen actie die past bij 'keep'"],
        ),
        (
            "fits: [find_out]",
            "fits: [start]",
            ["inf-1: fits: deze stelling heeft geen actie die past bij 'find_out'"],
        ),
        (
            "    structural: true\n",
            "",
            ["inf-1: structural: geen enkele actie van deze stelling heeft structural: true"],
        ),
        (
            STRUCTURAL,
            STRUCTURAL.replace("effort: 3", "effort: 1"),
            ["inf-1-g: effort: een actie met structural: true heeft hier 2 of 3, niet 1"],
        ),
        (
            STRUCTURAL,
            STRUCTURAL.replace("impact: 3", "impact: 1"),
            ["inf-1-g: impact: een actie met structural: true heeft hier 2 of 3, niet 1"],
        ),
        (
            STRUCTURAL,
            STRUCTURAL.replace("[start, build]", "[talk]"),
            ["inf-1-g: fits: een actie met structural: true past bij start of bij build"],
        ),
        (
            "      youth: {nl",
            "      jeugd: {nl",
            ["inf-1-a: sectors: 'jeugd' staat niet in sectors.yml"],
        ),
        (
            "source: [A08]",
            "source: [A08, eijk2001, boek1900]",
            ["inf-1-a: source: 'boek1900' staat niet in tips.yml, references.bib"],
        ),
        ("    helps: {nl", "    help: {nl", ["inf-1-a: helps: dit veld ontbreekt"]),
    ],
)
def test_a_rule_that_is_broken(
    edit: Edit, told: Told, old: str, new: str, lines: list[str]
) -> None:
    edit(FILE, old, new)

    said = told()

    for line in lines:
        assert f"{FILE}: {line}" in said
    assert all(line.startswith(FILE) for line in said)


def test_a_text_that_stands_there_twice_in_other_capitals_and_signs(
    folder: Path, told: Told
) -> None:
    def change(name: str, place: int, text: str) -> tuple[str, str]:
        path = folder / name
        bank = yaml.safe_load(path.read_text(encoding="utf-8"))
        action = bank["actions"][place]
        before, action["text"]["nl"] = action["text"]["nl"], text or action["text"]["nl"]
        path.write_text(yaml.safe_dump(bank, allow_unicode=True), encoding="utf-8")
        return action["id"], before

    first, text = change(FILE, 0, "")
    other, _ = change("actions/visie.yml", 0, text.upper().replace(".", " !"))

    assert told() == [f"actions/visie.yml: {other}: text: deze tekst staat ook bij '{first}'"]


def test_too_many_quick_wins(folder: Path, told: Told) -> None:
    found = total = 0
    for path in sorted((folder / "actions").glob("*.yml")):
        bank = yaml.safe_load(path.read_text(encoding="utf-8"))
        for action in bank["actions"]:
            if not action.get("structural"):
                action |= {"effort": 1, "impact": 2}
                found += 1
            total += 1
        path.write_text(yaml.safe_dump(bank, allow_unicode=True), encoding="utf-8")

    assert told() == [
        (
            f"actions: effort: {found} acties zijn laaghangend fruit (inspanning 1 en impact 2 of "
            f"3); het mogen er {total // 3} zijn, een derde"
        )
    ]


def test_a_bank_that_is_not_there(folder: Path, told: Told) -> None:
    for path in (folder / "actions").glob("*.yml"):
        path.unlink()

    assert told() == ["actions: dit bestand ontbreekt"]


def test_an_id_of_before_is_used_for_nothing_else(folder: Path, edit: Edit, told: Told) -> None:
    retired = yaml.safe_load((folder / "retired.yml").read_text(encoding="utf-8"))
    gone = retired["actions"][0]["id"]
    edit(FILE, "id: inf-1-a", f"id: {gone}")

    assert f"retired.yml: {gone}: id: deze id komt twee keer voor; elke id is uniek" in told()
