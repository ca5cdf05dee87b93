"""The directive ``{exercise} NAME``: a Voila exercise inside a page."""

from collections.abc import Callable
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from docutils.parsers.rst import directives  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from partnerschap.content import load

from .search import also_find_by
from .texts import message

_ADDRESS = "/voila/render/{name}.ipynb"
_TEXTS = ("loading", "slow", "retry", "open_alone")
_WITH_A_SHEET = ("without_script", "on_paper")
"""Messages that the template needs, all known when the page is built, so that scripts hold none.

Those of the second kind say another thing of an exercise that can be done on a sheet.
"""


class ExerciseNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place of an exercise in a page."""


def _query(raw: str | None) -> str:
    """Read ``name=value&name=value`` and write it as an address has it."""
    return urlencode(parse_qsl(directives.unchanged_required(raw), strict_parsing=True))


class ExerciseDirective(SphinxDirective):
    """Embed an exercise by its id in ``exercises.yml``.

    With ``:extra:`` it is for who has time left: the time of the module leaves it out.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str | None], object]]] = {
        "query": _query,
        "extra": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Look the exercise up; an unknown name is an error of the build."""
        name = self.arguments[0]
        known = {exercise.id: exercise for exercise in load().exercises}
        if name not in known:
            names = ", ".join(known)
            page = self.env.docname
            raise self.error(message("unknown_exercise", page=page, name=name, names=names))
        exercise = known[name]
        node = ExerciseNode(
            name=name,
            heading=exercise.title,
            query=self.options.get("query", ""),
            has_sheet=bool(exercise.instruments),
            is_extra="extra" in self.options,
        )
        also_find_by(node, exercise.title)
        self.set_source_info(node)
        return [node]


def _with(address: str, query: dict[str, str]) -> str:
    return f"{address}?{urlencode(query)}" if query else address


def visit_exercise(translator: HTML5Translator, node: ExerciseNode) -> None:
    """Write the frame, its waiting states and its link."""
    builder = translator.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        raise nodes.SkipNode
    page = builder.current_docname
    query = dict(parse_qsl(node["query"]))
    if "module" in builder.env.metadata[page]:
        query.setdefault("module", page)
    address = _ADDRESS.format(name=node["name"])
    texts = {text: message(text, heading=node["heading"]) for text in _TEXTS}
    for text in _WITH_A_SHEET:
        chosen = f"{text}_sheet" if node["has_sheet"] else text
        texts[text] = message(chosen, heading=node["heading"])
    context = {
        "name": node["name"],
        "address": _with(address, query),
        # Alone on a page it leads back to this one.
        "alone": _with(address, query if "module" in query else {**query, "from": page}),
        "heading": node["heading"],
        "texts": texts,
        "is_extra": node["is_extra"],
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
