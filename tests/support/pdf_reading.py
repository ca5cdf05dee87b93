"""Look into a PDF as a screen reader does: text, tags, language, title and bookmarks."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


def opened(data: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(BytesIO(data), strict=True)


@cache
def text_of(data: bytes) -> str:
    """Return all text on one line, words that were broken off made whole."""
    text = " ".join(page.extract_text() for page in opened(data).pages)
    whole = text.replace("\u200b", "").replace("\u00ad", "").replace("-\n", "")
    return " ".join(whole.split())


def says(data: bytes, sentence: str) -> bool:
    """Whether a sentence stands in it, wherever its lines and words are broken."""
    return _squeezed(sentence) in _squeezed(text_of(data))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\-\u00ad\u2010\u200b]", "", text)


def tags(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each tag with its alternative text, in reading order."""
    root: Any = opened(data).trailer["/Root"]
    yield from _walk(root["/StructTreeRoot"])


def _walk(node: Any) -> Iterator[tuple[str, str]]:
    held = node.get_object()
    if isinstance(held, ArrayObject):
        for one in held:
            yield from _walk(one)
    elif isinstance(held, DictionaryObject):
        if "/S" in held:
            yield str(held["/S"]).removeprefix("/"), str(held.get("/Alt", ""))
        if "/K" in held:
            yield from _walk(held["/K"])


def titles(outline: Any) -> Iterator[str]:
    """Yield the title of every bookmark."""
    for one in outline:
        if isinstance(one, list):
            yield from titles(one)
        else:
            yield str(one.title)
