"""From figures to strengths, what to discuss first and ranked actions with a reason."""

from partnerschap.advice.advise import advise
from partnerschap.advice.suggestion import Advice, Suggestion

__all__ = ["Advice", "Suggestion", "advise"]
