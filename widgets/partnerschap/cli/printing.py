"""Files that depend on no session: an exercise on paper, and the trainer's pack."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, require_sector
from partnerschap.cli.refusal import Refusal, refusal
from partnerschap.report.formats import file_name


def write_worksheet(exercise: str, sector: str | None, output: Path | None) -> None:
    """Make the print sheet of an exercise and write it.

    Raises
    ------
    Refusal
        When the exercise, the sector or where to write cannot be used.
    """
    from partnerschap.report import WORKSHEETS, make_worksheet

    content = load_content()
    if exercise not in WORKSHEETS:
        raise refusal("unknown_worksheet", name=exercise, choices=", ".join(WORKSHEETS))
    if sector is not None:
        require_sector(content, sector)
    today = datetime.now().astimezone().date()
    output = output or Path(file_name(content, f"sheet_{exercise}", today, "pdf"))
    if output.suffix.lower() != ".pdf":
        raise refusal("report_suffix", path=output, choices=".pdf")
    require_writable(output)
    write_output(make_worksheet(content, exercise, sector or ""), output)


def write_pack(name: str, output: Path | None) -> None:
    """Make a file of the pack, or all files for a meeting in a zip, and write it.

    Parameters
    ----------
    name
        Of a meeting, a file, or ``all``.

    Raises
    ------
    Refusal
        When the name or where to write cannot be used, or a page lacks what a file is made from.
    """
    from partnerschap.report import KITS, PACK, CoursePageError, make_kit, pack_file_name

    content = load_content()
    if name not in KITS and name not in PACK:
        raise refusal("unknown_pack", name=name, choices=", ".join([*KITS, *PACK]))
    suffixes = ("zip",) if name in KITS else tuple(PACK[name].makers)
    output = output or Path(pack_file_name(content, name, suffixes[0]))
    suffix = output.suffix.lower().removeprefix(".")
    if suffix not in suffixes:
        choices = ", ".join(f".{one}" for one in suffixes)
        raise refusal("report_suffix", path=output, choices=choices)
    require_writable(output)
    try:
        made = make_kit(content, name) if name in KITS else PACK[name].makers[suffix](content)
    except CoursePageError as lacking:
        sentence = content.message("book.pack_page", page=lacking.page, part=lacking.part)
        raise Refusal(sentence) from None
    write_output(made, output)
