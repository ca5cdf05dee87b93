"""Bad input: exit code 2, one Dutch sentence on stderr, nothing half-written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerschap.cli import app as program
from partnerschap.content import ContentError, Fault, load

Refused = Callable[..., str]
HUGE = "9" * 400
HALF = "\udcff"
"""What Python makes of a byte in what was typed that is no UTF-8."""


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["doe-iets"], "'doe-iets' bestaat niet; kies uit: "),
        (["--nee"], "'--nee' bestaat niet"),
        (["score"], "ontbreekt iets: BESTAND"),
        (["score", "--nee"], "'--nee' bestaat niet; 'partnerschap score --help'"),
        (["score", "x.csv", "--seed"], "Achter '--seed' ontbreekt een waarde"),
        (["score", "x.csv", "--seed", "veel"], "waarde bij '--seed'"),
        (["score", "x.csv", "--top", "1.5"], "waarde bij '--top'"),
        (["score", "x.csv", "y.csv"], "achter 'partnerschap score'"),
        (["score", "x.csv", "--min-group", "0"], "'--min-group' moet 1 of hoger zijn, niet 0"),
        (["score", "x.csv", "--min-group", "-5"], "'--min-group' moet 1 of hoger zijn, niet -5"),
        (["score", "x.csv", "--top", "-1"], "'--top' moet 0 of hoger zijn"),
        (["score", "x.csv", "--seed", "-1"], "'--seed' moet 0 of hoger zijn"),
        (["score", "x.csv", "--top", HUGE], "'--top' mag hoogstens 9007199254740991 zijn"),
        (["score", "x.csv", "--seed", str(2**53)], "'--seed' mag hoogstens"),
        (["score", "x.csv", "--min-group", HUGE], "'--min-group' mag hoogstens"),
        (["score", "x.csv", "--seed", "9" * 5000], "waarde bij '--seed'"),
        (["report", "x.csv", "--min-group", HUGE], "'--min-group' mag hoogstens"),
        (["demo", "--seed", HUGE], "'--seed' mag hoogstens"),
        (["serve", "--port", HUGE], "'PARTNERSCHAP_PORT' heeft een waarde die niet kan"),
        (["serve", "--port", "-1"], "'PARTNERSCHAP_PORT' heeft een waarde die niet kan"),
        (["serve", "--host", "a\0b"], "'PARTNERSCHAP_HOST' heeft een waarde die niet kan"),
        (["serve", "--host", f"a{HALF}"], "'PARTNERSCHAP_HOST' heeft een waarde die niet kan"),
        (["serve", "--host", "x" * 200], "kan niet worden geluisterd"),
        (["serve", "--database", "a\0b"], "'PARTNERSCHAP_DATABASE_URL' heeft een waarde"),
        (["purge", "--database", "sqlite:///a\0b"], "'PARTNERSCHAP_DATABASE_URL' heeft een waarde"),
        (["purge", "--database", f"postgresql://{'x' * 64}"], "PARTNERSCHAP_DATABASE_URL na te"),
        (["score", "a\0.csv"], "De waarde bij 'BESTAND' kan niet"),
        (["score", "a\nb.csv"], "'a b.csv' bestaat niet"),
        (["score", f"a{HALF}.csv"], "bestaat niet"),
        (["score", "\x1b[31m.csv"], "' [31m.csv' bestaat niet"),
        (["score", "x" * 5000], "kan niet worden gelezen"),
        (["sheet", "-o", "a\0.csv"], "De waarde bij '-o' kan niet"),
        (["check", "a\0"], "De waarde bij 'MAP' kan niet"),
        (["export", "a\0"], "hoort niet bij een sessie"),
        (["report", f"a{HALF}"], "hoort niet bij een sessie"),
        (
            ["score", "x.csv", "--format", "xml"],
            "'xml' is geen vorm voor '--format'; kies uit: json",
        ),
        (["score", "nergens.csv"], "'nergens.csv' bestaat niet"),
        (["score", "/"], "'/' is een map"),
        (["score", "/dev/null/blad.csv"], "'/dev/null/blad.csv' kan niet worden gelezen"),
        (["sheet", "iets"], "achter 'partnerschap sheet'"),
        (["sheet", "-o", "blad.pdf"], "'blad.pdf' kan geen invulblad worden"),
        (["sheet", "-o", "blad"], "eindigt op .csv of .xlsx"),
        (["sheet", "--instrument", "lang"], "'lang' bestaat niet; kies uit: kort, teamscan, "),
        (["check", "nergens"], "'nergens' is geen map"),
        (["check", "/dev/null"], "'/dev/null' is geen map"),
    ],
)
def test_one_sentence_says_what_is_wrong(refused: Refused, arguments: list[str], part: str) -> None:
    assert part in refused(*arguments)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "65536"),
        ("PORT", "9" * 5000),
        ("KERNELS", "0"),
        ("KERNELS", HUGE),
        ("KERNELS", "1e400"),
        ("KERNEL_MEGABYTES", "199"),
        ("MOST_PAGES", HUGE),
        ("MOST_PAGES", "nan"),
        ("MOST_PAGES_AN_ADDRESS", "0"),
        ("MESSAGES_A_SECOND", "1.5"),
        ("HOST", f"a{HALF}"),
        ("HOST", "a\nb"),
        ("DATABASE_URL", "x" * 5000),
    ],
)
@pytest.mark.parametrize("command", ["purge", "demo", "serve"])
def test_a_setting_beyond_its_bounds_is_named(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, command: str, name: str, value: str
) -> None:
    monkeypatch.setenv(f"PARTNERSCHAP_{name}", value)
    assert f"'PARTNERSCHAP_{name}' heeft een waarde die niet kan." in refused(command)


def test_an_unknown_instrument_lists_the_choices(refused: Refused, team: Path) -> None:
    sentence = refused("score", team, "--instrument", "lang")
    assert all(instrument.id in sentence for instrument in load().instruments)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("role;inf-1\nparent;9", ["rij 2", "kolom B ('inf-1')", "'9'"]),
        ("role;inf-1\nparent;1\nopa;1", ["rij 3", "kolom A ('role')", "'opa'"]),
        ("role;inf-99\nparent;1", ["rij 1", "kolom B", "'inf-99'"]),
        ("inf-1\n1", ["rij 1", "'role'"]),
        ("", ["leeg"]),
    ],
)
def test_a_wrong_sheet_is_told_by_row_and_column(
    refused: Refused, tmp_path: Path, text: str, parts: list[str]
) -> None:
    sheet = tmp_path / "blad.csv"
    sheet.write_text(text, encoding="utf-8")
    sentence = refused("score", sheet)
    assert sentence.startswith(f"{sheet}: ")
    assert [part for part in parts if part not in sentence] == []


def test_a_file_of_another_kind_is_told(refused: Refused, tmp_path: Path) -> None:
    for name, data, part in (
        ("blad.pdf", b"%PDF", "eindigt op .csv of .xlsx"),
        ("blad.xlsx", b"%PDF", "geen gewone Excel-werkmap"),
        ("blad.csv", b"\xff\x00", "geen CSV-bestand"),
        ("groot.csv", b"a" * (6 * 1024 * 1024), "groter dan 5 MB"),
    ):
        (tmp_path / name).write_bytes(data)
        assert part in refused("score", tmp_path / name)


def test_a_sheet_of_another_instrument_alone_is_told(refused: Refused, tmp_path: Path) -> None:
    sheet = tmp_path / "blad.csv"
    sheet.write_text("role;vis-6\nparent;1", encoding="utf-8")
    assert "'teamscan'" in refused("score", sheet, "--instrument", "teamscan")


@pytest.mark.parametrize("form", ["json", "table"])
def test_output_that_cannot_be_written_leaves_nothing_behind(
    refused: Refused, team: Path, tmp_path: Path, form: str
) -> None:
    before = team.read_bytes()
    arguments = ("score", team, "--format", form, "-o")
    assert "is een map; geef achter '-o'" in refused(*arguments, tmp_path)
    assert "kan niet worden geschreven, want" in refused(*arguments, tmp_path / "nee" / "uit.json")
    assert "kan niet worden geschreven, want" in refused(*arguments, team / "uit.json")
    assert "is het ingevulde blad zelf" in refused(*arguments, team)
    assert "kan niet worden geschreven" in refused(*arguments, tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == [team]
    assert team.read_bytes() == before


@pytest.mark.parametrize("name", ["blad.csv", "blad.xlsx"])
def test_a_full_disk_keeps_what_was_there(
    refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    output = tmp_path / name
    output.write_bytes(b"what was there before")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device", descriptor)

    monkeypatch.setattr(os, "fsync", full)
    assert f"{name}' kan niet worden geschreven." in refused("sheet", "-o", output)
    assert list(tmp_path.iterdir()) == [output]
    assert output.read_bytes() == b"what was there before"


def test_a_file_that_is_write_protected_is_kept(
    refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "blad.csv"
    output.write_bytes(b"keep")
    # Root may write anything, so what the system says is made up here.
    monkeypatch.setattr(os, "access", lambda path, mode: path.name != output.name and mode)
    assert "kan niet worden geschreven." in refused("sheet", "-o", output)
    assert output.read_bytes() == b"keep"


def test_links_that_go_round_are_told(refused: Refused, tmp_path: Path) -> None:
    loop = tmp_path / "rond.csv"
    loop.symlink_to(loop)
    assert "kan niet worden geschreven." in refused("sheet", "-o", loop)
    assert "kan niet worden gelezen" in refused("score", loop)


def test_content_with_faults_is_told(
    refused: Refused, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ContentError([Fault("items.yml", "", "", "file_missing")])

    monkeypatch.setattr("partnerschap.content.load", broken)
    assert "'partnerschap check' noemt elke fout" in refused("score", team)


def test_a_fault_of_the_program_itself_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(app: object) -> None:
        raise ZeroDivisionError(app)

    monkeypatch.setattr(program, "get_command", broken)
    with pytest.raises(ZeroDivisionError):
        program.main([])
