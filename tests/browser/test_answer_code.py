"""An answer code goes from the screen of one person to the camera of another."""

import base64
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import segno
from playwright.sync_api import Browser, FrameLocator, Page, Playwright, expect

from front_end import harness
from partnerschap.content import load
from partnerschap.report import AnswerCode, read_answer_code, write_answer_code
from partnerschap.scoring import Answer
from steps import assert_accessible, tab_to, wipe

CONTENT = load()
WORDS = {one: text for one, text in CONTENT.messages.items() if one.startswith("code.")}
EXERCISE = "voila/render/teamscan.ipynb"
KEY = "partnerschap:teamscan"
HEADING = "Samen met een team? Maak een antwoordcode"
GIVEN: list[Answer] = [4, 2, "dont_know", 5, "not_applicable", 1]
ANSWERS = {
    item.id: GIVEN[place % len(GIVEN)]
    for place, item in enumerate(CONTENT.items_of("kort"))
    if "parent" in item.respondents
}
MEMORY = {
    "version": 1,
    "memory": {
        "instrument": "kort",
        "sector": "school",
        "role": "parent",
        # One of another version of the scan, which has no place in the code.
        "answers": ANSWERS | {"inf-3": 5},
        "screen": "result",
        "area": 0,
    },
}
DECODE = """async png => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return decoder.decodeQR(context.getImageData(0, 0, image.width, image.height));
}"""
DETECTOR = """found => {
    window.BarcodeDetector = class {
        static async getSupportedFormats() { return ["qr_code"]; }
        async detect() {
            if (!found) throw new DOMException("no service", "NotSupportedError");
            return found.map(rawValue => ({ rawValue }));
        }
    };
}"""
LIVE = "document.querySelector('video').srcObject?.getTracks().map(one => one.readyState) ?? []"


def filled_in(visit: Callable[..., Page], **options: Any) -> Page:
    """Open the result of a scan that was filled in before."""
    page = visit(EXERCISE, **options)
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, json.dumps(MEMORY)])
    page.reload()
    expect(page.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    return page


def make_code(page: Page | FrameLocator) -> str:
    page.get_by_text(HEADING).click()
    page.get_by_role("button", name="Maak mijn antwoordcode").click()
    expect(page.get_by_role("status").filter(has_text="De antwoordcode is klaar.")).to_be_visible()
    return page.locator(".ps-code-text").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_who_filled_in_the_scan_shows_a_code(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = filled_in(visit, width=width, scheme=scheme)
    text = make_code(page)
    code = read_answer_code(text, CONTENT)
    assert code == AnswerCode("kort", "parent", code.number, ANSWERS)
    expect(page.get_by_role("heading", name="De antwoordcode")).to_be_focused()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    seen = base64.b64encode(page.locator(".ps-qr").screenshot()).decode()
    page.add_script_tag(content=harness("code-reader.js"))
    assert page.evaluate(DECODE, seen) == text

    page.reload()
    assert read_answer_code(make_code(page), CONTENT).number == code.number


def test_after_wiping_the_next_person_has_another_number(visit: Callable[..., Page]) -> None:
    page = filled_in(visit)
    number = read_answer_code(make_code(page), CONTENT).number
    wipe(page, ask="Wis alle antwoorden")
    expect(page.get_by_text("De antwoorden zijn gewist.")).to_be_visible()
    assert str(number) not in (page.evaluate("key => localStorage.getItem(key)", KEY) or "")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, json.dumps(MEMORY)])
    page.reload()
    assert read_answer_code(make_code(page), CONTENT).number != number


def test_the_code_is_made_and_copied_with_the_keyboard_inside_the_book(
    visit: Callable[..., Page],
) -> None:
    page = visit("teamscan.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, json.dumps(MEMORY)])
    page.reload()
    page.locator("iframe").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="De uitkomst", exact=True)).to_be_visible()
    tab_to(page, frame.locator("summary").filter(has_text=HEADING))
    page.keyboard.press("Enter")
    tab_to(page, frame.get_by_role("button", name="Maak mijn antwoordcode"))
    page.keyboard.press("Enter")
    tab_to(page, frame.get_by_role("button", name="Kopieer de code"))
    page.keyboard.press("Enter")
    expect(frame.get_by_text("De code is gekopieerd.")).to_be_visible()
    text = frame.locator(".ps-code-text").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_where_the_browser_copies_nothing_the_code_is_selected(visit: Callable[..., Page]) -> None:
    page = filled_in(visit)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate("document.execCommand = () => false")
    text = make_code(page)
    page.get_by_role("button", name="Kopieer de code").click()
    expect(page.get_by_text("De code is geselecteerd")).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == text


