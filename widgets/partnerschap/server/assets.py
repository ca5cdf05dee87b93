"""Static files under fingerprinted addresses, which a browser keeps for good.

The address of a file holds a digest of all files: it may be kept for ever, and another version has
another address.
"""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from partnerschap.changes import Look, look

ADDRESS: Final = "/partnerschap"
TYPES: Final = {".js": "text/javascript", ".css": "text/css"}


@dataclass(frozen=True)
class File:
    """What is sent for an address."""

    body: bytes

    @cached_property
    def zipped(self) -> bytes:
        """The body for a browser that takes gzip; made once."""
        return gzip.compress(self.body, 9, mtime=0)


@dataclass
class Assets:
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
        """Return a file.

        Parameters
        ----------
        name
            Path inside the folder.

        Returns
        -------
        None when there is no such file.
        """
        root = self.folders[folder]
        path = (root / name).resolve()
        if path.suffix not in TYPES or not path.is_relative_to(root.resolve()):
            return None
        if not path.is_file():
            return None
        made = self._made.get((folder, name))
        if made is None:
            made = self._made.setdefault((folder, name), File(path.read_bytes()))
        return made
