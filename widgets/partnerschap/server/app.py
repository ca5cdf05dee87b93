"""Voila as a standalone app that serves the book and its exercises on one origin."""

import logging
import os
import tempfile
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.ioloop import IOLoop
from tornado.routing import Rule
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from partnerschap.content import load
from partnerschap.locations import EXERCISES, FRONT_END
from partnerschap.server.assets import ADDRESS, Assets
from partnerschap.server.exercise_page import RETRY_AFTER, ExercisePage
from partnerschap.server.frames import MAX_FRAME
from partnerschap.server.hosts import refusal_of_other_hosts
from partnerschap.server.kernels import Kernels, OwnKernel, PromptClient
from partnerschap.server.pages import HEADERS, Asset, Files, Health, Impossible, NotFound
from partnerschap.server.prompt_socket import PromptSocket
from partnerschap.server.states import FirstStates
from partnerschap.server.warm.fork_server import FORK_IS_SOUND, FORK_SERVER
from partnerschap.settings import Settings

_SHARE = Path(__file__).parent / "share" / "jupyter"
_PAGE = _SHARE / "voila" / "templates" / "partnerschap" / "static"

_SERVED = {
    TornadoVoilaHandler: ExercisePage,
    VoilaKernelWebsocketHandler: PromptSocket,
    KernelHandler: KernelHandler,  # whether a page's kernel is there
    VoilaShutdownKernelHandler: VoilaShutdownKernelHandler,
}
"""Voila's handlers that a page needs, each with ours in its place; the others are not served."""

_MESSAGES = ("comm_msg", "kernel_info_request")
"""What a page may send to a kernel; its widget was made by the notebook, never by the page."""

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
            "xsrf_cookie_kwargs": {"expires_days": None},  # it goes when the browser closes
            "websocket_max_message_size": MAX_FRAME,
        }
        self.update_config(_config(settings))

    def init_settings(self) -> dict[str, Any]:
        """Let the pages for errors speak the course's language."""
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.allowed_message_types = list(_MESSAGES)
        assets = Assets({"book": self.book / "_static", "page": _PAGE, "ui": FRONT_END})
        settings["voila_jinja2_env"].globals |= {
            "words": self.content.message,
            "course_language": self.content.language,
            "retry_after": RETRY_AFTER[HTTPStatus.SERVICE_UNAVAILABLE],
            "url": assets.url,
        }
        return settings | {
            "assets": assets,
            "first_states": FirstStates(),
            "compress_response": True,  # too late among the settings that Voila adds afterwards
        }

    def init_handlers(self) -> list[Any]:
        """Keep Voila's handlers for exercises and put the book around them."""
        kept = [
            (handler[0], _SERVED[handler[1]], *handler[2:])
            for handler in super().init_handlers()
            if handler[1] in _SERVED
        ]
        return [
            refusal_of_other_hosts(self.settings_given),
            Rule(Impossible(), NotFound),
            ("/health", Health),
            *kept,
            (rf"{ADDRESS}/(book|page|ui)/([0-9a-f]{{16}})/(.*)", Asset),
            ("/(.*)", Files, {"path": str(self.book), "default_filename": "index.html"}),
        ]

    def listen(self) -> None:
        """Listen, with bounds on what comes in."""
        self.app.listen = partial(self.app.listen, **_BOUNDS)
        super().listen()


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
