"""A whole workshop: a trainer, twelve people on their own phones, two rounds."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect

from figures import why_no_share
from partnerschap.advice import Advice, advise
from partnerschap.advice.why import parents_beside_team
from partnerschap.content import Content, Role, load
from partnerschap.report.shares import says, share_words
from partnerschap.scoring import Answers, ItemScore, Scores, group_differences, score
from partnerschap.sessions import Session, SessionService, trainer_view
from partnerschap.sessions.repository import Store
from sockets import content_of, text_of_frame
from steps import press

INSTRUMENT = "kort"
MIN_GROUP = 5
ROLES: tuple[Role, ...] = ("parent",) * 5 + ("professional",) * 5 + ("management",) * 2
"""Parents beside a team, of which one role is too small to be shown apart from the other."""

Visit = Callable[..., Page]


@dataclass
class Person:
    """Somebody with a phone."""

    role: Role
    page: Page
    answers: dict[str, Any] = field(default_factory=dict)
    votes: dict[str, int] = field(default_factory=dict)
    received: list[str | bytes] = field(default_factory=list)


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


@pytest.fixture(scope="module")
def service(content: Content, database_url: str) -> SessionService:
    return SessionService(content, Store(database_url))


def test_a_whole_workshop(visit: Visit, service: SessionService, content: Content) -> None:
    draw = random.Random(4)  # noqa: S311 - invented answers
    trainer = visit("voila/render/workshop.ipynb")
    received = listen(trainer)
    trainer.reload()
    press(trainer, "Maak de sessie")
    expect(trainer.get_by_role("heading", name="Bewaar deze link")).to_be_visible()
    token = trainer.url.partition("#trainer=")[2]
    press(trainer, "Ik heb hem bewaard")
    people = [Person(role, visit("voila/render/meedoen.ipynb", width=360)) for role in ROLES]

    first = trainer_view(service, token).session
    scores, advice, answers = hold_round(trainer, received, people, service, first, draw)
    assert [count.joined for count in trainer_view(service, token).counts] == [2, 5, 5]
    talk(trainer, people, content, scores, advice)
    importance = vote(trainer, people, scores, draw)
    decide(trainer, people, content, scores, answers, importance)
    plan = trainer_view(service, token).plan
    assert [(one.owner, str(one.due)) for one in plan] == [
        ("de leiding", "2027-03-01"),
        ("AB", "2027-03-02"),
    ]

    press(trainer, "Volgende stap")
    press(trainer, "Rond af")
    press(trainer, "Ja, rond af")
    for person in people:
        expect(person.page.get_by_role("heading", name="Deze sessie is afgelopen")).to_be_visible()
    press(trainer, "Nieuwe ronde met dit team")
    press(trainer, "Ja, open een nieuwe ronde")
    expect(trainer.locator(".ps-work-name")).to_contain_text("ronde 2")

    second = trainer_view(service, token).session
    assert (second.round, second.code != first.code) == (2, True)
    later, *_ = hold_round(trainer, received, people, service, second, draw)
    press(trainer, "Begin het gesprek")
    press(trainer, "Volgende stap")
    assert_glance(trainer, content, later, None)
    assert_glance(people[0].page, content, later, people[0].role)


def listen(page: Page) -> list[str | bytes]:
    """Collect what a page receives over its websockets."""
    received: list[str | bytes] = []

    def opened(socket: WebSocket) -> None:
        # Playwright asks a listener for its name, which a built-in method does not tell.
        socket.on("framereceived", lambda frame: received.append(frame))  # noqa: PLW0108

    page.on("websocket", opened)
    return received


def hold_round(  # noqa: PLR0913, PLR0917 - one value a part of the scene
    trainer: Page,
    received: list[str | bytes],
    people: list[Person],
    service: SessionService,
    session: Session,
    draw: random.Random,
) -> tuple[Scores, Advice, Answers]:
    """Let everybody answer and the trainer close; gives what the scoring room makes of it."""
    received.clear()
    for person in people:
        person.received = listen(person.page)
        take_part(person, service.content, session, draw)
    expect(trainer.locator(".ps-total")).to_have_text("12 mensen doen mee, 12 klaar")
    assert_nothing_shown(trainer, received, people)
    press(trainer, "Sluit de ronde")
    press(trainer, "Ja, sluit de ronde")
    expect(trainer.get_by_role("heading", name="Bekijk de uitkomst eerst zelf")).to_be_visible()
    for person in people:
        expect(person.page.get_by_role("heading", name="De ronde is gesloten")).to_be_visible()
        assert all(view["shown"] is None for view in views(person.received))
    items = [item.id for item in service.content.items_of(INSTRUMENT)]
    answers = Answers.from_rows(items, [(person.role, person.answers) for person in people])
    scores = score(service.content, INSTRUMENT, answers, min_group=MIN_GROUP)
    return scores, advise(service.content, answers, scores), answers


def take_part(person: Person, content: Content, session: Session, draw: random.Random) -> None:
    """Join with the code and answer everything that the role is asked."""
    page = person.page
    page.goto(re.sub(r"\?.*", "", page.url) + f"?sessie={session.code}")
    page.get_by_role("radio", name=role_name(content, person.role)).check()
    page.get_by_role("button", name="Doe mee").click()
    asked = [i for i in content.items_of(INSTRUMENT) if person.role in i.respondents]
    # Half of the items find everybody agreed, so that there is a strength and a weakness.
    person.answers = {
        item.id: (4 + number % 2 if number % 4 == 0 else draw.choice([1, 2, 3, 4, 5, "dont_know"]))
        for number, item in enumerate(asked)
    } | {seen_apart(content): 1 if person.role == "parent" else 5}
    for area in [area for area in content.areas if any(i.area == area.id for i in asked)]:
        expect(page.get_by_role("heading", name=area.name, exact=True)).to_be_visible()
        for item in asked:
            if item.area == area.id:
                value = person.answers[item.id]
                page.locator(f"input[name='answer-{item.id}'][value='{value}']").check()
        last = area.id == asked[-1].area
        page.get_by_role("button", name="Klaar" if last else "Volgende", exact=True).click()
    expect(page.get_by_role("heading", name="Bedankt, het is opgeslagen")).to_be_visible()


def seen_apart(content: Content) -> str:
    """An item on which every parent stands against the whole team."""
    everybody = set(ROLES)
    items = content.items_of(INSTRUMENT)
    return next(one.id for one in items if one.parallel and everybody <= set(one.respondents))


def role_name(content: Content, role: str) -> re.Pattern[str]:
    name = next(one.name for one in content.roles if one.id == role)
    return re.compile(f"^{re.escape(name)}")


def views(received: list[str | bytes]) -> Iterator[dict[str, Any]]:
    """Everything that a page was told of the session."""
    for frame in received:
        told = content_of(frame).get("content", {})
        if told.get("kind") == "view":
            yield told["view"]


def assert_nothing_shown(trainer: Page, received: list[str | bytes], people: list[Person]) -> None:
    """While the round is open there are numbers of people, and everybody's own answers."""
    told = list(views(received))
    assert told, "the trainer's page was told nothing"
    for view in told:
        assert view["state"] == "open"
        assert view["result"] is None
        assert "own" not in view
        assert all(set(count) == {"role", "joined", "finished"} for count in view["counts"])
    texts = [text_of_frame(frame) for frame in received]
    assert not [text for text in texts if '"answers"' in text or '"share"' in text]
    assert trainer.locator("[data-item]").count() == 0
    for person in people:
        for view in views(person.received):
            assert view["shown"] is None
            assert view["own"]["role"] == person.role
            assert view["own"]["answers"].items() <= person.answers.items()
        assert person.page.locator("[data-item]").count() == 0


