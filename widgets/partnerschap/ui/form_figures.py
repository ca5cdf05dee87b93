"""Figures as a page needs them: with the texts of the actions that they name."""

from itertools import chain

from partnerschap.advice import Advice
from partnerschap.content import Content
from partnerschap.report import figures
from partnerschap.scoring import Scores
from partnerschap.ui.protocol.content import FormAction, FormFigures


def form_figures(content: Content, scores: Scores, advice: Advice) -> FormFigures:
    """Put scores and advice in the keys of the contract, with the texts that go with them.

    A form has the texts of no action: all of them are ten times what a page weighs without.

    Parameters
    ----------
    scores, advice
        `advice` on these `scores`; of a round of before it may name actions that are retired, or
        gone, which then have no text.
    """
    whole = figures(scores, advice)
    steps = chain(whole["suggestions"], whole["year_plan"], whole["find_out"], whole["keep"])
    named = {one["action"] for one in steps}
    retired: dict[str, FormAction] = {
        one.id: {"text": one.text, "sectors": {}} for one in content.retired.actions
    }
    now: dict[str, FormAction] = {
        one: {"text": action.text, "sectors": action.sectors}
        for one, action in content.actions_by_id.items()
    }
    texts = retired | now
    return {**whole, "actions": {one: texts[one] for one in named if one in texts}}
