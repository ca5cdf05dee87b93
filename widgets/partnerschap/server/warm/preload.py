"""What every kernel needs, loaded once."""

import gc
import importlib
import sys
import threading
from pathlib import Path

from jupyter_client.localinterfaces import localhost

from partnerschap.content import load
from partnerschap.locations import CONTENT
from partnerschap.server.changes import look
from partnerschap.server.warm.prepared import PreparedApp

PRELOADED = (
    # What a kernel is made of, and what it imports by itself only once it runs.
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "faulthandler",
    "tornado.gen",
    "tornado.platform.asyncio",
    "tornado.queues",
    "unicodedata",
    # What the notebooks import.
    "anywidget",
    "ipywidgets",
    "partnerschap.ui.widgets.plan",
    "partnerschap.ui.widgets.exercise",
    "partnerschap.ui.widgets.participant",
    "partnerschap.ui.widgets.scan",
    "partnerschap.ui.widgets.vision",
    "partnerschap.ui.widgets.workshop",
    # What the scan imports when there is something to compute.
    "partnerschap.advice",
    "partnerschap.report.answer_code.codec",
    "partnerschap.report.figures_json",
    "partnerschap.report.pages.full_context",
    "partnerschap.report.sheets.reading",
    "partnerschap.report.team_reports",
    "partnerschap.scoring",
)
"""Modules, by name; they may start no thread and open no connection when they are imported."""


class Stamp:
    """Remembers what the content files looked like."""

    def __init__(self) -> None:
        self._seen = look(CONTENT, kinds=(".yml",))

    def is_current(self) -> bool:
        """Whether no content file came, went or changed since."""
        return look(CONTENT, kinds=(".yml",)) == self._seen


def preload() -> tuple[Stamp, PreparedApp]:
    """Load the modules and the content, prepare a kernel, and keep the garbage collector away.

    A collector that visits objects writes to their pages, and each fork would then get a copy.
    """
    gc.disable()
    # Nobody debugs a reader's exercise, and ipykernel does without when it is not there.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    for name in PRELOADED:
        importlib.import_module(name)
    stamp = Stamp()
    load()
    localhost()  # remembers the addresses of this machine
    app = PreparedApp.instance()
    app.prepare()
    gc.collect()
    gc.freeze()
    return stamp, app


def forget_content() -> None:
    """Let the content be read again, because an author changed it."""
    load.cache_clear()


def has_one_thread() -> bool:
    """Whether no other thread, of Python or of a library, would be lost in a fork."""
    try:
        tasks = len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return False
    return tasks == 1 and threading.active_count() == 1
