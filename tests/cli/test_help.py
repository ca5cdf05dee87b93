"""Help in Dutch, complete and quick; and what happens without a command."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import partnerschap.cli
from partnerschap.cli import words as catalogue
from partnerschap.cli.app import add, app
from partnerschap.cli.words import words
from partnerschap.content import load
from partnerschap.locations import CONTENT

Run = Callable[..., Any]
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_explains_with_an_example_and_exit_codes(run: Run, command: str) -> None:
    ended = run(*command.split(), "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Gebruik: partnerschap {command}".rstrip())
    assert f"Voorbeelden:\n  partnerschap {command}" in ended.out
    assert "Afsluitcodes:\n  0  gelukt\n" in ended.out
    for english in ("Usage", "Options", "Commands", "Arguments", "default", "required", "Show"):
        assert english not in ended.out


def test_help_names_every_command_and_option(run: Run) -> None:
    group: Any = get_command(app)
    overview = run("--help").out
    for name, command in group.commands.items():
        assert f"  {name} " in overview
        shown = run(name, "--help").out
        for parameter in command.params:
            assert (parameter.metavar or parameter.opts[-1]) in shown


def test_help_names_every_instrument() -> None:
    shown = words("option_instrument")
    assert [one.id for one in load().instruments if one.id not in shown] == []


def test_every_word_is_given_and_every_given_word_is_used() -> None:
    folder = Path(partnerschap.cli.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    used = set(re.findall(r"""(?:words|refusal)\(\s*["'](\w+)["']""", source))
    used |= {f"{name}_{kind}" for name in COMMANDS for kind in ("short", "help", "example")}
    columns = re.findall(r"_table\(([^)*]*)\)", source)
    used |= {f"column_{key}" for keys in columns for key in re.findall(r"\w+", keys)}
    used |= {f"class_{key}" for key in ("agree", "spread", "two_camps", "none")}
    used |= {f"status_{key}" for key in ("unknown", "suppressed", "empty")}
    used |= {f"area_{key}" for key in ("unknown", "suppressed", "empty")}
    given = {key.removeprefix("cli.") for key in load().messages if key.startswith("cli.")}
    assert used - given == set()
    # Some stand in a variable on their way to the catalogue.
    assert given - used - set(re.findall(r'"(\w+)"', source)) == set()


def test_words_of_a_broken_catalogue_are_their_ids(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "messages").mkdir()
    monkeypatch.setattr(catalogue, "CONTENT", tmp_path)
    for text in (None, "a: [", "- a", "a: b", "a: {en: b}", "\xff"):
        if text is not None:
            (tmp_path / "messages/cli.yml").write_bytes(text.encode("latin-1"))
        catalogue._catalogue.cache_clear()  # noqa: SLF001 - a cache between tests
        assert words("a", value=1) == "a"
    (tmp_path / "messages/cli.yml").write_text("a: {nl: '{other}'}", encoding="utf-8")
    catalogue._catalogue.cache_clear()  # noqa: SLF001
    assert words("a", value=1) == "{other}"
    monkeypatch.undo()
    catalogue._catalogue.cache_clear()  # noqa: SLF001
    assert (CONTENT / "messages/cli.yml").is_file()


def test_without_a_command_the_default_one_runs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(app, "registered_commands", [*app.registered_commands])
    add("serve", lambda: started.append("served"))
    ended = run()
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert started == ["served"]
