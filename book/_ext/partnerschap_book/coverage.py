"""The directive ``{coverage}``: where the course takes up each point of its sources."""

# mypy: disable-error-code="import-untyped"
# docutils has no types.

from collections.abc import Iterable, Iterator
from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from partnerschap.content import Content, load
from partnerschap.content.coverage import Covered
from partnerschap.report import in_every_sector

from .texts import message

_SHOWS = "coverage_shows_sections"
_ITEMS = "punten"
"""The page with every item under its id."""

_CHECK = "check-jezelf"
"""The section of a module with its check questions."""

_logger = logging.getLogger(__name__)


class SectionNode(nodes.General, nodes.Inline, nodes.Element):  # type: ignore[misc]
    """The place of a link to a section of another page, under the titles of both."""


class CoverageDirective(SphinxDirective):
    """List what the sources say, with what explains, scores and practises it."""

    def run(self) -> list[nodes.Node]:
        """Make one section a source."""
        self.env.metadata[self.env.docname][_SHOWS] = True
        content = load()
        sources = {tip.id: tip.source for tip in content.tips}
        found = []
        source = content.sources[0].id
        for one in content.coverage:
            # What is no tip stands in the file among those of its source.
            source = sources.get(one.id, source)
            found.append((source, one))
        names = {one.id: one.title for one in content.sources}
        return [
            _section(content, source, names[source], [one for _, one in rows])
            for source, rows in groupby(found, key=lambda row: row[0])
        ]


def _section(content: Content, source: str, title: str, rows: Iterable[Covered]) -> nodes.section:
    name = nodes.make_id(f"bron-{source}")
    section = nodes.section("", nodes.title("", f"{source}. {title}"), ids=[name], names=[name])
    section.extend(_row(content, one) for one in rows)
    return section


def _row(content: Content, one: Covered) -> nodes.container:
    summaries = {tip.id: tip.summary for tip in content.tips}
    said = nodes.paragraph(classes=["item-statement"])
    if one.id in summaries:
        said += nodes.inline("", one.id, classes=["item-id"])
        said += nodes.Text(" ")
    said += nodes.strong("", one.summary or summaries[one.id])
    facts = nodes.field_list(
        "",
        _fact("coverage_sections", [[_place(section)] for section in one.sections]),
        _fact("coverage_items", _items(content, one)),
        _fact("coverage_practice", _practice(content, one)),
        _fact("coverage_verdict", [[nodes.Text(_verdict(one))]]),
        classes=["item-facts"],
    )
    return nodes.container("", said, facts, ids=[nodes.make_id(f"punt-{one.id}")], classes=["item"])


def _fact(name: str, lines: Iterable[list[nodes.Node]]) -> nodes.field:
    listed = [nodes.paragraph("", "", *line) for line in lines]
    body = nodes.field_body()
    if len(listed) == 1:
        body += listed
    else:
        body += nodes.bullet_list("", *(nodes.list_item("", line) for line in listed))
    return nodes.field("", nodes.field_name("", message(name)), body)


def _place(section: str, words: str = "") -> SectionNode:
    page, anchor = section.split("#")
    return SectionNode(page=page, anchor=anchor, words=words)


def _items(content: Content, one: Covered) -> list[list[nodes.Node]]:
    scored = [item for item in content.items if one.id in item.source]
    if not scored:
        return [[nodes.Text(one.no_item or "")]]
    return [
        [
            _place(f"{_ITEMS}#{item.id}", in_every_sector(content, item.statement)),
            nodes.Text(" *" if item.core else ""),
        ]
        for item in scored
    ]


def _practice(content: Content, one: Covered) -> Iterator[list[nodes.Node]]:
    """Yield exercises, conversations, check questions and sheets, in that order."""
    exercises = {exercise.id: exercise.title for exercise in content.exercises}
    for name in one.exercises:
        title = exercises[name].partition(":")[0]
        yield [nodes.Text(message("coverage_exercise", title=title))]
    cases = {case.id: case for case in content.cases}
    for case in (cases[name] for name in one.cases):
        words = message("coverage_case", title=case.title)
        yield [_place(f"{case.modules[0]}#doe-het-zelf", words)]
    modules = {module.id: module.title for module in content.modules}
    for module, names in groupby(one.questions, key=lambda name: name.rpartition("-")[0]):
        asked = ", ".join(names)
        words = message("coverage_questions", module=modules[module], ids=asked)
        yield [_place(f"{module}#{_CHECK}", words)]
    for sheet in one.sheets:
        yield [nodes.Text(message("coverage_sheet")), nodes.Text(" "), _place(sheet)]


def _verdict(one: Covered) -> str:
    return message(f"coverage_verdict_{one.kinds}")


def link_sections(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put in the links, and warn of a section that is not there: then the strict build fails."""
    targets: dict[str, dict[str, str]] = {}
    for node in list(doctree.findall(SectionNode)):
        aim, anchor = node["page"], node["anchor"]
        if aim not in app.env.found_docs:
            _logger.warning(message("coverage_gone", place=f"{aim}#{anchor}"), location=page)
            continue
        if aim not in targets:
            targets[aim] = dict(_named(app.env.get_doctree(aim)))
        title = targets[aim].get(anchor)
        if title is None:
            _logger.warning(message("coverage_gone", place=f"{aim}#{anchor}"), location=page)
            continue
        words = node["words"] or f"{app.env.titles[aim].astext()}: {title}"
        address = f"{app.builder.get_relative_uri(page, aim)}#{anchor}"
        node.replace_self(nodes.reference("", words, refuri=address, internal=True))


def _named(doctree: nodes.document) -> Iterator[tuple[str, str]]:
    """Give what a page can be opened at, each with its title if it has one."""
    for part in doctree.findall(nodes.Element):
        title = part.next_node(nodes.title) if isinstance(part, nodes.section) else None
        for name in part.get("ids", ()):
            yield name, title.astext() if title is not None else ""


def write_again(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the page at each build: a section of another page may have moved."""
    return [page for page, data in env.metadata.items() if data.get(_SHOWS)]


def setup(app: Sphinx) -> None:
    """Register the directive, and what puts the links in when every page is read."""
    app.add_node(SectionNode)
    app.add_directive("coverage", CoverageDirective)
    app.connect("doctree-resolved", link_sections)
    app.connect("env-updated", write_again)
