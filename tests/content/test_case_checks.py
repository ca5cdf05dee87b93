"""What an editor of a practice conversation is told."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

Edit = Callable[[str, str, str], None]
Told = Callable[[], list[str]]

FILE = "cases/leesmap.yml"
SAID = f"{FILE}: leesmap"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "to: gespannen",
            "to: nergens",
            "moments.hek.choices.a.to: 'nergens' staat niet in leesmap",
        ),
        ("to: trots", "to: gespannen", "trots: geen enkele keuze leidt hierheen"),
        ("to: borden", "to: zoeken", "borden: geen enkele keuze leidt hierheen"),
        (
            "to: spraakbericht",
            "to: letters",
            "letters: vanaf hier is er een weg die steeds terugkomt en nooit eindigt",
        ),
        ("id: gespannen", "id: hek", "id: deze id komt twee keer voor; elke id is uniek"),
        (
            "- id: b\n",
            "- id: a\n",
            "moments.hek.choices: deze id komt twee keer voor; elke id is uniek",
        ),
        ("tip: A07", "tip: A99", "moments.hek.choices.b.tip: 'A99' staat niet in tips.yml"),
        ("sector: school", "sector: bakker", "sector: 'bakker' staat niet in sectors.yml"),
        (
            "modules: [ken-je-ouders]",
            "modules: [ken-je-buren]",
            "modules: 'ken-je-buren' staat niet in modules.yml",
        ),
        (
            "modules: [ken-je-ouders]",
            "modules: []",
            "modules: hier staan te weinig dingen: minstens 1",
        ),
        (
            "outcome: open",
            "outcome: fout",
            "endings.leesmaatje.outcome: moet good, open of not_yet zijn, niet 'fout'",
        ),
        (
            "outcome: open",
            "outcome: not_yet",
            (
                "endings.leesmaatje.again: een einde met `outcome: not_yet` zegt bij welk moment "
                "iemand het later opnieuw probeert"
            ),
        ),
        (
            "outcome: open",
            "outcome: not_yet\n    again: nergens",
            "endings.leesmaatje.again: 'nergens' staat niet in moments",
        ),
        (
            "outcome: open",
            "outcome: open\n    again: map",
            (
                "endings.leesmaatje.again: alleen een einde met `outcome: not_yet` heeft een "
                "moment om het later opnieuw te proberen"
            ),
        ),
        (
            "Het is kwart over twee",
            "Het is <b>kwart over twee</b>",
            "moments.hek.situation: in deze tekst mag geen opmaak staan, alleen gewone tekst",
        ),
        (
            "setting: {nl:",
            "id: leesmap\nsetting: {nl:",
            "id: dit veld bestaat niet; is het goed gespeld?",
        ),
        ("\nroles:", "\nrollen:", "roles: dit veld ontbreekt"),
        ("    hides:", "    moed:", "roles.player.hides: dit veld ontbreekt"),
    ],
)
def test_a_mistake_in_a_conversation_is_named(
    edit: Edit, told: Told, old: str, new: str, line: str
) -> None:
    edit(FILE, old, new)

    assert f"{SAID}: {line}" in told()


Change = Callable[[Callable[[dict[str, Any]], None]], None]


@pytest.fixture
def change(folder: Path) -> Change:
    """Change the copy of a conversation as parsed."""

    def rewrite(alter: Callable[[dict[str, Any]], None]) -> None:
        path = folder / FILE
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        alter(case)
        path.write_text(yaml.safe_dump(case, allow_unicode=True), encoding="utf-8")

    return rewrite


def test_a_moment_without_choices_is_a_dead_end(change: Change, told: Told) -> None:
    change(lambda case: case["moments"][2].update(choices=[]))

    assert told() == [f"{SAID}: moments.trots.choices: hier staan te weinig dingen: minstens 2"]


def test_every_choice_has_feedback(change: Change, told: Told) -> None:
    def take_out(case: dict[str, Any]) -> None:
        del case["moments"][0]["choices"][1]["feedback"]
        case["moments"][1]["choices"][2]["feedback"] = {"nl": " "}

    change(take_out)

    assert told() == [
        f"{SAID}: moments.hek.choices.b.feedback: dit veld ontbreekt",
        f"{SAID}: moments.gespannen.choices.c.feedback: de tekst is leeg",
    ]


def test_one_ending_is_not_enough(change: Change, told: Told) -> None:
    def keep_one(case: dict[str, Any]) -> None:
        del case["endings"][1:]

    change(keep_one)

    assert told() == [f"{SAID}: endings: hier staan te weinig dingen: minstens 2"]


def test_what_is_tried_again_can_succeed(change: Change, told: Told) -> None:
    def fail_for_ever(case: dict[str, Any]) -> None:
        ending = case["endings"][-1]
        ending.update(outcome="not_yet", again="later")
        choice = dict(case["moments"][0]["choices"][0], to=ending["id"])
        choices = [dict(choice, id="a"), dict(choice, id="b")]
        case["moments"].append(dict(case["moments"][0], id="later", choices=choices))

    change(fail_for_ever)

    assert told() == [
        (
            f"{SAID}: endings.leesmaatje.again: ook deze nieuwe poging loopt altijd af met "
            "`not_yet`; maak er een weg bij die verder komt"
        )
    ]


def test_a_module_has_two_conversations_or_none(change: Change, told: Told) -> None:
    change(lambda case: case["modules"].append("visie"))

    assert told() == [
        (
            "cases: visie: modules: bij deze module hoort 1 gesprek; het moeten er minstens 2 "
            "zijn, of geen"
        )
    ]


def test_a_conversation_without_a_sector_plays_somewhere_else(change: Change, told: Told) -> None:
    change(lambda case: case.pop("sector"))

    assert told() == []


def test_a_file_that_holds_no_conversation(folder: Path, told: Told) -> None:
    (folder / "cases" / "leeg.yml").write_text("- een\n- twee\n", encoding="utf-8")

    assert told() == [
        (
            "cases/leeg.yml: dit bestand moet regels bevatten met een naam, een dubbele punt en "
            "een tekst"
        )
    ]


def test_conversations_there_must_be(folder: Path, told: Told) -> None:
    shutil.rmtree(folder / "cases")

    assert told() == ["cases: dit bestand ontbreekt"]
