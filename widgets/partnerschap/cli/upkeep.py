"""What goes on beside serving: the database kept up to date, and old answers let go."""

import logging
import threading
from typing import Final

import typer

from partnerschap.content import Content
from partnerschap.sessions import Desk, SessionError, purge

_EVERY_SECONDS: Final = 3600


def keep_up(content: Content, desk: Desk) -> None:
    """Start with it in the background, and do it again every hour while the server runs."""
    threading.Thread(target=_keep_up, args=[content, desk], daemon=True).start()


def _keep_up(content: Content, desk: Desk) -> None:
    told = ""
    pause = threading.Event()
    while True:
        try:
            desk.prepare()
            purge(desk)
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
