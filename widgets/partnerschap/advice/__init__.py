"""From figures to strengths, what to discuss, and steps for now and for the year."""

from partnerschap.advice.advise import advise
from partnerschap.advice.pattern import Pattern, pattern_of
from partnerschap.advice.suggestion import Advice, ItemAction, Step, Suggestion, YearStep

__all__ = [
    "Advice",
    "ItemAction",
    "Pattern",
    "Step",
    "Suggestion",
    "YearStep",
    "advise",
    "pattern_of",
]
