"""Answers as numbers: one row a respondent, one column an item."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from partnerschap.content import ROLES, Role

POINTS: Final = 5
"""Number of points on every scale."""

BLANK: Final = 0
DONT_KNOW: Final = -1
NOT_APPLICABLE: Final = -2

Answer = int | Literal["dont_know", "not_applicable"] | None
"""One answer as people and files write it, 1..5; None where nothing was filled in."""

_CODES: Final[Mapping[object, int]] = {
    None: BLANK,
    "dont_know": DONT_KNOW,
    "not_applicable": NOT_APPLICABLE,
} | {value: value for value in range(1, POINTS + 1)}


_ANSWERS: Final[Mapping[int, Answer]] = {
    BLANK: None,
    DONT_KNOW: "dont_know",
    NOT_APPLICABLE: "not_applicable",
} | {value: value for value in range(1, POINTS + 1)}


def code_of(answer: Answer) -> int:
    """Return an answer as the number that stands for it in `Answers.values`.

    Raises
    ------
    ValueError
        When it is none of `Answer`.
    """
    if not _is_answer(answer):
        raise ValueError(f"unknown answer {answer!r}")
    return _CODES[answer]


def answer_of(code: int) -> Answer:
    """Return the answer that a number in `Answers.values` stands for.

    Raises
    ------
    KeyError
        When the number stands for none.
    """
    return _ANSWERS[code]


def _is_answer(given: object) -> bool:
    return isinstance(given, Hashable) and not isinstance(given, bool) and given in _CODES


@dataclass(frozen=True, eq=False)
class Answers:
    """What respondents answered.

    Attributes
    ----------
    item_ids
        Ids of the `n_items` columns, each once.
    roles
        The role of each of the `n_respondents` rows.
    values
        Shape (n_respondents, n_items), int8: 1..5, `BLANK`, `DONT_KNOW` or `NOT_APPLICABLE`.
    importance
        Importance 1..3 of an item where the team chose one; 2 elsewhere.
    """

    item_ids: tuple[str, ...]
    roles: tuple[Role, ...]
    values: NDArray[np.int8]
    importance: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse answers that no figure is defined for.

        Raises
        ------
        ValueError
            When shape, roles, answers or importance fall outside what is described above.
        """
        if self.values.shape != (len(self.roles), len(self.item_ids)):
            raise ValueError("values must have a row a role and a column an item")
        if not np.issubdtype(self.values.dtype, np.integer):
            raise ValueError("values must be whole numbers")
        if len(set(self.item_ids)) != len(self.item_ids):
            raise ValueError("item ids must be unique")
        if not set(self.roles) <= set(ROLES):
            raise ValueError("unknown role")
        if (
            self.values.size
            and not NOT_APPLICABLE <= self.values.min() <= self.values.max() <= POINTS
        ):
            raise ValueError("answers must lie on the scale or be one of the extra answers")
        if not set(self.importance.values()) <= {1, 2, 3}:
            raise ValueError("importance must be 1, 2 or 3")

    @classmethod
    def from_rows(
        cls,
        item_ids: Sequence[str],
        rows: Sequence[tuple[Role, Mapping[str, Answer]]],
        importance: Mapping[str, int] | None = None,
    ) -> "Answers":
        """Build from one ``(role, {item id: answer})`` a respondent.

        Raises
        ------
        ValueError
            When an answer is none of `Answer`, or is to an item that is not in `item_ids`.
        """
        known = set(item_ids)
        for _, given in rows:
            for item_id, answer in given.items():
                if item_id not in known:
                    raise ValueError(f"unknown item {item_id!r}")
                if not _is_answer(answer):
                    raise ValueError(f"unknown answer {answer!r} to {item_id}")
        coded = [
            (role, {item_id: _CODES[answer] for item_id, answer in given.items()})
            for role, given in rows
        ]
        return cls.from_codes(item_ids, coded, importance)

    @classmethod
    def from_codes(
        cls,
        item_ids: Sequence[str],
        rows: Sequence[tuple[Role, Mapping[str, int]]],
        importance: Mapping[str, int] | None = None,
    ) -> "Answers":
        """Build from one ``(role, {item id: code})`` a respondent, coded as in `values`.

        Codes of other items than `item_ids` are left out.

        Raises
        ------
        ValueError
            When a code stands for no answer.
        """
        codes = [[given.get(item_id, BLANK) for item_id in item_ids] for _, given in rows]
        try:
            values = np.array(codes, dtype=np.int8).reshape(len(rows), len(item_ids))
        except OverflowError as error:
            raise ValueError("answers must lie on the scale") from error
        return cls(tuple(item_ids), tuple(role for role, _ in rows), values, importance or {})

    def columns(self, item_ids: Sequence[str]) -> NDArray[np.int8]:
        """Return the columns of some items, blank for an item that was not asked.

        Returns
        -------
        Shape (n_respondents, len(item_ids)).
        """
        position = {item_id: index for index, item_id in enumerate(self.item_ids)}
        chosen = np.full((len(self.roles), len(item_ids)), BLANK, dtype=np.int8)
        for index, item_id in enumerate(item_ids):
            if item_id in position:
                chosen[:, index] = self.values[:, position[item_id]]
        return chosen

    def roles_heard(self, item_ids: Sequence[str]) -> frozenset[Role]:
        """Return the roles of those who answered any of some items, if only *weet ik niet*.

        Who left all of them blank is a row of a sheet, or has only joined.
        """
        heard = (self.columns(item_ids) != BLANK).any(axis=1)
        return frozenset(role for role, gave in zip(self.roles, heard, strict=True) if gave)
