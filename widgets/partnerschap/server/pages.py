"""Handlers beside Voila's own: the book, the front-end modules and the health check."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote_to_bytes, urlsplit

from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher
from tornado.web import HTTPError, RequestHandler, StaticFileHandler

from partnerschap import __version__
from partnerschap.content import load
from partnerschap.server.assets import TYPES, Assets

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

_FOR_EVER: Final = "public, max-age=31536000, immutable"


_FONTS: Final = "_static/fonts/"
"""Files whose names hold a digest; other files of the book may have one behind ``?v=``."""

_LONGEST_PATH: Final = 1024
_LONGEST_NAME: Final = 255  # bytes, of a file anywhere


class Impossible(Matcher):
    """Routing rule that matches requests that no browser sends and that only give errors.

    A path is never there when it is too long, not UTF-8, or has control characters. A page never
    comes from an address that is none.
    """

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Match what is to be answered with 404."""
        try:
            for name in ("Origin", "Referer"):
                urlsplit(request.headers.get(name, ""))
        except ValueError:
            return {}
        path = unquote_to_bytes(request.path)
        try:
            text = path.decode()
        except UnicodeDecodeError:
            return {}
        is_possible = (
            len(path) <= _LONGEST_PATH
            and all(len(name) <= _LONGEST_NAME for name in path.split(b"/"))
            and not any(ord(character) < ord(" ") or character == "\x7f" for character in text)
        )
        return None if is_possible else {}


class NotFound(RequestHandler):
    """Answer 404 to whatever is asked there."""

    def set_default_headers(self) -> None:
        """Send the headers of every page."""
        set_headers(self)

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        self.send_error(404)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain words what is wrong and where to go."""
        write_error_page(self, status_code)


class Health(RequestHandler):
    """Tell a monitor, or a page that waits for the server, that all is well."""

    def set_default_headers(self) -> None:
        """Send the headers of every page."""
        set_headers(self)

    def get(self) -> None:
        """Answer with the version of the software and of the content."""
        self.set_header("Cache-Control", "no-store")
        self.finish({"status": "ok", "version": __version__, "content_version": load().version})


class Files(StaticFileHandler):
    """Files of a folder, checked for a newer version at each visit."""

    def set_default_headers(self) -> None:
        """Send the headers of every page."""
        set_headers(self)

    def set_extra_headers(self, path: str) -> None:
        """Let the browser keep a file but ask whether it has changed, unless that cannot be."""
        is_its_own = "v" in self.request.arguments or path.startswith(_FONTS)
        self.set_header("Cache-Control", _FOR_EVER if is_its_own else "no-cache")

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        """Hide files that are no pages, such as the build's stamp."""
        if any(part.startswith(".") for part in path.split("/")):
            raise HTTPError(404)
        return super().get_absolute_path(root, path)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain words what is wrong and where to go."""
        write_error_page(self, status_code)


class Asset(RequestHandler):
    """Files of the front end under an address that is theirs for good."""

    def set_default_headers(self) -> None:
        """Send the headers of every page."""
        set_headers(self)

    def get(self, folder: str, version: str, name: str) -> None:
        """Send a file, compressed for who takes that."""
        assets: Assets = self.settings["assets"]
        file = assets.file(folder, name)
        if file is None:
            raise HTTPError(404)
        self.set_header("Content-Type", TYPES[Path(name).suffix])
        is_it = version == assets.version  # else a page of an older version asks
        self.set_header("Cache-Control", _FOR_EVER if is_it else "no-cache")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(file.zipped)
        else:
            self.finish(file.body)


def write_error_page(handler: RequestHandler, status_code: int) -> None:
    """End an answer with a page that says what is wrong and where to go."""
    template = handler.settings["voila_jinja2_env"].get_template("error.html")
    handler.finish(template.render(status_code=status_code))


def set_headers(handler: RequestHandler) -> None:
    """Set the headers of every page."""
    for name, value in HEADERS.items():
        handler.set_header(name, value)
