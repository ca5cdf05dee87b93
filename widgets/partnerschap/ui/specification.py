"""What the front end needs to know of the content, as plain JSON."""

from collections.abc import Sequence
from typing import Any

from partnerschap.content import Content

CATALOGUE = ("code.", "exercise.", "file.", "form.", "result.")
"""The parts of the message catalogue that the front end shows."""


def specification(
    content: Content,
    exercise_id: str,
    *,
    instruments: Sequence[str] | None = None,
    catalogue: tuple[str, ...] = CATALOGUE,
) -> dict[str, Any]:
    """Describe an exercise's form.

    Parameters
    ----------
    exercise_id
        Id in ``exercises.yml``.
    instruments
        Decide which items are included; the exercise's own unless given.
    catalogue
        With what the ids of the messages begin that the front end shows.

    Returns
    -------
    JSON of instruments, areas, scales, roles, sectors, items with their actions, tips and words.
    """
    exercise = next(one for one in content.exercises if one.id == exercise_id)
    chosen = exercise.instruments if instruments is None else instruments
    items_of = {
        instrument_id: [item.id for item in content.items_of(instrument_id)]
        for instrument_id in chosen
    }
    included = {item_id for item_ids in items_of.values() for item_id in item_ids}
    items = [item for item in content.items if item.id in included]
    areas = {item.area for item in items}
    sources = {source for item in items for source in item.source}
    return {
        "exercise": exercise.id,
        "language": content.language,
        "instruments": [
            content.instrument(instrument_id).model_dump(
                include={"id", "name", "summary", "minutes"}
            )
            | {"items": items_of[instrument_id]}
            for instrument_id in chosen
        ],
        "areas": [area.model_dump() for area in content.areas if area.id in areas],
        "scales": {scale.id: list(scale.points) for scale in content.scales.scales},
        "extra_answers": [extra.model_dump() for extra in content.scales.extra_answers],
        "effort": [grade.name for grade in content.scales.effort],
        "impact": [grade.name for grade in content.scales.impact],
        "roles": [role.model_dump() for role in content.roles],
        "sectors": [sector.model_dump() for sector in content.sectors],
        "items": [
            item.model_dump(
                include={
                    "id",
                    "area",
                    "source",
                    "scale",
                    "respondents",
                    "statement",
                    "parent",
                    "actions",
                }
            )
            for item in items
        ],
        "tips": [
            tip.model_dump(include={"id", "summary"})
            for tip in content.tips
            if tip.kind == "tip" and tip.id in sources
        ],
        "messages": {
            message_id: text
            for message_id, text in content.messages.items()
            if message_id.startswith(catalogue)
        },
    }
