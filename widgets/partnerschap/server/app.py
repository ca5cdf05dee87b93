"""Voila as a standalone app that serves the book and its exercises on one origin."""

import logging
import os
import tempfile
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.ioloop import IOLoop
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from partnerschap.content import load
from partnerschap.locations import EXERCISES
from partnerschap.server.bundles import ADDRESS, Bundles
from partnerschap.server.exercise_page import RETRY_AFTER, ExercisePage
from partnerschap.server.kernels import Kernels, OwnKernel, PromptClient
from partnerschap.server.pages import HEADERS, Bundled, Files, Health
from partnerschap.server.prompt_socket import PromptSocket
from partnerschap.server.states import FirstStates
from partnerschap.server.warm.fork_server import FORK_IS_SOUND, FORK_SERVER
from partnerschap.settings import Settings

_SHARE = Path(__file__).parent / "share" / "jupyter"
_PAGE = _SHARE / "voila" / "templates" / "partnerschap" / "static"
_UI = Path(__file__).parents[1] / "ui"

_OWN = {TornadoVoilaHandler: ExercisePage, VoilaKernelWebsocketHandler: PromptSocket}
"""Handlers of ours in the place of Voila's."""

_NOT_SERVED = ("/voila/tree", "/voila/files", "/voila/api/contents", "/login", "/logout")
"""Voila's pages to look around on the server; a reader comes in through the book."""


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
        self.content = load()
        self.config_file_paths: list[str] = []  # no settings from the current folder
        self.identity_provider_class = Reader
        self.ip, self.port, self.port_retries = settings.host, settings.port, 0
        self.root_dir = str(EXERCISES)
        self.open_browser = False
        self.log_level = logging.ERROR
        self.tornado_settings = {
            "headers": HEADERS,
            "xsrf_cookie_kwargs": {"expires_days": None},  # it goes when the browser closes
        }
        self.update_config(_config(settings))

    def init_settings(self) -> dict[str, Any]:
        """Let the pages for errors speak the course's language."""
        settings: dict[str, Any] = super().init_settings()
        settings["voila_jinja2_env"].globals |= {
            "words": self.content.message,
            "course_language": self.content.language,
            "retry_after": RETRY_AFTER[HTTPStatus.SERVICE_UNAVAILABLE],
        }
        folders = {"book": self.book / "_static", "page": _PAGE, "ui": _UI}
        return settings | {
            "bundles": Bundles(folders),
            "first_states": FirstStates(),
            "compress_response": True,  # too late among the settings that Voila adds afterwards
        }

    def init_handlers(self) -> list[Any]:
        """Keep Voila's handlers for exercises and put the book around them."""
        kept = [
            (handler[0], _OWN.get(handler[1], handler[1]), *handler[2:])
            for handler in super().init_handlers()
            if handler[0] != "/" and not str(handler[0]).startswith(_NOT_SERVED)
        ]
        return [
            ("/health", Health),
            *kept,
            (rf"{ADDRESS}/(book|page|ui)/([0-9a-f]{{16}})/(.*)", Bundled),
            (rf"{ADDRESS}/ui/(.*\.(?:js|css))", Files, {"path": str(_UI)}),
            ("/(.*)", Files, {"path": str(self.book), "default_filename": "index.html"}),
        ]


def _config(settings: Settings) -> Config:
    idle_seconds = settings.idle_minutes * 60
    return Config(
        VoilaConfiguration={
            "template": "partnerschap",
            "show_tracebacks": False,
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "kernel_spec_manager_class": OwnKernel,
            "multi_kernel_manager_class": Kernels,
        },
        KernelManager={
            "client_class": f"{PromptClient.__module__}.{PromptClient.__qualname__}",
            # Ports that are free now may be taken when a hundred kernels start at once.
            "transport": "ipc" if FORK_IS_SOUND else "tcp",
        },
        # An empty kernel in the place of a lost one is of no use: the page asks for a new one.
        KernelRestarter={"restart_limit": 0, "time_to_dead": 1.0},
        Kernels={"most": settings.most_kernels},
        MappingKernelManager={
            "cull_idle_timeout": idle_seconds,
            "cull_interval": min(60, idle_seconds),
            "cull_connected": False,
            "buffer_offline_messages": False,
        },
    )


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
        with FORK_SERVER.running():
            app = CourseServer(settings, book)
            app.initialize([])
            IOLoop.current().add_callback(on_ready)  # runs when the loop does: then it listens
            app.start()