def talk(
    trainer: Page, people: list[Person], content: Content, scores: Scores, advice: Advice
) -> None:
    """Go through the steps; the trainer's screen and a phone show what the scoring room says."""
    phone = people[0].page
    press(trainer, "Begin het gesprek")
    pages: tuple[tuple[Page, Role | None], ...] = ((trainer, None), (phone, people[0].role))
    for page, reader in pages:
        expect(page.get_by_role("heading", name="Wat goed gaat", level=2)).to_be_visible()
        strong = page.locator(".ps-step-view .ps-strengths li strong, .ps-strengths li strong")
        statements = [statement(content, item, reader) for item in advice.strengths]
        assert list(dict.fromkeys(strong.all_inner_texts())) == statements
        for area in scores.areas:
            bar = page.locator(f".ps-bar[data-id='{area.id}']").first
            expect(bar).to_contain_text(
                why_no_share(area.status or "", own=False)
                if area.share is None
                else share_words(content, area.share)
            )
    press(trainer, "Volgende stap")
    for page, reader in pages:
        assert_glance(page, content, scores, reader)
    for item in advice.discuss_first:
        press(trainer, "Volgende stap")
        found = next(one for one in scores.items if one.id == item)
        for page, reader in pages:
            talked_about = page.locator(".ps-discuss").first
            expect(talked_about).to_contain_text(statement(content, item, reader))
            expect(talked_about.get_by_role("img").first).to_have_attribute(
                "aria-label", re.compile(re.escape(spoken(content, found)))
            )
    if advice.agree_low:
        press(trainer, "Volgende stap")
        for page, reader in pages:
            expect(page.get_by_role("heading", name="Hier zijn we het over eens")).to_be_visible()
            for item in advice.agree_low:
                expect(page.get_by_text(statement(content, item, reader)).first).to_be_visible()
    press(trainer, "Volgende stap")
    called = [one for one in group_differences(scores) if one.differs]
    largest = max(called, key=lambda one: abs(one.delta))
    assert largest.item == seen_apart(content)
    groups = next(one.groups for one in scores.items if one.id == largest.item)
    said = parents_beside_team(content, points_of(content, largest.item), groups or {})
    for page, reader in pages:
        expect(page.get_by_role("heading", name="De kijk van elke groep")).to_be_visible()
        card = page.locator(".ps-card").first
        expect(card).to_contain_text(statement(content, largest.item, reader))
        expect(card).to_contain_text(said)
        assert "%" not in page.locator("main, body").first.inner_text()


