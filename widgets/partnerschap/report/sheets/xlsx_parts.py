"""The parts of an Excel workbook, read as a stream and never larger than they may be."""

import posixpath
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final, TypeVar
from xml.parsers import expat

from partnerschap.report.sheets.cells import MEGABYTE
from partnerschap.report.sheets.error import SheetError

MAX_UNPACKED: Final = 5 * MEGABYTE
"""A workbook is a zip archive: a small file may unpack into one that fills the memory."""

MAX_PARTS: Final = 1_000

MAX_ELEMENTS: Final = 600_000
"""Most elements of all parts together, thrice the cells that a sheet may have: the shortest take
four bytes, so that the size alone would let millions of them through."""

_LONGEST_NAMESPACE: Final = 255
"""Characters: the reader writes the namespace out in the name of each element in it, so that a long
one would be copied as often as there are elements."""

_CHUNK: Final = 64 * 1024

_COMPRESSIONS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""What spreadsheets use; unpacking LZMA takes as much memory as the file asks for."""

_NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",  # Excel's "Strict Open XML"
    "http://schemas.openxmlformats.org/package/2006/relationships",
)

_T = TypeVar("_T")

Attributes = Mapping[str, str]
Starts = Mapping[str, Callable[[Attributes], object]]
Ends = Mapping[str, Callable[[], object]]


class DamagedWorkbookError(Exception):
    """A workbook is not what a spreadsheet program writes."""


class Parts:
    """The parts of a workbook.

    Raises
    ------
    SheetError
        When they are too many or unpack too large.
    """

    def __init__(self, data: bytes) -> None:
        self._elements = 0
        self._archive = zipfile.ZipFile(BytesIO(data))
        entries = self._archive.infolist()
        if len(entries) > MAX_PARTS:
            raise SheetError("too_many_parts", limit=MAX_PARTS)
        # No part yields more than it says here: `zipfile` stops reading at that size.
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise SheetError("unpacked_too_large", limit=MAX_UNPACKED // MEGABYTE)

    def parse(
        self,
        name: str,
        starts: Starts,
        ends: Ends | None = None,
        text: Callable[[str], object] | None = None,
    ) -> None:
        """Hand each element of a part that somebody waits for to who waits for it.

        Nothing of a part is kept but what the callers keep, so that they can stop at a limit.

        Parameters
        ----------
        name
            Of the part.
        starts, ends
            What to call where an element with this name, without namespace, starts and ends.
        text
            What to call with the text between them.

        Raises
        ------
        SheetError
            When there are too many elements.
        """
        if self._archive.getinfo(name).compress_type not in _COMPRESSIONS:
            raise DamagedWorkbookError(name)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        started = _in_each_namespace(starts)
        ended = _in_each_namespace(ends or {})

        def start(element: str, attributes: Attributes) -> None:
            self._elements += 1
            if self._elements > MAX_ELEMENTS:
                raise SheetError("too_many_parts", limit=MAX_ELEMENTS)
            if element in started:
                started[element](attributes)

        def end(element: str) -> None:
            if element in ended:
                ended[element]()

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartDoctypeDeclHandler = _refuse_entities
        parser.StartNamespaceDeclHandler = _refuse_long_namespace
        if text is not None:
            parser.CharacterDataHandler = text
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk)
        parser.Parse(b"", True)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Find the parts that a part names, by the id that it gives them.

        Parameters
        ----------
        name
            Of the part; empty for the archive itself.

        Returns
        -------
        The last word of the kind and the name of each part.
        """
        folder, base = posixpath.split(name)
        found: dict[str, tuple[str, str]] = {}

        def take(attributes: Attributes) -> None:
            if attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"]))
                kind = posixpath.basename(attributes["Type"])
                found[attributes["Id"]] = (kind, target.lstrip("/"))

        self.parse(posixpath.join(folder, "_rels", f"{base}.rels"), {"Relationship": take})
        return found


def _in_each_namespace(handlers: Mapping[str, _T]) -> dict[str, _T]:
    return {
        f"{namespace} {name}": handler
        for namespace in _NAMESPACES
        for name, handler in handlers.items()
    }


def _refuse_long_namespace(_: str | None, namespace: str | None) -> None:
    if len(namespace or "") > _LONGEST_NAMESPACE:
        raise DamagedWorkbookError("namespace")


def _refuse_entities(*_: object) -> None:
    """Stop at a declaration of entities, which no spreadsheet writes and which may multiply."""
    raise DamagedWorkbookError("DOCTYPE")
