"""Allowed hosts: the names under which the server answers (protection against DNS rebinding).

A web site anywhere can point its own name at 127.0.0.1, and a browser then lets that site read what
a server on its visitor's laptop says. Such a request has the site's name in ``Host``, and gets 403.
"""

import ipaddress
import logging
import socket
from http import HTTPStatus
from typing import Any, Final

from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from tornado.web import RequestHandler

from partnerschap.content import Content, load
from partnerschap.settings import Settings

_MOST_TOLD: Final = 20
"""Names that are written in the log; who sends names without end does not fill it."""

_EVERYWHERE: Final = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - somebody else's choice


class OtherHosts(Matcher):
    """Routing rule that matches requests whose ``Host`` is none of the allowed ones.

    Allowed are the names of the setting ``PARTNERSCHAP_HOSTS``, the address that the server listens
    on, loopback addresses and ``localhost``, and this machine's own names. A server that listens on
    all addresses cannot know under which of them it is reached, so any address in figures is
    allowed there: only a name can be pointed somewhere else by whoever owns it.
    """

    def __init__(self, settings: Settings) -> None:
        name = socket.gethostname().lower()
        own = {name, f"{name}.local", socket.getfqdn().lower(), "localhost", settings.host.lower()}
        self._allowed = own.union(settings.host_names)
        self._is_everywhere = settings.host in _EVERYWHERE

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Match what is to be refused."""
        return None if self._is_allowed(request.host_name.rstrip(".")) else {}

    def _is_allowed(self, name: str) -> bool:
        name = name.removeprefix("[").removesuffix("]")
        if name in self._allowed:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self._is_everywhere or address.is_loopback


class Refused(RequestHandler):
    """Answer 403 to whatever is asked under another host, and say in the log what to set."""

    def initialize(self, content: Content, told: set[str]) -> None:
        """Take the words, and the names that the log holds already."""
        self.content = content
        self.told = told

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        name = self.request.host_name
        if name not in self.told and len(self.told) < _MOST_TOLD:
            self.told.add(name)
            sentence = self.content.message("server.other_host_log", host=name[:100])
            logging.getLogger(__name__).error(sentence)
        self.set_status(HTTPStatus.FORBIDDEN)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(self.content.message("server.other_host"))


def refusal_of_other_hosts(settings: Settings) -> Rule:
    """Return the rule that stands before all others."""
    return Rule(OtherHosts(settings), Refused, {"content": load(), "told": set()})
