"""The directive ``{items}``: everything that the scans ask, for a trainer to look over."""

from collections.abc import Iterable

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from partnerschap.content import Area, Content, Item, load
from partnerschap.report import in_every_sector

from .texts import message


class ItemsDirective(SphinxDirective):
    """List every area with its items, where they come from and what can be done."""

    def run(self) -> list[nodes.Node]:
        """Make one section an area, so that each has its place in the page's contents."""
        content = load()
        return [_area(content, area) for area in content.areas]


def _area(content: Content, area: Area) -> nodes.section:
    section = nodes.section(
        "",
        nodes.title("", area.name),
        nodes.paragraph("", area.short, classes=["area-short"]),
        ids=[nodes.make_id(f"gebied-{area.id}")],
        names=[f"gebied-{area.id}"],
        classes=["area", f"area-{area.id}"],
    )
    section.extend(_item(content, item) for item in content.items if item.area == area.id)
    return section


def _item(content: Content, item: Item) -> nodes.container:
    areas = {area.id: area.name for area in content.areas}
    roles = {role.id: role.name for role in content.roles}
    scales = {scale.id: scale for scale in content.scales.scales}
    facts = nodes.field_list(classes=["item-facts"])
    if item.parent is not None:
        facts += _fact("item_parent", in_every_sector(content, item.parent))
    if item.no_parent is not None:
        facts += _fact("item_no_parent", item.no_parent)
    points = scales[item.scale].points
    facts += _fact("item_scale", message("item_scale_range", lowest=points[0], highest=points[-1]))
    facts += _fact("item_respondents", ", ".join(roles[role] for role in item.respondents))
    facts += _fact("item_sources", *_sources(content, item))
    certainty = message(f"certainty_{item.assignment}")
    if item.also:
        also = ", ".join(areas[area] for area in item.also)
        certainty = message("item_also", certainty=certainty, areas=also)
    facts += _fact("item_certainty", certainty)
    facts += _fact("item_actions", *_actions(content, item))
    statement = nodes.paragraph(classes=["item-statement"])
    statement += nodes.inline("", item.id, classes=["item-id"])
    statement += nodes.Text(" ")
    statement += nodes.strong("", in_every_sector(content, item.statement))
    if item.core:
        statement += nodes.Text(" ")
        statement += nodes.inline("", message("item_core"), classes=["item-core"])
    return nodes.container("", statement, facts, ids=[item.id], classes=["item"])


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


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("items", ItemsDirective)
