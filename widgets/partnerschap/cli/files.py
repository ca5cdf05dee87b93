"""Files in and out: read whole, written whole or not at all."""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

import typer

from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words


def read_file(path: Path, limit: int) -> bytes:
    """Read a file, and no more than the first byte beyond a limit.

    Raises
    ------
    Refusal
        When there is no such file or it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except FileNotFoundError:
        raise refusal("file_missing", path=path) from None
    except IsADirectoryError:
        raise refusal("file_is_folder", path=path) from None
    except (OSError, ValueError):
        raise refusal("file_unreadable", path=path) from None


def write_output(data: bytes, path: Path | None) -> None:
    """Write to a file, or to stdout when there is none.

    The file appears with all of the data in it or keeps what it had.

    Raises
    ------
    Refusal
        When the file cannot be written.
    """
    if path is None:
        _to_stdout(data)
        return
    try:
        _write(path, data)
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links that go round
        raise refusal("not_writable", path=path) from None
    typer.echo(words("written", path=path), err=True)


def require_writable(path: Path | None, *, unlike: Path | None = None) -> None:
    """Refuse a place for output that cannot work, before any work is done.

    Parameters
    ----------
    unlike
        A file that must be kept.

    Raises
    ------
    Refusal
        When the path is a folder, lies in no folder, or is the file to keep.
    """
    if path is None:
        return
    if is_folder(path):
        raise refusal("output_is_folder", path=path)
    if not is_folder(path.parent):
        raise refusal("output_folder_missing", path=path, folder=path.parent)
    if unlike is not None and _is_same(path, unlike):
        raise refusal("output_is_input", path=path)


def _to_stdout(data: bytes) -> None:
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever read has read enough
    except OSError:
        # What could not be written cannot be written when the process ends either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise refusal("not_writable", path="stdout") from None


def is_folder(path: Path) -> bool:
    """Return whether there is a folder, also for a path that the system cannot look up."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    target = path.resolve()  # what a link points to is replaced, not the link
    if target.exists():
        if not target.is_file():  # such as /dev/null, which must not be replaced
            target.write_bytes(data)
            return
        if not os.access(target, os.W_OK):
            raise PermissionError(target)
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()
