"""The figures of one person's own answers, which the kernel computes and does not keep."""

from collections.abc import Container, Iterable

from partnerschap.advice import Pattern
from partnerschap.content import Content
from partnerschap.report import Figures
from partnerschap.ui.protocol.base import RefusedError
from partnerschap.ui.protocol.scan import ScoreOwn


def require_own(
    content: Content, offered: Container[str], instrument: str, answered: Iterable[str]
) -> None:
    """Refuse answers that no form of ours gives.

    Parameters
    ----------
    offered
        Ids of the instruments that the page has.
    answered
        Ids of the items that have an answer.

    Raises
    ------
    RefusedError
        When there is no such instrument, or it does not ask one of the items.
    """
    if instrument not in offered:
        raise RefusedError
    if not {item.id for item in content.items_of(instrument)}.issuperset(answered):
        raise RefusedError


def own_figures(content: Content, request: ScoreOwn) -> tuple[Figures, Pattern | None]:
    """Score the answers of the person who filled in a form, which `require_own` has seen.

    Returns
    -------
    The figures, and the one kind of answers that there is.
    """
    # pandas and NumPy are loaded when there is something to compute, not with the form.
    from partnerschap.advice import advise, pattern_of  # noqa: PLC0415
    from partnerschap.report import figures  # noqa: PLC0415
    from partnerschap.scoring import Answers, score  # noqa: PLC0415

    item_ids = [item.id for item in content.items_of(request.instrument)]
    answers = Answers.from_rows(item_ids, [(request.role, request.answers)])
    scores = score(content, request.instrument, answers, min_group=1)
    return figures(scores, advise(content, answers, scores)), pattern_of(scores)
