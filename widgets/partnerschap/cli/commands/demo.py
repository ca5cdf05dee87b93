"""The command `demo`: an example session to try everything with."""

from typing import Annotated

import typer

from partnerschap.cli.loading import load_content, load_settings, require_instrument
from partnerschap.cli.refusal import require_number
from partnerschap.cli.sessions import Database, run_use_case
from partnerschap.cli.words import words


def demo(
    *,
    instrument: Annotated[
        str, typer.Option(metavar=words("name"), help=words("option_demo_instrument"))
    ] = "kort",
    seed: Annotated[int, typer.Option(metavar=words("number"), help=words("option_demo_seed"))] = 0,
    database: Database = None,
) -> None:
    """Make an example session and say where to open it.

    Raises
    ------
    Refusal
        When there is no such instrument, or it cannot be stored.
    """
    from partnerschap.sessions import make_example

    require_number(0, seed, "--seed")
    content = load_content()
    require_instrument(content, instrument)
    example = run_use_case(
        content, database, lambda service: make_example(service, instrument, seed)
    )
    settings = load_settings()
    address = f"http://{settings.host}:{settings.port}/voila/render"
    typer.echo(
        words(
            "demo_made",
            trainer=f"{address}/workshop.ipynb#trainer={example.token}",
            participant=f"{address}/meedoen.ipynb?sessie={example.open.code}",
            code=example.open.code,
            done=example.done.code,
        )
    )
