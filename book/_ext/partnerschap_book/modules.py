"""What is known of every module: its number, tips, time and reflections.

A page is a module when its front matter says ``module: 3`` and ``tips: [A04, ...]`` and it has the
directive ``{module-top}``. What is computed here is kept in Sphinx's own metadata of the page.
"""

# mypy: disable-error-code="import-untyped"
# docutils has no types.

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from partnerschap.content import load
from partnerschap.content.practice import DRAWN

from .exercise import ExerciseNode
from .movements import CHECK, divide
from .texts import message

WORDS_A_MINUTE = 200
"""How fast somebody reads a text to learn from; a careful reader, not a fast one."""

SECONDS_A_QUESTION = 50
"""To read a check question with its answers, choose, and read what each answer brings."""

_FACTS = "course_module"
_SHOWS = "course_shows_modules"
_logger = logging.getLogger(__name__)
_WORD = re.compile(r"\w+(?:[-'\u2019]\w+)*")


class ModuleTopNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place of a module's number, time and progress."""


class ShowsModulesNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """Something that shows all modules, and so is written again when one changes."""


class WelcomeNode(ShowsModulesNode):
    """Where the course receives a reader; its children are for who is new."""


class ReflectionNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """A question to answer in writing; its children are the question."""


@dataclass(frozen=True)
class Module:
    """A module as other pages speak of it.

    `reading` and `doing` are in whole minutes, reading rounded up; `left` is the time from the
    beginning of each movement to the end of the module.
    """

    page: str
    number: int
    title: str
    tips: tuple[str, ...]
    reading: int
    doing: int
    left: tuple[int, ...]
    reflections: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """The time for the whole module."""
        return self.reading + self.doing


def all_modules(env: BuildEnvironment) -> list[Module]:
    """Return the modules of the course in their order."""
    found = [data[_FACTS] for data in env.metadata.values() if _FACTS in data]
    return sorted(found, key=lambda module: (module.number, module.page))


def module_of(env: BuildEnvironment, page: str) -> Module | None:
    """Return the module that a page is, if it is one."""
    return env.metadata.get(page, {}).get(_FACTS)


def _front_matter(env: BuildEnvironment, page: str) -> tuple[int, tuple[str, ...]] | None:
    """Return number and tips; MyST gives a list as JSON."""
    data = env.metadata[page]
    try:
        number, tips = int(data["module"]), json.loads(data["tips"])
    except (KeyError, ValueError):
        return None
    known = {tip.id for tip in load().tips}
    fits = isinstance(tips, list) and tips and all(str(tip) in known for tip in tips)
    return (number, tuple(tips)) if fits and number > 0 else None


def _doing(page: str, part: nodes.Element) -> Iterator[int]:
    """Give the minutes of each exercise in a page, or in its part, that is not extra."""
    content = load()
    minutes = {exercise.id: exercise.minutes for exercise in content.exercises}
    questions = {quiz.id: len(quiz.questions) for quiz in content.quizzes}
    for node in part.findall(ExerciseNode):
        if node["name"] == CHECK:
            asked = min(questions.get(page, 0), DRAWN)
            yield math.ceil(asked * SECONDS_A_QUESTION / 60)
        elif not node["is_extra"]:
            yield minutes[node["name"]]


def _words(part: nodes.Element) -> int:
    """Count what is read: the text of a page or its part, without what is not shown."""
    return sum(
        len(_WORD.findall(text.astext()))
        for text in part.findall(nodes.Text)
        if not isinstance(text.parent, nodes.comment | nodes.raw)
    )


def _left(page: str, words: int, doing: int, parts: Iterable[nodes.Element]) -> Iterator[int]:
    """Give the minutes that are left at the beginning of each part."""
    for part in parts:
        yield math.ceil(words / WORDS_A_MINUTE) + doing
        words -= _words(part)
        doing -= sum(_doing(page, part))


def gather(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what is known of a module, and divide it in its movements."""
    env = app.env
    page = env.docname
    shows = (ModuleTopNode, ShowsModulesNode)
    env.metadata[page][_SHOWS] = any(isinstance(node, shows) for node in doctree.findall())
    tops = list(doctree.findall(ModuleTopNode))
    if not tops:
        return
    said = _front_matter(env, page)
    if said is None:
        _logger.warning(message("module_front_matter", page=page), location=tops[0])
        return
    number, tips = said
    movements = divide(next(doctree.findall(nodes.section)))
    if not movements:
        _logger.warning(message("module_parts", page=page), location=tops[0])
    words, doing = _words(doctree), sum(_doing(page, doctree))
    env.metadata[page][_FACTS] = Module(
        page=page,
        number=number,
        title=env.titles[page].astext(),
        tips=tips,
        reading=math.ceil(words / WORDS_A_MINUTE),
        doing=doing,
        left=tuple(_left(page, words, doing, movements)),
        reflections=tuple(node["name"] for node in doctree.findall(ReflectionNode)),
    )


def write_again(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write pages that show modules at each build: another page may have changed."""
    return [page for page, data in env.metadata.items() if data.get(_SHOWS)]


def check_reflections(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a reflection that stands twice: both would show the same answer."""
    seen: dict[str, str] = {}
    for module in all_modules(env):
        for name in module.reflections:
            if name in seen:
                said = message("reflection_twice", name=name, page=module.page, other=seen[name])
                _logger.warning(said, location=module.page)
            seen[name] = module.page


def setup(app: Sphinx) -> None:
    """Register what gathers; after Sphinx's own, which reads the front matter and the title."""
    app.connect("doctree-read", gather, priority=600)
    app.connect("env-updated", write_again)
    app.connect("env-check-consistency", check_reflections)
