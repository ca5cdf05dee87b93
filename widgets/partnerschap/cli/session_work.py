"""What the commands about team sessions do, apart so that the help need not wait for it."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import typer

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, load_settings, require_instrument
from partnerschap.cli.refusal import Refusal, require_number
from partnerschap.cli.words import words
from partnerschap.content import Content
from partnerschap.report import figures, step_json
from partnerschap.session import Desk, Round, SessionError, closed_round, make_example, purge

T = TypeVar("T")


def make_demo(instrument: str, seed: int, database: str | None) -> None:
    """Make an example and say where to open it.

    Raises
    ------
    Refusal
        When there is no such instrument, or it cannot be stored.
    """
    require_number(0, seed, "--seed")
    content = load_content()
    require_instrument(content, instrument)
    example = at_desk(content, database, lambda desk: make_example(desk, instrument, seed))
    settings = load_settings()
    address = f"http://{settings.host}:{settings.port}/voila/render"
    typer.echo(
        words(
            "demo_made",
            trainer=f"{address}/workshop.ipynb#trainer={example.token}",
            participant=f"{address}/meedoen.ipynb?sessie={example.open.code}",
            code=example.open.code,
            done=example.done.code,
        )
    )


def export_session(code: str, output: Path | None, database: str | None) -> None:
    """Write a closed round as JSON.

    Raises
    ------
    Refusal
        When there is no such round, it is still open, or the file cannot be written.
    """
    require_writable(output)
    content = load_content()
    found = at_desk(content, database, lambda desk: closed_round(desk, code))
    text = json.dumps(exported(found), ensure_ascii=False, indent=2, allow_nan=False)
    write_output(f"{text}\n".encode(), output)


def exported(found: Round) -> dict[str, Any]:
    """Put what may be shown of a round into JSON: no answers, and nobody's own votes."""
    session, snapshot = found.session, found.snapshot
    return {
        "code": session.code,
        "round": session.round,
        "state": session.state,
        "opened": session.opened_at.isoformat(),
        "closed": session.closed_at.isoformat() if session.closed_at else None,
        "together": session.together,
        "own_items": [asdict(item) for item in session.own_items],
        "joined": [asdict(count) for count in snapshot.counts],
        "figures": figures(snapshot.scores, snapshot.advice),
        "differences": [asdict(one) for one in snapshot.differences],
        "then": [asdict(area) for area in snapshot.then.areas] if snapshot.then else None,
        "importance": dict(snapshot.importance) if snapshot.importance is not None else None,
        "voters": snapshot.voters,
        "joint_scores": [{"item": one.item, "value": one.value} for one in found.joint],
        "plan": [step_json(one.step) for one in found.plan],
    }


def purge_answers(database: str | None) -> None:
    """Let the answers go whose time has come, and say how many.

    Raises
    ------
    Refusal
        When the database cannot be used.
    """
    done = at_desk(load_content(), database, purge)
    typer.echo(words("purged", answers=done.answers, sessions=done.sessions))


def at_desk(content: Content, database: str | None, work: Callable[[Desk], T]) -> T:
    """Carry out a use case of a team session.

    Raises
    ------
    Refusal
        When the use case or the database refuses.
    """
    settings = load_settings(database_url=database)
    try:
        desk = Desk.of_settings(content, settings.database_url)
        desk.prepare()
        return work(desk)
    except SessionError as error:
        raise Refusal(error.sentence(content)) from None
