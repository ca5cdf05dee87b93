"""What did not reach the server before a round closed is told at once, once, and in one number."""

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, WebSocketRoute, expect

from own_servers import own_server_of
from partnerschap.content import Content, Item
from partnerschap.sessions import archive_round, open_next
from rooms import PATH, SOON, Room, expect_saved, heading, kept, leave_unsent, option, take_part
from wires import Wire, wire_to

CLOSED = "De ronde is gesloten"
ANSWERS = "De ronde was al gesloten. {} niet meer meegenomen."
ONE, TWO, THREE = (
    ANSWERS.format(many) for many in ("1 antwoord is", "2 antwoorden zijn", "3 antwoorden zijn")
)
LISTEN = """
    window.told = [];
    new MutationObserver(() => {
        const text = document.querySelector(".ps-noticed")?.textContent ?? "";
        if (text && text !== window.told.at(-1)) window.told.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
"""
"""Keeps everything that is told of what came too late, also what is gone at once."""
HIDE = """away => {
    Object.defineProperty(document, "visibilityState", {
        configurable: true, get: () => (away ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange"));
}"""

INSTRUMENT = "teamscan"

Away = Callable[["Phone"], AbstractContextManager[None]]


class Phone:
    """A browser behind a wire of its own; its tabs share what it keeps."""

    def __init__(self, context: BrowserContext, wire: Wire, room: Room) -> None:
        self.context = context
        self.wire = wire
        self.room = room
        self.page = self.tab()

    def tab(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(60_000)
        page.on("dialog", lambda dialog: dialog.accept())  # leaving with something unsaved
        page.goto(f"{self.wire.address}{PATH}?sessie={self.room.session.code}")
        return page

    def choose(self, *answers: tuple[Item, int], page: Page | None = None) -> None:
        for item, value in answers:
            option(page or self.page, item.id, value).check()

    def told(self, page: Page | None = None) -> list[str]:
        told: list[str] = (page or self.page).evaluate("window.told")
        return told


@pytest.fixture
def room(opened: Callable[..., Room]) -> Room:
    return opened(instrument=INSTRUMENT)


@pytest.fixture(scope="module")
def items(content: Content) -> list[Item]:
    """Give the points that a parent sees first."""
    asked = [one for one in content.items_of(INSTRUMENT) if "parent" in one.respondents]
    return [one for one in asked if one.area == asked[0].area]


@pytest.fixture
def phone_at(browser: Browser) -> Iterator[Callable[[str, Room], Phone]]:
    """Let a phone open a session on a server."""
    with open_phones(browser) as phone_at:
        yield phone_at


@contextmanager
def open_phones(browser: Browser) -> Iterator[Callable[[str, Room], Phone]]:
    contexts: list[BrowserContext] = []
    wires: list[AbstractContextManager[Wire]] = []
    wrong: list[str] = []

    def phone_at(server: str, room: Room) -> Phone:
        wires.append(wire_to(server))
        wire = wires[-1].__enter__()
        context = browser.new_context(locale="nl-NL")
        context.add_init_script(LISTEN)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        contexts.append(context)
        return Phone(context, wire, room)

    yield phone_at
    for context in contexts:
        context.close()
    for wire in wires:
        wire.__exit__(None, None, None)
    assert wrong == []


@pytest.fixture
def phone(phone_at: Callable[[str, Room], Phone], server: str, room: Room) -> Phone:
    """Give a phone of a parent who joined."""
    phone = phone_at(server, room)
    take_part(phone.page, "parent")
    return phone


def wait_for(met: Callable[[], bool]) -> None:
    """Wait until something is so on the server."""
    archive_round = time.monotonic() + 30
    while not met():
        assert time.monotonic() < archive_round
        time.sleep(0.05)


def expect_told(page: Page, *texts: str) -> None:
    """Told is this and nothing else, also after the trainer goes on, and nothing waits."""
    expect(page.locator(".ps-noticed")).to_have_text(texts[-1])
    expect(page.locator(".ps-sent")).to_have_text("")
    assert page.evaluate("window.told") == list(texts)


def expect_nothing_told_after_a_reload(page: Page) -> None:
    page.reload()
    expect(page.get_by_text("Dit scherm loopt vanzelf mee")).to_be_visible()
    expect(page.locator(".ps-sent")).to_have_text("")
    assert page.evaluate("window.told") == []


def reload_in_vain(page: Page) -> None:
    with pytest.raises(Error, match="ERR_"):
        page.reload()
    # The browser's own page of the error comes a little later.
    page.wait_for_url("chrome-error://**", wait_until="commit")


def expect_outbox_empty(phone: Phone) -> None:
    waiting = kept(phone.page, phone.room)["waiting"]
    assert waiting == {"now": {}, "then": {}, "votes": {}}


@contextmanager
def offline(phone: Phone) -> Iterator[None]:
    phone.context.set_offline(True)
    yield
    phone.context.set_offline(False)


@contextmanager
def cut(phone: Phone) -> Iterator[None]:
    phone.wire.cut()
    yield
    phone.wire.mend()


@contextmanager
def stalled(phone: Phone) -> Iterator[None]:
    """The socket stays open, and nothing passes."""
    phone.wire.stall()
    yield
    phone.wire.mend()


@contextmanager
def stalled_then_cut(phone: Phone) -> Iterator[None]:
    """What was typed left the phone, and did not arrive."""
    phone.wire.stall()
    yield
    phone.wire.cut()
    phone.wire.mend()


@contextmanager
def asleep(phone: Phone) -> Iterator[None]:
    """Out of sight and without a connection, as a phone in a pocket."""
    phone.wire.stall()
    yield
    phone.page.evaluate(HIDE, True)
    phone.wire.cut()
    phone.wire.mend()
    phone.page.evaluate(HIDE, False)


EVERY_WAY = pytest.mark.parametrize("away", [offline, cut, stalled, stalled_then_cut, asleep])


@EVERY_WAY
def test_all_that_came_too_late_is_told_at_once_and_once(
    phone: Phone, room: Room, items: list[Item], away: Away
) -> None:
    phone.choose((items[0], 4))
    expect_saved(phone.page)
    with away(phone):
        # What is changed twice is one answer.
        phone.choose((items[0], 2), (items[1], 3), (items[0], 5), (items[2], 1))
        room.close()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect(phone.page.get_by_text("1 antwoord van dit apparaat is opgeslagen")).to_be_visible()
    expect_told(phone.page, THREE)
    expect_outbox_empty(phone)
    room.go("strengths")
    expect(heading(phone.page, room.title("strengths"))).to_be_visible(timeout=SOON)
    expect_told(phone.page, THREE)
    assert room.own(phone.page).answers == {items[0].id: 4}
    expect_nothing_told_after_a_reload(phone.page)


@pytest.mark.parametrize("is_cut", [False, True])
def test_what_was_stored_while_its_reply_got_lost_is_not_counted(
    phone: Phone, room: Room, items: list[Item], is_cut: bool
) -> None:
    phone.wire.stall("browser")
    phone.choose((items[0], 4))
    wait_for(lambda: room.own(phone.page).answers == {items[0].id: 4})
    # These wait for the reply to the first.
    phone.choose((items[1], 3), (items[2], 1))
    room.close()
    if is_cut:
        phone.wire.cut()
    phone.wire.mend()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_told(phone.page, TWO)
    expect(phone.page.get_by_text("1 antwoord van dit apparaat is opgeslagen")).to_be_visible()


def test_nothing_is_told_when_all_was_stored(phone: Phone, room: Room, items: list[Item]) -> None:
    phone.wire.stall("browser")
    phone.choose((items[0], 4))
    wait_for(lambda: room.own(phone.page).answers == {items[0].id: 4})
    room.close()
    phone.wire.cut()
    phone.wire.mend()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect(phone.page.locator(".ps-sent")).to_have_text("")
    expect_outbox_empty(phone)
    assert phone.told() == []


def test_an_answer_that_was_taken_away_too_late_counts(
    phone: Phone, room: Room, items: list[Item]
) -> None:
    phone.choose((items[0], 4))
    expect_saved(phone.page)
    with cut(phone):
        phone.page.get_by_role("button", name="Antwoord weghalen bij").first.click()
        # An answer that came and went is as it was: nothing of it is lost.
        phone.choose((items[1], 4))
        phone.page.get_by_role("button", name="Antwoord weghalen bij").last.click()
        room.close()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_told(phone.page, ONE)
    assert room.own(phone.page).answers == {items[0].id: 4}


def test_who_said_to_be_ready_while_away_is_told_as_well(
    phone: Phone, room: Room, items: list[Item]
) -> None:
    with cut(phone):
        phone.choose((items[0], 4), (items[1], 3))
        phone.page.locator(".ps-step").last.click()
        phone.page.get_by_role("button", name="Klaar", exact=True).click()
        room.close()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_told(phone.page, TWO)


def test_a_page_that_was_loaded_again_meanwhile(
    phone: Phone, room: Room, items: list[Item]
) -> None:
    with cut(phone):
        phone.choose((items[0], 4), (items[1], 3), (items[2], 1))
        room.close()
        reload_in_vain(phone.page)
    phone.page.goto(f"{phone.wire.address}{PATH}?sessie={room.session.code}")
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_told(phone.page, THREE)
    expect_nothing_told_after_a_reload(phone.page)


def test_a_server_that_was_killed_and_started_again(
    browser: Browser, room: Room, items: list[Item]
) -> None:
    with own_server_of() as own_server, open_phones(browser) as phone_at:
        phone = phone_at(own_server.address, room)
        take_part(phone.page, "parent")
        phone.choose((items[0], 4))
        expect_saved(phone.page)
        own_server.end(signal.SIGKILL)
        phone.choose((items[0], 2), (items[1], 3), (items[2], 1))
        room.close()
        own_server.start_again()
        expect(heading(phone.page, CLOSED)).to_be_visible()
        expect_told(phone.page, THREE)
        expect_nothing_told_after_a_reload(phone.page)


@EVERY_WAY
def test_two_tabs_tell_the_same(phone: Phone, room: Room, items: list[Item], away: Away) -> None:
    first, second = phone.page, phone.tab()
    expect(option(second, items[0].id, 1)).to_be_visible()
    with away(phone):
        phone.choose((items[0], 4), (items[1], 3), page=first)
        expect(option(second, items[1].id, 3)).to_be_checked()
        phone.choose((items[1], 5), (items[2], 1), page=second)
        expect(option(first, items[2].id, 1)).to_be_checked()
        room.close()
    for page in (first, second):
        expect(heading(page, CLOSED)).to_be_visible()
    for page in (first, second):
        expect_told(page, THREE)
    expect_outbox_empty(phone)


def test_a_tab_that_does_not_hear_that_the_round_closed(
    phone: Phone, room: Room, items: list[Item]
) -> None:
    """The other tab does; what is typed here is told here, and waits nowhere."""
    deaf = phone.context.new_page()
    deaf.set_default_timeout(60_000)
    closed = False

    def swallow(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if closed else server.send(message))
        server.on_message(lambda message: None if closed else socket.send(message))

    deaf.route_web_socket(re.compile("/partnerschap/socket/"), swallow)
    deaf.goto(phone.page.url)
    phone.choose((items[0], 4), page=deaf)
    expect_saved(deaf)
    expect(option(phone.page, items[0].id, 4)).to_be_checked()
    closed = True
    room.close()
    expect(heading(phone.page, CLOSED)).to_be_visible(timeout=SOON)
    option(deaf, items[1].id, 3).click()
    option(deaf, items[2].id, 1).click()
    expect(deaf.locator(".ps-noticed")).to_have_text(TWO)
    expect(option(deaf, items[2].id, 1)).not_to_be_checked()
    expect(phone.page.locator(".ps-noticed")).to_have_text(TWO)
    expect(phone.page.locator(".ps-sent")).to_have_text("")
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_outbox_empty(phone)


def test_who_does_not_look_is_told_when_looking_again(
    phone: Phone, room: Room, items: list[Item]
) -> None:
    phone.wire.stall()
    phone.choose((items[0], 4), (items[1], 3))
    room.close()
    phone.page.evaluate(HIDE, True)
    phone.wire.mend()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_outbox_empty(phone)
    assert phone.told() == []
    # A phone may throw away a page that nobody looks at.
    phone.page.reload()
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_told(phone.page, TWO)
    expect_nothing_told_after_a_reload(phone.page)


def test_a_session_that_ended_meanwhile(phone: Phone, room: Room, items: list[Item]) -> None:
    phone.wire.stall("browser")
    phone.choose((items[0], 4))
    wait_for(lambda: room.own(phone.page).answers == {items[0].id: 4})
    phone.choose((items[1], 3), (items[2], 1))
    room.close()
    room.go("strengths")
    archive_round(room.service, room.access)
    phone.wire.cut()
    phone.wire.mend()
    expect(heading(phone.page, "Deze sessie is afgelopen")).to_be_visible()
    expect_told(phone.page, TWO)
    assert kept(phone.page, room) is None


def test_looking_back_that_came_too_late(
    phone_at: Callable[[str, Room], Phone], server: str, room: Room, items: list[Item]
) -> None:
    room.close()
    second = Room(room.service, open_next(room.service, room.token), room.token)
    phone = phone_at(server, second)
    page = phone.page
    take_part(page, "parent")
    phone.choose((items[0], 4))
    page.locator(".ps-step").last.click()
    page.get_by_role("button", name="Klaar", exact=True).click()
    page.get_by_role("button", name="Kijk terug").click()
    expect(page.get_by_text("hoe het een half jaar geleden was")).to_be_visible()
    with cut(phone):
        phone.choose((items[0], 2), (items[1], 3), (items[0], 1))
        second.close()
    expect(heading(page, CLOSED)).to_be_visible()
    expect_told(page, TWO)
    assert second.own(page).then == {}
    expect_nothing_told_after_a_reload(page)


def test_the_same_point_now_and_half_a_year_ago_are_two_answers(
    phone_at: Callable[[str, Room], Phone], server: str, room: Room, items: list[Item]
) -> None:
    room.close()
    second = Room(room.service, open_next(room.service, room.token), room.token)
    phone = phone_at(server, second)
    take_part(phone.page, "parent")
    leave_unsent(phone.page, second, {items[0].id: 1})
    leave_unsent(phone.page, second, {items[0].id: 1}, "then")
    with cut(phone):
        second.close()
        reload_in_vain(phone.page)
    phone.page.goto(f"{phone.wire.address}{PATH}?sessie={second.session.code}")
    expect(heading(phone.page, CLOSED)).to_be_visible()
    expect_told(phone.page, TWO)


def held_vote(room: Room) -> None:
    for point in range(6):
        room.answer_as("parent", point)
    room.close()
    room.go("vote")


def cast(page: Page, *votes: int) -> None:
    for number, vote in enumerate(votes):
        page.locator(".ps-vote").nth(number).get_by_role("radio").nth(vote - 1).check()


@EVERY_WAY
def test_votes_that_came_too_late(
    phone_at: Callable[[str, Room], Phone], server: str, room: Room, away: Away
) -> None:
    held_vote(room)
    phone = phone_at(server, room)
    page = phone.page
    take_part(page, "parent")
    expect(heading(page, room.title("vote"))).to_be_visible()
    cast(page, 3)
    expect_saved(page)
    stored = room.own(page).votes
    assert list(stored.values()) == [3]
    with away(phone):
        cast(page, 1, 2)
        cast(page, 2)
        room.go("actions")
    expect(heading(page, room.title("actions"))).to_be_visible()
    lost = "De stemming was al gesloten. 2 keuzes zijn niet meer meegenomen."
    expect_told(page, lost)
    assert room.own(page).votes == stored
    room.go("end")
    expect(heading(page, room.title("end"))).to_be_visible(timeout=SOON)
    expect_told(page, lost)
    expect_nothing_told_after_a_reload(page)


def test_a_vote_that_is_over_is_only_looked_at(
    phone_at: Callable[[str, Room], Phone], server: str, room: Room
) -> None:
    """A step back before its end does not close a vote; beyond it, it is closed for good."""
    held_vote(room)
    phone = phone_at(server, room)
    page = phone.page
    take_part(page, "parent")
    with cut(phone):
        cast(page, 3, 2)
        room.go("glance")
    expect(heading(page, room.title("glance"))).to_be_visible()
    lost = "De stemming was al gesloten. {} niet meer meegenomen."
    expect_told(page, lost.format("2 keuzes zijn"))
    room.go("vote")
    radio = page.locator(".ps-vote").first.get_by_role("radio")
    expect(radio.nth(2)).not_to_be_checked()
    cast(page, 3)
    expect_saved(page)
    with cut(phone):
        cast(page, 1)
        room.go("actions")
    expect(heading(page, room.title("actions"))).to_be_visible()
    expect(page.locator(".ps-noticed")).to_have_text(lost.format("1 keuze is"))
    room.go("vote")
    expect(page.get_by_text("De stemming is gesloten.")).to_be_visible(timeout=SOON)
    expect(radio.nth(2)).to_be_checked()
    expect(radio.first).to_be_disabled()
