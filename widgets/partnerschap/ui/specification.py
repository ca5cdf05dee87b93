"""What the front end needs to know of the content, for its form."""

from collections.abc import Sequence

from partnerschap.content import Content, fingerprint
from partnerschap.content.models import Retired
from partnerschap.ui.protocol.content import FormSpecification

CATALOGUE = ("advice.", "code.", "exercise.", "file.", "form.", "result.")
"""The parts of the message catalogue that the front end shows."""


def specification(
    content: Content,
    exercise_id: str,
    *,
    instruments: Sequence[str] | None = None,
    catalogue: tuple[str, ...] = CATALOGUE,
    retired: bool = False,
) -> FormSpecification:
    """Describe an exercise's form.

    Parameters
    ----------
    exercise_id
        Id in ``exercises.yml``.
    instruments
        Decide which items are included; the exercise's own unless given.
    catalogue
        With what the ids of the messages begin that the front end shows.
    retired
        Whether the items of before come along, which rounds of before are read with.

    Returns
    -------
    Instruments, areas, scales, roles, sectors, items, tips and words.
    """
    exercise = next(one for one in content.exercises if one.id == exercise_id)
    chosen = exercise.instruments if instruments is None else instruments
    items_of = {
        instrument_id: [item.id for item in content.items_of(instrument_id)]
        for instrument_id in chosen
    }
    included = {item_id for item_ids in items_of.values() for item_id in item_ids}
    items = [item for item in content.items if item.id in included]
    before = content.retired if retired else Retired()
    areas = {item.area for item in items}
    sources = {source for item in items for source in item.source}
    return {
        "exercise": exercise.id,
        "language": content.language,
        "instruments": [
            {
                "id": one.id,
                "name": one.name,
                "summary": one.summary,
                "minutes": one.minutes,
                "items": items_of[one.id],
                "fingerprint": fingerprint(content, one.id).hex(),
            }
            for one in map(content.instrument, chosen)
        ],
        "areas": [area for area in content.areas if area.id in areas],
        "scales": {scale.id: scale.points for scale in content.scales.scales},
        "extra_answers": content.scales.extra_answers,
        "roles": content.roles,
        "sectors": content.sectors,
        "items": [
            {
                "id": item.id,
                "area": item.area,
                "source": item.source,
                "scale": item.scale,
                "respondents": item.respondents,
                "statement": item.statement,
                "parent": item.parent,
                "ask": item.ask,
            }
            for item in (*items, *before.items)
        ],
        "tips": [
            {"id": tip.id, "summary": tip.summary}
            for tip in content.tips
            if tip.kind == "tip" and tip.id in sources
        ],
        "messages": {
            message_id: text
            for message_id, text in content.messages.items()
            if message_id.startswith(catalogue)
        },
    }
