"""Build the book, and know when that is needed."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
from filelock import FileLock

from partnerschap import __version__
from partnerschap.locations import BOOK, CONFIG, CONTENT, IN_CHECKOUT

_STAMP = ".built-from"
_DRAWN_BY = Path(__file__).parents[1] / "report"
"""What draws the pictures and makes the sheets that stand in the book."""
_BUILDER = "from jupyter_book.cli.main import main; main()"  # it has no __main__ of its own


_TOLD = re.compile(r"^\S*(?:Error|WARNING|ERROR|CRITICAL): \S|^  in \".*\", line \d+")


class BookError(Exception):
    """The book could not be built; the text is what the builder said went wrong."""


def html_folder() -> Path:
    """Return the folder with the built pages: inside a checkout, else in the user's cache."""
    if IN_CHECKOUT:
        return BOOK / "_build" / "html"
    return platformdirs.user_cache_path("partnerschap") / __version__ / "_build" / "html"


def is_current() -> bool:
    """Whether the built pages were made from the sources as they are now."""
    stamp = html_folder() / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest()


def build(on_line: Callable[[str], None] = lambda _: None, *, only_if_needed: bool = False) -> Path:
    """Build the book.

    Parameters
    ----------
    on_line
        Called with each line that the builder prints, to show progress.
    only_if_needed
        Leave pages that are current as they are.

    Returns
    -------
    The folder with the pages.

    Raises
    ------
    BookError
        When the builder fails or the folder cannot be written.
    """
    digest = _digest()
    html = html_folder()
    command = [sys.executable, "-c", _BUILDER, "build", str(BOOK)]
    command += ["--config", str(CONFIG), "--path-output", str(html.parents[1])]
    try:
        html.mkdir(parents=True, exist_ok=True)
        with FileLock(html.parent / "building.lock"):
            if only_if_needed and is_current():  # somebody else just built it
                return html
            (html / _STAMP).unlink(missing_ok=True)
            _run(command, on_line)
            (html / _STAMP).write_text(digest, encoding="utf-8")
    except OSError as error:
        raise BookError(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise BookError("\n".join(_reasons(error.output))) from error
    return html


def _run(command: list[str], on_line: Callable[[str], None]) -> None:
    lines = []
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            on_line(line.rstrip())
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, "".join(lines))


def _reasons(output: str) -> list[str]:
    """Keep what tells a reader something: errors and where they are, without the traceback."""
    lines = [line.rstrip() for line in output.splitlines()]
    told = [line for line in lines if _TOLD.search(line)]
    return list(dict.fromkeys(told))[-5:] or lines[-5:]


def _digest() -> str:
    """Digest of everything that the pages are made from."""
    digest = hashlib.sha256(__version__.encode())
    for folder in (BOOK, CONTENT, _DRAWN_BY):
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not {"_build", "__pycache__"} & set(inside.parts):
                digest.update(f"{inside}\0".encode())
                digest.update(path.read_bytes())
    digest.update(CONFIG.read_bytes())
    return digest.hexdigest()
