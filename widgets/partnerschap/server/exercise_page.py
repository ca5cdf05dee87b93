"""The page of an exercise: the form at once, and its kernel when that is there."""

import asyncio
import contextlib
import re
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import nbformat
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, authenticated
from voila.tornado.handler import TornadoVoilaHandler

from partnerschap.locations import EXERCISES
from partnerschap.server.assets import Assets
from partnerschap.server.pages import write_error_page
from partnerschap.server.running import NotShownError, Running, end, run
from partnerschap.server.states import FirstStates, State

RETRY_AFTER: Final = {HTTPStatus.SERVICE_UNAVAILABLE: 8, HTTPStatus.INTERNAL_SERVER_ERROR: 60}
"""Seconds after which a reader for whom there is no kernel now may try again, for each reason."""

_END: Final = "</body>\n</html>\n"
_NOTEBOOK: Final = re.compile(r"[\w-]+\.ipynb")


class ExercisePage(TornadoVoilaHandler):
    """An exercise, with a kernel of its own.

    The page comes in two pieces. The first holds the state of the widget as every visitor meets it,
    so that the form stands there while the kernel starts; the second tells which kernel it is. An
    exercise that never asks its kernel for anything needs only the first.
    """

    left = False

    def on_connection_close(self) -> None:
        """Remember that nobody waits for the rest of the page."""
        self.left = True

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Show the exercise, and give the page what it needs to end its kernel when it goes."""
        _ = self.xsrf_token  # sets its cookie
        notebook = EXERCISES / str(path)
        if not (_NOTEBOOK.fullmatch(str(path)) and notebook.is_file()):
            raise HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache, no-store, must-revalidate")
        states: FirstStates = self.settings["first_states"]
        seen = states.look(notebook)
        state = states.known(notebook, seen)
        if state is not None and not state.asks:
            self._write_form(notebook, state)
            await self._end_page()
            return
        if self.kernel_manager.are_all_taken:
            raise HTTPError(503)
        task = asyncio.create_task(run(self.kernel_manager, notebook))
        task.add_done_callback(lambda task: self._remember(task, states, notebook, seen))
        if state is None:
            state = await self._first_state(task, states, notebook, seen)
        self._write_form(notebook, state)
        await self._write_kernel(task, state)

    def _remember(
        self, task: asyncio.Task[Running], states: FirstStates, notebook: Path, seen: Any
    ) -> None:
        if not task.cancelled() and task.exception() is None:
            states.remember(notebook, seen, task.result().state)

    async def _first_state(
        self, task: asyncio.Task[Running], states: FirstStates, notebook: Path, seen: Any
    ) -> State:
        """Wait for the kernel of this page, or of another that is sooner."""
        other = asyncio.create_task(states.next(notebook))
        await asyncio.wait({task, other}, return_when=asyncio.FIRST_COMPLETED)
        other.cancel()
        state = states.known(notebook, seen)
        if state is not None and not task.done():
            return state
        try:
            return (await task).state
        except NotShownError as error:
            raise HTTPError(500) from error

    def _write_form(self, notebook: Path, state: State) -> None:
        assets: Assets = self.settings["assets"]
        assets.refresh()
        template = self.settings["voila_jinja2_env"].get_template("exercise.html")
        title = nbformat.read(notebook, as_version=4).metadata.get("title", "")  # type: ignore[no-untyped-call]
        module = self._module(state)
        self.write(template.render(title=title, module=module, shown=state))
        self.flush()

    def _module(self, state: State) -> str:
        """Return the address of the front end that shows a state."""
        assets: Assets = self.settings["assets"]
        return assets.url("ui", f"{state.front_end}.js")

    async def _write_kernel(self, task: asyncio.Task[Running], state: State) -> None:
        try:
            running = await task
        except HTTPError:  # meanwhile the house is full; the page tries again by itself
            await self._end_page()
            return
        except NotShownError:
            self.log.exception("an exercise did not start")
            await self._end_page()
            return
        if not running.state.asks:
            await end(self.kernel_manager, running.kernel_id)
            await self._end_page()
            return
        other = running.state if running.state != state else None
        template = self.settings["voila_jinja2_env"].get_template("kernel.html")
        kernel = template.render(
            running=running,
            state=other.text if other else "",
            module=self._module(other) if other else "",
        )
        await self._end_page(kernel)
        if self.left:
            await end(self.kernel_manager, running.kernel_id)

    async def _end_page(self, kernel: str = "") -> None:
        with contextlib.suppress(StreamClosedError):  # the reader has left
            await self.finish(kernel + _END)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Tell when to come back, if there may be a kernel then."""
        if status_code in RETRY_AFTER:
            self.set_header("Retry-After", RETRY_AFTER[HTTPStatus(status_code)])
        write_error_page(self, status_code)
