"""Background jobs of the server: migrate the database, and purge expired answers every hour."""

import logging
import threading
from typing import Final

import typer

from partnerschap.content import Content
from partnerschap.sessions import SessionError, SessionService, purge_expired

_EVERY_SECONDS: Final = 3600


def keep_up(content: Content, service: SessionService) -> None:
    """Start them in a thread of their own, which ends with the process."""
    threading.Thread(target=_keep_up, args=[content, service], daemon=True).start()


def _keep_up(content: Content, service: SessionService) -> None:
    told = ""
    pause = threading.Event()
    while True:
        try:
            service.prepare()
            purge_expired(service)
            told = ""
        except SessionError as error:
            # The course itself needs no database; the pages of a session say the same.
            if error.reason != told:
                typer.echo(error.sentence(content), err=True)
            told = error.reason
        except Exception:
            # One fault must not end the tidying of everything else.
            logging.getLogger(__name__).exception("upkeep")
        pause.wait(_EVERY_SECONDS)
