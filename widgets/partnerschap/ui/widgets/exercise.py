"""An exercise that works in the page alone: the kernel only hands over what it shows."""

from typing import ClassVar

import traitlets

from partnerschap.content import Content, load
from partnerschap.ui.exercise_content import exercise_specification
from partnerschap.ui.widgets.base import PageWidget


class Exercise(PageWidget):
    """One widget for an exercise whose answers never leave the page.

    The front end is the module of the exercise's own name in ``ui/static``; it finds the content
    and the words of its screens in `specification`.
    """

    asks = traitlets.Bool(default_value=False).tag(sync=True)

    _words: ClassVar[tuple[str, ...]] = ("exercise.",)
    """With what the ids of the words begin that it shares with others."""

    def __init__(self, exercise_id: str, content: Content | None = None) -> None:
        content = content or load()
        super().__init__(
            content,
            front_end=exercise_id,
            specification=exercise_specification(content, exercise_id, self._words),
        )
