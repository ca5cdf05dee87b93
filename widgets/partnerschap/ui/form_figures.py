"""Figures as a page needs them: with the texts of the actions that they name."""

from itertools import chain

from partnerschap.advice import Advice, unlisted_low, unlisted_strengths
from partnerschap.content import Content
from partnerschap.report import ItemActionFigures, figures
from partnerschap.scoring import Scores
from partnerschap.ui.protocol.content import FormAction, FormFigures, UnlistedFigures


def form_figures(content: Content, scores: Scores, advice: Advice) -> FormFigures:
    """Put scores and advice in the keys of the contract, with the texts that go with them.

    A form has the texts of no action: all of them are ten times what a page weighs without.

    Parameters
    ----------
    scores, advice
        `advice` on these `scores`; of a round of before it may name actions that are retired, or
        gone, which then have no text.
    """
    begin: list[ItemActionFigures] = [
        {"item": one.item, "action": one.action} for one in advice.begin
    ]
    strong = unlisted_strengths(scores, advice.strengths)
    low = unlisted_low(scores, advice.agree_low)
    unlisted: UnlistedFigures = {
        "strengths": {"n": strong.n, "alike": strong.alike},
        "agree_low": {"n": low.n, "alike": low.alike},
    }
    whole: FormFigures = {
        **figures(scores, advice),
        "begin": begin,
        "unlisted": unlisted,
        "actions": {},
    }
    retired = {one.id: one for one in content.retired.actions}
    texts: dict[str, FormAction] = {}
    for one in named_actions(whole):
        if action := content.actions_by_id.get(one):
            texts[one] = {"text": action.text, "sectors": action.sectors}
        elif old := retired.get(one):
            texts[one] = {"text": old.text, "sectors": {}}
    return {**whole, "actions": texts}


def named_actions(of: FormFigures) -> set[str]:
    """Return the ids of the actions that figures name, of whatever kind."""
    steps = chain(of["suggestions"], of["year_plan"], of["find_out"], of["keep"], of["begin"])
    return {one["action"] for one in steps}
