"""The steps of the conversation after closing, in their order, and which belong to deciding."""

from partnerschap.sessions.repository import Session
from partnerschap.sessions.snapshot import Snapshot

_DECIDING = ("vote", "actions", "end")


def steps_of(session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the steps, ``discuss-1`` and on for each item to discuss.

    What has nothing to show is left out: there is no vote where a team answers together, no step
    about groups where none may be shown apart, and none about what all find low where nothing is.
    """
    discuss = (f"discuss-{n}" for n, _ in enumerate(snapshot.advice.discuss_first, start=1))
    return (
        "strengths",
        "glance",
        *discuss,
        *(["low"] if snapshot.advice.agree_low else []),
        *(["differences"] if snapshot.differences else []),
        *([] if session.together or not snapshot.vote_items else ["vote"]),
        "actions",
        "end",
    )


def is_deciding(step: str) -> bool:
    """Whether a step belongs to the state `planned`."""
    return step in _DECIDING
