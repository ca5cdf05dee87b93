"""What says to which items answers belong, in three bytes."""

import hashlib
from typing import Final

from partnerschap.content.models import Content

LENGTH: Final = 3
"""Bytes."""


def fingerprint(content: Content, instrument_id: str) -> bytes:
    """Identify an instrument with its items, in their order: the same after a change of wording.

    Returns
    -------
    `LENGTH` bytes.

    Raises
    ------
    KeyError
        When there is no such instrument.
    """
    item_ids = [item.id for item in content.items_of(instrument_id)]
    return hashlib.sha256("\n".join([instrument_id, *item_ids]).encode()).digest()[:LENGTH]
