"""From answers to figures, and what of them may be shown."""

from partnerschap.scoring.answers import Answer, Answers
from partnerschap.scoring.compute import score
from partnerschap.scoring.differences import GroupDifference, group_differences
from partnerschap.scoring.disclosure import OTHER, shown_groups
from partnerschap.scoring.intervals import wilson
from partnerschap.scoring.ordinal import agreement, cliffs_delta
from partnerschap.scoring.scores import AreaScore, GroupScore, ItemScore, Scores, TipScore

__all__ = [
    "OTHER",
    "Answer",
    "Answers",
    "AreaScore",
    "GroupDifference",
    "GroupScore",
    "ItemScore",
    "Scores",
    "TipScore",
    "agreement",
    "cliffs_delta",
    "group_differences",
    "score",
    "shown_groups",
    "wilson",
]
