"""The frame around an exercise, with a stand-in for the exercise that says what a test asks."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

QUIET = "<!doctype html><html lang='nl'><title>Proef</title><body>Proef</body></html>"
READY = QUIET.replace(
    "<body>", "<body><script>parent.postMessage({type:'partnerschap:ready'}, '*')</script>"
)
TELL = "message => parent.postMessage(message, '*')"


@pytest.fixture
def frame_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open a page whose exercise is the given HTML."""
    contexts = []

    def open_page(exercise: str, *, query: str = "", height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": height}, locale="nl-NL")
        contexts.append(context)

        def answer(route: Route) -> None:
            route.fulfill(body=exercise, content_type="text/html")

        context.route("**/voila/render/**", answer)
        page = context.new_page()
        page.clock.install()
        page.goto(f"{server}teamscan.html{query}")
        return page

    yield open_page
    for context in contexts:
        context.close()


def _start(page: Page) -> None:
    page.locator("figure.exercise").scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('iframe').contentDocument.title === 'Proef'")


def _height(page: Page) -> int:
    return int(page.evaluate("document.querySelector('iframe').offsetHeight"))


def test_nothing_is_loaded_before_a_reader_comes_near(frame_page: Callable[..., Page]) -> None:
    page = frame_page(QUIET, height=400)
    expect(page.locator("figure.exercise")).to_have_attribute("data-state", "waiting")
    assert page.locator("iframe").get_attribute("src") is None


def test_the_frame_waits_and_then_shows_the_exercise(frame_page: Callable[..., Page]) -> None:
    page = frame_page(QUIET)
    _start(page)
    expect(page.get_by_text("De oefening wordt geladen")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()
    page.frames[1].evaluate(TELL, {"type": "partnerschap:ready"})
    expect(page.locator("iframe")).to_be_visible()
    expect(page.get_by_text("De oefening wordt geladen")).to_be_hidden()


def test_a_slow_exercise_can_be_tried_again(frame_page: Callable[..., Page]) -> None:
    page = frame_page(QUIET)
    _start(page)
    page.clock.fast_forward(21_000)
    page.get_by_role("button", name="Opnieuw proberen").click()
    expect(page.get_by_text("De oefening wordt geladen")).to_be_visible()


def test_the_query_reaches_the_exercise_and_its_own_page(
    frame_page: Callable[..., Page],
) -> None:
    page = frame_page(READY, query="?sessie=AB12")
    _start(page)
    assert page.frames[1].url.endswith("/voila/render/teamscan.ipynb?sessie=AB12")
    link = page.get_by_role("link", name="Open de oefening op een eigen pagina")
    expect(link).to_have_attribute("href", "/voila/render/teamscan.ipynb?from=teamscan&sessie=AB12")


@pytest.mark.parametrize(
    ("told", "height"), [(640, 640), (640.4, 640), (3, 200), (1_000_000, 20_000)]
)
def test_the_frame_takes_the_height_that_it_is_told(
    frame_page: Callable[..., Page], told: float, height: int
) -> None:
    page = frame_page(READY)
    _start(page)
    page.frames[1].evaluate(TELL, {"type": "partnerschap:height", "height": told})
    page.wait_for_function(f"document.querySelector('iframe').style.height === '{height}px'")


@pytest.mark.parametrize("told", ["900", None, [900], {"height": 900}])
def test_a_height_that_is_no_number_is_left_alone(
    frame_page: Callable[..., Page], told: object
) -> None:
    page = frame_page(READY)
    _start(page)
    before = _height(page)
    page.frames[1].evaluate(TELL, {"type": "partnerschap:height", "height": told})
    page.frames[1].evaluate(TELL, {"type": "partnerschap:scroll"})
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().top < 100")
    assert _height(page) == before


def test_a_message_of_another_window_is_left_alone(frame_page: Callable[..., Page]) -> None:
    page = frame_page(QUIET)
    _start(page)
    before = _height(page)
    page.evaluate("postMessage({type: 'partnerschap:height', height: 700}, location.origin)")
    page.evaluate("postMessage({type: 'partnerschap:ready'}, location.origin)")
    page.evaluate(
        """async () => {
            const stranger = document.createElement("iframe");
            stranger.srcdoc = `<script>
                parent.postMessage({type: "partnerschap:height", height: 700}, "*");
                parent.postMessage({type: "partnerschap:ready"}, "*");
            </script>`;
            stranger.sandbox = "allow-scripts";
            document.body.append(stranger);
            await new Promise((heard) => addEventListener("message", (event) => {
                if (event.source === stranger.contentWindow) heard();
            }));
        }"""
    )
    assert _height(page) == before
    expect(page.locator("figure.exercise")).to_have_attribute("data-state", "loading")


def test_the_exercise_hears_of_light_and_dark(frame_page: Callable[..., Page]) -> None:
    page = frame_page(QUIET)
    _start(page)
    page.frames[1].evaluate(
        "() => { self.heard = []; addEventListener('message', ({data}) => heard.push(data)) }"
    )
    page.frames[1].evaluate(TELL, {"type": "partnerschap:ready"})
    page.frames[1].wait_for_function("heard.length === 1")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.frames[1].wait_for_function("heard.length === 2")
    assert page.frames[1].evaluate("heard") == [
        {"type": "partnerschap:theme", "theme": "light"},
        {"type": "partnerschap:theme", "theme": "dark"},
    ]


def test_without_scripts_the_page_says_what_to_do(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}teamscan.html")
    expect(page.locator("figure.exercise noscript")).to_be_visible()
    expect(page.locator("figure.exercise iframe")).to_be_hidden()
    expect(page.get_by_text("De oefening wordt geladen")).to_be_hidden()
    page.get_by_role("link", name="Open de oefening op een eigen pagina").click()
    expect(page.locator("noscript")).to_be_visible()
    expect(page.get_by_text("De oefening wordt klaargezet")).to_be_hidden()
    context.close()


def test_on_paper_the_exercise_is_a_reference_to_the_sheet(
    frame_page: Callable[..., Page],
) -> None:
    page = frame_page(READY)
    page.emulate_media(media="print")
    expect(page.locator(".exercise-paper")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()
    expect(page.locator(".side")).to_be_hidden()
