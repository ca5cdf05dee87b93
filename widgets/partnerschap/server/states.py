"""The state of each exercise's widget when nobody has touched it yet: what every page begins with.

A notebook is run once for each version of itself and of the content, by Voila's executor in one of
the shared kernels. So a page is ready before any kernel is asked.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import nbformat
from voila.execute import VoilaExecutor

from partnerschap.changes import Look, look
from partnerschap.locations import CONTENT, EXERCISES
from partnerschap.server.assets import Assets
from partnerschap.server.kernel_pool import SharedKernels
from partnerschap.server.kernels import SharedKernel

SHOWN: Final = ("front_end", "version", "specification", "asks")
"""What a front end is given of a widget: its name and version, what it shows, and if it asks."""

_VIEW: Final = "application/vnd.jupyter.widget-view+json"
_LOOKS_EVERY: Final = 1.0  # second, at the files of which a state is made


class NotShownError(Exception):
    """A notebook did not run to its widget."""


@dataclass(frozen=True)
class State:
    """The state of a widget, for a page.

    Attributes
    ----------
    title
        Of the exercise.
    text
        As JSON that may stand in HTML.
    front_end
        Name of the module that shows it.
    asks
        Whether the front end ever asks the widget for something.
    digest
        Differs when a page would be another one: other words, another version of the front end.
    """

    title: str
    text: str
    front_end: str
    asks: bool
    digest: str


class States:
    """The states of all exercises, each made when it is asked for and kept until a file changes."""

    def __init__(self, kernels: SharedKernels, assets: Assets) -> None:
        self._kernels = kernels
        self._assets = assets
        self._made: dict[str, tuple[object, asyncio.Task[State]]] = {}
        self._seen: Look = ()
        self._names: frozenset[str] = frozenset()
        self._looked_at = float("-inf")

    def has(self, notebook: str) -> bool:
        """Whether there is an exercise of this name."""
        return notebook in self.names

    @property
    def names(self) -> frozenset[str]:
        """The exercises, by the names of their notebooks."""
        self._look()
        return self._names

    async def get(self, notebook: str) -> State:
        """Return the state of an exercise that there is.

        Raises
        ------
        NotShownError
            When its notebook fails or shows no widget of an exercise.
        """
        self._look()
        version = self._seen, self._assets.version
        then, task = self._made.get(notebook, (None, None))
        if task is None or then != version or _has_failed(task):
            task = asyncio.create_task(self._make(notebook))
            self._made[notebook] = version, task
        return await asyncio.shield(task)  # who leaves leaves it to the others

    async def make_all(self) -> None:
        """Make all states, so that the first visitor need not wait."""
        await asyncio.gather(*map(self.get, sorted(self.names)), return_exceptions=True)

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked_at >= _LOOKS_EVERY:
            self._seen = look(EXERCISES, CONTENT, kinds=(".ipynb", ".yml"))
            paths = (Path(path) for path, *_ in self._seen)
            self._names = frozenset(path.stem for path in paths if path.suffix == ".ipynb")
            self._assets.refresh()
            self._looked_at = now

    async def _make(self, name: str) -> State:
        kernel = await self._kernels.least()
        async with kernel.running:
            return await self._run(kernel, name)

    async def _run(self, kernel: SharedKernel, name: str) -> State:
        notebook = nbformat.read(EXERCISES / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
        try:
            executor = VoilaExecutor(notebook, km=self._kernels.manager_of(kernel))
            return await self._executed(kernel, executor, notebook)
        except Exception as error:
            raise NotShownError(name) from error

    async def _executed(self, kernel: SharedKernel, executor: Any, notebook: Any) -> State:
        executor.kc = await executor.async_start_new_kernel_client()
        try:
            for number, cell in enumerate(notebook.cells):
                await executor.async_execute_cell(cell, number, store_history=False)
            (view,) = [
                output.data[_VIEW]
                for cell in notebook.cells
                for output in cell.outputs
                if _VIEW in output.get("data", {})
            ]
            # No page knows the widget, so no visitor had a hand in its state.
            traits = executor.widget_state[view["model_id"]]
            return state_of(notebook.metadata.get("title", ""), traits, self._assets.version)
        finally:
            executor.kc.stop_channels()
            with suppress(Exception):  # the kernel may have ended meanwhile
                kernel.close(executor.widget_state)


def state_of(title: str, traits: Mapping[str, Any], assets: str) -> State:
    """Take what a front end is given from the traits of a widget.

    Parameters
    ----------
    assets
        Version of the front end's files.

    Raises
    ------
    KeyError
        When the widget is not one of an exercise.
    """
    shown = {name: traits[name] for name in SHOWN}
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    digest = hashlib.sha256(f"{assets}\0{title}\0{text}".encode()).hexdigest()[:16]
    return State(title, text, shown["front_end"], shown["asks"], digest)


def _has_failed(task: asyncio.Task[State]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
