"""Use cases of team sessions, carried out for a command; and the option that names a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from partnerschap.cli.loading import load_settings
from partnerschap.cli.refusal import Refusal
from partnerschap.cli.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerschap.content import Content
    from partnerschap.sessions import SessionService

T = TypeVar("T")

Database = Annotated[
    str | None, typer.Option(metavar=words("address"), help=words("option_database"))
]


def run_use_case(
    content: Content, database: str | None, use_case: Callable[[SessionService], T]
) -> T:
    """Run a use case on a database, by default that of the settings, and return what it gives.

    Raises
    ------
    Refusal
        When the use case or the database refuses.
    """
    from partnerschap.sessions import SessionError, SessionService

    settings = load_settings(database_url=database)
    try:
        service = SessionService.of_settings(content, settings.database_url)
        service.prepare()
        return use_case(service)
    except SessionError as error:
        raise Refusal(error.sentence(content)) from None
