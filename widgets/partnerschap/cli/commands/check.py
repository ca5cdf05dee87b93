"""The command `check`: find the faults in the content."""

from pathlib import Path
from typing import Annotated

import typer

from partnerschap.cli.files import is_folder
from partnerschap.cli.refusal import refusal
from partnerschap.cli.words import words
from partnerschap.locations import CONTENT


def check(
    directory: Annotated[
        Path, typer.Argument(metavar=words("folder"), help=words("check_folder"), readable=False)
    ] = CONTENT,
) -> None:
    """Check the files of the content, and name each fault.

    Raises
    ------
    Refusal
        When the folder does not exist.
    typer.Exit
        With code 1 when there are faults.
    """
    if not is_folder(directory):
        raise refusal("folder_missing", path=directory)
    from partnerschap import content

    faults = content.check(directory)
    if faults:
        messages = content.read_messages()
        for fault in faults:
            typer.echo(" ".join(content.render_fault(fault, messages).split()))
        raise typer.Exit(1)
    good = content.load(directory)
    typer.echo(
        words(
            "check_good",
            items=len(good.items),
            actions=len(good.actions_by_id),
            areas=len(good.areas),
            tips=len(good.tips),
            instruments=len(good.instruments),
            messages=len(good.messages),
        )
    )
