"""From answers to figures, and what of them may be shown."""

from partnerschap.scoring.answers import BLANK, Answer, Answers, answer_of, code_of
from partnerschap.scoring.change import AreaChange, area_changes, area_spreads
from partnerschap.scoring.compute import score
from partnerschap.scoring.differences import (
    GroupDifference,
    Side,
    group_differences,
    missing_side,
)
from partnerschap.scoring.disclosure import DIVISIONS, Division, division_of
from partnerschap.scoring.intervals import wilson
from partnerschap.scoring.ordinal import agreement, cliffs_delta, difference_p
from partnerschap.scoring.scores import (
    EDITION,
    AgreementClass,
    AreaScore,
    GroupScore,
    ItemScore,
    Scores,
    Status,
    TipScore,
)
from partnerschap.scoring.situations import differs, step_of

__all__ = [
    "BLANK",
    "DIVISIONS",
    "EDITION",
    "AgreementClass",
    "Answer",
    "Answers",
    "AreaChange",
    "AreaScore",
    "Division",
    "GroupDifference",
    "GroupScore",
    "ItemScore",
    "Scores",
    "Side",
    "Status",
    "TipScore",
    "agreement",
    "answer_of",
    "area_changes",
    "area_spreads",
    "cliffs_delta",
    "code_of",
    "difference_p",
    "differs",
    "division_of",
    "group_differences",
    "missing_side",
    "score",
    "step_of",
    "wilson",
]
