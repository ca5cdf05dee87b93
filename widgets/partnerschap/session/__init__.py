"""A team session: answer apart, look together, decide together. The only caller of the store."""

from partnerschap.session.answering import Own, asked_of, join, own, save, set_finished
from partnerschap.session.closing import close
from partnerschap.session.codes import TOKEN_PATTERN, new_token
from partnerschap.session.deciding import end, go, set_joint_score, vote
from partnerschap.session.desk import Desk
from partnerschap.session.entry import (
    ParticipantAccess,
    TrainerAccess,
    look_up,
    pause_after_wrong_code,
    team_of,
)
from partnerschap.session.errors import SessionError
from partnerschap.session.example import Example, make_example
from partnerschap.session.gathering import add_answer_code, add_sheet, remove_batch
from partnerschap.session.instrument import content_of
from partnerschap.session.keeping import (
    Purged,
    closed_round,
    closed_rounds,
    delete_everything,
    purge,
)
from partnerschap.session.opening import Opening, open_first, open_next
from partnerschap.session.planning import ActionText, add_action, change_action
from partnerschap.session.snapshot import Snapshot
from partnerschap.session.viewing import (
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
from partnerschap.store import (
    CalendarEntry,
    JointScore,
    PlannedAction,
    PlanStep,
    RoleCount,
    Session,
    State,
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
    "PlanStep",
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
