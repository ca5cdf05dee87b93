"""From figures to strengths, what to discuss, and steps for now and for the year."""

from partnerschap.advice.advise import advise
from partnerschap.advice.conversation import Unlisted, unlisted_low, unlisted_strengths
from partnerschap.advice.pattern import Pattern, pattern_of
from partnerschap.advice.suggestion import Advice, ItemAction, Step, Suggestion, YearStep

__all__ = [
    "Advice",
    "ItemAction",
    "Pattern",
    "Step",
    "Suggestion",
    "Unlisted",
    "YearStep",
    "advise",
    "pattern_of",
    "unlisted_low",
    "unlisted_strengths",
]
