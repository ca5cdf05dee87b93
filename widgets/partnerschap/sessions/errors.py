"""What a team session refuses, each with one sentence for the person."""

from typing import Literal

from partnerschap.content import Content

Reason = Literal[
    "unknown_code",
    "unknown_trainer",
    "ended",
    "closed",
    "still_open",
    "not_now",
    "too_late",
    "not_joined",
    "role_not_invited",
    "invalid",
    "nothing_fits",
    "conflict",
    "full",
    "wait",
    "too_many",
    "storage_bad_url",
    "storage_locked",
    "storage_unavailable",
    "storage_read_only",
    "storage_full",
]


class SessionError(Exception):
    """A use case cannot be carried out.

    Attributes
    ----------
    reason
        Its sentence is the message ``session.<reason>``.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_passing(self) -> bool:
        """Whether the same may be possible in a moment."""
        return self.reason == "wait" or self.reason.startswith("storage")

    def sentence(self, content: Content) -> str:
        """Say it to the person, in one sentence."""
        return content.message(f"session.{self.reason}")
