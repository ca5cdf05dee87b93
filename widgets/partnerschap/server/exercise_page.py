"""The page of an exercise: the widget as every visitor meets it, before any kernel is asked."""

import gzip
import re
from http import HTTPStatus
from typing import Any, Final

from tornado.web import HTTPError, authenticated
from voila.tornado.handler import TornadoVoilaHandler

from partnerschap.server.assets import Assets
from partnerschap.server.pages import write_error_page
from partnerschap.server.states import NotShownError, State, States

_NOTEBOOK: Final = re.compile(r"([\w-]+)\.ipynb")


class ExercisePage(TornadoVoilaHandler):
    """An exercise of which the notebook was run before; what it asks goes over a socket."""

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Show the exercise."""
        states: States = self.settings["states"]
        found = _NOTEBOOK.fullmatch(str(path))
        if found is None or not states.has(found[1]):
            raise HTTPError(HTTPStatus.NOT_FOUND)
        try:
            state = await states.get(found[1])
        except NotShownError as error:
            raise HTTPError(HTTPStatus.INTERNAL_SERVER_ERROR) from error
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache, no-store, must-revalidate")
        self._send(self._page(found[1], state))

    def _page(self, name: str, state: State) -> tuple[bytes, bytes]:
        """Return the page and the same compressed; made once, for it is the same for everybody."""
        made: dict[str, tuple[bytes, bytes]] = self.settings["exercise_pages"]
        if state.digest not in made:
            assets: Assets = self.settings["assets"]
            template = self.settings["voila_jinja2_env"].get_template("exercise.html")
            module = assets.url("ui", f"{state.front_end}.js")
            page = template.render(name=name, module=module, shown=state).encode()
            if len(made) > len(self.settings["states"].names):
                made.clear()  # those of older versions
            made[state.digest] = page, gzip.compress(page, 6, mtime=0)
        return made[state.digest]

    def _send(self, page: tuple[bytes, bytes]) -> None:
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(page[1])
        else:
            self.finish(page[0])

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain words what is wrong and where to go."""
        write_error_page(self, status_code)
