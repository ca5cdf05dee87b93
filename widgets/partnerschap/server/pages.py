"""Handlers beside Voila's own: the book, the front-end modules and the health check."""

from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

from partnerschap import __version__
from partnerschap.content import load

HEADERS = {
    # Inline scripts are Voila's and the book theme's own; nothing may come from another host.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every page, so that a browser too refuses a request to another host."""

RETRY_AFTER = 8
"""Seconds after which a reader for whom there is no kernel now may try again."""


class Health(RequestHandler):
    """Tell a monitor, or a page that waits for the server, that all is well."""

    def set_default_headers(self) -> None:
        """Send the headers of every page."""
        _set_headers(self)

    def get(self) -> None:
        """Answer with the version of the software and of the content."""
        self.set_header("Cache-Control", "no-store")
        self.finish({"status": "ok", "version": __version__, "content_version": load().version})


class ExercisePage(TornadoVoilaHandler):
    """An exercise, with a kernel of its own."""

    async def get(self, path: str | None = None) -> None:
        """Show the exercise, and give the page what it needs to end its kernel when it goes."""
        _ = self.xsrf_token  # sets its cookie
        await super().get(path)

    def write_error(self, status_code: int, **reasons: Any) -> None:
        """Tell when to come back, if the house is full."""
        if status_code == HTTPStatus.SERVICE_UNAVAILABLE:
            self.set_header("Retry-After", RETRY_AFTER)
        super().write_error(status_code, **reasons)


class Files(StaticFileHandler):
    """Files of a folder, checked for a newer version at each visit."""

    def set_default_headers(self) -> None:
        """Send the headers of every page."""
        _set_headers(self)

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - Tornado's signature
        """Let the browser keep a file but ask whether it has changed."""
        self.set_header("Cache-Control", "no-cache")

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        """Hide files that are no pages, such as the build's stamp."""
        if any(part.startswith(".") for part in path.split("/")):
            raise HTTPError(404)
        return super().get_absolute_path(root, path)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain words what is wrong and where to go."""
        template = self.settings["voila_jinja2_env"].get_template("error.html")
        self.finish(template.render(status_code=status_code))


def _set_headers(handler: RequestHandler) -> None:
    for name, value in HEADERS.items():
        handler.set_header(name, value)
