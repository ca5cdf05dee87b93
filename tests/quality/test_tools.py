"""The tools that read the code: style, types and the arrows between the rooms."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": [sys.executable, "-m", "mypy"],
    "arrows": ["lint-imports"],
    "lock": ["uv", "lock", "--check"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_tool_finds_nothing(tool: str) -> None:
    program, *arguments = TOOLS[tool]
    beside = Path(sys.executable).parent / program
    command = [str(beside) if beside.exists() else program, *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_tests_of_a_file_stay_in_one_process(request: pytest.FixtureRequest) -> None:
    """A pytest that xdist does not know yet keeps no groups, and says nothing."""
    in_worker = hasattr(request.config, "workerinput")
    assert request.node.nodeid.endswith("@quality/test_tools") == in_worker
