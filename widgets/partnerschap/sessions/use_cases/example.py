"""Demo data: an example team with a round that is done and one that is open, marked as such."""

import random
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from partnerschap.content import Role
from partnerschap.scoring import Answer
from partnerschap.sessions.access import ParticipantAccess, TrainerAccess
from partnerschap.sessions.codes import new_token
from partnerschap.sessions.repository import Session
from partnerschap.sessions.service import SessionService
from partnerschap.sessions.snapshot import from_text
from partnerschap.sessions.use_cases.answering import (
    asked_of,
    join_round,
    save_answers,
    set_finished,
)
from partnerschap.sessions.use_cases.closing import close_round
from partnerschap.sessions.use_cases.deciding import save_votes, set_joint_score, show_step
from partnerschap.sessions.use_cases.opening import Opening, open_first, open_next
from partnerschap.sessions.use_cases.planning import ActionText, add_action

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


def make_example(service: SessionService, instrument: str = "kort", seed: int = 0) -> Example:
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
    then = service.now() - _BETWEEN_ROUNDS
    before = replace(service, now=lambda: then)
    opening = Opening(
        instrument=instrument,
        sector=service.content.sectors[0].id,
        roles=("parent", "professional", "management"),
        label=service.content.message("session.example_label"),
    )
    first = open_first(before, opening, token, demo=True)
    access = TrainerAccess(token, first.id)
    voters = _answer(before, first, draw, shift=0)
    closed = close_round(before, access)
    snapshot = from_text(closed.result or "")
    for item in snapshot.advice.discuss_first[:1]:
        set_joint_score(before, access, item, 3, version=0)
    if snapshot.vote_items:
        show_step(before, access, "vote")
        for voter in voters:
            votes = {item: draw.choice((1, 2, 3, 3)) for item in snapshot.vote_items}
            save_votes(before, ParticipantAccess(first.code, voter), votes)
    decided = from_text(show_step(before, access, "actions").result or "")
    actions, sector = service.content.actions_by_id, service.content.sectors[0]
    for number, suggestion in enumerate(decided.advice.suggestions[:_CHOSEN]):
        chosen = ActionText(
            item=suggestion.item,
            action=suggestion.action,
            text=actions[suggestion.action].text_in(sector.id).format(**sector.words),
            owner=service.content.message("session.example_owner"),
            due=(due := then + timedelta(days=14 * (number + 1))).date(),
            months=(due.month,),
            state="busy" if number else "done",
            **{name: service.content.message(f"session.example_{name}") for name in _AGREED},
        )
        add_action(before, access, f"example-{number}", chosen)
    done = show_step(before, access, "end")
    second = open_next(service, token)
    _answer(service, second, draw, shift=1)
    return Example(token, done, second)


def _answer(
    service: SessionService, session: Session, draw: random.Random, shift: int
) -> list[str]:
    """Let everybody answer: parents a little lower, the team a step up in a later round."""
    tokens = []
    for role in PEOPLE:
        access = ParticipantAccess(session.code, new_token())
        tokens.append(access.token)
        join_round(service, access, role)
        asked = sorted(asked_of(service, session, role))
        answers: dict[str, Answer] = {}
        for number, item in enumerate(asked):
            middle = 2 + number % 3 + (role != "parent") + shift * (number % 2)
            point = min(5, max(1, middle + draw.choice((-1, 0, 0, 1))))
            if number % 5 == 0:  # something that goes well, to start from
                point = draw.choice((4, 5))
            answers[item] = "dont_know" if draw.random() < 0.06 else point  # noqa: PLR2004
        save_answers(service, access, answers)
        set_finished(service, access, finished=True)
    return tokens
