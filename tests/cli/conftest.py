"""Run a command in this process, and a sheet of a team to run it on."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from partnerschap.cli import main
from partnerschap.content import load

STRAIGHT = {0x2018: "'", 0x2019: "'"}


class Ended(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run a command; what it says on stderr comes back with straight quotes."""

    def command(*arguments: object) -> Ended:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, out, err.translate(STRAIGHT))

    return command


@pytest.fixture
def refused(run: Callable[..., Ended]) -> Callable[..., str]:
    """Run a command that must end with exit code 2 and one sentence."""

    def command(*arguments: object) -> str:
        ended = run(*arguments)
        assert ended.code == 2
        assert ended.out == ""
        assert ended.err.count("\n") == 1
        assert ended.err.endswith(".\n")
        return ended.err

    return command


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """Twelve people, half of them parents, who answered every item."""
    draw = random.Random(3)  # noqa: S311 - answers, no secret
    ids = [item.id for item in load().items]
    lines = [";".join(["respondent", "role", *ids])]
    for number in range(12):
        answers = [str(draw.randint(1, 5)) for _ in ids]
        lines.append(";".join([str(number), ("parent", "professional")[number % 2], *answers]))
    sheet = tmp_path / "team.csv"
    sheet.write_text("\n".join(lines), encoding="utf-8")
    return sheet
