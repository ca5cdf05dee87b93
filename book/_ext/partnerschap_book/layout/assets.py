"""One style sheet and one script for all pages, made of those in ``book/_static``.

Their addresses hold a digest, so that a browser asks for each once and keeps it for good. Nothing
of the theme's own is loaded: its pages would be three times as heavy.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

_STATIC = Path(__file__).parents[3] / "_static"
_FIRST = ("tokens.css", "book.css")
"""Style sheets that the others build upon."""

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_FONT = re.compile(r'url\("(?=[\w.-]+\.woff2")')


def _sources(kind: str) -> Iterator[Path]:
    """Find those of the folder itself and of what is kept in a browser; letters are apart."""
    for folder in (_STATIC, _STATIC / "progress"):
        yield from folder.glob(f"*.{kind}")


def _style() -> str:
    others = sorted(path for path in _sources("css") if path.name not in _FIRST)
    fonts = (_STATIC / "fonts" / "fonts.css").read_text(encoding="utf-8")
    sheets = _joined([*(_STATIC / name for name in _FIRST), *others])
    return _COMMENT.sub("", _FONT.sub('url("fonts/', fonts) + sheets)


def _joined(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _made() -> dict[str, str]:
    return {"site.css": _style(), "site.js": _joined(sorted(_sources("js")))}


def give_addresses(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Let the layout load the two, and the letters that every page needs."""
    context["site"] = {name: f"_static/{name}?v={_digest(text)}" for name, text in _made().items()}
    (regular,) = (_STATIC / "fonts").glob("partnerschap-sans.*.woff2")
    context["site_font"] = f"_static/fonts/{regular.name}"


def write(app: Sphinx, failed: Exception | None) -> None:
    """Write the two beside the pages, and the first page once more as the one of the folder.

    That would be a page that only leads to it, which costs a reader's time and cannot be shared.
    """
    if failed is None and isinstance(app.builder, StandaloneHTMLBuilder):
        folder = Path(app.outdir)
        for name, text in _made().items():
            (folder / "_static" / name).write_text(text, encoding="utf-8")
        shutil.copyfile(folder / f"{app.config.root_doc}.html", folder / "index.html")


def setup(app: Sphinx) -> None:
    """Register the addresses and the files."""
    app.connect("html-page-context", give_addresses)
    app.connect("build-finished", write, priority=900)  # after who writes that other page
