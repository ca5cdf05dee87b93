"""The benchmark beside peers works; how fast anything is, is not tested."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from loops import run
from peers.contenders import OURS, Contender, Page
from peers.verdict import FIGURES, GOALS, STEPS
from peers.visits import new_tab, running_browser, visit

COMMAND = Path(__file__).parents[2] / "benchmarks/side_by_side.py"

SLOW_FORM = """
<p id="count">Ingevuld: 0 van 2</p>
<div id="form"></div>
<div id="veil" style="position: fixed; inset: 0; background: grey">Even geduld</div>
<script>
  const shadow = document.getElementById("form").attachShadow({ mode: "open" });
  for (const name of ["first", "second"]) {
    for (let point = 0; point < 7; point++) {
      const label = document.createElement("label");
      label.innerHTML = `<input type="radio" name="${name}"> ${point}`;
      shadow.append(label);
    }
  }
  let done = 0;
  shadow.addEventListener("change", () => setTimeout(() => {
    document.getElementById("count").textContent = `Ingevuld: ${++done} van 2`;
  }, 200));
  setTimeout(() => document.getElementById("veil").remove(), 400);
</script>
"""


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """What a short run prints and keeps, of our own page alone: no peer is installed here."""
    path = tmp_path_factory.mktemp("benchmark") / "side_by_side.json"
    options = ["--repeats", "1", "--pages", "2", "--idle", "0", "--only", OURS, "--json", str(path)]
    command = [sys.executable, str(COMMAND), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout, json.loads(path.read_text(encoding="utf-8"))


def test_a_short_run_finds_every_figure(short: tuple[str, dict[str, Any]]) -> None:
    _, kept = short
    found = kept["medians"][OURS]
    assert set(found) == set(FIGURES)
    assert found.pop("room_lost") == 0
    if sys.platform != "linux":
        found = {name: value for name, value in found.items() if not name.startswith("memory")}
    assert all(value > 0 for value in found.values()), found


def test_a_short_run_keeps_every_repetition(short: tuple[str, dict[str, Any]]) -> None:
    _, kept = short
    (repetition,) = kept["repetitions"][OURS]
    raw = repetition["raw"]
    assert len(raw["ready_s"]) == 2
    assert len(raw["answer_ms"]) == 8
    assert raw["elsewhere"] == [], "nothing is loaded from another host"
    for one in raw["visits"]:
        # The form may stand there before the page is complete or its socket is open.
        for way in (("first_byte", "form_there", "answered"), ("socket_open", "reply", "usable")):
            moments = [one[step] for step in way]
            assert moments == sorted(moments)


def test_a_short_run_prints_the_tables_and_the_goals(short: tuple[str, dict[str, Any]]) -> None:
    printed, kept = short
    for meaning in [*FIGURES.values(), *STEPS.values()]:
        assert meaning in printed
    for goal, line in zip(GOALS, kept["goals"], strict=True):
        assert goal.name in printed
        assert (line["found"] is None) == bool(goal.against)


def test_a_form_is_usable_when_a_person_can_answer_and_the_count_has_come() -> None:
    page = Page(answer="input", count="#count", said="Ingevuld: {done} van")
    contender = Contender(name="slow", command=(), page=page)

    async def measured() -> tuple[dict[str, float], list[dict[str, float]]]:
        async with running_browser() as browser, new_tab(browser, contender) as tab:
            steps = (await visit(tab, "data:text/html," + quote(SLOW_FORM)))["steps"]
            again = [await tab.evaluate("probeAgain()")]
            return steps, again

    steps, again = run(measured())
    assert steps["form_there"] >= 400, "before that a veil lies over it"
    assert steps["answered"] == steps["form_there"]
    assert steps["usable"] >= steps["answered"] + 199
    assert steps["socket_open"] is None
    assert again[0]["shown"] >= 199
