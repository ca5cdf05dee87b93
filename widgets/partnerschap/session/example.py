"""An example session to try everything with, marked as one."""

import random
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from partnerschap.content import Role
from partnerschap.scoring import Answer
from partnerschap.session.answering import asked_of, join, save, set_finished
from partnerschap.session.closing import close
from partnerschap.session.codes import new_token
from partnerschap.session.deciding import go, set_joint_score, vote
from partnerschap.session.desk import Desk
from partnerschap.session.entry import ParticipantAccess, TrainerAccess
from partnerschap.session.opening import Opening, open_first, open_next
from partnerschap.session.planning import ActionText, add_action
from partnerschap.session.snapshot import from_text
from partnerschap.store import Session

PEOPLE: Final[tuple[Role, ...]] = ("parent",) * 6 + ("professional",) * 7 + ("management",) * 2
"""Two groups large enough to be shown apart, and one that is not."""

_BETWEEN_ROUNDS: Final = timedelta(days=182)
_CHOSEN: Final = 2
_AGREED: Final = ("first_step", "evidence", "celebration")


@dataclass(frozen=True)
class Example:
    """A team with a round that is done and one that can be closed."""

    token: str
    done: Session
    open: Session


def make_example(desk: Desk, instrument: str = "kort", seed: int = 0) -> Example:
    """Make an example team: half a year ago a whole workshop, today a second round.

    Parameters
    ----------
    seed
        Of the invented answers.

    Raises
    ------
    SessionError
        When there is no such instrument or nothing can be stored.
    """
    draw = random.Random(seed)  # noqa: S311 - invented answers
    token = new_token()
    then = desk.now() - _BETWEEN_ROUNDS
    before = replace(desk, now=lambda: then)
    opening = Opening(
        instrument=instrument,
        sector=desk.content.sectors[0].id,
        roles=("parent", "professional", "management"),
        label=desk.content.message("session.example_label"),
    )
    first = open_first(before, opening, token, demo=True)
    access = TrainerAccess(token, first.id)
    voters = _answer(before, first, draw, shift=0)
    closed = close(before, access)
    snapshot = from_text(closed.result or "")
    for item in snapshot.advice.discuss_first[:1]:
        set_joint_score(before, access, item, 3, version=0)
    if snapshot.vote_items:
        go(before, access, "vote")
        for voter in voters:
            votes = {item: draw.choice((1, 2, 3, 3)) for item in snapshot.vote_items}
            vote(before, ParticipantAccess(first.code, voter), votes)
    decided = from_text(go(before, access, "actions").result or "")
    actions, sector = desk.content.actions_by_id, desk.content.sectors[0]
    for number, one in enumerate(decided.advice.suggestions[:_CHOSEN]):
        chosen = ActionText(
            item=one.item,
            action=one.action,
            text=actions[one.action].text_in(sector.id).format(**sector.words),
            owner=desk.content.message("session.example_owner"),
            due=(due := then + timedelta(days=14 * (number + 1))).date(),
            months=(due.month,),
            state="busy" if number else "done",
            **{name: desk.content.message(f"session.example_{name}") for name in _AGREED},
        )
        add_action(before, access, f"example-{number}", chosen)
    done = go(before, access, "end")
    second = open_next(desk, token)
    _answer(desk, second, draw, shift=1)
    return Example(token, done, second)


def _answer(desk: Desk, session: Session, draw: random.Random, shift: int) -> list[str]:
    """Let everybody answer: parents a little lower, the team a step up in a later round."""
    tokens = []
    for role in PEOPLE:
        access = ParticipantAccess(session.code, new_token())
        tokens.append(access.token)
        join(desk, access, role)
        asked = sorted(asked_of(desk, session, role))
        answers: dict[str, Answer] = {}
        for number, item in enumerate(asked):
            middle = 2 + number % 3 + (role != "parent") + shift * (number % 2)
            point = min(5, max(1, middle + draw.choice((-1, 0, 0, 1))))
            if number % 5 == 0:  # something that goes well, to start from
                point = draw.choice((4, 5))
            answers[item] = "dont_know" if draw.random() < 0.06 else point  # noqa: PLR2004
        save(desk, access, answers)
        set_finished(desk, access, finished=True)
    return tokens
