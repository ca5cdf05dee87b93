"""The directives of the course: welcome, module's top, reflection, progress, certificate.

What a reader does is kept in the browser (``book/_static/progress``); here only the places for it
are written, with every word that a script may show.
"""

# mypy: disable-error-code="import-untyped"
# docutils has no types.

import math
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from .modules import (
    ModuleTopNode,
    ReflectionNode,
    ShowsModulesNode,
    WelcomeNode,
    all_modules,
    module_of,
)
from .movements import MOVEMENTS, ModuleEndNode, TurnNode
from .texts import message

LONGEST_REFLECTION = 2000
"""Characters; ``progress.js`` refuses longer ones in a file."""

MOST_SURE = 5
"""How sure a reader can feel, from 1; ``progress.js`` has the same."""

KEPT = (
    "progress",
    "kennischeck",
    "teamscan",
    "beleidsscan",
    "partnerschappen",
    "verwachtingen",
    "ouderbril",
    "aannames",
    "visie",
    "beleid",
    "actieplan",
    "meedoen",
)
"""What a browser keeps of a reader, in the order in which it is listed; ``progress-file.js`` takes
no other names."""

_REFLECTION = re.compile(r"[a-z][a-z0-9-]{0,63}")
"""As ``progress.js`` allows it."""


class ModuleTopDirective(SphinxDirective):
    """Show number, time and progress of the module that this page is."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; `modules.gather` checks the front matter."""
        node = ModuleTopNode()
        self.set_source_info(node)
        return [node]


class ReflectionDirective(SphinxDirective):
    """Ask a question that is answered in writing."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Take the content as the question."""
        name = self.arguments[0]
        if not _REFLECTION.fullmatch(name):
            raise self.error(message("reflection_name", name=name, page=self.env.docname))
        self.assert_has_content()
        node = ReflectionNode(name=name)
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]


class ShowsModulesDirective(SphinxDirective):
    """Show all modules with a reader's progress."""

    template: str

    def run(self) -> list[nodes.Node]:
        """Leave the place; modules are known when all pages are read."""
        node = ShowsModulesNode(template=self.template)
        self.set_source_info(node)
        return [node]


class WelcomeDirective(SphinxDirective):
    """Receive a reader: a new one with the content, one who comes back with what is next."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Take the content as what a new reader reads."""
        self.assert_has_content()
        node = WelcomeNode()
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]


class ProgressDirective(ShowsModulesDirective):
    """Show which modules are read, and let a reader take that along."""

    template = "progress.html"


class CertificateDirective(ShowsModulesDirective):
    """Show a paper on what a reader did, to be filled in and printed."""

    template = "certificate.html"


class RatingsDirective(ShowsModulesDirective):
    """Show a reader how sure that reader felt before and after each module."""

    template = "ratings.html"


def _render(translator: HTML5Translator, template: str, **values: Any) -> str:
    builder = translator.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        raise nodes.SkipNode
    modules = all_modules(builder.env)
    here = module_of(builder.env, builder.current_docname)
    after = modules[modules.index(here) + 1 :] if here else []
    hours, minutes = divmod(math.ceil(sum(module.minutes for module in modules) / 10) * 10, 60)
    context = {
        "say": message,
        "modules": modules,
        "hours": hours,
        "minutes": minutes,
        "address": partial(builder.get_relative_uri, builder.current_docname),
        "sure": [message(f"sure_{sure}") for sure in range(1, MOST_SURE + 1)],
        "memory_names": {name: message(f"memory_of_{name}") for name in KEPT},
        "here": here,
        "next": after[0] if after else None,
        "movements": MOVEMENTS,
        **values,
    }
    return str(builder.templates.render(template, context))


def _writes(template: str) -> Callable[[HTML5Translator, nodes.Element], None]:
    """Make a visitor that writes a template in the place of a node."""

    def visit(translator: HTML5Translator, _node: nodes.Element) -> None:
        translator.body.append(_render(translator, template))
        raise nodes.SkipNode

    return visit


def visit_modules(translator: HTML5Translator, node: ShowsModulesNode) -> None:
    """Write the list or the certificate."""
    translator.body.append(_render(translator, node["template"]))
    raise nodes.SkipNode


def visit_welcome(translator: HTML5Translator, _node: WelcomeNode) -> None:
    """Open what a new reader reads."""
    translator.body.append('<div class="welcome" data-welcome>\n<div class="welcome-new">\n')


def depart_welcome(translator: HTML5Translator, _node: WelcomeNode) -> None:
    """Write where a new reader begins, and what one who comes back sees."""
    translator.body.append(f"{_render(translator, 'welcome.html')}\n</div>\n")


def visit_reflection(translator: HTML5Translator, node: ReflectionNode) -> None:
    """Open the question."""
    name = node["name"]
    shown = f'<form class="reflection" id="reflectie-{name}" data-reflection="{name}">\n'
    translator.body.append(f'{shown}<div class="reflection-question" id="vraag-{name}">\n')


def depart_reflection(translator: HTML5Translator, node: ReflectionNode) -> None:
    """Write the place for the answer."""
    values = {"name": node["name"], "longest": LONGEST_REFLECTION}
    field = _render(translator, "reflection.html", **values)
    translator.body.append(f"</div>\n{field}\n</form>\n")


def skip(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    """Leave it out of every output that is no web page."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directives."""
    no = (skip, None)
    top, end, turn = (_writes(f"module-{part}.html") for part in ("top", "end", "turn"))
    welcome = (visit_welcome, depart_welcome)
    written = (visit_reflection, depart_reflection)
    app.add_node(ModuleTopNode, html=(top, None), text=no, latex=no)
    app.add_node(ModuleEndNode, html=(end, None), text=no, latex=no)
    app.add_node(TurnNode, html=(turn, None), text=no, latex=no)
    app.add_node(WelcomeNode, html=welcome, text=no, latex=no)
    app.add_node(ShowsModulesNode, html=(visit_modules, None), text=no, latex=no)
    app.add_node(ReflectionNode, html=written, text=no, latex=no)
    app.add_directive("module-top", ModuleTopDirective)
    app.add_directive("reflection", ReflectionDirective)
    app.add_directive("welcome", WelcomeDirective)
    app.add_directive("progress", ProgressDirective)
    app.add_directive("certificate", CertificateDirective)
    app.add_directive("ratings", RatingsDirective)
