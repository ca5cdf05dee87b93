"""The typeface of the pages, cut to what they need.

By itself this writes ``book/_static/fonts`` anew, from the package in package-lock.json::

    uv run python tests/support/fonts.py

The folder is committed. A file's name holds a digest of it, so that a browser keeps it for good.
"""

import hashlib
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

import front_end

FONTS = front_end.ROOT / "book/_static/fonts"
PACKAGE = front_end.MODULES / "@fontsource-variable/source-sans-3"
NAME = "source-sans-3"
REGULAR, BOLD = 400, 700

LATIN = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2010-2015,U+2018-201E,U+2022,U+2026,"
    "U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2260,U+2264-2265"
)
"""Dutch and its neighbours, with their punctuation."""

EUROPEAN = "U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B,U+1E9E"
"""Polish, Turkish, Czech, Romanian and more: names, and words of other languages."""


@dataclass(frozen=True)
class Face:
    """One file of the typeface: what of the package is in it."""

    source: str
    style: str
    unicodes: str
    heaviest: int = BOLD


FACES = {
    NAME: Face("latin", "normal", LATIN),
    # One weight: bold italics are rare, and half of the file.
    f"{NAME}-italic": Face("latin", "italic", LATIN, REGULAR),
    f"{NAME}-european": Face("latin-ext", "normal", EUROPEAN),
}


def _cut(face: Face) -> bytes:
    """Return the letters of a face, in all weights from regular to its heaviest."""
    source = PACKAGE / "files" / f"{NAME}-{face.source}-wght-{face.style}.woff2"
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, notdef_outline=True)
    options.name_IDs = [1, 2, 13, 14]  # what it is called, and its licence
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(face.unicodes))
    subsetter.subset(font)
    weight = REGULAR if face.heaviest == REGULAR else (REGULAR, face.heaviest)
    instantiateVariableFont(
        font, {"wght": weight}, inplace=True, overlap=OverlapMode.KEEP_AND_DONT_SET_FLAGS
    )
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()


def _sheet(files: dict[str, str]) -> str:
    """Write the rules of a style sheet by which a browser finds the files."""
    rules = ["/* Written by tests/support/fonts.py. */\n"]
    for name, face in FACES.items():
        rules.append(
            "@font-face {\n"
            '  font-family: "Source Sans 3";\n'
            f"  font-style: {face.style};\n"
            f"  font-weight: {REGULAR} {BOLD};\n"
            "  font-display: swap;\n"
            f'  src: url("{files[name]}") format("woff2");\n'
            f"  unicode-range: {face.unicodes.replace(',', ', ')};\n"
            "}\n"
        )
    return "\n".join(rules)


def write(folder: Path) -> None:
    """Write the files, their style sheet and their licence."""
    front_end.install()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = {}
    for name, face in FACES.items():
        body = _cut(face)
        files[name] = f"{name}.{hashlib.sha256(body).hexdigest()[:12]}.woff2"
        (folder / files[name]).write_bytes(body)
    (folder / "fonts.css").write_text(_sheet(files), encoding="utf-8")
    shutil.copy(PACKAGE / "LICENSE", folder / "LICENSE.txt")


if __name__ == "__main__":
    write(FONTS)
