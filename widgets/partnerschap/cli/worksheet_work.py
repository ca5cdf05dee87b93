"""What `report --exercise` does, apart from its options so that the help need not wait for it."""

from datetime import datetime
from pathlib import Path

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, require_sector
from partnerschap.cli.refusal import refusal
from partnerschap.report import WORKSHEETS, file_name, make_worksheet


def write_worksheet(exercise: str, sector: str | None, output: Path | None) -> None:
    """Make the print sheet of an exercise and write it.

    Raises
    ------
    Refusal
        When there is no such sheet or sector, or it cannot be written there.
    """
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
