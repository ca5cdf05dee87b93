"""Voila as a standalone app that serves the book and its exercises on one origin."""

import contextlib
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from tornado.routing import Rule
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

from partnerschap.content import load
from partnerschap.locations import EXERCISES, FRONT_END
from partnerschap.server.assets import ADDRESS, Assets
from partnerschap.server.book_pages import BookPage, ForSearchEngines
from partnerschap.server.exercise_page import ExercisePage
from partnerschap.server.frames import MAX_FRAME
from partnerschap.server.hosts import refusal_of_other_hosts
from partnerschap.server.kernel_pool import SharedKernels
from partnerschap.server.kernels import OwnKernel
from partnerschap.server.limits import Visitors
from partnerschap.server.page_socket import PageSocket
from partnerschap.server.pages import HEADERS, Asset, Files, Health, Impossible, NotFound
from partnerschap.server.states import States
from partnerschap.settings import Settings

_SHARE = Path(__file__).parent / "share" / "jupyter"
_PAGE = _SHARE / "voila" / "templates" / "partnerschap" / "static"

_BOUNDS = {
    "max_body_size": 64 * 1024,  # nothing here takes a body but an empty one
    "max_buffer_size": 2 * MAX_FRAME,
    "body_timeout": 10,
    "idle_connection_timeout": 30,  # also of a request that was begun and never ended
}
"""What a visitor may send before it is read (bytes), and how long that may take (seconds)."""


class Reader(IdentityProvider):
    """Everybody is the same reader: no account, and no cookie that tells visitors apart."""

    def get_user(self, handler: RequestHandler) -> User:  # noqa: ARG002 - its signature
        """Return the reader, without looking at who it is."""
        return User(username="reader")


class CourseServer(Voila):
    """The book at ``/``, the exercises at ``/voila/render/NAME.ipynb``."""

    def __init__(self, settings: Settings, book: Path, **traits: Any) -> None:
        super().__init__(**traits)
        self.book = book
        self.settings_given = settings
        self.content = load()
        self.config_file_paths: list[str] = []  # no settings from the current folder
        self.identity_provider_class = Reader
        self.ip, self.port, self.port_retries = settings.host, settings.port, 0
        self.root_dir = str(EXERCISES)
        self.open_browser = False
        self.log_level = logging.ERROR
        self.tornado_settings = {
            "headers": HEADERS,
            "websocket_max_message_size": MAX_FRAME,
        }
        self.update_config(_config())

    def init_settings(self) -> dict[str, Any]:
        """Let the pages for errors speak the course's language."""
        settings: dict[str, Any] = super().init_settings()
        assets = Assets({"book": self.book / "_static", "page": _PAGE, "ui": FRONT_END})
        given = self.settings_given
        self.kernels = SharedKernels(self.kernel_manager, given.kernels, given.kernel_megabytes)
        self.states = States(self.kernels, assets)
        settings["voila_jinja2_env"].globals |= {
            "words": self.content.message,
            "course_language": self.content.language,
            "url": assets.url,
        }
        return settings | {
            "assets": assets,
            "states": self.states,
            "exercise_pages": {},
            "compress_response": True,  # too late among the settings that Voila adds afterwards
        }

    def init_handlers(self) -> list[Any]:
        """Keep Voila's handler for exercises, and put the book and the pages' sockets around it."""
        given = self.settings_given
        visitors = Visitors(given.most_pages, given.most_pages_an_address, given.messages_a_second)
        shared = {"kernels": self.kernels, "states": self.states, "visitors": visitors}
        voila = [
            (handler[0], ExercisePage, *handler[2:])
            for handler in super().init_handlers()
            if handler[1] is TornadoVoilaHandler
        ]
        return [
            refusal_of_other_hosts(given),
            Rule(Impossible(), NotFound),
            ("/health", Health),
            *voila,
            (rf"{ADDRESS}/socket/([\w-]{{1,64}})", PageSocket, shared),
            (rf"{ADDRESS}/(book|page|ui)/([0-9a-f]{{16}})/(.*)", Asset),
            (r"/((?:[\w-]+\.html)?)", BookPage, {"folder": self.book}),
            (r"/(robots\.txt|sitemap\.xml)", ForSearchEngines, {"folder": self.book}),
            (r"/(favicon\.ico)", Files, {"path": str(self.book / "_static" / "icons")}),
            ("/(.*)", Files, {"path": str(self.book)}),
        ]

    async def begin(self) -> None:
        """Start the kernels and have all pages made, while the server listens already."""
        self.kernels.start()
        await self.states.make_all()

    def listen(self) -> None:
        """Listen, with bounds on what comes in."""
        self.app.listen = partial(self.app.listen, **_BOUNDS)
        super().listen()


def _config() -> Config:
    return Config(
        VoilaConfiguration={
            "template": "partnerschap",
            "show_tracebacks": False,
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "kernel_spec_manager_class": OwnKernel,
            "multi_kernel_manager_class": AsyncMappingKernelManager,
        },
        # Files of this user alone, where there are such sockets, rather than ports of the machine.
        KernelManager={"transport": "ipc" if os.name == "posix" else "tcp"},
        # Who watches the kernels puts another one in the place of one that is lost.
        KernelRestarter={"restart_limit": 0},
        MappingKernelManager={"cull_idle_timeout": 0, "buffer_offline_messages": False},
    )


def _allow_many_files() -> None:
    """Let as many pages connect as the system allows; many a system begins with a thousand."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def run(settings: Settings, book: Path, on_ready: Callable[[], object]) -> None:
    """Serve until stopped; see `partnerschap.server.serve`."""
    # Jupyter counts pings in milliseconds and waits for three of them; Tornado takes both for
    # seconds, of which it uses nothing, and warns.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="partnerschap-") as profile:
        path = os.pathsep.join(filter(None, [str(_SHARE), os.environ.get("JUPYTER_PATH")]))
        os.environ |= {
            "JUPYTER_PATH": path,  # where Voila looks for templates
            "IPYTHONDIR": profile,  # kernels run no start-up files of the user's own
            "OPENBLAS_NUM_THREADS": "1",  # small figures; threads would only cost memory
        }
        _allow_many_files()
        app = CourseServer(settings, book)
        app.initialize([])
        loop = IOLoop.current()
        loop.add_callback(app.begin)
        loop.add_callback(on_ready)  # runs when the loop does: then it listens
        app.start()
