"""The command `sheet`: an empty answer sheet."""

from pathlib import Path
from typing import Annotated

import typer

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, require_instrument
from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words


def sheet(
    *,
    instrument: Annotated[
        str, typer.Option(metavar=words("name"), help=words("option_instrument"))
    ] = "compleet",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=words("file"),
            help=words("option_sheet_output"),
            readable=False,
        ),
    ] = None,
) -> None:
    """Write an empty answer sheet."""
    suffix = ".csv" if output is None else output.suffix.lower()
    if suffix not in {".csv", ".xlsx"}:
        raise refusal("sheet_suffix", path=output)
    from partnerschap.report import empty_sheet_csv, empty_sheet_xlsx

    require_writable(output)
    content = load_content()
    require_instrument(content, instrument)
    make = empty_sheet_csv if suffix == ".csv" else empty_sheet_xlsx
    write_output(make(content, instrument), output)
