"""From figures to strengths, what to discuss, and steps for now and for the year."""

from partnerschap.advice.advise import advise
from partnerschap.advice.suggestion import Advice, ItemAction, Suggestion, YearStep

__all__ = ["Advice", "ItemAction", "Suggestion", "YearStep", "advise"]
