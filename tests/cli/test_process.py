"""The program as a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: object, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "partnerschap.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, timeout=120)


def test_figures_can_be_piped(team: Path, tmp_path: Path) -> None:
    ended = run("score", team, "--instrument", "kort", folder=tmp_path)
    assert ended.returncode == 0
    assert json.loads(ended.stdout.decode("utf-8"))["respondents"] == 12
    assert ended.stderr.decode("utf-8").startswith("Deze kolommen horen niet bij")


@pytest.mark.parametrize(
    "arguments",
    [["score", "nergens.csv"], ["score", "blad.csv"], ["--nee"], ["sheet", "-o", "nee/blad.csv"]],
)
def test_bad_input_ends_without_a_traceback(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "blad.csv").write_bytes(b"role;inf-1\nparent;7\n")
    ended = run(*arguments, folder=tmp_path)
    assert ended.returncode == 2
    assert ended.stdout == b""
    assert ended.stderr.decode("utf-8").count("\n") == 1
    assert b"Traceback" not in ended.stderr


def test_a_reader_that_stops_reading_gets_no_traceback(team: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "partnerschap.cli", "score", str(team)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_full_disk_behind_stdout_gets_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "partnerschap.cli", "sheet"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path, timeout=120
        )
    assert ended.returncode == 2
    assert ended.stderr.decode("utf-8").count("\n") == 1


def test_a_terminal_without_these_letters_gets_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "partnerschap.cli", "score", "é.csv"]
    ended = subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        timeout=120,
    )
    assert ended.returncode == 2
    assert b"bestaat niet" in ended.stderr


def test_help_does_not_wait_for_what_is_slow_to_import(tmp_path: Path) -> None:
    slow = "{'numpy', 'pandas', 'openpyxl', 'voila', 'rich', 'partnerschap.content'}"
    program = f"import sys, partnerschap.cli; print(sorted({slow} & set(sys.modules)))"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=tmp_path, timeout=120
    )
    assert ended.stdout.strip() == b"[]"
