"""The browser of the tests and the benchmarks.

It is the machine's own Chromium (without its window where Debian's lighter package is there), or
Playwright's, or else it is installed here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_or_install(playwrights_own: str) -> str | None:
    """Find a Chromium, or install one.

    Parameters
    ----------
    playwrights_own
        Where Playwright keeps its own, if it has one: `playwright.chromium.executable_path`.

    Returns
    -------
    Its path; None when there is none and it could not be installed.
    """
    path = _found(playwrights_own)
    if path is None:
        _install()
        path = _found(playwrights_own)
    return path


def _found(own: str) -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return own if Path(own).exists() else None


def _install() -> None:
    """Install Playwright's Chromium, or Debian's where that cannot be downloaded."""
    own = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    try:
        if subprocess.run(own, check=False, timeout=300, capture_output=True).returncode == 0:
            return
    except subprocess.TimeoutExpired:
        pass
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*as_root, "apt-get", "update"], check=False, capture_output=True)
    install = [*as_root, "apt-get", "install", "--yes", "--no-install-recommends"]
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for name in NAMES[:2]:
        command = [*install, name]
        if subprocess.run(command, check=False, capture_output=True, env=quietly).returncode == 0:
            return
