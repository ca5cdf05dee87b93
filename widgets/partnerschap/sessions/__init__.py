"""A team session: answer apart, look together, decide together. The only caller of the store."""

from partnerschap.sessions.access import (
    ParticipantAccess,
    TrainerAccess,
    look_up,
    pause_after_wrong_code,
    team_of,
)
from partnerschap.sessions.codes import TOKEN_PATTERN, new_token
from partnerschap.sessions.errors import SessionError
from partnerschap.sessions.instrument import content_of
from partnerschap.sessions.repository import (
    CalendarEntry,
    JointScore,
    PlannedAction,
    RoleCount,
    Session,
    State,
)
from partnerschap.sessions.service import Desk
from partnerschap.sessions.snapshot import Snapshot
from partnerschap.sessions.use_cases.answering import Own, asked_of, join, own, save, set_finished
from partnerschap.sessions.use_cases.closing import close
from partnerschap.sessions.use_cases.deciding import end, go, set_joint_score, vote
from partnerschap.sessions.use_cases.example import Example, make_example
from partnerschap.sessions.use_cases.gathering import add_answer_code, add_sheet, remove_batch
from partnerschap.sessions.use_cases.opening import Opening, open_first, open_next
from partnerschap.sessions.use_cases.planning import ActionText, add_action, change_action
from partnerschap.sessions.use_cases.retention import (
    Purged,
    closed_round,
    closed_rounds,
    delete_everything,
    purge,
)
from partnerschap.sessions.views import (
    Comparison,
    Part,
    ParticipantView,
    Round,
    TrainerView,
    compare,
    participant_view,
    pulse,
    trainer_view,
    version_of,
)

__all__ = [
    "TOKEN_PATTERN",
    "ActionText",
    "CalendarEntry",
    "Comparison",
    "Desk",
    "Example",
    "JointScore",
    "Opening",
    "Own",
    "Part",
    "ParticipantAccess",
    "ParticipantView",
    "PlannedAction",
    "Purged",
    "RoleCount",
    "Round",
    "Session",
    "SessionError",
    "Snapshot",
    "State",
    "TrainerAccess",
    "TrainerView",
    "add_action",
    "add_answer_code",
    "add_sheet",
    "asked_of",
    "change_action",
    "close",
    "closed_round",
    "closed_rounds",
    "compare",
    "content_of",
    "delete_everything",
    "end",
    "go",
    "join",
    "look_up",
    "make_example",
    "new_token",
    "open_first",
    "open_next",
    "own",
    "participant_view",
    "pause_after_wrong_code",
    "pulse",
    "purge",
    "remove_batch",
    "save",
    "set_finished",
    "set_joint_score",
    "team_of",
    "trainer_view",
    "version_of",
    "vote",
]
