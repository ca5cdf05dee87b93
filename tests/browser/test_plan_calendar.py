"""The plan of one person in a calendar: the browser keeps what names the entries.

The page runs the module that keeps the plan, the kernel's widget makes the files, and a calendar
takes them; see `calendar_client`.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from playwright.sync_api import Browser, Page, Route

from calendar_client import CalendarClient, read_calendar
from front_end import harness
from partnerschap.ui import file_reply
from partnerschap.ui.protocol.plan import PLAN_REQUEST
from partnerschap.ui.widgets.plan import Plan

BEGIN = datetime(2026, 9, 1, 12, tzinfo=UTC)
NOTICE = "In het plan staat nog geen stap met een datum."
KEPT = "partnerschap:actieplan"

PLAY = """async ({ history, kept }) => {
  localStorage.clear();
  if (kept) localStorage.setItem("partnerschap:actieplan", kept);
  const words = { word: (id) => id };
  let plan = new OwnPlan(words);
  const asked = [];
  for (const { time, place, fields } of history) {
    Date.now = () => time;
    const step = plan.steps()[place];
    if (fields.closed) plan = new OwnPlan(words); // the page was closed and opened again
    else if (!step) fields.text && (await plan.add("", fields));
    else if (Object.keys(fields).length) await plan.change(step, fields);
    else await plan.remove(step);
    asked.push({ plan: plan.described(), calendar: plan.calendar() });
    plan.gave("plan.ics", new Date(time).toISOString().slice(0, 10));
  }
  return asked;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Show an empty page that has a storage and the module of the plan."""
    module = harness("plan-alone.js")

    def answer(route: Route) -> None:
        route.fulfill(body="<!doctype html>", content_type="text/html")

    with browser.new_context() as context:
        context.route("**", answer)
        page = context.new_page()
        page.goto("http://localhost:1/")
        page.add_script_tag(content=module)
        yield page


def play(page: Page, changes: Any, kept: str | None = None) -> list[Any]:
    """Let somebody change a plan, a change a day; gives what the page asks after each."""
    history = [
        {"time": moment(number).timestamp() * 1000, "place": place, "fields": fields}
        for number, (place, fields) in enumerate(changes)
    ]
    asked: list[Any] = page.evaluate(PLAY, {"history": history, "kept": kept})
    return asked


def moment(number: int) -> datetime:
    return BEGIN + timedelta(days=number)


def file(number: int, asked: Any) -> bytes:
    """Let the kernel make the calendar on the day of a change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_reply, "now", lambda: moment(number))
        question = {"number": 1, "kind": "own_plan_file", "file": "plan.ics", **asked}
        request = PLAN_REQUEST.validate_python(json.loads(json.dumps(question)))
        reply = Plan()._reply(request, [])  # noqa: SLF001 - without a page that listens
        assert reply["kind"] == "file", reply
        assert reply["day"] == moment(number).date().isoformat()
        data: bytes = reply["data"]
        return data


def expected(number: int, asked: list[Any]) -> Counter[tuple[date, str]]:
    """Every step with a date that was not stopped; the notice until there has been a date."""
    if not any(step["due"] for one in asked for step in one["plan"]):
        return Counter([(moment(number).date(), NOTICE)])
    return Counter(
        (date.fromisoformat(step["due"]), step["text"])
        for step in asked[-1]["plan"]
        if step["due"] and step["state"] != "stopped"
    )


texts = st.sampled_from(["Koffie; thee, taart", "Bellen"])
days = st.dates(date(2026, 9, 1), date(2028, 1, 1)).map(str)
changes = st.one_of(
    st.builds(lambda text, due: {"text": text, "due": due}, texts, st.none() | days),
    st.builds(lambda due: {"due": due}, st.none() | days),
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda state: {"state": state}, st.sampled_from(["busy", "done", "stopped"])),
    st.just({"closed": True}),
    st.just({}),  # taken away
)
histories = st.lists(st.tuples(st.integers(0, 4), changes), min_size=1, max_size=12)


@given(mine=histories, theirs=histories, late=st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_a_calendar_shows_exactly_the_plans_of_two_people(
    page: Page, mine: Any, theirs: Any, late: int
) -> None:
    always, sometimes = CalendarClient(), CalendarClient()
    shown: Counter[tuple[date, str]] = Counter()
    for history in (mine, theirs):
        asked = play(page, history)
        now: Counter[tuple[date, str]] = Counter()
        for number, one in enumerate(asked):
            data = file(number, one)
            always.take(data)
            if number % late == 0 or number == len(asked) - 1:
                sometimes.take(data)
            now = expected(number, asked[: number + 1])
            assert always.shown == shown + now
        shown += now
    assert sometimes.shown == shown


def test_the_notice_is_one_entry_that_goes_when_there_is_a_date(page: Page) -> None:
    asked = play(page, [(0, {"text": "Koffie"}), (0, {"text": "Thee"}), (0, {"due": "2027-05-01"})])
    (first,), (second,) = (read_calendar(file(number, asked[number])).items() for number in (0, 1))
    assert first[0] == second[0]
    assert (second[1].day, second[1].summary, second[1].alarms) == (date(2026, 9, 2), NOTICE, [])
    last = read_calendar(file(2, asked[2]))
    gone = last.pop(first[0])
    assert (gone.cancelled, gone.day) == (True, date(2026, 9, 2))
    ((_, step),) = last.items()
    assert (step.day, step.alarms) == (date(2027, 5, 1), ["-P6DT15H"])


STEP: dict[str, Any] = {
    "item": None,
    "action": None,
    "area": None,
    "owner": "",
    "text": "Koffie",
    "due": "2027-05-01",
    "first_step": "",
    "evidence": "",
    "celebration": "",
    "state": "chosen",
    "reason": "",
    "months": [],
}


@pytest.mark.parametrize(
    "calendar",
    [
        {},
        {"calendar": None},
        {"calendar": {"id": "x", "noticed": None, "entries": []}},
        {"calendar": {"id": "0" * 32, "noticed": None, "entries": [{"uid": 1}]}},
    ],
)
def test_a_plan_without_a_calendar_gets_one_and_keeps_it(page: Page, calendar: Any) -> None:
    """As a plan of an older version, or what something else left in its place."""
    memory = {"screen": "start", "next": 3, "actions": [{**STEP, "id": 2}], **calendar}
    kept = json.dumps({"version": 1, "memory": memory})
    (first,) = play(page, [(0, {"closed": True})], kept)
    stored = page.evaluate("name => localStorage.getItem(name)", KEPT)
    (again,) = play(page, [(0, {"closed": True})], stored)
    assert again == first
    ((_, entry),) = read_calendar(file(0, first)).items()
    assert (entry.summary, entry.day) == ("Koffie", date(2027, 5, 1))


def test_of_steps_that_were_taken_out_the_newest_are_remembered(page: Page) -> None:
    there = (0, {"text": "Koffie", "due": "2027-05-01"})
    *_, last = play(page, [there, (0, {})] * 103 + [there])
    entries = list(read_calendar(file(206, last)).values())
    assert Counter(one.cancelled for one in entries) == {True: 100, False: 1}
