"""Everything that the scans ask: ``{items}`` for a trainer, ``{research}`` for who examines it."""

from collections.abc import Callable, Iterable

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from partnerschap.content import Area, Content, Item, load
from partnerschap.report import in_every_sector

from .drawings import area_icon
from .texts import message

Facts = Callable[[Content, Item], Iterable[nodes.field]]


class AreasDirective(SphinxDirective):
    """List every area with its items."""

    def run(self) -> list[nodes.Node]:
        """Make one section an area, so that each has its place in the page's contents."""
        content = load()
        return [_area(content, area, self.facts) for area in content.areas]

    def facts(self, content: Content, item: Item) -> Iterable[nodes.field]:
        """Yield what parents read, what can be answered, and by whom."""
        return _asked(content, item)


def _area(content: Content, area: Area, facts: Facts) -> nodes.section:
    section = nodes.section(
        "",
        nodes.title("", area.name),
        nodes.paragraph(
            "",
            "",
            nodes.raw("", area_icon(area.id), format="html"),
            nodes.inline("", area.short, classes=["area-short"]),
            classes=["area-line"],
        ),
        ids=[nodes.make_id(f"gebied-{area.id}")],
        names=[f"gebied-{area.id}"],
        classes=["area", f"area-{area.id}"],
    )
    section.extend(_item(content, item, facts) for item in content.items if item.area == area.id)
    return section


def _item(content: Content, item: Item, facts: Facts) -> nodes.container:
    statement = nodes.paragraph(classes=["item-statement"])
    statement += nodes.inline("", item.id, classes=["item-id"])
    statement += nodes.Text(" ")
    statement += nodes.strong("", in_every_sector(content, item.statement))
    if item.core:
        statement += nodes.Text(" ")
        statement += nodes.inline("", message("item_core"), classes=["item-core"])
    told = nodes.field_list("", *facts(content, item), classes=["item-facts"])
    return nodes.container("", statement, told, ids=[item.id], classes=["item"])


def _asked(content: Content, item: Item) -> Iterable[nodes.field]:
    """Yield what parents read, what can be answered, and by whom."""
    roles = {role.id: role.name for role in content.roles}
    scales = {scale.id: scale for scale in content.scales.scales}
    if item.parent is not None:
        yield _fact("item_parent", in_every_sector(content, item.parent))
    if item.no_parent is not None:
        yield _fact("item_no_parent", item.no_parent)
    points = scales[item.scale].points
    yield _fact("item_scale", message("item_scale_range", lowest=points[0], highest=points[-1]))
    yield _fact("item_respondents", ", ".join(roles[role] for role in item.respondents))


def _comparison(item: Item) -> str:
    """Name whether parents and the team can be compared on an item."""
    if "parent" not in item.respondents:
        return "none"
    return "yes" if item.parallel else "no"


def _certainty(content: Content, item: Item) -> str:
    certainty = message(f"certainty_{item.assignment}")
    if not item.also:
        return certainty
    areas = {area.id: area.name for area in content.areas}
    also = ", ".join(areas[area] for area in item.also)
    return message("item_also", certainty=certainty, areas=also)


def _sources(content: Content, item: Item) -> Iterable[str]:
    tips = {tip.id: tip for tip in content.tips}
    publishers = {source.id: source.publisher for source in content.sources}
    for tip in (tips[source] for source in item.source):
        origin = message(f"tip_{tip.kind}", publisher=publishers[tip.source])
        yield message("item_source", tip=tip.id, origin=origin, summary=tip.summary)


def _actions(content: Content, item: Item) -> Iterable[str]:
    for action in content.actions_of(item.id):
        yield message(
            "item_action",
            text=in_every_sector(content, action.text),
            effort=str(action.effort),
            impact=str(action.impact),
        )


def _fact(name: str, *texts: str) -> nodes.field:
    body = nodes.field_body()
    if len(texts) == 1:
        body += nodes.paragraph("", texts[0])
    else:
        body += nodes.bullet_list(
            "", *(nodes.list_item("", nodes.paragraph("", text)) for text in texts)
        )
    return nodes.field("", nodes.field_name("", message(name)), body)


class ItemsDirective(AreasDirective):
    """List the items with where they come from and what can be done."""

    def facts(self, content: Content, item: Item) -> Iterable[nodes.field]:
        """Yield where an item comes from and what can be done about it, too."""
        yield from super().facts(content, item)
        yield _fact("item_sources", *_sources(content, item))
        yield _fact("item_certainty", _certainty(content, item))
        yield _fact("item_actions", *_actions(content, item))


class ResearchDirective(AreasDirective):
    """List the items with what a survey methodologist asks about them."""

    def facts(self, content: Content, item: Item) -> Iterable[nodes.field]:
        """Yield what roles are compared on, and what may be weak about an item, too."""
        yield from super().facts(content, item)
        yield _fact("item_parallel", message(f"item_parallel_{_comparison(item)}"))
        yield _fact("item_sources", *_sources(content, item))
        yield _fact("item_certainty", _certainty(content, item))
        if item.doubt is not None:
            yield _fact("item_doubt", item.doubt)


class RetiredItemsDirective(SphinxDirective):
    """List the items that were asked before."""

    def run(self) -> list[nodes.Node]:
        """Give each in a line, for parents too where they were asked."""
        content = load()
        listed = nodes.bullet_list(classes=["retired-items"])
        for item in content.retired.items:
            told = nodes.paragraph("", "", nodes.inline("", item.id, classes=["item-id"]))
            told += nodes.Text(f" {in_every_sector(content, item.statement)}")
            if item.parent is not None:
                parent = in_every_sector(content, item.parent)
                told += nodes.Text(f" {message('item_retired_parent', text=parent)}")
            listed += nodes.list_item("", told)
        return [listed]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("items", ItemsDirective)
    app.add_directive("research", ResearchDirective)
    app.add_directive("retired-items", RetiredItemsDirective)
