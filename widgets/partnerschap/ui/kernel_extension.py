"""IPython extension of a shared kernel: a comm target that gives each page a widget of its own.

The server starts its kernels with this extension. It opens a comm for a page that has something to
ask, and the notebook of the exercise is run for it: what its last cell shows is the page's widget.
"""

import ast
import importlib
import json
import time
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol

from comm.base_comm import BaseComm

from partnerschap.changes import Look, look
from partnerschap.content import load
from partnerschap.locations import CONTENT, EXERCISES
from partnerschap.ui.widgets.base import PageWidget, on_comm

TARGET: Final = "partnerschap.page"

_LOADED_FIRST: Final = (
    "partnerschap.advice",
    "partnerschap.ui.widgets.exercise",
    "partnerschap.ui.widgets.participant",
    "partnerschap.ui.widgets.plan",
    "partnerschap.ui.widgets.policy",
    "partnerschap.ui.widgets.scan",
    "partnerschap.ui.widgets.vision",
    "partnerschap.ui.widgets.workshop",
)
"""What the notebooks and the first answers need, before a kernel says that it is there."""
_LOOKS_EVERY: Final = 1.0  # second
_UNKNOWN: Final = "form.failed"


class Shell(Protocol):
    """What an extension is given: IPython's shell in a kernel."""

    events: Any
    kernel: Any


class NotebookCode:
    """The cells of a notebook, compiled once and run for each page."""

    def __init__(self, path: Path) -> None:
        # Read as JSON: nbformat validates, which takes seconds to import, and these are ours.
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        sources = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        source = "\n".join(sources)
        tree = ast.parse(source, str(path))
        shown = tree.body.pop()
        if not isinstance(shown, ast.Expr):
            raise TypeError(f"{path.name} shows nothing")
        self._build = compile(tree, str(path), "exec")
        self._show = compile(ast.Expression(shown.value), str(path), "eval")

    def widget(self) -> PageWidget:
        """Run the cells in a namespace of their own and return what the last one shows."""
        names: dict[str, Any] = {}
        exec(self._build, names)  # noqa: S102 - a notebook of this installation
        widget = eval(self._show, names)  # noqa: S307 - as above
        if not isinstance(widget, PageWidget):
            raise TypeError("the notebook shows no exercise")
        return widget


@lru_cache
def _code(path: Path, changed_ns: int) -> NotebookCode:  # noqa: ARG001 - another version is another one
    return NotebookCode(path)


class Pages:
    """Opens the widgets of pages, each with the content as it is at that moment."""

    def __init__(self) -> None:
        self._seen: Look = ()
        self._looked_at = float("-inf")

    def open(self, comm: BaseComm, message: dict[str, Any]) -> None:
        """Make the widget of a page whose comm was just opened; end the comm if that fails.

        Parameters
        ----------
        comm
            Between the page and its widget.
        message
            Its ``data`` names the ``notebook``, without a folder and a suffix.
        """
        try:
            data = message["content"]["data"]
            self.refresh()
            path = EXERCISES / f"{data['notebook']}.ipynb"
            if path.parent != EXERCISES:
                raise ValueError("a notebook of another folder")  # noqa: TRY301 - one way out
            with on_comm(comm):
                _code(path, path.stat().st_mtime_ns).widget()
        except Exception:  # noqa: BLE001 - the page hears one sentence, no other page is hurt
            fault = {"kind": "fault", "reason": "failed", "message": load().message(_UNKNOWN)}
            comm.send({"method": "custom", "content": fault})
            comm.close()

    def refresh(self, *_: object) -> None:
        """Have the content read again when an author changed it; looks once a second."""
        now = time.monotonic()
        if now - self._looked_at < _LOOKS_EVERY:
            return
        self._looked_at = now
        seen = look(CONTENT, kinds=(".yml",))
        if seen != self._seen:
            load.cache_clear()
            self._seen = seen


def load_ipython_extension(shell: Shell) -> None:
    """Let the kernel of a shell serve pages; called by IPython."""
    for module in _LOADED_FIRST:
        importlib.import_module(module)
    load()
    pages = Pages()
    shell.events.register("pre_run_cell", pages.refresh)  # for the server, which runs notebooks
    shell.kernel.comm_manager.register_target(TARGET, pages.open)
