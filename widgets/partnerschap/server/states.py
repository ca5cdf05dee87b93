"""What the widget of an exercise is when nobody has touched it yet.

It is the same for every visitor, so who comes later is shown it before there is a kernel.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from partnerschap.locations import CONTENT
from partnerschap.server.changes import Look, look

SHOWN: Final = ("front_end", "version", "specification", "asks")
"""What a front end is given of a widget: its name and version, what it shows, and if it asks."""


@dataclass(frozen=True)
class State:
    """The state of a widget, for a page.

    Attributes
    ----------
    text
        As JSON that may stand in HTML.
    front_end
        Name of the module that shows it.
    asks
        Whether the front end ever asks the kernel for something.
    """

    text: str
    front_end: str
    asks: bool


def state_of(traits: Mapping[str, Any]) -> State:
    """Take what a front end is given from the traits of a widget.

    Raises
    ------
    KeyError
        When the widget is not one of an exercise.
    """
    shown = {name: traits[name] for name in SHOWN}
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return State(text.replace("<", r"\u003c"), shown["front_end"], shown["asks"])


class FirstStates:
    """Remembers the states, each for as long as its notebook and the content stay as they are."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Look, State]] = {}
        self._came: defaultdict[Path, asyncio.Event] = defaultdict(asyncio.Event)

    def look(self, notebook: Path) -> Look:
        """Look at all that a state is made from."""
        return look(notebook, CONTENT, kinds=(".ipynb", ".yml"))

    def known(self, notebook: Path, seen: Look) -> State | None:
        """Return the state that belongs to what was seen, if there is one."""
        then, state = self._known.get(notebook, ((), None))
        return state if then == seen else None

    async def next(self, notebook: Path) -> None:
        """Wait until a state of a notebook is remembered."""
        await self._came[notebook].wait()

    def remember(self, notebook: Path, seen: Look, state: State) -> None:
        """Keep the state that a kernel gave.

        Parameters
        ----------
        seen
            What was there before the kernel started; when it has changed since, nobody knows what
            the kernel read, and nothing is kept.
        """
        if self.look(notebook) == seen:
            self._known[notebook] = seen, state
            self._came.pop(notebook, asyncio.Event()).set()
