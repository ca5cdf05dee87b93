"""Errors of the repository, each with a reason that a screen can explain."""

from typing import Literal

Reason = Literal["bad_url", "locked", "unavailable", "read_only", "full"]


class StoreError(Exception):
    """The database cannot do what was asked.

    The message is the reason alone: an address may hold a password. The error underneath is the
    cause of this one.

    Attributes
    ----------
    reason
        ``bad_url``: the address is not one of a database; ``locked``: others kept it busy;
        ``unavailable``: it is not there, or is not ours; ``read_only``; ``full``.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class VersionConflictError(Exception):
    """Somebody else changed it first."""


class CodeTakenError(Exception):
    """Another session has this code."""
