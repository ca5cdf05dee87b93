"""The items of a session: an instrument of the content, with the team's own items behind it."""

from typing import cast

from partnerschap.content import ROLES, Content, Item
from partnerschap.content.models import Area, Instrument, ScaleId
from partnerschap.sessions.repository import OwnItem, Session

OWN_AREA = "own"
"""Area of the points that a team adds itself; it is no partnership and gives no actions."""


def content_of(content: Content, session: Session) -> Content:
    """Return the content in which the session's instrument asks the team's own points too."""
    if not session.own_items:
        return content
    asked = content.instrument(session.instrument)
    name = content.message("session.own_area")
    short = content.message("session.own_area_short")
    area = Area.model_construct(None, id=OWN_AREA, name=name, short=short, partnership=False)
    instrument = Instrument.model_construct(
        None, **dict(asked) | {"areas": (*asked.areas, OWN_AREA)}
    )
    fields = {field: getattr(content, field) for field in Content.model_fields}
    return Content.model_construct(
        None,
        **fields
        | {
            "areas": (*content.areas, area),
            "items": (*content.items, *map(_item, session.own_items)),
            "instruments": tuple(
                instrument if known.id == asked.id else known for known in content.instruments
            ),
        },
    )


def _item(own: OwnItem) -> Item:
    return Item.model_construct(
        None,
        id=own.id,
        area=OWN_AREA,
        source=(),
        core=True,
        scale=cast("ScaleId", own.scale),
        respondents=ROLES,
        # Braces are no words of a sector here.
        statement=own.statement,
        parent=None,
        no_parent=None,
        assignment="high",
        also=(),
        parallel=True,
    )
