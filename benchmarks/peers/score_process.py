"""The command `partnerschap score` as a whole process, on the sheet of a team of thirty."""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from partnerschap.content import ROLES, load
from peers.servers import usual_environment

PEOPLE = 30
RUNS = 5
INSTRUMENT = "compleet"
ANSWERS = (1, 2, 3, 4, 5, "dont_know", "not_applicable", "")
WEIGHTS = (0.1, 0.18, 0.26, 0.22, 0.12, 0.05, 0.03, 0.04)


def write_sheet(path: Path) -> None:
    """Write the sheet of a lively team; each time the same."""
    draw = random.Random(0)  # noqa: S311 - invented answers
    items = [item.id for item in load().items_of(INSTRUMENT)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["respondent", "role", *items])
        for number in range(PEOPLE):
            given = draw.choices(ANSWERS, WEIGHTS, k=len(items))
            writer.writerow([number + 1, ROLES[number % len(ROLES)], *given])


def score_process() -> list[dict[str, float]]:
    """Run the command several times; gives the seconds of each, of the clock and processor."""
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.csv"
        write_sheet(sheet)
        command = [str(Path(sys.executable).with_name("partnerschap")), "score", str(sheet)]
        environment = usual_environment()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        for _ in range(RUNS):
            used, start = _processor(), time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)
            runs.append(
                {"score_s": time.perf_counter() - start, "score_processor_s": _processor() - used}
            )
    return runs


def _processor() -> float:
    """Processor seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