def test_without_the_server_the_page_makes_the_same_code(visit: Callable[..., Page]) -> None:
    """As in a network that lets no socket pass: it is said, and the code is the way out."""
    page = visit(EXERCISE)
    page.route_web_socket(re.compile("/partnerschap/socket/"), lambda _: None)
    page.clock.install()
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, json.dumps(MEMORY)])
    page.reload()
    expect(page.get_by_text("De uitkomst wordt berekend…")).to_be_visible()
    page.clock.fast_forward(5_000)
    expect(
        page.get_by_role("alert").filter(has_text="Wat is ingevuld, staat er nog")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Opnieuw proberen")).to_be_visible()
    page.clock.fast_forward(4_000)
    expect(page.get_by_text("Dit netwerk laat de verbinding")).to_be_visible()
    code = read_answer_code(make_code(page), CONTENT)
    assert (code.role, code.answers) == ("parent", ANSWERS)
    assert_accessible(page)


# ---------------------------------------------------------------- reading


def film(path: Path, texts: list[str]) -> Path:
    """Make a film of 320 by 240 that shows each code for half a second, and then the first again.

    A frame is the brightness of every pixel, and then two planes of a quarter each without colour.
    """
    width, height, scale, seconds = 320, 240, 5, 10
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{width} H{height} F{seconds}:1 Ip A1:1 C420jpeg\n".encode())
        for text in texts:
            drawn = segno.make(text, error="m", micro=False).matrix_iter(scale, border=4)
            modules = [bytes(30 if dark else 230 for dark in row) for row in drawn]
            left, top = (width - len(modules[0])) // 2, (height - len(modules)) // 2
            luma = bytearray([200]) * (width * height)
            for y, row in enumerate(modules, start=top):
                start = y * width + left
                luma[start : start + len(row)] = row
            frame = b"FRAME\n" + luma + bytes([128]) * (width * height // 2)
            file.write(frame * (seconds // 2))
    return path


def codes() -> list[str]:
    roles: list[Any] = ["parent", "professional"]
    return [
        write_answer_code(AnswerCode("compleet", role, place, {"inf-1": 1 + place}), CONTENT)
        for place, role in enumerate(roles)
    ]


@pytest.fixture(scope="module")
def camera(
    playwright: Playwright, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A browser before whose camera two people hold their codes, one after the other.

    The other browser is asked for because that installs one where there is none.
    """
    assert browser.is_connected()
    path = film(tmp_path_factory.mktemp("camera") / "codes.y4m", codes())
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    running = playwright.chromium.launch(
        executable_path=next(filter(None, map(shutil.which, names)), None),
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",  # says yes when asked for permission
            f"--use-file-for-fake-video-capture={path}",
        ],
    )
    yield running
    running.close()


@pytest.fixture
def reading(camera: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the book with the reader in it."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = camera.new_context(locale="nl-NL", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{server}model.html")
        page.add_style_tag(content=harness("code-reader.css"))
        page.add_script_tag(content=harness("code-reader.js"))
        page.evaluate("words => mount(words)", WORDS)
        return page

    yield open_page
    for context in contexts:
        context.close()


def wait_for_codes(page: Page, count: int) -> list[str]:
    page.wait_for_function("count => codes.length >= count", arg=count)
    page.wait_for_timeout(1500)  # the whole film once more
    found: list[str] = page.evaluate("codes")
    return found


def test_the_camera_reads_each_code_once_until_it_is_stopped(
    reading: Callable[..., Page],
) -> None:
    page = reading()
    page.evaluate("delete window.BarcodeDetector")
    page.get_by_role("button", name="Lees met de camera").click()
    expect(page.get_by_role("status").filter(has_text="Houd een QR-code")).to_be_visible()
    assert sorted(wait_for_codes(page, 2)) == sorted(codes())
    assert page.evaluate(LIVE) == ["live"]
    page.evaluate("window.tracks = document.querySelector('video').srcObject.getTracks()")
    page.get_by_role("button", name="Stop de camera").click()
    expect(page.locator("video")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="De camera is uit.")).to_be_visible()
    assert page.evaluate("tracks.map(one => one.readyState)") == ["ended"]

    page.get_by_role("button", name="Lees met de camera").click()
    assert len(wait_for_codes(page, 4)) == 4, "after a new start each code comes once again"


@pytest.mark.parametrize("works", [True, False])
def test_the_detector_of_the_browser_goes_first_if_it_works(
    reading: Callable[..., Page], *, works: bool
) -> None:
    """Some browsers offer one without the service behind it."""
    page = reading()
    page.evaluate(DETECTOR, ["one", "two"] if works else None)
    page.get_by_role("button", name="Lees met de camera").click()
    assert sorted(wait_for_codes(page, 2)) == (["one", "two"] if works else sorted(codes()))


@pytest.mark.parametrize(
    "leave",
    [
        "reader.stop()",
        "window.dispatchEvent(new PageTransitionEvent('pagehide'))",
        "reader.place.remove()",
        """Object.defineProperty(document, "hidden", {value: true});
           document.dispatchEvent(new Event("visibilitychange"));""",
    ],
)
def test_who_leaves_switches_the_camera_off(reading: Callable[..., Page], leave: str) -> None:
    page = reading()
    page.get_by_role("button", name="Lees met de camera").click()
    page.wait_for_function("codes.length >= 1")
    page.evaluate("window.tracks = document.querySelector('video').srcObject.getTracks()")
    page.evaluate(f"() => {{ {leave} }}")
    page.wait_for_function("tracks.every(one => one.readyState === 'ended')")


def test_a_stop_while_the_camera_opens_is_a_stop(reading: Callable[..., Page]) -> None:
    page = reading()
    page.evaluate(
        """() => {
            const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async wanted => {
                const stream = await real(wanted);
                reader.stop();
                window.tracks = stream.getTracks();
                return stream;
            };
        }"""
    )
    page.get_by_role("button", name="Lees met de camera").click()
    page.wait_for_function("window.tracks?.every(one => one.readyState === 'ended')")
    expect(page.get_by_role("status").filter(has_text="De camera is uit.")).to_be_visible()
    assert page.evaluate("codes") == []


@pytest.mark.parametrize(
    ("fails", "said"),
    [
        ("NotAllowedError", "refused"),
        ("NotFoundError", "none"),
        ("OverconstrainedError", "none"),
        ("NotReadableError", "busy"),
        ("AbortError", "busy"),
    ],
)
def test_a_camera_that_gives_no_picture_gets_a_sentence(
    reading: Callable[..., Page], fails: str, said: str
) -> None:
    page = reading()
    page.evaluate(
        """name => {
            navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", name); };
        }""",
        fails,
    )
    page.get_by_role("button", name="Lees met de camera").click()
    expect(page.get_by_role("status")).to_have_text(WORDS[f"code.camera_{said}"])
    expect(page.get_by_role("button", name="Lees met de camera")).to_be_visible()
    expect(page.locator("video")).to_be_hidden()


@pytest.mark.parametrize(("secure", "said"), [(False, "insecure"), (True, "none")])
def test_on_plain_http_the_reader_says_that_pasting_works(
    reading: Callable[..., Page], *, secure: bool, said: str
) -> None:
    page = reading()
    page.evaluate(
        """secure => {
            Object.defineProperty(navigator, "mediaDevices", {value: undefined});
            Object.defineProperty(window, "isSecureContext", {value: secure});
        }""",
        secure,
    )
    page.get_by_role("button", name="Lees met de camera").click()
    expect(page.get_by_role("status")).to_have_text(WORDS[f"code.camera_{said}"])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_a_code_can_be_pasted(reading: Callable[..., Page], width: int, scheme: str) -> None:
    page = reading(viewport={"width": width, "height": 800}, color_scheme=scheme)
    field = page.get_by_role("textbox", name="Antwoordcode")
    page.get_by_role("button", name="Voeg de code toe").click()
    expect(page.get_by_role("status")).to_have_text(WORDS["code.nothing"])
    text = codes()[0]
    field.fill(f"  {text.lower()} ")
    page.keyboard.press("Enter")
    assert page.evaluate("codes") == [text.lower()]
    page.evaluate("reader.told = {text: 'Dit is geen antwoordcode.', isWrong: true}")
    page.keyboard.type("iets anders")  # in place of the first, which is selected
    page.keyboard.press("Enter")
    assert page.evaluate("codes") == [text.lower(), "iets anders"]
    expect(page.get_by_role("status")).to_have_text("Dit is geen antwoordcode.")
    page.get_by_role("button", name="Lees met de camera").click()
    page.wait_for_function("codes.length > 2")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
