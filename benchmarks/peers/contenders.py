"""What is compared: how each server starts, and what a person does in its page.

No form imports pandas: the forms of the peers have no use for it, and it would make their pages
slower and larger than what they show needs. This project's kernels do have it loaded.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FORMS = Path(__file__).parent / "forms"
OURS = "partnerschap"


@dataclass(frozen=True)
class Page:
    """What a person does in a page, as selectors of what is clicked.

    The first answer is given as soon as a person can: `before`, an answer, `after`. Each next one
    is `back`, an answer, `send`.
    """

    answer: str
    """The answers to the questions, seven a question."""
    count: str
    """Where the server's count appears."""
    said: str
    """The count as text, with ``{done}``."""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    send: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return what `probe.js` reads."""
        return asdict(self)


@dataclass(frozen=True)
class Contender:
    """A server with a form.

    Attributes
    ----------
    command
        Program and arguments, with ``{port}``; run in the folder of the forms.
    ready
        What the server says, as a regular expression, when its address is in it; empty when the
        port is chosen for it.
    requirements
        Name of the file with the versions; empty for this project, which runs as installed.
    """

    name: str
    command: tuple[str, ...]
    page: Page
    path: str = ""
    requirements: str = ""
    ready: str = ""
    environment: tuple[tuple[str, str], ...] = ()


SAID = "Ingevuld: {done} van"
RADIO = "input[type=radio]"
VOILA = ("voila", "voila_form.ipynb", "--no-browser", "--Voila.ip=127.0.0.1", "--port={port}")
FIRST_OF = "fieldset:has([name={}]) label:first-of-type input"
MAIN = ".ps-buttons:not(.ps-quiet) .ps-main"

CONTENDERS = (
    Contender(
        name=OURS,
        command=("python", "-m", "partnerschap", "serve", "--port", "0", "--no-browser"),
        ready=r"http://\S+/",
        path="voila/render/teamscan.ipynb",
        # The page keeps the answers until the reader asks for the outcome. The kernel then counts
        # them, and that count is in the first line of the outcome.
        page=Page(
            before=(
                "input[name=instrument][value=teamscan]",
                "input[name=sector]",
                "input[name=role][value=professional]",
                "button[type=submit]",
            ),
            answer="input[name^=answer-]",
            after=(".ps-steps li:last-child button", MAIN),
            count=".ps-note",
            said="op basis van {done} antwoord",
            back=(".ps-buttons.ps-quiet .ps-button",),
            send=(MAIN,),
        ),
    ),
    Contender(
        name="voila",
        command=VOILA,
        requirements="voila",
        page=Page(answer=RADIO, count=".widget-label", said=SAID),
    ),
    Contender(
        name="voila, preheated",
        command=(*VOILA, "--preheat_kernel=True"),
        requirements="voila",
        page=Page(answer=RADIO, count=".widget-label", said=SAID),
    ),
    Contender(
        name="panel",
        command=(
            *("panel", "serve", "panel_form.py", "--address", "127.0.0.1", "--port", "{port}"),
            *("--allow-websocket-origin", "127.0.0.1:{port}"),
        ),
        path="panel_form",
        requirements="panel",
        page=Page(answer=RADIO, count="pre", said=SAID),
    ),
    Contender(
        name="streamlit",
        command=(
            *("streamlit", "run", "streamlit_form.py", "--server.port", "{port}"),
            *("--server.address", "127.0.0.1", "--server.headless", "true"),
            *("--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"),
        ),
        requirements="streamlit",
        page=Page(answer=RADIO, count="[data-testid=stText]", said=SAID),
    ),
    Contender(
        name="shiny",
        command=("shiny", "run", "shiny_form.py", "--host", "127.0.0.1", "--port", "{port}"),
        requirements="shiny",
        page=Page(answer=RADIO, count="#progress", said=SAID),
    ),
    Contender(
        name="solara",
        command=(
            *("solara", "run", "solara_form.py", "--host", "127.0.0.1", "--port", "{port}"),
            *("--production", "--no-open"),
        ),
        requirements="solara",
        environment=(("SOLARA_TELEMETRY_MIXPANEL_ENABLE", "False"),),
        page=Page(answer=RADIO, count="span, div", said=SAID),
    ),
)
