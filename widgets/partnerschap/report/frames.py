"""Answers and figures as pandas tables, for who wants to analyse further.

pandas is imported only when a table is asked for: neither a form nor a command waits for it.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from partnerschap.content import ROLES
from partnerschap.scoring import Answer, Answers, Scores

if TYPE_CHECKING:
    import pandas as pd


def answers_from_frame(frame: pd.DataFrame) -> Answers:
    """Take answers from a table.

    Parameters
    ----------
    frame
        A row a respondent: a column ``role`` and a column an item id, holding 1..5,
        ``dont_know``, ``not_applicable``, or nothing (None or NaN). Other text columns must be
        dropped first.

    Raises
    ------
    ValueError
        When a role or an answer is none of these.
    """
    if "role" not in frame.columns:
        raise ValueError("a column 'role' is needed")
    item_ids = [str(name) for name in frame.columns if name != "role"]
    rows = []
    for record in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        role = record.pop("role")
        if role not in ROLES:
            raise ValueError(f"unknown role {role!r}")
        rows.append((role, {str(name): _answer(cell) for name, cell in record.items()}))
    return Answers.from_rows(item_ids, rows)


def _answer(cell: Any) -> Answer:
    """Read a whole number as the integer it is: a column with gaps holds floats."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def items_frame(scores: Scores) -> pd.DataFrame:
    """Return the figures of the items: a row an item under its id, in content order.

    Columns are the fields of `partnerschap.scoring.ItemScore`; missing where nothing is shown.
    """
    import pandas as pd  # noqa: PLC0415

    return pd.DataFrame([asdict(item) for item in scores.items]).set_index("id")
