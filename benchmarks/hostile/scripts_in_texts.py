"""Scripts where people type: shown as text to trainer and participant, in a real browser."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import (
    Browser,
    Dialog,
    Page,
    TimeoutError as PlaywrightTimeoutError,
    sync_playwright,
)

from chromium import ARGUMENTS, find_or_install
from hostile.row import Row, Size
from hostile.served import served, sqlite
from partnerschap.content import load
from partnerschap.sessions import (
    ActionText,
    Opening,
    ParticipantAccess,
    Session,
    SessionService,
    TrainerAccess,
    add_action,
    asked_of,
    close_round,
    join_round,
    new_token,
    open_first,
    save_answers,
    set_finished,
    show_step,
    trainer_view,
)
from partnerschap.sessions.repository import Store

SCRIPTS = (
    "<img src=x onerror=ran(1)>",
    "<script>ran(2)</script>",
    '"><svg onload=ran(3)>',
    "javascript:ran(4)//<a href=javascript:ran(4)>x</a>",
    "<iframe srcdoc='<script>parent.ran(5)</script>'>",
    "{{constructor.constructor('ran(6)')()}}${ran(6)}",
    "<img src=http://evil.example/x>",
    "</script><script>ran(8)</script><!--",
)
_WATCH = "window.done = []; window.ran = (number) => window.done.push(number);"
_SOON = 30_000
_SHORT = 3_000


class Watched:
    """A page that notices what runs and what is asked of other hosts."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._address, self.wrong, self.shown = address, list[str](), set[str]()
        self.page: Page = browser.new_context(locale="nl-NL").new_page()
        self.page.set_default_timeout(_SOON)
        self.page.add_init_script(_WATCH)
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda one: self._note(one.url))

    def _dismiss(self, dialog: Dialog) -> None:
        self.wrong.append("a dialog")
        dialog.dismiss()

    def _note(self, url: str) -> None:
        if not url.startswith(
            (self._address, "data:", "blob:", self._address.replace("http", "ws"))
        ):
            self.wrong.append(url)

    def open(self, path: str) -> None:
        """Go to a page and look at it."""
        self.page.goto(f"{self._address}{path}")
        self.look()

    def look(self) -> None:
        """Wait until the page shows something, and note the scripts that it shows as text."""
        self.page.locator("h1, h2").first.wait_for()
        with suppress(PlaywrightTimeoutError):  # not every screen shows what people typed
            self.page.wait_for_function(
                "texts => texts.some((one) => document.body.innerText.includes(one))",
                arg=list(SCRIPTS),
                timeout=_SHORT,
            )
        text = self.page.evaluate(
            "() => document.body.innerText"
            " + [...document.querySelectorAll('input, textarea')].map((one) => one.value).join()"
        )
        self.shown |= {script for script in SCRIPTS if script in text}
        done = self.page.evaluate("window.done")
        if done:
            self.wrong.append(f"RAN {done} on {self.page.url.rpartition('/')[2][:20]}")


def scripts_in_texts(_: Size) -> Iterator[Row]:
    """Hold a session whose label, points and plan are scripts, and look at all its pages."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sqlite(Path(folder)) as url,
        served(url) as server,
        sync_playwright() as playwright,
    ):
        program = find_or_install(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        trainer, participant = (Watched(browser, server.address) for _ in range(2))
        service = SessionService(load(), Store(url))
        _hold(service, trainer, participant)
        service.store.close()
        browser.close()
    for who, seen in (("trainer", trainer), ("participant", participant)):
        happened = f"{len(seen.shown)} shown as text, ran or asked elsewhere: {seen.wrong or 0}"
        holds = not seen.wrong and len(seen.shown) == len(SCRIPTS)
        yield Row(f"scripts in texts, {who}", f"{len(SCRIPTS)} scripts", happened, holds)


def _hold(service: SessionService, trainer: Watched, participant: Watched) -> None:
    token = new_token()
    opening = Opening.model_validate(
        {
            "instrument": "kort",
            "sector": "school",
            "roles": ("parent", "professional"),
            "label": SCRIPTS[0],
            "own_items": [{"statement": one, "scale": "frequency"} for one in SCRIPTS],
        }
    )
    session = open_first(service, opening, token)
    access = TrainerAccess(token, session.id)
    trainer.open(f"voila/render/workshop.ipynb#trainer={token}")
    _fill_in(participant, session)
    for _ in range(6):
        _answer(service, session)
    close_round(service, access)
    for number, script in enumerate(SCRIPTS):
        texts = dict.fromkeys(("owner", "first_step", "evidence", "celebration"), script)
        add_action(service, access, f"k{number}", ActionText(text=script, **texts))
    for step in trainer_view(service, token, session.id).steps:
        show_step(service, access, step)
        participant.look()
        trainer.open(f"voila/render/workshop.ipynb?{step}#trainer={token}")
    for exercise in ("actieplan", "herhaalmeting"):
        trainer.open(f"voila/render/{exercise}.ipynb#trainer={token}")


def _fill_in(participant: Watched, session: Session) -> None:
    """Join as a parent, and go through the form to the points of the team's own."""
    participant.open(f"voila/render/meedoen.ipynb?sessie={session.code}")
    page = participant.page
    page.locator("input[name='role'][value='parent']").check()
    page.get_by_role("button", name="Doe mee").click()
    following = page.get_by_role("button", name="Volgende")
    following.wait_for()
    while following.count():
        following.click()
        participant.look()


def _answer(service: SessionService, session: Session) -> None:
    access = ParticipantAccess(session.code, new_token())
    join_round(service, access, "parent")
    asked = sorted(asked_of(service, session, "parent"))
    save_answers(service, access, {one: 1 + number % 5 for number, one in enumerate(asked)})
    set_finished(service, access, finished=True)
