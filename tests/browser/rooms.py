"""A team session, and what a participant does in it on a page."""

import json
import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from partnerschap.sessions import (
    Own,
    ParticipantAccess,
    Session,
    SessionService,
    TrainerAccess,
    asked_of,
    close_round,
    join_round,
    new_token,
    own_answers,
    save_answers,
    show_step,
)

PATH = "voila/render/meedoen.ipynb"
SOON = 10_000
"""Milliseconds in which a page follows the trainer: two seconds, the rest for busy machines."""


@dataclass
class Room:
    """A session, seen by its trainer."""

    service: SessionService
    session: Session
    token: str

    @property
    def access(self) -> TrainerAccess:
        return TrainerAccess(self.token, self.session.id)

    def close(self) -> None:
        close_round(self.service, self.access)

    def go(self, step: str) -> None:
        show_step(self.service, self.access, step)

    def title(self, step: str) -> str:
        kind = step.partition("-")[0]
        return next(one.title for one in self.service.content.workshop if one.id == kind)

    def own(self, page: Page) -> Own:
        """What is in the database of whoever uses the browser of a page."""
        return own_answers(
            self.service, ParticipantAccess(self.session.code, kept(page, self)["token"])
        )

    def answer_as(self, role: str, point: int) -> None:
        access = ParticipantAccess(self.session.code, new_token())
        join_round(self.service, access, role)  # type: ignore[arg-type] # a role by its id
        asked = sorted(asked_of(self.service, self.session, role))
        save_answers(
            self.service, access, {one: 1 + (point + n) % 5 for n, one in enumerate(asked)}
        )


def kept(page: Page, room: Room) -> Any:
    """What the browser keeps of a session."""
    key = f"partnerschap:meedoen:{room.session.code}"
    text = page.evaluate("key => localStorage.getItem(key)", key)
    return json.loads(text)["memory"] if text else None


def take_part(page: Page, role: str) -> None:
    expect(heading(page, "Welkom bij deze sessie")).to_be_visible()
    page.locator(f"input[name='role'][value='{role}']").check()
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_text(re.compile("^Sessie "))).to_be_visible()


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True)


def option(page: Page, item: str, value: object) -> Locator:
    return page.locator(f"input[name='answer-{item}'][value='{value}']")


def expect_saved(page: Page) -> None:
    expect(page.locator(".ps-sent")).to_have_text("Opgeslagen")


def leave_unsent(page: Page, room: Room, answers: dict[str, int | None], part: str = "now") -> None:
    """Put answers in the browser as it does before the server acknowledged them."""
    memory = kept(page, room)
    memory["waiting"][part] = {
        item: {"value": value, "stamp": "gone.1"} for item, value in answers.items()
    }
    key = f"partnerschap:meedoen:{room.session.code}"
    text = json.dumps({"version": 1, "memory": memory})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
