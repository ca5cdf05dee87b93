"""The directive ``{worksheets}``: exercises on paper and an empty answer sheet, as PDF."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from partnerschap import report
from partnerschap.content import load
from partnerschap.locations import CONTENT
from partnerschap.report import SECTOR_SHEETS, WORKSHEETS, Handout, make_handout, make_worksheet

from .texts import digest, message

_FOLDER = "_downloads"
_STAMP = "worksheets.digest"
_SCAN = "kort"


class Paper(NamedTuple):
    """A file to print."""

    file: str
    label: str
    make: Callable[[], bytes]


def papers() -> Iterator[Paper]:
    """Yield every file, in the order in which a page lists them."""
    content = load()
    titles = {exercise.id: exercise.title for exercise in content.exercises}
    for name in WORKSHEETS:
        title = titles[name]
        if name not in SECTOR_SHEETS:
            file, label = message("worksheet_file", name=name), message("worksheet", title=title)
            yield Paper(file, label, partial(make_worksheet, content, name))
            continue
        for sector in content.sectors:
            yield Paper(
                message("worksheet_file", name=f"{name}-{sector.id}"),
                message("worksheet_of", title=title, sector=sector.name),
                partial(make_worksheet, content, name, sector.id),
            )
    yield Paper(
        message("answer_sheet_file", instrument=_SCAN),
        message("answer_sheet", name=content.instrument(_SCAN).name),
        partial(make_handout, Handout(content, _SCAN)),
    )


class WorksheetsDirective(SphinxDirective):
    """List the files."""

    def run(self) -> list[nodes.Node]:
        """Link to each."""
        listed = nodes.bullet_list(classes=["worksheets"])
        for paper in papers():
            # Pages lie flat beside each other, so the way to a file is the same on each.
            address = f"{_FOLDER}/{paper.file}"
            link = nodes.reference("", paper.label, refuri=address, internal=True)
            listed += nodes.list_item("", nodes.paragraph("", "", link))
        return [listed]


def write_worksheets(app: Sphinx, error: Exception | None) -> None:
    """Make the files beside the pages, unless they are there and nothing has changed."""
    if error is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / _FOLDER
    folder.mkdir(exist_ok=True)
    stamp = Path(app.doctreedir) / _STAMP
    made_from = digest(CONTENT, Path(report.__file__).parent)
    current = stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from
    for paper in papers():
        path = folder / paper.file
        if not (current and path.is_file()):
            path.write_bytes(paper.make())
    stamp.write_text(made_from, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("worksheets", WorksheetsDirective)
    app.connect("build-finished", write_worksheets)
