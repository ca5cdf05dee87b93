"""The command `serve`: the book and its exercises, on one address."""

from __future__ import annotations

import errno
import os
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from partnerschap.cli.commands.build import built_book
from partnerschap.cli.loading import load_content, load_settings
from partnerschap.cli.refusal import Refusal, refusal
from partnerschap.cli.sessions import Database
from partnerschap.cli.words import words

if TYPE_CHECKING:
    from partnerschap.content import Content
    from partnerschap.sessions import SessionService


def serve(
    *,
    host: Annotated[
        str | None, typer.Option(metavar=words("address"), help=words("option_host"))
    ] = None,
    port: Annotated[
        int | None, typer.Option(metavar=words("number"), help=words("option_port"))
    ] = None,
    database: Database = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help=words("option_no_browser"))
    ] = False,
) -> None:
    """Build the book if it is out of date, serve it and open the browser."""
    settings = load_settings(host=host, port=port, database_url=database)
    settings = settings.model_copy(update={"port": _free_port(settings.host, settings.port)})
    content = load_content()
    # The exercises run in processes of their own, which read their settings from here.
    for name, value in settings:
        os.environ[f"PARTNERSCHAP_{name.upper()}"] = str(value)
    service = _session_service(content)
    book = built_book(only_if_needed=True)
    from partnerschap.cli.upkeep import keep_up
    from partnerschap.server import serve as serve_book

    url = f"http://{_shown_host(settings.host)}:{settings.port}/"

    def on_ready() -> None:
        typer.echo(words("serving", url=url), err=True)
        keep_up(content, service)
        if not no_browser:
            # Some browsers keep the caller waiting; the server must not.
            threading.Thread(target=webbrowser.open, args=[url], daemon=True).start()

    serve_book(settings, book, on_ready)
    typer.echo(words("stopped"), err=True)


def _session_service(content: Content) -> SessionService:
    """Check the address of the database before the long work."""
    from partnerschap.sessions import SessionError, SessionService

    try:
        return SessionService.of_settings(content)
    except SessionError as error:
        raise Refusal(error.sentence(content)) from None


def _free_port(host: str, port: int) -> int:
    """Take the port for a moment, to know before the long work whether it can be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
            taken: int = attempt.getsockname()[1]
        except (OSError, TypeError, UnicodeError) as error:  # the last two: it can be no host
            in_use = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
            reason = "port_in_use" if in_use else "port_refused"
            raise refusal(reason, host=host, port=port, other=port + 1) from None
    return taken


def _shown_host(host: str) -> str:
    """Return an address for a browser: of this machine in its network, if it listens there."""
    if host in {"0.0.0.0", "::", ""}:  # noqa: S104 - somebody chose to listen everywhere
        return _network_address() or "localhost"
    return f"[{host}]" if ":" in host else host


def _network_address() -> str | None:
    """Return the address that phones in the same network can open, if there is one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward:
        try:
            outward.connect(("192.0.2.1", 9))  # sends nothing, but chooses a way out
        except OSError:
            return None
        address: str = outward.getsockname()[0]
    return address
