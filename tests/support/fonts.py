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
SOURCE = "source-sans-3"
NAME = "partnerschap-sans"
FAMILY = "Partnerschap Sans"
"""Source Sans 3 is Adobe's, and its licence keeps its name for who changes nothing."""

_COPYRIGHT, _FAMILY, _STYLE, _LICENCE, _LICENCE_ADDRESS = 0, 1, 2, 13, 14  # in a font's table
REGULAR, BOLD = 400, 700

LATIN = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2010-2015,U+2018-201E,U+2022,U+2026,"
    "U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2260,U+2264-2265"
)
"""Dutch and its neighbours, with their punctuation."""

EUROPEAN = "U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B,U+1E9E"
"""Polish, Turkish, Czech, Romanian and more: names, and words of other languages."""

WAITING = """@font-face {
  font-family: "Partnerschap Sans in waiting";
  src: local("Arial"), local("Liberation Sans"), local("Roboto"), local("Helvetica Neue");
  size-adjust: 94.2%;
  ascent-override: 108.7%;
  descent-override: 42.5%;
  line-gap-override: 0%;
}
"""
"""A device's own letters in the measures of ours, so that nothing moves when ours are there.

Arial's Dutch is 1 / 0.942 as wide; ours rise 1.024 and fall 0.4 of their size.
"""

_NOTICE = f"""\
{FAMILY} is made of Source Sans 3 by fewer letters and weights; see tests/support/fonts.py.
Source Sans 3 is © 2023 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.

"""


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
    source = PACKAGE / "files" / f"{SOURCE}-{face.source}-wght-{face.style}.woff2"
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, notdef_outline=True)
    options.name_IDs = [_COPYRIGHT, _FAMILY, _STYLE, _LICENCE, _LICENCE_ADDRESS]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(face.unicodes))
    subsetter.subset(font)
    weight = REGULAR if face.heaviest == REGULAR else (REGULAR, face.heaviest)
    instantiateVariableFont(
        font, {"wght": weight}, inplace=True, overlap=OverlapMode.KEEP_AND_DONT_SET_FLAGS
    )
    font["name"].setName(FAMILY, _FAMILY, 3, 1, 0x409)
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
            f'  font-family: "{FAMILY}";\n'
            f"  font-style: {face.style};\n"
            f"  font-weight: {REGULAR} {BOLD};\n"
            "  font-display: swap;\n"
            f'  src: url("{files[name]}") format("woff2");\n'
            f"  unicode-range: {face.unicodes.replace(',', ', ')};\n"
            "}\n"
        )
    rules.append(WAITING)
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
    licence = (PACKAGE / "LICENSE").read_text(encoding="utf-8").partition("This Font Software")
    (folder / "LICENSE.txt").write_text(_NOTICE + "".join(licence[1:]), encoding="utf-8")


if __name__ == "__main__":
    write(FONTS)
