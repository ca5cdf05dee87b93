"""Handlers of the book's pages, and of what search engines ask of a site.

A page that is shared, and a list of pages, need whole addresses; only the server knows its own.
"""

import re
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from tornado.web import RequestHandler

from partnerschap.server.pages import set_headers, write_error_page

_PICTURE: Final = re.compile(r'(?<=<meta property="og:image" content=")[^":]+(?=")')
_NO_PAGES: Final = {"index.html", "search.html"}  # the first page once more, and an empty one
_ROBOTS: Final = "User-agent: *\nDisallow: /voila/\nDisallow: /partnerschap/\nSitemap: {sitemap}\n"
_SITEMAP: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{pages}</urlset>\n'
)


class _OfTheBook(RequestHandler):
    """What is made of the files of a folder for one request."""

    def initialize(self, folder: Path) -> None:
        """Take the folder with the built pages."""
        self.folder = folder

    def set_default_headers(self) -> None:
        """Send the headers of every page; a browser asks whether it has changed."""
        set_headers(self)
        self.set_header("Cache-Control", "no-cache")

    def whole(self, address: str) -> str:
        """Return an address as somebody elsewhere needs it, safe in HTML and XML."""
        return escape(urljoin(self.request.full_url(), address))

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain words what is wrong and where to go."""
        write_error_page(self, status_code)


class BookPage(_OfTheBook):
    """A page, which names its picture by a whole address: who shows a shared link asks for that."""

    def get(self, name: str) -> None:
        """Send the page; without a name it is the first one."""
        file = self.folder / (name or "index.html")
        if not file.is_file():
            self.send_error(404)
            return
        page = file.read_text(encoding="utf-8")
        self.finish(_PICTURE.sub(lambda found: self.whole(found[0]), page, count=1))

    head = get


class ForSearchEngines(_OfTheBook):
    """What is to be found (``sitemap.xml``), and what is not to be looked at (``robots.txt``)."""

    def get(self, name: str) -> None:
        """Send the one or the other."""
        if name == "robots.txt":
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(_ROBOTS.format(sitemap=self.whole("sitemap.xml")))
            return
        names = sorted({path.name for path in self.folder.glob("*.html")} - _NO_PAGES)
        pages = "".join(f"<url><loc>{self.whole(name)}</loc></url>\n" for name in names)
        self.set_header("Content-Type", "application/xml; charset=utf-8")
        self.finish(_SITEMAP.format(pages=pages))

    head = get
