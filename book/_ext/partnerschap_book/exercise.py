"""The directive ``{exercise} NAME``: a Voila exercise inside a page."""

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from partnerschap.content import load

from .texts import message

_ADDRESS = "/voila/render/{name}.ipynb"
_TEXTS = ("loading", "slow", "retry", "open_alone", "without_script", "on_paper")
"""Messages that the template needs, all known when the page is built, so that scripts hold none."""


class ExerciseNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place of an exercise in a page."""


class ExerciseDirective(SphinxDirective):
    """Embed an exercise by its id in ``exercises.yml``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Look the exercise up; an unknown name is an error of the build."""
        name = self.arguments[0]
        known = {exercise.id: exercise for exercise in load().exercises}
        if name not in known:
            names = ", ".join(known)
            page = self.env.docname
            raise self.error(message("unknown_exercise", page=page, name=name, names=names))
        node = ExerciseNode(name=name, heading=known[name].title)
        self.set_source_info(node)
        return [node]


def visit_exercise(translator: HTML5Translator, node: ExerciseNode) -> None:
    """Write the frame, its waiting states and its link."""
    builder = translator.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        raise nodes.SkipNode
    context = {
        "name": node["name"],
        "address": _ADDRESS.format(name=node["name"]),
        "heading": node["heading"],
        "texts": {text: message(text, heading=node["heading"]) for text in _TEXTS},
    }
    translator.body.append(builder.templates.render("exercise.html", context))
    raise nodes.SkipNode


def skip_exercise(_translator: nodes.NodeVisitor, _node: ExerciseNode) -> None:
    """Leave it out of every output that is no web page."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directive."""
    skip = (skip_exercise, None)
    app.add_node(ExerciseNode, html=(visit_exercise, None), text=skip, latex=skip)
    app.add_directive("exercise", ExerciseDirective)
