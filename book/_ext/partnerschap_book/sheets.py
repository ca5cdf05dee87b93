"""The directive ``{sheets} INSTRUMENT...``: empty answer sheets to download from a page."""

from pathlib import Path

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from partnerschap.content import load
from partnerschap.report import empty_sheet_xlsx

from .texts import message

_FOLDER = "_downloads"


class SheetsDirective(SphinxDirective):
    """List the empty sheets of some instruments by their ids in ``instruments.yml``."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Link to each sheet; an unknown name is an error of the build."""
        names = self.arguments[0].split()
        content = load()
        known = {instrument.id: instrument for instrument in content.instruments}
        for name in names:
            if name not in known:
                page = self.env.docname
                raise self.error(
                    message("unknown_sheet", page=page, name=name, names=", ".join(known))
                )
        listed = nodes.bullet_list(classes=["sheets"])
        for name in names:
            label = message("sheet", name=known[name].name, items=str(len(content.items_of(name))))
            # Pages lie flat beside each other, so the way to a sheet is the same on each.
            address = f"{_FOLDER}/{_file(name)}"
            link = nodes.reference("", label, refuri=address, internal=True)
            listed += nodes.list_item("", nodes.paragraph("", "", link))
        return [listed]


def _file(instrument_id: str) -> str:
    return message("sheet_file", instrument=instrument_id)


def write_sheets(app: Sphinx, error: Exception | None) -> None:
    """Make the sheet of every instrument, beside the pages."""
    if error is not None or app.builder.format != "html":
        return
    content = load()
    folder = Path(app.outdir) / _FOLDER
    folder.mkdir(exist_ok=True)
    for instrument in content.instruments:
        path = folder / _file(instrument.id)
        path.write_bytes(empty_sheet_xlsx(content, instrument.id))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("sheets", SheetsDirective)
    app.connect("build-finished", write_sheets)
