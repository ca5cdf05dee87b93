"""The front end as front-end engineers check it: types, style, unit tests, and what is built."""

import json
import re
from pathlib import Path

import pytest

from front_end import CACHE, MODULES, ROOT, WEB, build, generate_protocol, node

TSC = MODULES / "typescript/bin/tsc"
BIOME = MODULES / "@biomejs/biome/bin/biome"
BUILT = (
    "ui/static",
    "server/share/jupyter/voila/templates/partnerschap/static",
)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((TSC, "--noEmit"), id="types"),
        pytest.param((BIOME, "ci", "--error-on-warnings"), id="style"),
    ],
)
def test_tool_finds_nothing(arguments: tuple[str | Path, ...]) -> None:
    done = node(*arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def test_units() -> None:
    build("--tests")
    built = sorted((CACHE / "js-tests").glob("*.test.mjs"))
    sources = list(Path(__file__).parent.rglob("*.test.ts*"))
    assert len(built) == len(sources) > 0
    # Node takes no relative path inside node_modules for a test.
    done = node("--test", "--test-reporter=tap", "--throw-deprecation", *built)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^# pass [1-9]", done.stdout, re.MULTILINE)


def test_what_is_committed_is_what_the_sources_build(tmp_path: Path) -> None:
    """Else a reader gets an older front end than the one that was tested: run `npm run build`."""
    build("--out", tmp_path)
    for folder in BUILT:
        committed, built = ROOT / "widgets/partnerschap" / folder, tmp_path / folder
        names = {path.name for path in built.iterdir()}
        assert {path.name for path in committed.iterdir()} == names
        for name in sorted(names):
            assert (committed / name).read_bytes() == (built / name).read_bytes(), name


def test_a_source_that_does_not_compile_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "wrong.ts").write_text("const right = 1;\nexport const wrong: string = right;\n")
    done = node(TSC, "--noEmit", "--ignoreConfig", tmp_path / "wrong.ts")
    assert "wrong.ts(2," in done.stdout


@pytest.mark.parametrize(
    ("style", "is_right"),
    [
        ("margin-inline-start: 1rem", True),
        ("margin: 0 1rem 2rem", True),
        ("inset: 0", True),
        ("text-align: start", True),
        ("margin-left: 1rem", False),
        ("border-bottom-left-radius: 0", False),
        ("top: 0", False),
        ("text-align: right", False),
        ("padding: 0 1rem 0 2rem", False),
    ],
)
def test_a_style_sheet_names_no_side_of_the_screen(
    tmp_path: Path, style: str, *, is_right: bool
) -> None:
    plugins = [str(WEB / "styles/logical.grit")]
    (tmp_path / "biome.json").write_text(json.dumps({"plugins": plugins}))
    sheet = tmp_path / "sheet.css"
    sheet.write_text(f".a {{\n  {style};\n}}\n")
    done = node(BIOME, "lint", f"--config-path={tmp_path}", sheet)
    assert (done.returncode == 0) is is_right, done.stdout + done.stderr
    assert is_right or "sheet.css:2:3" in done.stdout + done.stderr


def test_the_types_of_the_protocol_are_those_of_its_models(tmp_path: Path) -> None:
    """Else the front end is checked against requests and replies of old: `npm run protocol`."""
    fresh = tmp_path / "protocol.ts"
    generate_protocol(fresh)
    assert (WEB / "protocol.ts").read_text() == fresh.read_text()
