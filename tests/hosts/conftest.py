"""Servers that know nothing of this project, and the notebooks in a folder of somebody's own."""

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsers import PATIENCE
from partnerschap.content import Content, load
from partnerschap.locations import EXERCISES
from servers_of_jupyter import JUPYTERLAB, VOILA, started


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebooks")
    for notebook in EXERCISES.glob("*.ipynb"):
        shutil.copy(notebook, folder)
    return folder


@pytest.fixture(scope="session")
def jupyter(
    notebooks: Path,
    own_database: str,  # noqa: ARG001 - the kernels find it in the environment
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Run JupyterLab, which serves Notebook as well; gives its address."""
    home = tmp_path_factory.mktemp("jupyter")
    with started(*JUPYTERLAB, folder=notebooks, home=home) as address:
        yield address


@pytest.fixture(scope="session")
def voila(
    notebooks: Path,
    own_database: str,  # noqa: ARG001 - the kernels find it in the environment
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Run Voila with its own template; gives its address."""
    home = tmp_path_factory.mktemp("voila")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with started(*VOILA, f"--port={port}", ".", folder=notebooks, home=home) as address:
        yield address


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Open a browser that was never here before; errors of our own code in it fail the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def judge(error: Exception) -> None:
        # anywidget loads the front end from a blob; the host's own errors are not ours.
        if "blob:" in (getattr(error, "stack", None) or ""):
            wrong.append(str(error))

    def make() -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", judge)
        return page

    yield make
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def content() -> Content:
    return load()