def assert_glance(page: Page, content: Content, scores: Scores, reader: Role | None) -> None:
    """Every item with its counts in words, or the words for why there are none."""
    expect(page.get_by_role("heading", name="Alles in één oogopslag", level=2)).to_be_visible()
    for found in scores.items:
        row = page.locator(f"[data-item='{found.id}']").first
        if found.status == "suppressed":
            expect(row).to_contain_text("te weinig antwoorden om te tonen")
            assert row.get_by_role("img").count() == 0
            continue
        assert found.share is not None
        label = str(row.get_by_role("img").first.get_attribute("aria-label"))
        assert label.startswith(statement(content, found.id, reader))
        assert says(content, found) in label
        if found.status == "scored":
            expect(row).to_contain_text(says(content, found))
        assert spoken(content, found) in label
        assert_groups(row, content, found)


def assert_groups(row: Locator, content: Content, found: ItemScore) -> None:
    groups = row.locator("details [role=img]")
    shown = [str(group.get_attribute("aria-label")) for group in groups.all()]
    expected = found.groups or {}
    assert len(shown) == len(expected)
    names: dict[str, str] = {role.id: role.name for role in content.roles}
    for label, (key, group) in zip(shown, expected.items(), strict=True):
        name = names.get(key) or content.message(f"result.group_{key.replace('+', '_')}")
        assert f"({name})" in label
        assert group.n_valid >= MIN_GROUP
        assert sum(map(int, re.findall(r"(\d+) keer", label))) == group.n_valid


