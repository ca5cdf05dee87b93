"""What the running server answers, and what it keeps to itself."""

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest

from partnerschap import __version__
from partnerschap.content import load
from partnerschap.server.kernels import OwnKernel


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    command = [sys.executable, "-m", "partnerschap", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = next(
            (
                found.group()
                for line in process.stderr
                if (found := re.search(r"http://\S+/", line))
            ),
            None,
        )
        assert address is not None
        yield address
        process.terminate()


def get(url: str) -> HTTPResponse | urllib.error.HTTPError:
    try:
        answer: HTTPResponse = urllib.request.urlopen(url, timeout=60)  # noqa: S310 - our own
    except urllib.error.HTTPError as error:
        return error
    return answer


def test_health_is_json(server: str) -> None:
    with get(f"{server}health") as answer:
        assert json.load(answer) == {
            "status": "ok",
            "version": __version__,
            "content_version": load().version,
        }


def test_a_page_that_is_shared_names_its_picture_by_its_whole_address(server: str) -> None:
    for path in ("", "teamscan.html"):
        with get(server + path) as answer:
            shown = re.findall(r'property="og:image" content="([^"]+)"', answer.read().decode())
        assert shown == [f"{server}_static/icons/share.png"]
        with get(shown[0]) as picture:
            assert picture.headers["Content-Type"] == "image/png"


def test_search_engines_are_told_of_the_pages(server: str) -> None:
    with get(f"{server}robots.txt") as answer:
        assert f"Sitemap: {server}sitemap.xml" in answer.read().decode()
    with get(f"{server}sitemap.xml") as answer:
        pages = re.findall("<loc>(.+?)</loc>", answer.read().decode())
    assert f"{server}welkom.html" in pages
    assert f"{server}index.html" not in pages
    with get(pages[-1]) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", ["bestaat-niet.html", "bestaat/niet", "favicon.svg"])
def test_a_page_that_is_not_there_helps_a_reader_on(server: str, path: str) -> None:
    with get(server + path) as answer:
        assert answer.status == 404
        page = answer.read().decode()
    assert 'action="/search.html"' in page
    for link in re.findall(r'<a href="/([^"]*)"', page):
        with get(server + link) as answer:
            assert answer.status == 200, link


def test_a_browser_keeps_what_cannot_change(server: str) -> None:
    with get(f"{server}waarom.html") as answer:
        page = answer.read().decode()
        assert answer.headers["Cache-Control"] == "no-cache"
    loaded = re.findall(r'(?:href|src)="(_static/[^"]+\.(?:css|js|woff2)[^"]*)"', page)
    assert len(loaded) == 3
    for address in loaded:
        with get(server + address) as answer:
            assert "immutable" in answer.headers["Cache-Control"], address
    with get(f"{server}_static/icons/favicon.svg") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["", "teamscan.html", "health", "voila/render/teamscan.ipynb"])
def test_every_page_forbids_other_hosts(server: str, path: str) -> None:
    with get(server + path) as answer:
        assert answer.status == 200
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "http" not in policy
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "voila/tree",
        "voila/api/contents/",
        "voila/files/content/items.yml",
        "login",
        ".built-from",
        "_static/../../../_config.yml",
        "partnerschap/ui/scan.py",
        "partnerschap/ui/../settings.py",
        "bestaat-niet.html",
        "voila/render/bestaat-niet.ipynb",
        "voila/render/content/items.yml",
        "voila/render/../pyproject.toml",
    ],
)
def test_what_is_no_page_is_not_there(server: str, path: str) -> None:
    with get(server + path) as answer:
        assert answer.status in {403, 404}
        assert b"Traceback" not in answer.read()


def test_a_port_in_use_is_refused_with_another_to_choose(server: str) -> None:
    port = int(server.rstrip("/").rsplit(":", 1)[1])
    command = [sys.executable, "-m", "partnerschap", "serve", "--port", str(port), "--no-browser"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr


def test_only_the_python_of_the_server_runs_exercises() -> None:
    manager = OwnKernel()
    assert list(manager.find_kernel_specs()) == ["python3"]
    assert manager.get_kernel_spec("python3").argv[0] == sys.executable


def test_no_cookie_tells_visitors_apart(server: str) -> None:
    with get(f"{server}voila/render/teamscan.ipynb") as answer:
        assert answer.headers.get_all("Set-Cookie") is None
