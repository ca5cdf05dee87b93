"""The content: what is asked, in whose words, and what can be done about it."""

from partnerschap.content.checks import check
from partnerschap.content.faults import ContentError, Fault, render_fault
from partnerschap.content.fingerprint import fingerprint
from partnerschap.content.loader import load, read_messages
from partnerschap.content.models import (
    ROLES,
    Action,
    ActionFile,
    Area,
    Content,
    Exercise,
    ExtraAnswer,
    Instrument,
    Item,
    Role,
    Situation,
)

__all__ = [
    "ROLES",
    "Action",
    "ActionFile",
    "Area",
    "Content",
    "ContentError",
    "Exercise",
    "ExtraAnswer",
    "Fault",
    "Instrument",
    "Item",
    "Role",
    "Situation",
    "check",
    "fingerprint",
    "load",
    "read_messages",
    "render_fault",
]
