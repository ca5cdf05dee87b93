"""Running the notebook of an exercise in a kernel of its own."""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from voila.execute import VoilaExecutor

from partnerschap.server.kernels import Kernels
from partnerschap.server.states import State, state_of

_VIEW = "application/vnd.jupyter.widget-view+json"


class NotShownError(Exception):
    """The notebook did not run to its widget."""


@dataclass(frozen=True)
class Running:
    """A kernel that has run a notebook."""

    kernel_id: str
    model_id: str
    """Of the widget, which is the id of its comm as well."""
    state: State


async def run(kernels: Kernels, path: Path) -> Running:
    """Run a notebook; its kernel goes on living, unless there is nothing to show.

    Raises
    ------
    HTTPError
        503 when the house is full.
    NotShownError
        When the notebook fails or shows no widget of an exercise.
    """
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    kernel_id = await kernels.start_kernel(kernel_name=notebook.metadata.kernelspec.name, path="")
    try:
        executor = VoilaExecutor(notebook, km=kernels.get_kernel(kernel_id))
        executor.kc = await executor.async_start_new_kernel_client()
        try:
            for number, cell in enumerate(notebook.cells):
                await executor.async_execute_cell(cell, number, store_history=False)
        finally:
            executor.kc.stop_channels()
        (view,) = [
            output.data[_VIEW]
            for cell in notebook.cells
            for output in cell.outputs
            if _VIEW in output.get("data", {})
        ]
        model_id = view["model_id"]
        # No page knows the widget yet, so no visitor had a hand in its state.
        return Running(kernel_id, model_id, state_of(executor.widget_state[model_id]))
    except Exception as error:
        await end(kernels, kernel_id)
        raise NotShownError(path.name) from error


async def end(kernels: Kernels, kernel_id: str) -> None:
    """End a kernel that nobody will use, if it is still there."""
    if kernel_id in kernels:
        await kernels.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]
