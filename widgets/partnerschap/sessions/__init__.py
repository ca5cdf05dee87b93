"""Team sessions: answer apart, look together, decide together.

A service layer over a repository. `use_cases` holds what a trainer or a participant can do, one
function each, run by a `SessionService` in one transaction; `views` what each may see; `model` the
records; `repository` how they are stored. Nobody else calls the repository.
"""

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
    PlanStep,
    RoleCount,
    Session,
    State,
)
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.snapshot import Snapshot
from partnerschap.sessions.use_cases.answering import (
    Own,
    asked_of,
    join_round,
    own_answers,
    save_answers,
    set_finished,
)
from partnerschap.sessions.use_cases.closing import close_round
from partnerschap.sessions.use_cases.deciding import (
    archive_round,
    save_votes,
    set_joint_score,
    show_step,
)
from partnerschap.sessions.use_cases.example import Example, make_example
from partnerschap.sessions.use_cases.gathering import add_answer_code, add_sheet, remove_batch
from partnerschap.sessions.use_cases.opening import Opening, open_first, open_next
from partnerschap.sessions.use_cases.planning import ActionText, add_action, change_action
from partnerschap.sessions.use_cases.retention import (
    Purged,
    closed_round,
    closed_rounds,
    delete_everything,
    purge_expired,
)
from partnerschap.sessions.views import (
    AnswerSet,
    ChangeMarker,
    Comparison,
    ParticipantView,
    Round,
    TrainerView,
    change_markers,
    compare_rounds,
    participant_view,
    trainer_view,
)

__all__ = [
    "TOKEN_PATTERN",
    "ActionText",
    "AnswerSet",
    "CalendarEntry",
    "ChangeMarker",
    "Comparison",
    "Example",
    "JointScore",
    "Opening",
    "Own",
    "ParticipantAccess",
    "ParticipantView",
    "PlanStep",
    "PlannedAction",
    "Purged",
    "RoleCount",
    "Round",
    "Session",
    "SessionError",
    "SessionService",
    "Snapshot",
    "State",
    "TrainerAccess",
    "TrainerView",
    "add_action",
    "add_answer_code",
    "add_sheet",
    "archive_round",
    "asked_of",
    "change_action",
    "change_markers",
    "close_round",
    "closed_round",
    "closed_rounds",
    "compare_rounds",
    "content_of",
    "delete_everything",
    "join_round",
    "look_up",
    "make_example",
    "new_token",
    "open_first",
    "open_next",
    "own_answers",
    "participant_view",
    "pause_after_wrong_code",
    "purge_expired",
    "remove_batch",
    "save_answers",
    "save_votes",
    "set_finished",
    "set_joint_score",
    "show_step",
    "team_of",
    "trainer_view",
]
