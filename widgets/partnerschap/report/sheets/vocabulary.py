"""The vocabulary of answer sheets: accepted names of columns, roles and answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partnerschap.content import Content, Item, Role
from partnerschap.scoring import Answer

RESPONDENT: Final = "respondent"
ROLE: Final = "role"
IMPORTANCE: Final = "_importance"
"""In the column `RESPONDENT`: the row holds the importance that the team gives to each item."""

_POINT: Final = re.compile(r"([1-5])(?:[.,]0+)?")
"""A point of the scale, as a person or Excel writes it: 3, 3.0 or 3,0."""

_POINTS: Final[Mapping[str, Answer]] = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
_IMPORTANCES: Final = (1, 2, 3)


def folded(text: str) -> str:
    """Bring a word in the form in which words are compared: neither case nor spacing counts."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class SheetWords:
    """The words of a sheet in the language of the content.

    Attributes
    ----------
    items
        Every item of the content under its folded id.
    roles
        The role of each folded id and name.
    answers
        For each scale the answer that each folded label and id stands for.
    labels
        For each scale its labels in order, the extra answers last.
    role_names
        The names of the roles in order.
    """

    items: Mapping[str, Item]
    roles: Mapping[str, Role]
    answers: Mapping[str, Mapping[str, Answer]]
    labels: Mapping[str, tuple[str, ...]]
    role_names: tuple[str, ...]

    @classmethod
    def of(cls, content: Content) -> "SheetWords":
        """Collect the words of the content."""
        roles: dict[str, Role] = {}
        for role in content.roles:
            roles[folded(role.id)] = roles[folded(role.name)] = role.id
        extras: dict[str, Answer] = {}
        for extra in content.scales.extra_answers:
            extras[folded(extra.id)] = extras[folded(extra.name)] = extra.id
        points = {
            scale.id: {folded(point): _POINTS[str(n)] for n, point in enumerate(scale.points, 1)}
            for scale in content.scales.scales
        }
        names = tuple(extra.name for extra in content.scales.extra_answers)
        return cls(
            items={folded(item.id): item for item in content.items},
            roles=roles,
            answers={scale: extras | own for scale, own in points.items()},
            labels={scale.id: scale.points + names for scale in content.scales.scales},
            role_names=tuple(role.name for role in content.roles),
        )

    def answer(self, item: Item, text: str) -> Answer:
        """Return the answer that a cell with text holds.

        Raises
        ------
        KeyError
            When it is no answer to this item.
        """
        point = _POINT.fullmatch(text)
        return _POINTS[point[1]] if point else self.answers[item.scale][folded(text)]


def importance(text: str) -> int:
    """Return the importance that a cell with text holds.

    Raises
    ------
    KeyError
        When it is none of 1, 2 and 3.
    """
    point = _POINT.fullmatch(text)
    if point is None or int(point[1]) not in _IMPORTANCES:
        raise KeyError(text)
    return int(point[1])
