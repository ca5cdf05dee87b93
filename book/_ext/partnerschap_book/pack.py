"""The directive ``{pack} NAME``: what a trainer prints and shows at a meeting, to download."""

import hashlib
from pathlib import Path

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from partnerschap import report
from partnerschap.content import load
from partnerschap.locations import BOOK, CONTENT
from partnerschap.report import (
    KITS,
    PACK,
    CoursePageError,
    make_files,
    make_kit,
    pack_file_name,
)

from .texts import digest, message

_FOLDER = "_downloads"
_STAMP = "pack.digest"
_ALL = "all"
_OFFERS = "offers_pack"
"""In Sphinx's own metadata of a page; a book without such a page needs none of the files."""


class PackDirective(SphinxDirective):
    """List the files of a kit, each in every format, after one link to all of them."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Link to each; an unknown kit is an error of the build."""
        name, content = self.arguments[0], load()
        if name not in KITS:
            names, page = ", ".join(KITS), self.env.docname
            raise self.error(message("unknown_pack", page=page, name=name, names=names))
        self.env.metadata[self.env.docname][_OFFERS] = True
        say = content.message("pack.all" if name == _ALL else "pack.kit")
        together = nodes.paragraph("", "", _link(pack_file_name(content, name, ""), say))
        together["classes"].append("pack-zip")
        if name == _ALL:
            return [together]
        listed = nodes.bullet_list(classes=["pack"])
        for one in KITS[name]:
            entry = nodes.paragraph("", f"{PACK[one].label(content)}: ")
            for at, suffix in enumerate(PACK[one].makers):
                said = content.message(f"pack.suffix_{suffix}")
                entry += nodes.Text(", " if at else "")
                entry += _link(pack_file_name(content, one, suffix), said)
            listed += nodes.list_item("", entry)
        return [together, listed]


def _link(file: str, label: str) -> nodes.reference:
    # Pages lie flat beside each other, so the way to a file is the same on each.
    return nodes.reference("", label, refuri=f"{_FOLDER}/{file}", internal=True)


def write_pack(app: Sphinx, error: Exception | None) -> None:
    """Make the files beside the pages, unless they are there and nothing has changed."""
    offered = any(_OFFERS in data for data in app.env.metadata.values())
    if error is not None or app.builder.format != "html" or not offered:
        return
    content = load()
    folder = Path(app.outdir) / _FOLDER
    folder.mkdir(exist_ok=True)
    stamp = Path(app.doctreedir) / _STAMP
    made_from = digest(CONTENT, Path(report.__file__).parent) + _digest_of_pages()
    names = [
        *((one, suffix) for one, file in PACK.items() for suffix in file.makers),
        *((kit, "zip") for kit in KITS),
    ]
    there = all((folder / pack_file_name(content, *name)).is_file() for name in names)
    if there and stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
        return
    try:
        made = make_files(content)
    except CoursePageError as lacking:
        raise ExtensionError(
            message("pack_page", page=lacking.page, part=lacking.part)
        ) from lacking
    kits = {(kit, "zip"): make_kit(content, kit, made) for kit in KITS}
    for name, data in {**made, **kits}.items():
        (folder / pack_file_name(content, *name)).write_bytes(data)
    stamp.write_text(made_from, encoding="utf-8")


def _digest_of_pages() -> str:
    found = hashlib.sha256()
    for path in sorted(BOOK.glob("*.md")):
        found.update(path.read_bytes())
    return found.hexdigest()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("pack", PackDirective)
    app.connect("build-finished", write_pack)
