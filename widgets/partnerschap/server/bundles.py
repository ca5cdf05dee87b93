"""The front end's files as a page asks for them: few, small, and kept by the browser for good.

A page on a phone pays for each file that it waits for. So a module comes with all that it imports
in one file, and the address of a file holds a digest of all files: it may be kept for ever, and
another version has another address.
"""

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from partnerschap.server.changes import Look, look

ADDRESS: Final = "/partnerschap"
TYPES: Final = {".js": "text/javascript", ".css": "text/css"}
_AS_THEY_ARE: Final = "vendor"
"""Folder with modules that others wrote, in whatever style."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\./[\w./]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_RENAMED = re.compile(r"(\w+) as (\w+)")


class BundleError(Exception):
    """A module is written in a way that cannot be joined with others; the text says where."""


@dataclass(frozen=True)
class File:
    """What is sent for an address."""

    body: bytes

    @cached_property
    def zipped(self) -> bytes:
        """The body for a browser that takes gzip; made once."""
        return gzip.compress(self.body, 9, mtime=0)


@dataclass
class Bundles:
    """The files of some folders, each folder under a name of its own in the address."""

    folders: Mapping[str, Path]
    version: str = ""
    """Digest of all files, as they were when they were last looked at."""
    _seen: Look = ()
    _made: dict[tuple[str, str], File] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know the version from the start."""
        self.refresh()

    def refresh(self) -> None:
        """Look whether a file changed."""
        seen = look(*self.folders.values(), kinds=tuple(TYPES))
        if seen != self._seen or not self.version:
            digest = hashlib.sha256()
            for name, *_ in seen:
                digest.update(f"{name}\0".encode() + Path(name).read_bytes())
            self.version, self._seen = digest.hexdigest()[:16], seen
            self._made.clear()

    def url(self, folder: str, name: str) -> str:
        """Return where a file can be had, for ever."""
        return f"{ADDRESS}/{folder}/{self.version}/{name}"

    def file(self, folder: str, name: str) -> File | None:
        """Return a file: a module with all that it imports, anything else as it is.

        Parameters
        ----------
        name
            Path inside the folder.

        Returns
        -------
        None when there is no such file.

        Raises
        ------
        BundleError
            When a module cannot be joined with what it imports.
        """
        root = self.folders[folder]
        path = (root / name).resolve()
        if path.suffix not in TYPES or not path.is_relative_to(root.resolve()):
            return None
        if not path.is_file():
            return None
        made = self._made.get((folder, name))
        if made is None:
            is_ours = path.suffix == ".js" and _AS_THEY_ARE not in Path(name).parts
            body = joined(path).encode() if is_ours else path.read_bytes()
            made = self._made.setdefault((folder, name), File(body))
        return made


def joined(entry: Path) -> str:
    """Put a module and all that it imports in one module with the same exports.

    Each module becomes a function that is called once and returns what the module exports; what it
    imports comes before it.

    Parameters
    ----------
    entry
        A module that imports by names in braces, from files beside it, and exports functions,
        classes and constants where it defines them, as those of this project do.

    Raises
    ------
    BundleError
        When a module imports or exports in another way, or imports itself through others.
    """
    order: list[Path] = []
    _visit(entry.resolve(), order, ())
    names = {path: f"$module{number}" for number, path in enumerate(order)}
    parts = [_as_function(path, names) for path in order]
    exports = ", ".join(_EXPORT.findall(entry.read_text(encoding="utf-8")))
    last = f"export const {{ {exports} }} = {names[order[-1]]};\n" if exports else ""
    return "".join(parts) + last


def _visit(path: Path, order: list[Path], way: tuple[Path, ...]) -> None:
    if path in way:
        raise BundleError(f"{path.name}: imports itself, through {way[-1].name}")
    if path in order:
        return
    for _, imported in _IMPORT.findall(path.read_text(encoding="utf-8")):
        _visit((path.parent / imported).resolve(), order, (*way, path))
    order.append(path)


def _as_function(path: Path, names: Mapping[Path, str]) -> str:
    text = path.read_text(encoding="utf-8")
    exports = ", ".join(_EXPORT.findall(text))

    def take(found: re.Match[str]) -> str:
        wanted = _RENAMED.sub(r"\1: \2", found[1])
        return f"const {{{wanted}}} = {names[(path.parent / found[2]).resolve()]};\n"

    text = _EXPORT.sub("", _IMPORT.sub(take, text))
    if left := _LEFT.search(text):
        raise BundleError(f"{path.name}: {left[0]}")
    function = f"(() => {{\n{text}\nreturn {{ {exports} }};\n}})()"
    return f"// {path.name}\nconst {names[path]} = {function};\n"
