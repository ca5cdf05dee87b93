"""What is there is described: settings, commands, exercises, instruments, rooms, dependencies."""

import re
import tomllib
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from partnerschap.cli.app import app
from partnerschap.content import load
from partnerschap.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

_FILE = re.compile(r"(?!.*\bID\b)[\w/-]+\.(py|tsx?|m?js|css|html|yml|typ|md|bib|svg|toml)")


def _sources() -> list[Path]:
    folders = ("benchmarks", "book", "exercises", "tests", "widgets")
    inside = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    return [*ROOT.iterdir(), *inside]


def rows_of_table(heading: str) -> dict[str, str]:
    """First cell of each row of the table under a heading, with the rest of the row."""
    section = README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `([^`]+)` \|(.*)\|$", section, flags=re.MULTILINE)
    return dict(rows)


def default_of(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "depends"  # on the machine; the description says how
    return f"`{field.default}`" if field.default else "none"


def test_every_setting_is_in_the_readme_with_its_default() -> None:
    rows = rows_of_table("Settings")
    fields = Settings.model_fields
    assert set(rows) == {f"PARTNERSCHAP_{name.upper()}" for name in fields}
    for name, field in fields.items():
        row = rows[f"PARTNERSCHAP_{name.upper()}"]
        assert row.strip() == f"{default_of(field)} | {field.description}"


def test_every_command_is_in_the_readme() -> None:
    commands = {f"partnerschap {command.name}" for command in app.registered_commands}
    assert set(rows_of_table("Commands")) == commands


def test_every_exercise_and_instrument_is_in_the_readme() -> None:
    content = load()
    assert set(rows_of_table("Exercises")) == {exercise.id for exercise in content.exercises}
    assert set(rows_of_table("Instruments")) == {one.id for one in content.instruments}


def test_every_folder_on_the_map_exists() -> None:
    folders = rows_of_table("Map")
    assert folders
    assert [name for name in folders if not (ROOT / name).exists()] == []


def test_the_gate_runs_the_test_command_of_the_readme() -> None:
    gate = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1]
    assert f"\n    {gate}\n" in README


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    for dependency in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]:
        assert re.search(rf'"{re.escape(dependency)}",\s+# \w+', text), dependency


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_inside_the_repository_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "benchmarks/README.md"])
def test_every_file_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    # Between backticks, alone or in a command; ID and the like stand for a name to fill in.
    spans = re.findall(r"`([^`]+)`", text)
    named = {word for span in spans for word in span.split() if _FILE.fullmatch(word)}
    assert named
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in _sources()]
    assert [file for file in named if not any(path.endswith(f"/{file}") for path in there)] == []
