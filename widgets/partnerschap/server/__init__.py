"""The server: the book and its exercises on one origin."""

import sys
from collections.abc import Callable
from pathlib import Path

from partnerschap.server.book import BookError, build, html_folder, is_current
from partnerschap.settings import Settings

__all__ = ["BookError", "build", "html_folder", "is_current", "serve"]


def serve(settings: Settings, book: Path, on_ready: Callable[[], object]) -> None:
    """Serve the book and its exercises until stopped.

    Parameters
    ----------
    settings
        Where to listen; the port must be free.
    book
        Folder with the built pages.
    on_ready
        Called once, when pages can be asked for.
    """
    # Jupyter's schemas name no addresses beyond ASCII, and making that grammar takes 2.6 s.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from partnerschap.server.app import run  # noqa: PLC0415 - Voila is slow to import

    run(settings, book, on_ready)
