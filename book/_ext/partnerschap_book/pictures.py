"""The directive ``{picture} NAME``: a chart of an invented team, as in a report of a real one."""

import random
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from partnerschap import report
from partnerschap.advice import advise
from partnerschap.content import Content, Role, load
from partnerschap.report import Picture, TeamReport, pictures
from partnerschap.scoring import Answers, group_differences, score

from .search import also_find_by
from .texts import digest, message

_SCAN = "teamscan"
_PEOPLE: tuple[Role, ...] = ("parent",) * 8 + ("professional",) * 8
_LEVELS = (4, 3, 4, 4, 3)
"""Around which answer an area begins, area after area: some strong, some weak."""


class PictureNode(nodes.General, nodes.Element):  # type: ignore[misc]
    """The place of a chart in a page."""


def example_team(content: Content) -> TeamReport:
    """Invent a team: half of the items go better, and every third one for professionals only."""
    draw = random.Random(5)  # noqa: S311 - invented answers
    items = content.items_of(_SCAN)
    levels = dict(zip((area.id for area in content.areas_of(_SCAN)), _LEVELS, strict=True))
    rows = [
        (
            role,
            {
                item.id: min(
                    5,
                    levels[item.area]
                    + number % 2
                    + (role == "professional" and number % 3 == 0)
                    + draw.choice((-2, -1, -1, 0, 0, 1)),
                )
                for number, item in enumerate(items)
                if role in item.respondents
            },
        )
        for role in _PEOPLE
    ]
    answers = Answers.from_rows([item.id for item in items], rows)
    scores = score(content, _SCAN, answers)
    return TeamReport(
        content=content,
        instrument=_SCAN,
        sector="",
        label="",
        made_at=datetime.min.replace(tzinfo=UTC),
        scores=scores,
        advice=advise(content, answers, scores),
        differences=group_differences(scores),
        demo=True,
    )


@cache
def _drawn() -> dict[str, Picture]:
    return {one.id: one for one in pictures(example_team(load()))}


class PictureDirective(SphinxDirective):
    """Show a chart of the invented team by the id that `partnerschap.report.Picture` gives it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Look the chart up; an unknown name is an error of the build."""
        name, known = self.arguments[0], _drawn()
        if name not in known:
            names, page = ", ".join(known), self.env.docname
            raise self.error(message("unknown_picture", page=page, name=name, names=names))
        node = PictureNode(name=name)
        chart = known[name].chart
        cells = [*chart.header, *(cell for row in chart.rows for cell in row)]
        also_find_by(node, known[name].heading, chart.alternative, *map(str, cells))
        self.set_source_info(node)
        return [node]


def visit_picture(translator: HTML5Translator, node: PictureNode) -> None:
    """Write the drawing, its sentence and its table."""
    builder = translator.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        raise nodes.SkipNode
    people = {
        "parents": str(_PEOPLE.count("parent")),
        "professionals": str(_PEOPLE.count("professional")),
    }
    context = {"say": message, "picture": _drawn()[node["name"]], "people": people}
    translator.body.append(builder.templates.render("picture.html", context))
    raise nodes.SkipNode


def skip_picture(_translator: nodes.NodeVisitor, _node: PictureNode) -> None:
    """Leave it out of every output that is no web page."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directive, and have pages built again when charts are drawn in another way."""
    drawing = digest(Path(report.__file__).parent)
    app.add_config_value("partnerschap_drawing", drawing, "env", str)
    skip = (skip_picture, None)
    app.add_node(PictureNode, html=(visit_picture, None), text=skip, latex=skip)
    app.add_directive("picture", PictureDirective)
