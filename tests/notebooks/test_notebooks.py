"""The notebooks of the exercises run, and are no more than they should be."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from partnerschap.content import load
from partnerschap.locations import EXERCISES

NOTEBOOKS = sorted(EXERCISES.glob("*.ipynb"))
MOST_CELLS = 3


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def test_every_exercise_is_described_and_has_a_notebook() -> None:
    assert {path.stem for path in NOTEBOOKS} == {exercise.id for exercise in load().exercises}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_imports_builds_and_shows(path: Path) -> None:
    notebook = read(path)
    assert len(notebook.cells) <= MOST_CELLS
    assert all(not cell.get("outputs") for cell in notebook.cells), "saved with output"
    titles = {exercise.id: exercise.title for exercise in load().exercises}
    assert notebook.metadata.title == titles[path.stem]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_one_widget(path: Path) -> None:
    notebook = read(path)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.outputs]
    assert len(shown) == 1
    assert "application/vnd.jupyter.widget-view+json" in shown[0].data
    models = notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    kinds = [model["model_name"] for model in models.values()]
    assert kinds.count("AnyModel") == 1, "one widget, so one comm, for a whole form"
