"""An exercise that works in the page alone: the kernel only hands over what it shows."""

from pathlib import Path
from typing import ClassVar

import anywidget
import traitlets

from partnerschap.content import Content, load
from partnerschap.ui.exercise_content import exercise_specification


class Exercise(anywidget.AnyWidget):
    """One widget for an exercise whose answers never leave the page.

    The front end is the ``.js`` file of the exercise's own name beside this module; it finds the
    content and the words of its screens in `specification`.
    """

    _esm = Path(__file__).parent / "load.js"
    front_end = traitlets.Unicode().tag(sync=True)
    specification = traitlets.Dict().tag(sync=True)
    asks = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the page ever asks its kernel for something; if not, it gets none of its own."""

    _words: ClassVar[tuple[str, ...]] = ("exercise.",)
    """With what the ids of the words begin that it shares with others."""

    def __init__(self, exercise_id: str, content: Content | None = None) -> None:
        super().__init__(
            front_end=exercise_id,
            specification=exercise_specification(content or load(), exercise_id, self._words),
        )
