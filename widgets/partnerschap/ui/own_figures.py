"""The figures of one person's own answers, which the kernel computes and does not keep."""

from typing import Any

from partnerschap.content import Content
from partnerschap.ui.requests import ScoreOwn


def own_figures(content: Content, request: ScoreOwn) -> dict[str, Any]:
    """Score the answers of the person who filled in a form.

    Returns
    -------
    The JSON of `partnerschap.report.figures`.

    Raises
    ------
    KeyError, ValueError
        When there is no such instrument, or an answer is not to one of its items.
    """
    # pandas and NumPy are loaded when there is something to compute, not with the form.
    from partnerschap.advice import advise  # noqa: PLC0415
    from partnerschap.report import figures  # noqa: PLC0415
    from partnerschap.scoring import Answers, score  # noqa: PLC0415

    item_ids = [item.id for item in content.items_of(request.instrument)]
    answers = Answers.from_rows(item_ids, [(request.role, request.answers)])
    scores = score(content, request.instrument, answers, min_group=1)
    return figures(scores, advise(content, answers, scores))
