"""The five movements of a module: story, core, doing, check and what a reader takes along.

`divide` puts the chapters of a page into them. With JavaScript one is shown at a time
(``book/_static/movements.js``); without it, and on paper, they are one long page.
"""

# mypy: disable-error-code="import-untyped"
# docutils has no types.

from itertools import pairwise
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from .exercise import ExerciseNode
from .texts import message

CHECK = "kennischeck"
"""The exercise that makes a chapter the check."""

STORY = 2
"""How many chapters the first movement has: what a reader will be able to do, and a story."""


class Movement(NamedTuple):
    """A movement: its id, which is its anchor too, and the step of the progress that it brings."""

    id: str
    step: str | None = None

    @property
    def name(self) -> str:
        """What a reader sees."""
        return message(f"movement_{self.id}")


MOVEMENTS = (
    Movement("verhaal"),
    Movement("kern"),
    Movement("doen", "exercise"),
    Movement("check", "check"),
    Movement("meenemen", "read"),
)


class MovementNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The chapters of one movement."""


class ModuleEndNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place, after the last thing to do, where a reader sees what was done and what is next."""


class TurnNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place of the way to the movements before and after."""


class SourcesNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """Sources, which a script folds."""


def divide(page: nodes.section) -> list[MovementNode]:
    """Put the chapters of a module in its movements; gives none when it lacks the parts for it."""
    chapters = [child for child in page.children if isinstance(child, nodes.section)]
    checks = [
        index
        for index, chapter in enumerate(chapters)
        if any(node["name"] == CHECK for node in chapter.findall(ExerciseNode))
    ]
    check = checks[0] if checks else 0
    doing = check - 1
    sources = len(chapters) - 1
    if not STORY < doing < check < sources - 1:
        return []
    bounds = (0, STORY, doing, check, check + 1, len(chapters))
    parts = [chapters[first:last] for first, last in pairwise(bounds)]
    for chapter in chapters:
        page.remove(chapter)
    movements = [MovementNode(movement=one.id) for one in MOVEMENTS]
    for movement, inside in zip(movements, parts, strict=True):
        movement.extend(inside)
        page.append(movement)
    _fold(chapters[sources])
    movements[-1].insert(-1, ModuleEndNode())
    page.append(TurnNode())
    return movements


def _fold(chapter: nodes.section) -> None:
    """Put all of a chapter but its title in what can be folded."""
    folded = SourcesNode()
    folded.extend(chapter.children[1:])
    chapter.children[1:] = []
    chapter.append(folded)


def visit_movement(translator: HTML5Translator, node: MovementNode) -> None:
    """Open the movement."""
    translator.body.append(f'<div class="movement" id="{node["movement"]}">\n')


def depart_movement(translator: HTML5Translator, _node: MovementNode) -> None:
    """Close the movement."""
    translator.body.append("</div>\n")


def visit_sources(translator: HTML5Translator, _node: SourcesNode) -> None:
    """Open what can be folded: open for who has no script."""
    summary = translator.encode(message("sources_folded"))
    translator.body.append(f'<details class="sources" open>\n<summary>{summary}</summary>\n')


def depart_sources(translator: HTML5Translator, _node: SourcesNode) -> None:
    """Close what can be folded."""
    translator.body.append("</details>\n")


def _nothing(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    """Add nothing around the text in an output that is no web page."""


def setup(app: Sphinx) -> None:
    """Register what is drawn around chapters; the other two are templates of `course`."""
    plain = (_nothing, _nothing)
    movement = (visit_movement, depart_movement)
    app.add_node(MovementNode, html=movement, text=plain, latex=plain)
    app.add_node(SourcesNode, html=(visit_sources, depart_sources), text=plain, latex=plain)