def spoken(content: Content, found: ItemScore) -> str:
    """The counts as the page reads them out."""
    pairs = zip(found.counts or (), points_of(content, found.id), strict=True)
    return ", ".join(f"{count} keer {point}" for count, point in pairs if count)


def points_of(content: Content, item: str) -> tuple[str, ...]:
    scale = content.items_by_id[item].scale
    return next(one.points for one in content.scales.scales if one.id == scale)


def vote(
    trainer: Page, people: list[Person], scores: Scores, draw: random.Random
) -> dict[str, int]:
    """Everybody votes on their own phone; gives the importance by the method."""
    press(trainer, "Volgende stap")
    for person in people:
        fields = person.page.locator(".ps-vote")
        expect(fields.first).to_be_visible()
        for number in range(fields.count()):
            radio = fields.nth(number).get_by_role("radio")
            value = draw.choice([1, 2, 3, 3])
            radio.nth(value - 1).check()
            person.votes[str(radio.first.get_attribute("name")).removeprefix("vote-")] = value
        expect(person.page.get_by_text("Alles is gekozen.")).to_be_visible()
        expect(person.page.get_by_text("Opgeslagen", exact=True).first).to_be_visible()
    expect(trainer.get_by_text("12 mensen hebben gekozen")).to_be_visible()
    press(trainer, "Sluit de stemming en ga verder")
    asked = people[0].votes
    assert set(asked) <= {found.id for found in scores.scored}
    return {item: median_up([person.votes[item] for person in people]) for item in asked}


def median_up(votes: list[int]) -> int:
    """The median of an even number of votes, halves rounded up."""
    ordered = sorted(votes)
    low, high = ordered[len(votes) // 2 - 1], ordered[len(votes) // 2]
    return (low + high + 1) // 2


def decide(  # noqa: PLR0913, PLR0917 - one value a part of the scene
    trainer: Page,
    people: list[Person],
    content: Content,
    scores: Scores,
    answers: Answers,
    importance: dict[str, int],
) -> None:
    """Choose two of the actions that follow from answers and votes."""
    weighed = Answers(answers.item_ids, answers.roles, answers.values, importance)
    advice = advise(content, weighed, scores)
    sector = content.sectors[0]
    texts = {
        one.id: one.text_in(sector.id).format(**sector.words)
        for one in content.actions_by_id.values()
    }
    for page in (trainer, people[-1].page):
        expect(page.get_by_role("heading", name="Twee of drie stappen kiezen")).to_be_visible()
        cards = page.locator(".ps-cards:not(.ps-year-cards) > .ps-card:has(.ps-action)")
        expect(cards.first).to_be_visible()
        for card, suggestion in zip(cards.all(), advice.suggestions, strict=True):
            expect(card).to_contain_text(texts[suggestion.action])
            expect(card).to_contain_text(suggestion.why)
    plan = trainer.locator(".ps-planned-list .ps-card")
    for number, (owner, due) in enumerate((("de leiding", "2027-03-01"), ("AB", "2027-03-02"))):
        trainer.get_by_role("button", name=re.compile("^Kies deze: ")).first.click()
        expect(plan).to_have_count(number + 1)
        plan.nth(number).get_by_label("Wie?").fill(owner)
        plan.nth(number).get_by_label("Wanneer is het klaar?").fill(due)
        plan.nth(number).get_by_label("Wat spreken we af?").focus()
        expect(plan.nth(number).get_by_text("Opgeslagen")).to_be_visible()
    for person in people:
        expect(person.page.get_by_text("wie: AB")).to_be_visible()
        expect(person.page.get_by_text("klaar op 1 maart 2027")).to_be_visible()
        expect(person.page.get_by_text("klaar op 2 maart 2027")).to_be_visible()


def statement(content: Content, item: str, reader: Role | None = None) -> str:
    """Give an item as the beamer shows it, or as somebody reads it on their own phone."""
    found = content.items_by_id[item]
    text = (found.parent if reader == "parent" else None) or found.statement
    return text.format(**content.sectors[0].words)
